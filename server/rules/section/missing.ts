/** 必备章节缺失：报告没有写其文种要求必备的内容。 */
import { insertSection } from '../../core/insertion';
import { defineRule, type Example } from '../../core/rule';
import { sectionTitle } from '../../core/skeleton';

export default defineRule({
  id: 'section/missing',
  view: 'outline',
  severity: 'warning',
  certainty: 'likely',
  basis: 'profile',
  needs: ['reportYear', 'issuer'],
  messages: {
    what: {
      'zh-cn': '报告缺少必备内容：各级标题、“一是”之类的段首语和正文都没有写到。',
      en: 'A required part of the report is absent: no heading, no run-in lead and no sentence speaks of it.',
    },
    why: {
      'zh-cn':
        '这几项内容是规定要求年度报告必须载明的，缺项的报告会被退回补报。只是惯例、没有核对到规定的，仅作提示。“其他需要报告的情况”没有可以不写。',
      en: 'The regulation lists what the annual report must contain; a report without it is sent back. What rests on custom, or on a source nobody has confirmed, is a hint. “Other matters” may be left out.',
    },
    todo: {
      'zh-cn': '插入章节模板并补写；后面各章的序号随之顺延。',
      en: 'Insert the section’s template and fill it in; the chapters behind it are renumbered.',
    },
    missing: { 'zh-cn': '缺少必备章节“{title}”', en: 'The required section “{title}” is missing' },
    customary: {
      'zh-cn': '这类报告通常写有“{title}”，本篇没有写到',
      en: 'Such reports usually have “{title}”; this one does not speak of it',
    },
    insert: { 'zh-cn': '插入章节“{title}”', en: 'Insert the section “{title}”' },
  },
  *check(view) {
    const { alignment, traits, top } = view;
    if (!alignment || alignment.thematic) return;
    for (const state of alignment.states) {
      const { section, demand } = state;
      if (demand === 'none' || state.state !== 'missing') continue;
      const title = sectionTitle(section, traits.reportYear);
      yield {
        at: top,
        ...(demand === 'law' ? { message: 'missing' } : { message: 'customary', severity: 'hint', certainty: 'advice' }),
        args: { title },
        absent: section.id,
        basis: section.basis,
        fixes: [{ message: 'insert', args: { title }, safe: false, edits: () => insertSection(view, state) }],
      };
    }
  },
});

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: [
      '⟦临川市水利局关于2024年度法治政府建设情况的报告⟧',
      '',
      '一、2024年推进法治政府建设的主要举措和成效',
      '',
      '全年办理行政许可事项212件，全部在承诺期限内办结。',
      '',
      '二、2024年推进法治政府建设存在的不足和原因',
      '',
      '基层执法力量偏弱，主要原因是编制多年没有增加。',
      '',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '',
      '局长主持召开党组会专题研究法治建设3次。',
      '',
    ].join('\n'),
    fixed: [
      '临川市水利局关于2024年度法治政府建设情况的报告',
      '',
      '一、2024年推进法治政府建设的主要举措和成效',
      '',
      '全年办理行政许可事项212件，全部在承诺期限内办结。',
      '',
      '二、2024年推进法治政府建设存在的不足和原因',
      '',
      '基层执法力量偏弱，主要原因是编制多年没有增加。',
      '',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '',
      '局长主持召开党组会专题研究法治建设3次。',
      '',
      '四、2025年推进法治政府建设的主要安排',
      '',
      '2025年，我局将围绕以下方面推进法治政府建设：一是【待补：主要安排】。二是【待补：主要安排】。',
      '',
    ].join('\n'),
    note: '模板插在应在的位置，年份取报告年度的下一年。',
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '云河区卫生健康局2024年度法治政府建设情况报告',
      '',
      '一、2024年主要工作举措和成效',
      '组织专项监督检查6次。',
      '二、存在问题及下一步打算',
      '执法人员不足，原因是退休较多；2025年将招录补充。',
      '三、主要负责人履行法治建设第一责任人职责情况',
      '局长带头学法。',
    ].join('\n'),
    note: '一章兼写两项内容，不算缺。',
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '青石县民政局关于2024年法治政府建设情况的报告',
      '一、加强党的领导，压实工作责任',
      '（一）主要负责人履行法治建设第一责任人职责',
      '局长每季度听取法治工作汇报。',
      '二、规范养老服务执法，守牢安全底线',
      '检查养老机构31家次。',
      '三、存在的不足和原因',
      '个别制度没有及时修订，原因是对新规定学习不够。',
      '四、2025年工作安排',
      '修订内部规程。',
    ].join('\n'),
    note: '按主题设章的举措部分视为已写；写在二级标题里的内容由 section/not-separate 提示。',
  },
])();
