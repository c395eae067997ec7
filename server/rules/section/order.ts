/** 章节顺序异常：必备章节的先后与规定所列不同。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'section/order',
  view: 'outline',
  severity: 'hint',
  certainty: 'advice',
  basis: 'profile',
  messages: {
    what: {
      'zh-cn': '必备章节都有，但先后与规定所列的顺序不同。',
      en: 'All required sections are there, in another order than the regulation lists them.',
    },
    why: {
      'zh-cn': '规定只列内容，没有明文规定顺序；按所列顺序写，便于对照审核。',
      en: 'The regulation lists contents without fixing their order; the same order makes review easier.',
    },
    todo: { 'zh-cn': '把这一章移到应在的位置，并改序号。', en: 'Move this chapter to its place and renumber.' },
    order: { 'zh-cn': '按规定所列顺序，“{title}”应在“{neighbour}”{where}', en: '“{title}” belongs {where} “{neighbour}”' },
    behind: { 'zh-cn': '之后', en: 'behind' },
    ahead: { 'zh-cn': '之前', en: 'before' },
  },
  *check({ alignment }) {
    if (!alignment?.demanded) return;
    const { states, chapters } = alignment;
    // One finding, at the earliest chapter that stands wrong.
    const wrong = states
      .filter(({ misplaced }) => misplaced)
      .sort((a, b) => chapters.indexOf(a.heading!) - chapters.indexOf(b.heading!))[0];
    if (!wrong?.heading) return;
    const { heading } = wrong;
    const inPlace = states.filter((state) => state.heading && chapters.includes(state.heading) && !state.misplaced);
    const earlier = inPlace.filter(({ section }) => section.index < wrong.section.index).pop();
    const neighbour = earlier ?? inPlace[0];
    if (!neighbour?.heading) return;
    yield {
      at: {
        block: heading.block,
        span: heading.heading.number.to > heading.heading.number.from ? heading.heading.number : heading.heading.title,
      },
      message: 'order',
      args: { title: heading.title, neighbour: neighbour.heading.title, where: { message: earlier ? 'behind' : 'ahead' } },
    };
  },
});

const CHAPTERS = {
  measures: ['2024年推进法治政府建设的主要举措和成效', '开展执法案卷评查2次。'],
  shortcomings: ['2024年推进法治政府建设存在的不足和原因', '个别案卷文书不规范，原因是培训不够。'],
  leader: ['2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况', '局长听取法治工作汇报4次。'],
  plan: ['2025年推进法治政府建设的主要安排', '组织执法技能竞赛。'],
};
const report = (...order: (keyof typeof CHAPTERS)[]) =>
  [
    '青石县农业农村局关于2024年法治政府建设情况的报告',
    ...order.flatMap((name, i) => [`${'一二三四'[i]}、${CHAPTERS[name][0]}`, CHAPTERS[name][1]]),
  ].join('\n');

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  { profile: 'fazhi-annual-report', wrong: report('measures', 'leader', 'shortcomings', 'plan').replace('二、', '⟦二、⟧') },
  { profile: 'fazhi-annual-report', wrong: report('measures', 'plan', 'shortcomings', 'leader').replace('二、', '⟦二、⟧') },
  { profile: 'fazhi-annual-report', right: report('measures', 'shortcomings', 'leader', 'plan') },
])();
