/** Putting a missing section into a report: its template, its number, and the numbers of the chapters behind it. */
import type { SectionState } from './alignment';
import type { Block } from './block';
import type { Section } from './outline';
import { readYears } from './profile';
import type { Edit, OutlineView } from './rule';
import { sectionSkeleton } from './skeleton';
import { toChinese } from './facts/numeral';

/**
 * The edits that put a section's template at its place. Chapters behind it are counted on where they would otherwise
 * have the same number.
 */
export function insertSection(view: OutlineView, state: SectionState): Edit[] {
  const { alignment, layout, traits } = view;
  if (!alignment) return [];
  const { after, before } = state;
  const like = after ?? before;
  const number = after ? after.ordinal + 1 : 1;
  const skeleton = sectionSkeleton(alignment.profile, state.section.id, {
    year: traits.reportYear,
    yearUnit: yearUnit(alignment.chapters),
    issuer: traits.issuer,
    number,
    ...(like ? { label: labelLike(like, number) } : {}),
  });
  const [heading, ...paragraphs] = skeleton.split('\n\n');
  const text = [(like ? indentOf(like.block) : '') + heading, ...paragraphs.map((p) => setIn(p, paragraphIndent(view)))].join('\n\n');
  const place = before?.block ?? layout.closing ?? layout.attachments ?? layout.signature ?? layout.issueDate;
  const insertion: Edit = place
    ? { block: place, span: { from: 0, to: 0 }, newText: `${text}\n\n` }
    : { after: view.bottom, newText: `\n${text}` };
  return [insertion, ...countOn(alignment.chapters, before, number)];
}

/** The white space that a block begins with. */
function indentOf(block: Block): string {
  return /^[ \t\u00a0\u3000]*/.exec(block.text)![0];
}

/** How the report sets its paragraphs in: as its closing formula, or else as the first paragraph that begins with 一是. */
function paragraphIndent({ layout, alignment }: OutlineView): string {
  const like = layout.closing ?? alignment?.chapters.flatMap(({ leads }) => leads).find(({ block }) => !block.content.heading)?.block;
  return like ? indentOf(like) : '';
}

/** A paragraph set in; headings, tables and what is set in already stay as they are. */
function setIn(paragraph: string, indent: string): string {
  return /^[\s|#（(]/.test(paragraph) ? paragraph : indent + paragraph;
}

/** 年 or 年度, as the chapters that are there write it. */
function yearUnit(chapters: readonly Section[]): '年' | '年度' {
  for (const chapter of chapters) {
    const [first] = readYears(chapter.title);
    if (first) return first.unit;
  }
  return '年';
}

/** A chapter's number in the form of another chapter's. */
function labelLike({ heading, block }: Section, number: number): string {
  const hashes = heading.hashes > 0 ? `${'#'.repeat(heading.hashes)} ` : '';
  if (heading.family === 'markdown') return hashes;
  const before = block.text.slice(heading.number.from, heading.digits.from);
  const behind = block.text.slice(heading.digits.to, heading.title.from);
  return `${hashes}${before}${digitsLike(block.text.slice(heading.digits.from, heading.digits.to), number)}${behind}`;
}

function digitsLike(digits: string, number: number): string {
  if (/^\d/.test(digits)) return String(number);
  if (/^[\uff10-\uff19]/.test(digits)) return String(number).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  if (/^[①-⑳]/.test(digits) && number <= 20) return String.fromCharCode(0x245f + number);
  return toChinese(number);
}

/** Adds one to the numbers of the chapters that count on from `first`, when the new one takes its number. */
function countOn(chapters: readonly Section[], first: Section | undefined, number: number): Edit[] {
  const edits: Edit[] = [];
  if (!first) return edits;
  let expected = number;
  for (const { block, heading } of chapters.slice(chapters.indexOf(first))) {
    if (heading.family !== first.heading.family || heading.ordinal !== expected || heading.family === 'markdown') break;
    expected++;
    edits.push({ block, span: heading.digits, newText: digitsLike(block.text.slice(heading.digits.from, heading.digits.to), expected) });
  }
  return edits;
}
