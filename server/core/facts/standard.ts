/** 标准号: GB/T 9704—2012 and its like. */
import { isAsciiLetter, isDigit } from './characters';
import type { Span } from '../text';

/** The number of a standard. Sample: `GB/T 9704—2012` */
export interface Standard {
  readonly kind: 'standard';
  readonly span: Span;
  /** `GB/T` in the sample. */
  readonly prefix: string;
  /** Prefix and number, without the year, evenly spaced: `GB/T 9704`. */
  readonly series: string;
  /** The year as it is written: `2012`; undefined for a standard cited without one. */
  readonly year?: string;
  /** Where the year stands. */
  readonly yearSpan?: Span;
  /** The dash before the year: `—`. */
  readonly dash?: string;
  readonly fault?: 'two-digit-year';
}

// Prefixes of national, trade, local, group and enterprise standards and of the great foreign bodies.
const PREFIX =
  /^(?:GB(?:\/[TZJ]|J)?|GBZ(?:\/T)?|GSB|JJ[FG]|DB(?:J|\d{2,6})?(?:\/T|\/Z)?|T\/[A-Z]{2,12}|Q\/[A-Z0-9]{2,12}|[A-Z]{2,4}(?:\/[TZ])?|ISO(?:\/IEC|\/TS|\/TR)?|IEC|ASTM|EN)$/;
const SLASHES = '/／∕';
const DASHES = '-—–－−‐―';
const MAX_PREFIX = 16;

/**
 * Reads the standard whose number is the digits from `from` to `to`, if a prefix stands before them. Two capitals
 * alone (AB 12) are a prefix only when a year follows.
 */
export function readStandard(text: string, from: number, to: number, floor: number): Standard | undefined {
  let end = from;
  if (end > floor && (text[end - 1] === ' ' || text.charCodeAt(end - 1) === 0xa0)) end--;
  let start = end;
  while (start > floor && end - start < MAX_PREFIX && isPrefix(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  const prefix = text.slice(start, end).replace(/[／∕]/g, '/');
  if (!PREFIX.test(prefix)) return undefined;
  let at = to;
  while (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
    at += 2;
    while (isDigit(text.charCodeAt(at))) at++;
  }
  const series = `${prefix} ${text.slice(from, at)}`;
  let dashEnd = at;
  while (dashEnd < text.length && dashEnd - at < 2 && DASHES.includes(text[dashEnd])) dashEnd++;
  if (dashEnd > at) {
    let yearEnd = dashEnd;
    while (yearEnd < text.length && isDigit(text.charCodeAt(yearEnd))) yearEnd++;
    const year = text.slice(dashEnd, yearEnd);
    const span = { from: start, to: yearEnd };
    const more = { year, yearSpan: { from: dashEnd, to: yearEnd }, dash: text.slice(at, dashEnd) };
    if (/^(?:19|20)\d\d$/.test(year)) return { kind: 'standard', span, prefix, series, ...more };
    if (/^\d\d$/.test(year) && isOfficial(prefix) && !isAsciiLetter(text.charCodeAt(yearEnd)))
      return { kind: 'standard', span, prefix, series, ...more, fault: 'two-digit-year' };
  }
  return isOfficial(prefix) ? { kind: 'standard', span: { from: start, to: at }, prefix, series } : undefined;
}

/** Prefixes that nothing but a standard has. */
function isOfficial(prefix: string): boolean {
  return /^(?:GB|DB\d|T\/|JJ[FG])/.test(prefix) || /\/[TZ]$/.test(prefix);
}

function isPrefix(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39) || SLASHES.includes(String.fromCharCode(code));
}
