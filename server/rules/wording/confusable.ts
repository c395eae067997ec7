/** 形近误字：看上去一样、编码却不同的字符，如“釆取”的“釆”。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'wording/confusable',
  view: 'block',
  reads: ['confusables'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '文字录入和校对通行做法', article: null, confirmed: true }],
  messages: {
    what: { 'zh-cn': '用了形状相近而编码不同的字符。', en: 'A character that looks like the right one but has another code.' },
    why: {
      'zh-cn': '眼睛看不出差别，查找、朗读、排序和数据比对却都会出错。',
      en: 'The eye does not see it, but searches, screen readers, sorting and data matching go wrong.',
    },
    todo: { 'zh-cn': '改为规范的字符。', en: 'Use the regular character.' },
    found: { 'zh-cn': '“{mark}”（{code}）应为“{expected}”', en: '“{mark}” ({code}) should be “{expected}”' },
    radical: {
      'zh-cn': '“{mark}”是部首符号（{code}），应为汉字“{expected}”',
      en: '“{mark}” is a radical sign ({code}); the character is “{expected}”',
    },
    zero: {
      'zh-cn': '汉字数字零应写作“{expected}”，不用圆圈符号“{mark}”',
      en: 'The Chinese zero is “{expected}”, not the circle sign “{mark}”',
    },
    replace: { 'zh-cn': '改为“{expected}”', en: 'Change to “{expected}”' },
  },
  *check(block) {
    for (const { span, expected, kind } of block.facts.confusables) {
      const mark = block.text.slice(span.from, span.to);
      const args = { mark, expected, code: `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
      yield {
        at: { block, span },
        message: kind === 'zero' || kind === 'radical' ? kind : 'found',
        args,
        // A circle for zero and a bullet for the middle dot are common and do no harm to the reader.
        ...(kind === 'zero' || expected === '·' ? { severity: 'hint' as const } : {}),
        fixes: [{ message: 'replace', args, safe: true, edits: [{ block, span, newText: expected }] }],
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '⟦釆⟧取约谈、回访等方式督促整改。', fixed: '采取约谈、回访等方式督促整改。' },
  { wrong: '现将有关情况报告如下⟦∶⟧', fixed: '现将有关情况报告如下：' },
  { wrong: '⟦⼀⟧是健全⟦⼯⟧作机制。', fixed: '一是健全工作机制。', note: '从版式文件复制，常把汉字变成部首符号。' },
  { wrong: '二⟦○⟧二四年十一月八日', fixed: '二〇二四年十一月八日' },
  { wrong: '邀请莫里斯⟦•⟧陈作专题讲座，取得较好效果。', fixed: '邀请莫里斯·陈作专题讲座，取得较好效果。' },
  { right: '采取措施，按1∶500比例绘制地形图。' },
  { right: '• 建立台账\n• 限期整改' },
  { right: '二〇二四年共采购设备10台。' },
];
