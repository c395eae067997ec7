/**
 * Exact numbers, and the interval that a printed number stands for.
 *
 * No float takes part in a comparison: a decimal is a whole mantissa and a scale, and a quotient is compared by
 * multiplying across. What a writer prints is seldom a point: `7.4万` is any number that rounds to it, `13000余` anything
 * above 13000 and below 14000. Two statements contradict each other only if their intervals cannot meet.
 */

/** The number `mantissa · 10^-scale`. The scale may be negative. Sample: 258.375 is `{ 258375n, 3 }`. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

/** A stretch of numbers. A missing end is open towards infinity; an open end does not itself belong to it. */
export interface Interval {
  readonly lo: Decimal | undefined;
  readonly hi: Decimal | undefined;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
}

/** Whole numbers below a thousand, made once: most figures are. */
const SMALL = new Array<bigint | undefined>(1000);

function wholeNumber(n: number): bigint {
  return n >= 0 && n < SMALL.length ? (SMALL[n] ??= BigInt(n)) : BigInt(n);
}

/** Makes a decimal. */
export function decimal(mantissa: bigint | number, scale = 0): Decimal {
  return { mantissa: typeof mantissa === 'number' ? wholeNumber(mantissa) : mantissa, scale };
}

export const ZERO: Decimal = decimal(0);
export const HUNDRED: Decimal = decimal(100);

const POWERS: bigint[] = [1n];
function power(n: number): bigint {
  while (POWERS.length <= n) POWERS.push(POWERS[POWERS.length - 1] * 10n);
  return POWERS[n];
}

/** The mantissa of a decimal at a scale at least as large as its own. */
function at(d: Decimal, scale: number): bigint {
  return d.scale === scale ? d.mantissa : d.mantissa * power(scale - d.scale);
}

export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const x = at(a, scale);
  const y = at(b, scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { mantissa: at(a, scale) + at(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { mantissa: at(a, scale) - at(b, scale), scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { mantissa: a.mantissa * b.mantissa, scale: a.scale + b.scale };
}

/** The decimal times a power of ten. */
export function shift(d: Decimal, exponent: number): Decimal {
  return { mantissa: d.mantissa, scale: d.scale - exponent };
}

/** `a / b` to so many decimals, half away from zero; undefined where `b` is zero. For showing, not for comparing. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal | undefined {
  if (b.mantissa === 0n) return undefined;
  let n = a.mantissa;
  let d = b.mantissa;
  const exponent = decimals - a.scale + b.scale;
  if (exponent >= 0) n *= power(exponent);
  else d *= power(-exponent);
  const negative = n < 0n !== d < 0n;
  if (n < 0n) n = -n;
  if (d < 0n) d = -d;
  const q = (2n * n + d) / (2n * d);
  return { mantissa: negative ? -q : q, scale: decimals };
}

/** The decimal rounded to so many decimals, half away from zero. */
export function round(d: Decimal, decimals: number): Decimal {
  return d.scale <= decimals ? d : divide(d, decimal(1), decimals)!;
}

/** Whether the decimal is a whole number. */
export function isWhole(d: Decimal): boolean {
  return d.scale <= 0 || d.mantissa % power(d.scale) === 0n;
}

/** As people write it: no exponent, no zeros behind the last digit after the point. */
export function show(d: Decimal): string {
  return showFixed(d, 0);
}

/** As people write it, with at least so many decimals. */
export function showFixed(d: Decimal, decimals: number): string {
  const negative = d.mantissa < 0n;
  let digits = (negative ? -d.mantissa : d.mantissa).toString();
  let scale = d.scale;
  if (scale < 0) {
    digits += '0'.repeat(digits === '0' ? 0 : -scale);
    scale = 0;
  }
  digits = digits.padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  let fraction = digits.slice(digits.length - scale);
  while (fraction.length > decimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  fraction = fraction.padEnd(decimals, '0');
  return (negative ? '-' : '') + whole + (fraction ? `.${fraction}` : '');
}

/** The one number. */
export function exactly(d: Decimal): Interval {
  return { lo: d, hi: d, loOpen: false, hiOpen: false };
}

/** Everything that rounds to `d` at its own last digit: half a unit to either side. Sample: 7.4 → [7.35, 7.45]. */
export function rounded(d: Decimal): Interval {
  const half = { mantissa: 5n, scale: d.scale + 1 };
  return { lo: subtract(d, half), hi: add(d, half), loOpen: false, hiOpen: false };
}

/** As `rounded`, or cut off after the last digit: [x − half a unit, x + a unit). Sample: 66 → [65.5, 67), so that 66.67 % may be printed as 66 %. */
export function roundedOrCut(d: Decimal): Interval {
  return {
    lo: subtract(d, { mantissa: 5n, scale: d.scale + 1 }),
    hi: add(d, { mantissa: 1n, scale: d.scale }),
    loOpen: false,
    hiOpen: true,
  };
}

/** Above `lo`, `lo` itself included unless `open`. */
export function above(lo: Decimal, open: boolean): Interval {
  return { lo, hi: undefined, loOpen: open, hiOpen: false };
}

/** Between zero and `hi`. */
export function below(hi: Decimal, open: boolean): Interval {
  return { lo: ZERO, hi, loOpen: false, hiOpen: open };
}

/** From `lo` to `hi`, both included unless open. */
export function between(lo: Decimal, hi: Decimal, loOpen = false, hiOpen = false): Interval {
  return { lo, hi, loOpen, hiOpen };
}

/** Whether the interval is one number. */
export function isPoint(i: Interval): boolean {
  return i.lo !== undefined && i.hi !== undefined && compare(i.lo, i.hi) === 0;
}

/** Whether every number of `a` is smaller than every number of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  if (!a.hi || !b.lo) return false;
  const c = compare(a.hi, b.lo);
  return c < 0 || (c === 0 && (a.hiOpen || b.loOpen));
}

/** Whether some number belongs to both. */
export function meets(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** All sums of a number of `a` and one of `b`. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo && b.lo && add(a.lo, b.lo),
    hi: a.hi && b.hi && add(a.hi, b.hi),
    loOpen: a.loOpen || b.loOpen,
    hiOpen: a.hiOpen || b.hiOpen,
  };
}

/** All differences of a number of `a` and one of `b`. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo && b.hi && subtract(a.lo, b.hi),
    hi: a.hi && b.lo && subtract(a.hi, b.lo),
    loOpen: a.loOpen || b.hiOpen,
    hiOpen: a.hiOpen || b.loOpen,
  };
}

/** All products of a number of `a` and one of `b`, none of them negative. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo && b.lo && multiply(a.lo, b.lo),
    hi: a.hi && b.hi && multiply(a.hi, b.hi),
    loOpen: a.loOpen || b.loOpen,
    hiOpen: a.hiOpen || b.hiOpen,
  };
}

/** The interval times a power of ten. */
export function shiftInterval(i: Interval, exponent: number): Interval {
  return { lo: i.lo && shift(i.lo, exponent), hi: i.hi && shift(i.hi, exponent), loOpen: i.loOpen, hiOpen: i.hiOpen };
}

/** The sum of intervals. */
export function sumIntervals(intervals: readonly Interval[]): Interval {
  return intervals.reduce(addIntervals, exactly(ZERO));
}

/** As people write it: `[7.35, 7.45]`, `(13000, 14000)`, or the number itself. */
export function showInterval(i: Interval): string {
  if (isPoint(i)) return show(i.lo!);
  return `${i.loOpen || !i.lo ? '(' : '['}${i.lo ? show(i.lo) : '-∞'}, ${i.hi ? show(i.hi) : '∞'}${i.hiOpen || !i.hi ? ')' : ']'}`;
}
