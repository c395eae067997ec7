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
/** Those that have a half-width form lie 0xfee0 above it. */
const WIDTH_GAP = 0xfee0;
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
  const { at, partner, seeds } = collect(s, exemptSpans(text, identifiers, numbers));
  if (at.length === 0) return NONE;

  const found: boolean[] = at.map((place) => besideChinese(text, place));
  for (const i of seeds) found[i] = true;
  const todo: number[] = [];
  for (let i = 0; i < at.length; i++) if (found[i]) todo.push(i);
  if (todo.length === 0) return NONE;
  const mark = (i: number) => {
    if (found[i]) return;
    found[i] = true;
    todo.push(i);
  };
  for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
    if (partner[i] >= 0) mark(partner[i]);
    if (i > 0 && rightOf(text, at[i - 1]) === at[i]) mark(i - 1);
    if (i + 1 < at.length && leftOf(text, at[i + 1]) === at[i]) mark(i + 1);
  }
  const marks: HalfWidthMark[] = [];
  for (const [i, from] of at.entries()) if (found[i]) marks.push({ span: { from, to: from + 1 }, full: FULL.get(text.charCodeAt(from))! });
  return marks;
}

/** How many full-width marks there are of those that have a half-width form. */
export function countFullWidth(s: Scan): number {
  if (!(s.has & (C.MARK | C.BRACKET))) return 0;
  let n = 0;
  const { text, marks, brackets } = s;
  for (let i = 0; i < marks.length; i++) if (isFullWidth(text.charCodeAt(marks[i]))) n++;
  for (let i = 0; i < brackets.length; i++) if (isFullWidth(text.charCodeAt(brackets[i]))) n++;
  return n;
}

function isFullWidth(code: number): boolean {
  return code > WIDTH_GAP && (classOf(code - WIDTH_GAP) & C.HALF) !== 0;
}

/** The marks that may be changed. */
interface Candidates {
  /** Their places, in order. */
  readonly at: number[];
  /** For each bracket the number of its partner, where that may be changed, too; else -1. */
  readonly partner: number[];
  /** Numbers of brackets with Chinese text between them, or with a full-width partner. */
  readonly seeds: number[];
}

/** A bracket that was opened: its place and its number among the candidates, or one of these. */
const FULL_WIDTH = -1;
const LINK = -2;

/** Writes down the marks that may be changed. */
function collect(s: Scan, exempt: readonly Span[]): Candidates {
  const { text } = s;
  const at: number[] = [];
  const partner: number[] = [];
  const seeds: number[] = [];
  /** Flat: place, number … */
  const open: number[] = [];
  const candidate = (place: number): number => {
    partner.push(-1);
    return at.push(place) - 1;
  };
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
      if ((classOf(code) & C.HALF) === 0 || betweenDigits(text, place) || isFace(text, place + 1)) continue;
      candidate(place);
      continue;
    }
    if (isFace(text, place)) continue;
    if (code === OPEN || code === FULL_OPEN) {
      open.push(place, code === FULL_OPEN ? FULL_WIDTH : text.charCodeAt(place - 1) === 0x5d ? LINK : candidate(place));
      continue;
    }
    if (code !== CLOSE && code !== FULL_CLOSE) continue;
    if (open.length === 0) {
      if (code === CLOSE && !isListMark(text, place)) candidate(place);
      continue;
    }
    const opened = open.pop()!;
    const from = open.pop()!;
    if (opened === LINK) continue;
    for (let i = place - 1; i >= walked; i--) {
      if (isHan(text.charCodeAt(i))) {
        lastChinese = i;
        break;
      }
    }
    walked = place;
    const closed = code === CLOSE ? candidate(place) : FULL_WIDTH;
    if (opened >= 0) partner[opened] = closed;
    if (closed >= 0) partner[closed] = opened;
    if (lastChinese > from || code !== text.charCodeAt(from) + 1) seeds.push(...[opened, closed].filter((i) => i >= 0));
  }
  return { at, partner, seeds };
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
