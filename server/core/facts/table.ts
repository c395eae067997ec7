/**
 * Tables: rows with `|` between the cells (Markdown) or tabs (pasted from a spreadsheet).
 *
 * A cell is a number only if it is nothing but a number with its unit; “—”, “/”, 不适用 and a blank are no zero. What the
 * numbers of a table say of each other is read by `table-sum.ts`.
 */
import { type Decimal } from '../decimal';
import type { Span } from '../text';
import { arabic, readArabic, valueOf, type Numeral } from './numeral';
import type { Scan } from './scan';
import { readUnit } from './unit';

/** A cell (单元格). */
export interface Cell {
  /** The text of the cell without the white space and the emphasis around it. */
  readonly span: Span;
  readonly row: number;
  readonly column: number;
  /** `empty`: a blank, a dash, 不适用: nothing is told. `text`: anything that is not one plain number. */
  readonly kind: 'number' | 'empty' | 'text';
  /** With `number` only. */
  readonly numeral?: Numeral;
  readonly negative: boolean;
  /** 计量单位 in the cell itself: `%`, `件`; mostly empty, since the head of the table has it. */
  readonly unit: string;
}

/** A table (表格). */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the top are its head; 0 where no head was seen. */
  readonly head: number;
}

/** The value of a cell that is a number. */
export function cellValue(cell: Cell): Decimal {
  const value = valueOf(cell.numeral!);
  return cell.negative ? { mantissa: -value.mantissa, scale: value.scale } : value;
}

const NOTHING = /^(?:[-—–－─/／\\*·.…]+|无|不适用|不详|暂无|N\/?A|n\/?a|nil)$/;
/** Between head and body of a Markdown table: `|---|:--:|`. */
const RULE = /^[\s|:：-]+$/;
/** A table larger than this is a register, not a statement of figures. */
const MOST_CELLS = 5_000;
const MOST_HEAD_ROWS = 3;

/** Reads the table that a block is. Linear in its text. */
export function readTable(s: Scan): Table | undefined {
  const { text } = s;
  if (s.digits.length === 0) return undefined;
  const rows: Cell[][] = [];
  let head = -1;
  let cells = 0;
  for (let from = 0; from <= text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const end = to > from && text.charCodeAt(to - 1) === 0x0d ? to - 1 : to;
    const line = text.slice(from, end);
    if (head < 0 && line.includes('-') && line.includes('|') && RULE.test(line)) head = rows.length;
    else if (line.trim() !== '') rows.push(readRow(text, from, end, rows.length));
    cells += rows.length > 0 ? rows[rows.length - 1].length : 0;
    if (cells > MOST_CELLS) return undefined;
    from = to + 1;
  }
  return rows.length > 1 ? { rows, head: deepened(rows, head >= 0 ? head : headOf(text, rows)) } : undefined;
}

function readRow(text: string, from: number, to: number, row: number): Cell[] {
  let at = from;
  let end = to;
  while (at < end && isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x09) at++;
  const piped = text[at] === '|';
  if (piped) {
    at++;
    while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > at && text[end - 1] === '|' && text[end - 2] !== '\\') end--;
  }
  const cells: Cell[] = [];
  let start = at;
  for (let i = at; i <= end; i++) {
    if (i < end && !(piped ? text[i] === '|' && text[i - 1] !== '\\' : text.charCodeAt(i) === 0x09)) continue;
    cells.push(readCell(text, start, i, row, cells.length));
    start = i + 1;
  }
  return cells;
}

function readCell(text: string, from: number, to: number, row: number, column: number): Cell {
  while (from < to && isWrapping(text.charCodeAt(from))) from++;
  while (to > from && isWrapping(text.charCodeAt(to - 1))) to--;
  const span = { from, to };
  if (from === to || NOTHING.test(text.slice(from, Math.min(to, from + 12))))
    return { span, row, column, kind: 'empty', negative: false, unit: '' };
  const other: Cell = { span, row, column, kind: 'text', negative: false, unit: '' };
  const sign = text[from];
  const negative = sign === '-' || sign === '－' || sign === '−';
  const start = negative || sign === '+' || sign === '＋' ? from + 1 : from;
  let end = start;
  while (end < to && arabic(text.charCodeAt(end)) >= 0) end++;
  if (end === start || to - start > 40) return other;
  const { numeral, malformed } = readArabic(text, start, end);
  if (malformed || numeral.to > to) return other;
  let at = numeral.to;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  if (at === to) return { span, row, column, kind: 'number', numeral, negative, unit: '' };
  const unit = readUnit(text, at);
  return unit && unit.to === to ? { span, row, column, kind: 'number', numeral, negative, unit: unit.unit } : other;
}

/** White space but line ends. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}
/** White space, and the marks of emphasis in Markdown. */
function isWrapping(code: number): boolean {
  return isSpace(code) || code === 0x2a || code === 0x60;
}

/** How many rows at the top hold no number, but for years. */
function headOf(text: string, rows: readonly (readonly Cell[])[]): number {
  let n = 0;
  while (n < rows.length && n < MOST_HEAD_ROWS && rows[n].every((cell) => cell.kind !== 'number' || isYear(text, cell))) n++;
  return n < rows.length ? n : 0;
}

/** A head of several rows: Markdown rules off the first one only. A row with words in one cell alone is the title of a group. */
function deepened(rows: readonly (readonly Cell[])[], head: number): number {
  let n = head;
  while (
    n > 0 &&
    n < MOST_HEAD_ROWS &&
    n < rows.length - 1 &&
    rows[n].every((c) => c.kind !== 'number') &&
    rows[n].filter((c) => c.kind === 'text').length > 1
  )
    n++;
  return n;
}

function isYear(text: string, cell: Cell): boolean {
  return /^(?:19|20)\d\d年?度?$/.test(text.slice(cell.span.from, cell.span.to));
}

/** What stands over a column. */
export function headingOfColumn(text: string, table: Table, column: number): string {
  let words = '';
  for (let i = 0; i < table.head; i++) {
    const cell = table.rows[i][column];
    if (cell) words += text.slice(cell.span.from, cell.span.to);
  }
  return words.replace(/\s+/g, '');
}

/** What stands before the numbers of a row: its last text, `农业执法` of `| 2 | 农业执法 | 36 |`. */
export function labelOfRow(text: string, row: readonly Cell[]): string {
  let label = '';
  for (const cell of row) {
    if (cell.kind === 'text') label = text.slice(cell.span.from, cell.span.to);
    else if (cell.kind === 'number' && label !== '') break;
  }
  return label.replace(/\s+/g, '');
}

/** The unit that words of a head or a label give in brackets or behind a stroke: `罚没款（万元）` → `万元`. */
export function unitInWords(words: string): string {
  const m = /[（(]([^（）()]{1,10})[）)]$|[/／]([^/／]{1,4})$/.exec(words);
  return (m?.[1] ?? m?.[2] ?? '').replace(/^单位[:：]?/, '');
}
