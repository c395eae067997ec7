/**
 * The blocks of a document in order: a B+ tree whose nodes know how many lines and how much of every counter lie below
 * them. Finding a block by line, a block's line, a counter's sum up to a block, and the next block that has a share of
 * a counter all take logarithmic time; so does replacing a block.
 */
import type { Block } from './block';
import { COUNTERS, NO_SHARE, noShares, type Shares } from './tally';

const LEAF = 64;
const INNER = 32;
const WIDTH = COUNTERS.length;

/** A leaf of the tree. Blocks point to theirs. */
export interface Leaf {
  readonly kind: 'leaf';
  parent: Inner | undefined;
  lines: number;
  /** Blocks below. */
  size: number;
  sums: Shares;
  items: Block[];
}

interface Inner {
  readonly kind: 'inner';
  parent: Inner | undefined;
  lines: number;
  size: number;
  sums: Shares;
  items: Node[];
}

type Node = Leaf | Inner;

/** The ordered blocks of one document. Never empty. */
export class BlockList {
  private root: Node;

  private constructor(root: Node) {
    this.root = root;
  }

  /** Builds a list of at least one block. */
  static of(blocks: readonly Block[]): BlockList {
    let level: Node[] = [];
    for (let i = 0; i < blocks.length; i += LEAF) level.push(leafOf(blocks.slice(i, i + LEAF)));
    while (level.length > 1) {
      const up: Node[] = [];
      for (let i = 0; i < level.length; i += INNER) up.push(innerOf(level.slice(i, i + INNER)));
      level = up;
    }
    return new BlockList(level[0]);
  }

  /** How many lines the document has. */
  get lineCount(): number {
    return this.root.lines;
  }

  /** How many blocks the document has. */
  get size(): number {
    return this.root.size;
  }

  get first(): Block {
    let node = this.root;
    while (node.kind === 'inner') node = node.items[0];
    return node.items[0];
  }

  get last(): Block {
    let node = this.root;
    while (node.kind === 'inner') node = node.items[node.items.length - 1];
    return node.items[node.items.length - 1];
  }

  /** The block that holds a line (from 0), and the line it begins at. A line behind the end means the last block. */
  at(line: number): { readonly block: Block; readonly line: number } {
    let start = 0;
    let node = this.root;
    while (node.kind === 'inner') {
      let i = 0;
      for (; i < node.items.length - 1 && line >= start + node.items[i].lines; i++) start += node.items[i].lines;
      node = node.items[i];
    }
    let i = 0;
    for (; i < node.items.length - 1 && line >= start + node.items[i].content.lineCount; i++) start += node.items[i].content.lineCount;
    return { block: node.items[i], line: start };
  }

  /** The line (from 0) at which a block begins. */
  lineOf(block: Block): number {
    const leaf = leafHolding(block);
    let line = 0;
    for (const b of leaf.items) {
      if (b === block) break;
      line += b.content.lineCount;
    }
    for (let node: Node = leaf; node.parent; node = node.parent) {
      for (const sibling of node.parent.items) {
        if (sibling === node) break;
        line += sibling.lines;
      }
    }
    return line;
  }

  /** How many blocks stand before this one. */
  indexOf(block: Block): number {
    const leaf = leafHolding(block);
    let index = leaf.items.indexOf(block);
    for (let node: Node = leaf; node.parent; node = node.parent) {
      for (const sibling of node.parent.items) {
        if (sibling === node) break;
        index += sibling.size;
      }
    }
    return index;
  }

  /** Whether a block is one of this list. */
  holds(block: Block): boolean {
    let node: Node | undefined = block.leaf;
    while (node?.parent) node = node.parent;
    return node !== undefined && node === this.root;
  }

  /** Negative when `a` comes before `b`. */
  compare(a: Block, b: Block): number {
    return a === b ? 0 : this.lineOf(a) - this.lineOf(b);
  }

  next(block: Block): Block | undefined {
    const leaf = leafHolding(block);
    const i = leaf.items.indexOf(block);
    if (i + 1 < leaf.items.length) return leaf.items[i + 1];
    const node = neighbour(leaf, 1);
    return node && edge(node, 1);
  }

  previous(block: Block): Block | undefined {
    const leaf = leafHolding(block);
    const i = leaf.items.indexOf(block);
    if (i > 0) return leaf.items[i - 1];
    const node = neighbour(leaf, -1);
    return node && edge(node, -1);
  }

  /** The blocks from one on, in order. */
  *from(block: Block | undefined): Generator<Block> {
    for (let b = block; b; b = this.next(b)) yield b;
  }

  *[Symbol.iterator](): Generator<Block> {
    const stack: Node[] = [this.root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.kind === 'leaf') for (const block of node.items) yield block;
      else for (let i = node.items.length - 1; i >= 0; i--) stack.push(node.items[i]);
    }
  }

  /** All blocks. For those who need every one of them: it is much faster than going through them one by one. */
  toArray(): Block[] {
    const out: Block[] = [];
    const stack: Node[] = [this.root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.kind === 'leaf') for (const block of node.items) out.push(block);
      else for (let i = node.items.length - 1; i >= 0; i--) stack.push(node.items[i]);
    }
    return out;
  }

  /** Sum of a counter (by index) over the document. */
  total(counter: number): number {
    return this.root.sums[counter];
  }

  /** Sum of a counter over all blocks before this one. */
  sumBefore(block: Block, counter: number): number {
    const leaf = leafHolding(block);
    let sum = 0;
    for (const b of leaf.items) {
      if (b === block) break;
      sum += b.counters[counter];
    }
    for (let node: Node = leaf; node.parent; node = node.parent) {
      for (const sibling of node.parent.items) {
        if (sibling === node) break;
        sum += sibling.sums[counter];
      }
    }
    return sum;
  }

  /** The first block, from `from` (or the start) on, that has a share of a counter. */
  firstWith(counter: number, from?: Block): Block | undefined {
    let skip = from ? this.sumBefore(from, counter) : 0;
    if (this.root.sums[counter] <= skip) return undefined;
    let node = this.root;
    while (node.kind === 'inner') {
      let i = 0;
      for (; node.items[i].sums[counter] <= skip; i++) skip -= node.items[i].sums[counter];
      node = node.items[i];
    }
    let i = 0;
    for (; node.items[i].counters[counter] <= skip; i++) skip -= node.items[i].counters[counter];
    return node.items[i];
  }

  /** Every block with a share of a counter, in order. */
  *with(counter: number): Generator<Block> {
    const stack: Node[] = [this.root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.sums[counter] === 0) continue;
      if (node.kind === 'inner') for (let i = node.items.length - 1; i >= 0; i--) stack.push(node.items[i]);
      else for (const block of node.items) if (block.counters[counter] !== 0) yield block;
    }
  }

  /** Gives a block of the list other counters. */
  recount(block: Block, counters: Shares): void {
    const delta = counters.map((v, i) => v - block.counters[i]);
    block.counters = counters;
    add(leafHolding(block), 0, 0, delta);
  }

  /**
   * Replaces blocks by others. `gone` are neighbours in this list, in order; at least one. The list must not become
   * empty.
   */
  replace(gone: readonly Block[], come: readonly Block[]): void {
    const last = gone[gone.length - 1];
    let before: Block = last;
    for (const block of come) {
      this.insertAfter(before, block);
      before = block;
    }
    for (const block of gone) this.remove(block);
  }

  /** Inserts a block before the first one. */
  insertFirst(block: Block): void {
    const leaf = leafHolding(this.first);
    this.place(leaf, 0, block);
  }

  /** Inserts a block after another. */
  insertAfter(before: Block, block: Block): void {
    const leaf = leafHolding(before);
    this.place(leaf, leaf.items.indexOf(before) + 1, block);
  }

  private place(leaf: Leaf, index: number, block: Block): void {
    leaf.items.splice(index, 0, block);
    block.leaf = leaf;
    add(leaf, 1, block.content.lineCount, block.counters);
    if (leaf.items.length > LEAF) this.split(leaf);
  }

  remove(block: Block): void {
    const leaf = leafHolding(block);
    leaf.items.splice(leaf.items.indexOf(block), 1);
    block.leaf = undefined;
    add(
      leaf,
      -1,
      -block.content.lineCount,
      block.counters.map((v) => -v),
    );
    let node: Node = leaf;
    while (node.items.length === 0 && node.parent) {
      const parent: Inner = node.parent;
      parent.items.splice(parent.items.indexOf(node), 1);
      node = parent;
    }
    while (this.root.kind === 'inner' && this.root.items.length === 1) {
      this.root = this.root.items[0];
      this.root.parent = undefined;
    }
  }

  private split(node: Node): void {
    const half = node.items.length >> 1;
    let right: Node;
    if (node.kind === 'leaf') {
      right = leafOf(node.items.splice(half));
      refresh(node);
    } else {
      right = innerOf(node.items.splice(half));
      refresh(node);
    }
    const parent = node.parent;
    if (!parent) {
      this.root = innerOf([node, right]);
      return;
    }
    right.parent = parent;
    parent.items.splice(parent.items.indexOf(node) + 1, 0, right);
    if (parent.items.length > INNER) this.split(parent);
  }
}

function leafHolding(block: Block): Leaf {
  if (!block.leaf) throw new Error('the block has left its document');
  return block.leaf;
}

function leafOf(items: Block[]): Leaf {
  const leaf: Leaf = { kind: 'leaf', parent: undefined, lines: 0, size: 0, sums: noShares(), items };
  for (const block of items) block.leaf = leaf;
  refresh(leaf);
  return leaf;
}

function innerOf(items: Node[]): Inner {
  const inner: Inner = { kind: 'inner', parent: undefined, lines: 0, size: 0, sums: noShares(), items };
  for (const node of items) node.parent = inner;
  refresh(inner);
  return inner;
}

function refresh(node: Node): void {
  node.lines = 0;
  node.size = 0;
  node.sums.fill(0);
  if (node.kind === 'leaf') {
    node.size = node.items.length;
    for (const block of node.items) {
      node.lines += block.content.lineCount;
      // Half the blocks are blank lines.
      if (block.counters !== NO_SHARE) for (let i = 0; i < WIDTH; i++) node.sums[i] += block.counters[i];
    }
  } else {
    for (const child of node.items) {
      node.lines += child.lines;
      node.size += child.size;
      for (let i = 0; i < WIDTH; i++) node.sums[i] += child.sums[i];
    }
  }
}

function add(leaf: Leaf, size: number, lines: number, counters: Shares): void {
  for (let node: Node | undefined = leaf; node; node = node.parent) {
    node.lines += lines;
    node.size += size;
    for (let i = 0; i < WIDTH; i++) node.sums[i] += counters[i];
  }
}

function neighbour(node: Node, step: 1 | -1): Node | undefined {
  let at: Node = node;
  while (at.parent) {
    const siblings: Node[] = at.parent.items;
    const i = siblings.indexOf(at) + step;
    if (i >= 0 && i < siblings.length) return siblings[i];
    at = at.parent;
  }
  return undefined;
}

function edge(node: Node, step: 1 | -1): Block {
  let at = node;
  while (at.kind === 'inner') at = at.items[step > 0 ? 0 : at.items.length - 1];
  return at.items[step > 0 ? 0 : at.items.length - 1];
}
