/** 增减幅度不符：写明了前后两个数和增减幅度，三者算不拢，或方向相反。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/growth',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '增减幅度与前后期数的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn':
        '句中写明了前后两期的数（由a增至b，上年a、今年b），而算出的幅度与所写的不同。基数没有写明的不作判断，四舍五入和截尾都算相符。',
      en: 'The sentence gives both numbers (from a to b; last year a, this year b), and the change between them is not the one printed. Without an explicit base nothing is said.',
    },
    why: { 'zh-cn': '幅度是读者最常引用的数，算错最易被发现。', en: 'The change is what readers quote first.' },
    todo: {
      'zh-cn': '核实前后两期的数和幅度；百分比之差用“百分点”。',
      en: 'Check both numbers and the change; a difference of percentages is in 百分点.',
    },
    growth: { 'zh-cn': '增减幅度与所列数字不符：{formula}', en: 'The change does not match its numbers: {formula}' },
    turned: { 'zh-cn': '增减方向与所列数字相反：{formula}', en: 'The direction of the change contradicts its numbers: {formula}' },
    points: { 'zh-cn': '百分点与所列比率之差不符：{formula}', en: 'The percentage points are not the difference of the rates: {formula}' },
    percent: { 'zh-cn': '两个比率之差宜用“百分点”（{formula}）', en: 'A difference of rates is given in percentage points ({formula})' },
    gross: {
      'zh-cn': '按“新增”推算的增长率不是所写的数（{formula}）；如有退出未计，建议写明口径',
      en: 'The growth that follows from 新增 is not the one printed ({formula}); if closures are not counted, say so',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'growth', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  {
    wrong: '⟦行政诉讼案件由160件下降到120件，下降30%⟧。',
    fixed: '行政诉讼案件由160件下降到120件，下降25%。',
  },
  {
    wrong: '⟦群众满意率从91.2%提高到95.8%，提高5.6个百分点⟧。',
    fixed: '群众满意率从91.2%提高到95.8%，提高4.6个百分点。',
  },
  {
    wrong: '⟦全年办理法律援助案件480件，上年同期为400件，同比增长25%⟧。',
    fixed: '全年办理法律援助案件480件，上年同期为400件，同比增长20%。',
  },
  {
    wrong: '⟦全年立案330件，比上年增加30件，增长15%⟧。',
    fixed: '全年立案330件，比上年增加30件，增长10%。',
  },
  { wrong: '⟦受援人数由1200人增加至1500人，增加500人⟧。', fixed: '受援人数由1200人增加至1500人，增加300人。' },
  { wrong: '⟦办案量同比增长30%（由500件增至600件⟧）。', fixed: '办案量同比增长20%（由500件增至600件）。' },
  { right: '办理环节由9个减至3个，减少率66%。', note: '66.67%截尾为66%。' },
  { right: '全年立案2730件，同比增长16%。', note: '没有写明基数。' },
  { right: '一般公共预算收入从38.2亿元增长到43.9亿元，年均增长4.7%。' },
  { right: '出口额由12亿元增加到15亿元，规上工业增加值增长6.1%。', note: '增幅说的是另一指标。' },
  { right: '经营主体达6.8万户，新增0.9万户，比上年末增长8.2%。' },
];
