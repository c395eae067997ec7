/**
 * Stages of a procedure (受理≥调解, 抽检≥不合格, 案件≥大要案): the later one cannot have more cases than the earlier one.
 *
 * 办结 may exceed 受理, 结案 may exceed 立案: cases of earlier years are closed too. That is never more than a question.
 */
import { isBelow, sumIntervals, type Decimal, add, ZERO } from '../../decimal';
import type { Figure } from '../figure';
import {
  type Reading, type Relation, type Verdict, REACH, excused, isAmount, isChange, labelOf, multiplierOf, printed, quantity, sameUnit, showLike, spanOf, tailOf,
} from '../statement';

interface Step {
  readonly upper: RegExp;
  readonly lower: RegExp;
  /** What it means when the later stage is larger. */
  readonly verdict: Verdict;
  /** Units in which the stages can be compared at all; any by default. */
  readonly units?: RegExp;
}

const STEPS: readonly Step[] = [
  { upper: /受理|接收|接到|收到|登记/, lower: /调解|和解/, verdict: 'fails' },
  { upper: /受理|接收|接到|收到|登记|查办|查处|立案/, lower: /办结|处结|结案|处理完成|办理完成|处置完成|办理完毕|化解/, verdict: 'doubtful' },
  { upper: /抽检|抽查|检查|监测|抽取|检验|检测/, lower: /不合格|不达标|不符合/, verdict: 'fails' },
  // One place may have many problems: 个、处、项 do not compare, 家 and 批次 do.
  { upper: /抽检|抽查|检查|监测|抽取|审查|评估|排查|巡查/, lower: /发现|查出|检出/, verdict: 'fails', units: /^(?:家|户|批次|家次|户次|台|辆|所|份|人|名)$/ },
  { upper: /抽取|抽检|抽查/, lower: /审查|评估|评查/, verdict: 'fails' },
  { upper: /抽取|抽检|抽查|检查/, lower: /评估|发现|查出|检出/, verdict: 'unknown' },
  { upper: /申请|收到/, lower: /受理/, verdict: 'doubtful' },
  { upper: /线索|举报|投诉|核查/, lower: /属实|查实/, verdict: 'fails' },
  { upper: /立案|查处|查办|案件/, lower: /大要案|大案要案|重大案件|万元以上|要案/, verdict: 'fails' },
];

const FILLER =
  /其中|已经?|共计?|并|均|全部|最终|依法|累计|及时|当年|年内|全年|目前|截至|现|成功|达成|协议|完成|各类|各项|了|数|量|案件|中|有|进行|组织|开展|为|达/g;
/** Verbs that say how the later stage came about, not what it is about. */
const STAGE_VERB = /发现|检出|查出|核查|处置|抽检|抽查|检查|审查|评估|处理|办理/g;
const COORDINATE = /^[^\s]{0,10}$/;
const ANY_VERB = /合格|受理|接收|办结|结案|调解|和解|立案|查处|查办|发现|整改|移送|发放|发出|出动|检查|抽检|挽回|罚|新增|培训|召开|开展|完成|处理|审查|评估|核查|处置/;

/** Finds stages of one procedure in one sentence. */
export function findFunnels(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences) {
    for (let j = 1; j < figures.length; j++) {
      const lower = figures[j];
      if (!isAmount(lower) || isChange(r, lower)) continue;
      const label = labelOf(r, lower);
      if (label === '') continue;
      for (const step of STEPS) {
        if (!step.lower.test(label) || (step.units && !step.units.test(lower.unit))) continue;
        const i = upperOf(r, figures, j, step);
        if (i < 0) continue;
        compareStages(r, figures, i, j, step, out);
        break;
      }
    }
    for (let j = 1; j < figures.length; j++) narrower(r, figures[j - 1], figures[j], out);
  }
}

/** The nearest earlier stage of the same unit whose object is the same. */
function upperOf(r: Reading, figures: readonly Figure[], j: number, step: Step): number {
  const lower = figures[j];
  for (let i = j - 1; i >= 0 && i >= j - REACH; i--) {
    const f = figures[i];
    if (!isAmount(f) || !sameUnit(f, lower) || isChange(r, f)) continue;
    const label = labelOf(r, f);
    if (!step.upper.test(label) || (step.lower.test(label) && !/立案查处|查处/.test(label))) continue;
    const words = label + tailOf(r, f);
    if (step.verdict === 'unknown') return i;
    const rest = (labelOf(r, lower) + tailOf(r, lower)).replace(step.lower, '').replace(step.lower, '').replace(STAGE_VERB, '').replace(FILLER, '').trim();
    if (rest === '' || words.includes(rest) || /^(?:[0-9一-十百千万余元以上亿]*|问题|协议|隐患|线索|违法行为|问题措施|产品|样品|企业|单位|问题企业|问题单位)$/.test(rest)) return i;
  }
  return -1;
}

function compareStages(r: Reading, figures: readonly Figure[], i: number, j: number, step: Step, out: Relation[]): void {
  const lower = figures[j];
  // 受理投诉9件，举报5件，调解…: what stands between without a verb of its own belongs to the earlier stage.
  const uppers = [figures[i]];
  for (let k = i + 1; k < j; k++) {
    const f = figures[k];
    const label = labelOf(r, f);
    if (isAmount(f) && sameUnit(f, lower) && COORDINATE.test(label) && !ANY_VERB.test(label)) uppers.push(f);
  }
  const fails = isBelow(sumIntervals(uppers.map((f) => f.stands)), lower.stands);
  const span = spanOf(r, [...uppers, lower]);
  const terms = uppers.map((f) => printed(r, f)).join('+');
  const sum = uppers.reduce<Decimal>((acc, f) => add(acc, f.value), ZERO);
  const total = uppers.length > 1 ? `${terms}=${showLike(sum, uppers[0])}${multiplierOf(uppers[0])}` : terms;
  out.push({
    kind: 'funnel',
    form: step.verdict === 'doubtful' ? 'carried' : 'exceeds',
    span,
    figures: [...uppers, lower],
    verdict: !fails ? 'holds' : excused(r, [...uppers, lower]) ? 'unknown' : step.verdict,
    formula: `${printed(r, lower)}${fails ? '＞' : '≤'}${total}`,
    reached: `${showLike(sum, uppers[0])}${multiplierOf(uppers[0])}${lower.unit}`,
    corrections: [],
  });
}

/** 专利授权1643件，发明专利授权233件: the second is named as a kind of the first. */
function narrower(r: Reading, whole: Figure, part: Figure, out: Relation[]): void {
  if (!isAmount(whole) || !isAmount(part) || !sameUnit(whole, part) || isChange(r, part) || isChange(r, whole)) return;
  const a = labelOf(r, whole).trim();
  const b = labelOf(r, part).trim();
  if (/新增$/.test(b) && b.length <= 4 && /达$|共有|现有|总量|总数|累计/.test(a)) {
    push(r, whole, part, out);
    return;
  }
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  const rest = b.slice(0, b.length - n);
  const scope = a.slice(0, a.length - n);
  if (n < 3 || rest.length < 1 || rest.length > 5 || ANY_VERB.test(rest) || !/^(?:我|全|本)?[省市区县局厅委州]?(?:共有|共|累计|现有|有)?$/.test(scope)) return;
  push(r, whole, part, out);
}

function push(r: Reading, whole: Figure, part: Figure, out: Relation[]): void {
  const fails = isBelow(whole.stands, part.stands);
  out.push({
    kind: 'funnel',
    form: 'narrower',
    span: spanOf(r, [whole, part]),
    figures: [whole, part],
    verdict: fails ? 'doubtful' : 'holds',
    formula: `${quantity(r, part)}${fails ? '＞' : '≤'}${quantity(r, whole)}`,
    reached: quantity(r, whole),
    corrections: [],
  });
}
