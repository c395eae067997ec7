/**
 * Counters over all blocks. Each block has a share in every counter; the block list keeps their sums over any stretch
 * of the document, so a total, or the sum between two headings, is asked in logarithmic time.
 */
import type { BlockContent } from './block';

/** The counters every document has, in the order in which they are stored. */
export const COUNTERS = [
  /** Blocks that carry text of the report. */
  'content',
  /** Characters other than white space, in blocks that carry text. */
  'ink',
  /** Blocks with a heading or a run-in lead (一是). */
  'outline',
  /** Placeholders (××, 【待补】). */
  'placeholder',
  /** Words that give a cause (原因、由于 …). */
  'cause',
  /** Half-width marks beside Chinese characters. */
  'halfWidth',
  /** Full-width marks. */
  'fullWidth',
  /** Pause marks between titles or quotations. */
  'pauseMark',
  /** U+FFFD, left by a text opened in the wrong encoding. */
  'replacement',
  /** Directives of the tool itself. */
  'directive',
  /** Lines too long to be read. */
  'opaque',
  /** Blocks with a line of the form (附件说明, 附件, 抄送 …), an attachment named by number, or words that ask for a decision. */
  'form',
  // One for each section of the profile: blocks with a sentence that speaks of it. Filled by the document, not from facts.
  'section0',
  'section1',
  'section2',
  'section3',
  'section4',
  'section5',
  'section6',
  'section7',
] as const;

export type CounterName = (typeof COUNTERS)[number];

const index = new Map<string, number>(COUNTERS.map((name, i) => [name, i]));

/** Where a counter is stored. */
export function counterIndex(name: CounterName): number {
  return index.get(name)!;
}

/** Where the first section's counter is stored, and how many sections of a profile are counted. */
export const FIRST_SECTION_COUNTER = counterIndex('section0');
export const SECTION_COUNTERS = COUNTERS.length - FIRST_SECTION_COUNTER;

/** Kinds of block that carry no text of the report. */
const SILENT = new Set(['blank', 'fence', 'front-matter', 'comment', 'page']);

/** A share in every counter, or a sum of shares, in the order of `COUNTERS`. A plain array: a typed one of this length lives outside the heap, and costs more than the block. */
export type Shares = number[];

/** No share in any counter. */
export const NO_SHARE: Shares = COUNTERS.map(() => 0);

/** Shares to be filled in. */
export function noShares(): Shares {
  return NO_SHARE.slice();
}

const AT = {
  content: counterIndex('content'),
  ink: counterIndex('ink'),
  outline: counterIndex('outline'),
  placeholder: counterIndex('placeholder'),
  cause: counterIndex('cause'),
  halfWidth: counterIndex('halfWidth'),
  fullWidth: counterIndex('fullWidth'),
  pauseMark: counterIndex('pauseMark'),
  replacement: counterIndex('replacement'),
  directive: counterIndex('directive'),
  opaque: counterIndex('opaque'),
  form: counterIndex('form'),
};

/** A content's share in the counters that come from facts. */
export function countFacts(content: BlockContent): Shares {
  // Half the blocks of a report are blank lines: they share one array.
  if (SILENT.has(content.kind)) return NO_SHARE;
  const sums = noShares();
  if (content.kind === 'directive') {
    sums[AT.directive] = 1;
    return sums;
  }
  const { facts } = content;
  sums[AT.content] = 1;
  sums[AT.ink] = content.text.length - facts.spaceCount;
  if (content.heading || facts.leads.length > 0) sums[AT.outline] = 1;
  sums[AT.placeholder] = facts.placeholders.length;
  sums[AT.cause] = facts.causes;
  sums[AT.halfWidth] = facts.halfWidthMarks.length;
  sums[AT.fullWidth] = facts.fullWidthMarks;
  sums[AT.pauseMark] = facts.pauseMarks.length;
  sums[AT.replacement] = facts.replacements;
  if (content.kind === 'opaque') sums[AT.opaque] = 1;
  if (facts.form || facts.pleas.length > 0 || facts.attachmentMentions.length > 0) sums[AT.form] = 1;
  return sums;
}
