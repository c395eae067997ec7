/**
 * A document: its blocks and all that is derived from them. With the linter's store of findings, this is the only thing
 * that changes.
 *
 * A change finds its block by line, splices the block's text, cuts the lines anew until an old boundary in the same
 * context, and says which blocks went and which came. Nothing else is read again.
 */
import { Block, type BlockContent, type Context } from './block';
import { BlockList } from './block-list';
import { FactIndex, type KeysOf } from './fact-index';
import { FORM_REACH, LAYOUT_REACH, blocksOf, layOut, sameLayout, type Layout } from './layout';
import { OutlineTree, type Outline } from './outline';
import { sectionCues, type Profile } from './profile';
import { HEAD_LINES, recogniseIn } from './head';
import type { Recognition } from './recognise';
import { FRONT_MATTER_LINES, Segmenter, frontMatterLength } from './segment';
import { COUNTERS, FIRST_SECTION_COUNTER, NO_SHARE, SECTION_COUNTERS, counterIndex, noShares, type Shares } from './tally';
import { offsetAt, splitLines, type Line, type Range, type TextChange } from './text';
import { changedTraits, type DocumentTraits, type TraitName } from './traits';

/** What a document needs to know of the world. */
export interface DocumentSettings {
  /** The kinds of reports known. */
  readonly profiles: readonly Profile[];
  /** The kind to use, whatever the text says; undefined: recognise it. */
  readonly profile?: string;
  /** Today, as YYYY-MM-DD. */
  readonly today: string;
}

/** What a change did. */
export interface Delta {
  readonly gone: ReadonlySet<Block>;
  readonly come: ReadonlySet<Block>;
  /** Everything is to be looked at anew: opened, replaced, or another kind of report. */
  readonly whole: boolean;
  /** The outline, the layout or a counter of a section is another: outline rules run again. */
  readonly sections: boolean;
  /** Block → the block that took its place, where the outline stayed the same. */
  readonly repointed: ReadonlyMap<Block, Block>;
  /** Keys of groups that lost or gained a member. */
  readonly touched: ReadonlySet<string>;
  /** Indices of the counters whose sum may have changed. */
  readonly counters: ReadonlySet<number>;
  /** Traits that are not what they were. */
  readonly traits: readonly TraitName[];
}

/** One open document. */
export class ReportDocument {
  private list!: BlockList;
  private facts: FactIndex;
  private head: Recognition | null = null;
  private named: Layout | undefined;
  private tree: OutlineTree | undefined;
  private known: DocumentTraits;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
    private settings: DocumentSettings,
    keysOf: KeysOf,
  ) {
    this.facts = new FactIndex(keysOf);
    this.known = { profile: null, reportYear: null, issuer: null, today: settings.today };
    this.replaceAll(text);
  }

  get blocks(): BlockList {
    return this.list;
  }
  get index(): FactIndex {
    return this.facts;
  }
  get layout(): Layout {
    return (this.named ??= layOut(this.list, (b) => b.facts.webResidue.length > 0));
  }
  get outline(): Outline {
    return (this.tree ??= new OutlineTree(this.list, this.layout));
  }
  get traits(): DocumentTraits {
    return this.known;
  }

  /** The whole text. Costs its length. */
  get text(): string {
    let text = '';
    for (const block of this.list.toArray()) text += block.text + block.content.eol;
    return text;
  }

  get lineCount(): number {
    return this.list.lineCount;
  }

  /** Blocks were taken out since the last settling, and none put in their place. */
  private removed = false;

  /** Applies changes in order. Positions behind the end of a line or the text mean its end. */
  update(changes: readonly TextChange[], version: number): Delta {
    this.version = version;
    const gone = new Set<Block>();
    const come = new Set<Block>();
    let whole = false;
    for (const change of changes) {
      if (change.range) this.splice(change.range, change.text, gone, come);
      else {
        for (const block of this.list.toArray()) if (!come.delete(block)) gone.add(block);
        this.cutAll(change.text);
        come.clear();
        for (const block of this.list.toArray()) come.add(block);
        whole = true;
      }
    }
    return this.settle(gone, come, whole);
  }

  /** Other settings: everything may be another. */
  configure(settings: DocumentSettings): Delta {
    this.settings = settings;
    return this.settle(new Set(), new Set(), true);
  }

  private replaceAll(text: string): void {
    this.cutAll(text);
    this.settle(new Set(), new Set(this.list.toArray()), true);
  }

  private cutAll(text: string): void {
    this.list = BlockList.of(cutFrom(splitLines(text), '', true).map((content) => new Block(content)));
  }

  /** Cuts a stretch of blocks anew. */
  private splice(range: Range, inserted: string, gone: Set<Block>, come: Set<Block>): void {
    const start = this.list.at(range.start.line);
    const end = this.list.at(range.end.line);
    // The block before may take the changed line in, or end in a CR that now meets an LF.
    let first = this.list.previous(start.block) ?? start.block;
    const last = end.block;
    // A rule on the first line opens front matter if another one closes it within reach: then the edit may decide of it.
    const opens = range.start.line <= FRONT_MATTER_LINES && this.list.first.text.startsWith('---');
    if (opens) first = this.list.first;
    const old: Block[] = [];
    let before = '';
    for (const block of this.list.from(first)) {
      old.push(block);
      before += block.text + block.content.eol;
      if (block === last) break;
    }
    const firstLine = this.list.lineOf(first);
    const from = offsetAt(before, { line: range.start.line - firstLine, character: range.start.character });
    const to = Math.max(from, offsetAt(before, { line: range.end.line - firstLine, character: range.end.character }));
    let text = before.slice(0, from) + inserted + before.slice(to);
    if (first === this.list.first && (opens || text.startsWith('---'))) {
      let count = splitLines(text).length;
      for (let at = this.list.next(old[old.length - 1]); at && count <= FRONT_MATTER_LINES; at = this.list.next(at)) {
        old.push(at);
        text += at.text + at.content.eol;
        count += at.content.lineCount;
      }
    }
    let step = 1;
    let contents: BlockContent[];
    for (;;) {
      const next = this.list.next(old[old.length - 1]);
      const cut = cutStretch(text, first.content.context, first === this.list.first, next);
      if (cut) {
        contents = cut;
        break;
      }
      // The stretch runs on into the blocks behind it: take in more of them, twice as many each time.
      let at: Block | undefined = next;
      for (let n = 0; at && n < step; n++) {
        old.push(at);
        text += at.text + at.content.eol;
        at = this.list.next(at);
      }
      step *= 2;
    }
    this.exchange(old, contents, gone, come);
  }

  /** Puts contents in the place of blocks; equal ones at both ends keep their block. */
  private exchange(old: readonly Block[], contents: readonly BlockContent[], gone: Set<Block>, come: Set<Block>): void {
    let head = 0;
    while (head < old.length && head < contents.length && same(old[head].content, contents[head])) head++;
    let tail = 0;
    while (
      tail < old.length - head &&
      tail < contents.length - head &&
      same(old[old.length - 1 - tail].content, contents[contents.length - 1 - tail])
    )
      tail++;
    const out = old.slice(head, old.length - tail);
    const fresh = contents.slice(head, contents.length - tail).map((content) => new Block(content));
    if (out.length > 0 && fresh.length > 0) this.list.replace(out, fresh);
    else if (fresh.length > 0) {
      if (head > 0) fresh.reduce((before, block) => (this.list.insertAfter(before, block), block), old[head - 1]);
      else for (let i = fresh.length - 1; i >= 0; i--) this.list.insertFirst(fresh[i]);
    } else {
      for (const block of out) this.list.remove(block);
      this.removed ||= out.length > 0;
    }
    for (const block of out) if (!come.delete(block)) gone.add(block);
    for (const block of fresh) come.add(block);
  }

  /** Brings everything derived up to date and says what became of it. */
  private settle(gone: Set<Block>, come: Set<Block>, whole: boolean): Delta {
    const before = this.known;
    const wasNamed = this.named;
    // Only now, behind the last of several changes: what came and went between them is never read.
    if (before.profile && !whole) for (const block of come) this.list.recount(block, countersOf(block.content, before.profile));
    const near = whole || this.nearAnEnd(gone, come);
    this.removed = false;
    if (near) this.named = undefined;
    if (near || this.inHead(gone, come)) {
      this.head = recogniseIn(this, this.settings.profiles, this.settings.profile);
      this.known = this.traitsNow();
      if (this.known.profile !== before.profile) whole = true;
    }
    const traits = changedTraits(before, this.known);
    const touched = new Set<string>();
    const counters = new Set<number>();
    if (whole) {
      this.tree = undefined;
      const { profile } = this.known;
      this.facts.clear();
      const all = this.list.toArray();
      for (const block of all) {
        block.counters = profile ? countersOf(block.content, profile) : NO_SHARE;
        if (profile) this.facts.add(block, touched);
      }
      this.list = BlockList.of(all);
      this.named = undefined;
      for (let i = 0; i < COUNTERS.length; i++) counters.add(i);
      return { gone, come: new Set(all), whole, sections: true, repointed: new Map(), touched, counters, traits };
    }
    if (!this.known.profile) return { gone, come, whole, sections: false, repointed: new Map(), touched, counters, traits };
    const sums = noShares();
    for (const block of gone) {
      this.facts.remove(block, touched);
      subtract(sums, block.counters);
    }
    for (const block of come) {
      this.facts.add(block, touched);
      add(sums, block.counters);
    }
    sums.forEach((v, i) => {
      if (v !== 0) counters.add(i);
    });
    // A counter can stay the same while its first place has moved.
    for (const block of gone) block.counters.forEach((v, i) => v !== 0 && counters.add(i));
    for (const block of come) block.counters.forEach((v, i) => v !== 0 && counters.add(i));
    const repointed = this.repoint(gone, come);
    const named = wasNamed !== undefined && near && !sameLayout(wasNamed, this.layout);
    const several = gone.size > 1 || come.size > 1;
    const sections =
      repointed === undefined ||
      named ||
      SECTION_RULE_COUNTERS.some((i) => sums[i] !== 0 || (several && counters.has(i))) ||
      traits.length > 0;
    if (repointed === undefined || named) this.tree = undefined;
    return { gone, come, whole, sections, repointed: repointed ?? new Map(), touched, counters, traits };
  }

  /** Whether the change lies where the layout and recognition look. */
  private nearAnEnd(gone: Set<Block>, come: Set<Block>): boolean {
    const { named } = this;
    if (named) {
      if (blocksOf(named).some((b) => b !== undefined && gone.has(b))) return true;
    }
    if (come.size === 0 || this.removed) return true;
    for (const block of gone) if (block.counters[FORM] !== 0) return true;
    const { size } = this.list;
    // The foot of the body stands before the first attachment.
    const annex = named?.annexes[0];
    const foot = annex ? this.list.indexOf(annex.block) : -1;
    for (const block of come) {
      const index = this.list.indexOf(block);
      if (index < LAYOUT_REACH || index >= size - LAYOUT_REACH) return true;
      if (index < foot && index >= foot - LAYOUT_REACH) return true;
      let above: Block | undefined = block;
      for (let n = 0; above && n <= FORM_REACH; n++, above = this.list.previous(above)) if (above.counters[FORM] !== 0) return true;
    }
    return false;
  }

  /** Whether the change can bring other headings or directives into the lines that recognition reads. */
  private inHead(gone: Set<Block>, come: Set<Block>): boolean {
    let lines = 0;
    let carries = false;
    for (const block of gone) {
      lines -= block.content.lineCount;
      carries ||= block.content.heading !== undefined || block.kind === 'directive';
    }
    for (const block of come) {
      lines += block.content.lineCount;
      carries ||= block.content.heading !== undefined || block.kind === 'directive';
    }
    if (lines === 0 && !carries) return false;
    for (const block of come) if (this.list.lineOf(block) < HEAD_LINES) return true;
    return come.size === 0;
  }

  private repoint(gone: Set<Block>, come: Set<Block>): Map<Block, Block> | undefined {
    const carries = (b: Block) => b.content.heading !== undefined || b.facts.leads.length > 0;
    const out = [...gone].filter(carries);
    const fresh = [...come].filter(carries);
    if (out.length !== fresh.length || out.length > 1) return undefined;
    const pairs = new Map<Block, Block>();
    if (out.length === 0) return pairs;
    // A heading that belongs to the title or the 目录 is not in the tree; whether it does may have changed with it.
    if (this.tree && !this.tree.repoint(out[0], fresh[0])) return undefined;
    pairs.set(out[0], fresh[0]);
    return pairs;
  }

  private traitsNow(): DocumentTraits {
    return {
      profile: this.head?.profile ?? null,
      reportYear: this.head?.year ?? null,
      issuer: this.head?.issuer ?? null,
      today: this.settings.today,
    };
  }
}

const FORM = counterIndex('form');

/** Outline rules look at these counters. */
const SECTION_RULE_COUNTERS = [
  'content',
  'placeholder',
  'cause',
  'opaque',
  ...Array.from({ length: SECTION_COUNTERS }, (_, i) => `section${i}`),
].map((name) => counterIndex(name as (typeof COUNTERS)[number]));

/** A content's counters, with those of the profile's sections. */
function countersOf(content: BlockContent, profile: Profile): Shares {
  const cues = profile.sections.length > 0 ? sectionCues(profile, content) : 0;
  if (cues === 0) return content.counters;
  const sums = content.counters.slice();
  for (let i = 0; i < SECTION_COUNTERS; i++) if (cues & (1 << i)) sums[FIRST_SECTION_COUNTER + i] = 1;
  return sums;
}

/** Cuts lines into contents, front matter first when they begin a document. */
function cutFrom(lines: readonly Line[], context: Context, start: boolean): BlockContent[] {
  const segmenter = new Segmenter(context);
  return segmenter.cut(start && frontMatterLength(lines) > 0 ? openFrontMatter(segmenter, lines) : lines);
}

function openFrontMatter(segmenter: Segmenter, lines: readonly Line[]): readonly Line[] {
  segmenter.frontMatter(lines[0]);
  return lines.slice(1);
}

/**
 * Cuts the text of whole blocks. Undefined when the block behind it (`next`) would no longer begin where it does.
 */
function cutStretch(text: string, context: Context, start: boolean, next: Block | undefined): BlockContent[] | undefined {
  const lines = splitLines(text);
  // A stretch inside the document ends with a line end; what stands behind that belongs to the next block.
  if (next) lines.pop();
  const segmenter = new Segmenter(context);
  const rest = start && frontMatterLength(lines) > 0 ? openFrontMatter(segmenter, lines) : lines;
  for (const line of rest) segmenter.take(line);
  if (next && (segmenter.context !== next.content.context || segmenter.joins(firstLine(next)))) return undefined;
  return segmenter.cut([]);
}

function firstLine(block: Block): string {
  return block.content.lineCount === 1 ? block.text : splitLines(block.text)[0].text;
}

function same(a: BlockContent, b: BlockContent): boolean {
  return a.kind === b.kind && a.context === b.context && a.eol === b.eol && a.lineCount === b.lineCount && a.text === b.text;
}

function add(sums: Shares, more: Shares): void {
  for (let i = 0; i < sums.length; i++) sums[i] += more[i];
}

function subtract(sums: Shares, less: Shares): void {
  for (let i = 0; i < sums.length; i++) sums[i] -= less[i];
}
