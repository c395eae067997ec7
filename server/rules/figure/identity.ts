/** 固定表格勾稽关系不符：本文种规定的表格中，应当相等的各项不相等。 */
import { cellParts, FIGURE_MESSAGES } from '../../core/figure-finding';
import type { StatedTable } from '../../core/facts/table-sum';
import { identitiesIn } from '../../core/identity';
import { defineRule, type Example } from '../../core/rule';

const MOST_CORRECTIONS = 6;

export default defineRule({
  id: 'figure/identity',
  view: 'group',
  keys: 'table',
  needs: ['profile'],
  severity: 'warning',
  certainty: 'certain',
  basis: 'profile',
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '本文种的固定表格规定了勾稽关系（如各行之和等于总计、新收加结转等于办结加未结），表中的数不符合。',
      en: 'The fixed table of this kind of report has sums that must agree, and here they do not.',
    },
    why: {
      'zh-cn': '固定表格由系统汇总或逐项核对，勾稽关系不符会被退回。',
      en: 'Such tables are added up and checked elsewhere; one that does not agree comes back.',
    },
    todo: { 'zh-cn': '逐项核对底数，改正有误的一格。', en: 'Check each cell against the source, and correct the wrong one.' },
    unnamed: { 'zh-cn': '勾稽关系不符：{formula}', en: 'The sums do not agree: {formula}' },
    unequal: { 'zh-cn': '“{where}”一栏勾稽关系不符：{formula}', en: 'In “{where}” the sums do not agree: {formula}' },
  },
  *check({ members }, { profile }) {
    if (!profile || profile.identities.length === 0) return;
    for (const { block, value } of members) {
      for (const { identity, at, cells, holds, formula, where, corrections } of identitiesIn(
        block.text,
        value as StatedTable,
        profile.identities,
      )) {
        if (holds) continue;
        const basis = identity.basis.length > 0 ? identity.basis : profile.basis;
        yield {
          at: { block, span: at },
          message: where === '' ? 'unnamed' : 'unequal',
          args: { where, formula },
          basis,
          // What rests on a source that nobody has confirmed is a hint at most.
          ...(basis.some((b) => b.confirmed) ? undefined : { severity: 'hint', certainty: 'likely' }),
          ...cellParts(block, cells, corrections, MOST_CORRECTIONS),
        };
      }
    }
  },
});

export const examples: Example[] = [
  {
    profile: 'disclosure-annual-report',
    wrong:
      '| 申请情况 | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 30 | 30 |\n| 二、上年结转政府信息公开申请数量 | 2 | 2 |\n| （七）总计 | ⟦35⟧ | 31 |\n| 四、结转下年度继续办理 | 1 | 1 |',
    fixed:
      '| 申请情况 | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 30 | 30 |\n| 二、上年结转政府信息公开申请数量 | 2 | 2 |\n| （七）总计 | 31 | 31 |\n| 四、结转下年度继续办理 | 1 | 1 |',
  },
  {
    profile: 'disclosure-annual-report',
    wrong: '| 行政复议 | | | | |\n|---|---|---|---|---|\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 5 | 1 | 2 | 1 | ⟦8⟧ |',
    note: '两层表头：上一层“行政复议”管到右边。',
  },
  {
    profile: 'disclosure-annual-report',
    right:
      '| 申请情况 | 自然人 | 总计 |\n|---|---|---|\n| 一、本年新收政府信息公开申请数量 | 30 | 30 |\n| 二、上年结转政府信息公开申请数量 | — | 2 |\n| （七）总计 | 31 | 31 |\n| 四、结转下年度继续办理 | 1 | 1 |',
    note: '“—”不是零，这一列不核。',
  },
  {
    profile: 'disclosure-annual-report',
    right:
      '申请情况\t自然人\t总计\n一、本年新收政府信息公开申请数量\t30\n二、上年结转政府信息公开申请数量\t2\t2\n（七）总计\t29\t31\n四、结转下年度继续办理\t1\t1',
    note: '各行格数不同，列可能错位，不核。',
  },
  {
    right: '| 申请情况 | 自然人 |\n|---|---|\n| 本年新收 | 30 |\n| 上年结转 | 2 |\n| 总计 | 29 |\n| 结转下年度 | 1 |',
    note: '别的文种没有这项规定。',
  },
];
