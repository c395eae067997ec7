/** How figures of one clause stand to each other. (in work) */
import type { Figure } from './figure';
import type { Scan } from './scan';

export interface Relation {
  readonly kind: string;
}
export function readRelations(_s: Scan, _figures: readonly Figure[]): readonly Relation[] {
  return [];
}
