/** The keys under which the facts of a block stand in the index of the document. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';
import { documentKeys } from './document-keys';
import { mentionKeys } from './mention';
import { tableKeys } from './table-key';

/** Reads the keys of a content; read once, since a content never changes. */
export function keysOf(content: BlockContent): readonly KeyedFact[] {
  const known = kept.get(content);
  if (known) return known;
  const keys = join(join(documentKeys(content), mentionKeys(content)), tableKeys(content));
  if (keys.length > 0) kept.set(content, keys);
  return keys;
}

const kept = new WeakMap<BlockContent, readonly KeyedFact[]>();

function join(a: readonly KeyedFact[], b: readonly KeyedFact[]): readonly KeyedFact[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];
}
