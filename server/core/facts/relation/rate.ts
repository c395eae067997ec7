/**
 * Rates with both operands in the sentence: 抽检a批次，合格b批次，合格率p%.
 *
 * The stem of the rate's name says what is counted: 发现率 by 发现, 合格率 by 合格. Where more than one number could stand
 * below the line, nothing can be said unless one of them fits.
 */
import { HUNDRED, divide, isBelow, multiply, show, subtractIntervals, type Interval } from '../../decimal';
import type { Figure } from '../figure';
import {
  CUE,
  type Reading,
  type Relation,
  type Verdict,
  REACH,
  excused,
  hasCue,
  isChange,
  labelOf,
  printed,
  sameUnit,
  spanOf,
  tailOf,
} from '../statement';
import { NO_SHARE, OTHER_RATE, fits, nameOf, quotient } from './quotient';
import { complete } from './completion';
import { execution } from './execution';
import { share } from './share';

/** Names whose number goes by another word. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  破案: ['破案', '破获', '侦破'],
  执行: ['支出', '执行'],
  答复: ['答复', '回复'],
  回复: ['回复', '答复'],
  持证: ['持证', '持有', '取得'],
  回收: ['回收', '收回'],
  收回: ['收回', '回收'],
};

/** Finds completions and rates. */
export function findRates(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences) {
    if (!figures.some((f) => f.kind === 'rate' || hasCue(r, f, CUE.DONE))) continue;
    const used = new Set<Figure>();
    for (let j = 1; j < figures.length; j++) if (hasCue(r, figures[j], CUE.DONE)) complete(r, figures, j, used, out);
    let from = 0;
    for (let j = 0; j < figures.length; j++) {
      if (figures[j].kind !== 'rate') continue;
      if (!used.has(figures[j])) rate(r, figures, from, j, used, out);
      from = j + 1;
    }
  }
  for (let i = 1; i < r.figures.length; i++)
    if (r.figures[i].kind === 'rate') {
      execution(r, i, out);
      share(r, i, out);
    }
}

const OWN = /^(?:其中|共|已|全部|目前|全年|实际|最终|均|成功|为|有)+|的$/g;

/** Numbers that a rate may rest on: those before it, or, where they are too few, those that follow it at once. */
function operands(r: Reading, figures: readonly Figure[], from: number, j: number, days: boolean): { amounts: Figure[]; ahead: boolean } {
  const fits = (f: Figure | undefined): f is Figure =>
    f !== undefined && (f.kind === 'count' || f.kind === 'money' || (days && f.unit === '天')) && !f.malformed && !isChange(r, f);
  const amounts: Figure[] = [];
  // 检查460家，覆盖率100%，发现问题46家，发现率10%: a rate of another kind between does not part them.
  while (from > 1 && OTHER_RATE.test(labelOf(r, figures[from - 1]))) {
    from--;
    while (from > 0 && figures[from - 1].kind !== 'rate') from--;
  }
  for (let i = Math.max(from, j - REACH); i < j; i++) if (fits(figures[i])) amounts.push(figures[i]);
  const [one, two, three] = [figures[j + 1], figures[j + 2], figures[j + 3]];
  if (amounts.length === 1 && fits(one) && sameUnit(one, amounts[0]) && one !== two) return { amounts: [amounts[0], one], ahead: true };
  if (amounts.length === 0 && from === 0 && j === 0 && fits(one) && fits(two) && sameUnit(one, two) && three?.kind !== 'rate')
    return { amounts: [one, two], ahead: true };
  return { amounts, ahead: false };
}

function rate(r: Reading, figures: readonly Figure[], from: number, j: number, used: Set<Figure>, out: Relation[]): void {
  const f = figures[j];
  const name = nameOf(r, f);
  if (name === undefined || NO_SHARE.test(name) || f.malformed || f.least) return;
  const { amounts, ahead } = operands(r, figures, from, j, /优良|达标/.test(name));
  if (amounts.length < 2) return;
  const other = OTHER_RATE.test(name);
  const stem = other ? name.replace(/^(?:群众|社会|公众|企业|总体|综合|办事)+/, '') : name.slice(-2);
  // 不合格率 is of what is named 不合格.
  const opposite = !other && name.length > 2 && '不未'.includes(name.slice(-3, -2));
  let { above, complement } = named(r, amounts, ALIASES[stem] ?? [stem], opposite);
  if (opposite || other) complement = undefined;
  if (above.length === 1 && above[0] === amounts[0] && !ahead && name.length >= 4) {
    // 应诉案件20件，负责人出庭18件，出庭应诉率: the stem names what is below the line, the word before it what is above.
    const second = named(r, amounts.slice(1), [name.slice(-4, -2)]);
    if (second.above.length === 1) ({ above, complement } = second);
  }
  if (above.length === 0 && !complement) {
    if (other || ahead) return;
    if (name.endsWith('成功')) {
      hidden(r, amounts, name, f, out);
      return;
    }
    if (name.length >= 4) ({ above, complement } = named(r, amounts.slice(1), [name.slice(-4, -2)]));
    if (above.length !== 1) return;
  }
  if (above.length > 1) {
    // 出庭应诉案件285件，应诉案件300件: the whole name. 信用修复256家，修复成功245家: the one that is done.
    const whole = above.filter((a) => labelOf(r, a).includes(name.slice(-4)));
    const last = above[above.length - 1];
    if (name.length >= 4 && whole.length === 1) above = whole;
    else if (above.length === 2 && /成功|完成|已/.test(labelOf(r, last)) && !/成功|完成|已/.test(labelOf(r, above[0]))) above = [last];
    else return;
  }
  const numerator = above[0] ?? complement!;
  // Behind the rate only its own word counts: 诉前调解结案56件 is only some of what was closed.
  const own = labelOf(r, numerator).replace(OWN, '');
  if (ahead && own !== stem && own !== `不${stem}` && own !== `未${stem}` && own !== name.replace('成功', '')) return;
  let below = amounts.filter((a) => a !== numerator && a !== complement && a.span.from < numerator.span.from);
  // 优良天数342天，监测天数360天: the base may come second.
  const turned = below.length === 0 && amounts.length === 2 && !ahead;
  if (turned) below = amounts.filter((a) => a !== numerator && sameUnit(a, numerator) && !isBelow(a.stands, numerator.stands));
  if (below.some((a) => sameUnit(a, numerator))) below = below.filter((a) => sameUnit(a, numerator));
  if (below.length === 0) return;
  const top = (d: Figure): Interval => (above.length > 0 ? numerator.stands : subtractIntervals(d.stands, numerator.stands));
  const fitting = below.find((d) => fits(top(d), d, f));
  if (fitting) {
    used.add(f);
    out.push(quotient(r, 'rate', top(fitting), fitting, numerator, f, 'fails', above.length === 0));
    return;
  }
  // 起诉216人，不起诉27人，不起诉率: both together are the base.
  const not = Math.max(name.lastIndexOf('不'), name.lastIndexOf('未'));
  if (not >= 0 && below.some((d) => labelOf(r, d).includes(name.slice(not + 1).slice(-2)))) return;
  if (below.length > 1) {
    unfounded(r, numerator, below, f, out);
    return;
  }
  const [d] = below;
  const words = labelOf(r, d) + tailOf(r, d);
  if (!isBase(stem, words)) return;
  // 调解成功率 is of the cases that were mediated, not of those received.
  const act = name.length >= 4 ? name.slice(-4, -2) : /([一-鿿]{2})成功/.exec(labelOf(r, numerator))?.[1];
  const base = stem !== '成功' || (act !== undefined && (words.includes(act) || (act === '化解' && /纠纷|矛盾|隐患/.test(words))));
  // 成功调解 is no part of a 化解成功率.
  const acts = /调解|化解|调处/.exec(labelOf(r, numerator))?.[0];
  const elsewhere = stem === '成功' && acts !== undefined && act !== undefined && /调解|化解|调处/.test(act) && acts !== act;
  // 其中简易程序结案56件 need not be all that was closed.
  const partial = /其中/.test(labelOf(r, numerator)) && own.length > name.length + 2;
  const sure =
    sameUnit(d, numerator) &&
    !(
      partial ||
      stem === '覆盖' ||
      stem === '执行' ||
      (stem.endsWith('满意') && !/回访|调查|测评|受访|评价|参评|走访/.test(words)) ||
      (turned && !/监测|应|共|总|发案|有效/.test(words))
    );
  // More than all of them: two numbers that have nothing to do with each other, or what funnels tell.
  const beyond = above.length > 0 && isBelow(d.stands, numerator.stands);
  const verdict: Verdict =
    !base || beyond || elsewhere || excused(r, [d, numerator])
      ? 'unknown'
      : sure
        ? 'fails'
        : sameUnit(d, numerator) || /检查|抽检|抽查|受理|应|审查|监测|检测/.test(words)
          ? 'doubtful'
          : 'unknown';
  if (verdict !== 'unknown') used.add(f);
  out.push(quotient(r, 'rate', top(d), d, numerator, f, verdict, above.length === 0));
}

/** 达成调解509件，调解成功率71.59%: the word before the stem names what is above the line. */
function hidden(r: Reading, amounts: readonly Figure[], name: string, f: Figure, out: Relation[]): void {
  if (!name.endsWith('成功') || name.length < 4) return;
  const { above } = named(r, amounts, [name.slice(-4, -2)]);
  if (above.length !== 1) return;
  const below = amounts.filter((a) => a.span.from < above[0].span.from && sameUnit(a, above[0]));
  if (below.length === 0) return;
  const fitting = below.find((d) => fits(above[0].stands, d, f));
  if (fitting) out.push(quotient(r, 'rate', above[0].stands, fitting, above[0], f, 'holds'));
  else unfounded(r, above[0], below, f, out);
}

/** No number of the sentence gives the rate: its base is not told. Asked only where one was said to be the whole (共受理、应检). */
function unfounded(r: Reading, numerator: Figure, below: readonly Figure[], f: Figure, out: Relation[]): void {
  if (
    f.approximate ||
    !below.some((d) => sameUnit(d, numerator) && /共|应|抽检|检查|受理/.test(labelOf(r, d))) ||
    below.some((d) => isBelow(d.stands, numerator.stands))
  )
    return;
  if (!below.every((d) => sameUnit(d, numerator)) || excused(r, [below[0], numerator])) return;
  const decimals = Math.max(2, f.numeral.digits.scale);
  const tried = below.map(
    (d) => `${printed(r, numerator)}÷${printed(r, d)}=${show(divide(multiply(numerator.value, HUNDRED), d.value, decimals)!)}%`,
  );
  const figures = [...below, numerator, f];
  out.push({
    kind: 'rate',
    form: 'base',
    span: spanOf(r, [numerator, f]),
    figures,
    verdict: 'doubtful',
    formula: `${[...new Set(tried)].join('，')}，≠${printed(r, f)}%`,
    reached: [...new Set(tried)].join('，'),
    corrections: [],
  });
}

/** Whether a number can be the base of a rate: 整改率 is of what was found, not of what was looked at. */
function isBase(stem: string, words: string): boolean {
  switch (stem) {
    case '整改':
    case '销号':
      return /发现|问题|隐患|限期|责令|应|交办|反馈/.test(words);
    case '处置':
    case '核查':
    case '查处':
    case '公示':
    case '复查':
    case '录入':
    case '反馈':
      return /不合格|发现|问题|线索|应|受理|接|收到|建议|意见/.test(words);
    case '覆盖':
      return /^[^检查]*$/.test(words);
    default:
      return true;
  }
}

/** The figures whose words hold the stem of a rate, and the one that counts the opposite (不合格 for 合格). */
function named(
  r: Reading,
  amounts: readonly Figure[],
  stems: readonly string[],
  opposite = false,
): { above: Figure[]; complement: Figure | undefined } {
  const above: Figure[] = [];
  let complement: Figure | undefined;
  for (const a of amounts) {
    const words = labelOf(r, a) + tailOf(r, a);
    const stem = stems.find((x) => words.includes(x)) ?? stems[0];
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
