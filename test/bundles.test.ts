/** What is shipped: small, and without the rules' examples. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** Most bytes of a bundle as shipped. A bundle that grows over its limit wants to be looked at before the limit is raised. */
const MOST: Record<string, number> = {
  'dist/client.js': 500_000,
  'dist/client.browser.js': 450_000,
  'dist/server.js': 880_000,
  // Read and compiled at every start, before anything is kept.
  'dist/server-launcher.js': 4_000,
  'dist/server.browser.js': 800_000,
  'dist/cli.js': 600_000,
  // The protocol's SDK brings two readers of schemas, 270 kB.
  'dist/mcp.js': 900_000,
};

describe('bundles', () => {
  it('are small and hold no examples of rules', async () => {
    const table = (await import(pathToFileURL(path.resolve('esbuild.mjs')).href)) as { bundles: BuildOptions[] };
    assert.deepEqual(table.bundles.map((b) => b.outfile).sort(), Object.keys(MOST).sort());
    for (const bundle of table.bundles) {
      const [entry] = bundle.entryPoints as string[];
      assert.ok(existsSync(entry), entry);
      const { outputFiles } = await build({ ...bundle, minify: true, sourcemap: false, write: false });
      const [{ text, contents }] = outputFiles;
      assert.ok(contents.length < MOST[bundle.outfile!], `${bundle.outfile}: ${contents.length} bytes`);
      // The marks stand in examples only.
      assert.ok(!text.includes('⟦'), `${bundle.outfile} holds examples`);
    }
  });
});
