/** Places left to be filled. (in work) */
import type { Span } from '../text';
import type { DocumentNumber } from './document-number';
import type { Scan } from './scan';

export interface Placeholder {
  readonly span: Span;
}
export function readPlaceholders(_s: Scan, _numbers: readonly DocumentNumber[]): readonly Placeholder[] {
  return [];
}
