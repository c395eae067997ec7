/** Titles in 《》. (in work) */
import type { Span } from '../text';
import type { Scan } from './scan';

export interface Citation {
  /** With its marks. */
  readonly span: Span;
  readonly title: string;
}
export function readCitations(_s: Scan): readonly Citation[] {
  return [];
}
