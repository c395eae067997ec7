/** Every mention of an indicator (指标): where the figure at the caret is told of, with whatever value. */
import type { Location, Position } from 'vscode-languageserver';
import type { Block } from '../../core/block';
import { rangeOf } from '../../core/edits';
import { plainIndicator } from '../../core/facts/mention';
import { labelOfRow } from '../../core/facts/table';
import { counterIndex } from '../../core/tally';
import type { Span } from '../../core/text';
import type { Report } from '../../service';
import type { Feature } from '../feature';
import { figureAt } from '../figures';

export const figureReferences: Feature = {
  references: (_context, report, position) => mentions(report, position),
};

/** Figures with the same words, and rows of tables so called. Linear in the text, once asked for; the figure itself is one of them. */
function mentions(report: Report, position: Position): Location[] | null {
  const found = figureAt(report, { start: position, end: position });
  if (!found) return null;
  const indicator = plainIndicator(found.block.text, found.figure);
  if (indicator === '') return null;
  const { blocks } = report.document;
  const out: Location[] = [];
  for (const block of blocks.with(counterIndex('ink'))) {
    const spans = mentionedIn(block, indicator, found.figure.unit);
    if (spans.length === 0) continue;
    const line = blocks.lineOf(block);
    for (const span of spans) out.push({ uri: report.uri, range: rangeOf(report.document, block, span, line) });
  }
  return out;
}

function mentionedIn({ facts, text }: Block, indicator: string, unit: string): Span[] {
  if (facts.tables.length > 0) {
    return facts.tables.flatMap(({ rows, head }) =>
      rows
        .slice(head)
        .flatMap((row) =>
          labelOfRow(text, row).replace(/[（(][^（）()]*[）)]$/, '') === indicator
            ? row.filter((c) => c.kind === 'number').map((c) => c.span)
            : [],
        ),
    );
  }
  return facts.figures.filter((f) => f.unit === unit && plainIndicator(text, f) === indicator).map((f) => f.span);
}
