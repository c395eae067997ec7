/** 必备内容未单列：必备内容只写在别的章里，没有自成一章。 */
import { defineRule, type Example, type Finding } from '../../core/rule';
import { sectionTitle } from '../../core/skeleton';

export default defineRule({
  id: 'section/not-separate',
  view: 'outline',
  severity: 'warning',
  certainty: 'likely',
  basis: 'profile',
  needs: ['reportYear'],
  messages: {
    what: {
      'zh-cn': '必备内容没有单列一章，只写在别的章的小标题、段首语或正文里。',
      en: 'A required part has no chapter of its own; it stands under another chapter’s heading, in a run-in lead or in a sentence.',
    },
    why: {
      'zh-cn': '规定把这几项内容并列列出，审核时逐项对照；夹写在其他章里，容易被当作缺项。',
      en: 'The regulation lists these parts side by side, and reviewers tick them off one by one; a part inside another is easily taken for missing.',
    },
    todo: {
      'zh-cn': '把这部分内容移出来，单列一章，用规定的标题。',
      en: 'Move this part into a chapter of its own with the mandated title.',
    },
    nested: {
      'zh-cn': '“{title}”没有单列一章，只作为“{chapter}”里的一个小标题',
      en: '“{title}” is no chapter of its own: it is a heading inside “{chapter}”',
    },
    inline: { 'zh-cn': '“{title}”没有单列一章，只在正文中提到', en: '“{title}” is no chapter of its own: only the text speaks of it' },
  },
  *check({ alignment, traits }): Iterable<Finding> {
    if (!alignment || alignment.thematic) return;
    for (const { section, demand, state, at, heading } of alignment.states) {
      // Where only custom asks for it, a part inside another chapter is as good.
      if (demand !== 'law' || !at) continue;
      const title = sectionTitle(section, traits.reportYear);
      if (state === 'nested') yield { at, message: 'nested', args: { title, chapter: heading?.parent?.title ?? '' }, basis: section.basis };
      else if (state === 'run-in' || state === 'body') yield { at, message: 'inline', args: { title }, basis: section.basis };
    }
  },
});

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: [
      '临川市文化和旅游局关于2024年法治政府建设情况的报告',
      '一、2024年推进法治政府建设的主要举措和成效',
      '（一）健全制度机制',
      '修订制度4项。',
      '⟦（二）主要负责人履行法治建设“第一责任人”职责⟧。',
      '局长主持专题学习5次。',
      '二、2024年推进法治政府建设存在的不足和原因',
      '普法形式单一，原因是投入不够。',
      '三、2025年推进法治政府建设的主要安排',
      '继续开展执法案卷评查。',
    ].join('\n'),
  },
  {
    profile: 'fazhi-annual-report',
    wrong: [
      '临川市文化和旅游局关于2024年法治政府建设情况的报告',
      '一、2024年推进法治政府建设的主要举措和成效',
      '修订制度4项。',
      '二、2024年推进法治政府建设存在的不足和原因',
      '普法形式单一，原因是投入不够。⟦下一步，我局将拓宽普法渠道⟧。',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '局长主持专题学习5次。',
    ].join('\n'),
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '云河区审计局2024年度法治政府建设情况报告',
      '一、2024年法治政府建设主要举措和成效',
      '（一）党组书记履行第一责任人职责',
      '党组书记带头学法。',
      '二、存在的不足及原因',
      '审计结果运用不够充分，主要是由于跟踪机制不健全。',
      '三、党政主要负责人履行推进法治建设第一责任人职责情况',
      '党组书记主持法治专题会议2次。',
      '四、2025年工作打算',
      '完善跟踪机制。',
    ].join('\n'),
    note: '另有单列的一章，小标题里再提到不算问题。',
  },
])();
