/** 表内数字不符：合计、小计与各行（列）之和不等，或者占比与数字对不上。 */
import { cellParts, FIGURE_MESSAGES } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

/** A long column has a correction for every row; more than these help nobody. */
const MOST_CORRECTIONS = 8;

export default defineRule({
  id: 'figure/table',
  view: 'block',
  reads: ['tables'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '表内各行、各列与合计的勾稽关系', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn':
        '表中“合计”“小计”行（列）的数与各分项之和不等，或者“占比”一列与它所依据的数对不上。空格、“—”、“不适用”不当作零，含空格的列只在和数已超过合计时才提示。',
      en: 'A total in a table is not the sum of its rows or columns, or a share does not fit the numbers it is of. A blank or “—” is no zero: with one of them among the parts only a sum that is too large is told.',
    },
    why: {
      'zh-cn': '表格最常被逐行核对，合计不符一眼就会被看出来。',
      en: 'Tables are checked line by line; a wrong total is seen at once.',
    },
    todo: {
      'zh-cn': '对照统计底数，核实合计和每一格；有未列出的行或口径不同的，在表下注明。',
      en: 'Check the total and each cell against the source; note below the table what is left out.',
    },
    column: { 'zh-cn': '本列合计不符：{formula}', en: 'This column does not add up: {formula}' },
    row: { 'zh-cn': '本行合计不符：{formula}', en: 'This row does not add up: {formula}' },
    cell: {
      'zh-cn': '这一格与所在行、列的合计都不符，应为{reached}：{formula}',
      en: 'This cell fits neither its row nor its column; it should be {reached}: {formula}',
    },
    rate: {
      'zh-cn': '比率与同行的数不符（其余各行都相符）：{formula}',
      en: 'The rate does not fit the numbers of its row, as it does in all other rows: {formula}',
    },
    share: { 'zh-cn': '占比与数字不符：{formula}', en: 'The share does not fit the numbers: {formula}' },
    shares: { 'zh-cn': '各项占比相加不是100%：{formula}', en: 'The shares do not make 100%: {formula}' },
  },
  *check(block) {
    for (const { statements } of block.facts.tables) {
      for (const { form, verdict, at, cells, formula, reached, corrections } of statements) {
        if (verdict !== 'fails') continue;
        yield {
          at: { block, span: at },
          message: form,
          args: { formula, reached },
          ...cellParts(block, cells, corrections, MOST_CORRECTIONS),
        };
      }
    }
  },
});

export const examples: Example[] = [
  {
    wrong: '| 单位 | 检查（次） | 立案（件） |\n|---|---|---|\n| 城管中队 | 120 | 15 |\n| 市监所 | 86 | 21 |\n| 合计 | 206 | ⟦38⟧ |',
    fixed: '| 单位 | 检查（次） | 立案（件） |\n|---|---|---|\n| 城管中队 | 120 | 15 |\n| 市监所 | 86 | 21 |\n| 合计 | 206 | 36 |',
  },
  {
    wrong: '街道\t一季度\t二季度\t合计\n东湖\t31\t⟦28⟧\t55\n南屏\t18\t20\t38\n合计\t49\t44\t93',
    fixed: '街道\t一季度\t二季度\t合计\n东湖\t31\t24\t55\n南屏\t18\t20\t38\n合计\t49\t44\t93',
    note: '行、列两个合计都不符，交会处的一格有误。',
  },
  {
    wrong:
      '| 类型 | 件数 | 占比 |\n|---|---|---|\n| 维持 | 21 | 58.33% |\n| 撤销 | 6 | ⟦26.67%⟧ |\n| 终止 | 9 | 25% |\n| 合计 | 36 | 100% |',
    fixed: '| 类型 | 件数 | 占比 |\n|---|---|---|\n| 维持 | 21 | 58.33% |\n| 撤销 | 6 | 16.67% |\n| 终止 | 9 | 25% |\n| 合计 | 36 | 100% |',
  },
  {
    right: '| 项目 | 金额（万元） |\n|---|---|\n| 罚款 | 33.33 |\n| 没收 | 33.33 |\n| 其他 | 33.33 |\n| 合计 | 100.00 |',
    note: '各数分别四舍五入，末位可差。',
  },
  {
    right: '| 镇街 | 调解 | 诉讼 |\n|---|---|---|\n| 东湖街道 | 45 | — |\n| 石桥镇 | 32 | 6 |\n| 青山镇 | 28 | / |\n| 合计 | 105 | 9 |',
    note: '“—”“/”不是零。',
  },
  {
    right: '| 年度 | 收案 | 结案率 |\n|---|---|---|\n| 2023 | 120 | 95% |\n| 2024 | 133 | 96.2% |\n| 合计 | 253 | 95.6% |',
    note: '率不相加。',
  },
  { right: '| 类别 | 件数 |\n|---|---|\n| 行政处罚 | 86 |\n| 其中：简易程序 | 30 |\n| 行政强制 | 12 |\n| 合计 | 98 |' },
  { right: '类别\t案件\n一、行政复议\t36\n1.维持\t21\n2.撤销\t15\n二、行政诉讼\t12\n合计\t48', note: '两级编号，下级不再相加。' },
];
