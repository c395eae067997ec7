/** 发文字号年份不合情理：年份在将来，或者在1949年以前。 */
import { defineRule, type Example } from '../../core/rule';

const FIRST = 1949;

export default defineRule({
  id: 'document-number/year',
  view: 'block',
  reads: ['documentNumbers'],
  needs: ['reportYear', 'today', 'profile'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》（GB/T 9704—2012）', article: '7.2.5', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '发文字号的年份晚于报告年度的下一年，或者早于1949年。',
      en: 'The year of a document number lies after the year of the report, or before 1949.',
    },
    why: {
      'zh-cn': '报告不可能引用还没有印发的文件，多半是数字打错或者前后颠倒。',
      en: 'A report cannot cite a document that is yet to be issued: digits were mistyped or swapped.',
    },
    todo: { 'zh-cn': '查原文件，核对年份。', en: 'Check the year in the document itself.' },
    late: { 'zh-cn': '发文字号“{number}”的年份晚于{year}年', en: 'The year of document number “{number}” is later than {year}' },
    early: { 'zh-cn': '发文字号“{number}”的年份早于{year}年', en: 'The year of document number “{number}” is earlier than {year}' },
  },
  *check(block, { reportYear, today, profile }) {
    const thisYear = Number(today.slice(0, 4));
    for (const { span, year } of block.facts.documentNumbers) {
      if (year === undefined) continue;
      const at = { block, span };
      const number = block.text.slice(span.from, span.to);
      if (year < FIRST) yield { at, message: 'early', args: { number, year: FIRST } };
      else if (year > Math.max(thisYear, reportYear === null ? 0 : reportYear + 1))
        yield { at, message: 'late', args: { number, year: Math.max(thisYear, reportYear === null ? 0 : reportYear + 1) } };
      // A paper may speak of an earlier year than its own (关于2021年预算执行的审计报告, issued later); an annual report does not.
      else if (reportYear !== null && year > reportYear + 1)
        yield {
          at,
          message: 'late',
          args: { number, year: reportYear + 1 },
          severity: profile !== null && profile.sections.length > 0 ? 'warning' : 'hint',
        };
    }
  },
});

export const examples: Example[] = [
  {
    profile: 'fazhi-annual-report',
    year: 2023,
    wrong: '　　落实《关于加强行政复议工作的意见》（⟦云政办发〔2032〕5号⟧）。',
    note: '2023年度报告。',
  },
  { wrong: '　　依据⟦青府发〔1203〕5号⟧办理。' },
  {
    profile: 'fazhi-annual-report',
    year: 2023,
    right: '　　落实《关于加强行政复议工作的意见》（云政办发〔2024〕5号）和国发〔1956〕12号。',
  },
];
