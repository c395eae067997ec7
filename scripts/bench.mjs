// node scripts/bench.mjs [keystroke] [whole [--peers DIR]] [start] [size] [readers] [figures] [--text DIR]
// Measures, each beside a floor in the same run: keystroke → diagnostics beside an echo server with the same libraries;
// the whole text in process; start; sizes of the bundles. Prints Markdown tables; ratios are what counts.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { build, bundles, root } from '../esbuild.mjs';
import { BenchClient, middle, ms, quantiles } from './bench/client.mjs';
import { figures } from './bench/figures.mjs';
import { readers } from './bench/readers.mjs';
import { report } from './bench/texts.mjs';
import { whole } from './bench/whole.mjs';

const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const doing = (part) => wanted.length === 0 || wanted.includes(part);
const edits = Number(process.env.EDITS ?? 200);
const sizes = [31_000, 310_000, 3_100_000];
const pause = (n) => new Promise((r) => setTimeout(r, n));

await build(bundles, { production: true });
const out = mkdtempSync(path.join(tmpdir(), 'gongwen-bench-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
const echo = path.join(out, 'echo.js');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['scripts/bench/echo.mjs'],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  outfile: echo,
  logLevel: 'error',
});
const ours = path.join(root, 'dist/server.js');
const launcher = path.join(root, 'dist/server-launcher.js');
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}\n`);

if (doing('size')) {
  console.log('| bundle | KB |\n|---|---:|');
  for (const name of readdirSync(path.join(root, 'dist')).filter((f) => f.endsWith('.js')))
    console.log(`| ${name} | ${(statSync(path.join(root, 'dist', name)).size / 1024).toFixed(0)} |`);
  console.log();
}

if (doing('start')) {
  const text = report(9_000);
  const start = {
    echo: [echo, '--stdio'],
    'ours, nothing kept': [ours, '--stdio'],
    'ours, as the extension starts it': [launcher, '--code-cache', path.join(out, 'code'), '--stdio'],
  };
  const runs = Object.keys(start).map((name) => ({ name, initialize: [], open: [] }));
  // The first session leaves the compiled code for those that follow.
  for (let i = -1; i < 15; i++) {
    for (const { name, initialize, open } of runs) {
      const client = new BenchClient(start[name]);
      const initialized = await client.initialize();
      const { ms: opened } = await client.open(text);
      if (i < 0) await client.end();
      else {
        initialize.push(initialized);
        open.push(opened);
      }
      client.stop();
    }
  }
  const p = (list) => quantiles(list).p50;
  console.log(
    `| start, medians of 15 | spawn → initialize ms | × echo | open → diagnostics, ${Buffer.byteLength(text) >> 10} KB, ms |\n|---|---:|---:|---:|`,
  );
  for (const { name, initialize, open } of runs)
    console.log(`| ${name} | ${ms(p(initialize))} | ${(p(initialize) / p(runs[0].initialize)).toFixed(2)} | ${ms(p(open))} |`);
  console.log();
}

if (doing('keystroke')) {
  console.log(
    '| characters | findings | echo p50 / p95 / p99 ms | ours p50 / p95 / p99 ms | ratio p50 | 20 keys at 20 ms, × one: echo / ours | 20 at once: echo / ours | RSS echo / ours MB |\n|---:|---:|---|---|---:|---|---|---|',
  );
  for (const faults of [20, 1000]) {
    for (const size of sizes) {
      const text = report(size, faults);
      const place = middle(text);
      const one = new BenchClient([ours, '--stdio']);
      await one.initialize();
      const { items } = await one.open(text);
      const two = new BenchClient([echo, '--stdio', '--diags', String(Math.max(0, items))]);
      await two.initialize();
      await two.open(text);
      const lat = { one: [], two: [] };
      for (let i = 0; i < edits + 20; i++) {
        const at = { line: place.line, character: place.character + i };
        const a = await two.keystroke(at, '进');
        await pause(5);
        const b = await one.keystroke(at, '进');
        await pause(5);
        if (i >= 20) {
          lat.two.push(a);
          lat.one.push(b);
        }
      }
      const bursts = { one: [], two: [] };
      const typed = { one: [], two: [] };
      for (let i = 0; i < 7; i++) {
        typed.two.push(await two.typing(place, '进'));
        typed.one.push(await one.typing(place, '进'));
      }
      for (let i = 0; i < 20; i++) {
        bursts.two.push(await two.burst(place, '进'));
        await pause(5);
        bursts.one.push(await one.burst(place, '进'));
        await pause(5);
      }
      const e = quantiles(lat.two);
      const o = quantiles(lat.one);
      console.log(
        `| ${text.length} | ${items} | ${ms(e.p50)} / ${ms(e.p95)} / ${ms(e.p99)} | ${ms(o.p50)} / ${ms(o.p95)} / ${ms(o.p99)} | ${(o.p50 / e.p50).toFixed(2)} | ${(quantiles(typed.two).p50 / e.p50).toFixed(1)} / ${(quantiles(typed.one).p50 / o.p50).toFixed(1)} | ${(quantiles(bursts.two).p50 / e.p50).toFixed(1)} / ${(quantiles(bursts.one).p50 / o.p50).toFixed(1)} | ${two.rss().toFixed(0)} / ${one.rss().toFixed(0)} |`,
      );
      one.stop();
      two.stop();
    }
  }
  console.log();
}

const folder = (flag) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
};
if (doing('whole')) await whole({ text: folder('--text'), peers: folder('--peers') });
if (doing('readers')) await readers(folder('--text'));
if (doing('figures')) await figures(folder('--text'));
