/**
 * Facts grouped by key: what speaks of the same thing, wherever it stands. Adding and removing a block costs its own
 * facts; a group's members are put in document order only when a rule asks.
 */
import type { Block, BlockContent } from './block';
import type { BlockList } from './block-list';
import type { Span } from './text';

/** One fact under a key, in its block. */
export interface KeyedFact {
  /** `family:the thing itself`, e.g. `documentNumber:国办发〔2024〕1号`. */
  readonly key: string;
  readonly span: Span;
  /** What a rule compares: the title for a document number, the value for a figure. */
  readonly value: unknown;
}

/** One fact under a key, where it stands. */
export interface FactMember {
  readonly block: Block;
  readonly span: Span;
  readonly value: unknown;
}

/** The keys under which a block's facts stand. */
export type KeysOf = (content: BlockContent) => readonly KeyedFact[];

/** All keyed facts of one document. */
export class FactIndex {
  private readonly groups = new Map<string, Map<Block, FactMember[]>>();
  /** The keys of the blocks that have any. */
  private readonly keysIn = new Map<Block, readonly KeyedFact[]>();

  constructor(private readonly keysOf: KeysOf) {}

  /** Adds a block's facts; the keys go into `touched`. */
  add(block: Block, touched: Set<string>): void {
    const keys = this.keysOf(block.content);
    if (keys.length === 0) return;
    this.keysIn.set(block, keys);
    for (const { key, span, value } of keys) {
      let group = this.groups.get(key);
      if (!group) this.groups.set(key, (group = new Map()));
      let members = group.get(block);
      if (!members) group.set(block, (members = []));
      members.push({ block, span, value });
      touched.add(key);
    }
  }

  /** Removes a block's facts; the keys go into `touched`. */
  remove(block: Block, touched: Set<string>): void {
    const keys = this.keysIn.get(block);
    if (!keys) return;
    this.keysIn.delete(block);
    for (const { key } of keys) {
      const group = this.groups.get(key);
      if (!group) continue;
      group.delete(block);
      if (group.size === 0) this.groups.delete(key);
      touched.add(key);
    }
  }

  /** The members of a group in document order. */
  members(key: string, blocks: BlockList): FactMember[] {
    const group = this.groups.get(key);
    if (!group) return [];
    return [...group.keys()]
      .map((block) => ({ block, line: blocks.lineOf(block) }))
      .sort((a, b) => a.line - b.line)
      .flatMap(({ block }) => group.get(block)!);
  }

  /** Every key. */
  keys(): IterableIterator<string> {
    return this.groups.keys();
  }

  clear(): void {
    this.groups.clear();
    this.keysIn.clear();
  }
}
