/** 越级：层次序号跳过了一级，如“一、”下面直接用“1.”。默认不提示。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'heading/level',
  view: 'outline',
  severity: 'hint',
  certainty: 'advice',
  // Two levels written 一、 and 1. are accepted practice; whoever wants it strict turns it on.
  optional: true,
  basis: [{ level: 'practice', title: '公文写作通行做法', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '层次序号依次为“一、”“（一）”“1.”“（1）”，有的单位要求不越级使用。',
      en: 'The levels are 一、 （一） 1. （1） in this order; some offices want none of them left out.',
    },
    why: {
      'zh-cn': '逐级使用，层次最清楚；只有两层的，用“一、”和“1.”也通行。',
      en: 'Step by step is clearest; 一、 with 1. is accepted where there are two levels only.',
    },
    todo: { 'zh-cn': '改用下一级的序号；本单位不要求的，不必改。', en: 'Use the next level’s number, if your office wants it so.' },
    found: {
      'zh-cn': '“{parent}”下面直接用了“{number}”，越过了“{expected}”一级',
      en: '“{number}” stands directly under “{parent}”; the level “{expected}” is left out',
    },
  },
  *check({ outline }) {
    for (const { block, heading, level, parent } of outline.sections) {
      // The first of its kind under a heading stands for all of them.
      if (!parent || parent.level < 1 || level > 4 || heading.family === 'markdown' || level - parent.level < 2) continue;
      if (parent.children.find((child) => child.level === level)?.block !== block) continue;
      const args = {
        parent: parent.block.text.slice(parent.heading.number.from, parent.heading.number.to),
        number: block.text.slice(heading.number.from, heading.number.to),
        expected: FORMS[parent.level],
      };
      yield { at: { block, span: heading.number }, message: 'found', args };
    }
  },
});

const FORMS = ['一、', '（一）', '1.', '（1）'];

export const examples: Example[] = [
  { wrong: '一、主要做法\n⟦1.⟧完善制度\n2.强化培训\n二、存在问题' },
  { wrong: '一、主要做法\n（一）规范执法\n⟦（1）⟧完善制度' },
  { right: '一、主要做法\n（一）规范执法\n1.完善制度\n（1）建立台账\n二、存在问题' },
];
