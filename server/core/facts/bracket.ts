/**
 * Brackets and quotation marks without a partner (GB/T 15834—2011, 4.8, 4.9, 4.15).
 *
 * Each kind is paired on its own, so marks that cross (`“（甲”）`) are silent. A quotation may run over paragraphs and a
 * title over hard-wrapped lines: where the partner may stand in a neighbouring block, nothing is said.
 */
import { span, type Span } from '../text';
import type { DocumentNumber } from './document-number';
import { C, classOf, type Scan } from './scan';

/** A mark without its partner. Sample: the 》 of `对照2024年工作要点》，逐项落实。` */
export interface BracketFault {
  /** The lonely mark. */
  readonly span: Span;
  /**
   * - `unopened`: a closing mark without an opening one
   * - `unclosed`: an opening mark without a closing one
   * - `direction`: an opening quotation mark where the closing one belongs, or the other way round (`“甲“`)
   * - `mismatch`: a closing mark of another kind than the opening one (`〔2024）`)
   */
  readonly kind: 'unopened' | 'unclosed' | 'direction' | 'mismatch';
  /** The mark as it stands. */
  readonly mark: string;
  /** The partner that is missing, or, for `direction` and `mismatch`, the mark that belongs here. */
  readonly expected: string;
  /** Where the missing partner probably belongs; undefined where the text does not show it. */
  readonly insert?: number;
}

/** The kinds of pairs: opening marks, closing marks, by width. A mark is paired with any of its kind. */
const KINDS = ['(（|)）', '[［|]］', '【|】', '〔﹝❲︹|〕﹞❳︺', '〖|〗', '「|」', '『|』', '《|》', '〈|〉', '“|”', '‘|’'] as const;
const [ROUND, SQUARE] = [0, 1];
const TITLE = 7;
const INNER_TITLE = 8;
const DOUBLE_QUOTE = 9;
const SINGLE_QUOTE = 10;
const STRAIGHT = KINDS.length;

const kindOf = new Map<number, { readonly kind: number; readonly opens: boolean; readonly partner: string }>();
KINDS.forEach((forms, kind) => {
  const [open, close] = forms.split('|');
  [...open].forEach((c, i) => kindOf.set(c.charCodeAt(0), { kind, opens: true, partner: close[i] }));
  [...close].forEach((c, i) => kindOf.set(c.charCodeAt(0), { kind, opens: false, partner: open[i] }));
});

const NONE: readonly BracketFault[] = Object.freeze([]);

/** A block longer than this is no line that was cut by hard wrapping. */
const LONG = 80;
/** A wrapped line is at least so long (`segment.ts`). */
const WRAPPED = 20;
/** A pair of title marks this far apart, with a full stop between, is no pair. */
const FAR = 60;

/** A block with more lonely marks than this is no prose; the first ones are enough to say so. */
const MOST = 40;

interface Lonely {
  readonly at: number;
  readonly kind: number;
  readonly opens: boolean;
  readonly partner: string;
}

/** Reads the marks without a partner, in order. */
export function readBrackets(s: Scan, numbers: readonly DocumentNumber[]): readonly BracketFault[] {
  if (!(s.has & C.BRACKET)) return NONE;
  const { text } = s;
  const unpaired = pair(s, numbers);
  const lonely = unpaired.filter((mark) => !excused(text, mark));
  if (lonely.length === 0) return NONE;
  const faults: BracketFault[] = [];
  for (let i = 0; i < lonely.length; i++) {
    const mark = lonely[i];
    const next = lonely[i + 1];
    if (next && near(text, mark.at, next.at)) {
      const both = wrongWay(text, mark, next) ?? wrongKind(text, mark, next);
      if (both) {
        faults.push(both);
        i++;
        continue;
      }
    }
    if (mayGoOn(text, mark)) continue;
    const insert = mark.opens ? closingPlace(text, mark) : openingPlace(text, mark);
    faults.push({
      span: span(mark.at, mark.at + 1),
      kind: mark.opens ? 'unclosed' : 'unopened',
      mark: text[mark.at],
      expected: mark.partner,
      insert: insert !== undefined && isFree(unpaired, mark, insert) ? insert : undefined,
    });
  }
  return faults.length === 0 ? NONE : faults;
}

/** Whether a partner put there would not be taken by another mark of the same kind in between, be it one of which nothing is said. */
function isFree(unpaired: readonly Lonely[], { at, kind }: Lonely, insert: number): boolean {
  return !unpaired.some(
    (other) => other.at !== at && other.kind === kind && other.at >= Math.min(at, insert) && other.at < Math.max(at, insert),
  );
}

/** The marks outside of document numbers that found no partner of their kind, in order of place. */
function pair(s: Scan, numbers: readonly DocumentNumber[]): Lonely[] {
  const { text } = s;
  const open: number[][] = [];
  const lonely: Lonely[] = [];
  let straight = 0;
  let lastStraight = -1;
  let inches = false;
  let lastStop = -1;
  /** The opening mark just before. */
  let last: { readonly at: number; readonly kind: number } | undefined;
  let m = 0;
  let n = 0;
  for (const at of s.brackets) {
    for (; m < s.marks.length && s.marks[m] < at; m++) if (text.charCodeAt(s.marks[m]) === 0x3002) lastStop = s.marks[m];
    // The brackets of a document number are its own rule's: whatever becomes of them, those around it are no others.
    while (n < numbers.length && numbers[n].span.to <= at) n++;
    if (n < numbers.length && at >= numbers[n].span.from) continue;
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      straight++;
      lastStraight = at;
      // 5" is a length.
      inches ||= at > 0 && (classOf(text.charCodeAt(at - 1)) & C.DIGIT) !== 0;
      continue;
    }
    const mark = kindOf.get(code);
    if (!mark) continue;
    const stack = (open[mark.kind] ??= []);
    if (mark.opens) {
      stack.push(at);
      last = { at, kind: mark.kind };
      continue;
    }
    const before = last;
    last = undefined;
    if (before && before.kind + mark.kind === ROUND + SQUARE && before.kind !== mark.kind && isInterval(text, before.at, at)) {
      open[before.kind].pop();
      continue;
    }
    const from = stack.pop();
    if (from === undefined) lonely.push({ at, ...mark });
    else if ((mark.kind === TITLE || mark.kind === INNER_TITLE) && at - from > FAR && lastStop > from) {
      lonely.push(opener(text, from), { at, ...mark });
    }
  }
  for (const stack of open) if (stack) for (const at of stack) lonely.push(opener(text, at));
  if (straight % 2 === 1 && !inches && !text.includes('<')) lonely.push({ at: lastStraight, kind: STRAIGHT, opens: true, partner: '"' });
  if (lonely.length === 0) return lonely;
  const code = codeSpans(text);
  lonely.sort((a, b) => a.at - b.at);
  let c = 0;
  const outside = lonely.filter(({ at }) => {
    while (c < code.length && code[c].to <= at) c++;
    return c >= code.length || at < code[c].from;
  });
  return outside.slice(0, MOST);
}

function opener(text: string, at: number): Lonely {
  return { at, ...kindOf.get(text.charCodeAt(at))! };
}

/** Stretches between backticks. */
export function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf('`'); from >= 0;) {
    const to = text.indexOf('`', from + 1);
    if (to < 0) break;
    spans.push({ from, to: to + 1 });
    from = text.indexOf('`', to + 1);
  }
  return spans;
}

const STOP = /[。！？!?]/;

/** Whether two marks stand in one clause-like stretch. */
function near(text: string, from: number, to: number): boolean {
  return to - from <= 40 && !STOP.test(text.slice(from, to));
}

/** Two quotation marks of the same direction: one of them is turned. */
function wrongWay(text: string, a: Lonely, b: Lonely): BracketFault | undefined {
  if (a.kind !== b.kind || (a.kind !== DOUBLE_QUOTE && a.kind !== SINGLE_QUOTE) || a.opens !== b.opens) return undefined;
  const { at, partner } = a.opens ? b : a;
  return { span: span(at, at + 1), kind: 'direction', mark: text[at], expected: partner };
}

/** An opening and a closing mark of different kinds; a straight quotation mark is either. */
function wrongKind(text: string, a: Lonely, b: Lonely): BracketFault | undefined {
  if (a.kind === b.kind || !a.opens) return undefined;
  if (a.kind === STRAIGHT)
    return b.kind === DOUBLE_QUOTE && !b.opens
      ? { span: span(a.at, a.at + 1), kind: 'mismatch', mark: text[a.at], expected: b.partner }
      : undefined;
  if (b.kind === STRAIGHT ? a.kind !== DOUBLE_QUOTE : b.opens) return undefined;
  return { span: span(b.at, b.at + 1), kind: 'mismatch', mark: text[b.at], expected: a.partner };
}

/** `[0，60)`: an interval of mathematics. */
function isInterval(text: string, from: number, to: number): boolean {
  return to - from < 30 && /^[\d.．,，\s%％∞+＋\-－—~～a-zA-Z]+$/.test(text.slice(from + 1, to));
}

const LIST_MARK = /(?:^|[\s\u3000。；;，,、：:|])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,4}|[①-⑳])$/;

/** Whether a closing bracket is the mark of a list: `1)`, `a)`. */
export function isListMark(text: string, at: number): boolean {
  return LIST_MARK.test(text.slice(Math.max(0, at - 6), at));
}

/** Whether a half-width bracket belongs to a face: `:)` at the end of a line or before a space. */
export function isFace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x28 && code !== 0x29) return false;
  const before = text.charCodeAt(at - 1);
  return (before === 0x3a || before === 0x3b) && (at + 1 === text.length || (classOf(text.charCodeAt(at + 1)) & (C.SPACE | C.EOL)) !== 0);
}

/** Marks that are none: list markers, faces, apostrophes. */
function excused(text: string, mark: Lonely): boolean {
  if (mark.kind === ROUND) return (!mark.opens && isListMark(text, mark.at)) || isFace(text, mark.at);
  const before = text.charCodeAt(mark.at - 1);
  // Don’t, the ’90s.
  if (mark.kind === SINGLE_QUOTE && !mark.opens)
    return (classOf(before) & C.LATIN) !== 0 || /^\d/.test(text.slice(mark.at + 1, mark.at + 2));
  return false;
}

const NUMBERED = /^[\s\u3000]*(?:#|第|[一二三四五六七八九十]{1,3}[、，.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|[①-⑳])/;
const BEGINS =
  /^(?:[ \t\u00a0\u3000]{2}|\u3000|[ \t\u00a0\u3000]*(?:[一二三四五六七八九十]{1,3}(?:是|[、，.])|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]))/;

/** Whether the partner may stand in a neighbouring block: a title over wrapped lines, a quotation over paragraphs. */
function mayGoOn(text: string, { at, kind, opens }: Lonely): boolean {
  const quote = kind === DOUBLE_QUOTE || kind === SINGLE_QUOTE || kind === STRAIGHT;
  if (opens) {
    if (quote) {
      // A quotation that is introduced (强调：“…) or fills sentences may go on in the next paragraph; a quoted term does not.
      const before = text.slice(0, at).trimEnd();
      if (before === '' || /[：:，,。！？；]$/.test(before)) return true;
      if (kind === STRAIGHT && /^[。；;！？!?\s\u3000]*$/.test(text.slice(at + 1))) return true;
    }
    return !STOP.test(text.slice(at + 1)) && !isWhole(text);
  }
  const before = text.slice(0, at);
  // A line that was broken before its closing mark.
  if (before.trim() === '') return true;
  if (quote) {
    if (/[。！？!?…]$/.test(before)) return true;
    if (/^[。；;！？!?\s\u3000]*$/.test(text.slice(at + 1))) return true;
  }
  return !STOP.test(before) && (text.includes('\n') || text.length <= LONG) && !BEGINS.test(text);
}

/**
 * Whether a block is a paragraph to its end. One whose last line is long and breaks off in a sentence would have been
 * joined with the next line, were that its continuation.
 */
function isWhole(text: string): boolean {
  // A heading without a full stop is not joined with what follows it.
  if (NUMBERED.test(text)) return false;
  const end = text.trimEnd();
  return end.length - (end.lastIndexOf('\n') + 1) >= WRAPPED && /[，。；,;]/.test(end) && !/[；;：:，,、…]$/.test(end);
}

const CLAUSE_START = /[，。；：、！？,;:!?（(“‘《》”’\s\u3000]/;
const VERB = /印发|制定|出台|落实|对照|按照|根据|依据|贯彻|执行|修订|发布|学习|遵照|依照|签订|公布/g;
const YEAR = /(?:19|20)\d\d年/;

/** Where the opening partner of a lonely 》 belongs: before the year its title begins with, after the verb, or at the clause's start. */
function openingPlace(text: string, { at, kind }: Lonely): number | undefined {
  if (kind !== TITLE) return undefined;
  let start = at;
  while (start > 0 && at - start < 60 && !CLAUSE_START.test(text[start - 1])) start--;
  if (at - start < 3 || at - start >= 60) return undefined;
  const clause = text.slice(start, at);
  const year = YEAR.exec(clause);
  if (year) return start + year.index;
  let place = 0;
  for (const verb of clause.matchAll(VERB)) {
    if (verb.index + verb[0].length < clause.length) place = verb.index + verb[0].length;
    if (place > 0) break;
  }
  return start + place;
}

const TITLE_TAIL =
  /[^。；;，,“”《》]{2,50}?(?:通知|办法|条例|规定|意见|方案|纲要|要点|决定|细则|规划|计划|报告|规则|准则|标准|清单|指南|制度|章程|法)(?:[（(](?:试行|修订|暂行|草案|征求意见稿)[）)])?(?=[，。；、：（(的等和及要,;:]|$)/y;

/** Where the closing partner of a lonely opening mark belongs. */
function closingPlace(text: string, { at, kind }: Lonely): number | undefined {
  if (kind === TITLE) {
    TITLE_TAIL.lastIndex = at + 1;
    const m = TITLE_TAIL.exec(text);
    return m ? at + 1 + m[0].length : undefined;
  }
  if (kind !== ROUND) return undefined;
  const clause = /^[^，。；：、！？,;:!?]{1,25}(?=[，。；,;])/.exec(text.slice(at + 1, at + 28));
  return clause ? at + 1 + clause[0].length : undefined;
}
