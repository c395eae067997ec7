/**
 * Common sentences with places for figures, and what the foot of the report still lacks (特此报告, 署名 and 成文日期). Only on
 * an empty line under a heading, and only when asked for.
 */
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Locale } from '../../core/messages';
import type { Report } from '../../service';
import type { Feature } from '../feature';
import { CompletionItemKind, InsertTextFormat } from '../wire';

/** `$n` is a place to be filled. The sentences are such that the checks can hold their figures against each other. */
const SENTENCES: readonly (readonly [label: string, text: string])[] = [
  ['共受理…件，其中…', '共受理$1件，其中$2件、$3件。'],
  ['受理…件，办结…件，办结率…', '共受理$1件，办结$2件，办结率$3%。'],
  ['应检查…户，实际检查…户，完成率…', '应检查$1户，实际检查$2户，完成率$3%。'],
  ['发现问题…个，已整改…个，整改率…', '发现问题$1个，已整改$2个，整改率$3%。'],
  ['…件，上年为…件，同比增长…', '$1件，上年为$2件，同比增长$3%。'],
  ['举办培训…期，培训…人次', '举办$1培训$2期，培训$3人次。'],
];

const WORDS = {
  sentence: { 'zh-cn': '常用句', en: 'Common sentence' },
  foot: { 'zh-cn': '报告结尾（缺）', en: 'Foot of the report (missing)' },
  signature: { 'zh-cn': '署名、成文日期', en: 'Signature and date' },
} as const;

export const phrases: Feature = {
  capabilities: () => ({ completionProvider: {} }),
  complete: ({ client }, report, position, trigger) =>
    trigger === undefined ? complete(report, position, client.snippets, client.wording.locale) : [],
};

function complete(report: Report, position: Position, snippets: boolean, locale: Locale): CompletionItem[] {
  const { document } = report;
  const { traits, blocks, layout, outline } = document;
  if (!traits.profile || blocks.at(position.line).block.kind !== 'blank') return [];
  const lineOf = (block: Parameters<typeof blocks.lineOf>[0] | undefined): number => (block ? blocks.lineOf(block) : Infinity);
  const above = outline.sections.some(({ block }) => lineOf(block) < position.line);
  const foot = Math.min(...[layout.closing, layout.attachments, layout.signature, layout.issueDate, layout.annexes[0]?.block].map(lineOf));
  if (!above) return [];
  const range = { start: position, end: position };
  const items: CompletionItem[] = [];
  const below = outline.sections.some(({ block }) => lineOf(block) > position.line);
  if (!below && layout.signature === undefined && layout.issueDate === undefined) {
    if (!layout.closing && layout.titleText.endsWith('报告'))
      items.push({
        label: '特此报告。',
        kind: CompletionItemKind.Text,
        detail: WORDS.foot[locale],
        sortText: '20',
        textEdit: { range, newText: '特此报告。' },
      });
    const year = traits.reportYear === null ? '××××' : String(traits.reportYear + 1);
    const newText = `${traits.issuer ?? '××单位'}\n${year}年×月×日`;
    items.push({
      label: WORDS.signature[locale],
      kind: CompletionItemKind.Text,
      detail: WORDS.foot[locale],
      documentation: newText,
      sortText: '21',
      textEdit: { range, newText },
    });
  }
  if (position.line > foot) return items;
  return [
    ...items,
    ...SENTENCES.map(([label, text], i): CompletionItem => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: WORDS.sentence[locale],
      sortText: `3${i}`,
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? text.replace(/\$(\d)/g, '${$1:××}') : text.replace(/\$\d/g, '××') },
    })),
  ];
}
