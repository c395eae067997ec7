/** 缺少标题：正文之前没有标题行。 */
import type { Block } from '../../core/block';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'format/title',
  view: 'outline',
  severity: 'info',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.1', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '公文应当有标题，由发文机关名称、事由和文种组成，这里没有找到。',
      en: 'An official document has a title: organ, matter and kind. None was found.',
    },
    why: {
      'zh-cn': '没有标题，看不出是谁的、哪一年的、什么文件；从网页复制时标题常被漏掉。',
      en: 'Without it nobody sees whose paper it is, of which year, and of what kind; copying from a web page often loses it.',
    },
    todo: { 'zh-cn': '在正文之前补写标题。', en: 'Write the title above the text.' },
    missing: { 'zh-cn': '没有标题行', en: 'There is no title line' },
  },
  *check({ layout, top }) {
    if (layout.title.length === 0 && isText(top.block)) yield { at: top, message: 'missing', absent: 'title' };
  },
});

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
  { right: '临川市司法局关于2025年法治政府建设情况的报告\n一、总体情况\n二、主要做法' },
  { right: '云河区人民政府办公室\n关于进一步规范行政执法工作的通知\n一、总体要求\n二、主要任务' },
  { right: '# 青石县流动商贩自治公约\n\n一、总则\n二、公约内容', note: '文种不常见，但已有标题行。' },
];
