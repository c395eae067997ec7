// The whole text with every rule on, warm, in process, beside other linters; and how the time grows with the text.
// Every line of every round differs, and nothing outlives its document.
import { loadSources } from '../lib/sources.mjs';
import { ms, quantiles } from './client.mjs';
import { peers } from './peers.mjs';
import { folderText, report, stretch, vary } from './texts.mjs';

const WARM_MS = 3000;
const SIZES = [31_000, 310_000, 3_100_000];

/**
 * Prints tables.
 * @param {{ text?: string, peers?: string }} folders with reports to read in place of the generated one; with other linters
 */
export async function whole(folders) {
  const { Service } = await loadSources(`export { Service } from './server/service';`);
  const service = new Service({ today: '2026-01-20' });
  const findings = (text) => service.open('file:///a.gongwen', 'gongwen', 1, text).findings();
  const real = folders.text === undefined ? undefined : folderText(folders.text);
  const textOf = (size) =>
    real === undefined ? report(size, 20) : size === SIZES[0] ? real : stretch(real, (real.length * size) / SIZES[0]);

  if (folders.peers !== undefined) {
    const text = textOf(SIZES[0]);
    const linters = [{ name: 'gongwen', lint: findings }, ...(await peers(folders.peers))];
    const times = linters.map(() => []);
    // Each by itself until it is warm; then in turn.
    for (const { lint } of linters)
      for (const end = performance.now() + WARM_MS; performance.now() < end;) await lint(vary(text, performance.now() | 0));
    for (let i = 0; i < 40; i++) {
      const fresh = vary(text, i);
      for (const [k, { lint }] of linters.entries()) {
        const from = performance.now();
        await lint(fresh);
        times[k].push(performance.now() - from);
      }
    }
    console.log(`| whole text, ${text.length} characters, warm, in turn | median ms | MB/s | gongwen is × as fast |\n|---|---:|---:|---:|`);
    const medians = times.map((list) => quantiles(list).p50);
    for (const [k, { name }] of linters.entries())
      console.log(
        `| ${name} | ${ms(medians[k])} | ${(Buffer.byteLength(text) / 1e3 / medians[k]).toFixed(1)} | ${(medians[k] / medians[0]).toFixed(2)} |`,
      );
    console.log();
  }

  console.log(
    '| text | characters | bytes | first ms | warm median ms | MB/s | best MB/s | exponent |\n|---|---:|---:|---:|---:|---:|---:|---:|',
  );
  let last;
  const texts = SIZES.map((size) => ({ name: real === undefined ? 'as reports are' : 'from the folder', size, text: textOf(size) }));
  if (real === undefined) texts.push({ name: 'a figure in 16 characters', size: SIZES[0], text: report(SIZES[0], 20, { dense: true }) });
  for (const { name, size, text } of texts) {
    const rounds = size > 1_000_000 ? 8 : size > 100_000 ? 25 : 600;
    const times = [];
    for (let i = 0; i < rounds; i++) {
      const fresh = vary(text, i);
      const from = performance.now();
      findings(fresh);
      times.push(performance.now() - from);
    }
    const bytes = Buffer.byteLength(text);
    const { p50 } = quantiles(times.slice(rounds >> 1));
    const speed = (time) => (bytes / 1e3 / time).toFixed(1);
    const exponent = last && bytes > last.bytes ? (Math.log(p50 / last.p50) / Math.log(bytes / last.bytes)).toFixed(3) : '';
    console.log(
      `| ${name} | ${text.length} | ${bytes} | ${ms(times[0])} | ${ms(p50)} | ${speed(p50)} | ${speed(Math.min(...times))} | ${exponent} |`,
    );
    last = { p50, bytes };
  }
  console.log();
}
