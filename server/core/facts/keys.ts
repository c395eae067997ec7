/** The keys under which the facts of a block stand in the index of the document. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';
import { documentKeys } from './document-keys';

/** Reads the keys of a content. */
export function keysOf(content: BlockContent): readonly KeyedFact[] {
  return documentKeys(content);
}
