/** 发文字号待填：年份或者顺序号还空着。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'document-number/placeholder',
  view: 'block',
  reads: ['documentNumbers'],
  severity: 'warning',
  final: 'warning',
  certainty: 'certain',
  basis: [{ level: 'law', title: '《党政机关公文处理工作条例》（中办发〔2012〕14号）', article: '第九条第（五）项', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '发文字号的年份或者顺序号留着空白，或者用×代替。',
      en: 'The year or the running number of a document number is still blank.',
    },
    why: { 'zh-cn': '印发前没有补上，文件就没有可以引用的字号。', en: 'Unless it is filled in, nobody can cite the document.' },
    todo: { 'zh-cn': '编号后补上；引用别的文件时，查出原字号补上。', en: 'Fill it in; for a cited document, look it up.' },
    found: { 'zh-cn': '发文字号“{number}”待填', en: 'Document number “{number}” is to be filled in' },
  },
  *check(block) {
    for (const { span, placeholder } of block.facts.documentNumbers) {
      if (placeholder) yield { at: { block, span }, message: 'found', args: { number: block.text.slice(span.from, span.to) } };
    }
  },
});

export const examples: Example[] = [
  { wrong: '⟦云政办发〔2024〕　号⟧' },
  { wrong: '　　按照《关于做好年度考核的通知》（⟦临府办函〔　〕号⟧）报送。' },
  { wrong: '　　见⟦云司发〔2023〕××号⟧和⟦青司发[2023]号⟧。' },
  { right: '　　印发《云河区行政执法监督办法》（云政办发〔2024〕12号）。' },
  { right: '　　在（　）内填写编号，[ ]号栏不填。' },
];
