/** 前后环节数量矛盾：后一环节的数量大于前一环节，如调解成功数大于受理数。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/funnel',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '前后环节的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '同一句中，后一环节（调解、不合格、大要案等）的数量大于前一环节（受理、抽检、立案等）。',
      en: 'Within a sentence, a later stage (settled, failed, major cases) has more cases than the stage before it (received, sampled, filed).',
    },
    why: {
      'zh-cn': '后一环节的对象来自前一环节，数量不会更多，多半是抄错了一位。',
      en: 'The later stage draws on the earlier one and cannot have more; usually a digit slipped.',
    },
    todo: {
      'zh-cn': '核实各环节的数量；含往年结转的，写明“含上年结转n件”。',
      en: 'Check the numbers of each stage; where cases of earlier years are included, say so.',
    },
    exceeds: { 'zh-cn': '后一环节的数量大于前一环节：{formula}', en: 'A later stage exceeds the one before it: {formula}' },
    carried: {
      'zh-cn': '后一环节多于前一环节（{formula}），如含往年结转，建议写明',
      en: 'More at a later stage than before it ({formula}); if cases of earlier years are included, say so',
    },
    narrower: {
      'zh-cn': '后一数的名称属于前一数的一种，却比它大（{formula}），请核对',
      en: 'The second number is named as a kind of the first and exceeds it ({formula})',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'funnel', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  { wrong: '⟦热线平台受理了6120件投诉，举报1430件，达成调解38206件⟧，挽回损失92.4万元。', note: '即使把投诉、举报相加，也只有7550件。' },
  { wrong: '⟦全年抽检农产品480批次，检出不合格产品520批次⟧。' },
  { wrong: '⟦立案查处案件176件，罚没款310万元，万元以上大要案210件⟧。' },
  { wrong: '⟦发放问卷1200份，收回有效问卷1260份⟧。' },
  { wrong: '⟦提出审核意见86条，采纳92条⟧。' },
  { right: '受理投诉1870件，处理完成1743件，达成调解协议402件。' },
  { right: '全年立案查处案件940件，同比增长12%；办结1012件，同比增长25%。', note: '办结数可以含往年结转的案件。' },
  { right: '检查工地58个，发现问题173个。', note: '一个对象可以有多个问题。' },
  { right: '审核处罚案件260件。协助审核处罚案件310件。' },
  { right: '查处未年检车辆案件3件，清理长期停放车辆180辆。' },
  { right: '制发检察建议19份，涉及企业412户。' },
];
