/** 比率与所列数字不符：写明了分子、分母和比率，三者算不拢。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/rate',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '比率与其分子、分母的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '一句之中写明了分子、分母和比率（发现率、合格率、占比等），而分子除以分母得不出这个比率。四舍五入和截尾都算相符。',
      en: 'A sentence gives numerator, denominator and rate, and the quotient is not the rate. Rounding and cutting off both count as a match.',
    },
    why: {
      'zh-cn': '三个数必有一个写错，或者比率用的是没有写出的基数。',
      en: 'One of the three is wrong, or the rate rests on a base that is not given.',
    },
    todo: { 'zh-cn': '核实三个数；比率另有基数的，写明基数。', en: 'Check the three numbers; where the rate has another base, name it.' },
    rate: { 'zh-cn': '比率与所列数字不符：{formula}', en: 'The rate does not match its numbers: {formula}' },
    perhaps: {
      'zh-cn': '比率与所列数字不符（{formula}），如另有基数，建议写明',
      en: 'The rate does not match its numbers ({formula}); if it has another base, name it',
    },
    base: {
      'zh-cn': '按句中各数都得不出“{last}”（{reached}），建议写明比率的基数',
      en: 'No number of the sentence gives “{last}” ({reached}); name the base of the rate',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'rate', ({ form }) => ({ fails: 'rate', doubtful: form === 'base' ? 'base' : 'perhaps' }));
  },
});

export const examples: Example[] = [
  {
    wrong: '⟦全年检查企业8640户次，发现各类问题2160户次，问题发现率35%⟧。',
    fixed: '全年检查企业8640户次，发现各类问题2160户次，问题发现率25%。',
  },
  {
    wrong: '⟦抽检食品1500批次，不合格45批次，合格率98%⟧。',
    fixed: '抽检食品1500批次，不合格45批次，合格率97%。',
  },
  {
    wrong: '⟦办理案件640件，其中食品安全案件160件，占35%⟧。',
    fixed: '办理案件640件，其中食品安全案件160件，占25%。',
  },
  { right: '检查企业8640户次，发现问题隐患2885件次，问题发现率33.39%。' },
  {
    wrong: '受理消费投诉3120件，办理完成2870件，⟦达成调解618件，调解成功率为68.3%⟧。',
    note: '有两个数可作分母，都得不出这个比率：只作提示，请写明基数。',
  },
  { right: '办理消费投诉3120件，调解618件，满意率为68.3%。' },
  { right: '抽检粮油制品620批次，合格率98.39%。' },
  { right: '平均办理环节由6个减至2个，减少率66%。', note: '截尾而不进位，也算相符。' },
  { right: '受理投诉举报4380件，信访件75件，按时办结率100%。' },
];
