/**
 * Completion of 发文字号, where one belongs and nowhere else: behind 《title》（, behind 根据 and its like once two characters
 * of a 代字 stand there, and behind a 代字 with its 〔. First what this text and the workspace already use.
 */
import type { CompletionItem, Position, Range } from 'vscode-languageserver';
import type { AgencyRegister } from '../../core/agency-register';
import { agencyCodeStart, takesFormWord } from '../../core/facts/agency-code';
import { offsetAt } from '../../core/text';
import type { Locale } from '../../core/messages';
import type { Report } from '../../service';
import type { ReportEntry } from '../../workspace';
import type { Context, Feature } from '../feature';
import { libraryOf } from '../library';
import { CompletionItemKind, InsertTextFormat } from '../wire';

const WORDS = {
  used: { 'zh-cn': (n: number) => `已用 ${n} 次`, en: (n: number) => `used ${n} ×` },
  cited: { 'zh-cn': '这一文件的发文字号', en: 'the number of this document' },
  thisYear: { 'zh-cn': '本年', en: 'this year' },
  lastYear: { 'zh-cn': '上年', en: 'last year' },
  reportYear: { 'zh-cn': '报告年度', en: 'year of the report' },
} as const;

/** So many used 代字, and so many entries of the register, are offered. */
const MOST_USED = 30;
const MOST_REGISTERED = 200;
/** A 代字 is not looked for farther back. */
const REACH = 60;

/** Words after which a number may stand in running text. */
const BEFORE = /(?:根据|按照|依据|依照|遵照|参照|落实|贯彻|执行|印发|转发)$/;
const IN_BRACKET = /《([^《》]{1,200})》[（(]([\u3400-\u9fff]{0,10})$/;

export const numberCompletion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['〔', '（'] } }),
  async complete(context, report, position, trigger) {
    if (!report.document.traits.profile || trigger === '\n') return [];
    const { block, line } = report.document.blocks.at(position.line);
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'table') return [];
    const offset = offsetAt(block.text, { line: position.line - line, character: position.character });
    // A place inside a web address or code is none.
    if (
      block.facts.identifiers.some(
        ({ kind, span }) => (kind === 'url' || kind === 'code' || kind === 'email') && span.from < offset && offset <= span.to,
      )
    )
      return [];
    const lineStart = Math.max(block.text.lastIndexOf('\n', offset - 1), block.text.lastIndexOf('\r', offset - 1)) + 1;
    const before = block.text.slice(Math.max(lineStart, offset - 300), offset);
    const after = /^[^\r\n]*/.exec(block.text.slice(offset, offset + 40))![0];
    const place: Place = { context, report, position, before, after };
    return behindCode(place) ?? (await codes(place));
  },
};

interface Place {
  readonly context: Context;
  readonly report: Report;
  readonly position: Position;
  /** The line up to the caret, and from it. */
  readonly before: string;
  readonly after: string;
}

/** Behind 国办发〔: the year, and 〕号 with the caret before 号. Undefined where no 〔 stands before the caret. */
function behindCode(place: Place): CompletionItem[] | undefined {
  const { before, after, report, context } = place;
  const m = /〔(\d{0,4})$/.exec(before);
  if (!m) return undefined;
  const open = before.length - m[0].length;
  const code = before.slice(agencyCodeStart(before, open, Math.max(0, open - REACH)), open);
  if (code === '' || (code.length < 2 && !takesFormWord(code))) return [];
  // Already written: 国办发〔|2024〕5号.
  if (/^(?:\d{0,4}〕)?\s{0,4}\d{1,6}\s{0,4}号/.test(after)) return [];
  const closed = /^〕?号?/.exec(after)![0].length;
  const range = around(place, m[1].length, closed);
  const { locale } = context.client.wording;
  return years(report, locale)
    .filter(([year]) => year.startsWith(m[1]))
    .map(([year, detail], i) => item(context, { label: `${year}〕号`, snippet: `${year}〕$1号$0`, range, detail, sortText: `0${i}` }));
}

function years(report: Report, locale: Locale): [string, string][] {
  const { today, reportYear } = report.document.traits;
  const now = Number(today.slice(0, 4));
  const list: [number, string][] = [
    ...(reportYear === null ? [] : [[reportYear, WORDS.reportYear[locale]] as [number, string]]),
    [now, WORDS.thisYear[locale]],
    [now - 1, WORDS.lastYear[locale]],
  ];
  return list.filter(([year], i) => list.findIndex(([other]) => other === year) === i).map(([year, detail]) => [String(year), detail]);
}

/** 代字 and whole numbers, where a number may begin. */
async function codes(place: Place): Promise<CompletionItem[]> {
  const { before, after, context, report } = place;
  const bracket = IN_BRACKET.exec(before);
  const typed = bracket ? bracket[2] : typedCode(before);
  // In running text two characters must show that a 代字 is meant; in a bracket behind a title nothing need.
  if (!bracket && typed.length < 2) return [];
  // Something is already written there: （|国办发〔2024〕5号）.
  if (after !== '' && !/^[）)，。、；\s\u3000]/.test(after)) return [];
  const { locale } = context.client.wording;
  const library = libraryOf(context);
  const entries = library.knownEntries();
  // What is not read yet will be there the next time.
  void library.index.all();
  const range = around(place, typed.length, 0);
  const year = report.document.traits.today.slice(0, 4);
  const items: CompletionItem[] = [];
  for (const number of bracket ? numbersOf(entries, bracket[1]) : []) {
    if (number.startsWith(typed))
      items.push(
        item(context, { label: number, range, detail: WORDS.cited[locale], sortText: `0${String(items.length).padStart(3, '0')}` }),
      );
  }
  const used = usedCodes(entries, report.uri).filter(([code]) => code.startsWith(typed));
  for (const [code, { count }] of used.slice(0, MOST_USED))
    items.push(whole(context, code, year, range, WORDS.used[locale](count), `1${String(items.length).padStart(3, '0')}`));
  const seen = new Set(used.map(([code]) => code));
  for (const { code, detail } of registered(await library.register(report.uri), typed)) {
    if (seen.has(code) || items.length >= MOST_USED + MOST_REGISTERED) continue;
    const entire = takesFormWord(code) && !/[政府办委]$/.test(code);
    // Behind 根据, 应急 and 文旅 are words like others.
    if (!bracket && !entire) continue;
    const sortText = `2${String(items.length).padStart(3, '0')}`;
    // 京政 alone is the beginning of 京政发, 京政字 …: the writer goes on.
    items.push(
      entire
        ? whole(context, code, year, range, detail, sortText)
        : { ...item(context, { label: code, range, detail, sortText }), kind: CompletionItemKind.Constant },
    );
  }
  return items;
}

/** The beginning of a 代字 behind 根据 and its like; empty elsewhere. */
function typedCode(before: string): string {
  const start = agencyCodeStart(before, before.length, Math.max(0, before.length - REACH));
  return BEFORE.test(before.slice(0, start)) ? before.slice(start) : '';
}

function whole(context: Context, code: string, year: string, range: Range, detail: string, sortText: string): CompletionItem {
  return item(context, { label: `${code}〔${year}〕号`, snippet: `${code}〔\${2:${year}}〕$1号$0`, range, detail, sortText });
}

/** An item; with a snippet only for clients that know tab stops. */
function item(
  { client }: Context,
  { label, snippet, range, detail, sortText }: { label: string; snippet?: string; range: Range; detail: string; sortText: string },
): CompletionItem {
  const asSnippet = snippet !== undefined && client.snippets;
  return {
    label,
    kind: CompletionItemKind.Value,
    detail,
    sortText,
    filterText: label,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: asSnippet ? snippet : label },
  };
}

/** The 代字 in use, the most used first; those of this text count more than those of others. */
function usedCodes(entries: readonly ReportEntry[], uri: string): [string, { count: number; here: number }][] {
  const codes = new Map<string, { count: number; here: number }>();
  for (const entry of entries) {
    for (const { agencyCode, wellFormed } of entry.mentions.flat()) {
      if (!wellFormed || agencyCode.length < 2) continue;
      const count = codes.get(agencyCode) ?? { count: 0, here: 0 };
      count.count++;
      if (entry.uri === uri) count.here++;
      codes.set(agencyCode, count);
    }
  }
  return [...codes].sort(([a, x], [b, y]) => Math.sign(y.here) - Math.sign(x.here) || y.count - x.count || (a < b ? -1 : 1));
}

/** The numbers under which a title is known: from the document itself, or from other citations. */
function numbersOf(entries: readonly ReportEntry[], title: string): string[] {
  const wanted = plain(title);
  const found = new Set<string>();
  for (const { title: own, carries } of entries) if (carries?.wellFormed && sameTitle(plain(own), wanted)) found.add(carries.key);
  for (const { mentions } of entries)
    for (const m of mentions.flat()) if (m.title !== undefined && m.wellFormed && plain(m.title) === wanted) found.add(m.key);
  return [...found];
}

/** A document's own title may begin with its organ, which is often left out where it is cited: 临川市人民政府关于… */
function sameTitle(own: string, cited: string): boolean {
  return own === cited || (cited.startsWith('关于') && own.endsWith(cited));
}

function plain(title: string): string {
  return title.replace(/[《》〈〉<>“”"\s\u3000]/g, '');
}

/** Entries of the register that begin as typed; single characters only begin other 代字 and are left out. */
function registered(register: AgencyRegister, typed: string): { code: string; detail: string }[] {
  return register.codes
    .filter(({ prefix, organs }) => prefix.length > 1 && prefix.startsWith(typed) && !organs.every((o) => o.includes('已撤销')))
    .map(({ prefix, organs }) => ({ code: prefix, detail: organs.join('、') }));
}

/** The range from what is typed to what is written behind the caret. */
function around({ position }: Place, typed: number, behind: number): Range {
  const { line, character } = position;
  return { start: { line, character: character - typed }, end: { line, character: character + behind } };
}
