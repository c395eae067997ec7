/** Quantities. (in work) */
import type { Span } from '../text';
import type { Citation } from './citation';
import type { DateFact } from './date';
import type { DocumentNumber } from './document-number';
import type { Heading } from './heading';
import type { Identifier } from './identifier';
import type { Scan } from './scan';

export interface Figure {
  readonly span: Span;
}
/** Facts read before the figures: places that hold no quantity. */
export interface ReadBefore {
  readonly identifiers: readonly Identifier[];
  readonly documentNumbers: readonly DocumentNumber[];
  readonly dates: readonly DateFact[];
  readonly citations: readonly Citation[];
  readonly heading: Heading | undefined;
}
export function readFigures(_s: Scan, _before: ReadBefore): readonly Figure[] {
  return [];
}
