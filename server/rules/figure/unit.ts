/** 换算不符：同一数用两种单位写出，两个数不相等。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/unit',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '同一数的两种写法应相等', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '一个数后面用括号按另一单位再写一遍，两个数换算后不相等。',
      en: 'A number is repeated in brackets in another size, and the two are not equal.',
    },
    why: { 'zh-cn': '多半是小数点或位数错了。', en: 'Usually a decimal point or a digit slipped.' },
    todo: { 'zh-cn': '核实后改其中一个。', en: 'Check, and mend one of them.' },
    unequal: { 'zh-cn': '两种写法不相等：{formula}', en: 'The two are not equal: {formula}' },
  },
  *check(block) {
    yield* figureFindings(block, 'unit', ({ form }) => ({ fails: form }));
  },
});

export const examples: Example[] = [
  { wrong: '安排专项经费⟦1.35亿元（1350万元）⟧。', fixed: '安排专项经费1.35亿元（13500万元）。' },
  { right: '安排专项经费1.35亿元（13500万元）。' },
  { right: '受理诉求10.6万件（即105873件）。', note: '10.6万由105873舍入而来。' },
  { right: '安排专项经费1.35亿元（其中市级1000万元）。' },
];
