/** The figures of a report with their places: what a person verifies one by one. */
import type { Block } from '../core/block';
import { rangeOf } from '../core/edits';
import type { Figure } from '../core/facts/figure';
import { counterIndex } from '../core/tally';
import { comparePositions, type Range } from '../core/text';
import { stampKey } from '../figures';
import type { Report } from '../service';

/** A figure with its place. */
export interface PlacedFigure {
  readonly block: Block;
  /** Line at which the block begins. */
  readonly line: number;
  readonly figure: Figure;
  /** What a stamp on it is known by. */
  readonly key: string;
}

/** Every figure of a report, in order of place. */
export function figuresOf(report: Report): PlacedFigure[] {
  const { blocks, traits } = report.document;
  if (!traits.profile) return [];
  const out: PlacedFigure[] = [];
  for (const block of blocks.with(counterIndex('ink'))) {
    const { figures } = block.facts;
    if (figures.length === 0) continue;
    const line = blocks.lineOf(block);
    for (const figure of figures) out.push(placed(block, line, figure));
  }
  return out;
}

function placed(block: Block, line: number, figure: Figure): PlacedFigure {
  return { block, line, figure, key: stampKey(block, figure) };
}

/** The figure that holds the whole of a range. */
export function figureAt(report: Report, range: Range): PlacedFigure | undefined {
  const { blocks, traits } = report.document;
  if (!traits.profile) return undefined;
  const { block, line } = blocks.at(range.start.line);
  const figure = block.facts.figures.find(({ span }) => {
    const { start, end } = rangeOf(report.document, block, span, line);
    return comparePositions(start, range.start) <= 0 && comparePositions(range.end, end) <= 0;
  });
  return figure && placed(block, line, figure);
}

/** Where a figure stands. */
export function rangeOfFigure(report: Report, { block, line, figure }: PlacedFigure): Range {
  return rangeOf(report.document, block, figure.span, line);
}

/** A figure as it stands. */
export function textOf({ block, figure }: PlacedFigure): string {
  return block.text.slice(figure.span.from, figure.span.to);
}
