// TypeScript sources at run time, for scripts that measure: bundled in memory, nothing is written.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as esbuild from 'esbuild';
import { root } from './setup.mjs';

/** The exports of a module given as text, its imports resolved from the repository's root. @param {string} contents */
export async function loadSources(contents) {
  const built = await esbuild.build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwen-'));
  try {
    const file = path.join(folder, 'sources.mjs');
    writeFileSync(file, built.outputFiles[0].text);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
