/** Small questions about single characters, asked by the readers of numbers. All take UTF-16 code units. */
import { C, classOf } from './scan';

/** Whether it is an Arabic digit of either width. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Whether it is an ASCII letter. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether it is white space, but no line end. */
export function isSpace(code: number): boolean {
  return (classOf(code) & C.SPACE) !== 0;
}

/** The first offset at or after `at` that holds no white space. */
export function skipSpaces(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The last offset at or before `at` with no white space directly before it, and not before `floor`. */
export function skipSpacesBack(text: string, at: number, floor = 0): number {
  while (at > floor && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset behind the Arabic digits that begin at `at`. */
export function skipDigits(text: string, at: number): number {
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Full-width digits and letters as ASCII; everything else unchanged. `（２０２３）` → `（2023）` */
export function foldWidth(text: string): string {
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a)) {
      folded += text.slice(from, i) + String.fromCharCode(c - 0xfee0);
      from = i + 1;
    }
  }
  return from === 0 ? text : folded + text.slice(from);
}
