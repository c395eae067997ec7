/** 标点重复：两个点号叠在一起。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'punctuation/doubled',
  view: 'block',
  reads: ['doubledMarks'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '4.1', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '句号、逗号、顿号、分号、冒号不能两个连用。',
      en: 'A full stop, comma, pause mark, semicolon or colon does not stand twice.',
    },
    why: {
      'zh-cn': '多为修改时没有删净，读者不知道句子断在哪里。',
      en: 'Mostly left over from an edit; the reader cannot tell where the sentence ends.',
    },
    todo: { 'zh-cn': '留一个，删一个。', en: 'Keep one of them.' },
    found: { 'zh-cn': '标点“{marks}”重复', en: 'Two marks in a row: “{marks}”' },
    keep: { 'zh-cn': '只留“{mark}”', en: 'Keep “{mark}” only' },
  },
  *check(block) {
    for (const { span, expected } of block.facts.doubledMarks) {
      const marks = block.text.slice(span.from, span.to);
      const fix = (mark: string, safe: boolean) => ({ message: 'keep', args: { mark }, safe, edits: [{ block, span, newText: mark }] });
      yield {
        at: { block, span },
        message: 'found',
        args: { marks },
        fixes: expected === undefined ? [...marks].map((mark) => fix(mark, false)) : [fix(expected, true)],
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '全年审查文件86件⟦，，⟧提出意见41条。', fixed: '全年审查文件86件，提出意见41条。' },
  { wrong: '健全了法律顾问制度⟦，。⟧', fixed: '健全了法律顾问制度。' },
  { wrong: '完善了监督机制⟦；。⟧', fixed: '完善了监督机制。' },
  { right: '是否应当听证？！应当听证……' },
  { right: '配置项为a::b，时间为10::30。', note: '不是中文行文的不管。' },
];
