/** 日期不存在：写出的月份或日子在历法上没有。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'date/impossible',
  view: 'block',
  reads: ['dates'],
  severity: 'error',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《日期和时间 信息交换表示法》（GB/T 7408）', article: null, confirmed: false }],
  messages: {
    what: {
      'zh-cn': '日期写成了历法上没有的月份或日子，如13月、2月30日。',
      en: 'The date names a month or a day that no calendar has, such as 2月30日.',
    },
    why: {
      'zh-cn': '不存在的日期一定是笔误，期限、时效和统计时段都会因此出错。',
      en: 'Such a date is a slip, and terms and periods are counted from it.',
    },
    todo: { 'zh-cn': '按原始材料核对后改正。', en: 'Check the source and correct it.' },
    month: { 'zh-cn': '没有{month}月：“{date}”', en: 'There is no month {month}: “{date}”' },
    day: { 'zh-cn': '{month}月没有{day}日：“{date}”', en: 'Month {month} has no day {day}: “{date}”' },
    leap: { 'zh-cn': '{year}年不是闰年，2月没有29日：“{date}”', en: '{year} is no leap year: “{date}”' },
  },
  *check(block) {
    for (const { span, year, month, day, impossible } of block.facts.dates) {
      if (!impossible) continue;
      const date = block.text.slice(span.from, span.to);
      const leap = impossible === 'day' && month === 2 && day === 29;
      yield {
        at: { block, span },
        message: leap ? 'leap' : impossible,
        args: { date, year: year ?? '', month: month ?? '', day: day ?? '' },
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '　　会议于⟦2023年2月30日⟧召开，⟦4月31日⟧印发纪要。' },
  { wrong: '　　整改期限为⟦2024年13月⟧底。' },
  { wrong: '　　⟦2023年2月29日⟧至⟦二〇二三年六月三十一日⟧开展自查。' },
  { right: '　　2024年2月29日、2月29日和12月31日均按时报送，1—11月共办结案件36件。' },
  { right: '　　本报告的数据，统计期限为2025年1月1日起至1\n2月31日止，以办结时间为准。', note: '12月折在两行。' },
  { right: '　　编号2023-13-05的档案已归档，平均每户1.13月完成。' },
];
