/** The tree of sections, from headings; run-in leads (一是 …) are its lowest level. */
import type { Block } from './block';
import type { Heading } from './facts/heading';
import type { Lead } from './facts/lead';
import type { CounterName } from './tally';

/** One section: a heading and what stands under it. */
export interface Section {
  readonly block: Block;
  readonly heading: Heading;
  /** 1 for 一、 … as in `Heading.level`; 0 for 第一部分. */
  readonly level: number;
  /** The number's value, 0 where there is none. */
  readonly ordinal: number;
  /** The title's words. */
  readonly title: string;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** Place in `Outline.sections`. */
  readonly index: number;
  /** Run-in leads directly under this heading, before its first child. */
  readonly leads: readonly PlacedLead[];
  /** Sum of a counter over the section with its children, the heading's own block included. Logarithmic. */
  count(counter: CounterName): number;
  /** The first block of the section (with its children) that has a share of the counter. Logarithmic. */
  first(counter: CounterName): Block | undefined;
}

/** A run-in lead and its block. */
export interface PlacedLead {
  readonly block: Block;
  readonly lead: Lead;
}

/** The sections of a document. Headings that a 目录 repeats are not among them. */
export interface Outline {
  /** The top level. */
  readonly roots: readonly Section[];
  /** Every section in document order. */
  readonly sections: readonly Section[];
  /** Leads before the first heading. */
  readonly leads: readonly PlacedLead[];
}
