/** 年份与报告年度不一致：叙述工作的句子以报告年度以外的年份开头，又没有同比、以来等说明。 */
import { yearOpenings } from '../../core/facts/date-order';
import { defineRule, type Example } from '../../core/rule';

/** Older years are history; a report that was copied is of one of the last few. */
const COPIED = 3;

export default defineRule({
  id: 'date/year',
  view: 'block',
  reads: ['dates'],
  needs: ['reportYear'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '年度报告记述报告年度的工作', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '句子以报告年度之前的年份开头叙述工作，句中没有同比、以来、印发等说明年份的词。',
      en: 'A sentence tells of work done in a year before the report’s, and nothing in it explains the year.',
    },
    why: {
      'zh-cn': '沿用往年稿子时，年份常常漏改。',
      en: 'When last year’s draft is used again, a year is easily left unchanged.',
    },
    todo: {
      'zh-cn': '确认这句话说的是哪一年；确为往年工作的，不必改。',
      en: 'Make sure which year is meant; if it is the earlier one, leave it.',
    },
    other: { 'zh-cn': '本报告是{report}年度的，这里写的是{year}年', en: 'This is the report of {report}; here it says {year}' },
  },
  *check(block, { reportYear }) {
    if (reportYear === null) return;
    for (const { date, year } of yearOpenings(block.text, block.facts.dates)) {
      if (year >= reportYear || year < reportYear - COPIED) continue;
      yield { at: { block, span: date.span }, message: 'other', args: { report: reportYear, year } };
    }
  },
});

export const examples: Example[] = [
  { year: 2025, wrong: '　　⟦2024年⟧，共办理行政处罚案件86件，罚没款32.5万元。' },
  { year: 2025, wrong: '　　截至⟦2024年⟧底，全区共有持证执法人员126人。' },
  {
    year: 2025,
    wrong: '　　⟦2024年⟧，在县委、县政府和市司法局的正确领导下，我局圆满完成各项目标任务。',
    note: '开头一句最容易沿用上年的稿子。',
  },
  { year: 2025, right: '　　2023年，在省水利厅的支持下，灌区改造项目启动；2025年全部完工。' },
  { year: 2025, right: '　　2025年，共办理行政处罚案件86件。截至2025年11月，全部办结。' },
  { year: 2025, right: '　　2024年，办理案件80件，2025年增至96件，同比增长20%。', note: '与往年比较。' },
  { year: 2025, right: '　　2023年以来，连续三年实现零投诉。2024年，区政府印发了三年行动计划。' },
  { year: 2025, right: '　　2024年度资金项目已全部验收；2022年，本局首次设立公职律师。' },
  { year: 2025, right: '　　2026年，我局将继续推进包容审慎监管。' },
];
