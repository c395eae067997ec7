/** 分项与总数不符：列出的各分项相加，与写明的总数对不上。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/sum',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '总数与分项的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn':
        '总数与其后（或其前）列出的分项相加的结果不一致。分项之和大于总数，或者分项已列全（有“分别为”“其余”“在办”“合计”等字样）而和数不等，都属此类。',
      en: 'The parts that are listed do not add up to the total: they exceed it, or words such as 分别为 or 其余 say that the list is complete and it is not.',
    },
    why: {
      'zh-cn': '总分不符会使人怀疑全部数据，也往往说明其中一个数抄错了一位。',
      en: 'A total that does not match its parts casts doubt on every figure, and usually means that one digit was copied wrongly.',
    },
    todo: {
      'zh-cn': '对照统计底数，核实总数和每一分项；口径不同的，写明口径。',
      en: 'Check the total and each part against the source; where the scopes differ, say so.',
    },
    parts: {
      'zh-cn': '分项与总数不符：{formula}；总数应为{reached}，或某一分项有误',
      en: 'The parts do not add up to the total: {formula}; the total should be {reached}, or one of the parts is wrong',
    },
    over: { 'zh-cn': '分项之和大于总数：{formula}', en: 'The parts exceed the total: {formula}' },
    total: { 'zh-cn': '合计数与前列各项之和不符：{formula}', en: 'The total is not the sum of the items before it: {formula}' },
    slip: {
      'zh-cn': '各分项之和与总数不等（{formula}），如分项已列全，可能有一位数字写错',
      en: 'The parts do not add up to the total ({formula}); if the list is complete, one digit may be wrong',
    },
    between: {
      'zh-cn': '各分项之和大于邻近的总数（{formula}），请核对总数指的是哪一个',
      en: 'The parts exceed the nearest total ({formula}); check which total is meant',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'sum', ({ form }) => ({ fails: form, doubtful: form === 'over' ? 'between' : 'slip' }));
  },
});

export const examples: Example[] = [
  {
    wrong: '⟦全年办理行政复议案件36件，其中维持21件、驳回复议申请6件、撤销2件，尚未办结5件⟧。',
    fixed: '全年办理行政复议案件34件，其中维持21件、驳回复议申请6件、撤销2件，尚未办结5件。',
    note: '“尚未办结”表明分项已列全。',
  },
  {
    wrong: '⟦全区现有餐饮服务单位2480家，其中大型餐馆120家、中型餐馆860家、小型餐馆1700家⟧。',
    fixed: '全区现有餐饮服务单位2680家，其中大型餐馆120家、中型餐馆860家、小型餐馆1700家。',
  },
  {
    wrong: '⟦抽检食品1200批次、药品300批次，合计1400批次⟧。',
    fixed: '抽检食品1200批次、药品300批次，合计1500批次。',
  },
  {
    wrong: '⟦下达专项资金325.5万元（其中市级补助180.5万元，区级配套120万元，其余35万元⟧由社会捐助）。',
    fixed: '下达专项资金335.5万元（其中市级补助180.5万元，区级配套120万元，其余35万元由社会捐助）。',
  },
  { right: '全市登记民办养老机构86家，其中三星级以上21家、医养结合型34家。', note: '“其中”之后未必列全，且各项可以交叉。' },
  { right: '办理法制审核案件45件，其中城管领域18件，交通领域15件，应急领域12件，提出审核意见60条。' },
  { right: '为基层站所配发执法记录仪230台，其中街道160台、直属队70台，培训操作人员310人次。' },
  { right: '审查合同64份，规范性文件5件，答复咨询12次，参与谈判3场。', note: '计量单位不同，不相加。' },
  { right: '实施抽查任务26项，合计检查企业148户。', note: '“合计”后是另一种计量单位。' },
  { right: '处理信访事项52件，其中涉及劳动报酬的31件，涉及社会保险的27件。', note: '同一事项可以涉及两类问题。' },
  { right: '全年出动执法人员1800余人次，其中夜间巡查700余人次、节日值守400余人次。' },
  { right: '兑付奖补资金97.25万元（其中高新技术企业认定62.25万元，标准制定5万元，质量奖励30万元）。' },
];
