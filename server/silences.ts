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
  to: number;
  /** Which of `rules` have silenced something; '' stands for all. */
  readonly used: Set<string>;
}

/** The directives of one text. */
export class Silences {
  private readonly stretches: Stretch[] = [];
  private readonly unknown: Block[] = [];

  constructor(blocks: BlockList) {
    const directive = counterIndex('directive');
    if (blocks.total(directive) === 0) return;
    let open: Stretch[] = [];
    for (const block of blocks.with(directive)) {
      const said = block.facts.directive;
      const line = blocks.lineOf(block);
      if (said?.action === 'off') {
        open.push({ block, action: said.action, rules: said.rules, from: line, to: Infinity, used: new Set() });
        this.stretches.push(open[open.length - 1]);
      } else if (said?.action === 'on') {
        for (const stretch of open) stretch.to = line;
        open = [];
      } else if (said?.action === 'off-next') {
        let next = blocks.next(block);
        // Several directives may stand above one paragraph.
        while (next && (next.kind === 'blank' || next.kind === 'directive')) next = blocks.next(next);
        const from = next ? blocks.lineOf(next) : line;
        this.stretches.push({
          block,
          action: said.action,
          rules: said.rules,
          from,
          to: next ? from + next.content.lineCount : from,
          used: new Set(),
        });
      } else if (said?.action === 'unknown') this.unknown.push(block);
    }
  }

  /** Whether a rule is silent on a line. */
  cover(rule: string, line: number): boolean {
    let covered = false;
    for (const { from, to, rules, used } of this.stretches) {
      if (line < from || line >= to) continue;
      const by = rules.length === 0 ? '' : rules.find((r) => r === rule || rule.startsWith(`${r}/`));
      if (by === undefined) continue;
      used.add(by);
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
    for (const { block, action, rules: named, used } of this.stretches) {
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

function remove(block: Block): NonNullable<Finding['fixes']>[number] {
  return { message: 'remove', safe: false, edits: [{ remove: block }] };
}

/** Where a word of a directive stands, behind the tool's name. */
function spanOf({ text }: Block, word: string): Span {
  const start = text.indexOf('gongwen:') + 'gongwen:'.length;
  const from = word === '' ? -1 : text.indexOf(word, start);
  return from < 0 ? { from: 0, to: text.length } : { from, to: from + word.length };
}
