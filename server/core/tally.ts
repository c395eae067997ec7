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
  /** U+FFFD, left by a text opened in the wrong encoding. */
  'replacement',
  /** Directives of the tool itself. */
  'directive',
  /** Lines too long to be read. */
  'opaque',
  // One for each section of the profile: blocks with a sentence that speaks of it. Filled by the document, not from facts.
  'section0', 'section1', 'section2', 'section3', 'section4', 'section5', 'section6', 'section7',
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

const SILENT = new Set(['blank', 'fence', 'front-matter', 'comment', 'directive', 'page']);

/** A content's share in the counters that come from facts. */
export function countFacts(content: BlockContent): Float64Array {
  const sums = new Float64Array(COUNTERS.length);
  const facts = content.facts;
  const set = (name: CounterName, value: number) => {
    sums[index.get(name)!] = value;
  };
  if (!SILENT.has(content.kind)) {
    set('content', 1);
    set('ink', content.text.length - facts.spaceCount);
  }
  if (content.heading || facts.leads.length > 0) set('outline', 1);
  if (facts.placeholders.length > 0) set('placeholder', facts.placeholders.length);
  if (facts.causes > 0) set('cause', facts.causes);
  if (facts.halfWidthMarks.length > 0) set('halfWidth', facts.halfWidthMarks.length);
  if (facts.fullWidthMarks > 0) set('fullWidth', facts.fullWidthMarks);
  if (facts.replacements > 0) set('replacement', facts.replacements);
  if (content.kind === 'directive') set('directive', 1);
  if (content.kind === 'opaque') set('opaque', 1);
  return sums;
}
