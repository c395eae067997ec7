/**
 * Half-width marks in Chinese text (GB/T 15834—2011, 5.1: marks take the width of a character).
 *
 * A mark is half-width by mistake when Chinese text stands beside it, or beside a mark next to it that is to be changed:
 * so a text that has been mended holds no further one.
 */
import type { Span } from '../text';
import { codeSpans, isFace, isListMark } from './bracket';
import type { DocumentNumber } from './document-number';
import type { Identifier } from './identifier';
import { C, classOf, isHan, type Scan } from './scan';

/** A half-width mark that should be full-width. Sample: the comma of `今年以来,我局…` */
export interface HalfWidthMark {
  readonly span: Span;
  /** The full-width mark that belongs here. */
  readonly full: string;
}

const NONE: readonly HalfWidthMark[] = Object.freeze([]);

const FULL = new Map([...',;:?!()'].map((half, i) => [half.charCodeAt(0), '，；：？！（）'[i]]));
const FULL_CODES = new Set([...'，；：？！（）'].map((c) => c.charCodeAt(0)));
const CHINESE_BRACKETS = new Set([...'（）《》〈〉【】〔〕「」『』［］'].map((c) => c.charCodeAt(0)));
const QUOTES = new Set([...'“”‘’'].map((c) => c.charCodeAt(0)));

const OPEN = 0x28;
const CLOSE = 0x29;
const FULL_OPEN = 0xff08;
const FULL_CLOSE = 0xff09;

/** Reads the half-width marks beside Chinese text, in order. Marks of numbers, times, addresses, code and Markdown links are left alone. */
export function readHalfWidth(
  s: Scan,
  identifiers: readonly Identifier[],
  numbers: readonly DocumentNumber[] = [],
): readonly HalfWidthMark[] {
  if (!(s.has & C.HALF)) return NONE;
  const { text } = s;
  const exempt = exemptSpans(text, identifiers, numbers);
  const at: number[] = [];
  const partner = new Map<number, number>();
  const seeds: number[] = [];
  collect(s, exempt, at, partner, seeds);
  if (at.length === 0) return NONE;

  const order = new Map<number, number>();
  at.forEach((place, i) => order.set(place, i));
  const found = new Uint8Array(at.length);
  const todo: number[] = [];
  const mark = (i: number | undefined) => {
    if (i === undefined || found[i]) return;
    found[i] = 1;
    todo.push(i);
  };
  for (const place of seeds) mark(order.get(place));
  at.forEach((place, i) => {
    if (besideChinese(text, place)) mark(i);
  });
  while (todo.length > 0) {
    const i = todo.pop()!;
    const other = partner.get(at[i]);
    if (other !== undefined) mark(order.get(other));
    if (i > 0 && rightOf(text, at[i - 1]) === at[i]) mark(i - 1);
    if (i + 1 < at.length && leftOf(text, at[i + 1]) === at[i]) mark(i + 1);
  }
  const marks: HalfWidthMark[] = [];
  at.forEach((from, i) => {
    if (found[i]) marks.push({ span: { from, to: from + 1 }, full: FULL.get(text.charCodeAt(from))! });
  });
  return marks.length === 0 ? NONE : marks;
}

/** How many full-width marks there are of those that have a half-width form. */
export function countFullWidth(s: Scan): number {
  if (!(s.has & (C.MARK | C.BRACKET))) return 0;
  let n = 0;
  for (const at of s.marks) if (FULL_CODES.has(s.text.charCodeAt(at))) n++;
  for (const at of s.brackets) if (FULL_CODES.has(s.text.charCodeAt(at))) n++;
  return n;
}

/**
 * Writes down the marks that may be changed, in order.
 *
 * @param partner for each half-width bracket that may be changed, its half-width partner
 * @param seeds brackets with Chinese text between them, or with a full-width partner
 */
function collect(s: Scan, exempt: readonly Span[], at: number[], partner: Map<number, number>, seeds: number[]): void {
  const { text } = s;
  const open: number[] = [];
  /** Brackets that are no candidates: those of Markdown links. */
  const link = new Set<number>();
  let lastChinese = -1;
  let walked = 0;
  let m = 0;
  let b = 0;
  let e = 0;
  while (m < s.marks.length || b < s.brackets.length) {
    const isBracket = m >= s.marks.length || (b < s.brackets.length && s.brackets[b] < s.marks[m]);
    const place = isBracket ? s.brackets[b++] : s.marks[m++];
    while (e < exempt.length && exempt[e].to <= place) e++;
    if (e < exempt.length && place >= exempt[e].from) continue;
    const code = text.charCodeAt(place);
    if (!isBracket) {
      if (!FULL.has(code) || betweenDigits(text, place) || isFace(text, place + 1)) continue;
      at.push(place);
      continue;
    }
    if (isFace(text, place)) continue;
    if (code === OPEN || code === FULL_OPEN) {
      open.push(place);
      if (code === OPEN) {
        if (text.charCodeAt(place - 1) === 0x5d) link.add(place);
        else at.push(place);
      }
      continue;
    }
    if (code !== CLOSE && code !== FULL_CLOSE) continue;
    const from = open.pop();
    if (from === undefined) {
      if (code === CLOSE && !isListMark(text, place)) at.push(place);
      continue;
    }
    if (link.has(from)) continue;
    for (let i = place - 1; i >= walked; i--) {
      if (isHan(text.charCodeAt(i))) {
        lastChinese = i;
        break;
      }
    }
    walked = place;
    if (code === CLOSE) at.push(place);
    if (lastChinese > from || code !== text.charCodeAt(from) + 1) seeds.push(from, place);
    partner.set(from, place);
    partner.set(place, from);
  }
}

/** 1,234 and 10:30. */
function betweenDigits(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at - 1)) & C.DIGIT) !== 0 && (classOf(text.charCodeAt(at + 1)) & C.DIGIT) !== 0;
}

/** The place to the left; one space is passed over, but not from a bracket: `f(x) 与`. */
function leftOf(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 0x20 && !isBracket(text, at) ? at - 2 : at - 1;
}

function rightOf(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 0x20 && !isBracket(text, at) ? at + 2 : at + 1;
}

function isBracket(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === OPEN || code === CLOSE;
}

function besideChinese(text: string, at: number): boolean {
  const left = text.charCodeAt(leftOf(text, at));
  const right = text.charCodeAt(rightOf(text, at));
  if (isChinese(left) || isChinese(right)) return true;
  // Quotation marks are of both scripts.
  return (QUOTES.has(left) && !isLatin(right)) || (QUOTES.has(right) && !isLatin(left));
}

function isLatin(code: number): boolean {
  return (classOf(code) & C.LATIN) !== 0;
}

function isChinese(code: number): boolean {
  return isHan(code) || (classOf(code) & C.MARK) !== 0 || CHINESE_BRACKETS.has(code);
}

/** Code between backticks, addresses, and document numbers, whose brackets are their own matter. In order of place. */
function exemptSpans(text: string, identifiers: readonly Identifier[], numbers: readonly DocumentNumber[]): Span[] {
  const spans: Span[] = codeSpans(text);
  for (const number of numbers) spans.push(number.span);
  for (const identifier of identifiers) if (identifier.kind === 'url' || identifier.kind === 'email') spans.push(identifier.span);
  for (let at = text.indexOf('://'); at >= 0;) {
    let from = at;
    while (from > 0 && isLatin(text.charCodeAt(from - 1))) from--;
    let to = at + 3;
    while (to < text.length && isAddress(text.charCodeAt(to))) to++;
    const next = to;
    while (to > at + 3 && FULL.has(text.charCodeAt(to - 1))) to--;
    spans.push({ from, to });
    at = text.indexOf('://', next);
  }
  return spans.length > 1 ? merged(spans) : spans;
}

function isAddress(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

function merged(spans: Span[]): Span[] {
  spans.sort((a, b) => a.from - b.from);
  const out: Span[] = [spans[0]];
  for (const next of spans) {
    const last = out[out.length - 1];
    if (next.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else out.push(next);
  }
  return out;
}
