/** 附注、抄送和空白页：附注加圆括号，抄送末尾用句号，不用“此页无正文”。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'format/note',
  view: 'outline',
  severity: 'hint',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.6', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '附注居左空二字加圆括号，写在成文日期下一行；抄送机关之间用逗号，最后一个后用句号；排版时调整行距，不用“此页无正文”。',
      en: 'The note below the date stands in round brackets; the list of copies ends with a full stop; a page without text is avoided by the spacing of lines.',
    },
    why: { 'zh-cn': '这些是国家标准对版记和附注的要求。', en: 'The standard says so.' },
    todo: { 'zh-cn': '加上括号或者句号；删去“此页无正文”。', en: 'Add the brackets or the full stop; remove 此页无正文.' },
    brackets: { 'zh-cn': '附注宜加圆括号', en: 'The note should stand in round brackets' },
    copies: { 'zh-cn': '抄送机关后宜用句号', en: 'The list of copies should end with a full stop' },
    blank: {
      'zh-cn': '不宜用“此页无正文”，应调整行距使印章、日期与正文同页',
      en: 'Avoid 此页无正文: set the lines so that seal and date share a page with text',
    },
    addBrackets: { 'zh-cn': '加上圆括号', en: 'Add round brackets' },
    addStop: { 'zh-cn': '加上“。”', en: 'Add “。”' },
    remove: { 'zh-cn': '删去这一行', en: 'Remove the line' },
  },
  *check({ layout: { contact, copies, blankPage } }) {
    if (contact) {
      const { span } = contact.facts.form!;
      const edits = [{ block: contact, span, newText: `（${contact.text.slice(span.from, span.to)}）` }];
      yield { at: { block: contact, span }, message: 'brackets', fixes: [{ message: 'addBrackets', safe: true, edits }] };
    }
    const copied = copies?.facts.form?.span;
    if (copies && copied && !/[。.]$/.test(copies.text.slice(copied.from, copied.to))) {
      const tail = /[，、；,;：:]$/.test(copies.text.slice(copied.from, copied.to)) ? 1 : 0;
      const span = { from: copied.to - tail, to: copied.to };
      yield {
        at: { block: copies, span: copied },
        message: 'copies',
        basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.4.2', confirmed: true }],
        fixes: [{ message: 'addStop', safe: true, edits: [{ block: copies, span, newText: '。' }] }],
      };
    }
    if (blankPage) {
      const { span } = blankPage.facts.form!;
      yield {
        at: { block: blankPage, span },
        message: 'blank',
        basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: null, confirmed: false }],
        fixes: [{ message: 'remove', safe: false, edits: [{ remove: blankPage }] }],
      };
    }
  },
});

const HEAD = '临川市司法局关于增加执法车辆的请示\n一、基本情况\n现有车辆3辆。\n妥否，请批示。\n临川市司法局\n2026年1月20日';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `${HEAD}\n⟦联系人：李明，电话：12345678⟧`, fixed: `${HEAD}\n（联系人：李明，电话：12345678）` },
  { wrong: `${HEAD}\n⟦抄送：临川市财政局，临川市人大常委会办公室⟧`, fixed: `${HEAD}\n抄送：临川市财政局，临川市人大常委会办公室。` },
  {
    wrong: '临川市司法局关于2025年工作情况的报告\n一、总体情况\n全年办理案件30件。\n⟦（此页无正文）⟧\n临川市司法局\n2026年1月20日',
    fixed: '临川市司法局关于2025年工作情况的报告\n一、总体情况\n全年办理案件30件。\n临川市司法局\n2026年1月20日',
  },
  { right: `${HEAD}\n（联系人：李明，电话：12345678）\n抄送：临川市财政局。\n临川市司法局办公室　2026年1月20日印发` },
  { right: `${HEAD}\n抄送：临川市财政局，\n临川市人大常委会办公室。`, note: '抄送机关分写几行。' },
])();
