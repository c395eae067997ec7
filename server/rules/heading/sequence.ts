/** 序号不连续：同一级标题的序号缺号或者重号。 */
import type { Outline, Section } from '../../core/outline';
import { writeOrdinal, type HeadingFamily } from '../../core/facts/heading';
import { findMixed, numberLike } from '../../core/mixed-numbers';
import { counterIndex } from '../../core/tally';
import { defineRule, type Edit, type Example } from '../../core/rule';

export default defineRule({
  id: 'heading/sequence',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [
    { level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.3', confirmed: true },
    { level: 'practice', title: '公文校对通行做法', article: null, confirmed: true },
  ],
  messages: {
    what: {
      'zh-cn': '同一级标题的序号应当从一起连续编排，这里缺号或者重号。',
      en: 'Headings of one level are numbered without a gap and without a repetition.',
    },
    why: {
      'zh-cn': '序号断开，说明漏了一段或者删改后没有重新编号，引用“第几部分”也会出错。',
      en: 'A break shows that a part was lost or that the numbers were not renewed, and references go wrong.',
    },
    todo: { 'zh-cn': '补上缺漏的部分，或者重新编号。', en: 'Put back the missing part, or renumber.' },
    gap: {
      'zh-cn': '“{previous}”之后是“{number}”，序号不连续，应为“{expected}”',
      en: '“{number}” follows “{previous}”; “{expected}” was expected',
    },
    duplicate: { 'zh-cn': '序号“{number}”重复，应为“{expected}”', en: 'The number “{number}” is used twice; “{expected}” was expected' },
    back: {
      'zh-cn': '“{previous}”之后是“{number}”，序号倒退，应为“{expected}”',
      en: '“{number}” follows “{previous}” and goes back; “{expected}” was expected',
    },
    earlier: { 'zh-cn': '前一个标题', en: 'The heading before' },
    renumber: { 'zh-cn': '改为“{expected}”，后面的同级标题顺次重编', en: 'Change to “{expected}” and renumber the headings that follow' },
  },
  *check({ outline }) {
    const lastOfFamily = new Map<HeadingFamily, number>();
    // A heading in another form stands in the gap: heading/mixed says so.
    const filled = new Set(findMixed(outline).map(({ next }) => next));
    const lastSibling = new Map<Section | undefined, Map<HeadingFamily, Numbered>>();
    for (const section of outline.sections) {
      const { ordinal, heading } = section;
      if (ordinal === 0) continue;
      let siblings = lastSibling.get(section.parent);
      if (!siblings) lastSibling.set(section.parent, (siblings = new Map()));
      const before = siblings.get(heading.family);
      const running = lastOfFamily.get(heading.family);
      lastOfFamily.set(heading.family, ordinal);
      // A list that begins anew is lawful, and so are numbers that run through the whole document.
      if (
        !before ||
        ordinal === 1 ||
        filled.has(section) ||
        ordinal === before.section.ordinal + 1 ||
        ordinal === before.meant + 1 ||
        ordinal === (running ?? -1) + 1
      ) {
        siblings.set(heading.family, { section, meant: ordinal });
        continue;
      }
      const previous = before.section;
      // Far below, a list of items may have begun inside a line (注：1、…) or in a table.
      if ((section.level >= 3 && previous.count('content') > FAR) || isCell(previous)) {
        siblings.set(heading.family, { section, meant: ordinal });
        continue;
      }
      siblings.set(heading.family, { section, meant: previous.ordinal + 1 });
      const expected = numberLike(section.block, section.heading, previous.ordinal + 1);
      if (expected === undefined) continue;
      const args = { number: numberOf(section), previous: numberOf(previous), expected };
      yield {
        at: { block: section.block, span: heading.number },
        message: ordinal === previous.ordinal ? 'duplicate' : ordinal > previous.ordinal ? 'gap' : 'back',
        args,
        // Below the chapters, a number that goes back may belong to a list whose first item has lost its own.
        ...(ordinal < previous.ordinal && section.level >= 2 ? { severity: 'hint' as const, certainty: 'likely' as const } : {}),
        related: [{ at: { block: previous.block, span: previous.heading.number }, message: 'earlier' }],
        fixes: [{ message: 'renumber', args, safe: false, edits: () => renumber(outline, section, previous.ordinal + 1) }],
      };
    }
  },
});

/** An item with more blocks below it than this is hardly continued by the next. */
const FAR = 20;

/** The body of a cell of a table is no longer than this. */
const CELL = 24;

/** Whether a heading and the little below it are cells of a table, copied one a line: 二、事业收入 and 152.26. No sentence is without a mark. */
function isCell(section: Section): boolean {
  const body = (counter: 'content' | 'ink' | 'fullWidth' | 'halfWidth') =>
    section.count(counter) - section.block.counters[counterIndex(counter)];
  return body('content') > 0 && body('ink') <= CELL && body('fullWidth') === 0 && body('halfWidth') === 0;
}

/** A heading, and the number it should have had. */
interface Numbered {
  readonly section: Section;
  readonly meant: number;
}

/** The number as it stands, spaces left out. */
function numberOf({ block, heading }: Section): string {
  return block.text.slice(heading.number.from, heading.number.to).trim();
}

/** New numbers for a section and for the siblings that were counted on from it. */
function renumber(outline: Outline, section: Section, first: number): Edit[] {
  const edits: Edit[] = [];
  let ordinal = first;
  let before = section.ordinal;
  const all = (section.parent?.children ?? outline.roots).filter((s) => s.heading.family === section.heading.family);
  for (const s of all.slice(all.indexOf(section))) {
    if (s !== section && (s.ordinal === ordinal || s.ordinal !== before + 1)) break;
    const newText = writeOrdinal(s.block.text, s.heading, ordinal);
    if (newText === undefined) break;
    edits.push({ block: s.block, span: s.heading.digits, newText });
    before = s.ordinal;
    ordinal++;
  }
  return edits;
}

export const examples: Example[] = [
  {
    wrong: '一、总体情况\n二、主要做法\n⟦四、⟧存在问题\n五、下一步安排',
    fixed: '一、总体情况\n二、主要做法\n三、存在问题\n四、下一步安排',
  },
  {
    wrong: '一、总体情况\n（一）加强组织领导\n（二）规范执法行为\n⟦（二）⟧强化执法监督\n（四）落实普法责任\n二、存在问题',
    fixed: '一、总体情况\n（一）加强组织领导\n（二）规范执法行为\n（三）强化执法监督\n（四）落实普法责任\n二、存在问题',
  },
  { wrong: '一、主要做法\n1.完善制度\n2.强化培训\n⟦2.⟧严格考核', fixed: '一、主要做法\n1.完善制度\n2.强化培训\n3.严格考核' },
  {
    wrong: '一、总体情况\n二、主要做法\n三、存在问题\n⟦二、⟧下一步安排',
    fixed: '一、总体情况\n二、主要做法\n三、存在问题\n四、下一步安排',
  },
  {
    right: '一、总体要求\n（一）指导思想\n（二）基本原则\n二、主要任务\n（三）完善制度\n（四）强化监督',
    note: '第二级序号贯通全文，是通行的写法。',
  },
  { right: '一、主要做法\n1.完善制度\n2.强化培训\n1.完善制度的有关数据\n2.强化培训的有关数据', note: '从头编起的，不算重号。' },
  { right: '第一章 总则\n第一节 目的\n第二节 范围\n第二章 职责\n第一节 分工' },
  {
    right:
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t30\t4\n二、上年结转政府信息公开申请数量\t2\t0\n三、本年度办理结果\n（一）予以公开\t31\t4\n四、结转下年度继续办理\t1\t0\n四、政府信息公开行政复议、行政诉讼情况',
    note: '从网页粘贴的统计表，行名里的序号不是章节。',
  },
  {
    right: '收入支出决算总表\n一、财政拨款收入\n620.50\n一、基本支出\n410.20\n二、事业收入\n35.80\n二、项目支出\n246.10',
    note: '从网页粘贴的表格，一行一格。',
  },
  { right: '一、总体情况\n2.2024年以来，案件数量逐年下降。' },
];
