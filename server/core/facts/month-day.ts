/** Days that are names: “3·15”. (in work) */
import type { Span } from '../text';
import type { Scan } from './scan';

export interface MonthDay {
  readonly span: Span;
}
export function readMonthDays(_s: Scan): readonly MonthDay[] {
  return [];
}
