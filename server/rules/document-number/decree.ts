/** 令号、公告号写法：令号缺“第”，或者数字用了全角、带了空格。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'document-number/decree',
  view: 'block',
  reads: ['misshapen'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《党政机关公文格式》（GB/T 9704—2012）', article: '10.2', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '令和公告不编发文字号，写作“××令第5号”，“第”字不可少，数字用半角，中间不留空格。',
      en: 'Decrees and announcements are numbered 令第5号: with 第, half-width digits and no spaces.',
    },
    why: {
      'zh-cn': '令号与发文字号体例不同：发文字号不加“第”，令号必须加。',
      en: 'Their form differs from document numbers, which have no 第.',
    },
    todo: { 'zh-cn': '按“××令第5号”改正。', en: 'Write it as 令第5号.' },
    'ordinal-missing': { 'zh-cn': '“{number}”缺“第”字', en: '“{number}” lacks 第' },
    'full-width': { 'zh-cn': '“{number}”的数字应用半角', en: '“{number}” has full-width digits' },
    space: { 'zh-cn': '“{number}”中间有空格', en: '“{number}” has spaces inside' },
    several: { 'zh-cn': '“{number}”的数字应用半角，中间不留空格', en: '“{number}” has full-width digits and spaces inside' },
    fix: { 'zh-cn': '改为“{canonical}”', en: 'Change to “{canonical}”' },
  },
  *check(block) {
    for (const identifier of block.facts.misshapen) {
      if (identifier.kind !== 'decree' && identifier.kind !== 'announcement') continue;
      const { span, faults, canonical } = identifier;
      const missing = faults.includes('ordinal-missing');
      yield {
        at: { block, span },
        message: missing ? 'ordinal-missing' : faults.length > 1 ? 'several' : faults[0],
        args: { number: block.text.slice(span.from, span.to) },
        severity: missing ? 'warning' : 'hint',
        certainty: missing ? 'certain' : 'advice',
        fixes: [{ message: 'fix', args: { canonical }, safe: true, edits: [{ block, span, newText: canonical }] }],
      };
    }
  },
});

export const examples: Example[] = [
  {
    wrong: '　　依据《临川市城市管理办法》（⟦临川市人民政府令31号⟧）处理。',
    fixed: '　　依据《临川市城市管理办法》（临川市人民政府令第31号）处理。',
  },
  { wrong: '　　⟦司法部令第１２１号⟧同时废止。', fixed: '　　司法部令第121号同时废止。' },
  {
    wrong: '　　《青石县地名管理规定》（⟦青石县人民政府令第 12 号⟧）已施行。',
    fixed: '　　《青石县地名管理规定》（青石县人民政府令第12号）已施行。',
  },
  { right: '　　国务院令第711号、海关总署公告2019年第39号、应急管理部公告（2026年第9号）均已公布。' },
  { right: '国务院令　第711号' },
  { right: '　　责令3号楼限期整改，司令12号文件另发。' },
];
