/**
 * Numbers anew: one level of headings, or all of them with the series 一是、二是, and the places in the text that refer to
 * headings by number.
 *
 * What begins a list of its own keeps beginning at one: under another parent, in an attachment, or where 一 stands
 * again and two follows. Numbers that run through the whole report (（三） first under 二、) go on running.
 */
import type { Block } from './block';
import type { BlockList } from './block-list';
import { writeOrdinal, type HeadingFamily } from './facts/heading';
import { parseNumeral, toChinese } from './facts/numeral';
import type { Layout } from './layout';
import { readSeries, renumberSeries } from './lead-series';
import { findMixed } from './mixed-numbers';
import type { Outline, Section } from './outline';
import type { Edit } from './rule';

/** A replacement inside one block. */
export type SpanEdit = Extract<Edit, { readonly span: unknown }>;

/** What is numbered. */
export interface Numbered {
  readonly outline: Outline;
  readonly layout: Layout;
  readonly blocks: BlockList;
}

/** A heading and the number it gets. */
export interface Assigned {
  readonly section: Section;
  readonly ordinal: number;
}

/**
 * The edits that put all numbers in order; none where they are. Nothing else of the text changes.
 *
 * @param level only this level (1 for 一、 …); all levels, and the series inside paragraphs, when absent
 */
export function renumber(report: Numbered, level?: number): Edit[] {
  const assigned = assign(report).filter(({ section }) => level === undefined || section.level === level);
  const edits: Edit[] = [];
  for (const { section, ordinal } of assigned) {
    const { block, heading } = section;
    if (heading.ordinal === ordinal) continue;
    const newText = writeOrdinal(block.text, heading, ordinal);
    // Beyond ⑳ there is no sign; a gap there is better than half a series.
    if (newText !== undefined) edits.push({ block, span: heading.digits, newText });
  }
  if (edits.length > 0) edits.push(...references(report, assigned));
  return level === undefined ? [...edits, ...series(report)] : edits;
}

/** The edits that put 一是、二是 … in order. */
function series({ outline }: Numbered): Edit[] {
  return [outline.leads, ...outline.sections.map(({ leads }) => leads)].flatMap((leads) => readSeries(leads).flatMap(renumberSeries));
}

/** A list of headings, as far as it has come. */
interface List {
  /** The number its last heading gets, and the one it bears. */
  readonly ordinal: number;
  readonly printed: number;
  readonly size: number;
  /** How many attachments begin before it. */
  readonly annex: number;
  readonly chapter: Section | undefined;
}

/** Which number each heading gets. */
function assign({ outline, layout, blocks }: Numbered): Assigned[] {
  const annexLines = layout.annexes.map(({ block }) => blocks.lineOf(block));
  const out: Assigned[] = [];
  /** Where the list of a parent stands, and the last one of each family. */
  const lists = new Map<string, List>();
  const last = new Map<HeadingFamily, List>();
  const parents = new Map<Section | undefined, number>();
  // A number in another form (（一） 2. （三）) keeps its place in the list it belongs to.
  const mixed = findMixed(outline);
  const filled = new Map(mixed.map(({ section, like }) => [section, like]));
  const behind = new Set(mixed.map(({ next, like }) => (next === like ? undefined : next)));
  const second = new Set(mixed.map(({ next, like }) => (next === like ? next : undefined)));
  const given = new Map<Section, number>();
  let chapter: Section | undefined;
  const numbered = outline.sections.filter((s) => s.ordinal > 0);
  numbered.forEach((section, i) => {
    const { family } = section.heading;
    const like = filled.get(section);
    if (like) {
      out.push({ section, ordinal: like.ordinal < section.ordinal ? (given.get(like) ?? like.ordinal) + 1 : section.ordinal });
      return;
    }
    if (family === 'chapter' || family === 'part') chapter = section;
    let parent = parents.get(section.parent);
    if (parent === undefined) parents.set(section.parent, (parent = parents.size));
    const key = `${parent} ${family}`;
    const line = annexLines.length === 0 ? 0 : blocks.lineOf(section.block);
    const annex = annexLines.filter((at) => at < line).length;
    let before = lists.get(key);
    // （三） first under 二、, where （二） was the last under 一、: numbers that run on.
    const above = last.get(family);
    if (!before && above && section.ordinal > 1 && section.ordinal === above.printed + 1) before = above;
    const anew =
      !before ||
      before.annex !== annex ||
      (family === 'section' && before.chapter !== chapter) ||
      (section.ordinal === 1 && before.size > 1 && before.printed > 1 && goesOn(numbered, i));
    const ordinal = !anew
      ? before!.ordinal + (behind.has(section) ? 2 : 1)
      : second.has(section) || beganInLine(blocks, section)
        ? section.ordinal
        : 1;
    const list: List = { ordinal, size: anew ? 1 : before!.size + 1, printed: section.ordinal, annex, chapter };
    lists.set(key, list);
    last.set(family, list);
    given.set(section, ordinal);
    out.push({ section, ordinal });
  });
  return out;
}

/** 注：1、口径。 above 2、时间。: the list began inside a line, where no heading is. */
function beganInLine(blocks: BlockList, { block, heading, ordinal }: Section): boolean {
  if (ordinal < 2 || !heading.family.startsWith('arabic')) return false;
  let above = blocks.previous(block);
  for (let n = 0; above && above.kind === 'blank' && n < 3; n++) above = blocks.previous(above);
  return above !== undefined && new RegExp(`(?:^|\\D)${ordinal - 1}[.．、）)]`).test(above.text);
}

/** Whether the heading after this one, among its siblings, is its second: so it begins a list of its own. */
function goesOn(numbered: readonly Section[], at: number): boolean {
  const { parent, heading } = numbered[at];
  const next = numbered.slice(at + 1).find((s) => s.parent === parent && s.heading.family === heading.family);
  return next?.ordinal === 2;
}

/** 见第三部分, 本报告第二部分, 本报告第二部分第（三）项: only these forms are sure to speak of this report. */
const REFERENCE =
  /(?:(?:详?见|参见|参照)(?:本报告|本文|上文|下文|前文|后文)?|本报告|本文|前述|上述)第([〇零一二三四五六七八九十]{1,3}|\d{1,2})部分(?:(?:的|中的?)?第([（(])([〇零一二三四五六七八九十]{1,3}|\d{1,2})([)）])(?:项|点|条|部分)?)?/g;

/** New numbers in the places that refer to headings. A number that two headings bore is left to a person. */
export function references({ outline, blocks }: Numbered, assigned: readonly Assigned[]): SpanEdit[] {
  const next = new Map(assigned.map(({ section, ordinal }) => [section, ordinal]));
  const tops = outline.sections.filter(
    (s) =>
      s.ordinal > 0 &&
      s.level === (outline.sections.some((x) => x.heading.family === 'part') ? 0 : 1) &&
      (s.level === 1 || s.heading.family === 'part'),
  );
  const top = unique(tops);
  const edits: SpanEdit[] = [];
  for (const block of blocks) {
    if (!isProse(block) || !block.text.includes('部分')) continue;
    for (const m of block.text.matchAll(REFERENCE)) {
      // The words 第…部分 of another paper: 《…规划》第二部分.
      const chapter = top.get(parseNumeral(m[1]) ?? 0);
      if (!chapter) continue;
      const from = m.index + m[0].indexOf(`第${m[1]}部分`) + 1;
      put(edits, block, from, m[1], next.get(chapter) ?? chapter.ordinal);
      if (m[3] === undefined) continue;
      const item = unique(chapter.children.filter((s) => /bracket$/.test(s.heading.family))).get(parseNumeral(m[3]) ?? 0);
      const inner = m[0].lastIndexOf(m[2] + m[3] + m[4]) + 1;
      if (item) put(edits, block, m.index + inner, m[3], next.get(item) ?? item.ordinal);
    }
  }
  return edits;
}

/** Sections by the number they bear, those left out that share it with another. */
function unique(sections: readonly Section[]): ReadonlyMap<number, Section> {
  const out = new Map<number, Section>();
  const twice = new Set<number>();
  for (const section of sections) {
    if (out.has(section.ordinal)) twice.add(section.ordinal);
    out.set(section.ordinal, section);
  }
  for (const ordinal of twice) out.delete(ordinal);
  return out;
}

function put(edits: SpanEdit[], block: Block, from: number, written: string, ordinal: number): void {
  if (parseNumeral(written) === ordinal) return;
  edits.push({ block, span: { from, to: from + written.length }, newText: /\d/.test(written) ? String(ordinal) : toChinese(ordinal) });
}

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'table';
}
