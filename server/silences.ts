/** What directives in the text silence, and which of them silence nothing. Made anew whenever findings are collected. */
import type { Block } from './core/block';
import type { BlockList } from './core/block-list';
import { nearest } from './core/nearest';
import type { Finding, Rule } from './core/rule';
import { counterIndex } from './core/tally';
import type { Span } from './core/text';

/** One `off` or `off-next`. */
interface Stretch {
  readonly block: Block;
  readonly action: 'off' | 'off-next';
  /** Rules or families; empty: all. */
  readonly rules: readonly string[];
  readonly from: number;
  readonly reach: Reach;
}

/** Lines that stretches share: all `off` up to the next `on`, or all `off-next` above one paragraph. No two of one kind overlap. */
interface Reach {
  readonly from: number;
  to: number;
  /** For each name ('' for all): the first line from which it is silent. */
  readonly since: Map<string, number>;
  /** For each rule that was silenced here: the last line on which it was. */
  readonly silenced: Map<string, number>;
}

/** The directives of one text. */
export class Silences {
  private readonly stretches: Stretch[] = [];
  private readonly unknown: Block[] = [];
  private readonly off: Reach[] = [];
  private readonly offNext: Reach[] = [];

  constructor(blocks: BlockList) {
    const directive = counterIndex('directive');
    if (blocks.total(directive) === 0) return;
    let open: Reach | undefined;
    for (const block of blocks.with(directive)) {
      const said = block.facts.directive;
      const line = blocks.lineOf(block);
      if (said?.action === 'off') {
        if (!open) this.off.push((open = reach(line, Infinity)));
        this.add(block, said.action, said.rules, line, open);
      } else if (said?.action === 'on') {
        if (open) open.to = line;
        open = undefined;
      } else if (said?.action === 'off-next') {
        let above = this.offNext.at(-1);
        // Several directives may stand above one paragraph.
        if (!above || line >= above.from) {
          let next = blocks.next(block);
          while (next && (next.kind === 'blank' || next.kind === 'directive')) next = blocks.next(next);
          const from = next ? blocks.lineOf(next) : blocks.lineCount;
          this.offNext.push((above = reach(from, next ? from + next.content.lineCount : from)));
        }
        this.add(block, said.action, said.rules, above.from, above);
      } else if (said?.action === 'unknown') this.unknown.push(block);
    }
  }

  private add(block: Block, action: Stretch['action'], rules: readonly string[], from: number, reach: Reach): void {
    this.stretches.push({ block, action, rules, from, reach });
    for (const name of rules.length === 0 ? [''] : rules) if (!reach.since.has(name)) reach.since.set(name, from);
  }

  /** Whether a rule is silent on a line. */
  cover(rule: string, line: number): boolean {
    if (this.stretches.length === 0) return false;
    const family = rule.slice(0, rule.indexOf('/'));
    let covered = false;
    for (const reach of [reachAt(this.off, line), reachAt(this.offNext, line)]) {
      if (!reach || ![rule, family, ''].some((name) => (reach.since.get(name) ?? Infinity) <= line)) continue;
      reach.silenced.set(rule, Math.max(line, reach.silenced.get(rule) ?? line));
      covered = true;
    }
    return covered;
  }

  /** What is wrong with directives, once everything has been asked: rules that nobody knows, exceptions that have no effect. An `off` that names no rule is there on purpose. */
  *faults(known: { readonly allRules: readonly Rule[] }): Generator<Finding> {
    if (this.stretches.length === 0 && this.unknown.length === 0) return;
    const rules = known.allRules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]);
    const names = [...rules, ...new Set(rules.map((id) => id.slice(0, id.indexOf('/'))))];
    for (const block of this.unknown) {
      const word = block.facts.directive!.value;
      yield { at: { block, span: spanOf(block, word) }, message: 'unknownWord', args: { word } };
    }
    for (const { block, action, rules: named, from, reach } of this.stretches) {
      const used = usedOf(named, from, reach);
      const dead = named.filter((rule) => !used.has(rule));
      for (const rule of dead) {
        const span = spanOf(block, rule);
        if (names.includes(rule))
          yield {
            at: { block, span },
            message: 'unused',
            args: { rule },
            ...(dead.length === named.length ? { fixes: [remove(block)] } : {}),
          };
        else {
          const meant = nearest(rule, names);
          if (meant === undefined) yield { at: { block, span }, message: 'unknownRule', args: { rule } };
          else
            yield {
              at: { block, span },
              message: 'unknownRuleMeant',
              args: { rule, meant },
              fixes: [{ message: 'replace', args: { meant }, safe: false, edits: [{ block, span, newText: meant }] }],
            };
        }
      }
      if (action === 'off-next' && named.length === 0 && used.size === 0)
        yield { at: { block, span: spanOf(block, 'off-next') }, message: 'unusedAll', fixes: [remove(block)] };
    }
  }
}

function reach(from: number, to: number): Reach {
  return { from, to, since: new Map(), silenced: new Map() };
}

/** The one that holds a line; they are in order. */
function reachAt(all: readonly Reach[], line: number): Reach | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].from <= line) low = middle + 1;
    else high = middle;
  }
  const found = low > 0 ? all[low - 1] : undefined;
  return found && line < found.to ? found : undefined;
}

/** Which names have silenced something; '' stands for all. Of two that cover a rule, the first one has. */
function usedOf(named: readonly string[], from: number, { silenced }: Reach): Set<string> {
  const used = new Set<string>();
  for (const [rule, line] of silenced) {
    if (line < from) continue;
    const by = named.length === 0 ? '' : named.find((name) => name === rule || rule.startsWith(`${name}/`));
    if (by !== undefined) used.add(by);
  }
  return used;
}

function remove(block: Block): NonNullable<Finding['fixes']>[number] {
  return { message: 'remove', safe: false, edits: [{ remove: block }] };
}

/** Where a word of a directive stands, behind the tool's name. */
function spanOf({ text }: Block, word: string): Span {
  const start = text.indexOf('gongwen:') + 'gongwen:'.length;
  const from = word === '' ? -1 : text.indexOf(word, start);
  return from < 0 ? { from: 0, to: text.length } : { from, to: from + word.length };
}
