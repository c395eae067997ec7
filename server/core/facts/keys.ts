/** The keys under which the facts of a block stand in the index of the document. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';

/** Reads the keys of a content. */
export function keysOf(_content: BlockContent): readonly KeyedFact[] {
  return [];
}
