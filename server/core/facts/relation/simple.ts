/** Statements of one or two figures that stand close together: equal units, rank, feasibility. */
import {
  HUNDRED,
  compare,
  decimal,
  divide,
  exactly,
  isWhole,
  meets,
  multiply,
  multiplyIntervals,
  roundedOrCut,
  show,
  showFixed,
} from '../../decimal';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import {
  type Correction,
  type Reading,
  type Relation,
  REACH,
  correct,
  isAmount,
  labelOf,
  printed,
  quantity,
  sameUnit,
  spanOf,
} from '../statement';

/** Finds them all. */
export function findSimple(r: Reading, out: Relation[]): void {
  for (let i = 0; i < r.figures.length; i++) {
    equal(r, i, out);
    rank(r, r.figures[i], out);
    feasible(r, i, out);
  }
}

/** `1.2亿元（12000万元）`, `3.5万件（即35000件）`: one value in two sizes. */
function equal(r: Reading, i: number, out: Relation[]): void {
  const a = r.figures[i];
  const b = r.figures[i + 1];
  if (!b || !isAmount(a) || !sameUnit(a, b) || a.numeral.exponent === b.numeral.exponent || b.span.from - a.span.to > 5) return;
  const bracket = b.setting.bracket;
  const between = r.text.slice(a.span.to, b.numeral.from);
  if (bracket && bracket !== a.setting.bracket) {
    if (bracket.from !== a.span.to || b.span.to !== bracket.to - 1 || !/^[（(]\s*(?:折合|合|即|约|约合|计)?$/.test(between)) return;
  } else if (!/^[，,]?(?:即|折合|约合)$/.test(between)) return;
  const holds = meets(a.stands, b.stands);
  const corrections = holds ? [] : [correct(r, b, a.value), correct(r, a, b.value)].filter((c): c is Correction => c !== undefined);
  out.push({
    kind: 'unit',
    form: 'unequal',
    span: { from: a.span.from, to: bracket ? Math.max(bracket.to, b.span.to) : b.span.to },
    figures: [a, b],
    verdict: holds ? 'holds' : 'fails',
    formula: `${quantity(r, a)}${holds ? '=' : '≠'}${quantity(r, b)}`,
    reached: quantity(r, a),
    corrections,
  });
}

const RANK =
  /^[一-鿿]{0,8}?(?:（[^（）]{1,10}）|\([^()]{1,10}\))?[一-鿿]{0,4}?(?:(?:[一-鿿]{0,10}考核|[一-鿿]{0,10}评比|[一-鿿]{0,10}评价)?(?:中|里|内)[，,](?:我[省市州县区局镇乡])?|(?:中|里|内)?(?:综合|考核|总体)?)(?:排名|排|列|居|位列|位居|名列)(?:全[省市区县国])?第([0-9０-９]{1,4}|[一二三四五六七八九十]{1,4})/;
/** 位列全省12个县（市、区）第6位: the verb stands before. */
const PLACE =
  /^[一-鿿]{0,8}?(?:（[^（）]{1,10}）|\([^()]{1,10}\))?[一-鿿]{0,4}?(?:中|里|内)?第([0-9０-９]{1,4}|[一二三四五六七八九十]{1,4})(?:位|名|$|[，。；,;])/;

/** `在12个县中排名第3`, `位列全省12个县第6位`. */
function rank(r: Reading, f: Figure, out: Relation[]): void {
  if (f.kind !== 'count' || f.approximate || f.numeral.exponent > 0) return;
  const words = r.text.slice(f.span.to, f.span.to + 44);
  const behind = words.indexOf('第');
  if (behind < 0 || behind > 38) return;
  const label = labelOf(r, f);
  const m =
    (/在[一-鿿]{0,12}$/.test(label) && RANK.exec(words)) ||
    (/(?:列|居|排名|排)(?:在)?(?:全[省市国区县州])?[一-鿿]{0,4}$/.test(label) && PLACE.exec(words)) ||
    null;
  const place = m ? parseNumeral(m[1]) : undefined;
  if (!m || place === undefined) return;
  const holds = place >= 1 && compare(decimal(place), f.value) <= 0;
  out.push({
    kind: 'rank',
    form: 'beyond',
    span: { from: f.span.from, to: f.span.to + m[0].replace(/[，。；,;]$/, '').length },
    figures: [f],
    verdict: holds ? 'holds' : 'fails',
    formula: `${m[1]}${holds ? '≤' : '＞'}${printed(r, f)}`,
    reached: m[1],
    corrections: [],
  });
}

const WHOLE_RATE =
  /(?:合格|整改|办结|结案|完成|查实|发现|通过|达标|立案|调解|成功|回复|纠错|败诉|胜诉|维持|检出|不合格|超标|参训|参会|到会|出庭|应诉|化解|通过|优秀)率(?:为|达到?|是)?$/;

/** `抽检97批次，合格率98.5%`: no whole number of cases gives the rate. */
function feasible(r: Reading, i: number, out: Relation[]): void {
  const p = r.figures[i];
  const n = r.figures[i - 1];
  if (p.kind === 'rate' && n && isAmount(n) && n.kind === 'count') {
    const change = /^[（(]?增长率?$|^同比增长$/.test(r.text.slice(Math.max(n.span.to, p.span.from - 6), p.span.from));
    if (change && p.span.from - n.span.to <= 8) base(r, n, p, out);
  }
  if (
    p.kind !== 'rate' ||
    compare(p.value, HUNDRED) > 0 ||
    p.approximate ||
    p.least ||
    p.negative ||
    !n ||
    n.kind !== 'count' ||
    !isAmount(n) ||
    n.approximate ||
    n.numeral.exponent > 0
  )
    return;
  const label = labelOf(r, p);
  if (
    n.sentence !== p.sentence ||
    !WHOLE_RATE.test(label) ||
    labelOf(r, n).includes(label.slice(0, label.indexOf('率'))) ||
    /按时|按期|及时|平均|均/.test(label) ||
    // 撤销、变更和确认违法共46件，纠错率9.2%: what stands before is counted, it is not the base.
    /[和及与][一-鿿]{1,8}共计?$/.test(labelOf(r, n)) ||
    (/纠错/.test(label) && /撤销|变更|违法|责令/.test(labelOf(r, n))) ||
    !/^[，,、]$/.test(r.text.slice(n.span.to, p.label.from)) ||
    label.length > 10
  )
    return;
  if (!isWhole(n.value) || n.value.mantissa <= 0n) return;
  const decimals = Math.max(0, p.value.scale);
  const k = divide(multiply(n.value, p.value), HUNDRED, 0)!;
  const fits = [k, decimal(k.mantissa - 1n), decimal(k.mantissa + 1n)].find(
    (x) => x.mantissa >= 0n && meets(multiplyIntervals(exactly(x), exactly(HUNDRED)), multiplyIntervals(exactly(n.value), p.stands)),
  );
  // Another number in the sentence may be the base: then nothing is known.
  const others = r.figures
    .slice(Math.max(0, i - REACH), i)
    .some((f) => f.sentence === p.sentence && f !== n && f.kind === 'count' && isAmount(f));
  if (fits) {
    out.push({
      kind: 'rate-feasible',
      form: 'whole',
      span: spanOf(r, [n, p]),
      figures: [n, p],
      verdict: 'holds',
      formula: `${show(fits)}÷${printed(r, n)}=${printed(r, p)}%`,
      reached: show(fits),
      corrections: [],
    });
    return;
  }
  if (others) return;
  const near = divide(multiply(k, HUNDRED), n.value, Math.max(decimals, 1))!;
  out.push({
    kind: 'rate-feasible',
    form: 'whole',
    span: spanOf(r, [n, p]),
    figures: [n, p],
    verdict: 'doubtful',
    formula: `${show(k)}÷${printed(r, n)}=${show(near)}%≠${printed(r, p)}%`,
    reached: `${show(near)}%`,
    corrections: [{ figure: p, newText: showFixed(divide(multiply(k, HUNDRED), n.value, decimals)!, decimals) }],
  });
}

/** `233件（增长率40.4%）`: a whole number of the year before gives the growth. Only ever a confirmation. */
function base(r: Reading, n: Figure, p: Figure, out: Relation[]): void {
  if (n.approximate || p.approximate || n.numeral.exponent > 0) return;
  const a = divide(
    multiply(n.value, HUNDRED),
    { mantissa: p.value.mantissa + 100n * 10n ** BigInt(Math.max(0, p.value.scale)), scale: Math.max(0, p.value.scale) },
    0,
  );
  if (!a || a.mantissa <= 0n) return;
  const rate = divide(multiply({ mantissa: n.value.mantissa - a.mantissa, scale: 0 }, HUNDRED), a, Math.max(0, p.value.scale) + 2)!;
  if (n.value.scale !== 0 || !meets(exactly(rate), roundedOrCut(p.value))) return;
  out.push({
    kind: 'rate-feasible',
    form: 'base',
    span: spanOf(r, [n, p]),
    figures: [n, p],
    verdict: 'holds',
    formula: `${printed(r, n)}÷${show(a)}-1=${printed(r, p)}%`,
    reached: show(a),
    corrections: [],
  });
}
