/**
 * Growth with an explicit base: 由a增至b，增长p%; 上年a，今年b，增长p%; b，同比增加c，增长p%.
 *
 * The base is never derived from 新增, which is gross: closures are not counted. That is a question at most.
 */
import { HUNDRED, type Decimal, type Interval, addIntervals, compare, decimal, divide, exactly, isBelow, meets, multiply, multiplyIntervals, rounded, show, showFixed, subtract, subtractIntervals } from '../../decimal';
import type { Figure } from '../figure';
import { type Correction, type Reading, type Relation, type Verdict, isAmount, labelOf, printed, sameUnit, spanOf } from '../statement';

// The whole label: 规上工业增加值增长 speaks of something else, 年均增长 of another rate.
const UP = /^[\s，,（(]*(?:同比|净|累计|总体|实际|共|较上年|比上年|较去年|比去年)?(?:增长|增加|增幅|上升|提高|提升|增|升|涨|涨幅|扩大)(?:了|率|达|约|为)*$/;
const DOWN = /^[\s，,（(]*(?:同比|净|累计|总体|实际|共|较上年|比上年|较去年|比去年)?(?:下降|减少|降幅|降低|压减|压缩|缩短|缩减|减|降)(?:了|率|达|约|为)*$/;
const FROM = /(?:由|从)[^由从]{0,14}$/;
const TO = /^[一-鿿]{0,6}(?:增|升|降|减|提高|提升|扩大|压缩|缩短|压减|缩减|下降|上升|发展|回升)[一-鿿]{0,2}(?:到|至|为)[了约]?(?:(?:19|20)\d\d年(?:底|末)?的?)?$/;
const BASE = /(?:上年|去年|上一年|上年度)(?:全年|同期|底|末)?(?:的|为|是|有|仅)?(?:[一-鿿]{0,4}(?:为|是))?$/;
const MORE = /(?:同比|(?:较|比)(?:上年|去年|20\d\d年)(?:度|同期)*)(?:净)?(?:增加|增|多|上升)了?$/;
const LESS = /(?:同比|(?:较|比)(?:上年|去年|20\d\d年)(?:度|同期)*)(?:减少|减|少|下降|降低)了?$/;

/** Finds growth with an explicit base. */
export function findGrowth(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences) {
    for (let k = 2; k < figures.length; k++) {
      const p = figures[k];
      if ((p.kind !== 'rate' && p.kind !== 'points' && p.kind !== 'fold') || p.least || p.negative || p.malformed) continue;
      const label = labelOf(r, p);
      if (p.kind === 'fold') {
        fold(r, figures[k - 2], figures[k - 1], p, label, out);
        continue;
      }
      const up = UP.test(label);
      if (!up && !DOWN.test(label)) continue;
      const [a, b] = [figures[k - 2], figures[k - 1]];
      if (a.negative || b.negative || a.malformed || b.malformed || a.least || b.least || p.span.from - b.span.to > 24) continue;
      const la = labelOf(r, a);
      const lb = labelOf(r, b);
      if (FROM.test(la) && TO.test(lb) && sameUnit(a, b)) {
        if (p.kind === 'points' || a.kind === 'rate') points(r, a, b, p, up, out);
        else if (isAmount(a) || a.kind === 'duration') grow(r, a.stands, a.value, `${printed(r, a)}`, a, b, p, up, out);
        continue;
      }
      if (!isAmount(a) || !isAmount(b) || !sameUnit(a, b) || p.kind === 'points') continue;
      if (BASE.test(la) && (UP.test(lb) || DOWN.test(lb))) {
        // 比去年的20件减少5件，下降25%: b is the change itself.
        if (UP.test(lb) === up) change(r, a, b, p, out);
      } else if (BASE.test(la) && !BASE.test(lb)) grow(r, a.stands, a.value, printed(r, a), a, b, p, up, out);
      else if (BASE.test(lb) && !BASE.test(la)) grow(r, b.stands, b.value, printed(r, b), b, a, p, up, out);
      else if (MORE.test(lb) && up && !FROM.test(la)) {
        grow(r, subtractIntervals(a.stands, b.stands), subtract(a.value, b.value), `(${printed(r, a)}-${printed(r, b)})`, b, a, p, true, out);
      } else if (LESS.test(lb) && !up && !FROM.test(la)) {
        grow(r, addIntervals(a.stands, b.stands), subtract(a.value, { mantissa: -b.value.mantissa, scale: b.value.scale }), `(${printed(r, a)}+${printed(r, b)})`, b, a, p, false, out);
      } else if (up && /新增$/.test(lb) && /^[，,]?增长率?/.test(label)) gross(r, a, b, p, out);
    }
  }
}

/** Whether the change from `base` to `b` may print as p %. */
function grow(r: Reading, base: Interval, value: Decimal, term: string, from: Figure, b: Figure, p: Figure, up: boolean, out: Relation[]): void {
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
  push(r, [from, b, p], holds ? 'holds' : 'fails', turned ? 'turned' : 'growth', holds ? `${line}=${printed(r, p)}%` : `${line}=${reached}≠${printed(r, p)}%`, reached, holds ? [] : corrections, out);
}

/** 由120增至360，增长2倍; 翻一番: how many times as much. */
function fold(r: Reading, a: Figure, b: Figure, p: Figure, label: string, out: Relation[]): void {
  if (p.unit === '成' || !isAmount(a) || !isAmount(b) || !sameUnit(a, b) || a.approximate || b.approximate || p.approximate) return;
  if (!FROM.test(labelOf(r, a)) || !TO.test(labelOf(r, b)) || p.span.from - b.span.to > 12 || !a.stands.lo || a.stands.lo.mantissa <= 0n) return;
  const doubling = p.unit === '番' && /^[，,]?翻了?$/.test(label) && p.value.scale === 0 && p.value.mantissa < 8n;
  const more = p.unit === '倍' && /^[，,]?(?:增长|增加|提高|扩大)了?$/.test(label);
  if (!doubling && !more) return;
  const one = exactly(decimal(1));
  const times = doubling ? exactly(decimal(2n ** p.value.mantissa)) : addIntervals(rounded(p.value), one);
  const product = multiplyIntervals(a.stands, times);
  // 翻一番 is said of anything about twice as much.
  const holds = doubling ? meets(multiplyIntervals(product, { lo: decimal(8, 1), hi: decimal(13, 1), loOpen: false, hiOpen: false }), b.stands) : meets(product, b.stands);
  const exact = divide(doubling ? b.value : subtract(b.value, a.value), a.value, 2);
  const reached = exact ? show(exact) : '—';
  const line = doubling ? `${printed(r, b)}÷${printed(r, a)}` : `(${printed(r, b)}-${printed(r, a)})÷${printed(r, a)}`;
  push(r, [a, b, p], holds ? 'holds' : 'fails', 'growth', `${line}=${reached}${holds ? '' : doubling ? `≠${show(times.lo!)}` : `≠${printed(r, p)}`}`, reached, [], out);
}

function positive(i: Interval): Interval {
  return i.lo && i.lo.mantissa < 0n ? { ...i, lo: decimal(0), loOpen: false } : i;
}

/** The change b as a share of the base a. */
function change(r: Reading, a: Figure, b: Figure, p: Figure, out: Relation[]): void {
  if (p.approximate || a.approximate || b.approximate || a.value.mantissa <= 0n) return;
  const holds = meets(multiplyIntervals(b.stands, exactly(HUNDRED)), multiplyIntervals(a.stands, p.stands));
  const decimals = Math.max(0, p.numeral.digits.scale);
  const reached = `${show(divide(multiply(b.value, HUNDRED), a.value, Math.max(2, decimals))!)}%`;
  const right = showFixed(divide(multiply(b.value, HUNDRED), a.value, decimals)!, decimals);
  const line = `${printed(r, b)}÷${printed(r, a)}`;
  push(r, [a, b, p], holds ? 'holds' : 'fails', 'growth', holds ? `${line}=${printed(r, p)}%` : `${line}=${reached}≠${printed(r, p)}%`, reached, holds ? [] : [{ figure: p, newText: right }], out);
}

/** From a % to b %: the change is in 百分点. */
function points(r: Reading, a: Figure, b: Figure, p: Figure, up: boolean, out: Relation[]): void {
  if (a.kind !== 'rate' || b.kind !== 'rate' || a.approximate || b.approximate || p.approximate) return;
  const change = up ? subtractIntervals(b.stands, a.stands) : subtractIntervals(a.stands, b.stands);
  const difference = up ? subtract(b.value, a.value) : subtract(a.value, b.value);
  const same = compare(difference, p.value) === 0;
  const line = up ? `${printed(r, b)}-${printed(r, a)}` : `${printed(r, a)}-${printed(r, b)}`;
  const reached = show(difference);
  if (p.kind === 'points') {
    const stands: Interval = { lo: subtract(p.value, { mantissa: 5n, scale: p.value.scale + 1 }), hi: subtract(p.value, { mantissa: -1n, scale: p.value.scale }), loOpen: false, hiOpen: true };
    const holds = same || meets(change, stands);
    const corrections = holds || difference.mantissa < 0n ? [] : [{ figure: p, newText: showFixed(difference, Math.max(0, p.value.scale)) }];
    push(r, [a, b, p], holds ? 'holds' : 'fails', difference.mantissa < 0n ? 'turned' : 'points', `${line}=${reached}${holds ? '' : `≠${printed(r, p)}`}`, reached, corrections, out);
    return;
  }
  // 由45%提高到50%，提高5%: in fact 5 percentage points.
  if (same) push(r, [a, b, p], 'doubtful', 'percent', `${line}=${reached}`, reached, [], out);
}

/** a, of which b is new, growth p %: right only if nothing was closed. */
function gross(r: Reading, a: Figure, b: Figure, p: Figure, out: Relation[]): void {
  if (a.approximate || b.approximate || p.approximate) return;
  const base = subtractIntervals(a.stands, b.stands);
  if (!base.lo || base.lo.mantissa <= 0n) return;
  const b100 = multiplyIntervals(b.stands, exactly(HUNDRED));
  const holds = meets(b100, multiplyIntervals(base, p.stands));
  if (!holds && meets(b100, multiplyIntervals(a.stands, p.stands))) return;
  const exact = divide(multiply(b.value, HUNDRED), subtract(a.value, b.value), 2)!;
  const line = `${printed(r, b)}÷(${printed(r, a)}-${printed(r, b)})`;
  push(r, [a, b, p], holds ? 'holds' : 'doubtful', 'gross', holds ? `${line}=${printed(r, p)}%` : `${line}=${show(exact)}%≠${printed(r, p)}%`, `${show(exact)}%`, [], out);
}

function push(r: Reading, figures: readonly Figure[], verdict: Verdict, form: string, formula: string, reached: string, corrections: readonly Correction[], out: Relation[]): void {
  out.push({ kind: 'growth', form, span: spanOf(r, figures), figures, verdict, formula, reached, corrections });
}
