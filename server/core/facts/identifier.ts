/** What looks like a number and is none. (in work) */
import type { Span } from '../text';
import type { Scan } from './scan';

export interface Identifier {
  readonly kind: string;
  readonly span: Span;
}
export function readIdentifiers(_s: Scan): readonly Identifier[] {
  return [];
}
