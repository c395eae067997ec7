/** 一行过长：超过十万字的一行不是公文的行，不作检查。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'format/long-line',
  view: 'tally',
  counters: ['opaque'],
  severity: 'info',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '本工具的检查范围', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '有的行超过十万字，多半是误粘的数据，这些行没有检查。',
      en: 'A line is longer than 100,000 characters, most likely pasted data; such lines are not checked.',
    },
    why: { 'zh-cn': '没有检查的内容应当让人知道。', en: 'What is not checked should be known.' },
    todo: { 'zh-cn': '删去误粘的内容，或者按段落分行。', en: 'Delete what was pasted by mistake, or break it into paragraphs.' },
    found: { 'zh-cn': '有{count}行超过十万字，没有检查', en: '{count} lines are longer than 100,000 characters and were not checked' },
  },
  *check(view) {
    const count = view.count('opaque');
    const block = view.first('opaque');
    if (count > 0 && block) yield { at: { block, span: { from: 0, to: 1 } }, message: 'found', args: { count } };
  },
});

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `⟦数⟧${'据'.repeat(100_000)}` },
  { right: '云河区司法局依法行政。', note: '平常的行不会有此提示。' },
])();
