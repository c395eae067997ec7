/** 成文日期的写法：用阿拉伯数字写全年、月、日，月、日不编虚位。 */
import { readDateLine } from '../../core/facts/date';
import { defineRule, type Example } from '../../core/rule';

/** GB/T 9704—2012 is in force since then; before, dates were written in Chinese numerals. */
const SINCE = 201207;

export default defineRule({
  id: 'date/form',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.5.4', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（1不写作01）。',
      en: 'The date of issue is written in Arabic numerals with year, month and day in full, and no leading zeros.',
    },
    why: { 'zh-cn': '成文日期关系公文何时生效，写法应当统一。', en: 'A paper takes effect by its date; there is one way to write it.' },
    todo: { 'zh-cn': '改为“2025年1月20日”的写法。', en: 'Write it as 2025年1月20日.' },
    found: { 'zh-cn': '成文日期应写作“{expected}”', en: 'The date of issue should be written {expected}' },
    noDay: { 'zh-cn': '成文日期要写到日', en: 'The date of issue names the day, too' },
    fix: { 'zh-cn': '改为“{expected}”', en: 'Change to {expected}' },
  },
  *check({ layout: { issueDate: block, title, signature }, traits: { reportYear } }) {
    if (!block || title.length === 0) return;
    const text = block.text.replace(/[。.][\s\u3000]*$/, '');
    const short = /^[\s\u3000]*(\d{2})(?=年\d{1,2}月\d{1,2}日)/.exec(text);
    if (short) {
      // 26年 can only be the year after the one the report is about, or that year itself.
      const year = 2000 + Number(short[1]);
      if (!signature || reportYear === null || year < reportYear || year > reportYear + 1) return;
      const span = { from: short[0].length - 2, to: short[0].length };
      const args = { expected: `${year}${text.slice(span.to).trim()}` };
      const edits = [{ block, span, newText: String(year) }];
      yield {
        at: { block, span: { from: span.from, to: text.length } },
        message: 'found',
        args,
        fixes: [{ message: 'fix', args, safe: false, edits }],
      };
      return;
    }
    const date = readDateLine(text);
    if (!date?.year || !date.month || date.impossible || date.year * 100 + date.month < SINCE) return;
    // 2026-01-20 without a signature above it may be the date of a web page.
    if (!signature && (date.form === 'iso' || date.form === 'slash' || date.form === 'dotted')) return;
    if (!date.day) {
      // 2026年1月 on a cover is no date of issue.
      if (signature && reportYear !== null)
        yield { at: { block, span: date.span }, message: 'noDay', severity: 'info', certainty: 'likely' };
      return;
    }
    const span = { from: date.span.from, to: block.text.trimEnd().length };
    const expected = `${date.year}年${date.month}月${date.day}日`;
    const written = block.text.slice(span.from, span.to).replace(/[\s\u3000]/g, '');
    if (written === expected) return;
    const args = { expected };
    yield {
      at: { block, span },
      message: 'found',
      args,
      fixes: [{ message: 'fix', args, safe: true, edits: [{ block, span, newText: expected }] }],
    };
  },
});

const BODY = '临川市司法局关于2025年法治政府建设情况的报告\n一、总体情况\n全年办理案件30件。\n特此报告。\n临川市司法局\n';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `${BODY}⟦二〇二六年一月二十日⟧`, fixed: `${BODY}2026年1月20日` },
  { wrong: `${BODY}⟦2026年01月20日⟧`, fixed: `${BODY}2026年1月20日` },
  { wrong: `${BODY}⟦2026.1.20⟧`, fixed: `${BODY}2026年1月20日` },
  { wrong: `${BODY}⟦2026-01-20⟧`, fixed: `${BODY}2026年1月20日` },
  { wrong: `${BODY}⟦2026年1月20号⟧`, fixed: `${BODY}2026年1月20日` },
  { wrong: `${BODY}⟦2026年1月20日。⟧`, fixed: `${BODY}2026年1月20日` },
  { profile: 'fazhi-annual-report', wrong: `${BODY}⟦26年1月20日⟧`, fixed: `${BODY}2026年1月20日` },
  { profile: 'fazhi-annual-report', wrong: `${BODY}⟦2026年1月⟧`, note: '没有修复：哪一天由人填写。' },
  { right: `${BODY}2026 年 1 月 20 日` },
  { right: `${BODY}2026年1月20日` },
  {
    right: '临川市人民政府关于做好防汛工作的通知\n一、总体要求\n认真落实防汛责任。\n临川市人民政府\n二〇〇四年五月八日',
    note: '2012年7月以前成文的，当时用汉字。',
  },
  { right: `发布日期：2026-01-22\n${BODY}2026年1月20日`, note: '网页的发布日期不是成文日期。' },
  {
    right: '临川市司法局关于2025年工作情况的报告\n一、总体情况\n全年办理案件30件。\n来源：临川市司法局\n2026-01-22',
    note: '没有署名的，可能是网页的日期。',
  },
])();
