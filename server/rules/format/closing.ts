/** 结尾用语：报告不得夹带请示事项，结尾写“特此报告。”。 */
import type { Block } from '../../core/block';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'format/closing',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'law', title: '《党政机关公文处理工作条例》', article: '第十五条', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '报告是陈述性公文，不得夹带请示事项，结尾不用“请批示”“妥否”等请示用语，可用“特此报告。”。',
      en: 'A 报告 tells; it asks for no decision. It does not end with 请批示 or 妥否, but may end with 特此报告。',
    },
    why: {
      'zh-cn': '报告不需要批复；事项夹在报告里，上级不答复，事情就搁置了。',
      en: 'A report gets no reply: what it asks for is left undone.',
    },
    todo: {
      'zh-cn': '删去请示用语；确需上级批准的，另行请示。',
      en: 'Remove the request; ask in a paper of its own (请示) where a decision is needed.',
    },
    plea: { 'zh-cn': '报告结尾不用请示用语“{words}”', en: '“{words}” asks for a decision; it does not belong in a report' },
    other: { 'zh-cn': '文种是报告，结尾却是“{words}”', en: 'The paper is a 报告 but ends with “{words}”' },
    tells: { 'zh-cn': '文种是请示，结尾却是“{words}”', en: 'The paper is a 请示 but ends with “{words}”' },
    toRequest: { 'zh-cn': '改为“妥否，请批示。”', en: 'Change to 妥否，请批示。' },
    stop: { 'zh-cn': '“特此报告”后宜用句号', en: 'A full stop belongs after 特此报告' },
    toReport: { 'zh-cn': '改为“特此报告。”', en: 'Change to 特此报告。' },
    addStop: { 'zh-cn': '加上“。”', en: 'Add “。”' },
  },
  *check({ layout }) {
    const { closing, pleas, titleText } = layout;
    const kind = titleText.replace(/[（(][^（()）]*[)）]$/, '');
    if (/请示$/.test(kind) && closing) yield* request(closing);
    if (!/报告$/.test(kind)) return;
    for (const block of pleas) {
      const { pleas: spans } = block.facts;
      const span = { from: spans[0].from, to: spans[spans.length - 1].to };
      const from = block.text.length - block.text.trimStart().length;
      const whole = { from, to: block.text.trimEnd().length };
      // 以上报告妥否，请批示。 is a line of its own; a longer one says something else too.
      const fixes =
        whole.to - whole.from <= SHORT
          ? [{ message: 'toReport', safe: false, edits: [{ block, span: whole, newText: '特此报告。' }] }]
          : [];
      yield { at: { block, span }, message: 'plea', args: { words: block.text.slice(span.from, span.to) }, fixes };
    }
    if (!closing) return;
    const from = closing.text.length - closing.text.trimStart().length;
    const to = closing.text.trimEnd().length;
    const words = closing.text.slice(from, to);
    const at = { block: closing, span: { from, to } };
    if (/^特此(?:通知|请示|函告|函复|批复|公告|通告|通报)[。.]?$/.test(words)) {
      yield {
        at,
        message: 'other',
        args: { words },
        fixes: [{ message: 'toReport', safe: false, edits: [{ block: closing, span: at.span, newText: '特此报告。' }] }],
      };
    } else if (words === '特此报告') {
      const edits = [{ block: closing, span: { from: to, to }, newText: '。' }];
      yield {
        at,
        message: 'stop',
        severity: 'hint',
        certainty: 'advice',
        basis: [{ level: 'practice', title: '公文写作通行做法', article: null, confirmed: true }],
        fixes: [{ message: 'addStop', safe: true, edits }],
      };
    }
  },
});

/** 特此报告。 under a 请示. */
function* request(block: Block): Iterable<Finding> {
  const from = block.text.length - block.text.trimStart().length;
  const span = { from, to: block.text.trimEnd().length };
  const words = block.text.slice(span.from, span.to);
  if (!/^特此(?:报告|通知|函告|函复|批复|公告|通告|通报)[。.]?$/.test(words)) return;
  const edits = [{ block, span, newText: '妥否，请批示。' }];
  yield { at: { block, span }, message: 'tells', args: { words }, fixes: [{ message: 'toRequest', safe: false, edits }] };
}

/** A line no longer than this says nothing but the request. */
const SHORT = 24;

const HEAD = '临川市司法局关于2025年行政执法情况的报告\n一、总体情况\n全年办理案件30件。\n';
const FOOT = '\n临川市司法局\n2026年1月20日';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `${HEAD}以上报告⟦妥否，请批示⟧。${FOOT}`, fixed: `${HEAD}特此报告。${FOOT}` },
  {
    wrong: `${HEAD}为保障执法需要，拟增加执法车辆2辆，所需经费由市财政解决，⟦请予批准⟧。${FOOT}`,
    note: '没有修复：请示事项另行行文，由人处理。',
  },
  { wrong: `${HEAD}⟦特此通知。⟧${FOOT}`, fixed: `${HEAD}特此报告。${FOOT}` },
  { wrong: `${HEAD}⟦特此报告⟧${FOOT}`, fixed: `${HEAD}特此报告。${FOOT}` },
  {
    wrong: `临川市司法局关于增加执法车辆的请示\n一、基本情况\n现有车辆3辆。\n⟦特此报告。⟧${FOOT}`,
    fixed: `临川市司法局关于增加执法车辆的请示\n一、基本情况\n现有车辆3辆。\n妥否，请批示。${FOOT}`,
  },
  { wrong: `${HEAD}下一步将加强队伍建设。⟦恳请市政府批准⟧增加执法经费50万元。${FOOT}` },
  { right: `${HEAD}特此报告。${FOOT}` },
  { right: `${HEAD}以上报告，请审阅。${FOOT}` },
  { right: `临川市司法局关于增加执法车辆的请示\n一、基本情况\n现有车辆3辆。\n妥否，请批示。${FOOT}`, note: '请示用请示用语。' },
  { right: `临川市司法局关于2025年行政执法情况的报告\n一、总体情况\n全年指导企业向主管部门报请批准项目12个，经申请批复后实施。${FOOT}` },
])();
