/** 星期与日期不符：写明的星期几与该日在历法上的星期不一致。 */
import { wrongWeekdays } from '../../core/facts/date-order';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'date/weekday',
  view: 'block',
  reads: ['dates'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '公历日期与星期的对应', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '日期后写的星期几，与该日在日历上的星期不一致。',
      en: 'The day of the week beside a date is not the one that the calendar gives it.',
    },
    why: {
      'zh-cn': '日期和星期至少有一个写错，会议、期限容易因此弄错。',
      en: 'Either the date or the day is wrong; meetings and terms go wrong with it.',
    },
    todo: { 'zh-cn': '查日历和原始通知，改正日期或者星期。', en: 'Check the calendar and the notice; correct the date or the day.' },
    other: {
      'zh-cn': '{year}年{month}月{day}日是星期{right}，不是星期{named}',
      en: '{year}-{month}-{day} is a 星期{right}, not a 星期{named}',
    },
    mend: { 'zh-cn': '把星期改为“{right}”（须先核对日期）', en: 'Make the day “{right}” (check the date first)' },
  },
  *check(block) {
    for (const { date, year, span, day, right } of wrongWeekdays(block.text, block.facts.dates)) {
      yield {
        at: { block, span },
        message: 'other',
        args: { year, month: date.month!, day: date.day!, right, named: block.text.slice(day.from, day.to) },
        fixes: [{ message: 'mend', args: { right }, edits: [{ block, span: day, newText: right }], safe: false }],
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '　　定于⟦2025年3月6日（星期五⟧）召开全区执法监督会议。', fixed: '　　定于2025年3月6日（星期四）召开全区执法监督会议。' },
  {
    wrong: '　　2025年3月6日（星期四）至⟦3月7日（周六⟧）集中培训。',
    fixed: '　　2025年3月6日（星期四）至3月7日（周五）集中培训。',
    note: '年份从同句前一个日期来。',
  },
  { right: '　　定于2025年3月6日（星期四）上午召开，3月9日星期日补课。' },
  { right: '　　3月6日（星期五）走访企业。', note: '没有写年份，无从核对。' },
  { right: '　　2025年3月6日周边商户座谈，窗口周一至周五受理。' },
];
