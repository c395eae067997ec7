/** Facts grouped by key. (in work) */
import type { Block } from './block';
import type { Span } from './text';

/** One fact under a key, where it stands. */
export interface FactMember {
  readonly block: Block;
  readonly span: Span;
  /** What the rule compares: a title for a document number, a value for a figure. */
  readonly value: unknown;
}
