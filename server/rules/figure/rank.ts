/** 名次越界：在N个单位中排第M，而M大于N。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/rank',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '名次不大于参加排名的个数', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: { 'zh-cn': '名次大于参加排名的单位个数。', en: 'The rank is beyond the number of those ranked.' },
    why: { 'zh-cn': '名次和个数必有一个写错。', en: 'One of the two is wrong.' },
    todo: { 'zh-cn': '核实名次和个数。', en: 'Check the rank and the number.' },
    beyond: { 'zh-cn': '名次大于参加排名的个数：{formula}', en: 'The rank is beyond the number of those ranked: {formula}' },
  },
  *check(block) {
    yield* figureFindings(block, 'rank', ({ form }) => ({ fails: form }));
  },
});

export const examples: Example[] = [
  { wrong: '年度考核在全市⟦9个县中排名第11⟧。' },
  { wrong: '营商环境评价在⟦十二个区县中位列第十四⟧。' },
  { wrong: '法治建设考核位列全市⟦12个县（市、区）第16位⟧。' },
  { right: '年度考核在全市9个县中排名第3。' },
  { right: '年度考核居全省第11，在全市9个县中排名第一。' },
];
