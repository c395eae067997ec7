/** 存量与增减不符：原有、新增、减少、现有四个数不平衡，或本期新增大于累计。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/flow',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '期初、增减与期末的平衡关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '原有（上年结转）加新增（新收）减去减少（办结），不等于现有（结转下年）；或者今年新增的多于累计的。',
      en: 'Opening stock plus what came in less what went out is not the closing stock; or more is new this year than there is in all.',
    },
    why: { 'zh-cn': '四个数必有一个写错。', en: 'One of the numbers is wrong.' },
    todo: { 'zh-cn': '逐一核实四个数。', en: 'Check each of them.' },
    balance: { 'zh-cn': '存量与增减不平衡：{formula}', en: 'Stock and flow do not balance: {formula}' },
    stock: { 'zh-cn': '本期新增大于累计：{formula}', en: 'More is new than there is in all: {formula}' },
  },
  *check(block) {
    yield* figureFindings(block, 'flow', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  {
    wrong: '⟦全区原有维权站18家，新建5家，撤销2家，现有23家⟧。',
    fixed: '全区原有维权站18家，新建5家，撤销2家，现有21家。',
  },
  { wrong: '⟦上年结转14件，新收86件，办结90件，结转下年12件⟧。', fixed: '上年结转14件，新收86件，办结90件，结转下年10件。' },
  { wrong: '⟦新收申诉46件，上年结转3件，共计43件⟧，审结40件。', fixed: '新收申诉46件，上年结转3件，共计49件，审结40件。' },
  { wrong: '⟦今年新增绿色商场9家（累计7家⟧）。' },
  { right: '全区原有维权站18家，新建5家，撤销2家，现有21家。' },
  { right: '撤销维权站3家，新建维权站3家，现有14家。', note: '没有写原有数，无从核对。' },
  { right: '今年新增绿色商场2家、绿色门店6个（累计建成绿色商场11家、绿色门店40个）。' },
];
