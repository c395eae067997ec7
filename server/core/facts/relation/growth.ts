/**
 * Growth with an explicit base: 由a增至b，增长p%; 上年a，今年b，增长p%; b，同比增加c，增长p%.
 *
 * The base is never derived from 新增, which is gross: closures are not counted. That is a question at most.
 */
import {
  HUNDRED,
  addIntervals,
  decimal,
  divide,
  exactly,
  meets,
  multiply,
  multiplyIntervals,
  show,
  subtract,
  subtractIntervals,
} from '../../decimal';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import {
  CUE,
  type Reading,
  type Relation,
  correct,
  hasCue,
  isAmount,
  isChange,
  labelOf,
  multiplierOf,
  printed,
  quantity,
  sameUnit,
  showLike,
} from '../statement';
import { FROM, TO, change, comparable, gross, grow, points, push } from './growth-judgement';
import { fold } from './fold';

// The whole label: 规上工业增加值增长 speaks of something else, 年均增长 of another rate.
const HEAD = '^[\\s，,（(]*(?:同比|净|累计|总体|实际|共|总量|(?:较|比)(?:上年|去年|上年度|上年同期|去年同期|同期))?';
const UP = new RegExp(`${HEAD}(?:增长|增加|增幅|上升|提高|提升|增|升|涨|涨幅|扩大)(?:了|率|达|约|为|比例|幅度)*$`);
const DOWN = new RegExp(`${HEAD}(?:下降|减少|降幅|降低|压减|压缩|缩短|缩减|精简|减|降|回落)(?:了|率|达|约|为|比例|幅度|幅)*$`);
/** A change told before its two numbers: 办案量增长20%，由500件增至600件. */
const UP_BEFORE = /(?:增长|增加|上升|提高|提升)了?$/;
const DOWN_BEFORE = /(?:下降|减少|降低|压减|压缩|缩短)了?$/;

const BASE =
  /(?:上年|去年|上一年|上年度|(?:较|比)20\d\d年)(?:全年|同期|底|末)?(?:的|为|是|有|仅)?(?:[一-鿿]{0,4}(?:为|是))?$|[较比](?:上年末|年初)的?$/;
const MORE = /(?:同比|(?:较|比)(?:上年|去年|20\d\d年)(?:度|同期|全年)*)(?:净)?(?:增加|增收|多增|增|多|上升)了?$/;
const LESS = /(?:同比|(?:较|比)(?:上年|去年|20\d\d年)(?:度|同期|全年)*)(?:减少|减收|减|少|下降|降低)了?$/;
/** A difference told in the unit itself: 由45件增至60件，增加15件. */
const DIFFERENCE_UP = /^[，,]?(?:净|共)?(?:增加|增长|增|提高|提升|上升)了?$/;
const DIFFERENCE_DOWN = /^[，,]?(?:净|共)?(?:减少|减|下降|降低|压减|压缩|缩短)了?$/;

/** Finds growth with an explicit base. */
export function findGrowth(r: Reading, out: Relation[]): void {
  const { figures } = r;
  for (let k = 0; k < figures.length; k++) {
    const p = figures[k];
    if (p.least || p.negative || p.malformed) continue;
    if (p.kind === 'rate' || p.kind === 'points' || p.kind === 'fold') changed(r, k, out);
    if (k > 1) difference(r, figures[k - 2], figures[k - 1], p, out);
    if (k > 0 && figures[k - 1].sentence === p.sentence) fraction(r, figures[k - 1], p, out);
  }
}

/** Whether a figure can be the number of a period: an amount, days, µg/m³. */
function isLevel(f: Figure): boolean {
  return isAmount(f) || f.kind === 'duration' || f.kind === 'ratio';
}

/** A change in per cent, points or times, with its two numbers before it or directly behind it. */
function changed(r: Reading, k: number, out: Relation[]): void {
  const { figures } = r;
  const p = figures[k];
  const label = labelOf(r, p);
  const [a, b] = [figures[k - 2], figures[k - 1]];
  if (p.kind === 'fold') {
    if (b) fold(r, a, b, p, label, out);
    return;
  }
  const up = UP.test(label);
  if (!up && !DOWN.test(label)) {
    behind(r, k, label, out);
    return;
  }
  if (comparable(a, b) && a.sentence === p.sentence && p.span.from - b.span.to <= 24 && compared(r, a, b, p, label, up, out)) return;
  behind(r, k, label, out);
}

/** a and b, and then the change p between them. */
function compared(r: Reading, a: Figure, b: Figure, p: Figure, label: string, up: boolean, out: Relation[]): boolean {
  const n = out.length;
  const la = labelOf(r, a);
  const lb = labelOf(r, b);
  if (FROM.test(la) && TO.test(lb)) {
    if (p.kind === 'points' || a.kind === 'rate') points(r, a, b, p, up, out);
    else if (isLevel(a)) grow(r, a.stands, a.value, printed(r, a), a, b, p, up, out);
    return out.length > n;
  }
  if (a.kind === 'rate' && p.kind === 'points') {
    if (BASE.test(lb) && !BASE.test(la)) points(r, b, a, p, up, out);
    else if (BASE.test(la) && !BASE.test(lb) && !UP.test(lb) && !DOWN.test(lb)) points(r, a, b, p, up, out);
    return out.length > n;
  }
  if (!isLevel(a) || p.kind === 'points') return false;
  const years = followingYears(r, a, la, lb);
  if (BASE.test(la) && (UP.test(lb) || DOWN.test(lb))) {
    // 比去年的20件减少5件，下降25%: b is the change itself.
    if (UP.test(lb) === up) change(r, a, b, p, out);
    else if (!a.approximate && !b.approximate) opposed(r, a, b, p, out);
  } else if (BASE.test(la) && !BASE.test(lb)) grow(r, a.stands, a.value, printed(r, a), a, b, p, up, out);
  else if (BASE.test(lb) && !BASE.test(la)) grow(r, b.stands, b.value, printed(r, b), b, a, p, up, out);
  else if (years !== 0 && !isChange(r, a) && !isChange(r, b)) {
    const [base, now] = years > 0 ? [a, b] : [b, a];
    grow(r, base.stands, base.value, printed(r, base), base, now, p, up, out);
  } else if (MORE.test(lb) && up && !FROM.test(la)) {
    grow(r, subtractIntervals(a.stands, b.stands), subtract(a.value, b.value), `(${printed(r, a)}-${printed(r, b)})`, b, a, p, true, out);
  } else if (LESS.test(lb) && !up && !FROM.test(la)) {
    grow(
      r,
      addIntervals(a.stands, b.stands),
      subtract(a.value, { mantissa: -b.value.mantissa, scale: b.value.scale }),
      `(${printed(r, a)}+${printed(r, b)})`,
      b,
      a,
      p,
      false,
      out,
    );
  } else if (up && /新增$/.test(lb) && /^[，,]?增长率?/.test(label)) gross(r, a, b, p, out);
  return out.length > n;
}

/** 比上年的49万元减少2万元，增长4%: the words contradict each other. */
function opposed(r: Reading, a: Figure, b: Figure, p: Figure, out: Relation[]): void {
  const words = (f: Figure) => labelOf(r, f).replace(/^[\s，,（(]+/, '') + quantity(r, f);
  push(r, [a, b, p], 'fails', 'turned', `${words(b)}，${words(p)}`, '', [], out);
}

/** 1 for 2024年立案600件，2025年立案690件; -1 the other way round; 0 where the words are not the same. */
function followingYears(r: Reading, f: Figure, la: string, lb: string): number {
  const b = /^[而，,]?(20\d\d)年度?(?:同期)?(.*)$/.exec(lb.trim());
  if (!b) return 0;
  const plain = b[2] === '' || /^[为是有]$/.test(b[2]);
  const a = /^(20\d\d)年度?(.*)$/.exec(la.trim());
  if (a) {
    const years = Number(b[1]) - Number(a[1]);
    return Math.abs(years) === 1 && (plain || a[2] === b[2]) ? years : 0;
  }
  // 2025年，全市立案690件，2024年为600件.
  return plain && r.text.slice(Math.max(f.sentence.from, f.label.from - 12), f.label.from).includes(`${Number(b[1]) + 1}年`) ? -1 : 0;
}

/** The change first: 增长20%，由500件增至600件; 提高3.2个百分点，上年同期为95%. */
function behind(r: Reading, k: number, label: string, out: Relation[]): void {
  const { figures } = r;
  const p = figures[k];
  const up = UP_BEFORE.test(label);
  if (!up && !DOWN_BEFORE.test(label)) return;
  const [before, a, b] = [figures[k - 1], figures[k + 1], figures[k + 2]];
  if (
    a &&
    b &&
    a.sentence === b.sentence &&
    comparable(a, b) &&
    a.label.from - p.span.to <= 2 &&
    /^[（(，,]?(?:由|从)(?:上年|去年)?(?:同期)?的?$/.test(labelOf(r, a)) &&
    TO.test(labelOf(r, b))
  ) {
    const again = figures[k + 3];
    if (again && again.sentence === b.sentence && (UP.test(labelOf(r, again)) || DOWN.test(labelOf(r, again)))) return;
    if (p.kind === 'points' || a.kind === 'rate') points(r, a, b, p, up, out);
    else if (isLevel(a)) grow(r, a.stands, a.value, printed(r, a), a, b, p, up, out);
  } else if (
    p.kind === 'points' &&
    before?.kind === 'rate' &&
    a?.kind === 'rate' &&
    (a.sentence === p.sentence || a.setting.bracket?.from === p.span.to) &&
    sameUnit(before, a) &&
    !a.least &&
    !before.least &&
    /^[，,]?(?:上年|去年|20\d\d年)(?:同期)?(?:为|是)?$/.test(labelOf(r, a)) &&
    (UP.test(label) || DOWN.test(label))
  ) {
    points(r, a, before, p, up, out);
  } else if (
    p.kind === 'rate' &&
    before &&
    a &&
    isAmount(before) &&
    comparable(before, a) &&
    a.sentence === p.sentence &&
    /^[，,]?(?:上年|去年)同期(?:为|是|[一-鿿]{2})?$/.test(labelOf(r, a)) &&
    (UP.test(label) || DOWN.test(label)) &&
    p.span.from - before.span.to < 12 &&
    !isChange(r, before)
  ) {
    grow(r, a.stands, a.value, printed(r, a), a, before, p, up, out);
  }
}

const FRACTION = /^[，,](?:同比|共)?(?:减少|下降|降低|压缩|压减|缩短|精简)了?(?:一半|([二三四五])分之([一二三四]))(?![多以])/;

/** 由20起下降到10起，减少了一半. */
function fraction(r: Reading, a: Figure, b: Figure, out: Relation[]): void {
  const code = r.text.charCodeAt(b.span.to);
  if ((code !== 0xff0c && code !== 0x2c) || !comparable(a, b) || !isLevel(a) || a.approximate || b.approximate || a.value.mantissa <= 0n)
    return;
  const m = FRACTION.exec(r.text.slice(b.span.to, b.span.to + 16));
  if (!m || !FROM.test(labelOf(r, a)) || !TO.test(labelOf(r, b))) return;
  const below = decimal(m[1] ? (parseNumeral(m[1]) ?? 2) : 2);
  const above = decimal(m[2] ? (parseNumeral(m[2]) ?? 1) : 1);
  // A fraction is said of anything near it.
  const drop = multiplyIntervals(subtractIntervals(a.stands, b.stands), exactly(below));
  const whole = multiplyIntervals(multiplyIntervals(a.stands, exactly(above)), {
    lo: decimal(85, 2),
    hi: decimal(115, 2),
    loOpen: false,
    hiOpen: false,
  });
  const holds = meets(drop, whole);
  const reached = `${show(divide(multiply(subtract(a.value, b.value), HUNDRED), a.value, 2)!)}%`;
  const line = `(${printed(r, a)}-${printed(r, b)})÷${printed(r, a)}=${reached}`;
  push(r, [a, b], holds ? 'holds' : 'fails', 'growth', holds ? line : `${line}≠${m[1] ? `${m[1]}分之${m[2]}` : '一半'}`, reached, [], out);
}

/** 由45件增至60件，增加15件; 达60件，较上年的45件增加15件: a difference in the unit itself. */
export function difference(r: Reading, a: Figure, b: Figure, d: Figure, out: Relation[]): void {
  if (!hasCue(r, d, CUE.MOVE) || !isLevel(d) || !comparable(a, b) || !comparable(b, d) || a.approximate || b.approximate || d.approximate)
    return;
  const label = labelOf(r, d);
  const up = DIFFERENCE_UP.test(label);
  if ((!up && !DIFFERENCE_DOWN.test(label)) || d.span.from - b.span.to > 8) return;
  const la = labelOf(r, a);
  const lb = labelOf(r, b);
  const [base, now] =
    FROM.test(la) && TO.test(lb)
      ? [a, b]
      : /[较比](?:上年|去年|上一年)(?:同期|底|末)?的?$/.test(lb) && !BASE.test(la) && !FROM.test(la)
        ? [b, a]
        : [];
  if (!base || !now) return;
  const change = up ? subtractIntervals(now.stands, base.stands) : subtractIntervals(base.stands, now.stands);
  const holds = meets(change, d.stands);
  const exact = up ? subtract(now.value, base.value) : subtract(base.value, now.value);
  const line = up ? `${printed(r, now)}-${printed(r, base)}` : `${printed(r, base)}-${printed(r, now)}`;
  const reached = `${showLike(exact, d)}${multiplierOf(d)}`;
  const turned = exact.mantissa < 0n;
  const right = holds || turned ? undefined : correct(r, d, exact);
  push(
    r,
    [base, now, d],
    holds ? 'holds' : 'fails',
    turned ? 'turned' : 'growth',
    `${line}=${reached}${holds ? '' : `≠${printed(r, d)}`}`,
    reached,
    right ? [right] : [],
    out,
  );
}
