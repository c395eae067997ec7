/**
 * A report is a list of blocks.
 *
 * A block's *content* is a value: some whole lines, their kind, and the facts read from them. It knows no position, so
 * text that moves stays the same. A *block* is one placed content with an identity; its line is asked of the list.
 */
import { readFacts, type FactName, type Facts } from './facts';
import type { Heading } from './facts/heading';
import type { Leaf } from './block-list';
import type { Span } from './text';
import { NO_SHARE, countFacts, type Shares } from './tally';

/**
 * What the lines of a block alone show. What depends on neighbours or on the end of the text (title, 主送机关, 署名,
 * 成文日期 …) is named by `layout.ts`.
 *
 * - `heading`: begins with a heading's number or `#`; its text may go on after the heading (`（一）标题。正文…`)
 * - `page`: a page number standing alone, `— 3 —`
 * - `opaque`: a line so long that it is not read (see `OPAQUE_LENGTH`)
 */
export type BlockKind =
  'blank' | 'heading' | 'paragraph' | 'table' | 'fence' | 'front-matter' | 'comment' | 'directive' | 'page' | 'opaque';

/** In which construct a block begins. Two blocks with the same lines are the same content only in the same context. */
export type Context = '' | '```' | '~~~' | '<!--' | '---';

/** A line longer than this is not read: it is no line of a report. */
export const OPAQUE_LENGTH = 100_000;

/** The value of a block: whole lines, without the last line end, and what was read from them. */
export class BlockContent {
  private read: Facts | undefined;
  private sums: Shares | undefined;

  constructor(
    readonly kind: BlockKind,
    /** The lines, with the line ends between them, without the last one. */
    readonly text: string,
    /** The last line end, or '' at the end of the document. */
    readonly eol: string,
    readonly lineCount: number,
    readonly context: Context,
    /** The heading that the block begins with (一、…); read when the block is cut, since it decides the kind. */
    readonly heading: Heading | undefined,
  ) {}

  /** What the block says. Read at the first question and kept: a document that is no report is never read. */
  get facts(): Facts {
    return (this.read ??= readFacts(this));
  }

  /** The block's share of every tally, in the order of `COUNTERS`. */
  get counters(): Shares {
    return (this.sums ??= countFacts(this));
  }

  /** Whether the block holds at least one of these facts. `bits` comes from `factBits`. */
  has(bits: number): boolean {
    return (this.facts.bits & bits) !== 0;
  }
}

/** One placed content. Two blocks are the same only if they are the same object. */
export class Block {
  /** Where the block hangs in its list; undefined when it has left the document. Only the list writes it. */
  leaf: Leaf | undefined;

  /** The block's share of the tallies, those of the profile's sections included; never changed in place. Only the document and its list write it. */
  counters: Shares = NO_SHARE;

  constructor(readonly content: BlockContent) {}

  get text(): string {
    return this.content.text;
  }
  get kind(): BlockKind {
    return this.content.kind;
  }
  get facts(): Facts {
    return this.content.facts;
  }
}

/** A stretch of one block: how everything in this project says where something stands. */
export interface Place {
  readonly block: Block;
  readonly span: Span;
}

/** The whole text of a block as a place. */
export function wholeBlock(block: Block): Place {
  return { block, span: { from: 0, to: block.text.length } };
}

export type { FactName, Facts };
