/** 章节重复：同一必备章节出现两次。 */
import { headingPlace } from '../../core/alignment';
import type { Section } from '../../core/outline';
import { foldTitle } from '../../core/profile';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'section/duplicate',
  view: 'outline',
  severity: 'warning',
  certainty: 'likely',
  basis: 'profile',
  messages: {
    what: { 'zh-cn': '两章用了同一个标题。', en: 'Two chapters have the same title.' },
    why: { 'zh-cn': '多半是拼接稿子时重复粘贴，或漏改了其中一个标题。', en: 'Mostly pasted twice, or a title that was not changed.' },
    todo: { 'zh-cn': '合并两章，或改正其中一个标题。', en: 'Merge the two, or correct one of the titles.' },
    duplicate: { 'zh-cn': '“{title}”一章重复', en: 'The chapter “{title}” stands twice' },
    first: { 'zh-cn': '前一处', en: 'The first one' },
  },
  *check({ alignment }) {
    if (!alignment) return;
    const seen = new Map<string, Section>();
    for (const chapter of alignment.chapters) {
      if (!alignment.roles.has(chapter)) continue;
      const words = foldTitle(chapter.title);
      const first = seen.get(words);
      if (!first) seen.set(words, chapter);
      else
        yield {
          at: headingPlace(chapter),
          message: 'duplicate',
          args: { title: chapter.title },
          related: [{ at: headingPlace(first), message: 'first' }],
        };
    }
  },
});

const report = (second: string) =>
  [
    '临川市教育局关于2024年法治政府建设情况的报告',
    '一、2024年推进法治政府建设的主要举措和成效',
    '评查案卷12卷。',
    '二、2024年推进法治政府建设存在的不足和原因',
    '校园普法形式单一，原因是师资不足。',
    second,
    '局长带头学法。',
    '四、2025年推进法治政府建设的主要安排',
    '培训法治副校长。',
  ].join('\n');

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: report('三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况').replace(
      '四、2025年推进法治政府建设的主要安排',
      '⟦四、2024年推进法治政府建设存在的不足和原因⟧\n原因同上。\n五、2025年推进法治政府建设的主要安排',
    ),
  },
  { profile: 'fazhi-annual-report', right: report('三、主要负责人履行法治建设第一责任人职责情况') + '\n五、其他需要报告的情况\n无。' },
])();
