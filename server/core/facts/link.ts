/** Addresses of the net and code: places whose characters mean something else, and where nothing is read or mended. */
import { isAsciiLetter, isDigit, isSpace } from './characters';
import { C, classOf, isHan, type Scan } from './scan';
import type { Span } from '../text';

/** A URL, an e-mail address, or inline code between backticks. Samples: `https://www.example.gov.cn/a`, `a@b.cn`, `` `x` `` */
export interface Link {
  readonly kind: 'url' | 'email' | 'code';
  readonly span: Span;
}

const NONE: readonly Link[] = [];
const DOMAINS = ['.gov.cn', '.com', '.org', '.net', '.cn'];

/** Reads them in order of place; they do not overlap. */
export function readLinks(s: Scan): readonly Link[] {
  const { text } = s;
  const latin = (s.has & C.LATIN) !== 0;
  const tick = text.indexOf('`');
  if (!latin && tick < 0) return NONE;
  const found: Link[] = [];
  if (tick >= 0) readCode(text, tick, found);
  if (latin) {
    readEach(text, '://', found, (at) => {
      let from = at;
      while (from > 0 && isAsciiLetter(text.charCodeAt(from - 1))) from--;
      return from === at ? undefined : { kind: 'url', span: { from, to: urlEnd(text, at + 3) } };
    });
    readEach(text, '@', found, (at) => {
      const from = isHan(text.charCodeAt(at - 1)) ? wordStart(text, at) : tokenStart(text, at);
      const to = tokenEnd(text, at + 1);
      return from === at || to === at + 1 ? undefined : { kind: 'email', span: { from, to } };
    });
    readEach(text, 'www.', found, (at) => ({ kind: 'url', span: { from: at, to: urlEnd(text, at) } }));
    for (const domain of DOMAINS) {
      readEach(text, domain, found, (at) => {
        const from = tokenStart(text, at);
        return from === at || isAsciiLetter(text.charCodeAt(at + domain.length))
          ? undefined
          : { kind: 'url', span: { from, to: urlEnd(text, from) } };
      });
    }
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  let to = 0;
  return found.filter(({ span }) => {
    if (span.from < to) return false;
    to = span.to;
    return true;
  });
}

function readCode(text: string, first: number, found: Link[]): void {
  for (let open = first; open >= 0;) {
    let width = 1;
    while (text.charCodeAt(open + width) === 0x60) width++;
    const close = text.indexOf(text.slice(open, open + width), open + width);
    // An unclosed run of backticks is text, and so is everything after it.
    if (close < 0) return;
    found.push({ kind: 'code', span: { from: open, to: close + width } });
    open = text.indexOf('`', close + width);
  }
}

/** Visits every occurrence of a string, each one behind what the one before has taken. */
function readEach(text: string, needle: string, found: Link[], read: (at: number) => Link | undefined): void {
  for (let at = text.indexOf(needle); at >= 0;) {
    const link = read(at);
    if (link) found.push(link);
    at = text.indexOf(needle, Math.max(link?.span.to ?? 0, at + needle.length));
  }
}

function isToken(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b;
}

/** No address is longer; the bound keeps a long run of letters from being walked again for every dot in it. */
const MAX_TOKEN = 128;

function tokenStart(text: string, at: number): number {
  const floor = Math.max(0, at - MAX_TOKEN);
  while (at > floor && isToken(text.charCodeAt(at - 1))) at--;
  return at;
}

function tokenEnd(text: string, at: number): number {
  while (at < text.length && isToken(text.charCodeAt(at))) at++;
  while (text.charCodeAt(at - 1) === 0x2e) at--;
  return at;
}

/** The beginning of a name in Chinese before `@`: everything up to white space or a mark. */
function wordStart(text: string, at: number): number {
  const floor = Math.max(0, at - MAX_TOKEN);
  while (at > floor && !(classOf(text.charCodeAt(at - 1)) & (C.MARK | C.SPACE | C.HALF | C.EOL))) at--;
  return at;
}

/** Whether a path goes on behind the Chinese characters at `at`: `/a国发〔2023〕5号.pdf` does, `/a.html查询` does not. */
function goesOn(text: string, at: number): boolean {
  for (let i = at; i < text.length && i - at < 60; i++) {
    const c = text.charCodeAt(i);
    if (isHan(c) || c === 0x3014 || c === 0x3015 || c === 0x5b || c === 0x5d || isDigit(c) || isAsciiLetter(c)) continue;
    return c === 0x2f || (c === 0x2e && isAsciiLetter(text.charCodeAt(i + 1)));
  }
  return false;
}

/** What may stand before a Chinese word that still belongs to a path: `/通知/国发〔2023〕5号.pdf`, `?q=通知`. */
const JOINS = '/=?&#-_+%.';

/**
 * Where a URL that begins before `at` ends. Brackets belong to it in pairs only, so that `（见http://a.cn）` and
 * Markdown's `](http://a.cn)` keep theirs. Chinese characters belong to a path, not to the host: `http://a.cn查询` ends before 查.
 */
function urlEnd(text: string, at: number): number {
  let path = false;
  let chinese = false;
  let round = 0;
  let square = 0;
  let i = at;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7e) {
      if (isHan(c)) {
        if (!path || (!chinese && !JOINS.includes(text[i - 1]) && !goesOn(text, i))) break;
        chinese = true;
      } else if (!(chinese && (c === 0x3014 || c === 0x3015 || isDigit(c)))) break;
      continue;
    }
    if (
      c <= 0x20 ||
      isSpace(c) ||
      c === 0x22 ||
      c === 0x27 ||
      c === 0x3c ||
      c === 0x3e ||
      c === 0x60 ||
      c === 0x7c ||
      c === 0x7b ||
      c === 0x7d ||
      c === 0x5c
    )
      break;
    if (c === 0x28) round++;
    else if (c === 0x29 && --round < 0) break;
    else if (c === 0x5b) square++;
    else if (c === 0x5d && --square < 0) break;
    else if (c === 0x2f || c === 0x3f || c === 0x23) {
      path = true;
      chinese = false;
    }
  }
  while (i > at && '.,;:!?'.includes(text[i - 1])) i--;
  return i;
}
