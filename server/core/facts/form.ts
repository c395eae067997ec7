/**
 * Lines of the form (格式要素) that a line alone shows: 附件说明, 附件, 抄送, 印发, 附注, 此页无正文; mentions of attachments in
 * running text (见附件3); and words that ask for a decision (请批示), which belong in a 请示. Where they stand in the document
 * is for `layout.ts` to say.
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
  /** The mark behind an Arabic number; undefined where there is none, or a number in another form: 一、 （1）. */
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
/** Numbers in the forms of headings: 一、 （一） （1） */
const OTHER_NUMBER =
  /(?:([一二三四五六七八九十]{1,2})、(?![一二三四五六七八九十])|[（(](\d{1,2}|[一二三四五六七八九十]{1,2})[)）])[ \u3000]?/y;
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
  OTHER_NUMBER.lastIndex = from;
  const other = m ? null : OTHER_NUMBER.exec(text);
  const start = m ? NUMBER.lastIndex : other ? OTHER_NUMBER.lastIndex : from;
  let end = to;
  while (end > start && /[ \u3000\r\n]/.test(text[end - 1])) end--;
  let name = end;
  while (name > start && /[，。；、,;]/.test(text[name - 1])) name--;
  if (name <= start) return undefined;
  return {
    ordinal: m ? Number(m[1]) : other ? (parseNumeral(other[1] ?? other[2]) ?? 0) : 0,
    number: m ? { from, to: from + m[1].length + 1 } : other ? { from, to: from + other[0].trimEnd().length } : undefined,
    mark: m ? { from: from + m[1].length, to: from + m[1].length + 1 } : undefined,
    name: { from: start, to: name },
    tail: { from: name, to: end },
  };
}

/** An attachment named by its number. Samples: `附件3` of `详见附件3`, `附件2` at the beginning of a line */
export interface AttachmentMention {
  /** The word with its number; of 附件1、2 the second is `2` alone. */
  readonly span: Span;
  readonly ordinal: number;
  /**
   * - `cited`: running text refers to an attachment of this document: 见附件3, （附件3）
   * - `placed`: a line begins with it: it is there, in whatever form
   */
  readonly kind: 'cited' | 'placed';
}

/** What refers to an attachment of one's own, directly before the word. */
const CITING = /(?:见|参阅|[（(])(?:本(?:报告|文|通知|方案|意见|办法)(?:的)?|文末|文后|后附)?[ \u3000]?$/;
const ANNEX_NUMBER = /附[ \u3000]?件[ \u3000]?(\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d.．]?\d|[一二三四五六七八九十])/y;
const AND_NUMBER =
  /([、和及，,]|以及|至|到|[—–~～-])(?:附件)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?=[）)、，。；,;和及至到的表中所（(]|$)/y;
/** A paper of somebody else's: its attachments are not ours. A form of one's own (《…统计表》) is none. */
const FORMS = /《[^《》]*(?:表|清单|名册|名单|目录|台账|图|明细|汇总|附件)》/g;
const OTHER_PAPER =
  /》|〔|号|(?:根据|依据|按照|依照|参照|遵照|对照)|(?:该|其|此|上述|上级|来|原|同名)(?:通知|办法|方案|意见|规定|文件|函|文|报告|细则|条例)/;

/** Reads where attachments are named by number. Those of another paper (《…通知》附件3) are left out. */
export function readAttachmentMentions({ text }: Scan): readonly AttachmentMention[] {
  let at = text.indexOf('附');
  if (at < 0) return NONE;
  const found: AttachmentMention[] = [];
  for (; at >= 0; at = text.indexOf('附', at + 1)) {
    ANNEX_NUMBER.lastIndex = at;
    const m = ANNEX_NUMBER.exec(text);
    if (!m) continue;
    const before = text.slice(Math.max(0, at - 12), at);
    const placed = /(?:^|[\r\n])[ \t\u3000\-*•·[【（(]*$/.test(before) && (at <= 12 || /[\r\n]/.test(before));
    if (!placed && !(CITING.test(before) && isOwn(text, at))) continue;
    const kind = placed ? 'placed' : 'cited';
    let to = at + m[0].length;
    let ordinal = parseNumeral(m[1]) ?? 0;
    found.push({ span: { from: at, to }, ordinal, kind });
    for (;;) {
      AND_NUMBER.lastIndex = to;
      const next = AND_NUMBER.exec(text);
      const value = next ? (parseNumeral(next[2]) ?? 0) : 0;
      // 附件3-1 is a part of the third.
      if (!next || value <= ordinal) break;
      to += next[0].length;
      ordinal = value;
      found.push({ span: { from: to - next[2].length, to }, ordinal, kind });
    }
    at = to - 1;
  }
  return found.length === 0 ? NONE : found;
}

/** So far back a sentence is looked at for another paper. */
const SENTENCE = 120;

function isOwn(text: string, at: number): boolean {
  const back = text.slice(Math.max(0, at - SENTENCE), at);
  const sentence = back.slice(Math.max(back.lastIndexOf('。'), back.lastIndexOf('\n')) + 1);
  return !OTHER_PAPER.test(sentence.replace(FORMS, ''));
}

const PLEA =
  /恳请[^。；，！]{0,20}(?:批准|批复|审批|核准|拨付|予以解决|给予解决)|请(?:予以?|给予)?(?:批准|批复|审批|批示|核准)(?=[。！!；;]|$)|(?:妥|当)否(?=[，,。]|$)/g;

/** How they begin. */
const MAY_PLEAD = /恳请|请[予给批审核]|[妥当]否/;

/** Reads the words that ask for a decision: 妥否，请批示。 They stand at the end of a sentence. */
export function readPleas(text: string): readonly Span[] {
  if (!MAY_PLEAD.test(text)) return NONE;
  const found: Span[] = [];
  for (const m of text.matchAll(PLEA)) found.push({ from: m.index, to: m.index + m[0].length });
  return found.length === 0 ? NONE : found;
}
