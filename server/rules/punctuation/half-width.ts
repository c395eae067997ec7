/** 半角标点：中文里的逗号、分号、冒号、问号、叹号、括号用了半角。全文只提示一次，可以一并改正。 */
import { defineRule, type Edit, type Example } from '../../core/rule';

export default defineRule({
  id: 'punctuation/half-width',
  view: 'tally',
  counters: ['halfWidth'],
  severity: 'info',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: null, confirmed: true }],
  messages: {
    what: { 'zh-cn': '中文行文中的标点应当用全角，这里用了半角。', en: 'Chinese text takes full-width marks; these are half-width.' },
    why: {
      'zh-cn': '半角标点多由网页、表格转抄带入，与文字挤在一起，排印时也不成行。',
      en: 'Half-width marks usually come from web pages or spreadsheets; they crowd the characters and break the layout.',
    },
    todo: {
      'zh-cn': '用快速修复一次改完；数字、时刻、网址、英文中的半角标点不会改动。',
      en: 'The quick fix changes all of them at once; marks in numbers, times, addresses and Latin text stay.',
    },
    found: { 'zh-cn': '全文有{count}处半角标点，应为全角', en: '{count} half-width marks in this document should be full-width' },
    replace: { 'zh-cn': '把全文{count}处半角标点改为全角', en: 'Change all {count} half-width marks to full-width' },
  },
  *check(view) {
    const count = view.count('halfWidth');
    const block = view.first('halfWidth');
    if (count === 0 || !block) return;
    const [first] = block.facts.halfWidthMarks;
    const edits = () => {
      const all: Edit[] = [];
      for (const b of view.all('halfWidth'))
        for (const { span, full } of b.facts.halfWidthMarks) all.push({ block: b, span, newText: full });
      return all;
    };
    yield {
      at: { block, span: first.span },
      message: 'found',
      args: { count },
      fixes: [{ message: 'replace', args: { count }, safe: true, edits }],
    };
  },
});

export const examples: Example[] = [
  {
    wrong: '2025年⟦,⟧云河区司法局审查文件86件,提出意见41条;办理复议案件35件(含结转4件).',
    fixed: '2025年，云河区司法局审查文件86件，提出意见41条；办理复议案件35件（含结转4件）.',
    note: '不管多少处，只在第一处提示一次。',
  },
  {
    wrong: '现将有关情况报告如下⟦:⟧\n一、总体情况\n是否应当听证?应当听证!',
    fixed: '现将有关情况报告如下：\n一、总体情况\n是否应当听证？应当听证！',
  },
  { wrong: '按照《市容管理规定》⟦(⟧GB/T 9704),逐项核对。', fixed: '按照《市容管理规定》（GB/T 9704），逐项核对。' },
  { right: '窗口于9:30开放，收费1,200元，比例为3:1，详见https://www.example.cn/a?b=1,2。' },
  { right: '课程名称：Introduction to Law (Draft, 2025)', note: '英文里的半角标点不动。' },
  { right: '资料见[办事指南](https://example.cn/guide)，代码为`f(x,1)`。', note: 'Markdown 的链接和代码不动。' },
  { right: '1)登记；2)核验。' },
];
