/**
 * 勾稽关系 of a fixed table: sums that a kind of report says must agree (`identities` of a profile), looked up in a table by
 * the words of its rows and columns.
 *
 * A table is trusted only if all its rows have as many cells: in one whose merged cells were lost, a number may stand under
 * the wrong heading. A term that is found twice, or not at all, leaves the identity open, and so does a cell without a number.
 */
import { add, addIntervals, exactly, isBelow, meets, rounded, show, subtract, ZERO, type Decimal, type Interval } from './decimal';
import { cellValue, type Cell, type Table } from './facts/table';
import { writeLike } from './facts/numeral';
import { foldTitle, type Identity, type Term } from './profile';
import type { Span } from './text';

/** What an identity says of one column (or row) of a table. */
export interface IdentityFinding {
  readonly identity: Identity;
  /** The cell of the total. */
  readonly at: Span;
  readonly cells: readonly Cell[];
  readonly holds: boolean;
  /** `12+3+5=20≠21`. */
  readonly formula: string;
  /** Heading of the column, or label of the row, in which it is. */
  readonly where: string;
  readonly corrections: readonly { readonly cell: Cell; readonly newText: string }[];
}

/** A row or a column with the words that name it, the deepest last. */
interface Line {
  readonly names: readonly string[];
  readonly index: number;
}

interface Frame {
  readonly text: string;
  readonly table: Table;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** Looks the identities up in a table. Linear in its cells for each identity. */
export function identitiesIn(text: string, table: Table, identities: readonly Identity[]): IdentityFinding[] {
  if (identities.length === 0) return [];
  const frame = frameOf(text, table);
  return frame ? identities.flatMap((identity) => ofIdentity(frame, identity)) : [];
}

/** The rows and columns of figures with their names. Merged cells show as empty ones behind (or below) the text. */
function frameOf(text: string, table: Table): Frame | undefined {
  const { rows } = table;
  const width = rows[0].length;
  if (rows.some((row) => row.length !== width)) return undefined;
  const words = (cell: Cell) => foldTitle(text.slice(cell.span.from, cell.span.to));
  const begin = rows.findIndex((row, i) => i >= table.head && row.some((cell) => cell.kind === 'number'));
  if (begin <= 0) return undefined;
  const body = rows.slice(begin);
  const columns: Line[] = [];
  for (let c = 0; c < width; c++) {
    if (!body.some((row) => row[c].kind === 'number')) continue;
    const names: string[] = [];
    for (let r = 0; r < begin; r++) {
      // A heading over several columns stands over the first of them; the last row has a name for each.
      let k = c;
      while (r < begin - 1 && k > 0 && rows[r][k].kind === 'empty') k--;
      if (rows[r][k].kind !== 'empty') names.push(words(rows[r][k]));
    }
    columns.push({ names, index: c });
  }
  if (columns.length === 0) return undefined;
  const first = columns[0].index;
  const carried: string[] = [];
  const lines: Line[] = [];
  body.forEach((row, i) => {
    for (let c = 0; c < first; c++) {
      if (row[c].kind !== 'text') continue;
      carried[c] = words(row[c]);
      for (let k = c + 1; k < first; k++) carried[k] = '';
    }
    lines.push({ names: carried.filter(Boolean), index: begin + i });
  });
  return { text, table, rows: lines, columns };
}

/** Which lines a term means; undefined where it is not known. */
function linesOf(lines: readonly Line[], { label, within, members }: Term): readonly Line[] | undefined {
  const inside = lines.filter(({ names }) => !within || names.slice(0, -1).some((name) => within.test(name)));
  if (members) {
    const group = inside.filter(({ names }) => names.some((name) => label.test(name)));
    return group.length > 0 ? group.filter(({ names }) => !/^(?:小计|合计|总计)$/.test(names[names.length - 1])) : undefined;
  }
  const found = inside.filter(({ names }) => names.length > 0 && label.test(names[names.length - 1]));
  return found.length === 1 ? found : undefined;
}

function ofIdentity({ text, table, rows, columns }: Frame, identity: Identity): IdentityFinding[] {
  // What last year's report said is not in this one.
  if ([...identity.left, ...identity.right].some((t) => t.year === -1)) return [];
  const [along, across] = identity.axis === 'rows' ? [rows, columns] : [columns, rows];
  const terms = (list: readonly Term[]) => list.map((t) => linesOf(along, t));
  const left = terms(identity.left);
  const right = terms(identity.right);
  if (left.some((l) => !l) || right.some((l) => !l)) return [];
  const [a, b] = [left.flatMap((l) => l!), right.flatMap((l) => l!)];
  // One line in two terms: the words were understood wrongly.
  if (new Set([...a, ...b]).size !== a.length + b.length) return [];
  const out: IdentityFinding[] = [];
  for (const line of across) {
    if (identity.where && !line.names.some((name) => identity.where!.test(name))) continue;
    const cellOf = ({ index }: Line) => (identity.axis === 'rows' ? table.rows[index][line.index] : table.rows[line.index][index]);
    const found = judge(text, identity, a.map(cellOf), b.map(cellOf), line.names[line.names.length - 1] ?? '');
    if (found) out.push(found);
  }
  return out;
}

function judge(
  text: string,
  identity: Identity,
  left: readonly Cell[],
  right: readonly Cell[],
  where: string,
): IdentityFinding | undefined {
  if ([...left, ...right].some((c) => c.kind !== 'number')) return undefined;
  const stands = (c: Cell): Interval => (identity.rounding && !c.negative ? rounded(cellValue(c)) : exactly(cellValue(c)));
  const sum = (cells: readonly Cell[]) => cells.map(stands).reduce(addIntervals, exactly(ZERO));
  const value = (cells: readonly Cell[]) => cells.reduce<Decimal>((acc, c) => add(acc, cellValue(c)), ZERO);
  const [l, r] = [sum(left), sum(right)];
  const holds = identity.relation === '=' ? meets(l, r) : identity.relation === '<=' ? !isBelow(r, l) : !isBelow(l, r);
  const print = (cells: readonly Cell[]) => cells.map((c) => text.slice(c.span.from, c.span.to)).join('+');
  const total = (cells: readonly Cell[]) => (cells.length > 1 ? `${print(cells)}=${show(value(cells))}` : print(cells));
  const sign = identity.relation === '=' ? (holds ? '=' : '≠') : identity.relation === '<=' ? (holds ? '≤' : '＞') : holds ? '≥' : '＜';
  return {
    identity,
    at: right[0].span,
    cells: [...right, ...left],
    holds,
    formula: `${total(left)}${sign}${right.length > 1 ? `${show(value(right))}=${print(right)}` : print(right)}`,
    where,
    corrections: holds || identity.relation !== '=' ? [] : corrections(text, left, right, subtract(value(left), value(right))),
  };
}

/** Each cell as it would have to be, those that differ in one digit first. */
function corrections(text: string, left: readonly Cell[], right: readonly Cell[], excess: Decimal): IdentityFinding['corrections'] {
  const out: { cell: Cell; newText: string }[] = [];
  const offer = (cell: Cell, v: Decimal) => {
    const newText = cell.negative ? undefined : writeLike(text, cell.numeral!, v);
    if (newText !== undefined) out.push({ cell, newText });
  };
  for (const cell of right) offer(cell, add(cellValue(cell), excess));
  for (const cell of left) offer(cell, subtract(cellValue(cell), excess));
  const near = ({ cell, newText }: { cell: Cell; newText: string }) => {
    const old = text.slice(cell.numeral!.from, cell.numeral!.to);
    return old.length === newText.length && [...old].filter((c, i) => c !== newText[i]).length === 1 ? 0 : 1;
  };
  return out.sort((a, b) => near(a) - near(b));
}
