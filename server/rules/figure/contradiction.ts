/** 说法与数字矛盾：既写“零败诉”“无败诉”，又写败诉n件；既写“全部办结”，又写未办结n件。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/contradiction',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '前后说法一致', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn':
        '同一段中说没有败诉（纠错），又写出了败诉（被撤销、被确认违法）的件数；或者说全部办结（整改率100%），又写有未办结（未整改）的数。',
      en: 'A paragraph claims that there were none, or that all were closed, and gives a number of those that were or were not.',
    },
    why: { 'zh-cn': '两种说法不能同时成立。', en: 'Both cannot be true.' },
    todo: { 'zh-cn': '核实后删改其中一处；时段不同的，写明时段。', en: 'Check and mend one of them; where the periods differ, name them.' },
    none: { 'zh-cn': '与“{reached}”矛盾：写有“{first}”', en: 'Contradicts “{reached}”: the text gives “{first}”' },
  },
  *check(block) {
    yield* figureFindings(block, 'contradiction', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  { wrong: '全年办理行政诉讼案件18件，⟦其中败诉2件⟧，实现零败诉。' },
  {
    wrong: '市本级行政诉讼实现零败诉。全市行政机关应诉案件30件，⟦其中败诉2件⟧。',
    note: '不在同一句，可能说的不是同一个机关，只作提示。',
  },
  { wrong: '受理的投诉已全部办结，⟦未办结6件⟧。' },
  { wrong: '专项检查发现问题的整改率100%，⟦尚有3个问题未整改到位⟧。' },
  { right: '全年办理行政诉讼案件18件，实现零败诉。' },
  { right: '全年办理行政诉讼案件18件，其中胜诉15件，无败诉情况。' },
  { right: '全年无败诉案件，上年败诉3件。' },
];
