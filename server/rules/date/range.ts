/** 起止时间颠倒：时段的截止日期早于起始日期。 */
import { reversedPeriods } from '../../core/facts/date-order';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'date/range',
  view: 'block',
  reads: ['dates'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '时段先起后止', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '“某日至某日”的后一个日期早于前一个。',
      en: 'The period ends before it begins.',
    },
    why: {
      'zh-cn': '起止颠倒说明其中一个日期写错，统计时段和期限都无从计算。',
      en: 'One of the dates is a slip, and nothing can be counted by such a period.',
    },
    todo: {
      'zh-cn': '核对起止日期；跨年的，写明后一个日期的年份。',
      en: 'Check both dates; where the period goes on into the next year, name that year.',
    },
    reversed: { 'zh-cn': '“{period}”的截止日期早于起始日期', en: '“{period}” ends before it begins' },
    unsaid: {
      'zh-cn': '“{period}”的后一个日期小于前一个；如跨月、跨年，请写明',
      en: 'The second date of “{period}” is the smaller one; say so if it is of the next month or year',
    },
  },
  *check(block) {
    for (const { span, certain } of reversedPeriods(block.text, block.facts.dates)) {
      yield {
        at: { block, span },
        message: certain ? 'reversed' : 'unsaid',
        args: { period: block.text.slice(span.from, span.to) },
        ...(certain ? undefined : { severity: 'hint', certainty: 'likely' }),
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '　　检查时段为⟦2025年6月30日至2025年1月1日⟧。' },
  { wrong: '　　自⟦2025年9月1日起至2025年8月1日⟧止开展清查。' },
  { wrong: '　　规划期为⟦2025年—2021年⟧，共五年。' },
  { wrong: '　　公示期为⟦5月28日至5月9日⟧。', note: '没有写年份，只作提示。' },
  { wrong: '　　⟦2025年3月16日至8日⟧集中宣传。' },
  { right: '　　2024年11月1日至2025年3月31日开展专项整治，11月至3月为采暖期。' },
  { right: '　　2025年12月20日至1月10日受理申报。', note: '跨年而未写年份，不作判断。' },
  { right: '　　3月16日至18日集中宣传，2021年—2025年五年间成效明显。' },
];
