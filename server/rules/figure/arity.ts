/** 分别对应不齐：“分别为”前后的主体与数值个数不同。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/arity',
  view: 'block',
  reads: ['disputed'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '“分别”前后一一对应', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn': '“分别”之前列出的主体，与之后的数值不是一一对应。',
      en: 'The subjects before 分别 and the values after it are not one to one.',
    },
    why: { 'zh-cn': '读者无法判断哪个数属于哪个主体。', en: 'The reader cannot tell which value belongs to which subject.' },
    todo: { 'zh-cn': '补全主体或数值。', en: 'Complete the subjects or the values.' },
    arity: {
      'zh-cn': '“分别”前列出{reached}个，后面的数值个数不同（{formula}），请核对',
      en: '{reached} subjects before 分别, but another number of values ({formula})',
    },
  },
  *check(block) {
    yield* figureFindings(block, 'arity', () => ({ doubtful: 'arity' }));
  },
});

export const examples: Example[] = [
  { wrong: '⟦食品、药品、医疗器械案件分别为31件、26件⟧。' },
  { right: '食品、药品、医疗器械案件分别为31件、26件和9件。' },
  { right: '城乡居民人均可支配收入分别增长4.3%、5.1%。', note: '“城乡”是两个主体。' },
];
