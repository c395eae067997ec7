/** Half-width and full-width marks. (in work) */
import type { Span } from '../text';
import type { Identifier } from './identifier';
import type { Scan } from './scan';

export interface HalfWidthMark {
  readonly span: Span;
  /** The full-width mark that belongs here. */
  readonly full: string;
}
export function readHalfWidth(_s: Scan, _identifiers: readonly Identifier[]): readonly HalfWidthMark[] {
  return [];
}
export function countFullWidth(_s: Scan): number {
  return 0;
}
