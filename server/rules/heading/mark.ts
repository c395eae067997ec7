/** 序号标点：层次序号后面的标点不合规范，如“（一）、”“1、”。 */
import { defineRule, type Example } from '../../core/rule';
import type { Heading } from '../../core/facts/heading';

export default defineRule({
  id: 'heading/mark',
  view: 'block',
  reads: ['heading'],
  severity: 'warning',
  certainty: 'certain',
  basis: [
    { level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '附录B.3', confirmed: true },
    { level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.3', confirmed: true },
  ],
  messages: {
    what: {
      'zh-cn': '层次序号依次写作“一、”“（一）”“1.”“（1）”：汉字序号后用顿号，阿拉伯数字后用下脚点，带括号的序号后不用标点。',
      en: 'The levels are written 一、 （一） 1. （1）: 、 after a Chinese numeral, a full stop after an Arabic one, nothing after a bracket.',
    },
    why: {
      'zh-cn': '序号写法统一，层次才清楚，自动编号和目录也才可靠。',
      en: 'With one form per level the structure is clear, and numbering and contents can be made by machine.',
    },
    todo: { 'zh-cn': '改用规范的标点。', en: 'Use the standard mark.' },
    replace: { 'zh-cn': '序号“{number}”应写作“{expected}”', en: 'Write “{expected}” instead of “{number}”' },
    single: { 'zh-cn': '序号“{number}”是单个符号，宜写作“{expected}”', en: 'The number {number} is a single sign; “{expected}” is usual' },
    fix: { 'zh-cn': '改为“{expected}”', en: 'Change to “{expected}”' },
  },
  *check(block) {
    const { heading } = block.facts;
    if (heading?.spelled !== undefined) {
      // A sign of its own is lost in other fonts, and no program can renumber it.
      const { number: span, spelled } = heading;
      // Among other brackets and quotation marks it may pair with the wrong one: somebody should look.
      const safe = !/[（()）“”‘’《》【】〔〕[\]［］]/.test(block.text.slice(span.to));
      const args = { number: block.text.slice(span.from, span.to), expected: spelled };
      const edits = [{ block, span, newText: spelled }];
      yield {
        at: { block, span },
        message: 'single',
        args,
        severity: 'hint',
        certainty: 'advice',
        fixes: [{ message: 'fix', args, safe, edits }],
      };
      return;
    }
    if (!heading?.mark) return;
    const { span, expected: newText } = heading.mark;
    const { number } = heading;
    const args = {
      number: block.text.slice(number.from, number.to),
      expected: block.text.slice(number.from, span.from) + newText + block.text.slice(span.to, number.to),
    };
    yield {
      at: { block, span: number },
      message: 'replace',
      args,
      ...(isProvable(heading, block.text.slice(span.from, span.to)) ? {} : { severity: 'hint' as const, certainty: 'advice' as const }),
      fixes: [{ message: 'fix', args, safe: true, edits: [{ block, span, newText }] }],
    };
  },
});

/** What the standard's appendix rules out in so many words. 1、 is so common that it is only hinted at. */
function isProvable({ family }: Heading, mark: string): boolean {
  return family === 'chinese-bracket' || family === 'arabic-bracket' || (family === 'chinese' && /^[，,.．]$/.test(mark));
}

export const examples: Example[] = [
  { wrong: '⟦（一）、⟧加强组织领导。成立工作专班。', fixed: '（一）加强组织领导。成立工作专班。' },
  { wrong: '⟦(1).⟧建立台账', fixed: '(1)建立台账' },
  { wrong: '⟦一.⟧总体情况\n⟦二，⟧主要做法', fixed: '一、总体情况\n二、主要做法' },
  { wrong: '⟦1、⟧规范执法行为', fixed: '1.规范执法行为' },
  { wrong: '⟦①、⟧完善制度', fixed: '①完善制度' },
  {
    wrong: '⟦㈠⟧加强组织领导\n⟦㈡⟧规范执法行为',
    fixed: '（一）加强组织领导\n（二）规范执法行为',
    note: '“㈠”“⑴”“⒈”各是一个符号，换了字体可能不显示。',
  },
  { wrong: '⟦⒈⟧完善制度\n⟦⑴⟧建立台账', fixed: '1.完善制度\n（1）建立台账' },
  { right: '一、总体情况\n（一）主要做法\n1.规范执法行为\n（1）建立台账' },
  { right: '１．规范执法行为\n２．强化执法监督' },
  { right: '1、50项任务全部办结', note: '改成下脚点会读成小数，不提示。' },
  { right: '1、2号楼改造已完成，3、4号楼正在施工。' },
  { right: '一、二审案件共计30件，均已办结。' },
];
