/** The tree of sections, from headings; run-in leads (一是 …) are its lowest level. */
import type { Block } from './block';
import type { BlockList } from './block-list';
import type { Heading } from './facts/heading';
import type { Lead } from './facts/lead';
import type { Layout } from './layout';
import { counterIndex, type CounterName } from './tally';

/** One section: a heading and what stands under it. */
export interface Section {
  readonly block: Block;
  readonly heading: Heading;
  /** 1 for 一、 … as in `Heading.level`; 0 for 第一部分; for bare `#` counted from the shallowest one. */
  readonly level: number;
  /** The number's value, 0 where there is none. */
  readonly ordinal: number;
  /** The title's words. */
  readonly title: string;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** Place in `Outline.sections`. */
  readonly index: number;
  /** Run-in leads directly under this heading, before its first child. */
  readonly leads: readonly PlacedLead[];
  /** Sum of a counter over the section with its children, the heading's own block included. Logarithmic. */
  count(counter: CounterName): number;
  /** The first block of the section (with its children) that has a share of the counter. Logarithmic. */
  first(counter: CounterName): Block | undefined;
  /** The first block behind the section; undefined at the end of the document. */
  readonly end: Block | undefined;
}

/** A run-in lead and its block. */
export interface PlacedLead {
  readonly block: Block;
  readonly lead: Lead;
}

/** The sections of a document. Headings that a 目录 repeats are not among them. */
export interface Outline {
  /** The top level. */
  readonly roots: readonly Section[];
  /** Every section in document order. */
  readonly sections: readonly Section[];
  /** Leads before the first heading. */
  readonly leads: readonly PlacedLead[];
}

interface OpenLead {
  block: Block;
  lead: Lead;
}

class TreeSection implements Section {
  readonly children: TreeSection[] = [];
  readonly leads: OpenLead[] = [];
  next: TreeSection | undefined;

  constructor(
    private readonly blocks: BlockList,
    public block: Block,
    public heading: Heading,
    readonly level: number,
    readonly index: number,
    readonly parent: TreeSection | undefined,
  ) {}

  get ordinal(): number {
    return this.heading.ordinal;
  }
  get title(): string {
    return this.block.text.slice(this.heading.title.from, this.heading.title.to);
  }
  get end(): Block | undefined {
    let s: TreeSection | undefined = this.next;
    while (s && s.level > this.level) s = s.next;
    return s?.block;
  }
  count(counter: CounterName): number {
    const i = counterIndex(counter);
    const { end } = this;
    return (end ? this.blocks.sumBefore(end, i) : this.blocks.total(i)) - this.blocks.sumBefore(this.block, i);
  }
  first(counter: CounterName): Block | undefined {
    const found = this.blocks.firstWith(counterIndex(counter), this.block);
    const { end } = this;
    return found && (!end || this.blocks.compare(found, end) < 0) ? found : undefined;
  }
}

/** The outline of a document, kept while only text between or within its headings changes. */
export class OutlineTree implements Outline {
  readonly roots: TreeSection[] = [];
  readonly sections: TreeSection[] = [];
  readonly leads: OpenLead[] = [];
  private readonly byBlock = new Map<Block, { section?: TreeSection; leads: OpenLead[] }>();

  /** Reads all blocks with a heading or a lead. Costs their number. */
  constructor(blocks: BlockList, layout: Layout) {
    const carriers = [...blocks.with(counterIndex('outline'))];
    const skip = contentsRange(carriers, blocks, layout);
    const title = new Set([...layout.title, ...layout.entries.map(({ block }) => block)]);
    const bare = carriers
      .filter((b, i) => !skip(i) && !title.has(b) && b.content.heading?.family === 'markdown')
      .map((b) => b.content.heading!.hashes);
    const shallowest = bare.length > 0 ? Math.min(...bare) : 1;
    const open: TreeSection[] = [];
    let last: TreeSection | undefined;
    carriers.forEach((block, i) => {
      if (skip(i) || title.has(block)) return;
      const { heading } = block.content;
      const entry: { section?: TreeSection; leads: OpenLead[] } = { leads: [] };
      if (heading) {
        const level = heading.family === 'markdown' ? heading.level - shallowest + 1 : heading.level;
        while (open.length > 0 && open[open.length - 1].level >= level) open.pop();
        const parent = open[open.length - 1];
        const section = new TreeSection(blocks, block, heading, level, this.sections.length, parent);
        (parent ? parent.children : this.roots).push(section);
        this.sections.push(section);
        if (last) last.next = section;
        last = section;
        open.push(section);
        entry.section = section;
      }
      for (const lead of block.facts.leads) {
        const placed = { block, lead };
        (last ? last.leads : this.leads).push(placed);
        entry.leads.push(placed);
      }
      this.byBlock.set(block, entry);
    });
  }

  /**
   * Puts a block that was edited in the place of the one it was, when both say the same to the outline. Returns false,
   * and does nothing, when they do not.
   */
  repoint(gone: Block, come: Block): boolean {
    if (!sameHeading(gone, come) || !sameLeads(gone, come)) return false;
    const entry = this.byBlock.get(gone);
    if (!entry) return true;
    this.byBlock.delete(gone);
    this.byBlock.set(come, entry);
    if (entry.section) {
      entry.section.block = come;
      entry.section.heading = come.content.heading!;
    }
    entry.leads.forEach((placed, i) => {
      placed.block = come;
      placed.lead = come.facts.leads[i];
    });
    return true;
  }
}

function sameHeading(a: Block, b: Block): boolean {
  const x = a.content.heading;
  const y = b.content.heading;
  if (!x || !y) return x === y;
  // All that stands up to the title's end, and whether text follows it.
  return (
    x.family === y.family &&
    x.level === y.level &&
    (x.body === undefined) === (y.body === undefined) &&
    a.text.slice(0, x.title.to) === b.text.slice(0, y.title.to)
  );
}

function sameLeads(a: Block, b: Block): boolean {
  const x = a.facts.leads;
  const y = b.facts.leads;
  return (
    x.length === y.length &&
    x.every(
      (lead, i) =>
        lead.family === y[i].family &&
        lead.ordinal === y[i].ordinal &&
        lead.answered === y[i].answered &&
        titleOf(a, lead) === titleOf(b, y[i]),
    )
  );
}

function titleOf(block: Block, lead: Lead): string {
  return block.text.slice(lead.title.from, lead.title.to);
}

/** Which of the carriers stand in the 目录: from it to the heading that repeats its first entry. */
function contentsRange(carriers: readonly Block[], blocks: BlockList, layout: Layout): (index: number) => boolean {
  const { contents } = layout;
  if (!contents) return () => false;
  const line = blocks.lineOf(contents);
  const first = carriers.findIndex((b) => b.content.heading && b !== contents && blocks.lineOf(b) > line);
  if (first < 0) return () => false;
  const entry = entryTitle(carriers[first]);
  for (let i = first + 1; i < carriers.length; i++) {
    if (carriers[i].content.heading && entryTitle(carriers[i]) === entry) return (k) => k >= first && k < i;
  }
  return () => false;
}

/** Dots between an entry of a 目录 and its page number. */
const LEADERS = '.．·…—-';

/** A heading's words, without the page number that an entry of a 目录 ends with. */
function entryTitle(block: Block): string {
  const heading = block.content.heading!;
  const title = block.text.slice(heading.title.from, heading.title.to).replace(/[\s\u3000]/g, '');
  let end = title.length;
  while (end > 0 && /\d/.test(title[end - 1])) end--;
  while (end > 0 && LEADERS.includes(title[end - 1])) end--;
  return title.slice(0, end);
}
