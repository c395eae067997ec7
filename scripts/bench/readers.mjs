// The readers of facts over texts of three lengths: that of document numbers with what it needs, and all of them, beside
// the one walk over the text that each begins with. The exponent says how the time grows with the length: 1 is linear.
import { loadSources } from '../lib/sources.mjs';
import { quantiles } from './client.mjs';
import { folderText, report } from './texts.mjs';

const SIZES = [250_000, 1_000_000, 4_000_000];
const ROUNDS = 12;
const WARM = 8;

/** Prints a table. @param {string | undefined} folder of .txt and .md files to read; else a text made from the examples */
export async function readers(folder) {
  const { scan, readIdentifiers, readDocumentNumbers, joinWrappedNumbers, readCitations, BlockContent, readHeading } = await loadSources(`
    export { scan } from './server/core/facts/scan';
    export { readIdentifiers } from './server/core/facts/identifier';
    export { readDocumentNumbers } from './server/core/facts/document-number';
    export { joinWrappedNumbers } from './server/core/facts/wrapped-number';
    export { readCitations } from './server/core/facts/citation';
    export { BlockContent } from './server/core/block';
    export { readHeading } from './server/core/facts/heading';
  `);
  const lines = (folder === undefined ? report(1_400_000, 200) : folderText(folder)).split(/\r\n|\n|\r/).filter((l) => l.trim() !== '');
  const readNumbers = (line) => {
    const s = scan(line);
    const numbers = joinWrappedNumbers(s, readDocumentNumbers(s, readIdentifiers(s)));
    return numbers.length + readCitations(s, numbers).length;
  };
  const parts = {
    'one walk': (line) => scan(line).has,
    'document numbers': readNumbers,
    'all facts': (line) => new BlockContent('paragraph', line, '\n', 1, '', readHeading(line)).facts.bits,
  };
  console.log('| readers | bytes | median ms | MB/s | exponent |\n|---|---:|---:|---:|---:|');
  for (const [name, read] of Object.entries(parts)) {
    // Compiled before it is measured: else the shortest text pays for it.
    const warm = repeated(lines, SIZES[1]);
    for (let i = 0; i < WARM; i++) for (const line of warm) read(line);
    let last;
    for (const size of SIZES) {
      const text = repeated(lines, size);
      const bytes = text.reduce((n, line) => n + Buffer.byteLength(line) + 1, 0);
      const times = [];
      for (let i = 0; i < ROUNDS; i++) {
        const from = performance.now();
        for (const line of text) read(line);
        times.push(performance.now() - from);
      }
      const { p50 } = quantiles(times.slice(2));
      console.log(
        `| ${name} | ${bytes} | ${p50.toFixed(1)} | ${(bytes / 1e3 / p50).toFixed(0)} | ${last ? (Math.log(p50 / last.p50) / Math.log(bytes / last.bytes)).toFixed(2) : ''} |`,
      );
      last = { p50, bytes };
    }
  }
  // Everything in one line: what is linear by lines might still be quadratic inside one.
  const one = {};
  for (const length of [20_000, 80_000]) {
    const line = lines.join('').slice(0, length);
    const times = [];
    for (let i = 0; i < ROUNDS; i++) {
      const from = performance.now();
      readNumbers(line);
      times.push(performance.now() - from);
    }
    one[length] = quantiles(times.slice(2)).p50;
  }
  console.log(
    `\ndocument numbers in a single line of 20,000 and of 80,000 characters: ${one[20_000].toFixed(2)} ms, ${one[80_000].toFixed(2)} ms, exponent ${(Math.log(one[80_000] / one[20_000]) / Math.log(4)).toFixed(2)}\n`,
  );
}

/** Lines, again and again from the start, until they are so many bytes. */
function repeated(lines, size) {
  const out = [];
  for (let i = 0, n = 0; n < size; i++) {
    const line = lines[i % lines.length];
    out.push(line);
    n += Buffer.byteLength(line) + 1;
  }
  return out;
}
