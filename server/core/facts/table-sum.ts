/**
 * 表内勾稽关系: totals of columns and rows, shares of a total.
 *
 * A table is read as a statement only where its own words say so: a row or column named 合计, 总计 or 小计, a column named
 * 占比. What is blank is unknown, not zero, so a sum with a blank among its parts can only be too large. Where nothing in a
 * table fits, its structure was not understood, and nothing is said.
 */
import {
  type Decimal,
  type Interval,
  add,
  addIntervals,
  compare,
  divide,
  exactly,
  isBelow,
  meets,
  multiply,
  round,
  roundedOrCut,
  show,
  subtract,
  sumIntervals,
  HUNDRED,
  ZERO,
} from '../decimal';
import type { Span } from '../text';
import { valueOf, writeLike } from './numeral';
import type { Scan } from './scan';
import type { Verdict } from './statement';
import { cellValue, headingOfColumn, labelOfRow, readTable, unitInWords, type Cell, type Table } from './table';

/**
 * - `column`, `row`: a total and its parts · `cell`: the one cell in which a wrong row and a wrong column meet
 * - `rate`: a rate or a growth and the two columns that all other rows reckon it from
 * - `share`: a percentage and the number it is of · `shares`: percentages that make 100
 */
export type TableForm = 'column' | 'row' | 'cell' | 'rate' | 'share' | 'shares';

/** What a table says of some of its cells. */
export interface TableStatement {
  readonly form: TableForm;
  /** The cell that the statement is about: the total, the share. */
  readonly at: Span;
  /** That cell, and those it is reckoned from. */
  readonly cells: readonly Cell[];
  readonly verdict: Verdict;
  /** The calculation with the numbers of the table: `12+15=27`, `12+15=27≠28`. */
  readonly formula: string;
  /** What the calculation gives, where the table says something else. */
  readonly reached: string;
  /** Numbers that would make it true. */
  readonly corrections: readonly { readonly cell: Cell; readonly newText: string }[];
}

const NONE: readonly TableStatement[] = Object.freeze([]) as readonly TableStatement[];

const TOTAL = /^(?:全[市区县省局镇年系统]{1,2}|年度|本年)?(?:合计|总计|共计|小计|总数|总和|总量|全部合计|合计数)$/;
const SUBTOTAL = /^小计$/;
/** A column may be the total of those before it by its own name: 一季度合计. */
const TOTAL_COLUMN = /^.{0,6}(?:合计|总计|小计)$/;
/** Columns that are not added. */
const NOT_ADDED =
  /率|比|占|幅|增长|增速|增减|平均|人均|户均|名次|位次|排名|排序|序号|编号|年份|年度$|指数|得分|分值|评分|单价|标准|电话|代码|时间|日期|累计|备注/;
const SHARE = /占比|比重|占.{0,8}比例|构成比|百分比|占.{0,8}[（(]?[%％]/;
/** A row that is part of the one above it, or no row of its own. */
const NESTED = /^(?:#|其中|其中：|-|—|·|…)|其中/;

interface Grid {
  readonly text: string;
  readonly table: Table;
  readonly words: (cell: Cell) => string;
}

/** A table with what it says. */
export interface StatedTable extends Table {
  readonly statements: readonly TableStatement[];
}

const NO_TABLE: readonly StatedTable[] = Object.freeze([]) as readonly StatedTable[];

/** Reads the table that a block is, and what it says. Linear in its text. */
export function readTables(s: Scan): readonly StatedTable[] {
  const table = readTable(s);
  return table ? [{ ...table, statements: readTableSums(s.text, table) }] : NO_TABLE;
}

function readTableSums(text: string, table: Table): readonly TableStatement[] {
  const words = (cell: Cell) =>
    text
      .slice(cell.span.from, cell.span.to)
      .replace(/[\s\u3000]+/g, '')
      .replace(/[（(][^（）()]*[）)]$/, '');
  const g: Grid = { text, table, words };
  const columns = columnTotals(g);
  const rows = rowTotals(g);
  const out = [...crossings(columns, rows), ...shares(g), ...rates(g)];
  return out.length === 0 ? NONE : out.sort((a, b) => a.at.from - b.at.from);
}

/** Whether a row says that it is a total, and which. */
function totalOf(g: Grid, row: readonly Cell[]): 'total' | 'subtotal' | undefined {
  for (const cell of row) {
    if (cell.kind === 'number') return undefined;
    if (cell.kind !== 'text') continue;
    const w = g.words(cell);
    if (SUBTOTAL.test(w)) return 'subtotal';
    if (TOTAL.test(w)) return 'total';
  }
  return undefined;
}

/** Totals at the foot (or the head) of columns, and subtotals on the way. */
function columnTotals(g: Grid): TableStatement[] {
  const { rows, head } = g.table;
  const out: TableStatement[] = [];
  /** Rows since the last total, and since the last subtotal; subtotals since the last total. */
  let plain: (readonly Cell[])[] = [];
  let group: (readonly Cell[])[] = [];
  let subtotals: (readonly Cell[])[] = [];
  const named = rows.slice(head).map((row) => ({ row, kind: totalOf(g, row) }));
  named.forEach(({ row, kind }, i) => {
    if (!kind) {
      plain.push(row);
      group.push(row);
      return;
    }
    if (kind === 'subtotal') {
      out.push(...ofRow(g, row, [group]));
      subtotals.push(row);
      group = [];
      return;
    }
    if (plain.length === 0 && i === 0) {
      // 合计 above its parts: they go on to the next total.
      const end = named.findIndex((n, k) => k > 0 && n.kind === 'total');
      const below = named.slice(1, end < 0 ? undefined : end);
      const subs = below.filter((n) => n.kind);
      out.push(
        ...ofRow(
          g,
          row,
          subs.length > 0 ? [below.filter((n) => !n.kind).map((n) => n.row), subs.map((n) => n.row)] : [below.map((n) => n.row)],
        ),
      );
    } else out.push(...ofRow(g, row, subtotals.length > 0 ? [[...subtotals, ...group], plain] : [plain]));
    plain = [];
    group = [];
    subtotals = [];
  });
  return out;
}

/** The statements of one row of totals. `ways` are the sets of rows that it may be the sum of, the likeliest first. */
function ofRow(g: Grid, total: readonly Cell[], ways: readonly (readonly (readonly Cell[])[])[]): TableStatement[] {
  const found: TableStatement[] = [];
  for (const cell of total) {
    if (cell.kind !== 'number' || cell.unit === '%') continue;
    const heading = headingOfColumn(g.text, g.table, cell.column);
    if (NOT_ADDED.test(heading) || SHARE.test(heading)) continue;
    const unit = unitInWords(heading) || cell.unit;
    if (unit === '%' || unit === '％') continue;
    let best: TableStatement | undefined;
    for (const way of ways) {
      // A row with more or fewer cells is shifted: nothing is known of its columns.
      if (way.some((row) => row.length !== total.length)) continue;
      const parts = way.map((row) => row[cell.column]);
      const labels = way.map((row) => labelOfRow(g.text, row));
      const units = new Set(
        [...labels.map(unitInWords), ...parts.map((p) => p.unit)].filter((u) => /^[万亿千百]?[一-鿿%]{1,3}$/.test(u) && u !== cell.unit),
      );
      if (units.size > 1) continue;
      const nested = labels.some((label) => NESTED.test(label)) || styles(labels) > 1;
      const s = sum(g, 'column', cell, parts, isRounded(unit, [heading, ...labels]), g.table.head > 0 && !nested);
      if (s && nested && s.verdict !== 'holds') continue;
      if (s && (!best || s.verdict === 'holds')) best = s;
      if (best?.verdict === 'holds') break;
    }
    if (best) found.push(best);
  }
  return believed(found);
}

/** How many ways of numbering the labels use: 一、 beside 1. makes a table of two levels. */
function styles(labels: readonly string[]): number {
  const seen = new Set<string>();
  for (const label of labels) {
    const m = /^(?:([一二三四五六七八九十]+、)|([（(][一二三四五六七八九十]+[）)])|(\d+[.、．])|([（(]\d+[）)]))/.exec(label);
    seen.add(m ? String(m.findIndex((group, i) => i > 0 && group !== undefined)) : 'none');
  }
  return seen.size;
}

/** Totals at the end (or the beginning) of rows, under a column named 合计. */
function rowTotals(g: Grid): TableStatement[] {
  const { rows, head } = g.table;
  if (head !== 1) return [];
  const width = rows[0].length;
  const headings = rows[0].map((cell) => headingOfColumn(g.text, g.table, cell.column));
  const totals = rows[0].filter((cell) => TOTAL.test(g.words(cell)) || TOTAL_COLUMN.test(g.words(cell))).map((cell) => cell.column);
  if (totals.length === 0) return [];
  const body = rows.slice(1).filter((row) => row.length === width);
  const counted = headings.map((h, c) => !NOT_ADDED.test(h) && !SHARE.test(h) && body.some((row) => row[c].kind === 'number'));
  const out: TableStatement[] = [];
  totals.forEach((column, k) => {
    const before = range((k > 0 ? totals[k - 1] : -1) + 1, column).filter((c) => counted[c]);
    const behind = range(column + 1, k + 1 < totals.length ? totals[k + 1] : width).filter((c) => counted[c]);
    const parts = before.length >= 2 ? before : before.length === 0 ? behind : [];
    if (parts.length < 2 || parts.some((c) => NESTED.test(headings[c]))) return;
    if (new Set(parts.map((c) => unitInWords(headings[c]))).size > 1) return;
    const unit = unitInWords(headings[column]) || unitInWords(headings[parts[0]]);
    const found: TableStatement[] = [];
    for (const row of body) {
      if (row[column].kind !== 'number') continue;
      const s = sum(
        g,
        'row',
        row[column],
        parts.map((c) => row[c]),
        isRounded(unit, headings),
        true,
      );
      if (s) found.push(s);
    }
    const holding = found.filter((s) => s.verdict === 'holds').length;
    // One row proves nothing: 合计 may leave a column out. Where most rows hold, the others do not.
    out.push(...found.map((s) => (s.verdict === 'fails' && (holding === 0 || holding * 2 < found.length) ? unknown(s) : s)));
  });
  return out;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Where several columns are added up and none of them fits, the rows are no parts of this total. */
function believed(found: readonly TableStatement[]): TableStatement[] {
  const failing = found.filter((s) => s.verdict === 'fails').length;
  return failing > 1 && !found.some((s) => s.verdict === 'holds') ? found.map(unknown) : [...found];
}

function unknown(s: TableStatement): TableStatement {
  return { ...s, verdict: 'unknown' };
}

const MONEY = /金额|资金|收入|支出|经费|投入|产值|预算|决算|款|费/;

/** Whether whole numbers may be rounded ones: in 万 and 亿, and where money is counted in a unit that stands above the table. */
function isRounded(unit: string, words: readonly string[]): boolean {
  return /[万亿千百]/.test(unit) || (unit === '' && words.some((w) => MONEY.test(w)));
}

/** One total and its parts. `coarse`: whole numbers may be rounded; `complete`: the parts are known to be all of them. Undefined where they cannot be added. */
function sum(
  g: Grid,
  form: 'column' | 'row',
  total: Cell,
  parts: readonly Cell[],
  coarse: boolean,
  complete: boolean,
): TableStatement | undefined {
  if (parts.some((p) => p.kind === 'text' || p.unit === '%')) return undefined;
  const numbers = parts.filter((p) => p.kind === 'number');
  if (numbers.length < 2) return undefined;
  if (new Set([total, ...numbers].map((c) => c.unit).filter(Boolean)).size > 1) return undefined;
  const blank = numbers.length < parts.length;
  const cells = [total, ...numbers];
  const whole = !coarse && cells.every((c) => c.numeral!.digits.scale === 0 && c.numeral!.exponent === 0);
  // 12.5 beside 13.25 is 12.50: what a column is rounded to shows in its finest number.
  const fine = Math.max(...cells.map((c) => c.numeral!.digits.scale - c.numeral!.exponent));
  const stands = (c: Cell): Interval => {
    const v = cellValue(c);
    if (whole) return exactly(v);
    const half: Decimal = { mantissa: 5n, scale: fine + 1 };
    return { lo: subtract(v, half), hi: add(v, half), loOpen: false, hiOpen: false };
  };
  const reached = sumIntervals(numbers.map(stands));
  const goal = stands(total);
  const value = numbers.reduce((acc, c) => add(acc, cellValue(c)), ZERO);
  const holds = meets(reached, goal);
  const under = isBelow(reached, goal);
  const negative = numbers.some((c) => c.negative);
  const verdict: Verdict = holds ? 'holds' : (blank && (under || negative)) || (!complete && under) ? 'unknown' : 'fails';
  const print = (c: Cell) => g.text.slice(c.span.from, c.span.to);
  const line = numbers.map((c) => (c.negative ? `(${print(c)})` : print(c))).join('+');
  const written = compare(value, cellValue(total)) === 0;
  return {
    form,
    at: total.span,
    cells,
    verdict,
    formula: holds ? `${line}${written ? '=' : '≈'}${print(total)}` : `${line}=${show(value)}≠${print(total)}`,
    reached: show(value),
    corrections: verdict === 'fails' && !blank ? sumCorrections(g, total, numbers, value) : [],
  };
}

/** The total, or one of the parts, as it would have to be; those that differ in one digit come first. */
function sumCorrections(g: Grid, total: Cell, parts: readonly Cell[], value: Decimal): TableStatement['corrections'] {
  const out: { cell: Cell; newText: string }[] = [];
  const missing = subtract(cellValue(total), value);
  const offer = (cell: Cell, v: Decimal) => {
    const newText = cell.negative ? undefined : writeLike(g.text, cell.numeral!, v);
    if (newText !== undefined) out.push({ cell, newText });
  };
  offer(total, value);
  for (const part of parts) offer(part, add(cellValue(part), missing));
  const near = ({ cell, newText }: { cell: Cell; newText: string }) => {
    const old = g.text.slice(cell.numeral!.from, cell.numeral!.to);
    return old.length === newText.length && [...old].filter((c, i) => c !== newText[i]).length === 1 ? 0 : 1;
  };
  return out.sort((a, b) => near(a) - near(b));
}

/** A wrong row and a wrong column that meet in one cell are one slip. */
function crossings(columns: readonly TableStatement[], rows: readonly TableStatement[]): TableStatement[] {
  const merged = new Set<TableStatement>();
  const out: TableStatement[] = [];
  const ofRow = new Map(rows.filter((r) => r.verdict === 'fails').map((row) => [row, new Set(row.cells)]));
  for (const column of columns) {
    if (column.verdict !== 'fails') continue;
    for (const [row, inRow] of ofRow) {
      if (merged.has(row) || merged.has(column)) continue;
      const cell = column.cells.find((c) => inRow.has(c));
      const one = cell && column.corrections.find((c) => c.cell === cell);
      const other = cell && row.corrections.find((c) => c.cell === cell);
      if (!cell || !one || !other || one.newText !== other.newText) continue;
      merged.add(row);
      merged.add(column);
      out.push({
        form: 'cell',
        at: cell.span,
        cells: [cell, ...new Set([...column.cells, ...row.cells].filter((c) => c !== cell))],
        verdict: 'fails',
        formula: `${column.formula}；${row.formula}`,
        reached: one.newText,
        corrections: [one],
      });
    }
  }
  return [...out, ...[...columns, ...rows].filter((s) => !merged.has(s))];
}

/** A table with more columns of shares than these is not looked through for what each is of. */
const MOST_SHARES = 6;

/** Columns of shares (占比): each of its row's number in the total, or together 100. */
function shares(g: Grid): TableStatement[] {
  const { rows, head } = g.table;
  if (head === 0) return [];
  const total = rows.slice(head).find((row) => totalOf(g, row) === 'total');
  if (!total) return [];
  const body = rows
    .slice(head)
    .filter((row) => row !== total && !totalOf(g, row) && row.length === total.length && !NESTED.test(labelOfRow(g.text, row)));
  const out: TableStatement[] = [];
  const columns = total.filter(({ column }) => SHARE.test(headingOfColumn(g.text, g.table, column))).slice(0, MOST_SHARES);
  for (const { column } of columns) {
    const percents = body.map((row) => row[column]).filter((cell) => cell.kind === 'number' && (cell.unit === '%' || cell.unit === ''));
    const ofWhole = total[column].kind === 'number' && compare(cellValue(total[column]), HUNDRED) === 0;
    if (percents.length < 2) continue;
    const best = total
      .filter(
        (t) =>
          t.column !== column &&
          t.kind === 'number' &&
          t.unit !== '%' &&
          !t.negative &&
          compare(cellValue(t), ZERO) > 0 &&
          !NOT_ADDED.test(headingOfColumn(g.text, g.table, t.column)),
      )
      .map((t) => percents.map((p) => share(g, p, rows[p.row][t.column], t)).filter((s) => s !== undefined))
      .sort((a, b) => holding(b) - holding(a))[0];
    if (best && best.length >= 2 && holding(best) * 2 >= best.length) out.push(...best);
    else if (ofWhole && percents.length === body.length) out.push(...wholeOf(g, total[column], percents));
  }
  return out;
}

/** More columns than these are not looked through for what a rate is of. */
const MOST_OPERANDS = 8;

/** Columns of rates (办结率, 增长率): what two other columns give in every row but one, they give in that row too. */
function rates(g: Grid): TableStatement[] {
  const { rows, head } = g.table;
  if (head === 0) return [];
  const width = rows[0].length;
  const body = rows.slice(head).filter((row) => row.length === width);
  const headings = range(0, width).map((c) => headingOfColumn(g.text, g.table, c));
  const isPercent = (c: number) => body.some((row) => row[c].unit === '%') || /[%％]/.test(headings[c]);
  const operands = range(0, width)
    .filter((c) => !NOT_ADDED.test(headings[c]) && !isPercent(c) && body.some((row) => row[c].kind === 'number'))
    .slice(0, MOST_OPERANDS);
  const out: TableStatement[] = [];
  for (const column of range(0, width)
    .filter((c) => RATE.test(headings[c]) && !SHARE.test(headings[c]) && isPercent(c))
    .slice(0, MOST_SHARES)) {
    let best: TableStatement[] = [];
    for (const a of operands) {
      for (const b of operands) {
        if (a === b) continue;
        const found = body
          .map((row) => share(g, row[column], row[a], row[b], GROWTH.test(headings[column])))
          .filter((s) => s !== undefined);
        if (holding(found) > holding(best)) best = found;
      }
    }
    // Two rows that fit may be chance; three are not.
    if (holding(best) >= 3 && holding(best) >= best.length - 1) out.push(...best.map((s) => ({ ...s, form: 'rate' as const })));
  }
  return out;
}

const RATE = /率$|率[（(]|增长|增幅|增减|升降|同比|变化|变动/;
const GROWTH = /增长|增幅|增减|升降|同比|变化|变动/;

/** How many of them hold. */
function holding(found: readonly TableStatement[]): number {
  return found.filter((s) => s.verdict === 'holds').length;
}

/** One share: 12 of 58 is 20.69 %. `growth`: of 58 to 70 it is 20.69 % as well. */
function share(g: Grid, percent: Cell, part: Cell, whole: Cell, growth = false): TableStatement | undefined {
  if (
    percent.kind !== 'number' ||
    part.kind !== 'number' ||
    whole.kind !== 'number' ||
    part.negative ||
    whole.negative ||
    (percent.negative && !growth)
  )
    return undefined;
  const b = cellValue(whole);
  if (compare(b, ZERO) === 0) return undefined;
  const change = growth ? subtract(cellValue(part), b) : cellValue(part);
  const a = percent.negative ? subtract(ZERO, change) : change;
  const stands = roundedOrCut(valueOf(percent.numeral!));
  // Multiplied across, so that nothing is rounded on the way.
  const hundredfold = exactly(multiply(a, HUNDRED));
  const scaled: Interval = { lo: multiply(stands.lo!, b), hi: multiply(stands.hi!, b), loOpen: stands.loOpen, hiOpen: stands.hiOpen };
  const holds = meets(hundredfold, scaled);
  const decimals = Math.max(0, percent.numeral!.digits.scale);
  const reached = divide(multiply(a, HUNDRED), b, decimals)!;
  const print = (c: Cell) => g.text.slice(c.span.from, c.span.to);
  const newText = holds ? undefined : writeLike(g.text, percent.numeral!, reached);
  const sign = percent.negative ? '-' : '';
  const formula = `${growth ? `(${print(part)}-${print(whole)})` : print(part)}÷${print(whole)}=${sign}${show(round(reached, decimals))}%`;
  return {
    form: 'share',
    at: percent.span,
    cells: [percent, part, whole],
    verdict: holds ? 'holds' : 'fails',
    formula: holds ? formula : `${formula}≠${print(percent).replace(/[%％]$/, '')}%`,
    reached: `${sign}${show(reached)}%`,
    corrections: newText === undefined ? [] : [{ cell: percent, newText }],
  };
}

/** Shares that make 100 %, each of them rounded or cut. */
function wholeOf(g: Grid, total: Cell, percents: readonly Cell[]): TableStatement[] {
  const reached = percents.map((p) => roundedOrCut(cellValue(p))).reduce(addIntervals, exactly(ZERO));
  const value = percents.reduce((acc, p) => add(acc, cellValue(p)), ZERO);
  const holds = meets(reached, exactly(HUNDRED));
  const line = percents.map((p) => g.text.slice(p.span.from, p.span.to)).join('+');
  return [
    {
      form: 'shares',
      at: total.span,
      cells: [total, ...percents],
      verdict: holds ? 'holds' : 'fails',
      formula: `${line}=${show(value)}${holds ? (compare(value, HUNDRED) === 0 ? '' : '≈100') : '≠100'}`,
      reached: show(value),
      corrections: [],
    },
  ];
}
