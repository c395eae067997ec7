/** Whether a total and its parts agree, what would make them agree, and how sure that is. */
import { addIntervals, isBelow, isPoint, meets, subtract, sumIntervals, type Decimal, type Interval } from '../../decimal';
import type { Figure } from '../figure';
import {
  type Correction,
  type Reading,
  type Relation,
  type Verdict,
  correct,
  excused,
  multiplierOf,
  oneDigitApart,
  printed,
  quantity,
  showIntervalLike,
  spanOf,
} from '../statement';
import { type Parts, coordinated, farOff, isRest, related } from './parts';

/** Files what a total (or several coordinated ones) and its parts state; `kind` says how far the words close the list. */
export function judge(
  r: Reading,
  totals: readonly Figure[],
  parts: Parts,
  kind: 'closed' | 'listed' | 'partial' | 'open',
  out: Relation[],
): void {
  const closed = kind === 'closed';
  const [total] = totals;
  const { list } = parts;
  const together = coordinated(r, totals);
  const all = together.length > 1 ? sumIntervals(together.map((f) => f.stands)) : undefined;
  if (list.length === 1) {
    if (all && isBelow(total.stands, list[0].stands) && !isBelow(all, list[0].stands)) return;
    subset(r, total, list[0], totals.length === 1, out);
    return;
  }
  let sum = list[0].stands;
  for (let k = 1; k < list.length; k++) {
    sum = addIntervals(sum, list[k].stands);
    if (all && bounded(sum) && bounded(all) && meets(sum, all)) {
      const figures = [...together, ...list.slice(0, k + 1)];
      const line = (fs: readonly Figure[]) => fs.map((f) => printed(r, f)).join('+');
      out.push({
        kind: 'sum',
        form: 'parts',
        span: spanOf(r, figures),
        figures,
        verdict: 'holds',
        formula: `${line(list.slice(0, k + 1))}=${line([...together].reverse())}`,
        reached: '',
        corrections: [],
      });
      return;
    }
    if (bounded(sum) && bounded(total.stands) && meets(sum, total.stands)) {
      // 甲5辆、乙7辆、其他1辆: the rest is one more part, and the list is not at its end before it.
      const next = list[k + 1];
      if (next && k + 1 < parts.sure && isRest(r, next) && r.text[next.label.from - 1] === '、') continue;
      out.push(relation(r, total, list.slice(0, k + 1), 'holds', 'parts', true));
      return;
    }
  }
  const sure = list.slice(0, related(r, total, list, parts.sure));
  // 受理86件，审结80件，其中甲类60件、乙类26件: they are those received.
  const other =
    sure.length > 1 && totals.slice(1).find((t) => bounded(t.stands) && meets(sumIntervals(sure.map((f) => f.stands)), t.stands));
  if (other) {
    out.push(relation(r, other, sure, 'holds', 'parts', true));
    return;
  }
  const big = sure.find((f) => isBelow(total.stands, f.stands));
  if (big) {
    if (all && !isBelow(all, big.stands)) return;
    subset(r, total, big, totals.length === 1, out);
    return;
  }
  if (sure.length < 2) return;
  const reached = sumIntervals(sure.map((f) => f.stands));
  if (isBelow(total.stands, reached)) {
    // With several figures of the unit before it, the list may be of all of them.
    if (all && !isBelow(all, reached)) return;
    const alone = totals.length === 1 || isBelow(sumIntervals(totals.map((f) => f.stands)), reached);
    const silent = (parts.overlapping && !closed) || excused(r, [total, ...sure]);
    const verdict: Verdict = silent ? 'unknown' : closed || alone ? 'fails' : 'doubtful';
    out.push(relation(r, total, sure, verdict, closed ? 'parts' : 'over', false));
    return;
  }
  if (!isBelow(reached, total.stands)) return;
  if (closed && totals.length === 1) {
    out.push(relation(r, total, list, excused(r, [total, ...list]) ? 'unknown' : 'fails', 'parts', false));
    return;
  }
  const plain = sure.length === list.length && !parts.overlapping && totals.length === 1 && !excused(r, [total, ...sure]);
  const slip =
    plain &&
    (kind === 'listed'
      ? list.every((f) => !f.approximate) && !total.approximate
      : kind === 'open' && slips(r, total, sure, sure.length >= 3));
  out.push(relation(r, total, sure, slip ? 'doubtful' : 'unknown', 'slip', false));
}

/** Whether an interval has both ends: what is only 超过 agrees with anything and proves nothing. */
function bounded(i: Interval): boolean {
  return i.lo !== undefined && i.hi !== undefined;
}

/** One part and its whole. */
export function subset(r: Reading, whole: Figure, part: Figure, alone: boolean, out: Relation[]): void {
  const figures = [whole, part];
  const fails = isBelow(whole.stands, part.stands);
  const corrections: Correction[] = [];
  out.push({
    kind: 'subset',
    form: 'exceeds',
    span: spanOf(r, figures),
    figures,
    verdict: !fails
      ? whole.stands.hi
        ? 'holds'
        : 'unknown'
      : excused(r, figures)
        ? 'unknown'
        : alone && !farOff(r, whole, part)
          ? 'fails'
          : 'doubtful',
    formula: `${quantity(r, part)}${fails ? '＞' : '≤'}${quantity(r, whole)}`,
    reached: quantity(r, part),
    corrections,
  });
}

/** Whether one number with two digits in each other's place, or one wrong digit, would explain the difference. */
export function slips(r: Reading, total: Figure, parts: readonly Figure[], oneDigit: boolean): boolean {
  return corrections(r, total, parts).some(
    (c) => swapped(c.newText, printed(r, c.figure)) || (oneDigit && oneDigitApart(c.newText, printed(r, c.figure))),
  );
}

/** Whether two numbers differ by two neighbouring digits in each other's place (236, 263). */
function swapped(a: string, b: string): boolean {
  const x = a.replace('.', '');
  const y = b.replace('.', '');
  if (x.length !== y.length || a.indexOf('.') !== b.indexOf('.')) return false;
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  return i + 1 < x.length && x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2);
}

/** What would make the sum true: another total, or one other part. First those with two digits in each other's place, then those that differ in one. */
function corrections(r: Reading, total: Figure, parts: readonly Figure[]): Correction[] {
  if (parts.some((f) => f.approximate) || total.approximate) return [];
  const sum = parts.reduce<Decimal>((acc, f) => subtract(acc, { mantissa: -f.value.mantissa, scale: f.value.scale }), {
    mantissa: 0n,
    scale: 0,
  });
  const missing = subtract(total.value, sum);
  const found: Correction[] = [];
  const t = correct(r, total, sum);
  if (t) found.push(t);
  for (const f of parts) {
    const c = correct(r, f, subtract(f.value, { mantissa: -missing.mantissa, scale: missing.scale }));
    if (c && c.newText !== '0') found.push(c);
  }
  const likely = (c: Correction) => {
    const old = printed(r, c.figure);
    return swapped(c.newText, old) ? 0 : oneDigitApart(c.newText, old) ? 1 : 2;
  };
  return found.sort((a, b) => likely(a) - likely(b)).slice(0, 6);
}

/** The statement that some parts make up a total, with its calculation and, where it fails, its corrections. */
export function relation(r: Reading, total: Figure, parts: readonly Figure[], verdict: Verdict, form: string, holds: boolean): Relation {
  const sum = sumIntervals(parts.map((f) => f.stands));
  const exact = parts.reduce<Decimal>((acc, f) => subtract(acc, { mantissa: -f.value.mantissa, scale: f.value.scale }), {
    mantissa: 0n,
    scale: 0,
  });
  const reached =
    isPoint(sum) || parts.every((f) => !f.approximate)
      ? showIntervalLike({ lo: exact, hi: exact, loOpen: false, hiOpen: false }, total) + multiplierOf(total)
      : showIntervalLike(sum, total) + multiplierOf(total);
  const terms = parts.map((f) => printed(r, f)).join('+');
  const figures = [total, ...parts];
  return {
    kind: 'sum',
    form,
    span: spanOf(r, figures),
    figures,
    verdict,
    formula: holds ? `${terms}=${printed(r, total)}` : `${terms}=${reached}≠${printed(r, total)}`,
    reached: reached + total.unit,
    corrections: verdict === 'fails' || verdict === 'doubtful' ? corrections(r, total, parts) : [],
  };
}
