// node scripts/soak.mjs [RUNS]
// The laws at scale: random edits against fresh documents, through the engine and through the language server. Bounded:
// RUNS (default 20,000) is how many random documents each law sees; some minutes. A short form is in `npm test`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../esbuild.mjs';

const runs = process.argv[2] ?? '20000';
const tests = ['test/laws/incremental.test.ts', 'test/laws/fixes.test.ts', 'test/laws/total.test.ts', 'test/lsp/habits.test.ts'];
const from = Date.now();
const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/test-fast.mjs'), ...tests, '--timeout', '3600000'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, LAW_RUNS: runs },
});
console.log(`${runs} runs of each law in ${((Date.now() - from) / 1000).toFixed(0)} s`);
process.exit(status ?? 1);
