/** The keys under which the facts of a block stand in the index of the document. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';
import { documentKeys } from './document-keys';
import { mentionKeys } from './mention';
import { tableKeys } from './table-key';

/** Reads the keys of a content. */
export function keysOf(content: BlockContent): readonly KeyedFact[] {
  return join(join(documentKeys(content), mentionKeys(content)), tableKeys(content));
}

function join(a: readonly KeyedFact[], b: readonly KeyedFact[]): readonly KeyedFact[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];
}
