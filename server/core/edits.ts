/** From a fix's edits to changes of a document's text. */
import type { ReportDocument } from './document';
import type { Edit } from './rule';
import { positionAt, type Range, type Span } from './text';
import type { Block } from './block';

/** A replacement in the document. */
export interface TextEdit {
  readonly range: Range;
  /** Plain text, with the document's own line end. */
  readonly newText: string;
}

/** The place of a span as lines and columns of the document. */
export function rangeOf(document: ReportDocument, block: Block, span: Span, line = document.blocks.lineOf(block)): Range {
  // Nearly every block is one line.
  if (block.content.lineCount === 1) return { start: { line, character: span.from }, end: { line, character: span.to } };
  return { start: shift(block.text, span.from, line), end: shift(block.text, span.to, line) };
}

function shift(text: string, offset: number, line: number): Range['start'] {
  const at = positionAt(text, offset);
  return { line: line + at.line, character: at.character };
}

/** The line end a document uses: that of its first line. */
export function eolOf(document: ReportDocument): string {
  return document.blocks.first.content.eol || '\n';
}

/** Edits as changes of the document's text, in order of place. */
export function textEdits(document: ReportDocument, edits: readonly Edit[]): TextEdit[] {
  const eol = eolOf(document);
  return edits
    .map((edit) => textEdit(document, edit, eol))
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function textEdit(document: ReportDocument, edit: Edit, eol: string): TextEdit {
  const { blocks } = document;
  if ('remove' in edit) {
    const block = edit.remove;
    const line = blocks.lineOf(block);
    const { text, eol: own, lineCount } = block.content;
    const end = { line: line + lineCount - 1, character: positionAt(text, text.length).character };
    if (own !== '') return { range: { start: { line, character: 0 }, end: { line: line + lineCount, character: 0 } }, newText: '' };
    const before = blocks.previous(block);
    if (!before) return { range: { start: { line: 0, character: 0 }, end }, newText: '' };
    return { range: { start: endOf(document, before), end }, newText: '' };
  }
  const text = edit.newText.replace(/\n/g, eol);
  if ('after' in edit) {
    if (edit.after === 'start') return { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text + eol };
    const block = edit.after;
    if (block.content.eol === '') {
      const at = endOf(document, block);
      return { range: { start: at, end: at }, newText: eol + text };
    }
    const at = { line: blocks.lineOf(block) + block.content.lineCount, character: 0 };
    return { range: { start: at, end: at }, newText: text + eol };
  }
  return { range: rangeOf(document, edit.block, edit.span), newText: text };
}

function endOf(document: ReportDocument, block: Block): Range['start'] {
  return shift(block.text, block.text.length, document.blocks.lineOf(block));
}

/** A text after edits that do not overlap. For the command line and for tests; an editor does it itself. */
export function applyEdits(text: string, edits: readonly TextEdit[], offsetOf: (text: string, at: Range['start']) => number): string {
  let out = '';
  let at = 0;
  for (const { range, newText } of edits) {
    const from = offsetOf(text, range.start);
    out += text.slice(at, Math.max(at, from)) + newText;
    at = Math.max(at, offsetOf(text, range.end));
  }
  return out + text.slice(at);
}
