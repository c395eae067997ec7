/** Growing selections: word, clause, sentence, paragraph, section, chapter, document. */
import type { Position, SelectionRange } from 'vscode-languageserver';
import { rangeOf } from '../../core/edits';
import { comparePositions, offsetAt, type Range } from '../../core/text';
import type { Report } from '../../service';
import { sectionRange } from '../convert';
import type { Feature } from '../feature';

export const selection: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(context) {
    context.connection.onSelectionRanges(async ({ textDocument, positions }) => {
      const report = await context.report(textDocument.uri);
      return report?.document.traits.profile ? positions.map((position) => selectionAt(report, position)) : null;
    });
  },
};

const SENTENCE = '。！？!?；;\n\r';
const CLAUSE = `${SENTENCE}，,：:、`;

/** The stretches around a place, the smallest first; each lies in the next. */
function selectionAt(report: Report, position: Position): SelectionRange {
  const { document } = report;
  const { block, line } = document.blocks.at(position.line);
  const { text } = block;
  const at = offsetAt(text, { line: position.line - line, character: position.character });
  const spans = [
    around(text, at, CLAUSE),
    around(text, at, SENTENCE, true),
    { from: text.length - text.trimStart().length, to: text.trimEnd().length },
  ];
  const ranges: Range[] = spans
    .filter(({ from, to }) => from <= at && at <= to && from < to)
    .map((span) => rangeOf(document, block, span, line));
  const own = document.outline.sections.filter((section) => {
    const range = sectionRange(report, section);
    return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
  });
  for (const section of own.reverse()) ranges.push(sectionRange(report, section));
  const { last } = document.blocks;
  const end = rangeOf(document, last, { from: last.text.length, to: last.text.length }).end;
  ranges.push({ start: { line: 0, character: 0 }, end });
  let selected: SelectionRange | undefined;
  for (const range of ranges.reverse()) {
    if (selected && !within(range, selected.range)) continue;
    if (selected && comparePositions(range.start, selected.range.start) === 0 && comparePositions(range.end, selected.range.end) === 0)
      continue;
    selected = selected ? { range, parent: selected } : { range };
  }
  return selected!;
}

function within(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** The stretch between two marks; `closed`: with the mark that ends it. */
function around(text: string, at: number, marks: string, closed = false): { from: number; to: number } {
  let from = at;
  while (from > 0 && !marks.includes(text[from - 1])) from--;
  while (from < at && /[\s\u3000]/.test(text[from])) from++;
  let to = at;
  while (to < text.length && !marks.includes(text[to])) to++;
  return { from, to: closed && to < text.length && !/[\r\n]/.test(text[to]) ? to + 1 : to };
}
