/** 附件未列入附件说明：正文后附了，附件说明里没有。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'attachment/unreferenced',
  view: 'outline',
  severity: 'info',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.7', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '正文后的附件应当在附件说明中逐一列出，这里附了而没有列。',
      en: 'Every attachment is named in the list; this one is not.',
    },
    why: { 'zh-cn': '附件说明是核对附件是否齐全的依据。', en: 'By the list one sees whether all attachments are there.' },
    todo: { 'zh-cn': '在附件说明中补列，或者删去多余的附件。', en: 'Add it to the list, or remove it.' },
    found: {
      'zh-cn': '附件{ordinal}没有列入附件说明（说明只列了{count}个）',
      en: 'Attachment {ordinal} is not in the list, which names {count}',
    },
    list: { 'zh-cn': '附件说明', en: 'The list' },
  },
  *check({ layout: { entries, annexes } }) {
    // Papers that are printed with a notice (印发、转发) need no list: without one there is nothing to compare.
    if (entries.length === 0 || entries.some(({ entry }, i) => entries.length > 1 && entry.ordinal !== i + 1)) return;
    const { block, entry } = entries[0];
    for (const annex of annexes) {
      if (annex.ordinal <= entries.length) continue;
      const form = annex.block.facts.form!;
      yield {
        at: { block: annex.block, span: form.span },
        message: 'found',
        args: { ordinal: annex.ordinal, count: entries.length },
        related: [{ at: { block, span: entry.name }, message: 'list' }],
      };
    }
  },
});

const HEAD = '青石县应急管理局关于2025年安全生产情况的报告\n一、总体情况\n全年检查企业30家次。\n';
const FOOT = '\n青石县应急管理局\n2026年1月20日\n';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `${HEAD}附件：检查情况统计表${FOOT}附件1\n检查情况统计表\n共30家次。\n⟦附件2⟧\n隐患整改清单\n共12条。` },
  { right: `${HEAD}附件：1.检查情况统计表\n　　　2.隐患整改清单${FOOT}附件1\n检查情况统计表\n共30家次。\n附件2\n隐患整改清单\n共12条。` },
  { right: `${HEAD}${FOOT}附件1\n检查情况统计表\n共30家次。`, note: '没有附件说明的，不作比对。' },
])();
