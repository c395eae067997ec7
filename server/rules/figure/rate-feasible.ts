/** 比率不可能：按写明的总数，没有任何整数件数能得出这个比率。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/rate-feasible',
  view: 'block',
  reads: ['disputed'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '比率与其基数的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '只写了总数和比率，而以这个总数为分母，任何整数作分子都得不出所写的比率。',
      en: 'Only the base and the rate are given, and no whole number of cases gives this rate on this base.',
    },
    why: {
      'zh-cn': '比率可能用了别的基数，或者总数、比率有一个写错。',
      en: 'The rate may rest on another base, or one of the two is wrong.',
    },
    todo: { 'zh-cn': '核对比率的基数。', en: 'Check the base of the rate.' },
    whole: {
      'zh-cn': '以此为基数得不出这个比率，最接近的是{reached}（{formula}），请核对基数',
      en: 'No whole number gives this rate on this base; the nearest is {reached} ({formula})',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'rate-feasible', () => ({ doubtful: 'whole' }));
  },
});

export const examples: Example[] = [
  { wrong: '⟦完成蔬菜监督抽检64批次，合格率97.5%⟧。' },
  { right: '完成蔬菜监督抽检64批次，合格率98.44%。' },
  { right: '完成粮食抽检2180批次，合格率97.34%。' },
  { right: '完成水产品抽检64批次，合格率100%。' },
  { right: '受理来信120件，来访64批，按时办结率97.5%。' },
];
