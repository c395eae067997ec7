/** 只引字号不引标题：首次引用公文只写了发文字号，没有写标题。 */
import type { Binding } from '../../core/facts/document-keys';
import type { FactMember } from '../../core/fact-index';
import { defineRule, type Example, type Finding, type Group } from '../../core/rule';

export default defineRule({
  id: 'citation/untitled',
  view: 'group',
  keys: 'documentNumber',
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '引用公文先引标题、后引发文字号', article: null, confirmed: false }],
  messages: {
    what: {
      'zh-cn': '文中第一次提到某份文件，只写了发文字号，没有写标题。',
      en: 'The first mention of a document gives its number without its title.',
    },
    why: {
      'zh-cn': '只看字号，读者不知道是什么文件，字号错了也无从发现。',
      en: 'A number alone tells the reader nothing, and a slip in it goes unseen.',
    },
    todo: {
      'zh-cn': '首次引用写作《标题》（发文字号），以后可以只写字号或者简称。',
      en: 'At first mention write 《title》（number）; later the number or a short name will do.',
    },
    found: { 'zh-cn': '首次引用“{number}”，宜写明文件标题', en: 'Give the title of “{number}” at its first mention' },
    titled: {
      'zh-cn': '首次引用“{number}”，宜写明文件标题：《{title}》',
      en: 'Give the title of “{number}” at its first mention: 《{title}》',
    },
    later: { 'zh-cn': '标题在这里才出现', en: 'The title comes only here' },
  },
  *check({ members }: Group): Generator<Finding> {
    const [first] = members;
    if (first.value !== undefined || !standsInProse(first)) return;
    // The number may run over a line end.
    const number = first.block.text.slice(first.span.from, first.span.to).replace(/[\r\n]+/g, '');
    const later = members.find((member) => member.value !== undefined);
    if (!later) yield { at: first, message: 'found', args: { number } };
    else
      yield {
        at: first,
        message: 'titled',
        args: { number, title: (later.value as Binding).title },
        related: [{ at: later, message: 'later' }],
      };
  },
});

/** The fewest characters around a number that make it part of a sentence; with fewer it stands on a line of its own, as the number of this very document does. */
const SENTENCE = 8;

/** Whether the number is spoken of in running text, and not given in brackets, in a table, beside its title or as a field of its own (发文字号：…). */
function standsInProse({ block, span }: FactMember): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  const number = block.facts.documentNumbers.find((n) => n.span.from === span.from);
  if (number?.series !== 'general' || number.codeSpan.from === number.codeSpan.to) return false;
  const { text } = block;
  if (text.trim().length - (span.to - span.from) < SENTENCE) return false;
  const before = text[span.from - 1] ?? '';
  // Its 代字 may begin on the line above.
  if (before === '\n' || before === '\r') return false;
  return (
    !'（([〔《：:》、，,“"'.includes(before) &&
    !block.facts.citations.some((c) => c.numberBefore === number || (c.span.from < span.from && span.to < c.span.to))
  );
}

export const examples: Example[] = [
  { wrong: '　　根据⟦云政办发〔2023〕36号⟧文件要求，各镇街开展自查自纠。' },
  {
    wrong: '　　各镇街按照⟦云政发〔2023〕5号⟧要求开展自查。\n　　落实《关于加强执法监督的意见》（云政发〔2023〕5号）。',
    note: '标题在后文才出现。',
  },
  { right: '　　落实《关于加强执法监督的意见》（云政发〔2023〕5号）。\n　　各镇街按照云政发〔2023〕5号要求开展自查。' },
  { right: '云政办发〔2024〕12号\n\n发文字号：云政办发〔2024〕13号\n\n　　经区委同意（云委办〔2024〕3号），现将有关事项通知如下。' },
];
