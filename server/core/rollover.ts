/**
 * From last year's report to this year's: the years move, every old figure is marked to be renewed, the dates of events
 * with them; last year's plan stands as a note beside this year's measures, and the plan itself is empty again.
 *
 * What is marked is found again by `facts/last-year.ts` and said by `residue/last-year` until it is gone.
 */
import type { Alignment } from './alignment';
import type { Block } from './block';
import type { ReportDocument } from './document';
import type { DateFact } from './facts/date';
import { LAST_PLAN, MARK_END, TO_RENEW } from './facts/last-year';
import { blocksOfSection } from './move-section';
import type { Section } from './outline';
import { sectionSkeleton } from './skeleton';
import type { Span } from './text';

/** Last year's report. */
export interface OldReport {
  readonly document: ReportDocument;
  readonly alignment: Alignment | null;
}

/**
 * The text of a report for `year`, made of an older one. Undefined where the older one does not show its year, or is not
 * older.
 */
export function rollOver({ document, alignment }: OldReport, year: number): string | undefined {
  const { reportYear, issuer } = document.traits;
  if (reportYear === null || year <= reportYear) return undefined;
  const { blocks, layout } = document;
  const eol = blocks.first.content.eol || '\n';
  const plan = planOf(alignment);
  const planned = plan ? blocksOfSection(document, plan.chapter).slice(1) : [];
  const gone = new Set(planned);
  const notes = planned
    .filter((block) => block.text.trim() !== '')
    .map(
      (block) =>
        LAST_PLAN +
        block.text
          .trim()
          .replaceAll('】', '）')
          .split(/[\r\n]+/)
          .map((line) => line.trim())
          .join('') +
        MARK_END,
    );
  const measures = alignment?.states.find(({ section, heading }) => section.year === 0 && heading !== undefined)?.heading?.block;
  let text = '';
  for (const block of blocks) {
    if (gone.has(block)) continue;
    const end = block.content.eol;
    if (block === layout.issueDate) text += `${indentOf(block)}${year + 1}年×月×日${end}`;
    else if (block === layout.documentNumber) text += numbered(block, reportYear, year) + end;
    else text += moved(block, reportYear, year) + end;
    const gap = blocks.next(block)?.kind === 'blank' ? eol + eol : eol;
    const add = (paragraphs: readonly string[]): void => {
      if (paragraphs.length === 0) return;
      // Behind the heading's own line: as far off as its text was.
      text += end === '' ? eol : '';
      text += (gap === eol ? '' : eol) + paragraphs.join(gap) + (end === '' ? '' : eol);
    };
    if (block === measures) add(notes);
    if (plan && block === plan.chapter.block) {
      const [, ...template] = sectionSkeleton(plan.profile, plan.id, { year, number: 1, issuer }).split('\n\n');
      add(template);
      if (gap !== eol && blocksEnd(document, plan.chapter)) text += eol;
    }
  }
  return text;
}

/** The chapter of next year's plan, where it is one and serves nothing else. */
function planOf(
  alignment: Alignment | null,
): { readonly chapter: Section; readonly id: string; readonly profile: Alignment['profile'] } | undefined {
  const state = alignment?.states.find(
    ({ section, state: s, heading }) => section.year === 1 && s === 'present' && heading?.heading.body === undefined,
  );
  return alignment && state?.heading ? { chapter: state.heading, id: state.section.id, profile: alignment.profile } : undefined;
}

/** Whether anything stands behind a chapter. */
function blocksEnd(document: ReportDocument, chapter: Section): boolean {
  const own = blocksOfSection(document, chapter);
  return document.blocks.next(own[own.length - 1]) !== undefined;
}

function indentOf({ text }: Block): string {
  return text.slice(0, text.length - text.trimStart().length);
}

/** 发文字号 on its own line: its year moved, its number open. */
function numbered(block: Block, reportYear: number, year: number): string {
  const { text } = block;
  return text.replace(
    /(\d{4})(\D{1,2})\d{1,5}(?=[\s\u3000]*号)/,
    (_, written: string, bracket: string) => `${Number(written) + year - reportYear}${bracket}×`,
  );
}

/** A block with its years moved and its figures marked. */
function moved(block: Block, reportYear: number, year: number): string {
  const { text, kind, facts } = block;
  if (kind === 'directive') return text.replace(/\byear=\d{4}/, `year=${year}`);
  if (kind === 'table')
    return text.replace(
      /(^|[|\t])([ \u3000]*)(-?\d[\d,]*(?:\.\d+)?[%％]?)(?=[ \u3000]*(?:[|\t\r\n]|$))/g,
      (_, edge: string, gap: string, n: string) => `${edge}${gap}${mark(reportYear, n)}`,
    );
  const kept: readonly Span[] = [
    ...facts.citations.map((c) => c.span),
    ...facts.documentNumbers.map((n) => n.span),
    ...facts.lastYear.map((m) => m.span),
  ];
  const changes: { span: Span; newText: string }[] = [];
  const change = (span: Span, newText: string): void => {
    if (!kept.some((k) => k.from < span.to && span.from < k.to)) changes.push({ span, newText });
  };
  const title = facts.heading?.title;
  for (const date of facts.dates) {
    const inTitle = title !== undefined && date.span.to <= title.to;
    const newText = movedDate(text, date, reportYear, year, inTitle);
    if (newText !== undefined) change(date.span, newText);
  }
  for (const { span, numeral } of facts.figures) if (!numeral.chinese) change(span, mark(reportYear, text.slice(span.from, span.to)));
  changes.sort((a, b) => a.span.from - b.span.from);
  let out = '';
  let at = 0;
  for (const { span, newText } of changes) {
    if (span.from < at) continue;
    out += text.slice(at, span.from) + newText;
    at = span.to;
  }
  return out + text.slice(at);
}

/** The report year and the year after it move on; a day or month of theirs was an event, and is marked. Other years are history. */
function movedDate(
  text: string,
  { span, year: own, form, month }: DateFact,
  reportYear: number,
  year: number,
  inTitle: boolean,
): string | undefined {
  const written = text.slice(span.from, span.to);
  if (own === undefined) return mark(reportYear, written);
  if (own !== reportYear && own !== reportYear + 1) return undefined;
  // 2021—2025年: the end of a plan's term.
  if (/\d[年]?[—–\-－~～至到]$/.test(text.slice(Math.max(0, span.from - 3), span.from))) return undefined;
  if (month === undefined && form === 'year') return written.replace(/^(\d{4}|[０-９]{4})/, String(own + year - reportYear));
  return inTitle ? undefined : mark(undefined, written);
}

/** 【待更新：2025年为326件】 */
function mark(reportYear: number | undefined, written: string): string {
  return `${TO_RENEW}${reportYear === undefined ? '上年为' : `${reportYear}年为`}${written}${MARK_END}`;
}
