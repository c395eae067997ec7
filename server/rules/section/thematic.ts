/** 按主题设章：报告没有按规定所列内容设章，只提示一次。 */
import { defineRule, type Example } from '../../core/rule';
import { sectionTitle } from '../../core/skeleton';

export default defineRule({
  id: 'section/thematic',
  view: 'outline',
  severity: 'info',
  certainty: 'advice',
  basis: 'profile',
  needs: ['reportYear'],
  messages: {
    what: {
      'zh-cn': '报告按工作主题设章，看不出规定所列的各项内容写在哪里。',
      en: 'The chapters go by themes of work; it cannot be seen where the required parts stand.',
    },
    why: {
      'zh-cn': '不少单位这样写，内容未必缺；但规定要求的几项都要写到，标题上看不出来的，请自行核对。',
      en: 'Many offices write so, and nothing need be missing; what the headings do not show must be checked by a person.',
    },
    todo: {
      'zh-cn': '核对所列各项是否都已写到，必要时单列一章。',
      en: 'Check that each item listed is in the text; give it a chapter where needed.',
    },
    thematic: {
      'zh-cn': '章节标题中没有看到：{titles}。请核对是否已写',
      en: 'No chapter is named for: {titles}. Please check that each is in the text',
    },
  },
  *check({ alignment, traits, top }) {
    if (!alignment?.thematic || !alignment.demanded) return;
    const titles = alignment.states
      .filter(({ section, named }) => section.required === 'required' && !named)
      .map(({ section }) => `“${sectionTitle(section, traits.reportYear)}”`);
    yield { at: top, message: 'thematic', args: { titles } };
  },
});

export const examples: readonly Example[] = /* @__PURE__ */ (() => [
  {
    profile: 'fazhi-annual-report',
    wrong: [
      '⟦青石县人民政府关于2024年度法治政府建设情况的报告⟧',
      '一、坚持党对法治建设的领导',
      '县政府党组专题学习习近平法治思想6次。',
      '二、依法全面履行政府职能',
      '取消证明事项14项。',
      '三、规范公正文明执法',
      '开展执法监督检查3次。',
    ].join('\n'),
  },
  {
    profile: 'fazhi-annual-report',
    right: [
      '青石县人民政府关于2024年度法治政府建设情况的报告',
      '一、2024年主要举措和成效',
      '取消证明事项14项。',
      '二、存在的不足和原因',
      '个别部门执法不规范，原因是培训不够。',
      '三、党政主要负责人履行第一责任人职责情况',
      '县长主持专题会议3次。',
      '四、2025年主要安排',
      '继续清理证明事项。',
    ].join('\n'),
  },
])();
