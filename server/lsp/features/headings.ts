/** Completions in a report: the next heading, and the sections it still lacks. They appear at the start of a line and nowhere else. */
import type { CompletionItem, Position, Range } from 'vscode-languageserver';
import { basisLine, type Report } from '../../service';
import { sectionSkeleton, sectionTitle } from '../../core/skeleton';
import type { Feature } from '../feature';
import type { Locale } from '../../core/messages';
import type { Section } from '../../core/outline';
import { toChinese } from '../../core/facts/numeral';
import { CompletionItemKind, InsertTextFormat } from '../wire';

const WORDS = {
  next: { 'zh-cn': '下一个标题', en: 'Next heading' },
  missing: { 'zh-cn': '必备章节（缺）', en: 'Required section (missing)' },
} as const;

/** Characters after which an editor asks by itself. */
const TRIGGERS = ['（', '(', '\n'];

export const headings: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS } }),
  complete: ({ client }, report, position, trigger) => complete(report, position, client.wording.locale, trigger),
};

/** What may be written at a place. Empty where nothing is known to belong there. */
function complete(report: Report, position: Position, locale: Locale, trigger?: string): CompletionItem[] {
  const { document } = report;
  if (!document.traits.profile) return [];
  if (trigger === '\n') return afterEnter(report, position, locale);
  const { block, line } = document.blocks.at(position.line);
  // Inside a paragraph of several lines nothing begins.
  if (position.line !== line || (block.kind !== 'blank' && block.kind !== 'paragraph' && block.kind !== 'heading')) return [];
  const before = block.text.slice(0, position.character);
  const typed = /^[\s\u3000]*([（(]?[一二三四五六七八九十\d]{0,3}[、.．）)]?)$/.exec(before);
  if (!typed || block.text.slice(position.character).replace(/[）)]/, '').trim() !== '') return [];
  const start = before.length - typed[1].length;
  const range: Range = {
    start: { line: position.line, character: start },
    end: { line: position.line, character: block.text.trimEnd().length < position.character ? position.character : block.text.length },
  };
  const items = nextHeadings(report, position.line).map((label, i): CompletionItem => ({
    label,
    kind: CompletionItemKind.Text,
    detail: WORDS.next[locale],
    filterText: typed[1] + label,
    sortText: `0${i}`,
    textEdit: { range, newText: label },
  }));
  return [...items, ...missingSections(report, range, typed[1], locale)];
}

/** After Enter behind a numbered line: its next number, and nothing else. Elsewhere Enter offers nothing. */
function afterEnter(report: Report, { line, character }: Position, locale: Locale): CompletionItem[] {
  const { document } = report;
  if (line === 0 || document.languageId !== 'gongwen') return [];
  const here = document.blocks.at(line).block;
  const above = document.blocks.at(line - 1).block;
  const { heading } = above.content;
  if (here.text.trim() !== '' || above === here || !heading || heading.family === 'markdown') return [];
  const newText = label(heading.level, heading.ordinal + 1);
  if (newText === '') return [];
  const at = { line, character };
  return [
    { label: newText, kind: CompletionItemKind.Text, detail: WORDS.next[locale], textEdit: { range: { start: at, end: at }, newText } },
  ];
}

/** The headings that may follow at a line: one deeper than the last, the next beside it, and the next beside each above it. */
function nextHeadings(report: Report, line: number): string[] {
  const { outline, blocks } = report.document;
  let last: Section | undefined;
  for (const section of outline.sections) {
    if (blocks.lineOf(section.block) >= line) break;
    last = section;
  }
  if (!last) return [label(1, 1)];
  const labels: string[] = [];
  for (let s: Section | undefined = last; s; s = s.parent) {
    const next = label(s.level, s.ordinal + 1);
    if (s.level >= 1 && s.heading.family !== 'markdown' && next !== '') labels.push(next);
  }
  const deeper = last.level >= 1 && last.heading.family !== 'markdown' ? label(last.level + 1, 1) : '';
  if (deeper !== '') labels.splice(1, 0, deeper);
  return labels;
}

/** A heading's number: 一、（一）1.（1） (GB/T 9704—2012, 7.3.3). */
function label(level: number, ordinal: number): string {
  switch (level) {
    case 1:
      return `${toChinese(ordinal)}、`;
    case 2:
      return `（${toChinese(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    case 4:
      return `（${ordinal}）`;
    default:
      return '';
  }
}

function missingSections(report: Report, range: Range, typed: string, locale: Locale): CompletionItem[] {
  const { alignment } = report;
  const { traits, outline } = report.document;
  if (!alignment) return [];
  const number = outline.roots.filter((s) => s.level === 1).length + 1;
  return alignment.states
    .filter(({ heading }) => heading === undefined)
    .map(({ section }, i): CompletionItem => ({
      label: sectionTitle(section, traits.reportYear),
      kind: CompletionItemKind.Module,
      detail: WORDS.missing[locale],
      documentation: section.basis.map((b) => basisLine(b, locale)).join('\n'),
      filterText: typed + section.title,
      sortText: `1${i}`,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: {
        range,
        newText: sectionSkeleton(alignment.profile, section.id, { year: traits.reportYear, number, issuer: traits.issuer }),
      },
    }));
}
