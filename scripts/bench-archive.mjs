// node scripts/bench-archive.mjs [reports] [characters] [dense]
// A whole archive through the command line: a thousand generated reports of 7,000 characters, on one thread and on as many as the
// program chooses. Prints time, processor time and memory. Goal: under 3 s and 200 MB.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { build, bundles, root } from '../esbuild.mjs';
import { report } from './bench/texts.mjs';

const reports = Number(process.argv[2] ?? 1000);
const characters = Number(process.argv[3] ?? 7000);
const dense = process.argv[4] === 'dense';

await build(
  bundles.filter((b) => b.outfile === 'dist/cli.js'),
  { production: true },
);
const folder = mkdtempSync(path.join(tmpdir(), 'gongwen-archive-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let bytes = 0;
for (let i = 0; i < reports; i++) {
  // No two are the same: nothing kept from one helps the next.
  const file = path.join(folder, `报告${i}.txt`);
  writeFileSync(file, report(characters, 3, { dense }).replaceAll('片区', `片区${i}`));
  bytes += statSync(file).size;
}
console.log(
  `${reports} reports of ${characters} characters${dense ? ', a figure in sixteen' : ''}, ${(bytes / 1048576).toFixed(1)} MB; Node ${process.version}, ${availableParallelism()} of ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}\n`,
);
console.log('| threads | s | processor s | most memory MB | findings |\n|---|---:|---:|---:|---:|');
for (const [name, args] of [
  ['1', ['--jobs', '1']],
  ['chosen', []],
]) {
  const runs = [];
  for (let i = 0; i < 3; i++) runs.push(await measure(args));
  const best = runs.sort((a, b) => a.seconds - b.seconds)[0];
  console.log(
    `| ${name} | ${best.seconds.toFixed(2)} | ${best.processor.toFixed(2)} | ${Math.max(...runs.map((r) => r.memory)).toFixed(0)} | ${best.findings} |`,
  );
}

/** One run: the program itself, told by a module loaded before it to say at its end what it used. */
async function measure(args) {
  const probe = `process.on('exit',()=>{const u=process.resourceUsage();require('fs').writeFileSync(${JSON.stringify(path.join(folder, 'usage.json'))},JSON.stringify({rss:u.maxRSS,cpu:(u.userCPUTime+u.systemCPUTime)/1e6}))})`;
  const preload = path.join(folder, 'probe.cjs');
  writeFileSync(preload, `if(require('worker_threads').isMainThread){${probe}}`);
  const began = performance.now();
  const child = spawn(process.execPath, ['--require', preload, path.join(root, 'dist/cli.js'), 'lint', '--locale', 'en', ...args, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tail = '';
  child.stdout.on('data', (chunk) => (tail = (tail + chunk).slice(-400)));
  await new Promise((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - began) / 1000;
  const { rss, cpu } = JSON.parse(readFileSync(path.join(folder, 'usage.json'), 'utf8'));
  const counts = /errors: (\d+), warnings: (\d+), infos: (\d+), hints: (\d+)/.exec(tail);
  if (!counts) throw new Error(`no count of findings: ${tail}`);
  return { seconds, processor: cpu, memory: rss / 1024, findings: counts.slice(1).reduce((sum, n) => sum + Number(n), 0) };
}
