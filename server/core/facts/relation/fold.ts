/** Growth told in times: 增长2倍, 是上年的3倍, 翻一番. */
import {
  addIntervals,
  decimal,
  divide,
  exactly,
  meets,
  multiplyIntervals,
  rounded,
  roundedOrCut,
  show,
  showFixed,
  subtract,
} from '../../decimal';
import type { Figure } from '../figure';
import { type Reading, type Relation, isAmount, isChange, labelOf, printed, sameUnit } from '../statement';
import { FROM, TO, comparable, push } from './growth-judgement';

/** 由120增至360，增长2倍; 翻一番: how many times as much. */
export function fold(r: Reading, a: Figure | undefined, b: Figure, p: Figure, label: string, out: Relation[]): void {
  if (p.unit === '倍' && label === '的') {
    multiple(r, a, b, p, out);
    return;
  }
  if (!a || p.unit === '成' || !isAmount(a) || !isAmount(b) || !sameUnit(a, b) || a.approximate || b.approximate || p.approximate) return;
  if (!FROM.test(labelOf(r, a)) || !TO.test(labelOf(r, b)) || p.span.from - b.span.to > 12 || !a.stands.lo || a.stands.lo.mantissa <= 0n)
    return;
  if (p.unit === '倍' && /^[，,]?(?:是|为|达到?)(?:原来|上年|去年|以前)的$/.test(label)) {
    const times = meets(multiplyIntervals(a.stands, roundedOrCut(p.value)), b.stands);
    const ratio = show(divide(b.value, a.value, 2)!);
    push(
      r,
      [a, b, p],
      times ? 'holds' : 'fails',
      'growth',
      `${printed(r, b)}÷${printed(r, a)}=${ratio}${times ? '' : `≠${printed(r, p)}`}`,
      ratio,
      [],
      out,
    );
    return;
  }
  const doubling = p.unit === '番' && /^[，,]?翻了?$/.test(label) && p.value.scale === 0 && p.value.mantissa < 8n;
  const more = p.unit === '倍' && /^[，,]?(?:增长|增加|提高|扩大)了?$/.test(label);
  if (!doubling && !more) return;
  const one = exactly(decimal(1));
  const times = doubling ? exactly(decimal(2n ** p.value.mantissa)) : addIntervals(rounded(p.value), one);
  const product = multiplyIntervals(a.stands, times);
  // 翻一番 is said of anything about twice as much.
  const holds = doubling
    ? meets(multiplyIntervals(product, { lo: decimal(8, 1), hi: decimal(13, 1), loOpen: false, hiOpen: false }), b.stands)
    : meets(product, b.stands);
  const exact = divide(doubling ? b.value : subtract(b.value, a.value), a.value, 2);
  const reached = exact ? show(exact) : '—';
  const line = doubling ? `${printed(r, b)}÷${printed(r, a)}` : `(${printed(r, b)}-${printed(r, a)})÷${printed(r, a)}`;
  push(
    r,
    [a, b, p],
    holds ? 'holds' : 'fails',
    'growth',
    `${line}=${reached}${holds ? '' : doubling ? `≠${show(times.lo!)}` : `≠${printed(r, p)}`}`,
    reached,
    [],
    out,
  );
}

/** 6000名，是上年4000名的1.5倍. */
function multiple(r: Reading, a: Figure | undefined, b: Figure, p: Figure, out: Relation[]): void {
  if (!a || !comparable(a, b) || !isAmount(a) || a.approximate || b.approximate || p.approximate || b.value.mantissa <= 0n) return;
  if (!/(?:是|为|达到?|相当于)(?:20\d\d年)?[一-鿿]{0,6}$/.test(labelOf(r, b)) || b.span.to !== p.label.from || isChange(r, a)) return;
  const holds = meets(multiplyIntervals(b.stands, roundedOrCut(p.value)), a.stands);
  const exact = divide(a.value, b.value, Math.max(2, p.value.scale))!;
  const right = showFixed(divide(a.value, b.value, Math.max(0, p.value.scale))!, Math.max(0, p.value.scale));
  push(
    r,
    [b, a, p],
    holds ? 'holds' : 'fails',
    'growth',
    `${printed(r, a)}÷${printed(r, b)}=${show(exact)}${holds ? '' : `≠${printed(r, p)}`}`,
    show(exact),
    holds || right === printed(r, p) ? [] : [{ figure: p, newText: right }],
    out,
  );
}
