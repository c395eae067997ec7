/** 应办与实办不符：应检查数与实检查数、发现数与整改数，同写明的完成率或相互之间矛盾。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/completion',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '应办、实办与完成率的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '应办（应检查、发现、限期整改）与实办（实际检查、已整改）两个数，同写明的完成率不符，或者已整改的多于发现的。',
      en: 'The number due and the number done do not give the printed rate of completion, or more was put right than was found.',
    },
    why: { 'zh-cn': '完成率100%只能在两数相等时成立。', en: '100 % is true only where both numbers are equal.' },
    todo: { 'zh-cn': '核实两个数和完成率。', en: 'Check both numbers and the rate.' },
    rate: { 'zh-cn': '完成率与所列数字不符：{formula}', en: 'The rate of completion does not match its numbers: {formula}' },
    more: { 'zh-cn': '完成的多于应完成的：{formula}', en: 'More was done than was due: {formula}' },
    less: { 'zh-cn': '写明全部完成，两数却不等：{formula}', en: 'All is said to be done, but the numbers differ: {formula}' },
  },
  *check(block) {
    yield* figureFindings(block, 'completion', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  {
    wrong: '⟦应检查加油站64座，实际检查61座，完成率100%⟧。',
    fixed: '应检查加油站64座，实际检查61座，完成率95%。',
  },
  {
    wrong: '排查燃气安全隐患，⟦发现问题215个，已整改问题251个⟧。',
    fixed: '排查燃气安全隐患，发现问题215个，已整改问题215个。',
  },
  { wrong: '⟦限期整改商户48家次，已全部整改46家次⟧。', fixed: '限期整改商户48家次，已全部整改48家次。' },
  { right: '应检查加油站64座，实际检查64座，完成率100%。' },
  { right: '发现问题215个，已整改问题198个。' },
  { right: '应参加培训312人，实际参加306人，参训率98.1%。' },
  { right: '妥善处理群众来信870件，来访66批，按时办结率100%。', note: '100%没有第二个数，无从核对。' },
];
