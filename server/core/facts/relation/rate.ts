/**
 * Rates with both operands in the sentence, and completion: 应检a户、实检b户，完成率p%.
 *
 * The stem of the rate's name says what is counted: 发现率 by 发现, 合格率 by 合格. Where more than one number could stand
 * below the line, nothing can be said unless one of them fits.
 */
import {
  HUNDRED, type Decimal, compare, decimal, divide, exactly, isBelow, isPoint, meets, multiply, multiplyIntervals, show, showFixed, subtractIntervals, type Interval,
} from '../../decimal';
import type { Figure } from '../figure';
import {
  type Correction, type Reading, type Relation, type Verdict, REACH, correct, excused, isAmount, isChange, labelOf, printed, quantity, sameUnit, spanOf, tailOf,
} from '../statement';

const RATE_NAME = /([一-鿿]{2,10})率(?:为|达到?|约为?|均为|均达到?|均|高达|仅为?|是|：|:)?$/;
/** Rates of something else than the share of cases: in time, at once, of satisfaction. */
const OTHER_RATE = /按时|按期|及时|如期|限时|一次|首次|当场|满意|增长|下降|增幅|利用|覆盖|知晓|普及|使用|贡献|失业|入学|毛|死亡|发生|回升/;
const SHARE_NAME = /(?:占比|占总数的?|占全部的?|占总量的?|占)(?:为|达到?|约)?$/;

/** 应检查a户、实际检查b户; 发现问题a个、已整改b个: the second is at most the first, and equal to it at 100 %. */
interface Pair {
  readonly due: RegExp;
  readonly done: RegExp;
  readonly rate: RegExp;
  readonly strict: boolean;
}
const PAIRS: readonly Pair[] = [
  { due: /应(?!用|急|对|诉|当|付|届)[一-鿿]{0,8}/, done: /^(?:均|已|并)?实(?:际|到|检|查|办|缴|报|参|抽|完成|收)|^已(?:检|查|办|缴|报|完成)/, rate: /./, strict: false },
  { due: /发现|排查|查出|检出|问题$|隐患$|限期整改|责令整改|交办|反馈|应整改/, done: /^(?:其中|目前|现|均|全部|并)?(?:已|均已|已全部|全部|完成|督促|按期|现已)*(?:完成)?(?:整改|销号|整治)/, rate: /整改|完成|销号|整治|办结/, strict: true },
];

/** Finds completions and rates. */
export function findRates(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences) {
    const used = new Set<Figure>();
    for (let j = 1; j < figures.length; j++) complete(r, figures, j, used, out);
    let from = 0;
    for (let j = 0; j < figures.length; j++) {
      if (figures[j].kind !== 'rate') continue;
      if (!used.has(figures[j])) rate(r, figures, from, j, out);
      from = j + 1;
    }
  }
  for (let i = 1; i < r.figures.length; i++) if (r.figures[i].kind === 'rate') share(r, i, out);
}

function complete(r: Reading, figures: readonly Figure[], j: number, used: Set<Figure>, out: Relation[]): void {
  const done = figures[j];
  if (!isAmount(done)) return;
  const label = labelOf(r, done).trim();
  for (const pair of PAIRS) {
    if (!pair.done.test(label)) continue;
    const due = figures[j - 1];
    if (!isAmount(due) || !sameUnit(due, done) || isChange(r, due) || isChange(r, done)) continue;
    const dueLabel = labelOf(r, due);
    if (!pair.due.test(dueLabel) || pair.done.test(dueLabel.trim())) continue;
    const next = figures[j + 1];
    const name = next?.kind === 'rate' ? RATE_NAME.exec(labelOf(r, next)) : null;
    const rated = name !== null && pair.rate.test(name[1]) && !OTHER_RATE.test(name[1]) ? next : undefined;
    if (rated) used.add(rated);
    if (rated) {
      out.push(quotient(r, 'completion', done.stands, due, done, rated, 'fails'));
    } else {
      const over = isBelow(due.stands, done.stands);
      const all = /全部|均已/.test(label) && isPoint(due.stands) && isPoint(done.stands) && !meets(due.stands, done.stands);
      const verdict: Verdict = !over && !all ? 'holds' : excused(r, [due, done]) ? 'unknown' : (pair.strict && /已|完成|全部|到位/.test(label)) || all ? 'fails' : 'doubtful';
      const corrections = verdict === 'holds' ? [] : [correct(r, done, due.value), correct(r, due, done.value)].filter((c): c is Correction => c !== undefined);
      out.push({
        kind: 'completion',
        form: over ? 'more' : 'less',
        span: spanOf(r, [due, done]),
        figures: [due, done],
        verdict,
        formula: `${quantity(r, done)}${over ? '＞' : all ? '≠' : compare(due.value, done.value) === 0 ? '=' : '≤'}${quantity(r, due)}`,
        reached: quantity(r, due),
        corrections,
      });
    }
    return;
  }
}

function rate(r: Reading, figures: readonly Figure[], from: number, j: number, out: Relation[]): void {
  const f = figures[j];
  const name = RATE_NAME.exec(labelOf(r, f));
  if (!name || OTHER_RATE.test(name[1]) || f.malformed || f.least) return;
  const stem = name[1].slice(-2);
  const amounts: Figure[] = [];
  for (let i = Math.max(from, j - REACH); i < j; i++) if ((figures[i].kind === 'count' || figures[i].kind === 'money') && isAmount(figures[i]) && !isChange(r, figures[i])) amounts.push(figures[i]);
  if (amounts.length < 2) return;
  // 不合格率 is of what is named 不合格.
  const opposite = '不未'.includes(name[1].slice(-3, -2)) && name[1].length > 2;
  let { above, complement } = named(r, amounts, stem, opposite);
  if (opposite) complement = undefined;
  if (above.length === 1 && above[0] === amounts[0] && name[1].length >= 4) {
    // 应诉案件20件，负责人出庭18件，出庭应诉率: the stem names what is below the line, the word before it what is above.
    const other = named(r, amounts.slice(1), name[1].slice(-4, -2));
    if (other.above.length === 1) ({ above, complement } = other);
  }
  if (above.length === 0 && !complement) {
    hidden(r, amounts, name[1], f, out);
    return;
  }
  if (above.length > 1) return;
  const numerator = above[0] ?? complement!;
  let below = amounts.filter((a) => a !== numerator && a !== complement && a.span.from < numerator.span.from);
  if (below.some((a) => sameUnit(a, numerator))) below = below.filter((a) => sameUnit(a, numerator));
  if (below.length === 0) return;
  const top = (d: Figure): Interval => (above.length > 0 ? numerator.stands : subtractIntervals(d.stands, numerator.stands));
  const fitting = below.find((d) => fits(top(d), d, f));
  if (fitting) {
    out.push(quotient(r, 'rate', top(fitting), fitting, numerator, f, 'fails', above.length === 0));
    return;
  }
  // 起诉216人，不起诉27人，不起诉率: both together are the base.
  const not = Math.max(name[1].lastIndexOf('不'), name[1].lastIndexOf('未'));
  if (not >= 0 && below.some((d) => labelOf(r, d).includes(name[1].slice(not + 1).slice(-2)))) return;
  if (below.length > 1) {
    unfounded(r, numerator, below, f, out);
    return;
  }
  const [d] = below;
  if (!isBase(stem, labelOf(r, d) + tailOf(r, d))) return;
  // 调解成功率 is of the cases that were mediated, not of those received.
  const act = name[1].length >= 4 ? name[1].slice(-4, -2) : /([一-鿿]{2})成功/.exec(labelOf(r, numerator))?.[1];
  const base = stem !== '成功' || (act !== undefined && labelOf(r, d).includes(act));
  const verdict: Verdict = !base || excused(r, [d, numerator]) ? 'unknown' : sameUnit(d, numerator) ? 'fails' : /检查|抽检|抽查|受理|应|审查|监测|检测/.test(labelOf(r, d)) ? 'doubtful' : 'unknown';
  out.push(quotient(r, 'rate', top(d), d, numerator, f, verdict, above.length === 0));
}

/** 达成调解509件，调解成功率71.59%: the word before the stem names what is above the line. */
function hidden(r: Reading, amounts: readonly Figure[], name: string, f: Figure, out: Relation[]): void {
  if (!name.endsWith('成功') || name.length < 4) return;
  const { above } = named(r, amounts, name.slice(-4, -2));
  if (above.length !== 1) return;
  const below = amounts.filter((a) => a.span.from < above[0].span.from && sameUnit(a, above[0]));
  if (below.length === 0) return;
  const fitting = below.find((d) => fits(above[0].stands, d, f));
  if (fitting) out.push(quotient(r, 'rate', above[0].stands, fitting, above[0], f, 'holds'));
  else unfounded(r, above[0], below, f, out);
}

/** No number of the sentence gives the rate: its base is not told. Asked only where one was said to be the whole (共受理、应检). */
function unfounded(r: Reading, numerator: Figure, below: readonly Figure[], f: Figure, out: Relation[]): void {
  if (f.approximate || !below.some((d) => sameUnit(d, numerator) && /共|应|抽检|检查|受理/.test(labelOf(r, d))) || below.some((d) => isBelow(d.stands, numerator.stands))) return;
  if (!below.every((d) => sameUnit(d, numerator)) || excused(r, [below[0], numerator])) return;
  const decimals = Math.max(2, f.numeral.digits.scale);
  const tried = below.map((d) => `${printed(r, numerator)}÷${printed(r, d)}=${show(divide(multiply(numerator.value, HUNDRED), d.value, decimals)!)}%`);
  const figures = [...below, numerator, f];
  out.push({
    kind: 'rate', form: 'base', span: spanOf(r, [numerator, f]), figures, verdict: 'doubtful',
    formula: `${tried.join('，')}，≠${printed(r, f)}%`, reached: tried.join('，'), corrections: [],
  });
}

/** Whether a number can be the base of a rate: 整改率 is of what was found, not of what was looked at. */
function isBase(stem: string, words: string): boolean {
  switch (stem) {
    case '整改': case '销号': return /发现|问题|隐患|限期|责令|应|交办|反馈/.test(words);
    case '处置': case '核查': case '查处': case '公示': case '复查': case '录入': case '反馈': return /不合格|发现|问题|线索|应|受理|接/.test(words);
    case '覆盖': return false;
    default: return true;
  }
}

/** The figures whose words hold the stem of a rate, and the one that counts the opposite (不合格 for 合格). */
function named(r: Reading, amounts: readonly Figure[], stem: string, opposite = false): { above: Figure[]; complement: Figure | undefined } {
  const above: Figure[] = [];
  let complement: Figure | undefined;
  for (const a of amounts) {
    const words = labelOf(r, a) + tailOf(r, a);
    const at = words.lastIndexOf(stem);
    // 责令整改45家 are not put right yet.
    if (stem === '整改' && /责令|限期|督促|要求|下达|应/.test(words)) continue;
    // 合格证 is no 合格.
    if (at < 0 || words[at + stem.length] === '证') continue;
    const before = at > 0 ? words[at - 1] : '';
    if (before === '应') continue;
    const negated = before === '不' || before === '未';
    if (negated === opposite) above.push(a);
    else complement = a;
  }
  return { above, complement };
}

/** 占p%: the share of the figure before it in the one it is part of. */
function share(r: Reading, index: number, out: Relation[]): void {
  const f = r.figures[index];
  if (f.malformed || f.least || !SHARE_NAME.test(labelOf(r, f))) return;
  const part = r.figures[index - 1];
  if (!isAmount(part) || f.span.from - part.span.to > 16 || isChange(r, part)) return;
  if (/[。；;]/.test(r.text.slice(part.span.to, f.span.from))) return;
  const wholes: Figure[] = [];
  for (let i = index - 2; i >= 0 && i >= index - REACH; i--) {
    const w = r.figures[i];
    if (w.sentence.to < part.span.from) break;
    if (w.setting.bracket && w.setting.bracket !== part.setting.bracket) continue;
    if (isAmount(w) && sameUnit(w, part) && !isChange(r, w)) wholes.push(w);
  }
  if (wholes.length === 0) return;
  const fitting = wholes.find((w) => fits(part.stands, w, f));
  const whole = fitting ?? wholes[0];
  const tied = wholes.length === 1 && /其中/.test(r.text.slice(whole.span.to, part.span.from));
  out.push(quotient(r, 'rate', part.stands, whole, part, f, fitting ? 'holds' : tied ? 'fails' : 'unknown'));
}

/** Whether 100·top/d may print as the rate says. */
function fits(top: Interval, d: Figure, rate: Figure): boolean {
  if (d.value.mantissa === 0n) return false;
  return meets(multiplyIntervals(top, exactly(HUNDRED)), multiplyIntervals(d.stands, rate.stands));
}

function quotient(r: Reading, kind: 'rate' | 'completion', top: Interval, d: Figure, numerator: Figure, rate: Figure, wrong: Verdict, complement = false): Relation {
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
  if (m && d.kind === 'count' && compare(m, decimal(0)) > 0 && meets(multiplyIntervals(exactly(above), exactly(HUNDRED)), multiplyIntervals(exactly(m), rate.stands))) {
    const c = correct(r, d, m);
    if (c) found.push(c);
  }
  return found;
}
