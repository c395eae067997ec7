/** 书名号、引号之间的顿号：并列的书名号或引号之间通常不用顿号。全文只提示一次。 */
import { defineRule, type Edit, type Example } from '../../core/rule';

export default defineRule({
  id: 'punctuation/pause-mark',
  view: 'tally',
  counters: ['pauseMark'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '4.5.3.5', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '标有书名号或引号的并列成分之间通常不用顿号。',
      en: 'Between titles or quotations that stand side by side there is usually no pause mark.',
    },
    why: {
      'zh-cn': '书名号、引号本身已经把各项隔开；国标的说法是“通常不用”，学界看法不一，所以只作提示。',
      en: 'The marks already set the items apart. The standard says “usually not”, and scholars differ, so this is a hint.',
    },
    todo: {
      'zh-cn': '删去顿号；各项之间另有文字（如括注）的保留。',
      en: 'Delete the pause mark; keep it where other words stand between the items.',
    },
    found: {
      'zh-cn': '全文有{count}处书名号或引号之间用了顿号，通常不用',
      en: '{count} pause marks stand between titles or quotations; usually there are none',
    },
    remove: { 'zh-cn': '删去全文{count}处顿号', en: 'Delete all {count} pause marks' },
  },
  *check(view) {
    const count = view.count('pauseMark');
    const block = view.first('pauseMark');
    if (count === 0 || !block) return;
    const edits = () => {
      const all: Edit[] = [];
      for (const b of view.all('pauseMark')) for (const span of b.facts.pauseMarks) all.push({ block: b, span, newText: '' });
      return all;
    };
    yield {
      at: { block, span: block.facts.pauseMarks[0] },
      message: 'found',
      args: { count },
      fixes: [{ message: 'remove', args: { count }, safe: false, edits }],
    };
  },
});

export const examples: Example[] = [
  {
    wrong: '学习《行政处罚法》⟦、⟧《行政复议法》、《行政诉讼法》。',
    fixed: '学习《行政处罚法》《行政复议法》《行政诉讼法》。',
    note: '不管多少处，只在第一处提示一次。',
  },
  { wrong: '开展“法治讲堂”⟦、⟧“以案释法”等活动。', fixed: '开展“法治讲堂”“以案释法”等活动。' },
  { right: '学习《行政处罚法》《行政复议法》和《行政诉讼法》。' },
  { right: '推进“双随机、一公开”监管、“互联网+监管”平台建设。' },
  { right: '查处“高价”挂号、“天价”停车等行为。', note: '引号只是一项的一部分，顿号要用。' },
];
