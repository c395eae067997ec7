/** 序号形式混用：同级标题中夹着另一级的序号，如“（一）”之后是“2.”，再后是“（三）”。 */
import { findMixed, numberLike } from '../../core/mixed-numbers';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'heading/mixed',
  view: 'outline',
  severity: 'hint',
  certainty: 'likely',
  basis: [
    { level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.3', confirmed: true },
    { level: 'practice', title: '公文校对通行做法', article: null, confirmed: true },
  ],
  messages: {
    what: {
      'zh-cn': '同级标题的序号应当用同一种形式，这里夹着另一级的序号。',
      en: 'Headings of one level are numbered in one form; here one bears the form of another level.',
    },
    why: {
      'zh-cn': '形式不一，这个标题就成了上一个标题的下级，目录和大纲都会错位。',
      en: 'In another form it becomes a part of the heading before it, and contents and outline go wrong.',
    },
    todo: { 'zh-cn': '改为与同级标题一致的序号。', en: 'Number it like those beside it.' },
    found: {
      'zh-cn': '“{number}”与同级的“{like}”序号形式不一致，应为“{expected}”',
      en: '“{number}” is not in the form of “{like}” beside it; “{expected}” was expected',
    },
    beside: { 'zh-cn': '同级标题', en: 'Beside it' },
    fix: { 'zh-cn': '改为“{expected}”', en: 'Change to “{expected}”' },
  },
  *check({ outline }) {
    for (const { section, like, next } of findMixed(outline)) {
      const { block, heading, ordinal } = section;
      const expected = numberLike(like.block, like.heading, ordinal);
      if (expected === undefined) continue;
      const numberOf = ({ from, to }: { from: number; to: number }, text: string) => text.slice(from, to).trim();
      const args = { number: numberOf(heading.number, block.text), like: numberOf(like.heading.number, like.block.text), expected };
      yield {
        at: { block, span: heading.number },
        message: 'found',
        args,
        // Without it the list would have a gap, which is provable.
        ...(next && next !== like ? { severity: 'warning' as const } : {}),
        related: [{ at: { block: like.block, span: like.heading.number }, message: 'beside' }],
        fixes: [{ message: 'fix', args, safe: false, edits: [{ block, span: heading.number, newText: expected }] }],
      };
    }
  },
});

export const examples: Example[] = [
  {
    wrong: '一、主要做法\n（一）完善制度\n⟦2.⟧强化培训\n（三）严格考核\n二、存在问题',
    fixed: '一、主要做法\n（一）完善制度\n（二）强化培训\n（三）严格考核\n二、存在问题',
  },
  {
    wrong: '一、总体情况\n⟦2.⟧主要做法\n三、存在问题\n四、下一步安排',
    fixed: '一、总体情况\n二、主要做法\n三、存在问题\n四、下一步安排',
  },
  {
    wrong: '一、主要做法\n（一）完善制度\n全年修订制度6项。\n（二）强化培训\n全年培训4期。\n⟦3.⟧严格考核\n全年考核2次。\n二、存在问题',
    fixed: '一、主要做法\n（一）完善制度\n全年修订制度6项。\n（二）强化培训\n全年培训4期。\n（三）严格考核\n全年考核2次。\n二、存在问题',
    note: '后面没有同级标题的，仅作提示。',
  },
  {
    wrong: '一、主要做法\n⟦1.⟧完善制度\n（二）强化培训\n（三）严格考核',
    fixed: '一、主要做法\n（一）完善制度\n（二）强化培训\n（三）严格考核',
  },
  {
    right: '一、主要做法\n（一）完善制度\n1.修订规则\n2.清理文件\n（二）强化培训\n二、存在问题\n1.人员不足\n2.经费紧张',
    note: '下一级序号自成系列。',
  },
  { right: '一、主要任务\n（一）完善制度\n1.修订规则\n2.清理文件\n（二）强化培训\n3.举办讲座\n4.组织考试', note: '下一级序号贯通全文。' },
  { right: '一、主要任务\n（一）完善制度。主要是：1.修订规则；\n2.清理文件。\n（二）强化培训。', note: '系列从行中开始。' },
  { right: '一、主要任务\n（一）完善制度。\n（二）强化培训。包括1.集中培训；2.网络培训；\n3.跟班学习。\n（三）严格考核。' },
];
