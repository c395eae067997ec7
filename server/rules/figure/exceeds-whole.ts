/** 部分大于总体：“其中”“含”之后的数，大于它所从属的总数。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/exceeds-whole',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '总数与分项的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '写在“其中”“含”“包括”之后的一个数，大于前面的总数。',
      en: 'A number after 其中, 含 or 包括 is larger than the total before it.',
    },
    why: {
      'zh-cn': '部分不可能大于总体，两个数必有一个写错，或者口径不同而没有写明。',
      en: 'A part cannot exceed the whole: one of the numbers is wrong, or their scopes differ.',
    },
    todo: { 'zh-cn': '对照统计底数，核实这两个数。', en: 'Check both numbers against the source.' },
    exceeds: { 'zh-cn': '部分大于总体：{formula}', en: 'The part exceeds the whole: {formula}' },
    perhaps: {
      'zh-cn': '部分大于邻近的总数（{formula}），请核对“其中”指的是哪一个总数',
      en: 'The part exceeds the nearest total ({formula}); check which total is meant',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'subset', () => ({ fails: 'exceeds', doubtful: 'perhaps' }));
  },
});

export const examples: Example[] = [
  { wrong: '⟦办理行政处罚案件86件（含简易程序案件91件⟧），罚没款全部上缴国库。' },
  { wrong: '⟦检查医疗机构210家次，其中民营医疗机构310家次⟧。' },
  { wrong: '⟦全区新登记经营主体1.2万户，其中企业13500户⟧。', note: '1.2万至多表示12500。' },
  { right: '办理行政处罚案件86件（含简易程序案件19件），罚没款全部上缴国库。' },
  { right: '培训执法人员30人，其中线上培训310人次。', note: '“人次”与“人”不可比。' },
  { right: '全县建成农村供水点超过260处，其中集中供水点270处。', note: '“超过”没有上限。' },
  { right: '进出口总额增长5.2%，其中出口增长9.6%。', note: '增速不是分项。' },
  { right: '帮扶困难家庭128户340人，其中61户175人已稳定增收。' },
  { right: '接待来访320批次，其中集体来访同比减少12批次。' },
];
