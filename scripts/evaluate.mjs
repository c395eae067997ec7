// node scripts/evaluate.mjs DIR [--all]
// Lints DIR/samples/*.txt and holds the findings against DIR/gold/*.json (hand-made: headings, findings with a verdict).
// Prints: gold defects found and missed, traps hit (warning or above; hints counted apart), findings per rule, headings.
// --all lists every finding. Without samples/ and gold/ it lists the findings of every text in DIR, for reading.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../esbuild.mjs';

const [dir] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const all = process.argv.includes('--all');
if (!dir) {
  console.error('usage: npm run evaluate -- DIR [--all]');
  process.exit(2);
}

/** Which rules can see which class of gold finding. */
const CLASSES = {
  section: ['section'],
  docnumber: ['document-number'],
  heading: ['heading'],
  figure: ['figure'],
  publication: ['residue', 'format'],
  punctuation: ['punctuation', 'document-number'],
  typo: ['wording'],
  'number-style': ['numeral'],
};
const RANK = { error: 0, warning: 1, info: 2, hint: 3 };

const out = mkdtempSync(path.join(tmpdir(), 'gongwen-evaluate-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await esbuild.build({
  absWorkingDir: root,
  stdin: { contents: "export * from './server/service';\nexport * from './server/figures';", resolveDir: root, loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  outfile: path.join(out, 'service.mjs'),
  logLevel: 'error',
});
const { Service, messageOf, reportLedger, coveragePercent } = await import(path.join(out, 'service.mjs'));
const service = new Service({ today: '2026-01-20' });

const lint = (file) => {
  const text = readFileSync(file, 'utf8');
  const report = service.open(`file:///${encodeURIComponent(path.basename(file))}`, 'plaintext', 1, text);
  const findings = report.findings().map((f) => ({
    rule: f.rule.id,
    severity: f.severity,
    message: messageOf(f, 'zh-cn'),
    range: report.rangeOf(f),
    fixes: (f.filed.finding.fixes ?? []).map((x) => report.editsOf(x)),
  }));
  return { text, lines: text.split(/\r\n|\n|\r/), report, findings };
};
const quote = (lines, { start, end }) =>
  start.line === end.line ? lines[start.line].slice(start.character, end.character) : `${lines[start.line].slice(start.character)}…`;
const show = (lines, f) =>
  `  ${f.severity.padEnd(7)} L${f.range.start.line + 1}:${f.range.start.character}-${f.range.end.character} ${f.rule} “${quote(lines, f.range).slice(0, 40)}” ${f.message}`;

if (!existsSync(path.join(dir, 'gold'))) {
  for (const name of readdirSync(dir)
    .filter((f) => f.endsWith('.txt'))
    .sort()) {
    const { lines, report, findings } = lint(path.join(dir, name));
    console.log(`${name}  ${report.document.traits.profile?.id ?? '–'} ${report.document.traits.reportYear ?? ''}`);
    for (const f of findings.filter((x) => all || RANK[x.severity] <= 1)) console.log(show(lines, f));
  }
  process.exit(0);
}

const totals = { defects: 0, found: 0, suspects: 0, suspected: 0, traps: 0, hit: 0, hinted: 0, relations: 0, verified: 0 };
const coverage = { digits: 0, read: 0 };
const perClass = new Map();
const perRule = new Map();
for (const name of readdirSync(path.join(dir, 'gold'))
  .filter((f) => f.endsWith('.json'))
  .sort()) {
  const gold = JSON.parse(readFileSync(path.join(dir, 'gold', name), 'utf8'));
  const { lines, report, findings } = lint(path.join(dir, 'samples', gold.file));
  const { traits, outline, blocks } = report.document;
  console.log(
    `\n${gold.file}: ${traits.profile?.id ?? 'not recognised'} ${traits.reportYear ?? '–'} (gold ${gold.kind} ${gold.reportYear})`,
  );
  for (const f of findings) perRule.set(`${f.rule} ${f.severity}`, (perRule.get(`${f.rule} ${f.severity}`) ?? 0) + 1);

  const sees = (g, f) =>
    (CLASSES[g.class] ?? []).includes(f.rule.split('/')[0]) || (g.alsoClass ?? []).some((c) => CLASSES[c]?.includes(f.rule.split('/')[0]));
  const meets = (g, f) => {
    if (g.scope === 'document') return f.rule === 'punctuation/half-width';
    if (f.rule === 'punctuation/half-width') return false;
    if (g.anchor) return f.range.start.line + 1 <= g.line && f.range.end.line + 1 >= g.line;
    return (
      f.range.start.line <= g.line - 1 &&
      f.range.end.line >= g.line - 1 &&
      (f.range.start.line < g.line - 1 || f.range.start.character < Math.max(g.end, g.start + 1)) &&
      (f.range.end.line > g.line - 1 || f.range.end.character > g.start || f.range.end.character === f.range.start.character)
    );
  };
  const right = (g, f) => {
    if (g.fix === null || g.fix === undefined) return undefined;
    return f.fixes.some((edits) => {
      const line = lines[g.line - 1];
      const wanted = (line.slice(0, g.start) + g.fix + line.slice(g.end)).trim();
      return edits.some((e) => e.range.start.line === g.line - 1) && apply(lines, edits, g.line - 1).trim() === wanted;
    });
  };
  for (const g of gold.findings) {
    const met = findings.filter((f) => sees(g, f) && meets(g, f));
    const loud = met.filter((f) => RANK[f.severity] <= 1);
    const mark = `${g.id} ${g.class} L${g.line}:${g.start}-${g.end} “${g.text.slice(0, 30)}”`;
    if (g.verdict === 'defect') {
      totals.defects++;
      const entry = perClass.get(g.class) ?? { defects: 0, found: 0, fixable: 0, fixed: 0 };
      entry.defects++;
      if (met.length > 0) {
        totals.found++;
        entry.found++;
        const fixed =
          met.map((f) => right(g, f)).find((x) => x !== undefined && x) ?? met.map((f) => right(g, f)).find((x) => x !== undefined);
        if (fixed !== undefined) {
          entry.fixable++;
          if (fixed) entry.fixed++;
          else console.log(`  other fix: ${mark} gold “${g.fix}”`);
        }
      } else console.log(`  missed: ${mark} ${g.explain.slice(0, 90)}`);
      perClass.set(g.class, entry);
    } else if (g.verdict === 'suspect') {
      totals.suspects++;
      if (met.length > 0) totals.suspected++;
    } else {
      totals.traps++;
      if (loud.length > 0) {
        totals.hit++;
        console.log(`  TRAP HIT: ${mark} by ${loud.map((f) => f.rule).join(' ')}`);
      } else if (met.length > 0) {
        totals.hinted++;
        console.log(`  trap hinted: ${mark} by ${met.map((f) => `${f.rule} (${f.severity})`).join(' ')}`);
      }
    }
  }
  // Relations that hold: shown as verified in the ledger of figures, inside the words that the gold names.
  const ledger = reportLedger(report);
  coverage.digits += ledger.coverage.digits;
  coverage.read += ledger.coverage.read;
  for (const g of gold.figures ?? []) {
    totals.relations++;
    const { block, line } = blocks.at(g.line - 1);
    const start = g.line - 1 === line ? 0 : lines.slice(line, g.line - 1).reduce((n, l) => n + l.length + 1, 0);
    // Statements of words alone (“一官两师”（…）) have no figure; their span tells.
    const inside = ({ from, to }) => from >= start + g.start - 1 && to <= start + g.end + 1;
    const near = ({ span, figures }) =>
      figures.length > 0 ? figures.every((f) => inside(f.span)) : span.from < start + g.end && span.to > start + g.start;
    const held = block.facts.relations.some((r) => r.verdict === 'holds' && near(r));
    if (held) totals.verified++;
    else console.log(`  not verified: L${g.line} ${g.relation} ${g.expr} “${g.text.slice(0, 40)}”`);
  }
  const states = (state) => ledger.entries.filter((e) => e.state === state).length;
  console.log(
    `  ledger: ${ledger.entries.length} figures, ${states('agrees')} agree, ${states('conflicts')} conflict, ${states('unchecked')} not checked; ${coveragePercent(ledger.coverage)} % of the digits read`,
  );
  // Headings, line by line.
  const ours = new Map(outline.sections.map((s) => [blocks.lineOf(s.block) + 1, s]));
  const roles = report.alignment?.roles ?? new Map();
  let rightHeadings = 0;
  for (const h of gold.headings) {
    const s = ours.get(h.line);
    ours.delete(h.line);
    const number = s && s.block.text.slice(s.heading.number.from, s.heading.number.to);
    const role = s ? (roles.get(s) ?? []).join('+') : '';
    if (
      s &&
      s.level === h.level &&
      number === h.number &&
      s.title.replace(/[。.]$/, '') === h.title.replace(/[。.]$/, '') &&
      (h.mandatedSection ?? '') === role
    )
      rightHeadings++;
    else
      console.log(
        `  heading L${h.line} gold ${h.level} ${h.number}${h.title.slice(0, 24)} [${h.mandatedSection ?? ''}] – ours ${s ? `${s.level} ${number}${s.title.slice(0, 24)} [${role}]` : 'none'}`,
      );
  }
  for (const [line, s] of ours) console.log(`  heading not in the gold: L${line} ${s.level} ${s.title.slice(0, 30)}`);
  console.log(`  headings right: ${rightHeadings} of ${gold.headings.length}`);
  // What is said beyond the gold.
  const beyond = findings.filter((f) => !gold.findings.some((g) => g.verdict !== 'clean-trap' && sees(g, f) && meets(g, f)));
  console.log(`  beyond the gold: ${beyond.length}, at warning or above ${beyond.filter((f) => RANK[f.severity] <= 1).length}`);
  for (const f of all ? findings : beyond) console.log(show(lines, f));
}
console.log('\nclass          defects  found  with one fix  right fix');
for (const [name, e] of perClass)
  console.log(
    `${name.padEnd(14)} ${String(e.defects).padStart(7)} ${String(e.found).padStart(6)} ${String(e.fixable).padStart(13)} ${String(e.fixed).padStart(10)}`,
  );
console.log(
  `\ndefects found ${totals.found} of ${totals.defects}; suspects found ${totals.suspected} of ${totals.suspects}; traps hit ${totals.hit} of ${totals.traps}, hinted ${totals.hinted}`,
);
console.log(
  `relations that hold: ${totals.relations}, shown as verified ${totals.verified}; ${coveragePercent(coverage)} % of the digits read`,
);
console.log('\nfindings per rule');
for (const [rule, n] of [...perRule].sort()) console.log(`${String(n).padStart(5)}  ${rule}`);

function apply(lines, edits, line) {
  let text = lines[line];
  for (const { range, newText } of [...edits].reverse()) {
    if (range.start.line !== line) continue;
    const end = range.end.line === line ? range.end.character : text.length;
    text = text.slice(0, range.start.character) + newText + text.slice(end);
  }
  return text;
}
