/** 数字无法辨认：小数点或千位分隔号的位置不成数，如“1,23,456件”。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/unreadable',
  view: 'block',
  reads: ['unreadable'],
  severity: 'info',
  certainty: 'likely',
  basis: [{ level: 'standard', title: 'GB/T 15835—2011 出版物上数字用法', article: null, confirmed: false }],
  messages: {
    what: {
      'zh-cn': '一串数字带着计量单位，却因小数点或分隔号的位置而不成数。',
      en: 'Digits with a unit that form no number, since a point or separator is out of place.',
    },
    why: {
      'zh-cn': '读者无从知道是多少，相关的核对也无法进行。',
      en: 'Nobody can tell what it is, nor can anything be checked against it.',
    },
    todo: { 'zh-cn': '对照底数改正。', en: 'Mend it from the source.' },
    unreadable: { 'zh-cn': '“{text}”不成数，请核对小数点和分隔号', en: '“{text}” is no number; check the point and the separators' },
  },
  *check(block) {
    for (const { span } of block.facts.unreadable)
      yield { at: { block, span }, message: 'unreadable', args: { text: block.text.slice(span.from, span.to) } };
  },
});

export const examples: Example[] = [
  { wrong: '拨付专项资金⟦1,35,00元⟧。' },
  { wrong: '发放宣传资料⟦1,234,56份⟧。' },
  { right: '拨付专项资金12.35万元，发放宣传资料123,456份。' },
];
