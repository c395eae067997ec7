/**
 * Lines of the form (格式要素) that a line alone shows: 附件说明, 附件, 抄送, 印发, 附注, 此页无正文; and words that ask for a
 * decision (请批示), which belong in a 请示. Where they stand in the document is for `layout.ts` to say.
 */
import type { Span } from '../text';
import { parseNumeral } from './numeral';
import type { Scan } from './scan';

/**
 * - `attachments` 附件说明: `附件：1.统计表` · `attachment` where an attachment begins: `附件1`
 * - `copies` 抄送 · `printing` 印发机关和印发日期 · `contact` 联系人 without brackets · `blank-page` （此页无正文）
 */
export type FormKind = 'attachments' | 'attachment' | 'copies' | 'printing' | 'contact' | 'blank-page';

/** A line of the form. */
export interface FormLine {
  readonly kind: FormKind;
  /** The line without the spaces around it. */
  readonly span: Span;
  /** Of 附件说明: the attachments it names on this line. */
  readonly entries: readonly AttachmentEntry[];
  /** Of an attachment: its number; 0 where it has none. */
  readonly ordinal: number;
  /** Of an attachment: its title, where it stands on the same line; else empty. */
  readonly title: Span;
}

/** One attachment named in 附件说明. Sample: `1.统计表` */
export interface AttachmentEntry {
  readonly ordinal: number;
  /** The number with its mark: `1.`; undefined where it has none. */
  readonly number: Span | undefined;
  /** The mark behind the number. */
  readonly mark: Span | undefined;
  readonly name: Span;
  /** Marks behind the name, where none belongs (GB/T 9704—2012, 7.3.4); empty when all is well. */
  readonly tail: Span;
}

const NONE: readonly never[] = Object.freeze([]);
const STARTS = new Set([...'附抄印此（(联'].map((c) => c.charCodeAt(0)));
const LIST = /^附[ \u3000]?件[ \u3000]?[：:][ \u3000]*/;
const ALONE = /^附[ \u3000]?件(?:[ \u3000]{0,4}(\d{1,2}|[一二三四五六七八九十]{1,3})[ \u3000]?)?[：:.．]?$/;
const TITLED =
  /^附[ \u3000]?件[ \u3000]*(\d{1,2}|[一二三四五六七八九十]{1,3})(?:[ \u3000]*[：:.．][ \u3000]*|[ \u3000]+)(?=[《“\u4e00-\u9fff])/;
const PRINTED = /^.{2,40}\d{4}年\d{1,2}月\d{1,2}日[ \u3000]*印发$/;
const BLANK_PAGE = /^[（(]?此页无正文[）)]?$/;
const CONTACT = /^联[ \u3000]?系[ \u3000]?人[ \u3000]?[：:][^。]{2,60}$/;
const NUMBER = /(\d{1,2})([.．、])[ \u3000]?(?!\d)/y;
const NEXT = /[ \u3000]{1,8}(?=\d{1,2}[.．、](?!\d))/g;

/** Reads a line of the form; undefined where the block is none. */
export function readForm(s: Scan): FormLine | undefined {
  const { text } = s;
  const from = text.length - text.trimStart().length;
  if (text.length > 600 || !(STARTS.has(text.charCodeAt(from)) || text.endsWith('印发') || text.trimEnd().endsWith('印发')))
    return undefined;
  const to = text.trimEnd().length;
  const line = text.slice(from, to);
  const span = { from, to };
  const empty = { from: to, to };
  const make = (kind: FormKind): FormLine => ({ kind, span, entries: NONE, ordinal: 0, title: empty });
  let m = ALONE.exec(line);
  // 附件： with nothing behind it begins a list.
  if (m && (m[1] !== undefined || !/[：:]$/.test(line)))
    return { ...make('attachment'), ordinal: m[1] === undefined ? 0 : (parseNumeral(m[1]) ?? 0) };
  m = LIST.exec(line);
  if (m) return { ...make('attachments'), entries: readEntries(text, from + m[0].length, to) };
  m = TITLED.exec(line);
  if (m) return { ...make('attachment'), ordinal: parseNumeral(m[1]) ?? 0, title: { from: from + m[0].length, to } };
  if (/^抄[ \u3000]?送[ \u3000]?[：:]/.test(line)) return make('copies');
  if (PRINTED.test(line)) return make('printing');
  if (BLANK_PAGE.test(line)) return make('blank-page');
  if (CONTACT.test(line) && /电话|\d{7}/.test(line)) return make('contact');
  return undefined;
}

/** The attachments named between two places: `1.统计表　2.情况表`, or one without a number. */
export function readEntries(text: string, from: number, to: number): readonly AttachmentEntry[] {
  if (from >= to) return NONE;
  const entries: AttachmentEntry[] = [];
  const stretch = text.slice(from, to);
  let at = 0;
  const cut = (end: number): void => {
    const entry = readEntry(text, from + at, from + end);
    if (entry) entries.push(entry);
  };
  if (/^\d{1,2}[.．、]/.test(stretch)) {
    for (const m of stretch.matchAll(NEXT)) {
      cut(m.index);
      at = m.index + m[0].length;
    }
  }
  cut(stretch.length);
  return entries;
}

function readEntry(text: string, from: number, to: number): AttachmentEntry | undefined {
  NUMBER.lastIndex = from;
  const m = NUMBER.exec(text);
  const start = m && m.index === from ? NUMBER.lastIndex : from;
  let end = to;
  while (end > start && /[ \u3000\r\n]/.test(text[end - 1])) end--;
  let name = end;
  while (name > start && /[，。；、,;]/.test(text[name - 1])) name--;
  if (name <= start) return undefined;
  return {
    ordinal: m ? Number(m[1]) : 0,
    number: m ? { from, to: from + m[1].length + 1 } : undefined,
    mark: m ? { from: from + m[1].length, to: from + m[1].length + 1 } : undefined,
    name: { from: start, to: name },
    tail: { from: name, to: end },
  };
}

const PLEA = /请(?:予以?|给予)?(?:批准|批复|审批|批示|核准)(?=[。！!；;]|$)|(?:妥|当)否(?=[，,。]|$)/g;

/** Reads the words that ask for a decision: 妥否，请批示。 They stand at the end of a sentence. */
export function readPleas(text: string): readonly Span[] {
  if (text.indexOf('请') < 0 && text.indexOf('否') < 0) return NONE;
  const found: Span[] = [];
  for (const m of text.matchAll(PLEA)) found.push({ from: m.index, to: m.index + m[0].length });
  return found.length === 0 ? NONE : found;
}
