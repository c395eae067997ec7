/** A quotient and the rate that is printed for it: whether they agree, and which one other number would make them agree. */
import {
  HUNDRED,
  type Decimal,
  compare,
  decimal,
  divide,
  exactly,
  meets,
  multiply,
  multiplyIntervals,
  show,
  showFixed,
  type Interval,
} from '../../decimal';
import type { Figure } from '../figure';
import { type Correction, type Reading, type Relation, type Verdict, correct, labelOf, printed, spanOf } from '../statement';

const RATE_NAME = /([一-鿿]{2,10})(?:率|(?<=满意)度)(?:为|达到?|约为?|均为|均达到?|均|高达|仅为?|是|：|:)?$/;
/** Rates of something else than the share of cases: in time, at once, of satisfaction. They need a number by their whole name. */
export const OTHER_RATE = /按时|按期|及时|如期|限时|一次|首次|当场|满意|利用|覆盖|知晓|普及|使用|入学/;
/** Changes, and rates per head. */
export const NO_SHARE = /增长|下降|增幅|贡献|失业|毛|死亡|发生|回升/;

/** The name of a rate without 率. Of two (备案率、及时率均为) the one that is a share of cases. */
export function nameOf(r: Reading, f: Figure): string | undefined {
  const name = RATE_NAME.exec(labelOf(r, f))?.[1];
  if (name === undefined || !OTHER_RATE.test(name)) return name;
  const before = /([一-鿿]{2,10})率、$/.exec(r.text.slice(Math.max(f.clause.from, f.label.from - 14), f.label.from))?.[1];
  return before !== undefined && !OTHER_RATE.test(before) ? before : name;
}

/** Whether 100·top/d may print as the rate says. */
export function fits(top: Interval, d: Figure, rate: Figure): boolean {
  // A number cut by a line end is more than its last digits.
  if (d.value.mantissa === 0n) return d.approximate;
  return meets(multiplyIntervals(top, exactly(HUNDRED)), multiplyIntervals(d.stands, rate.stands));
}

/** The statement that `top` of `d` is the rate; `wrong` is the verdict where it is not. With `complement`, what is counted is the rest. */
export function quotient(
  r: Reading,
  kind: 'rate' | 'completion',
  top: Interval,
  d: Figure,
  numerator: Figure,
  rate: Figure,
  wrong: Verdict,
  complement = false,
): Relation {
  const holds = fits(top, d, rate);
  const decimals = Math.max(0, rate.numeral.digits.scale);
  const value: Decimal = complement ? { mantissa: d.value.mantissa, scale: d.value.scale } : numerator.value;
  const above = complement ? minus(d.value, numerator.value) : value;
  const exact = divide(multiply(above, HUNDRED), d.value, Math.max(2, decimals));
  const reached = exact ? `${show(exact)}%` : '—';
  const line = complement ? `(${printed(r, d)}-${printed(r, numerator)})÷${printed(r, d)}` : `${printed(r, numerator)}÷${printed(r, d)}`;
  const figures = [d, numerator, rate];
  return {
    kind,
    form: 'rate',
    span: spanOf(r, figures),
    figures,
    verdict: holds ? 'holds' : wrong,
    formula: holds ? `${line}=${printed(r, rate)}%` : `${line}=${reached}≠${printed(r, rate)}%`,
    reached,
    corrections: holds || wrong === 'unknown' || wrong === 'holds' ? [] : corrections(r, d, numerator, rate, complement, decimals),
  };
}

function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { mantissa: a.mantissa * 10n ** BigInt(scale - a.scale) - b.mantissa * 10n ** BigInt(scale - b.scale), scale };
}

function corrections(r: Reading, d: Figure, numerator: Figure, rate: Figure, complement: boolean, decimals: number): Correction[] {
  const found: Correction[] = [];
  const above = complement ? minus(d.value, numerator.value) : numerator.value;
  const p = divide(multiply(above, HUNDRED), d.value, decimals);
  if (p && !rate.approximate) {
    const text = showFixed(p, decimals);
    if (text !== printed(r, rate)) found.push({ figure: rate, newText: text });
  }
  // More than all: only the rate itself can be mended without another fault.
  if (compare(rate.value, HUNDRED) > 0) return found;
  if (complement || d.numeral.exponent > 0 || numerator.numeral.exponent > 0) return found;
  // The one whole number that gives the printed rate, above or below the line.
  const n = divide(multiply(d.value, rate.value), HUNDRED, 0);
  if (n && numerator.kind === 'count' && meets(multiplyIntervals(exactly(n), exactly(HUNDRED)), multiplyIntervals(d.stands, rate.stands))) {
    const c = correct(r, numerator, n);
    if (c) found.push(c);
  }
  const m = rate.value.mantissa === 0n ? undefined : divide(multiply(above, HUNDRED), rate.value, 0);
  if (
    m &&
    d.kind === 'count' &&
    compare(m, decimal(0)) > 0 &&
    meets(multiplyIntervals(exactly(above), exactly(HUNDRED)), multiplyIntervals(exactly(m), rate.stands))
  ) {
    const c = correct(r, d, m);
    if (c) found.push(c);
  }
  return found;
}
