/** 上年旧文：由上年报告结转而来、还没有更新的数据和安排。 */
import type { Block } from '../../core/block';
import type { Span } from '../../core/text';
import { defineRule, type Edit, type Example } from '../../core/rule';

export default defineRule({
  id: 'residue/last-year',
  view: 'block',
  reads: ['lastYear'],
  severity: 'info',
  final: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '公文校对通行做法', article: null, confirmed: true }],
  messages: {
    what: { 'zh-cn': '由上年报告结转的内容，还没有更新。', en: 'Taken over from last year’s report, and not renewed yet.' },
    why: {
      'zh-cn': '上年的数据留在今年的报告里，是最难看的差错。',
      en: 'Last year’s figures in this year’s report are the worst of slips.',
    },
    todo: {
      'zh-cn': '填写今年的数据；“上年安排”对照写完后删去。',
      en: 'Write this year’s figures; remove the note of last year’s plan once it is answered.',
    },
    figure: { 'zh-cn': '待更新：{text}', en: 'To be renewed: {text}' },
    plan: { 'zh-cn': '上年的安排供对照，写明落实情况后删去', en: 'Last year’s plan, to be answered here and then removed' },
    remove: { 'zh-cn': '删去上年安排', en: 'Remove last year’s plan' },
  },
  *check(block) {
    for (const { kind, span } of block.facts.lastYear) {
      const text = block.text
        .slice(span.from, span.to)
        .replace(/^【[^：]*：|】$/g, '')
        .slice(0, 30);
      const fixes = kind === 'plan' ? [{ message: 'remove', safe: false, edits: [removal(block, span)] }] : [];
      yield { at: { block, span }, message: kind, args: { text }, fixes };
    }
  },
});

/** Takes a mark away, with its line where nothing else stands on it. */
function removal(block: Block, span: Span): Edit {
  if (block.text.trim().length === span.to - span.from) return { remove: block };
  const below = /^\r?\n/.exec(block.text.slice(span.to));
  const begins = /(?:^|[\r\n])[ \u3000]*$/.exec(block.text.slice(0, span.from));
  return below && begins ? { block, span: { from: span.from, to: span.to + below[0].length }, newText: '' } : { block, span, newText: '' };
}

export const examples: Example[] = [
  {
    wrong: '一、总体情况\n全年查处案件⟦【待更新：2025年为326件】⟧，办结率⟦【待更新：2025年为98%】⟧。',
    note: '没有修复：今年的数据由人填写。',
  },
  {
    wrong: '一、总体情况\n⟦【上年安排：一是加强执法人员培训。二是开展案卷评查120件。】⟧\n全年办理案件30件。',
    fixed: '一、总体情况\n全年办理案件30件。',
  },
  { right: '一、总体情况\n全年查处案件352件，办结率98%。' },
  { right: '健全执法信息【动态】更新机制，及时更新2025年版清单。' },
];
