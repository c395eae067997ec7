// node scripts/soak.mjs [RUNS]
// The laws at scale: random edits against fresh documents, through the engine and through the language server; then two
// minutes of fuzzing. Bounded: RUNS (default 6,000) is how many random documents each law sees; some minutes. A short
// form is in `npm test`. FUZZ_MINUTES and FUZZ_SEED change the second part.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../esbuild.mjs';

const runs = process.argv[2] ?? '6000';
const tests = [
  'test/laws/incremental.test.ts',
  'test/laws/fixes.test.ts',
  'test/laws/total.test.ts',
  'test/lsp/habits.test.ts',
  'test/faults/changed.test.ts',
  'test/faults/large.test.ts',
];
const from = Date.now();
const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/test-fast.mjs'), ...tests, '--timeout', '3600000'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, LAW_RUNS: runs },
});
console.log(`${runs} runs of each law in ${((Date.now() - from) / 1000).toFixed(0)} s`);
const { FUZZ_MINUTES = '2', FUZZ_SEED = [] } = process.env;
const fuzz = spawnSync(process.execPath, [path.join(root, 'scripts/fuzz.mjs'), FUZZ_MINUTES, ...[FUZZ_SEED].flat()], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(status || fuzz.status ? 1 : 0);
