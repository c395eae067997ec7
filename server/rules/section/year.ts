/** 章节年份不符：章节标题里的年份与报告年度对不上。 */
import { headingPlace } from '../../core/alignment';
import type { Section } from '../../core/outline';
import { readYears, type TitleYear } from '../../core/profile';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'section/year',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: 'profile',
  needs: ['reportYear'],
  messages: {
    what: {
      'zh-cn': '章节标题里的年份不对：举措、不足、第一责任人职责写报告年度，下一步安排写下一年度。',
      en: 'A heading names the wrong year: this year’s sections name the report year, the plan names the year after.',
    },
    why: {
      'zh-cn': '多半是沿用上年稿子没有改过来。年份写错，报告的是哪一年就说不清。',
      en: 'Mostly left over from last year’s draft; it leaves open which year is reported.',
    },
    todo: { 'zh-cn': '核对报告年度，改正标题中的年份。', en: 'Check the report year and correct the heading.' },
    year: { 'zh-cn': '此处写作{found}年，与报告年度（{reportYear}年）不一致', en: 'This says {found}; the report is about {reportYear}' },
    plan: {
      'zh-cn': '本章是下一年度的安排，报告年度为{reportYear}年，这里应写{expected}年，不是{found}年',
      en: 'This says {found}; the report is about {reportYear}, so the plan is for {expected}',
    },
    whole: { 'zh-cn': '标题写的是{reportYear}年，各章标题写的都是{found}年', en: 'The title says {reportYear}, all chapters say {found}' },
    change: { 'zh-cn': '改为{expected}年', en: 'Change to {expected}' },
    chapter: { 'zh-cn': '章节标题', en: 'Chapter title' },
  },
  *check({ alignment, layout, traits, top }) {
    const { reportYear } = traits;
    if (!alignment || reportYear === null) return;
    const required = alignment.profile.sections.filter((section) => section.required === 'required');
    const dated = datedChapters(alignment.chapters, (chapter) => alignment.roles.get(chapter) ?? [], required);
    const offsets = new Set(dated.map(({ year, offset }) => year.year - offset));
    if (dated.length >= 3 && offsets.size === 1 && !offsets.has(reportYear)) {
      const [found] = offsets;
      yield {
        at: top,
        message: 'whole',
        args: { reportYear, found },
        related: dated.map(({ chapter }) => ({ at: headingPlace(chapter), message: 'chapter' })),
      };
      return;
    }
    // Without a year in the title, the report year is only what most chapters say.
    const sure = readYears(layout.titleText).length > 0;
    for (const { chapter, year, offset } of dated) {
      const expected = reportYear + offset;
      if (year.year !== expected)
        yield { ...wrongYear(chapter, year, reportYear, expected), ...(sure ? {} : { certainty: 'likely' as const }) };
    }
  },
});

interface Dated {
  readonly chapter: Section;
  readonly year: TitleYear;
  /** 0 for this year's sections, 1 for the plan. */
  readonly offset: number;
}

/** Chapters whose titles begin with their one year and which serve sections of one year: of others nothing can be said. */
function datedChapters(
  chapters: readonly Section[],
  roles: (chapter: Section) => readonly string[],
  sections: readonly { readonly id: string; readonly year: number }[],
): Dated[] {
  return chapters.flatMap((chapter) => {
    const ids = roles(chapter);
    const offsets = new Set(sections.filter(({ id }) => ids.includes(id)).map((section) => section.year));
    const years = readYears(chapter.title);
    if (offsets.size !== 1 || years.length !== 1 || years[0].span.from > 0) return [];
    return [{ chapter, year: years[0], offset: [...offsets][0] }];
  });
}

function wrongYear(chapter: Section, { year, span, arabic }: TitleYear, reportYear: number, expected: number): Finding {
  const from = chapter.heading.title.from + span.from;
  const place = { block: chapter.block, span: { from, to: from + (span.to - span.from) } };
  return {
    at: place,
    message: expected === reportYear ? 'year' : 'plan',
    args: { reportYear, expected, found: year },
    fixes: arabic ? [{ message: 'change', args: { expected }, safe: false, edits: [{ ...place, newText: String(expected) }] }] : [],
  };
}

const report = (title: string, first: string, plan: string) =>
  [
    title,
    `一、${first}推进法治政府建设的主要举措和成效`,
    '办结行政复议案件17件。',
    '二、2024年推进法治政府建设存在的不足和原因',
    '调解力量不足，原因是专职人员少。',
    '三、主要负责人履行推进法治建设第一责任人职责情况',
    '局长带头述法。',
    `四、${plan}推进法治政府建设的主要安排`,
    '加强人民调解。',
  ].join('\n');
const TITLE = '临川市司法局关于2024年度法治政府建设情况的报告';

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  { profile: 'fazhi-annual-report', wrong: report(TITLE, '⟦2023⟧年', '2025年'), fixed: report(TITLE, '2024年', '2025年') },
  { profile: 'fazhi-annual-report', wrong: report(TITLE, '2024年度', '⟦2024⟧年'), fixed: report(TITLE, '2024年度', '2025年') },
  {
    profile: 'fazhi-annual-report',
    wrong: report('⟦临川市司法局关于2023年度法治政府建设情况的报告⟧', '2024年', '2025年'),
    note: '各章年份一致，只有标题不同：只在标题处提示一次，改哪边由人定。',
  },
  { profile: 'fazhi-annual-report', right: report(TITLE, '2024年', '下一年度') },
  { profile: 'fazhi-annual-report', right: report('临川市司法局法治政府建设情况报告', '2024年度', '2025年度') },
])();
