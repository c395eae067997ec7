/** 章节无内容：必备章节只有标题，没有正文。 */
import { hasText, headingPlace } from '../../core/alignment';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'section/empty',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: 'profile',
  messages: {
    what: { 'zh-cn': '必备章节只有标题，下面没有正文。', en: 'A required section has a heading and no text.' },
    why: { 'zh-cn': '只有标题等于没有报告这项内容。', en: 'A heading alone reports nothing.' },
    todo: {
      'zh-cn': '补写正文；一时写不了的，先写“【待补】”占位。',
      en: 'Write the text, or put the placeholder 【待补】 until it can be written.',
    },
    empty: { 'zh-cn': '“{title}”只有标题，没有正文', en: '“{title}” has a heading and no text' },
  },
  *check({ alignment, layout }) {
    if (!alignment) return;
    const seen = new Set();
    const tables = new Set(alignment.profile.identities.map(({ section }) => section));
    for (const { section, demand, headings, named } of alignment.states) {
      if (!named) continue;
      for (const heading of headings) {
        if (seen.has(heading) || hasText(heading, layout) || heading.count('placeholder') > 0 || heading.count('opaque') > 0) continue;
        seen.add(heading);
        // A fixed table is often kept apart from the text.
        const doubtful = demand !== 'law' || tables.has(section.id);
        yield {
          at: headingPlace(heading),
          message: 'empty',
          args: { title: heading.title },
          basis: section.basis,
          ...(doubtful ? { severity: 'hint', certainty: 'likely' } : {}),
        };
      }
    }
  },
});

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: [
      '临川市应急管理局关于2024年法治政府建设情况的报告',
      '一、2024年推进法治政府建设的主要举措和成效',
      '检查企业86家次。',
      '⟦二、2024年推进法治政府建设存在的不足和原因⟧',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '局长带头学法。',
      '⟦四、2025年推进法治政府建设的主要安排⟧',
      '',
      '临川市应急管理局',
      '2025年1月20日',
    ].join('\n'),
    note: '最后一章后面只有署名和成文日期，也算没有正文。',
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '临川市应急管理局关于2024年法治政府建设情况的报告',
      '一、2024年推进法治政府建设的主要举措和成效。检查企业86家次。',
      '二、2024年推进法治政府建设存在的不足和原因',
      '【待补】',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '（一）带头学法',
      '局长主持学习4次。',
      '四、2025年推进法治政府建设的主要安排',
      '完善应急预案。',
    ].join('\n'),
    note: '标题后接正文、先用占位符占位，都不算空。',
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '临川市应急管理局关于2024年法治政府建设情况的报告',
      '一、2024年推进法治政府建设的主要举措和成效',
      '检查企业86家次。',
      '二、2024年推进法治政府建设存在的不足和原因',
      '1.基层监管力量不足，主要原因是编制偏少。',
      '2.执法装备老化，原因在于经费投入不够。',
      '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '局长带头学法。',
      '四、2025年推进法治政府建设的主要安排',
      '1.修订全市应急预案管理办法。',
      '2.建成覆盖全部乡镇的应急指挥网络。',
    ].join('\n'),
    note: '每条只有一句话的分条，写成“1.……。”也是正文。',
  },
])();
