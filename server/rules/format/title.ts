/** 标题：没有标题行，标题中用了不该用的标点，或者年度报告的标题缺少发文机关、年份。 */
import type { Block } from '../../core/block';
import { defineRule, type Example, type Finding, type OutlineView } from '../../core/rule';

export default defineRule({
  id: 'format/title',
  view: 'outline',
  severity: 'info',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.1', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '公文标题由发文机关名称、事由和文种组成，除书名号、引号、括号和顿号外一般不用标点。',
      en: 'An official document has a title: organ, matter and kind. It holds no marks but 《》, quotation marks, brackets and 、.',
    },
    why: {
      'zh-cn': '没有标题，看不出是谁的、哪一年的、什么文件；从网页复制时标题常被漏掉。',
      en: 'Without it nobody sees whose paper it is, of which year, and of what kind; copying from a web page often loses it.',
    },
    todo: {
      'zh-cn': '补写标题或者标题中所缺的内容；删去多余的标点。',
      en: 'Write the title, or what it lacks; remove marks that do not belong there.',
    },
    missing: { 'zh-cn': '没有标题行', en: 'There is no title line' },
    mark: { 'zh-cn': '标题中一般不用“{mark}”', en: 'No “{mark}” belongs in a title' },
    lacks: { 'zh-cn': '标题宜写明{what}', en: 'The title should name {what}' },
    organ: { 'zh-cn': '发文机关', en: 'the organ' },
    year: { 'zh-cn': '报告年度', en: 'the year' },
  },
  *check(view) {
    const { layout, top } = view;
    if (layout.title.length === 0) {
      if (isText(top.block)) yield { at: top, message: 'missing', absent: 'title' };
      return;
    }
    for (const block of layout.title) yield* marks(block);
    yield* elements(view);
  },
});

const ENCLOSED = /《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|\([^()]*\)|"[^"]*"/g;

/** Marks that divide sentences, outside of brackets and quotation marks. */
function* marks(block: Block): Iterable<Finding> {
  const text = block.text.replace(ENCLOSED, (part) => '某'.repeat(part.length));
  const found = /[。；！？;!?]|[，：,:](?!\d)/.exec(text);
  if (!found) return;
  const span = { from: found.index, to: found.index + 1 };
  yield { at: { block, span }, message: 'mark', args: { mark: found[0] }, severity: 'warning' };
}

/** Organ and year, in the title of a report that is made every year. */
function* elements({ layout, profile, traits, top }: OutlineView): Iterable<Finding> {
  // What the title of such a report names: 政府工作报告 names neither.
  const form = profile?.skeleton?.title ?? '';
  const what = [
    ...(traits.issuer || !form.includes('{issuer}') ? [] : [{ message: 'organ' }]),
    ...(/(?:19|20)\d\d|[一二][〇零○九]{2}?[〇零○一二三四五六七八九]{1,2}年|[×xX]年/.test(layout.titleText) || !form.includes('{year}')
      ? []
      : [{ message: 'year' }]),
  ];
  if (what.length > 0) yield { at: top, message: 'lacks', args: { what } };
}

/** Whether a document's first block is text. A short line without a mark may be a title of a kind that is not known. */
function isText({ text, kind, content, facts }: Block): boolean {
  if (kind === 'blank') return false;
  if (content.heading) return content.heading.family !== 'markdown';
  return text.length > LONGEST_TITLE || facts.fullWidthMarks + facts.halfWidthMarks.length > 0 || ENDS.includes(text.trimEnd().slice(-1));
}

const LONGEST_TITLE = 60;
const ENDS = '。：；.;:';

export const examples: Example[] = [
  { wrong: '⟦现将我局有关工作情况报告如下。⟧\n一、总体情况\n二、主要做法', note: '没有修复：标题怎么写由人决定。' },
  { wrong: '云河区教育局关于进一步规范招生⟦，⟧维护教育公平的通知\n一、总体要求\n二、主要任务', note: '没有修复：怎样断句由人决定。' },
  { profile: 'fazhi-annual-report', wrong: '⟦法治政府建设年度报告⟧\n一、主要举措和成效\n全年办理案件30件。' },
  { profile: 'fazhi-annual-report', right: '青石县2025年度法治政府建设情况报告\n一、主要举措和成效\n全年办理案件30件。' },
  { right: '云河区人民政府办公室关于落实《重大决策程序规定，暂行》的通知\n一、总体要求\n二、主要任务', note: '书名号里的标点不算。' },
  { right: '临川市司法局关于2025年法治政府建设情况的报告\n一、总体情况\n二、主要做法' },
  { right: '云河区人民政府办公室\n关于进一步规范行政执法工作的通知\n一、总体要求\n二、主要任务' },
  { right: '# 青石县流动商贩自治公约\n\n一、总则\n二、公约内容', note: '文种不常见，但已有标题行。' },
];
