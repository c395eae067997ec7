/** 法院案号括号：案号的年份应放在圆括号内。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'document-number/court-case',
  view: 'block',
  reads: ['misshapen'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'law', title: '最高人民法院《关于人民法院案件案号的若干规定》', article: '第二条、第三条', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '法院案号的年份放在圆括号内，如（2023）赣01行终5号；六角括号只用于发文字号。',
      en: 'The year of a court case stands in round brackets: （2023）赣01行终5号; 〔〕 is for document numbers only.',
    },
    why: {
      'zh-cn': '案号是检索裁判文书的唯一标识，写法由最高人民法院统一规定。',
      en: 'Judgments are found by this number; its form is fixed by the Supreme People’s Court.',
    },
    todo: { 'zh-cn': '改用圆括号。', en: 'Use round brackets.' },
    bracket: { 'zh-cn': '法院案号“{number}”的年份应用圆括号', en: 'The year of court case “{number}” needs round brackets' },
    fix: { 'zh-cn': '改为“{canonical}”', en: 'Change to “{canonical}”' },
  },
  *check(block) {
    for (const identifier of block.facts.misshapen) {
      if (identifier.kind !== 'court-case' || !identifier.fault) continue;
      const { span, canonical } = identifier;
      yield {
        at: { block, span },
        message: identifier.fault,
        args: { number: block.text.slice(span.from, span.to) },
        fixes: [{ message: 'fix', args: { canonical }, safe: true, edits: [{ block, span, newText: canonical }] }],
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '　　市中级人民法院作出⟦〔2023〕赣01行终123号⟧判决。', fixed: '　　市中级人民法院作出（2023）赣01行终123号判决。' },
  { wrong: '　　见⟦[2022]浙0105民初77号⟧民事判决书。', fixed: '　　见（2022）浙0105民初77号民事判决书。' },
  { right: '　　法院作出（2023）赣01行终123号、(2019)最高法知民终8号判决，区政府印发云政发〔2023〕5号。' },
  { right: '　　检察机关发出青检建〔2023〕5号检察建议。' },
];
