/** 发文字号. (in work) */
import type { Span } from '../text';
import type { Identifier } from './identifier';
import type { Scan } from './scan';

export interface DocumentNumber {
  readonly span: Span;
}
export function readDocumentNumbers(_s: Scan, _identifiers: readonly Identifier[]): readonly DocumentNumber[] {
  return [];
}
