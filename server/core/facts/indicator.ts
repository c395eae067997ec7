/**
 * 指标、时期、比较: what a figure is about, in the words of its sentence. For people to read, and for finding mentions of
 * the same thing; no judgement rests on it.
 */
import type { Figure } from './figure';

/** Words before an indicator that do not belong to it. */
const BEFORE =
  /^(?:[\s，,：:“”]|其中|包括|分别为|分别是|含|共计?|累计|合计|全年|今年以来|今年|本年|年内|目前|截至目前|截至[^，,]{1,10}底|已经?|又|并|另|还|同时|同比|(?:19|20)\d\d年(?:度|以来)?)+/;
/** Words between an indicator and its number. */
const BEHIND = /(?:达到?|为|共计?|共有|有|超过?|突破|逾|近|约|至|到|增至|降至|不足|不到|至少|最多|不少于|不超过|[：:]|\s)$/;
const TAIL_END = /[，。；：！？、,;:!?()（）“”《》\d０-９\s]/;
/** A label that is only an act: what it acts upon stands behind the unit (受理了9件投诉). */
const ACT =
  /(?:受理|办理|办结|查处|查办|审查|审核|开展|组织|举办|召开|发放|印发|制定|出台|新增|新建|建成|完成|检查|抽检|处理|化解|调解|培训|接待|移送|发现|清理|评选|认定|创建)(?:各类|各项|了)?$/;

/** 指标: the words that say what is counted or measured. Sample: `投诉举报` of `全年共受理投诉举报8960件` is `受理投诉举报`. */
export function indicatorOf(text: string, figure: Figure): string {
  const label = text.slice(Math.max(figure.label.from, figure.label.to - 80), figure.label.to);
  let head = label.replace(BEFORE, '');
  for (let end = BEHIND.exec(head); end; end = BEHIND.exec(head)) head = head.slice(0, end.index);
  if (head !== '' && !ACT.test(head)) return head;
  let to = figure.span.to;
  while (to < text.length && to < figure.span.to + 20 && !TAIL_END.test(text[to])) to++;
  return head + text.slice(figure.span.to, to);
}

const PERIOD =
  /(?:(?:19|20)\d\d年(?:度)?(?:[1-9]\d?[—～~至-])?(?:1?\d月)?|今年以来|今年|本年度?|去年同期|上年同期|去年|上年度?|上半年|下半年|[一二三四]季度|截至目前|截至[^，,。；;]{1,8}底|全年|年初|年末)/g;

/** 时期: the last words for a time before the figure, within its sentence; empty where there are none. */
export function periodOf(text: string, figure: Figure): string {
  const words = text.slice(Math.max(figure.sentence.from, figure.span.from - 160), figure.span.from);
  let last = '';
  for (const m of words.matchAll(PERIOD)) last = m[0];
  return last;
}

/** How a rate or change compares: with the year before, the period before, or as a share. */
export type Comparison = 'year' | 'period' | 'share' | undefined;

/** 同比, 环比 or 占比 of a figure. */
export function comparisonOf(text: string, figure: Figure): Comparison {
  const label = text.slice(Math.max(figure.clause.from, figure.span.from - 24), figure.span.from);
  if (/同比|(?:较|比)(?:上年|去年|(?:19|20)\d\d年)/.test(label)) return 'year';
  if (label.includes('环比')) return 'period';
  if (/占/.test(label)) return 'share';
  return undefined;
}
