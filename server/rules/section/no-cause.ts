/** 只写不足不写原因：“存在的不足和原因”一章通篇没有说明原因。 */
import { causesUnder, hasText, headingPlace } from '../../core/alignment';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'section/no-cause',
  view: 'outline',
  severity: 'hint',
  certainty: 'likely',
  basis: 'profile',
  messages: {
    what: { 'zh-cn': '不足部分只列问题，没有一处说明原因。', en: 'The section on shortcomings lists problems and gives no cause.' },
    why: { 'zh-cn': '规定要求报告“存在的不足和原因”，只写不足是缺了一半。', en: 'The regulation asks for shortcomings and their causes.' },
    todo: { 'zh-cn': '逐条补写原因（主要原因是…、由于…）。', en: 'Add the cause of each (主要原因是…, 由于…).' },
    cause: { 'zh-cn': '“{title}”一章没有写原因', en: '“{title}” gives no cause' },
  },
  *check({ alignment, layout }) {
    if (!alignment) return;
    for (const { section, heading, named } of alignment.states) {
      if (!section.causes || !named || !heading) continue;
      if (causesUnder(heading) > 0 || heading.count('placeholder') > 0 || !hasText(heading, layout)) continue;
      yield { at: headingPlace(heading), message: 'cause', args: { title: heading.title }, basis: section.basis };
    }
  },
});

const report = (heading: string, text: string) =>
  [
    '云河区城市管理局关于2024年法治政府建设情况的报告',
    '一、2024年推进法治政府建设的主要举措和成效',
    '查处违法建设29处。',
    heading,
    text,
    '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
    '局长带头出庭应诉。',
    '四、2025年推进法治政府建设的主要安排',
    '推行柔性执法。',
  ].join('\n');

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: report('⟦二、2024年推进法治政府建设存在的不足和原因⟧', '一是执法队伍年龄偏大。二是信息化水平有待提高。'),
  },
  {
    profile: 'fazhi-annual-report',
    right: report(
      '二、2024年推进法治政府建设存在的不足和原因',
      '一是执法队伍年龄偏大，主要是由于连续三年没有招录。二是信息化水平有待提高。',
    ),
  },
  { profile: 'fazhi-annual-report', right: report('二、2024年推进法治政府建设存在的不足和原因', '【待补】') },
])();
