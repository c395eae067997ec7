// The figure pass when warm: figures, relations, mentions and the rules about them, over everything else read before.
// The limit is 0.1 ms per thousand characters; it is measured over reports as they are written.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../esbuild.mjs';
import { loadSources } from '../lib/sources.mjs';

const SIZES = [100_000, 400_000];
const ROUNDS = 20;
/** Compiled before it is measured. */
const WARM = 60;
const LIMIT = 0.1;

/** Prints a table. @param {string | undefined} folder of reports to read; else the sample drafts */
export async function figures(folder) {
  const m = await loadSources(`
    export { scan } from './server/core/facts/scan';
    export { readIdentifiers } from './server/core/facts/identifier';
    export { readDocumentNumbers } from './server/core/facts/document-number';
    export { readDates } from './server/core/facts/date';
    export { readCitations } from './server/core/facts/citation';
    export { readFigures } from './server/core/facts/figure';
    export { readRelations } from './server/core/facts/relation';
    export { mentionKeys } from './server/core/facts/mention';
    export { Block, BlockContent } from './server/core/block';
    export { readHeading } from './server/core/facts/heading';
    export { rules } from './server/rules';
  `);
  const rules = m.rules.filter((rule) => rule.id.startsWith('figure/') && rule.view === 'block');
  const traits = { profile: null, reportYear: 2025, issuer: null, today: '2026-01-20' };
  const all = texts(folder ?? path.join(root, 'examples'))
    .split(/\r\n|\n|\r/)
    .filter((l) => l.trim() !== '');
  const prepare = (text) => {
    const s = m.scan(text);
    const identifiers = m.readIdentifiers(s);
    const documentNumbers = m.readDocumentNumbers(s, identifiers);
    const content = new m.BlockContent('paragraph', text, '\n', 1, '', m.readHeading(text));
    // Read now, so that keys and rules cost their own work alone.
    void content.facts;
    const before = {
      identifiers,
      documentNumbers,
      dates: m.readDates(s, identifiers),
      citations: m.readCitations(s, documentNumbers),
      heading: content.heading,
    };
    return { s, before, content, block: new m.Block(content) };
  };
  const parts = {
    figures: ({ s, before }) => m.readFigures(s, before).length,
    relations: ({ s, block }) => m.readRelations(s, block.facts.figures).length,
    mentions: ({ content }) => m.mentionKeys(content).length,
    rules: ({ block }) => {
      let n = 0;
      for (const rule of rules) for (const finding of rule.check(block, traits)) n += finding ? 1 : 0;
      return n;
    },
  };
  console.log('| figure pass, warm | characters | figures | fastest ms | ms per 1000 characters |\n|---|---:|---:|---:|---:|');
  for (const size of SIZES) {
    const lines = [];
    let characters = 0;
    for (let i = 0; characters < size; i++) {
      lines.push(prepare(all[i % all.length]));
      characters += all[i % all.length].length;
    }
    const count = lines.reduce((n, { block }) => n + block.facts.figures.length, 0);
    let sum = 0;
    for (const [name, read] of Object.entries(parts)) {
      if (size === SIZES[0]) for (let i = 0; i < WARM; i++) for (const line of lines) read(line);
      const times = [];
      for (let i = 0; i < ROUNDS; i++) {
        const from = performance.now();
        for (const line of lines) read(line);
        times.push(performance.now() - from);
      }
      // The fastest round: what else runs on the machine makes the others slower.
      const best = Math.min(...times);
      sum += best;
      console.log(`| ${name} | ${characters} | ${count} | ${best.toFixed(2)} | ${((best * 1000) / characters).toFixed(4)} |`);
    }
    const each = (sum * 1000) / characters;
    console.log(
      `| **all** | ${characters} | ${count} | ${sum.toFixed(2)} | **${each.toFixed(4)}** ${each <= LIMIT ? '≤' : '>'} ${LIMIT} |`,
    );
  }
  console.log();
}

function texts(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => /\.(?:txt|md|gongwen)$/.test(f))
    .sort();
  return files.map((f) => readFileSync(path.join(folder, f), 'utf8')).join('\n');
}
