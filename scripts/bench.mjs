// node scripts/bench.mjs [keystroke] [whole] [start] [size] [readers [--text DIR]] [figures [--text DIR]]
// Measures, each beside a floor in the same run: keystroke → diagnostics beside an echo server with the same libraries;
// the whole text in process; start; sizes of the bundles. Prints Markdown tables; ratios are what counts.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { build, bundles, root } from '../esbuild.mjs';
import { BenchClient, middle, quantiles } from './bench/client.mjs';
import { figures } from './bench/figures.mjs';
import { peers } from './bench/peers.mjs';
import { readers } from './bench/readers.mjs';
import { report } from './bench/texts.mjs';

const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const doing = (part) => wanted.length === 0 || wanted.includes(part);
const edits = Number(process.env.EDITS ?? 200);
const sizes = [31_000, 310_000, 3_100_000];
const ms = (x) => (x < 10 ? x.toFixed(2) : x.toFixed(1));
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
    '| characters | findings | echo p50 / p95 / p99 ms | ours p50 / p95 / p99 ms | ratio p50 | 20 keys at once, × one: echo / ours | RSS echo / ours MB |\n|---:|---:|---|---|---:|---|---|',
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
      for (let i = 0; i < 20; i++) {
        bursts.two.push(await two.burst(place, '进'));
        await pause(5);
        bursts.one.push(await one.burst(place, '进'));
        await pause(5);
      }
      const e = quantiles(lat.two);
      const o = quantiles(lat.one);
      console.log(
        `| ${text.length} | ${items} | ${ms(e.p50)} / ${ms(e.p95)} / ${ms(e.p99)} | ${ms(o.p50)} / ${ms(o.p95)} / ${ms(o.p99)} | ${(o.p50 / e.p50).toFixed(2)} | ${(quantiles(bursts.two).p50 / e.p50).toFixed(1)} / ${(quantiles(bursts.one).p50 / o.p50).toFixed(1)} | ${two.rss().toFixed(0)} / ${one.rss().toFixed(0)} |`,
      );
      one.stop();
      two.stop();
    }
  }
  console.log();
}

if (doing('whole')) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['server/service.ts'],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    outfile: path.join(out, 'service.mjs'),
    logLevel: 'error',
  });
  const { Service } = await import(pathToFileURL(path.join(out, 'service.mjs')).href);
  const service = new Service({ today: '2026-01-20' });
  const at = process.argv.indexOf('--peers');
  const others = at < 0 ? [] : await peers(process.argv[at + 1]);
  if (others.length > 0) {
    // One text, one run: ours and theirs in turn.
    const text = report(31_000, 20);
    const times = new Map([['gongwen', []], ...others.map(({ name }) => [name, []])]);
    for (let i = 0; i < 40; i++) {
      const fresh = text.replaceAll('号片区', `号${i}片区`);
      let from = performance.now();
      service.open('file:///a.gongwen', 'gongwen', 1, fresh).findings();
      times.get('gongwen').push(performance.now() - from);
      for (const { name, lint } of others) {
        from = performance.now();
        await lint(fresh);
        times.get(name).push(performance.now() - from);
      }
    }
    console.log(`| whole text, ${text.length} characters, warm | median ms | MB/s |\n|---|---:|---:|`);
    for (const [name, list] of times) {
      const { p50 } = quantiles(list.slice(15));
      console.log(`| ${name} | ${ms(p50)} | ${(Buffer.byteLength(text) / 1e3 / p50).toFixed(1)} |`);
    }
    console.log();
  }
  console.log('| characters | bytes | first ms | warm median ms | MB/s | exponent |\n|---:|---:|---:|---:|---:|---:|');
  let last;
  for (const size of sizes) {
    const text = report(size, 20);
    const times = [];
    const rounds = size > 1_000_000 ? 8 : size > 100_000 ? 25 : 120;
    for (let i = 0; i < rounds; i++) {
      // Every line differs from the round before.
      const fresh = text.replaceAll('号片区', `号${i}片区`);
      const from = performance.now();
      service.open('file:///a.gongwen', 'gongwen', 1, fresh).findings();
      times.push(performance.now() - from);
    }
    const bytes = Buffer.byteLength(text);
    const { p50 } = quantiles(times.slice(rounds >> 1));
    console.log(
      `| ${text.length} | ${bytes} | ${ms(times[0])} | ${ms(p50)} | ${(bytes / 1e6 / (p50 / 1e3)).toFixed(1)} | ${last ? (Math.log(p50 / last.p50) / Math.log(bytes / last.bytes)).toFixed(3) : ''} |`,
    );
    last = { p50, bytes };
  }
  console.log();
}

if (doing('readers')) {
  const at = process.argv.indexOf('--text');
  await readers(at < 0 ? undefined : process.argv[at + 1]);
}

if (doing('figures')) {
  const at = process.argv.indexOf('--text');
  await figures(at < 0 ? undefined : process.argv[at + 1]);
}
