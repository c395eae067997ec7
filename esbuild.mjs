// One table of bundles.
//
//     node esbuild.mjs                what the extension ships, with source maps, into dist/
//     node esbuild.mjs --production   the same, minified, without source maps
//     node esbuild.mjs --tests        the suites that run inside VS Code, into .cache/
//     … --watch                       again whenever a file changes
//
// The fast tests are bundled by scripts/test-fast.mjs, with `testBundle` from here.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const root = path.dirname(fileURLToPath(import.meta.url));

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  treeShaking: true,
  legalComments: 'none',
  sourcemap: true,
  logLevel: 'silent',
};
/** @type {esbuild.BuildOptions} Node, CommonJS. */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
/** @type {esbuild.BuildOptions} A web worker; Node's global names that a library asks for are answered here. */
const web = { ...common, platform: 'browser', target: 'es2022', define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'false' } };

/** What is shipped: one bundle each. @type {esbuild.BuildOptions[]} */
export const bundles = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...web, entryPoints: ['client/browser.ts'], outfile: 'dist/client.browser.js', format: 'cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/program/main.ts'], outfile: 'dist/server.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/program/launcher.ts'], outfile: 'dist/server-launcher.js' },
  { ...web, entryPoints: ['server/lsp/browser.ts'], outfile: 'dist/server.browser.js', format: 'iife' },
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/mcp/main.ts'], outfile: 'dist/mcp.js', banner: { js: '#!/usr/bin/env node' } },
];

/** The suites that run inside VS Code: mocha is loaded by the extension host, or (browser) bundled. @type {esbuild.BuildOptions[]} */
export const suites = [
  {
    ...node,
    entryPoints: ['test/vscode/suite/index.ts', 'test/vscode/suite/check.ts', 'test/vscode/suite/*.test.ts'],
    outdir: '.cache/test-vscode',
    outbase: 'test/vscode/suite',
    external: ['vscode', 'mocha'],
  },
  { ...web, entryPoints: ['test/vscode/suite/browser/index.ts'], outfile: '.cache/test-web/index.js', format: 'cjs', external: ['vscode'] },
];

/** Fast tests: one bundle per test file, packages left outside. @param {string[]} files @param {string} outdir @returns {esbuild.BuildOptions} */
export const testBundle = (files, outdir) => ({
  ...node,
  entryPoints: files,
  outdir,
  outbase: 'test',
  outExtension: { '.js': '.cjs' },
  packages: 'external',
});

/** Entries of a bundle that are not there (yet). @param {esbuild.BuildOptions} bundle */
const missing = (bundle) => bundle.entryPoints.filter((entry) => !entry.includes('*') && !existsSync(path.join(root, entry)));

/** Builds a table; says which entry is missing and which failed. @returns {Promise<boolean>} whether all of it was built */
export async function build(table, { production = false, watch = false } = {}) {
  let ok = true;
  for (const bundle of table) {
    const options = { ...bundle, ...(production ? { minify: true, sourcemap: false } : {}), plugins: [report(bundle, watch)] };
    if (bundle.outdir) rmSync(path.join(root, bundle.outdir), { recursive: true, force: true }); // no suite of yesterday
    const absent = missing(bundle);
    if (absent.length > 0) {
      ok = false;
      console.error(`missing entry: ${absent.join(', ')} (for ${bundle.outfile ?? bundle.outdir})`);
    } else if (watch) {
      await (await esbuild.context(options)).watch();
    } else {
      await esbuild.build(options).catch(() => {
        ok = false;
      });
    }
  }
  return ok;
}

/** Prints messages as they come, and makes what has a shebang executable. @returns {esbuild.Plugin} */
function report(bundle, watch) {
  return {
    name: 'report',
    setup(build) {
      // The lines that VS Code's task (.vscode/tasks.json) waits for.
      if (watch) build.onStart(() => console.log('[watch] build started'));
      build.onEnd(async ({ errors, warnings }) => {
        for (const [kind, messages] of [
          ['error', errors],
          ['warning', warnings],
        ])
          for (const line of await esbuild.formatMessages(messages, { kind, color: process.stderr.isTTY })) console.error(line);
        if (bundle.banner && errors.length === 0) chmodSync(path.join(root, bundle.outfile), 0o755);
        if (watch) console.log('[watch] build finished');
      });
    },
  };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  const unknown = flags.filter((f) => !['--production', '--watch', '--tests'].includes(f));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}`);
  const ok = await build(flags.includes('--tests') ? suites : bundles, {
    production: flags.includes('--production'),
    watch: flags.includes('--watch'),
  });
  if (!ok) process.exitCode = 1;
}
