// node scripts/test-fast.mjs [FILE…] [mocha options]
// Bundles test/**/*.test.ts (all but test/vscode and test/editors) into .cache/ and runs them with mocha. Ends with `N passed, N failed, N skipped`.
// Tests run with the repository as their working directory.
// A test file that does not build counts as failed; the others still run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root, testBundle } from '../esbuild.mjs';

const args = process.argv.slice(2);
const named = args.filter((a) => a.endsWith('.test.ts')).map((f) => path.relative(root, path.resolve(f)).replaceAll('\\', '/'));
const options = args.filter((a) => !a.endsWith('.test.ts'));
const all = readdirSync(path.join(root, 'test'), { recursive: true })
  .map((f) => `test/${f.replaceAll('\\', '/')}`)
  .filter((f) => f.endsWith('.test.ts') && !/^test\/(vscode|editors)\//.test(f))
  .sort();
const files = named.length > 0 ? named : all;

// A folder of its own for each run: two runs at once do not meet.
const outdir = path.join(root, '.cache/test', String(process.pid));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

const broken = await bundle(files);
const built = files.filter((f) => !broken.includes(f)).map((f) => path.join(outdir, path.relative('test', f).replace(/\.ts$/, '.cjs')));

const counts = { passed: 0, failed: broken.length, skipped: 0 };
if (built.length > 0) {
  const result = path.join(outdir, 'result.json');
  const mocha = [
    path.join(root, 'node_modules/mocha/bin/mocha.js'),
    '--no-config',
    '--reporter',
    path.join(root, 'scripts/lib/mocha-reporter.cjs'),
  ];
  const { signal } = spawnSync(process.execPath, ['--enable-source-maps', ...mocha, '--timeout', '20000', ...options, ...built], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_RESULT: result },
  });
  if (existsSync(result)) {
    const ran = JSON.parse(readFileSync(result, 'utf8'));
    for (const key of Object.keys(counts)) counts[key] += ran[key];
  } else {
    console.error(`mocha ended without a result${signal ? ` (${signal})` : ''}`);
    counts.failed++;
  }
}
if (counts.passed === 0 && counts.failed === 0) {
  console.error('no test ran');
  counts.failed++;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

/** Bundles the files; returns those that do not build, after saying why. */
async function bundle(files) {
  if (files.length === 0) return [];
  const errors = await attempt(files);
  if (errors === undefined) return [];
  // One bad file stops the whole build: find out which, one by one.
  const bad = [];
  for (const file of files) {
    const own = await attempt([file]);
    if (own === undefined) continue;
    bad.push(file);
    console.error(`does not build: ${file}`);
    for (const line of await esbuild.formatMessages(own, { kind: 'error', color: false })) console.error(line);
  }
  return bad;
}

async function attempt(files) {
  try {
    await esbuild.build(testBundle(files, outdir));
    return undefined;
  } catch (e) {
    return e.errors ?? [{ text: String(e) }];
  }
}
