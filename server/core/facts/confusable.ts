/** Characters mistaken for another. (in work) */
import type { Span } from '../text';
import type { Scan } from './scan';

export interface Confusable {
  readonly span: Span;
  readonly expected: string;
}
export function readConfusables(_s: Scan): readonly Confusable[] {
  return [];
}
