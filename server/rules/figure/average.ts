/** 平均数不符：写明了总量、个数和平均数，三者算不拢。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/average',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '总量、个数与平均数的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '一句之中写明了总量、个数和户均（人均、件均），而总量除以个数得不出这个平均数。',
      en: 'A sentence gives a total, a number and the average, and the quotient is not the average.',
    },
    why: { 'zh-cn': '三个数必有一个写错，或者口径不同。', en: 'One of the three is wrong, or their scopes differ.' },
    todo: { 'zh-cn': '核实三个数。', en: 'Check the three numbers.' },
    average: { 'zh-cn': '平均数与所列数字不符：{formula}', en: 'The average does not match its numbers: {formula}' },
  },
  *check(block) {
    yield* figureFindings(block, 'average', ({ form }) => ({ fails: form }));
  },
});

export const examples: Example[] = [
  { wrong: '⟦发放补贴600万元，惠及300户，户均3万元⟧。', fixed: '发放补贴600万元，惠及300户，户均2万元。' },
  { wrong: '⟦人均办案13件，全队20人共办案200件⟧。', fixed: '人均办案10件，全队20人共办案200件。' },
  { right: '发放补贴600万元，惠及300户，户均2万元。' },
  { right: '发放补贴600万元，惠及300户，户均增收5000元。', note: '“户均增收”是另一指标。' },
  { right: '开展培训12期，培训960人次，人均考试成绩92分。' },
];
