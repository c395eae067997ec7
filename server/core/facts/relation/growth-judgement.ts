/** Whether a change agrees with its two numbers, in per cent or in percentage points, and what would make it agree. */
import {
  HUNDRED,
  type Decimal,
  type Interval,
  compare,
  decimal,
  divide,
  exactly,
  isBelow,
  meets,
  multiply,
  multiplyIntervals,
  show,
  showFixed,
  subtract,
  subtractIntervals,
} from '../../decimal';
import type { Figure } from '../figure';
import { type Correction, type Reading, type Relation, type Verdict, printed, spanOf, sameUnit } from '../statement';

/** 由 or 从 before the first number. */
export const FROM = /(?:由|从)[^由从]{0,14}$/;

/** 增至, 降到 … before the second number. */
export const TO =
  /^[一-鿿]{0,6}(?:增|升|降|减|提高|提升|扩大|压缩|缩短|压减|缩减|精简|下降|上升|发展|回升|回落|扩充|扩展)[一-鿿]{0,2}(?:到|至|为)[了约]?(?:(?:19|20)\d\d年(?:底|末)?的?)?(?:日均|月均|年均|平均)?$/;

/** Whether two figures may be the numbers of two periods. */
export function comparable(a: Figure | undefined, b: Figure | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.sentence === b.sentence &&
    !a.negative &&
    !b.negative &&
    !a.malformed &&
    !b.malformed &&
    !a.least &&
    !b.least &&
    sameUnit(a, b)
  );
}

export function positive(i: Interval): Interval {
  return i.lo && i.lo.mantissa < 0n ? { ...i, lo: decimal(0), loOpen: false } : i;
}

/** Whether the change from `base` to `b` may print as p %. */
export function grow(
  r: Reading,
  base: Interval,
  value: Decimal,
  term: string,
  from: Figure,
  b: Figure,
  p: Figure,
  up: boolean,
  out: Relation[],
): void {
  if (!base.lo || base.lo.mantissa <= 0n || value.mantissa <= 0n || p.approximate || b.approximate || from.approximate) return;
  const change = up ? subtractIntervals(b.stands, base) : subtractIntervals(base, b.stands);
  const turned = isBelow(change, exactly(decimal(0)));
  const holds = !turned && meets(multiplyIntervals(positive(change), exactly(HUNDRED)), multiplyIntervals(base, p.stands));
  const decimals = Math.max(0, p.numeral.digits.scale);
  const difference = up ? subtract(b.value, value) : subtract(value, b.value);
  const exact = divide(multiply(difference, HUNDRED), value, Math.max(2, decimals));
  const reached = exact ? `${show(exact)}%` : '—';
  const line = up ? `(${printed(r, b)}-${term})÷${term}` : `(${term}-${printed(r, b)})÷${term}`;
  const corrections: Correction[] = [];
  const right = turned ? undefined : divide(multiply(difference, HUNDRED), value, decimals);
  if (right) corrections.push({ figure: p, newText: showFixed(right, decimals) });
  push(
    r,
    [from, b, p],
    holds ? 'holds' : 'fails',
    turned ? 'turned' : 'growth',
    holds ? `${line}=${printed(r, p)}%` : `${line}=${reached}≠${printed(r, p)}%`,
    reached,
    holds ? [] : corrections,
    out,
  );
}

/** The change b as a share of the base a. */
export function change(r: Reading, a: Figure, b: Figure, p: Figure, out: Relation[]): void {
  if (p.approximate || a.approximate || b.approximate || a.value.mantissa <= 0n) return;
  const holds = meets(multiplyIntervals(b.stands, exactly(HUNDRED)), multiplyIntervals(a.stands, p.stands));
  const decimals = Math.max(0, p.numeral.digits.scale);
  const reached = `${show(divide(multiply(b.value, HUNDRED), a.value, Math.max(2, decimals))!)}%`;
  const right = showFixed(divide(multiply(b.value, HUNDRED), a.value, decimals)!, decimals);
  const line = `${printed(r, b)}÷${printed(r, a)}`;
  push(
    r,
    [a, b, p],
    holds ? 'holds' : 'fails',
    'growth',
    holds ? `${line}=${printed(r, p)}%` : `${line}=${reached}≠${printed(r, p)}%`,
    reached,
    holds ? [] : [{ figure: p, newText: right }],
    out,
  );
}

/** From a % to b %: the change is in 百分点. */
export function points(r: Reading, a: Figure, b: Figure, p: Figure, up: boolean, out: Relation[]): void {
  if (a.kind !== 'rate' || b.kind !== 'rate' || a.approximate || b.approximate || p.approximate) return;
  const change = up ? subtractIntervals(b.stands, a.stands) : subtractIntervals(a.stands, b.stands);
  const difference = up ? subtract(b.value, a.value) : subtract(a.value, b.value);
  const same = compare(difference, p.value) === 0;
  const line = up ? `${printed(r, b)}-${printed(r, a)}` : `${printed(r, a)}-${printed(r, b)}`;
  const reached = show(difference);
  if (p.kind === 'points') {
    const stands: Interval = {
      lo: subtract(p.value, { mantissa: 5n, scale: p.value.scale + 1 }),
      hi: subtract(p.value, { mantissa: -1n, scale: p.value.scale }),
      loOpen: false,
      hiOpen: true,
    };
    const holds = same || meets(change, stands);
    const corrections =
      holds || difference.mantissa < 0n ? [] : [{ figure: p, newText: showFixed(difference, Math.max(0, p.value.scale)) }];
    push(
      r,
      [a, b, p],
      holds ? 'holds' : 'fails',
      difference.mantissa < 0n ? 'turned' : 'points',
      `${line}=${reached}${holds ? '' : `≠${printed(r, p)}`}`,
      reached,
      corrections,
      out,
    );
    return;
  }
  // 由45%提高到50%，提高5%: in fact 5 percentage points.
  if (same) push(r, [a, b, p], 'doubtful', 'percent', `${line}=${reached}`, reached, [], out);
}

/** a, of which b is new, growth p %: right only if nothing was closed. */
export function gross(r: Reading, a: Figure, b: Figure, p: Figure, out: Relation[]): void {
  if (a.approximate || b.approximate || p.approximate) return;
  const base = subtractIntervals(a.stands, b.stands);
  if (!base.lo || base.lo.mantissa <= 0n) return;
  const b100 = multiplyIntervals(b.stands, exactly(HUNDRED));
  const holds = meets(b100, multiplyIntervals(base, p.stands));
  if (!holds && meets(b100, multiplyIntervals(a.stands, p.stands))) return;
  const exact = divide(multiply(b.value, HUNDRED), subtract(a.value, b.value), 2)!;
  const line = `${printed(r, b)}÷(${printed(r, a)}-${printed(r, b)})`;
  push(
    r,
    [a, b, p],
    holds ? 'holds' : 'doubtful',
    'gross',
    holds ? `${line}=${printed(r, p)}%` : `${line}=${show(exact)}%≠${printed(r, p)}%`,
    `${show(exact)}%`,
    [],
    out,
  );
}

/** Files a statement of growth. */
export function push(
  r: Reading,
  figures: readonly Figure[],
  verdict: Verdict,
  form: string,
  formula: string,
  reached: string,
  corrections: readonly Correction[],
  out: Relation[],
): void {
  out.push({ kind: 'growth', form, span: spanOf(r, figures), figures, verdict, formula, reached, corrections });
}
