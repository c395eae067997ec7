/**
 * Figures in the editor: hover shows how a checked figure was reckoned, also when it holds; the ledger (事实台账) on
 * request; marks of proof in the text and a line over each section, both off unless asked for.
 */
import type { CodeLens, Disposable, InlayHint, Position, Range } from 'vscode-languageserver';
import type { Block } from '../../core/block';
import { isPoint } from '../../core/decimal';
import { rangeOf } from '../../core/edits';
import type { Figure } from '../../core/facts/figure';
import type { Relation } from '../../core/facts/relation';
import { relationsOf, type LedgerKind } from '../../core/ledger';
import type { Locale } from '../../core/messages';
import { type Span } from '../../core/text';
import {
  coveragePercent,
  KIND_WORDS,
  relationWords,
  reportLedger,
  standsFor,
  STATE_WORDS,
  VERDICT_WORDS,
  VERIFIED_WORD,
  verifiedIn,
} from '../../figures';
import type { Report } from '../../service';
import type { Context, Feature, HoverPart } from '../feature';
import { LedgerRequest, ServerCommand, type LedgerParams, type LedgerResult } from '../protocol';
import { CodeLensRequest, InlayHintRequest } from '../wire';

const WORDS = {
  stands: { 'zh-cn': '“{figure}”指', en: '“{figure}” stands for' },
  title: { 'zh-cn': '事实台账', en: 'Ledger of Figures' },
  head: {
    'zh-cn': ['行', '指标', '值', '单位', '期间', '章节', '关系', '状态'],
    en: ['Line', 'Indicator', 'Value', 'Unit', 'Period', 'Section', 'Relation', 'State'],
  },
  none: { 'zh-cn': '文中没有读到数字。', en: 'No figure was read in this text.' },
  summary: {
    'zh-cn': '{all} 个数字：相符 {agrees}，不符 {conflicts}，未验算 {unchecked}{verified}。读懂了全文数字的 {coverage}%。',
    en: '{all} figures: {agrees} agree, {conflicts} conflict, {unchecked} not reckoned{verified}. {coverage}% of the digits in the text were understood.',
  },
  verified: { 'zh-cn': '；已核 {verified}', en: '; {verified} verified' },
  lens: { 'zh-cn': '{all} 个数字，{agrees} 项验算相符', en: '{all} figures, {agrees} agree' },
} as const;

function fillIn(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
}

/** Makes the feature; it remembers which of its additions are on. */
export function figures(): Feature {
  const on = new Map<'marks' | 'lens', Promise<Disposable>>();
  return {
    hover: ({ client }, report, position) => hover(report, position, client.wording.locale),
    commands: { [ServerCommand.ledger]: (context, [uri]) => ledgerOfDocument(context, String(uri)) },
    register(context) {
      const { connection } = context;
      connection.onRequest(LedgerRequest, ({ uri }: LedgerParams) => ledgerOfDocument(context, uri));
      connection.languages.inlayHint.on(async ({ textDocument, range }) => {
        const report = on.has('marks') ? await context.report(textDocument.uri) : undefined;
        return report ? marks(report, range) : null;
      });
      connection.onCodeLens(async ({ textDocument }) => {
        const report = on.has('lens') ? await context.report(textDocument.uri) : undefined;
        return report ? lenses(report, context) : null;
      });
    },
    /** Nobody asks for what is off: the requests are offered only while their settings are on. */
    async configured(context) {
      const { proofMarks, codeLens } = await sectionOf(context);
      await turn('marks', proofMarks === true, () => context.connection.client.register(InlayHintRequest.type, { documentSelector: null }));
      await turn('lens', codeLens === true, () => context.connection.client.register(CodeLensRequest.type, { documentSelector: null }));
    },
  };

  async function turn(name: 'marks' | 'lens', wanted: boolean, offer: () => Promise<Disposable>): Promise<void> {
    const offered = on.get(name);
    if (wanted === (offered !== undefined)) return;
    if (wanted) on.set(name, offer());
    else on.delete(name);
    // An editor that takes no registrations has no such marks.
    await (wanted ? on.get(name)! : offered!.then((d) => d.dispose())).catch(() => undefined);
  }
}

/** The editor's settings under `gongwen`. */
async function sectionOf({
  client,
  connection,
  reports,
}: Context): Promise<{ readonly proofMarks?: unknown; readonly codeLens?: unknown }> {
  const said: unknown = client.configuration
    ? await connection.workspace.getConfiguration('gongwen').catch(() => undefined)
    : reports.editorSection;
  return typeof said === 'object' && said !== null ? said : {};
}

/** A statement as a line: 相符 · 总分：`12+8=20`. The numbers of the text stand as code, so that no mark in them counts. */
function line(
  { kind, formula, verdict }: { readonly kind: LedgerKind; readonly formula: string; readonly verdict: Relation['verdict'] },
  locale: Locale,
): string {
  return `**${VERDICT_WORDS[verdict][locale]}** · ${KIND_WORDS[kind][locale]}${locale === 'zh-cn' ? '：' : ': '}\`${formula.replaceAll('`', '')}\``;
}

/** What is said of the figure at a place, and of each rounded number that takes part, what it stands for. */
function hover(report: Report, position: Position, locale: Locale): HoverPart[] {
  if (!report.document.traits.profile) return [];
  const { block, line: first } = report.document.blocks.at(position.line);
  const { facts, text } = block;
  if (facts.figures.length === 0 && facts.tables.length === 0) return [];
  const holds = (span: Span): Range | undefined => {
    const range = rangeOf(report.document, block, span, first);
    return range.start.line <= position.line &&
      range.end.line >= position.line &&
      range.start.character <= position.character &&
      range.end.character >= position.character
      ? range
      : undefined;
  };
  for (const { rows, statements } of facts.tables) {
    for (const cell of rows.flat()) {
      const range = cell.kind === 'number' ? holds(cell.span) : undefined;
      if (!range) continue;
      const lines = statements.filter((s) => s.cells.includes(cell)).map((s) => line({ ...s, kind: `table-${s.form}` }, locale));
      return lines.length > 0 ? [{ range, value: lines.join('\n\n') }] : [];
    }
  }
  for (const figure of facts.figures) {
    const range = holds(figure.span);
    if (!range) continue;
    const relations = relationsOf(facts).get(figure) ?? [];
    if (relations.length === 0) return [];
    return [{ range, value: [...relations.map((r) => line(r, locale)), ...intervals(text, figure, relations, locale)].join('\n\n') }];
  }
  return [];
}

function intervals(text: string, figure: Figure, relations: readonly Relation[], locale: Locale): string[] {
  const parts = new Set([figure, ...relations.flatMap((r) => r.figures)]);
  const lines: string[] = [];
  for (const f of parts) {
    const stands = standsFor(f);
    if (stands !== '')
      lines.push(
        `${fillIn(WORDS.stands[locale], { figure: text.slice(f.span.from, f.span.to).replace(/[\s`*_[\]<>\\]/g, '') })} \`${stands}\``,
      );
  }
  const exact = relations.every((r) => r.figures.every((f) => isPoint(f.stands)));
  return exact ? [] : lines.slice(0, MOST_INTERVALS);
}

const MOST_INTERVALS = 6;

/** ✓ behind a statement that holds, what the calculation gives behind one that fails. */
function marks(report: Report, range: Range): InlayHint[] {
  if (!report.document.traits.profile) return [];
  const { blocks } = report.document;
  const start = blocks.at(range.start.line);
  let first = start.line;
  const hints: InlayHint[] = [];
  for (const block of blocks.from(start.block)) {
    if (first > range.end.line) break;
    for (const [to, label] of markedPlaces(block)) {
      hints.push({ position: rangeOf(report.document, block, { from: to, to }, first).end, label, paddingLeft: true });
    }
    first += block.content.lineCount;
  }
  return hints;
}

function markedPlaces({ facts }: Block): Map<number, string> {
  const places = new Map<number, string>();
  const put = (to: number, verdict: Relation['verdict'], reached: string) => {
    if (verdict === 'fails') places.set(to, reached === '' ? '✗' : `✗ ${reached}`);
    else if (verdict === 'holds' && !places.has(to)) places.set(to, '✓');
  };
  for (const { span, verdict, reached, figures } of facts.relations) if (figures.length > 0) put(span.to, verdict, reached);
  for (const { statements } of facts.tables) for (const { at, verdict, reached } of statements) put(at.to, verdict, reached);
  return places;
}

/** A line over each section that holds figures. */
function lenses(report: Report, { client }: Context): CodeLens[] {
  const { document } = report;
  if (!document.traits.profile) return [];
  const counts = new Map<string, { all: number; agrees: number }>();
  const starts = document.outline.sections.map((section) => ({ section, line: document.blocks.lineOf(section.block) }));
  for (const { line: at, state } of reportLedger(report).entries) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle].line <= at) low = middle + 1;
      else high = middle;
    }
    const key = String(low - 1);
    const count = counts.get(key) ?? { all: 0, agrees: 0 };
    counts.set(key, { all: count.all + 1, agrees: count.agrees + (state === 'agrees' ? 1 : 0) });
  }
  return [...counts].flatMap(([key, count]): CodeLens[] => {
    const at = starts[Number(key)];
    if (!at) return [];
    const title = fillIn(WORDS.lens[client.wording.locale], count);
    const range = rangeOf(document, at.section.block, { from: 0, to: 0 }, at.line);
    // Only our own client has the command; elsewhere the line is only read.
    return [{ range, command: { title, command: client.outline ? 'gongwen.showLedger' : '', arguments: [report.uri] } }];
  });
}

async function ledgerOfDocument(context: Context, uri: string): Promise<LedgerResult | null> {
  const report = await context.report(uri);
  return report ? ledger(report, context.client.wording.locale, context.reports.documents.get(uri)?.stamps ?? null) : null;
}

/** The ledger for people (Markdown) and for programs. `stamps` are null where nobody stamps: then nothing is said of them. */
function ledger(report: Report, locale: Locale, stamps: ReadonlySet<string> | null): LedgerResult {
  const { entries, coverage } = reportLedger(report);
  const { document } = report;
  const isVerified = stamps && verifiedIn(stamps);
  const figures = entries.map(({ at, line: first, ...entry }) => ({
    ...entry,
    ...(isVerified ? { verified: isVerified(at) } : {}),
    range: rangeOf(document, at.block, at.span, first),
    stateWords: STATE_WORDS[entry.state][locale],
  }));
  const count = (state: string) => entries.filter((e) => e.state === state).length;
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const lines = [
    `# ${WORDS.title[locale]}`,
    '',
    fillIn(WORDS.summary[locale], {
      all: entries.length,
      agrees: count('agrees'),
      conflicts: count('conflicts'),
      unchecked: count('unchecked'),
      verified: stamps ? fillIn(WORDS.verified[locale], { verified: figures.filter(({ verified }) => verified).length }) : '',
      coverage: coveragePercent(coverage),
    }),
    '',
  ];
  if (entries.length === 0) lines.push(WORDS.none[locale]);
  else {
    const head = [...WORDS.head[locale], ...(stamps ? [VERIFIED_WORD[locale]] : [])];
    lines.push(row(head), `|${'---|'.repeat(head.length)}`);
    for (const f of figures)
      lines.push(
        row([
          String(f.range.start.line + 1),
          f.indicator,
          f.value,
          f.unit,
          f.period,
          f.section,
          f.relations.map((r) => relationWords(r, locale)).join('；'),
          f.stateWords,
          ...(stamps ? [f.verified ? '✓' : ''] : []),
        ]),
      );
  }
  return { markdown: `${lines.join('\n')}\n`, figures, coverage };
}

/** Text of the report inside a table of Markdown: no mark in it means anything. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (c) => `\\${c}`);
}
