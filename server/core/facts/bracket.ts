/** Unbalanced brackets and quotation marks. (in work) */
import type { Span } from '../text';
import type { DocumentNumber } from './document-number';
import type { Scan } from './scan';

export interface BracketFault {
  readonly span: Span;
}
export function readBrackets(_s: Scan, _numbers: readonly DocumentNumber[]): readonly BracketFault[] {
  return [];
}
