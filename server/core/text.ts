/**
 * Positions in text, and the only arithmetic on them in this project.
 *
 * Lines end at `\n`, `\r\n` or `\r`, and at nothing else. Offsets and columns count UTF-16 code units,
 * as JavaScript, the language server protocol and VS Code do. Lines and columns start at 0.
 */

/** A stretch of one block's text: UTF-16 offsets inside that block, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A place in a document: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One change to a document: the text of `range` becomes `text`; without a range the whole text does. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** Makes a span. */
export function span(from: number, to: number): Span {
  return { from, to };
}

/** Whether two spans share at least one code unit, or one of them is empty and lies within the other. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.from < b.to && b.from < a.to) || ((a.from === a.to || b.from === b.to) && a.from <= b.to && b.from <= a.to);
}

/** Compares two positions: negative when `a` comes first. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

const LF = 10;
const CR = 13;

/** The offset just after the line end that begins at or after `from`, and where that line end starts. At the end of the text both are its length. */
export function lineEnd(text: string, from: number): { readonly end: number; readonly next: number } {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF) return { end: i, next: i + 1 };
    if (c === CR) return { end: i, next: text.charCodeAt(i + 1) === LF ? i + 2 : i + 1 };
  }
  return { end: text.length, next: text.length };
}

/** One line of a text, `next - end` being the length of its line end. */
export interface Line {
  readonly text: string;
  readonly eol: string;
}

/**
 * The lines of a text, in order. There is always one more line than there are line ends, so the last one may be empty:
 * `"甲\n"` has the lines `"甲"` and `""`.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  // A text without CR, which is nearly every text, is cut by the engine's own search.
  const plain = text.indexOf('\r') < 0;
  for (;;) {
    let end: number;
    let next: number;
    if (plain) {
      end = text.indexOf('\n', from);
      if (end < 0) break;
      next = end + 1;
    } else {
      ({ end, next } = lineEnd(text, from));
      if (end === next) break;
    }
    lines.push({ text: text.slice(from, end), eol: text.slice(end, next) });
    from = next;
  }
  lines.push({ text: text.slice(from), eol: '' });
  return lines;
}

/** The position of an offset within a text; an offset behind the end means the end. */
export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (;;) {
    const { end, next } = lineEnd(text, start);
    if (offset <= end || next === end) return { line, character: Math.min(offset, end) - start };
    if (offset < next) return { line, character: end - start };
    start = next;
    line++;
  }
}

/** The offset of a position within a text. Lines and columns behind the end mean the end of the text and of the line. */
export function offsetAt(text: string, position: Position): number {
  let start = 0;
  for (let line = 0; line < position.line; line++) {
    const { end, next } = lineEnd(text, start);
    if (next === end) return text.length;
    start = next;
  }
  return Math.min(start + Math.max(0, position.character), lineEnd(text, start).end);
}

/** Positions of offsets that are asked for in ascending order: all of them together cost the text once. */
export class Ruler {
  private start = 0;
  private current: ReturnType<typeof lineEnd>;

  /** @param line number of the text's first line */
  constructor(
    private readonly text: string,
    private line = 0,
  ) {
    this.current = lineEnd(text, 0);
  }

  /** The position of an offset that is not before the last one asked for. */
  at(offset: number): Position {
    for (;;) {
      const { end, next } = this.current;
      if (offset < next || next === end) return { line: this.line, character: Math.min(offset, end) - this.start };
      this.start = next;
      this.current = lineEnd(this.text, next);
      this.line++;
    }
  }
}

/** The byte order mark, which is no part of a text. */
export const BOM = '\uFEFF';

/** The text without a leading byte order mark. */
export function withoutBom(text: string): string {
  return text.startsWith(BOM) ? text.slice(1) : text;
}
