/** Statements of two or three figures that stand close together: equal units, rank, average, arity, feasibility, contradiction. */
import {
  HUNDRED, compare, decimal, divide, exactly, isWhole, meets, multiply, multiplyIntervals, rounded, roundedOrCut, show, showFixed,
} from '../../decimal';
import { readEnumeration } from '../enumeration';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import { type Correction, type Reading, type Relation, REACH, correct, firstFrom, isAmount, isChange, labelOf, placesOf, printed, quantity, sameUnit, spanOf } from '../statement';

/** Finds them all. */
export function findSimple(r: Reading, out: Relation[]): void {
  for (let i = 0; i < r.figures.length; i++) {
    equal(r, i, out);
    rank(r, r.figures[i], out);
    feasible(r, i, out);
  }
  for (const figures of r.sentences) average(r, figures, out);
  arity(r, out);
  contradiction(r, out);
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
    kind: 'unit', form: 'unequal', span: { from: a.span.from, to: bracket ? Math.max(bracket.to, b.span.to) : b.span.to }, figures: [a, b], verdict: holds ? 'holds' : 'fails',
    formula: `${quantity(r, a)}${holds ? '=' : '≠'}${quantity(r, b)}`, reached: quantity(r, a), corrections,
  });
}

const RANK = /^(?:[一-鿿]{0,8}?)(?:中|里|内)?(?:综合|考核|总体)?(?:排名|排|列|居|位列|位居|名列)(?:全[省市区县国])?第([0-9０-９]{1,4}|[一二三四五六七八九十]{1,4})/;

/** `在12个县中排名第3`. */
function rank(r: Reading, f: Figure, out: Relation[]): void {
  if (f.kind !== 'count' || f.approximate || f.numeral.exponent > 0) return;
  const m = RANK.exec(r.text.slice(f.span.to, f.span.to + 26));
  const place = m ? parseNumeral(m[1]) : undefined;
  if (!m || place === undefined || !/在[一-鿿]{0,10}$/.test(labelOf(r, f))) return;
  const holds = place >= 1 && compare(decimal(place), f.value) <= 0;
  out.push({
    kind: 'rank', form: 'beyond', span: { from: f.span.from, to: f.span.to + m[0].length }, figures: [f], verdict: holds ? 'holds' : 'fails',
    formula: `${m[1]}${holds ? '≤' : '＞'}${printed(r, f)}`, reached: m[1], corrections: [],
  });
}

const WHOLE_RATE = /(?:合格|整改|办结|结案|完成|查实|发现|通过|达标|立案|调解|成功|回复|纠错|败诉|胜诉|维持|检出|不合格|超标|参训|参会|到会|出庭|应诉|化解|通过)率(?:为|达到?|是)?$/;

/** `抽检97批次，合格率98.5%`: no whole number of cases gives the rate. */
function feasible(r: Reading, i: number, out: Relation[]): void {
  const p = r.figures[i];
  const n = r.figures[i - 1];
  if (p.kind === 'rate' && n && isAmount(n) && n.kind === 'count') {
    const change = /^[（(]?增长率?$|^同比增长$/.test(r.text.slice(Math.max(n.span.to, p.span.from - 6), p.span.from));
    if (change && p.span.from - n.span.to <= 8) base(r, n, p, out);
  }
  if (p.kind !== 'rate' || p.approximate || p.least || p.negative || !n || n.kind !== 'count' || !isAmount(n) || n.approximate || n.numeral.exponent > 0) return;
  const label = labelOf(r, p);
  if (n.sentence !== p.sentence || !WHOLE_RATE.test(label) || labelOf(r, n).endsWith(label.slice(0, label.indexOf('率'))) || /按时|按期|及时|平均|均/.test(label) || !/^[，,、]$/.test(r.text.slice(n.span.to, p.label.from)) || label.length > 10) return;
  if (!isWhole(n.value) || n.value.mantissa <= 0n) return;
  const decimals = Math.max(0, p.value.scale);
  const k = divide(multiply(n.value, p.value), HUNDRED, 0)!;
  const fits = [k, decimal(k.mantissa - 1n), decimal(k.mantissa + 1n)].find((x) => x.mantissa >= 0n && meets(multiplyIntervals(exactly(x), exactly(HUNDRED)), multiplyIntervals(exactly(n.value), p.stands)));
  // Another number in the sentence may be the base: then nothing is known.
  const others = r.figures.slice(Math.max(0, i - REACH), i).some((f) => f.sentence === p.sentence && f !== n && f.kind === 'count' && isAmount(f));
  if (fits) {
    out.push({ kind: 'rate-feasible', form: 'whole', span: spanOf(r, [n, p]), figures: [n, p], verdict: 'holds', formula: `${show(fits)}÷${printed(r, n)}=${printed(r, p)}%`, reached: show(fits), corrections: [] });
    return;
  }
  if (others) return;
  const near = divide(multiply(k, HUNDRED), n.value, Math.max(decimals, 1))!;
  out.push({
    kind: 'rate-feasible', form: 'whole', span: spanOf(r, [n, p]), figures: [n, p], verdict: 'doubtful',
    formula: `${show(k)}÷${printed(r, n)}=${show(near)}%≠${printed(r, p)}%`, reached: `${show(near)}%`, corrections: [{ figure: p, newText: showFixed(divide(multiply(k, HUNDRED), n.value, decimals)!, decimals) }],
  });
}

/** `233件（增长率40.4%）`: a whole number of the year before gives the growth. Only ever a confirmation. */
function base(r: Reading, n: Figure, p: Figure, out: Relation[]): void {
  if (n.approximate || p.approximate || n.numeral.exponent > 0) return;
  const a = divide(multiply(n.value, HUNDRED), { mantissa: p.value.mantissa + 100n * 10n ** BigInt(Math.max(0, p.value.scale)), scale: Math.max(0, p.value.scale) }, 0);
  if (!a || a.mantissa <= 0n) return;
  const rate = divide(multiply({ mantissa: n.value.mantissa - a.mantissa, scale: 0 }, HUNDRED), a, Math.max(0, p.value.scale) + 2)!;
  if (n.value.scale !== 0 || !meets(exactly(rate), roundedOrCut(p.value))) return;
  out.push({ kind: 'rate-feasible', form: 'base', span: spanOf(r, [n, p]), figures: [n, p], verdict: 'holds', formula: `${printed(r, n)}÷${show(a)}-1=${printed(r, p)}%`, reached: show(a), corrections: [] });
}

const AVERAGE = /(?:^|[，,、])?(?:平均每([户人家件起宗个名所次期场])|([户人件家次期场])均)(?:为|达到?|约)?$/;

/** `发放补贴600万元，惠及300户，户均2万元`. */
function average(r: Reading, figures: readonly Figure[], out: Relation[]): void {
  for (let k = 2; k < figures.length; k++) {
    const c = figures[k];
    const m = (isAmount(c) || c.kind === 'duration') && !c.approximate ? AVERAGE.exec(labelOf(r, c)) : null;
    if (!m) continue;
    const per = m[1] ?? m[2];
    const before = figures.slice(Math.max(0, k - REACH), k);
    const tops = before.filter((f) => !f.malformed && f.kind === c.kind && f.unit === c.unit && !isChange(r, f));
    const bottoms = before.filter((f) => isAmount(f) && (f.unit === per || (per === '人' && f.unit === '名')) && !isChange(r, f));
    if (tops.length !== 1 || bottoms.length !== 1 || tops[0] === bottoms[0] || tops[0].approximate || bottoms[0].approximate || bottoms[0].value.mantissa === 0n) continue;
    const [a] = tops;
    const [b] = bottoms;
    const spread = c.numeral.exponent > 0 || c.value.scale > 0 ? c.stands : rounded(c.value);
    const holds = meets(a.stands, multiplyIntervals(b.stands, spread));
    const digits = Math.max(0, c.numeral.digits.scale);
    const value = divide(a.value, b.value, digits - c.numeral.exponent < 0 ? 2 : Math.max(2, digits + c.numeral.exponent))!;
    const shown = show({ mantissa: value.mantissa, scale: value.scale + c.numeral.exponent });
    const right = correct(r, c, divide(a.value, b.value, Math.max(0, digits - c.numeral.exponent))!);
    out.push({
      kind: 'average', form: 'average', span: spanOf(r, [a, b, c]), figures: [a, b, c], verdict: holds ? 'holds' : 'fails',
      formula: `${quantity(r, a)}÷${quantity(r, b)}=${holds ? quantity(r, c) : `${shown}≠${printed(r, c)}`}`, reached: shown, corrections: holds || !right ? [] : [right],
    });
  }
}

/** `甲、乙、丙分别为3件、5件和7件`: as many values as subjects. */
function arity(r: Reading, out: Relation[]): void {
  const { text, figures } = r;
  for (const at of placesOf(text, '分别')) {
    const first = firstFrom(r, at);
    if (first === figures.length) continue;
    const head = figures[first];
    if (head.span.from - at > 10 || head.clause.from > at || head.clause.to <= at) continue;
    const values: Figure[] = [head];
    for (let i = first + 1; i < figures.length; i++) {
      const gap = text.slice(values[values.length - 1].span.to, figures[i].numeral.from);
      if (!/^(?:、|和|及|与|以及|，|,)(?:超过?|约|近|达)?$/.test(gap) || figures[i].kind !== head.kind || (/[，,]/.test(gap) && figures[i].unit !== head.unit)) break;
      values.push(figures[i]);
    }
    if (values.length < 2) continue;
    const subjects = readEnumeration(text, head.clause.from, at);
    if (subjects.least < 2 && subjects.most < 2) continue;
    const names = subjects.items.map((s) => text.slice(s.from, s.to));
    const last = values[values.length - 1];
    const span = { from: head.clause.from, to: last.span.to };
    const n = values.length;
    if (n >= subjects.least && n <= subjects.most) {
      out.push({ kind: 'arity', form: 'arity', span, figures: values, verdict: 'holds', formula: `${n}=${n}`, reached: String(n), corrections: [] });
      continue;
    }
    // 城乡、进出口: one word may name two subjects, a list may stand inside a subject.
    const plain = names.every((name) => name.length <= 14) && !/[的城乡男女进出双两三四各]/.test(names.join('')) && subjects.least === subjects.most;
    out.push({
      kind: 'arity', form: 'arity', span, figures: values, verdict: plain ? 'doubtful' : 'unknown',
      formula: `${subjects.least}≠${n}`, reached: String(subjects.least), corrections: [],
    });
  }
}

/** Claims of none, and the word whose number contradicts them. */
const CLAIMS: readonly { readonly claim: RegExp; readonly counted: RegExp }[] = [
  { claim: /零败诉|(?:无|没有|未发生|未出现)[一-鿿]{0,8}败诉(?:的?情况|案件|情形)?/, counted: /^[^无未零不]*败诉(?:案件)?$/ },
  { claim: /零纠错|(?:无|没有|未发生)[一-鿿]{0,6}(?:被)?纠错/, counted: /(?:被纠错|被撤销|被变更|被确认违法|确认(?:行政行为)?违法)(?:案件|行政行为)?$/ },
  { claim: /(?:无|没有|未发生|未出现)[一-鿿]{0,4}确认违法/, counted: /确认(?:行政行为)?违法(?:案件)?$/ },
];

/** `实现零败诉` and, in the same paragraph, `败诉2件`. */
function contradiction(r: Reading, out: Relation[]): void {
  if (!/零败诉|零纠错|无|没有|未发生|未出现/.test(r.text)) return;
  for (const { claim, counted } of CLAIMS) {
    const m = claim.exec(r.text);
    // 力争零败诉 claims nothing yet.
    if (!m || /力争|争取|确保|努力|目标|防止|避免|杜绝|要/.test(r.text.slice(Math.max(0, m.index - 8), m.index))) continue;
    const f = r.figures.find((x) => x.kind === 'count' && x.value.mantissa > 0n && !isChange(r, x) && counted.test(labelOf(r, x)));
    if (!f) continue;
    const span = { from: f.label.from, to: f.span.to };
    out.push({ kind: 'contradiction', form: 'none', span, figures: [f], verdict: 'fails', formula: `${m[0]} ↔ ${r.text.slice(span.from, span.to)}`, reached: m[0], corrections: [] });
  }
}
