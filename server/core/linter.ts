/**
 * Calls rules and keeps what they find: with blocks, with groups, with the outline, with the tallies. After a change
 * only what the change touched is looked at again.
 */
import { align, type Alignment } from './alignment';
import type { Block } from './block';
import type { Delta, ReportDocument } from './document';
import { factBits } from './facts';
import type { BlockRule, Finding, GroupRule, OutlineRule, OutlineView, Rule, TallyRule, TallyView } from './rule';
import { FIRST_SECTION_COUNTER, counterIndex } from './tally';

/** A finding with the rule that made it. */
export interface Filed {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** A rule that threw. The others go on; the person is told once. */
export interface RuleFault {
  readonly rule: Rule;
  readonly error: unknown;
}

/** How much work the last change made; for tests that hold it to a constant. */
export interface Work {
  blocksRead: number;
  checks: number;
}

/** The rules of a service, sorted by what they look at. */
export class RuleSet {
  readonly block: readonly { rule: BlockRule; bits: number }[];
  readonly group: readonly GroupRule[];
  readonly outline: readonly OutlineRule[];
  readonly tally: readonly { rule: TallyRule; counters: readonly number[] }[];

  constructor(readonly all: readonly Rule[]) {
    this.block = all.flatMap((rule) => (rule.view === 'block' ? [{ rule, bits: factBits(rule.reads) }] : []));
    this.group = all.flatMap((rule) => (rule.view === 'group' ? [rule] : []));
    this.outline = all.flatMap((rule) => (rule.view === 'outline' ? [rule] : []));
    this.tally = all.flatMap((rule) => (rule.view === 'tally' ? [{ rule, counters: rule.counters.map(counterIndex) }] : []));
  }
}

/** The findings of one document. */
export class Linter {
  private readonly byBlock = new Map<Block, Filed[]>();
  private readonly byGroup = new Map<string, Filed[]>();
  private byOutline: Filed[] = [];
  /** Blocks that an outline finding names: when one goes, the finding must be made again. */
  private outlineBlocks = new Set<Block>();
  private readonly byTally = new Map<TallyRule, Filed[]>();
  private current: Alignment | null = null;
  readonly faults = new Map<string, RuleFault>();
  /** Where `OutlineView.top` was when the outline rules ran. */
  private topBlock: Block | undefined;
  readonly work: Work = { blocksRead: 0, checks: 0 };
  /** Which findings the last change may have made, taken away or altered: none, only those of the blocks that it exchanged, or any. */
  changed: 'none' | 'exchanged' | 'any' = 'any';

  constructor(
    private readonly rules: RuleSet,
    private readonly document: ReportDocument,
  ) {
    this.apply({
      gone: new Set(),
      come: new Set(document.blocks.toArray()),
      whole: true,
      sections: true,
      repointed: new Map(),
      touched: new Set(document.index.keys()),
      counters: new Set(),
      traits: [],
    });
  }

  /** How the profile's sections stand to the outline; null for a text without mandated sections. */
  get alignment(): Alignment | null {
    return this.current;
  }

  /** Looks again at what a change touched. */
  apply(delta: Delta): void {
    this.changed = delta.whole || delta.traits.length > 0 ? 'any' : 'none';
    this.work.blocksRead = delta.come.size;
    this.work.checks = 0;
    const { document } = this;
    if (delta.whole) {
      this.byBlock.clear();
      this.byGroup.clear();
      this.byTally.clear();
      this.byOutline = [];
      this.outlineBlocks = new Set();
      this.current = null;
    }
    if (!document.traits.profile) return;
    for (const block of delta.gone) if (this.byBlock.delete(block)) this.exchange();
    for (const block of delta.come) this.checkBlock(block, this.rules.block);
    if (!delta.whole && delta.traits.length > 0) this.recheck(delta);
    for (const key of delta.touched) this.checkGroup(key);
    if (delta.sections || delta.whole || this.topBlock !== topOf(document) || [...delta.gone].some((b) => this.outlineBlocks.has(b)))
      this.checkOutline();
    for (const { rule, counters } of this.rules.tally) {
      if (delta.whole || counters.some((c) => delta.counters.has(c)) || needsAny(rule, delta)) this.checkTally(rule);
    }
  }

  /** Every finding, in no order. */
  findings(): Filed[] {
    const all: Filed[] = [];
    const add = (list: readonly Filed[]) => {
      for (let i = 0; i < list.length; i++) all.push(list[i]);
    };
    this.byBlock.forEach(add);
    this.byGroup.forEach(add);
    add(this.byOutline);
    this.byTally.forEach(add);
    return all;
  }

  /** What block rules found in a block. */
  findingsOf(block: Block): readonly Filed[] {
    return this.byBlock.get(block) ?? [];
  }

  private exchange(): void {
    if (this.changed === 'none') this.changed = 'exchanged';
  }

  private checkBlock(block: Block, rules: RuleSet['block']): void {
    const bits = block.content.facts.bits;
    if (bits === 0) return;
    const { traits } = this.document;
    for (const { rule, bits: wanted } of rules) {
      if ((bits & wanted) === 0) continue;
      this.work.checks++;
      try {
        let found: Filed[] | undefined;
        for (const finding of rule.check(block, traits)) (found ??= []).push({ rule, finding });
        if (!found) continue;
        this.exchange();
        const list = this.byBlock.get(block);
        if (list) list.push(...found);
        else this.byBlock.set(block, found);
      } catch (error) {
        this.fail(rule, error);
      }
    }
  }

  /** Runs again, over all blocks, the block and group rules that need a trait which has changed. */
  private recheck(delta: Delta): void {
    const again = this.rules.block.filter(({ rule }) => needsAny(rule, delta));
    if (again.length > 0) {
      const ids = new Set<Rule>(again.map(({ rule }) => rule));
      for (const block of this.document.blocks) {
        if (delta.come.has(block)) continue;
        const kept = this.byBlock.get(block)?.filter(({ rule }) => !ids.has(rule));
        if (kept && kept.length > 0) this.byBlock.set(block, kept);
        else this.byBlock.delete(block);
        this.checkBlock(block, again);
      }
    }
    if (this.rules.group.some((rule) => needsAny(rule, delta))) for (const key of this.document.index.keys()) this.checkGroup(key);
  }

  private checkGroup(key: string): void {
    const { document } = this;
    if (this.byGroup.delete(key)) this.changed = 'any';
    const kind = key.slice(0, key.indexOf(':'));
    const found: Filed[] = [];
    for (const rule of this.rules.group) {
      if (typeof rule.keys === 'string' ? rule.keys !== kind : !rule.keys.includes(kind)) continue;
      const members = document.index.members(key, document.blocks);
      if (members.length > 0) found.push(...this.run(rule, () => rule.check({ key, members }, document.traits)));
    }
    if (found.length === 0) return;
    this.changed = 'any';
    this.byGroup.set(key, found);
  }

  /** What outline rules see now. */
  get view(): OutlineView {
    const { document } = this;
    const { outline, layout, traits } = document;
    const topBlock = topOf(document);
    const { heading } = topBlock.content;
    const span = layout.title.length > 0 || !heading ? inkOf(topBlock) : { from: heading.number.from, to: heading.title.to };
    return {
      outline,
      layout,
      traits,
      profile: traits.profile,
      alignment: this.current,
      top: { block: topBlock, span },
      get bottom() {
        return lastInked(document);
      },
    };
  }

  private checkOutline(): void {
    const { outline, blocks, traits } = this.document;
    const { profile, reportYear } = traits;
    const bodyBlock = (section: number) => blocks.firstWith(FIRST_SECTION_COUNTER + section);
    this.current = profile && profile.sections.length > 0 ? align(profile, outline, bodyBlock, reportYear) : null;
    const { view } = this;
    this.topBlock = view.top.block;
    const before = this.byOutline.length;
    this.byOutline = this.rules.outline.flatMap((rule) => this.run(rule, () => rule.check(view)));
    if (before + this.byOutline.length > 0) this.changed = 'any';
    this.outlineBlocks = new Set(this.current?.states.flatMap(({ at }) => (at ? [at.block] : [])));
    for (const { finding } of this.byOutline) {
      this.outlineBlocks.add(finding.at.block);
      for (const { at } of finding.related ?? []) this.outlineBlocks.add(at.block);
      for (const { edits } of finding.fixes ?? []) {
        if (typeof edits === 'function') continue;
        for (const edit of edits) {
          if ('remove' in edit) this.outlineBlocks.add(edit.remove);
          else if ('after' in edit) {
            if (edit.after !== 'start') this.outlineBlocks.add(edit.after);
          } else this.outlineBlocks.add(edit.block);
        }
      }
    }
  }

  private checkTally(rule: TallyRule): void {
    const { blocks, traits } = this.document;
    const view: TallyView = {
      traits,
      count: (counter) => blocks.total(counterIndex(counter)),
      first: (counter) => blocks.firstWith(counterIndex(counter)),
      all: (counter) => blocks.with(counterIndex(counter)),
    };
    const found = this.run(rule, () => rule.check(view));
    if (this.byTally.delete(rule) || found.length > 0) this.changed = 'any';
    if (found.length > 0) this.byTally.set(rule, found);
  }

  private run(rule: Rule, check: () => Iterable<Finding>): Filed[] {
    this.work.checks++;
    try {
      const found: Filed[] = [];
      for (const finding of check()) found.push({ rule, finding });
      return found;
    } catch (error) {
      this.fail(rule, error);
      return [];
    }
  }

  private fail(rule: Rule, error: unknown): void {
    if (!this.faults.has(rule.id)) this.faults.set(rule.id, { rule, error });
  }
}

function needsAny(rule: Rule, delta: Delta): boolean {
  return rule.needs !== undefined && rule.needs.some((name) => delta.traits.includes(name));
}

/** Where findings about something absent stand. */
function topOf(document: ReportDocument): Block {
  return document.layout.title[0] ?? document.blocks.firstWith(counterIndex('ink')) ?? document.blocks.first;
}

function lastInked(document: ReportDocument): Block {
  let block: Block | undefined = document.blocks.last;
  while (block && block.kind === 'blank') block = document.blocks.previous(block);
  return block ?? document.blocks.last;
}

/** A block's text without the white space around it, at most one line of it. */
function inkOf(block: Block): { from: number; to: number } {
  const { text } = block;
  const from = text.length - text.trimStart().length;
  const line = text.slice(from).search(/[\r\n]/);
  const to = line < 0 ? text.trimEnd().length : from + line;
  return { from, to: Math.max(from, to) };
}
