// node scripts/fuzz.mjs [MINUTES] [SEED]
// Fuzzes the service for some minutes (default 3) and prints what it found: failures as entries for
// test/fixtures/regressions.json. The short form is in test/laws/fuzz.test.ts.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../esbuild.mjs';
import { buildCounted } from './lib/instrument.mjs';

const minutes = Number(process.argv[2] ?? 3);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const outdir = path.join(root, '.cache/fuzz', String(process.pid));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

const { fuzz } = createRequire(import.meta.url)(await buildCounted('test/fuzz/fuzz.ts', outdir));
const examples = readdirSync(path.join(root, 'examples')).map((f) => readFileSync(path.join(root, 'examples', f), 'utf8'));
const regressions = JSON.parse(readFileSync(path.join(root, 'test/fixtures/regressions.json'), 'utf8'));
const from = Date.now();
const say = (s) =>
  console.log(
    `${((Date.now() - from) / 1000).toFixed(0)} s: ${s.inputs} inputs, ${s.edits} edits, ${s.grown} repeated, ${s.kept} kept, ${s.reached} reached, ${s.failures.length} failures`,
  );
let last = 0;
const state = fuzz({
  seed,
  inputs: Infinity,
  slowest: 3_000,
  until: from + minutes * 60_000,
  corpus: [...regressions.map((r) => r.text), ...examples.flatMap((t) => [t, ...t.split(/\n(?=[一二三四五六])/)])],
  onProgress: (s) => {
    if (Date.now() - last < 30_000) return;
    last = Date.now();
    say(s);
  },
});
say(state);
for (const failure of state.failures) console.log(JSON.stringify(failure, null, 2));
console.log(`seed ${seed}: ${state.failures.length} failures`);
process.exitCode = state.failures.length > 0 ? 1 : 0;
