/** 文件标题与发文字号次序：引用公文应先引标题，后引发文字号。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'document-number/order',
  view: 'block',
  reads: ['citations'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '引用公文先引标题、后引发文字号', article: null, confirmed: false }],
  messages: {
    what: { 'zh-cn': '发文字号写在了文件标题前面。', en: 'The document number stands before the title.' },
    why: {
      'zh-cn': '通行写法是先引标题，后在圆括号内引发文字号，读者先知道是什么文件。',
      en: 'Usage gives the title first and the number after it, in round brackets.',
    },
    todo: { 'zh-cn': '改为《标题》（发文字号）。', en: 'Write 《title》（number）.' },
    found: { 'zh-cn': '引用公文宜先引标题，后引发文字号', en: 'Give the title before the document number' },
    fix: { 'zh-cn': '改为《标题》（发文字号）', en: 'Change to 《title》（number）' },
  },
  *check(block) {
    const { text } = block;
    for (const { span, documentNumber, numberBefore } of block.facts.citations) {
      // A faulty number is mended first; its own finding stands on the same place.
      if (!numberBefore || documentNumber || numberBefore.faults.length > 0) continue;
      const number = text.slice(numberBefore.span.from, numberBefore.span.to);
      const whole = { from: numberBefore.span.from, to: span.to };
      yield {
        at: { block, span: whole },
        message: 'found',
        fixes: [
          { message: 'fix', safe: false, edits: [{ block, span: whole, newText: `${text.slice(span.from, span.to)}（${number}）` }] },
        ],
      };
    }
  },
});

export const examples: Example[] = [
  {
    wrong: '　　根据⟦云政办发〔2023〕36号《关于做好年度考核工作的通知》⟧要求开展自查。',
    fixed: '　　根据《关于做好年度考核工作的通知》（云政办发〔2023〕36号）要求开展自查。',
  },
  {
    wrong: '　　落实⟦云政发〔2023〕5号文件《关于加强执法监督的意见》⟧。',
    fixed: '　　落实《关于加强执法监督的意见》（云政发〔2023〕5号）。',
  },
  { right: '　　根据《关于做好年度考核工作的通知》（云政办发〔2023〕36号）和云政发〔2023〕5号、《云河区执法公示办法》开展自查。' },
];
