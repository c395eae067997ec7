// npm run evaluate:docnumbers -- DIR : measures the reading of document numbers on two lists in DIR and on the texts beside them.
//
//     docnumbers.tsv             number ⇥ before ⇥ after                              real ones: all should pass in silence
//     docnumbers-malformed.tsv   number ⇥ before ⇥ after ⇥ class ⇥ source ⇥ scored    all scored ones should be caught
//     documents/                 every finding is printed, to be read
//
// `before + number + after` is linted as one paragraph with the rules of the families document-number and date. A number is
// caught by a finding of any severity that overlaps it. A repair is right when the first fix of that finding turns the
// paragraph into `before + repaired + after`; what `repaired` is follows from the class (see `repairOf`).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadSources } from './lib/sources.mjs';

const SILENT = 99.5;
const CAUGHT = 98;
const REPAIRED = 97;

const dir = process.argv[2];
if (!dir || !existsSync(path.join(dir, 'docnumbers.tsv'))) {
  console.error('usage: npm run evaluate:docnumbers -- DIR   (a folder with docnumbers.tsv and docnumbers-malformed.tsv)');
  process.exit(2);
}

const { rules, Block, BlockContent, readHeading, fill } = await loadSources(`
  export { rules } from './server/rules';
  export { Block, BlockContent } from './server/core/block';
  export { readHeading } from './server/core/facts/heading';
  export { fill } from './server/core/messages';
`);
const checks = rules.filter((r) => r.view === 'block' && /^(?:document-number|date)\//.test(r.id));
const traits = { profile: null, reportYear: null, issuer: null, today: new Date().toISOString().slice(0, 10) };

const real = rows('docnumbers.tsv');
const loud = [];
for (const row of real) {
  const said = lint(row.line).filter((f) => /error|warning/.test(f.severity) && overlaps(f.span, row));
  if (said.length > 0) loud.push({ row, said });
}
console.log(`real numbers: ${real.length}`);
for (const { row, said } of loud) console.log(`  not silent: ${row.number}   ${said.map((f) => `${f.rule} ${f.words}`).join('; ')}`);
const silent = report('silent', real.length - loud.length, real.length, SILENT);

const wrong = rows('docnumbers-malformed.tsv').filter((r) => r.rest[2] === 'yes');
const missed = [];
const unrepaired = [];
const levels = {};
let repairable = 0;
for (const row of wrong) {
  const hits = lint(row.line).filter((f) => overlaps(f.span, row));
  const finding = hits.find((f) => f.span.from === row.from) ?? hits[0];
  if (finding) levels[finding.severity] = (levels[finding.severity] ?? 0) + 1;
  else missed.push(row);
  const repaired = repairOf(row.number, row.rest[0]);
  if (repaired === undefined) continue;
  repairable++;
  const expected = row.line.slice(0, row.from) + repaired + row.line.slice(row.to);
  const actual = finding?.fix && apply(row.line, finding.fix);
  if (actual !== expected) unrepaired.push({ row, repaired, actual });
}
console.log(
  `\nmalformed numbers, scored: ${wrong.length}   (caught as ${Object.entries(levels)
    .map(([k, n]) => `${k} ${n}`)
    .join(', ')})`,
);
for (const row of missed)
  console.log(`  missed: ${row.number}   ${row.rest[0]}   …${row.line.slice(Math.max(0, row.from - 12), row.to + 12)}…`);
const caught = report('caught', wrong.length - missed.length, wrong.length, CAUGHT);
for (const { row, repaired, actual } of unrepaired)
  console.log(
    `  not repaired: ${row.number} → ${repaired}   ${actual === undefined ? 'no fix' : `got: ${actual.slice(Math.max(0, row.from - 6), row.to + 6)}`}`,
  );
const repairs = report('right repair', repairable - unrepaired.length, repairable, REPAIRED);

const folder = path.join(dir, 'documents');
if (existsSync(folder)) {
  const count = {};
  console.log('\ndocuments: every finding');
  for (const file of readdirSync(folder).sort()) {
    if (!/\.(?:txt|md)$/.test(file)) continue;
    readFileSync(path.join(folder, file), 'utf8')
      .split(/\r\n|\n|\r/)
      .forEach((line, i) => {
        for (const f of lint(line)) {
          count[f.severity] = (count[f.severity] ?? 0) + 1;
          console.log(
            `  ${file.slice(0, 3)}:${i + 1} ${f.severity} ${f.rule}  …${line.slice(Math.max(0, f.span.from - 15), f.span.to + 8)}…  ${f.words}`,
          );
        }
      });
  }
  console.log(`  ${JSON.stringify(count)}`);
}
process.exit(silent && caught && repairs ? 0 : 1);

/** The findings of one paragraph. */
function lint(line) {
  const block = new Block(new BlockContent('paragraph', line, '', 1, '', readHeading(line)));
  return checks.flatMap((rule) =>
    [...rule.check(block, traits)].map((f) => {
      const edits = f.fixes?.[0]?.edits;
      return {
        rule: rule.id,
        severity: f.severity ?? rule.severity,
        span: f.at.span,
        words: fill(rule.messages[f.message], f.args, 'zh-cn', rule.messages),
        fix: typeof edits === 'function' ? edits() : edits,
      };
    }),
  );
}

function rows(name) {
  return readFileSync(path.join(dir, name), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [number, before, after, ...rest] = line.split('\t');
      return { number, line: before + number + after, from: before.length, to: before.length + number.length, rest };
    });
}

/** What a malformed number should become: every fault that its class names is undone, nothing else. Undefined where a part is lost that nobody can know. */
function repairOf(number, kind) {
  let s = number;
  for (const fault of kind.split('＋')) {
    if (/缺序号|空白模板|缺发文机关代字|年份疑误|书名号|不算错|机关简称/.test(fault)) return undefined;
    if (/括号（|括号\(|括号\[|括号［|括号【|圆括号|龟甲括号/.test(fault)) s = s.replace(/[[［【（(﹝](\d{4})[\]］】）)﹞]/, '〔$1〕');
    else if (fault.includes('空格')) s = s.replace(/\s+/g, '');
    else if (fault.includes('加“第”')) s = s.replace('〕第', '〕');
    else if (fault.includes('前导零')) s = s.replace(/\d+(?=\s*号)/, (d) => d.replace(/^0+/, ''));
    else if (fault.includes('全角数字')) s = s.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
    else if (fault.includes('缺“第”')) s = s.replace(/令(?=\d)/, '令第');
    else throw new Error(`no repair is known for the class ${fault}`);
  }
  return s;
}

function apply(line, edits) {
  return [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((text, e) => text.slice(0, e.span.from) + e.newText + text.slice(e.span.to), line);
}

function overlaps(span, row) {
  return span.from < row.to && row.from < span.to;
}

function report(what, n, of, wanted) {
  const share = (100 * n) / of;
  console.log(`${share >= wanted ? 'ok  ' : 'LOW '} ${what}: ${n}/${of} = ${share.toFixed(2)} %   (wanted ≥ ${wanted} %)`);
  return share >= wanted;
}
