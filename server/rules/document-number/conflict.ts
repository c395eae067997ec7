/** 文件标题与发文字号不一致：同一标题配了两个字号，或者同一字号配了两个标题。 */
import { sameDocument, type Binding } from '../../core/facts/document-keys';
import type { FactMember } from '../../core/fact-index';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'document-number/conflict',
  view: 'group',
  keys: ['title', 'documentNumber'],
  severity: 'hint',
  certainty: 'likely',
  basis: [{ level: 'law', title: '《党政机关公文处理工作条例》（中办发〔2012〕14号）', article: '第九条第（五）项', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '同一份文件在文中配了不同的发文字号，或者同一发文字号配了不同的标题。',
      en: 'One document is cited with two numbers, or one number with two titles.',
    },
    why: {
      'zh-cn': '一个字号只对应一份文件，前后不一致时至少有一处写错。',
      en: 'A number belongs to one document; where mentions differ, one of them is a slip.',
    },
    todo: {
      'zh-cn': '查原文件，统一标题和字号。也可能确是两份文件（如修订前后），不必改。',
      en: 'Check the documents. They may be two after all, such as a text and its revision.',
    },
    number: {
      'zh-cn': '《{title}》在此处的发文字号是“{number}”，别处是“{other}”',
      en: '《{title}》 has the number “{number}” here and “{other}” elsewhere',
    },
    title: {
      'zh-cn': '“{number}”在此处的标题是《{title}》，别处是《{other}》',
      en: '“{number}” has the title 《{title}》 here and 《{other}》 elsewhere',
    },
    elsewhere: { 'zh-cn': '别处写作“{text}”', en: 'Elsewhere: “{text}”' },
  },
  *check({ key, members }) {
    const byTitle = key.startsWith('title:');
    const bound = members.flatMap((member) => {
      const binding = member.value as Binding | undefined;
      return binding ? [{ member, binding, other: byTitle ? binding.number : binding.title }] : [];
    });
    if (bound.length < 2) return;
    const counts = new Map<string, number>();
    for (const { other } of bound) counts.set(other, (counts.get(other) ?? 0) + 1);
    if (counts.size < 2) return;
    const [usual, times] = [...counts].sort((a, b) => b[1] - a[1])[0];
    const model = bound.find(({ other }) => other === usual)!;
    // A slip: all mentions but one agree, and they are two at least.
    const slip = times >= 2 && times === bound.length - 1;
    for (const { member, binding, other } of bound) {
      if (other === usual || sameDocument(binding, model.binding, byTitle)) continue;
      yield conflict(member, model.member, binding, usual, byTitle, slip);
    }
  },
});

function conflict(member: FactMember, model: FactMember, binding: Binding, usual: string, byTitle: boolean, slip: boolean): Finding {
  return {
    at: { block: member.block, span: byTitle ? binding.numberSpan : binding.titleSpan },
    message: byTitle ? 'number' : 'title',
    args: { title: binding.title, number: binding.number, other: usual },
    severity: slip ? 'warning' : 'hint',
    related: [
      {
        at: { block: model.block, span: model.span },
        message: 'elsewhere',
        args: { text: model.block.text.slice(model.span.from, model.span.to) },
      },
    ],
  };
}

export const examples: Example[] = [
  {
    wrong:
      '　　落实《关于加强执法监督的意见》（云政办发〔2023〕36号）。\n　　对照《关于加强执法监督的意见》（云政办发〔2023〕36号）自查。\n　　依据《关于加强执法监督的意见》（⟦云政办发〔2023〕63号⟧）考核。',
    note: '三处有两处一致，另一处多半是笔误。',
  },
  {
    wrong:
      '　　落实《关于加强执法监督的意见》（云政办发〔2023〕36号）和《关于推进政务公开的意见》（云政发〔2023〕5号）。\n　　依据⟦《关于做好信访工作的通知》⟧（云政办发〔2023〕36号）考核。',
  },
  {
    right:
      '　　印发《云河区执法公示办法》（云政办发〔2023〕36号）。\n　　落实《关于印发〈云河区执法公示办法〉的通知》（云政办发〔2023〕36号）。',
  },
  {
    right: '　　落实《关于做好年度考核的通知》（云政办发〔2023〕36号）。\n　　落实《关于做好年度考核的通知》（云政办发〔2022〕41号）。',
    note: '每年一发的同名文件。',
  },
  {
    right: '　　落实《关于加强执法监督的意见》（赣府发〔2023〕3号）和《关于加强执法监督的意见》（临府发〔2023〕12号）。',
    note: '省、市分别印发的同名文件。',
  },
];
