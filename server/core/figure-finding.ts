/** Turns statements that the figures do not bear out into findings. Every rule of the family `figure` does it in this way. */
import type { Block } from './block';
import type { Figure } from './facts/figure';
import type { Correction, Relation, RelationKind } from './facts/relation';
import type { TableStatement } from './facts/table-sum';
import type { Messages } from './messages';
import type { Finding, Fix } from './rule';

/** Messages that every rule about figures has. */
export const FIGURE_MESSAGES = {
  operand: { 'zh-cn': '算式中的“{text}”', en: '“{text}” in the calculation' },
  correct: { 'zh-cn': '把“{from}”改为“{to}”（须与底数核对）', en: 'Change “{from}” to “{to}” (check against the source)' },
} satisfies Messages;

/** How a statement of some form is told. `fails` and `doubtful` name messages of the rule; without a name nothing is said. */
export interface Telling {
  readonly fails?: string;
  readonly doubtful?: string;
}

/**
 * The findings for the statements of one kind in a block: what fails as a warning, what is doubtful as a hint. The
 * arguments are `formula`, `reached`, `first` and `last` (the first and the last figure as printed, with their units).
 */
export function* figureFindings(block: Block, kind: RelationKind, tell: (relation: Relation) => Telling): Iterable<Finding> {
  for (const relation of block.facts.disputed) {
    if (relation.kind !== kind) continue;
    const doubtful = relation.verdict === 'doubtful';
    const telling = tell(relation);
    const message = doubtful ? telling.doubtful : telling.fails;
    if (!message) continue;
    const { figures } = relation;
    const print = (i: number) => (i in figures ? onOneLine(block.text.slice(figures[i].span.from, figures[i].span.to)) : '');
    yield {
      at: { block, span: relation.span },
      message,
      args: { formula: relation.formula, reached: relation.reached, first: print(0), last: print(figures.length - 1) },
      ...(doubtful ? { severity: 'hint', certainty: 'advice' } : undefined),
      related: figures.map((f, i) => ({ at: { block, span: f.span }, message: 'operand', args: { text: print(i) } })),
      fixes: relation.corrections.map((c) => fix(block, c, relation.corrections)),
    };
  }
}

/** How many characters before a number tell it from another of the same value. */
const WORDS = 8;

/** A number and its unit that a wrapped line has put apart. */
function onOneLine(text: string): string {
  return text.replace(/[\r\n]+/g, '');
}

/** A correction as a fix. A figure never changes without a person. Where two would read alike, the words before them go along. */
function fix(block: Block, { figure, newText }: Correction, all: readonly Correction[]): Fix {
  const span = { from: figure.numeral.from, to: figure.numeral.to };
  const print = (f: Figure) => onOneLine(block.text.slice(f.span.from, f.span.to));
  const alike = all.some((c) => c.figure !== figure && print(c.figure) === print(figure));
  const words = alike ? onOneLine(block.text.slice(Math.max(figure.label.from, figure.span.from - WORDS), figure.span.from)).trim() : '';
  return {
    message: 'correct',
    args: { from: words + print(figure), to: words + newText + onOneLine(block.text.slice(span.to, figure.span.to)) },
    edits: [{ block, span, newText }],
    safe: false,
  };
}

/**
 * What a finding about cells of a table shows beside itself: the other operands, and each number that would make it true
 * as a fix of its own, `most` of them at most.
 */
export function cellParts(
  block: Block,
  cells: TableStatement['cells'],
  corrections: TableStatement['corrections'],
  most: number,
): Pick<Finding, 'related' | 'fixes'> {
  const print = (from: number, to: number) => block.text.slice(from, to);
  return {
    related: cells.slice(1).map(({ span }) => ({ at: { block, span }, message: 'operand', args: { text: print(span.from, span.to) } })),
    fixes: corrections.slice(0, most).map(({ cell, newText }) => {
      const span = { from: cell.numeral!.from, to: cell.numeral!.to };
      return {
        message: 'correct',
        args: { from: print(span.from, span.to), to: newText },
        edits: [{ block, span, newText }],
        safe: false,
      };
    }),
  };
}
