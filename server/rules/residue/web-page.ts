/** 网页残留：从网页复制时带进来的导航栏、当前位置、“返回顶部”“字体：大 中 小”等。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'residue/web-page',
  view: 'block',
  reads: ['webResidue'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '公文校对通行做法', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '这一行是网页的栏目或者按钮，不是报告的内容。',
      en: 'This line is a menu or a button of a web page, not part of the report.',
    },
    why: {
      'zh-cn': '从网页复制的稿子常带进这类文字，印发后十分显眼。',
      en: 'Texts copied from a web page carry such lines with them, and they show in print.',
    },
    todo: { 'zh-cn': '删去整行。', en: 'Remove the whole line.' },
    navigation: { 'zh-cn': '网页导航栏残留在正文中', en: 'A navigation bar was left in the text' },
    breadcrumb: { 'zh-cn': '网页“当前位置”残留在正文中', en: 'A breadcrumb was left in the text' },
    control: { 'zh-cn': '网页按钮“{text}”残留在正文中', en: 'Web page furniture was left in the text: {text}' },
    remove: { 'zh-cn': '删去整行', en: 'Remove the line' },
  },
  *check(block) {
    for (const { span, kind, exact } of block.facts.webResidue) {
      const text = block.text.slice(span.from, Math.min(span.to, span.from + 20));
      yield { at: { block, span }, message: kind, args: { text }, fixes: [{ message: 'remove', safe: exact, edits: [{ remove: block }] }] };
    }
  },
});

export const examples: Example[] = [
  { wrong: '⟦首页 政务公开 办事服务 互动交流 走进云河⟧\n一、总体情况', fixed: '一、总体情况' },
  { wrong: '⟦您当前的位置：首页 > 政务公开 > 法定主动公开内容 > 年度报告⟧\n一、总体情况', fixed: '一、总体情况' },
  { wrong: '一、总体情况\n⟦【字体：大 中 小】 打印本页 关闭窗口⟧\n全年办理案件30件。', fixed: '一、总体情况\n全年办理案件30件。' },
  { wrong: '一、总体情况\n全年办理案件30件。\n⟦返回顶部⟧', fixed: '一、总体情况\n全年办理案件30件。' },
  {
    wrong: '一、总体情况\n⟦扫一扫在手机打开当前页⟧\n⟦上一篇：青石县教育局2024年工作总结⟧\n全年办理案件30件。',
    fixed: '一、总体情况\n全年办理案件30件。',
  },
  { right: '来源：临川市司法局　发布日期：2026-01-20\n一、总体情况', note: '来源和日期不碍事，不提示。' },
  { right: '目录\n总体情况 主要举措 存在问题 下一步安排' },
  { right: '临川市司法局 临川市财政局 临川市审计局' },
  { right: '位置：云河大道12号市民中心二楼' },
  { right: '在便民服务中心张贴二维码，群众扫一扫即可评价。' },
  { right: '分类 数量 占比 大 中 小' },
  { right: '政务公开 信息公开 督查督办' },
];
