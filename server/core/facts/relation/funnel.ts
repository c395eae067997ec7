/**
 * Stages of a procedure (受理≥调解, 抽检≥不合格, 案件≥大要案): the later one cannot have more cases than the earlier one.
 *
 * 办结 may exceed 受理, 结案 may exceed 立案: cases of earlier years are closed too. That is never more than a question.
 */
import { isBelow, sumIntervals, type Decimal, add, ZERO } from '../../decimal';
import type { Figure } from '../figure';
import {
  type Reading,
  type Relation,
  type Verdict,
  REACH,
  atMost,
  excused,
  isAmount,
  isChange,
  labelOf,
  multiplierOf,
  printed,
  sameUnit,
  showLike,
  spanOf,
  tailOf,
} from '../statement';

interface Stages {
  readonly upper: RegExp;
  /** Words of the later stage, each beginning with a character of its own: `受理|和解`. No group stands around them. */
  readonly lower: string;
  /** What it means when the later stage is larger. */
  readonly verdict: Verdict;
  /** Units in which the stages can be compared at all; any by default. */
  readonly units?: RegExp;
}

const STAGES: readonly Stages[] = [
  { upper: /调解|调处|排查|化解/, lower: '调解成功|调处成功|化解成功|成功调解|成功调处|成功化解', verdict: 'fails' },
  { upper: /受理|接收|接到|收到|登记/, lower: '调解|和解', verdict: 'fails' },
  {
    upper: /受理|接收|接到|收到|登记|查办|查处|立案|收案|新收|交办|转办|办理|承办/,
    lower: '办结|处结|审结|结案|处理完成|办理完成|处置完成|办理完毕|化解',
    verdict: 'doubtful',
  },
  { upper: /抽检|抽查|检查|监测|抽取|检验|检测|评估|评查|考核/, lower: '不合格|不达标|不符合', verdict: 'fails' },
  { upper: /抽检|检测|检验|监测|考试|参加考核|参考|送检/, lower: '合格|达标|通过', verdict: 'fails' },
  // One place may have many problems: 个、处、项 do not compare, 家 and 批次 do.
  {
    upper: /抽检|抽查|检查|监测|抽取|审查|评估|排查|巡查/,
    lower: '发现|查出|检出',
    verdict: 'fails',
    units: /^(?:家|户|批次|家次|户次|台|辆|所|份|人|名)$/,
  },
  { upper: /抽取|抽检|抽查/, lower: '审查|评估|评查', verdict: 'fails' },
  { upper: /抽取|抽检|抽查|检查/, lower: '评估|发现|查出|检出', verdict: 'unknown' },
  { upper: /检查|巡查|排查|抽查/, lower: '约谈|责令|查封|取缔|关停|处罚', verdict: 'doubtful', units: /^(?:家|户)$/ },
  { upper: /申报|推荐|报送|评审/, lower: '评审通过|审批通过|审核通过|通过评审|通过审核|获批|入选|入围|立项$', verdict: 'fails' },
  { upper: /申请|申报/, lower: '受理|批准|获批|准予|核准|通过|答复', verdict: 'doubtful' },
  { upper: /收到/, lower: '受理', verdict: 'doubtful' },
  { upper: /线索|举报|投诉|核查/, lower: '属实|查实', verdict: 'fails' },
  { upper: /线索/, lower: '立案', verdict: 'doubtful' },
  { upper: /立案|查处|查办|案件/, lower: '大要案|大案要案|重大案件|万元以上|要案', verdict: 'fails' },
  { upper: /立案|查处|查办/, lower: '移送|移交', verdict: 'doubtful' },
  { upper: /违法建设|违建|违法建筑|违法搭建/, lower: '拆除', verdict: 'doubtful' },
  { upper: /报名|参赛|参加/, lower: '晋级|进入决赛|进入复赛', verdict: 'fails' },
  { upper: /报名/, lower: '实际参加|实到|参考|到考|录用|录取', verdict: 'fails' },
  { upper: /应诉|开庭|行政诉讼|出庭案件/, lower: '出庭', verdict: 'fails' },
  { upper: /审结|应诉|行政诉讼/, lower: '胜诉|败诉|维持|纠错', verdict: 'doubtful' },
  { upper: /提出|征集|征求|收取|收集|收到|反馈/, lower: '采纳', verdict: 'fails' },
  { upper: /发放|发出/, lower: '回收|收回', verdict: 'fails' },
  { upper: /建议|通知书|意见书|提示函|交办函|督办函/, lower: '收到回复|收到反馈|收到回函|回复|反馈|整改|改正', verdict: 'doubtful' },
  { upper: /受理/, lower: '听证决定|作出[一-鿿]{0,6}决定|作出[一-鿿]{0,6}裁决', verdict: 'doubtful' },
];

interface Step extends Omit<Stages, 'lower'> {
  readonly lower: RegExp;
}
const STEPS: readonly Step[] = STAGES.map((stages) => ({ ...stages, lower: new RegExp(stages.lower) }));

/** By character, as bits: the steps whose later stage may begin with it. */
const BEGINS = new Uint32Array(65536);
STAGES.forEach(({ lower }, i) => {
  for (const word of lower.split('|')) BEGINS[word.charCodeAt(0)] |= 1 << i;
});

/** The steps whose later stage may be in a label, as bits: a first look. */
function mayBeLower(label: string): number {
  let steps = 0;
  for (let i = 0; i < label.length; i++) steps |= BEGINS[label.charCodeAt(i)];
  return steps;
}

const FILLER =
  /其中|已经?|共计?|并|均|全部|最终|依法|累计|及时|当年|年内|全年|目前|截至|现|成功|达成|协议|完成|各类|各项|了|数|量|案件|中|有|进行|组织|开展|为|达/g;
/** Verbs that say how the later stage came about, not what it is about. */
const STAGE_VERB =
  /发现|检出|查出|查证|核查|核实|经查|处置|抽检|抽查|检查|审查|评估|评审|处理|办理|存在|按期|按时|实际|法院|吸收|有效|结案|审核|审批|纠正|决赛|复赛|限期|整改|停产|停业|机关|负责人|公安|司法|考试|考核|举报|决定|回复|反馈|成功|表示|已|被/g;
/** Where the sentence speaks of what was there before, closures may exceed what came in. */
const CARRIED = /结转|旧存|原有|往年|积存|存量|历年|年初|未结/;
const COORDINATE = /^[^\s]{0,10}$/;
const ANY_VERB =
  /合格|受理|接收|办结|结案|调解|和解|立案|查处|查办|发现|整改|移送|发放|发出|出动|检查|抽检|挽回|罚|新增|培训|召开|开展|完成|处理|审查|评估|核查|处置/;

/** Finds stages of one procedure in one sentence. */
export function findFunnels(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences) {
    for (let j = 1; j < figures.length; j++) {
      const lower = figures[j];
      if (!isAmount(lower) || isChange(r, lower)) continue;
      const label = labelOf(r, lower);
      const may = mayBeLower(label);
      for (let k = 0; may >> k !== 0 && k < STEPS.length; k++) {
        const step = STEPS[k];
        if (
          !(may & (1 << k)) ||
          !step.lower.test(label) ||
          (step.units && !step.units.test(lower.unit) && !sameObject(r, figures[j - 1], lower))
        )
          continue;
        const i = upperOf(r, figures, j, step);
        if (i < 0) continue;
        compareStages(r, figures, i, j, step, out);
        break;
      }
    }
    for (let j = 1; j < figures.length; j++) narrower(r, figures[j - 1], figures[j], out);
  }
}

/** Whether the two figures count the same things by name: 审查文件56件，发现问题文件18件. */
function sameObject(r: Reading, a: Figure, b: Figure): boolean {
  const label = labelOf(r, b);
  const noun = label.slice(-2);
  return label.length >= 4 && !/问题|隐患|线索|违法|行为|缺陷|风险/.test(noun) && labelOf(r, a).endsWith(noun);
}

/** The nearest earlier stage of the same unit whose object is the same. */
function upperOf(r: Reading, figures: readonly Figure[], j: number, step: Step): number {
  const lower = figures[j];
  for (let i = j - 1; i >= 0 && i >= j - REACH; i--) {
    const f = figures[i];
    if (!isAmount(f) || !sameUnit(f, lower) || isChange(r, f)) continue;
    const label = labelOf(r, f);
    if (!step.upper.test(label) || (step.lower.test(label) && !/查处|通知书|意见书/.test(label))) continue;
    const words = label + tailOf(r, f);
    if (step.verdict === 'unknown') return i;
    const rest = (labelOf(r, lower) + tailOf(r, lower))
      .replace(step.lower, '')
      .replace(step.lower, '')
      .replace(STAGE_VERB, '')
      .replace(FILLER, '')
      .trim()
      .replace(/的$/, '');
    if (
      rest === '' ||
      words.includes(rest) ||
      words.includes(rest.replace('问题', '')) ||
      /^[个人家起宗项]$/.test(rest) ||
      /^(?:[0-9一-十百千万余元以上亿]*|问题|协议|(?:安全|消防|质量|问题)?隐患|线索|违法行为|问题措施|产品|样品|企业|单位|问题企业|问题单位)$/.test(
        rest,
      )
    )
      return i;
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
  // 线上报名860人，现场报名120人: several earlier stages of the same name count together.
  if (fails) {
    const earlier: Figure[] = [];
    for (
      let k = i - 1;
      k >= 0 && k >= i - REACH && isAmount(figures[k]) && sameUnit(figures[k], lower) && step.upper.test(labelOf(r, figures[k]));
      k--
    )
      earlier.push(figures[k]);
    if (earlier.length > 0 && !isBelow(sumIntervals([...uppers, ...earlier].map((f) => f.stands)), lower.stands)) return;
  }
  const span = spanOf(r, [...uppers, lower]);
  const terms = uppers.map((f) => printed(r, f)).join('+');
  const sum = uppers.reduce<Decimal>((acc, f) => add(acc, f.value), ZERO);
  const total = uppers.length > 1 ? `${terms}=${showLike(sum, uppers[0])}${multiplierOf(uppers[0])}` : terms;
  out.push({
    kind: 'funnel',
    form: step.verdict === 'doubtful' ? 'carried' : 'exceeds',
    span,
    figures: [...uppers, lower],
    verdict: !fails
      ? 'holds'
      : excused(r, [...uppers, lower]) ||
          (step.verdict === 'doubtful' && CARRIED.test(r.text.slice(lower.sentence.from, lower.sentence.to)))
        ? 'unknown'
        : step.verdict,
    formula: `${printed(r, lower)}${fails ? '＞' : '≤'}${total}`,
    reached: `${showLike(sum, uppers[0])}${multiplierOf(uppers[0])}${lower.unit}`,
    corrections: [],
  });
}

/** 专利授权1643件，发明专利授权233件: the second is named as a kind of the first. */
function narrower(r: Reading, whole: Figure, part: Figure, out: Relation[]): void {
  const a = labelOf(r, whole).trim();
  const b = labelOf(r, part).trim();
  const added = b.endsWith('新增');
  if (!added && (b === '' || b[b.length - 1] !== a[a.length - 1])) return;
  if (!isAmount(whole) || !isAmount(part) || !sameUnit(whole, part) || isChange(r, part) || isChange(r, whole)) return;
  if (added && b.length <= 4 && /达$|共有|现有|总量|总数|累计/.test(a)) {
    out.push(atMost(r, part, whole, { kind: 'funnel', form: 'narrower', wrong: 'doubtful' }));
    return;
  }
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  const rest = b.slice(0, b.length - n);
  const scope = a.slice(0, a.length - n);
  if (
    n < 3 ||
    rest.length < 1 ||
    rest.length > 5 ||
    ANY_VERB.test(rest) ||
    // 经听证的35件，未经听证的91件
    /[未不非无]/.test(rest) ||
    !/^(?:我|全|本)?[省市区县局厅委州]?(?:共有|共|累计|现有|有)?$/.test(scope)
  )
    return;
  out.push(atMost(r, part, whole, { kind: 'funnel', form: 'narrower', wrong: 'doubtful' }));
}
