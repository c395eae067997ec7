/** Dates. (in work) */
import type { Span } from '../text';
import type { Identifier } from './identifier';
import type { Scan } from './scan';

export interface DateFact {
  readonly span: Span;
}
export function readDates(_s: Scan, _identifiers: readonly Identifier[]): readonly DateFact[] {
  return [];
}
