/** The key of tables: an identity (勾稽关系) may go over several of them, so all tables of a document are one group. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';

const NONE: readonly KeyedFact[] = [];

/** `table:` for a block that is a table; the value is the table. */
export function tableKeys({ facts, text }: BlockContent): readonly KeyedFact[] {
  return facts.tables.length === 0
    ? NONE
    : facts.tables.map((table) => ({ key: 'table:', span: { from: 0, to: text.length }, value: table }));
}
