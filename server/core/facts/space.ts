/** Stray spaces between Chinese characters. (in work) */
import type { Span } from '../text';
import type { Citation } from './citation';
import type { Scan } from './scan';

export interface StraySpace {
  readonly span: Span;
}
export function readSpaces(_s: Scan, _citations: readonly Citation[]): readonly StraySpace[] {
  return [];
}
