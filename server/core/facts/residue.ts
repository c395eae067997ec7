/** What a web page leaves in a text. (in work) */
import type { Span } from '../text';
import type { Scan } from './scan';

export interface WebResidue {
  readonly span: Span;
}
export function readWebResidue(_s: Scan): readonly WebResidue[] {
  return [];
}
