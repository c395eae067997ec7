/** 章节标题不规范：必备章节的标题漏了规定表述里的要素。 */
import { headingPlace } from '../../core/alignment';
import { foldTitle, readYears } from '../../core/profile';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'section/title',
  view: 'outline',
  severity: 'hint',
  certainty: 'advice',
  basis: 'profile',
  messages: {
    what: {
      'zh-cn': '必备章节的标题漏了规定表述里的要素，如只写“问题”不写“原因”。',
      en: 'The title of a required section leaves out something of the mandated words, such as the causes beside the shortcomings.',
    },
    why: {
      'zh-cn': '规定列的是内容，没有要求逐字用作标题；但标题写全，读者和审核的人一眼能对上，也不会漏写其中一半。',
      en: 'The regulation lists contents, not headings; yet a full title lets readers find each item, and keeps the writer from forgetting half of it.',
    },
    todo: { 'zh-cn': '改用规定的表述，年份照旧。', en: 'Use the mandated words; the year stays as it is.' },
    title: { 'zh-cn': '标题与规定的表述不一致，宜写作“{title}”', en: 'The title is not in the mandated words: “{title}”' },
    rename: { 'zh-cn': '改为“{title}”', en: 'Rename to “{title}”' },
  },
  *check({ alignment }) {
    if (!alignment || alignment.thematic) return;
    for (const { section, demand, state, named, heading } of alignment.states) {
      if (demand === 'custom' || (demand === 'none' && section.required === 'required') || state !== 'present' || !named || !heading)
        continue;
      const folded = foldTitle(heading.title);
      if (section.essential.every((words) => words.test(folded))) continue;
      const [year] = readYears(heading.title);
      const prefix = year ? heading.title.slice(year.span.from, year.span.to) + year.unit : '';
      const title = section.title.replace('{year}', prefix);
      // A line as long as this may go on in the next one.
      if (heading.block.text.trim().length >= WHOLE_LINE && title.startsWith(heading.title)) continue;
      yield {
        at: headingPlace(heading),
        message: 'title',
        args: { title },
        basis: section.basis,
        fixes: [
          {
            message: 'rename',
            args: { title },
            safe: false,
            edits: [{ block: heading.block, span: heading.heading.title, newText: title }],
          },
        ],
      };
    }
  },
});

/** Characters of a full line of a page, its number included. */
const WHOLE_LINE = 24;

const report = (shortcomings: string, leader: string, plan = '2025年推进法治政府建设的主要安排') =>
  [
    '临川市交通运输局关于2024年法治政府建设情况的报告',
    '一、2024年推进法治政府建设的主要举措和成效',
    '开展联合执法9次。',
    shortcomings,
    '路面执法力量不足，原因是夜间巡查任务重。',
    leader,
    '局长带头学法、带头述法。',
    `四、${plan}`,
    '推行非现场执法。',
  ].join('\n');
const SHORTCOMINGS = '二、2024年推进法治政府建设存在的不足和原因';
const LEADER = '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况';

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: report('⟦二、2024年度推进法治建设存在问题⟧', LEADER),
    fixed: report('二、2024年度推进法治政府建设存在的不足和原因', LEADER),
    note: '“2024年度”按原样保留。',
  },
  {
    profile: 'fazhi-annual-report',
    wrong: report(SHORTCOMINGS, '⟦三、2024年党政主要负责人推进法治政府建设情况⟧'),
    fixed: report(SHORTCOMINGS, LEADER),
  },
  {
    profile: 'fazhi-annual-report',
    right: report('二、推进依法行政（法治政府建设）存在的不足及原因', LEADER),
    note: '“及”与“和”、有无年份和括号都不影响。',
  },
  {
    profile: 'fazhi-annual-report',
    right: report(SHORTCOMINGS, '三、2024年党政主要负责人履行推进法治建设第一责\n任人职责，加强法治政府建设的有关情况'),
    note: '标题折成两行，后半句在下一行。',
  },
  { profile: 'fazhi-annual-report', right: report(SHORTCOMINGS, '三、主要负责同志履行法治建设第一责任人职责情况', '2025年工作思路和打算') },
])();
