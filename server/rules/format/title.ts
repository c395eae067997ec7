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
    doubled: { 'zh-cn': '标题中“{words}”重复', en: '“{words}” stands twice in the title' },
    once: { 'zh-cn': '改为“{words}”', en: 'Change to “{words}”' },
    two: {
      'zh-cn': '请示和报告是两种公文，标题不用“请示报告”',
      en: '请示 and 报告 are two kinds of paper; a title does not end with 请示报告',
    },
    noKind: { 'zh-cn': '标题最后没有文种（如“报告”）', en: 'The title does not end with the kind of paper, such as 报告' },
    organ: { 'zh-cn': '发文机关', en: 'the organ' },
    year: { 'zh-cn': '报告年度', en: 'the year' },
  },
  *check(view) {
    const { layout, top } = view;
    if (layout.title.length === 0) {
      if (isText(top.block)) yield { at: top, message: 'missing', absent: 'title' };
      else if (NO_KIND.test(top.block.text.slice(top.span.from, top.span.to)))
        yield { at: top, message: 'noKind', severity: 'hint', absent: 'kind' };
      return;
    }
    for (const block of layout.title) {
      yield* marks(block);
      yield* words(block);
    }
    yield* elements(view);
  },
});

/** 临川市司法局关于2025年…情况 */
const NO_KIND = /^[\u4e00-\u9fff]{2,20}[局厅委办府会院]关于[^，。：；]{4,40}(?:情况|工作|事项|问题|建设)$/;
const DOUBLED = /关于(?=关于)|(?<!目)的(?=的)/;
/** 重大事项请示报告 is a duty of its own. */
const TWO_KINDS = /(?<!事项|重要情况)请示报告$/;

/** Words written twice, and two kinds of paper in one. */
function* words(block: Block): Iterable<Finding> {
  const { text } = block;
  const twice = DOUBLED.exec(text);
  if (twice) {
    const [word] = twice;
    const span = { from: twice.index, to: twice.index + 2 * word.length };
    const args = { words: word };
    const fixes = [{ message: 'once', args, safe: false, edits: [{ block, span, newText: word }] }];
    yield { at: { block, span }, message: 'doubled', args, severity: 'warning', fixes };
  }
  const two = TWO_KINDS.exec(text.trimEnd());
  if (two) yield { at: { block, span: { from: two.index, to: two.index + 4 } }, message: 'two', severity: 'hint' };
}

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
  {
    wrong: '云河区教育局⟦关于关于⟧规范招生情况的报告\n一、总体要求\n二、主要任务',
    fixed: '云河区教育局关于规范招生情况的报告\n一、总体要求\n二、主要任务',
  },
  { wrong: '云河区教育局关于规范招生工作的⟦请示报告⟧\n一、总体要求\n二、主要任务' },
  { wrong: '⟦云河区教育局关于2025年规范招生工作情况⟧\n一、总体要求\n二、主要任务', note: '标题最后应当是文种。' },
  { right: '云河区教育局关于2025年度重大事项请示报告\n一、总体要求\n二、主要任务' },
  { profile: 'fazhi-annual-report', wrong: '⟦关于2025年法治政府建设情况的报告⟧\n一、主要举措和成效\n全年办理案件30件。' },
  { profile: 'fazhi-annual-report', wrong: '⟦法治政府建设年度报告⟧\n一、主要举措和成效\n全年办理案件30件。' },
  { profile: 'fazhi-annual-report', right: '青石县2025年度法治政府建设情况报告\n一、主要举措和成效\n全年办理案件30件。' },
  { right: '云河区人民政府办公室关于落实《重大决策程序规定，暂行》的通知\n一、总体要求\n二、主要任务', note: '书名号里的标点不算。' },
  { right: '临川市司法局关于2025年法治政府建设情况的报告\n一、总体情况\n二、主要做法' },
  { right: '云河区人民政府办公室\n关于进一步规范行政执法工作的通知\n一、总体要求\n二、主要任务' },
  { right: '# 青石县流动商贩自治公约\n\n一、总则\n二、公约内容', note: '文种不常见，但已有标题行。' },
];
