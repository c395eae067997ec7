/**
 * 事实台账: every figure of a document with what it counts, for when, in which section, and whether it agrees with the
 * figures around it. A pure function of the document; nothing is kept.
 */
import type { Block, Place } from './block';
import type { ReportDocument } from './document';
import type { Facts } from './facts';
import type { Figure } from './facts/figure';
import { indicatorOf, periodOf } from './facts/indicator';
import type { Relation } from './facts/relation';
import { scan } from './facts/scan';
import { headingOfColumn, labelOfRow, unitInWords, type Cell } from './facts/table';
import type { StatedTable, TableForm } from './facts/table-sum';
import type { RelationKind, Verdict } from './facts/statement';
import { identitiesIn } from './identity';
import type { Section } from './outline';
import type { Identity } from './profile';
import type { Span } from './text';

/** 相符、不符、未验算. */
export type LedgerState = 'agrees' | 'conflicts' | 'unchecked';

/** Kinds of relations in the ledger: those of running text, those of tables, those that the kind of report demands. */
export type LedgerKind = RelationKind | `table-${TableForm}` | 'identity';

/** One statement in which a figure takes part. */
export interface LedgerRelation {
  readonly kind: LedgerKind;
  readonly formula: string;
  readonly verdict: Verdict;
}

/** One figure. */
export interface LedgerEntry {
  readonly at: Place;
  /** Line of the block, from 0. */
  readonly line: number;
  /** 指标; in a table the words of its row and column. */
  readonly indicator: string;
  /** The number as printed, with 余 and %: `1.2`, `300余`, `98.5%`. */
  readonly value: string;
  /** 计量单位 with its multiplier: `万元`, `件`; empty where none is told. */
  readonly unit: string;
  /** 期间, in the words of the sentence; empty where there are none. */
  readonly period: string;
  /** Number and title of the section; empty before the first. */
  readonly section: string;
  readonly relations: readonly LedgerRelation[];
  readonly state: LedgerState;
}

/** 事实台账. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Code units that are Arabic digits, and how many of them lie in something that was understood: a figure, a date, a number of a document or of a heading … */
  readonly coverage: { readonly digits: number; readonly read: number };
}

/** The ledger of a document. `disputed` are places that rules over several places (restatements, identities) speak of. Linear. */
export function ledgerOf(document: ReportDocument, disputed: readonly Place[]): Ledger {
  const entries: LedgerEntry[] = [];
  const faults = new Map<Block, Span[]>();
  for (const { block, span } of disputed) {
    const spans = faults.get(block);
    if (spans) spans.push(span);
    else faults.set(block, [span]);
  }
  const sections = new Map<Block, Section>(document.outline.sections.map((s) => [s.block, s]));
  let section = '';
  let line = 0;
  let digits = 0;
  let read = 0;
  for (const block of document.blocks) {
    const begun = sections.get(block);
    if (begun) section = block.text.slice(begun.heading.number.from, Math.max(begun.heading.number.to, begun.heading.title.to)).trim();
    const { facts } = block;
    if (facts.figures.length > 0) figures(block, line, section, faults.get(block), entries);
    for (const table of facts.tables)
      cells(block, table, line, section, faults.get(block), document.traits.profile?.identities ?? [], entries);
    const counted = coverageOf(block);
    digits += counted.digits;
    read += counted.read;
    line += block.content.lineCount;
  }
  return { entries, coverage: { digits, read } };
}

function figures(block: Block, line: number, section: string, faults: readonly Span[] | undefined, out: LedgerEntry[]): void {
  const { text, facts } = block;
  const table = facts.tables.length > 0;
  const of = relationsOf(facts);
  for (const f of facts.figures) {
    // A cell of a table stands in the ledger under its row and column.
    if (
      table &&
      facts.tables[0].rows.some((row) => row.some((c) => c.kind === 'number' && c.span.from <= f.span.from && c.span.to >= f.span.to))
    )
      continue;
    const relations = (of.get(f) ?? []).map(({ kind, formula, verdict }) => ({ kind, formula, verdict }));
    const disputed = faults?.some((span) => span.from < f.span.to && f.span.from < span.to) ?? false;
    const { value, unit } = split(text.slice(f.span.from, f.span.to), f);
    out.push({
      at: { block, span: f.span },
      line,
      indicator: f.negative ? indicatorOf(text, f).replace(/[-－−]/, '') : indicatorOf(text, f),
      value: f.negative ? `-${value}` : value,
      unit,
      period: periodOf(text, f),
      section,
      relations,
      state: stateOf(relations, disputed),
    });
  }
}

function cells(
  block: Block,
  table: StatedTable,
  line: number,
  section: string,
  faults: readonly Span[] | undefined,
  identities: readonly Identity[],
  out: LedgerEntry[],
): void {
  const { text } = block;
  const of = new Map<number, LedgerRelation[]>();
  const take = (cells: readonly Cell[], relation: LedgerRelation) => {
    for (const { span } of cells) {
      const list = of.get(span.from);
      if (list) list.push(relation);
      else of.set(span.from, [relation]);
    }
  };
  for (const { form, formula, verdict, cells } of table.statements) take(cells, { kind: `table-${form}`, formula, verdict });
  for (const { cells, holds, formula } of identitiesIn(text, table, identities))
    take(cells, { kind: 'identity', formula, verdict: holds ? 'holds' : 'fails' });
  table.rows.slice(table.head).forEach((row) => {
    const label = labelOfRow(text, row);
    for (const cell of row) {
      if (cell.kind !== 'number') continue;
      const heading = headingOfColumn(text, table, cell.column);
      if (/序号|编号/.test(heading)) continue;
      const relations = of.get(cell.span.from) ?? [];
      const unit = unitInWords(heading) || unitInWords(label);
      out.push({
        at: { block, span: cell.span },
        line,
        indicator: [label, heading].filter(Boolean).join(' · '),
        value: text.slice(cell.span.from, cell.unit === '' || cell.unit === '%' ? cell.span.to : cell.numeral!.to),
        unit: cell.unit === '' || cell.unit === '%' ? unit : cell.unit,
        period: /(?:19|20)\d\d年?(?:度)?/.exec(heading)?.[0] ?? '',
        section,
        relations,
        state: stateOf(relations, faults?.some((span) => span.from < cell.span.to && cell.span.from < span.to) ?? false),
      });
    }
  });
}

/** A printed figure as number and unit; 万 and 亿 go with the unit (434.12 万元), % with the number. */
function split(printed: string, { unit, kind, numeral }: Figure): { readonly value: string; readonly unit: string } {
  if (kind === 'rate' || unit === '' || !printed.endsWith(unit)) return { value: printed, unit: '' };
  const number = printed.slice(0, -unit.length);
  const multiplier = numeral.chinese ? '' : (/[百千万亿]{1,3}$/.exec(number)?.[0] ?? '');
  return { value: number.slice(0, number.length - multiplier.length), unit: multiplier + unit };
}

/** The statements of each figure of a block. */
export function relationsOf(facts: Facts): ReadonlyMap<Figure, readonly Relation[]> {
  const of = new Map<Figure, Relation[]>();
  for (const relation of facts.relations) {
    for (const f of relation.figures) {
      const list = of.get(f);
      if (list) list.push(relation);
      else of.set(f, [relation]);
    }
  }
  return of;
}

/** 不符 if one statement fails, 相符 if one holds. What is only asked about (存疑) is not checked. */
export function stateOf(relations: readonly { readonly verdict: Verdict }[], disputed: boolean): LedgerState {
  if (disputed || relations.some((r) => r.verdict === 'fails')) return 'conflicts';
  return relations.some((r) => r.verdict === 'holds') ? 'agrees' : 'unchecked';
}

const QUOTED = /“[^“”]{1,40}”/g;

/** How many digits a block has, and how many of them were understood. */
export function coverageOf({ content, facts, text }: Block): { readonly digits: number; readonly read: number } {
  if (facts.bits === 0 && !/[0-9０-９]/.test(text)) return { digits: 0, read: 0 };
  switch (content.kind) {
    case 'blank':
    case 'fence':
    case 'front-matter':
    case 'comment':
    case 'page':
    case 'opaque':
    case 'directive':
      return { digits: 0, read: 0 };
  }
  const runs = scan(text).digits;
  const spans: Span[] = [
    ...facts.figures.map((f) => f.span),
    ...facts.identifiers.map((f) => f.span),
    ...facts.documentNumbers.map((f) => f.span),
    ...facts.dates.map((f) => f.span),
    ...facts.citations.map((f) => f.span),
    ...facts.monthDays.map((f) => f.span),
    ...facts.leads.map((f) => f.span),
    ...(facts.heading ? [facts.heading.number] : []),
    // “136”, “3·15” are names.
    ...Array.from(text.matchAll(QUOTED), (m) => ({ from: m.index, to: m.index + m[0].length })),
    ...facts.tables.flatMap((t) => t.rows.flatMap((row) => row.filter((c) => c.kind === 'number').map((c) => c.span))),
  ].sort((a, b) => a.from - b.from);
  let digits = 0;
  let read = 0;
  let end = 0;
  let k = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const [from, to] = [runs[i], runs[i + 1]];
    digits += to - from;
    while (k < spans.length && spans[k].from <= from) end = Math.max(end, spans[k++].to);
    let at = Math.min(Math.max(from, end), to);
    read += at - from;
    // A span may begin inside the run: the head of a longer one was not read.
    while (at < to && k < spans.length && spans[k].from < to) {
      const inside = Math.max(at, spans[k].from);
      end = Math.max(end, spans[k++].to);
      const until = Math.min(end, to);
      if (until > inside) read += until - inside;
      at = Math.max(at, until);
    }
  }
  return { digits, read };
}
