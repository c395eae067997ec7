/** 月日节日写法：用月、日简称的节日、纪念日、事件，月与日之间用间隔号，如“3·15”。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'punctuation/month-day',
  view: 'block',
  reads: ['monthDays'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '4.14.3.5', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '以月、日标示的节日、事件，月与日之间应当用间隔号“·”。',
      en: 'Where month and day name a feast or an event, a middle dot (·) stands between them.',
    },
    why: { 'zh-cn': '写成小数点，会被读成小数、版本号或者金额。', en: 'With a full stop it reads as a decimal, a version or an amount.' },
    todo: { 'zh-cn': '把点改为间隔号。', en: 'Replace the dot by a middle dot.' },
    found: { 'zh-cn': '“{text}”中的点应为间隔号，写作“{fixed}”', en: 'Write “{fixed}” with a middle dot instead of “{text}”' },
    replace: { 'zh-cn': '改为“{fixed}”', en: 'Change to “{fixed}”' },
  },
  *check(block) {
    for (const { span, whole } of block.facts.monthDays) {
      const text = block.text.slice(whole.from, whole.to);
      const args = { text, fixed: `${block.text.slice(whole.from, span.from)}·${block.text.slice(span.to, whole.to)}` };
      yield {
        at: { block, span: whole },
        message: 'found',
        args,
        fixes: [{ message: 'replace', args, safe: true, edits: [{ block, span, newText: '·' }] }],
      };
    }
  },
});

export const examples: Example[] = [
  {
    wrong: '结合“⟦3.15⟧”国际消费者权益日开展集中宣传，发放资料3000份。',
    fixed: '结合“3·15”国际消费者权益日开展集中宣传，发放资料3000份。',
  },
  { wrong: '组织“⟦12.4⟧国家宪法日”“⟦4.15⟧全民国家安全教育日”系列活动。', fixed: '组织“12·4国家宪法日”“4·15全民国家安全教育日”系列活动。' },
  { wrong: '在“⟦3.8⟧”、“⟦4.26⟧”、“⟦6.26⟧”等重要时间节点开展普法。', fixed: '在“3·8”、“4·26”、“6·26”等重要时间节点开展普法。' },
  { wrong: '举办⟦4.26⟧世界知识产权日宣传活动，接受咨询500人次。', fixed: '举办4·26世界知识产权日宣传活动，接受咨询500人次。' },
  { wrong: '依法妥善处置“⟦7.18⟧”特大暴雨灾害。', fixed: '依法妥善处置“7·18”特大暴雨灾害。' },
  { right: '开展“3·15”国际消费者权益日、“5·20”世界计量日宣传。' },
  { right: '升级“智慧执法”平台2.0版本，发布“云河掌办3.1版”，投入4.5亿元活动场所建设资金。', note: '版本号、金额不是日期。' },
  { right: '推行“1.5小时”应急响应圈，抽检合格率为98.6%，地震震级为3.2级。' },
  { right: '参加5.6公里健步走宣传活动，人均捐款12.5元。' },
  { right: '4.26 世界知识产权日活动安排', note: '行首可能是层次序号。' },
];
