/**
 * Chinese and Arabic numerals: `12`, `１２`, `10,359`, `2.2530万`, `三百〇五`, `两`, `廿一`, `1.2万亿`.
 *
 * A literal keeps how it was written, so that a correction can be written in the same way.
 */
import { type Decimal, decimal, isWhole, round, shift, showFixed } from '../decimal';

/** How a number is written. */
export interface Numeral {
  /** UTF-16 offsets in the text; the multiplier (万、亿) is inside. */
  readonly from: number;
  readonly to: number;
  /** The digits before the multiplier, as a number. Sample: 7.4 in 7.4万. */
  readonly digits: Decimal;
  /** The power of ten that the multiplier stands for: 4 for 万, 8 for 亿, 12 for 万亿. */
  readonly exponent: number;
  /** Whether it is written in Chinese characters. */
  readonly chinese: boolean;
  /** The smaller end of what is in fact two numbers (二三十): its value; undefined otherwise. */
  readonly least?: Decimal;
}

/** The value of a numeral. */
export function valueOf(n: Numeral): Decimal {
  return n.exponent === 0 ? n.digits : shift(n.digits, n.exponent);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** The value of one Chinese digit, 0 to 9; -1 for any other character. */
function digitOf(c: string): number {
  switch (c) {
    case '零':
      return 0;
    case '两':
    case '兩':
      return 2;
    default:
      return CHINESE_DIGITS.indexOf(c);
  }
}

/** The value of a whole numeral without a unit (`十一`, `一百零五`, `12`, `１２`, `二〇二四`), or undefined. */
export function parseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  const first = text.charCodeAt(0);
  if ((first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19)) {
    let n = 0;
    for (let i = 0; i < text.length; i++) {
      const d = arabic(text.charCodeAt(i));
      if (d < 0) return undefined;
      n = n * 10 + d;
    }
    return n;
  }
  return parseChinese(text);
}

/** 0 to 9 for an Arabic digit of either width, else -1. */
export function arabic(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** The value of a numeral in Chinese characters, up to 千万亿; undefined where it is none. */
function parseChinese(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = -1;
  let positional = true;
  for (const c of text) if (digitOf(c) < 0) positional = false;
  if (positional && text.length > 1) {
    for (const c of text) total = total * 10 + digitOf(c);
    // 二三 and 五六 are not 23 and 56: only a year or a number with 〇 is written so.
    return text.length >= 3 || /[〇零]/.test(text) ? total : undefined;
  }
  let last = 10;
  for (const c of text) {
    const d = digitOf(c);
    if (d >= 0) {
      if (digit > 0) return undefined;
      digit = d;
      continue;
    }
    if (c === '廿' || c === '卅') {
      if (digit >= 0 || section > 0) return undefined;
      section = c === '廿' ? 20 : 30;
      last = 1;
      continue;
    }
    const unit = '十百千'.indexOf(c) + 1;
    if (unit > 0) {
      if (unit >= last) return undefined;
      last = unit;
      section += (digit < 0 ? 1 : digit) * 10 ** unit;
      digit = -1;
      continue;
    }
    if (c === '万' || c === '萬' || c === '亿' || c === '億') {
      section += Math.max(0, digit);
      if (section === 0 && total === 0) return undefined;
      total = (total + section) * (c === '万' || c === '萬' ? 10_000 : 100_000_000);
      section = 0;
      digit = -1;
      last = 10;
      continue;
    }
    return undefined;
  }
  return Number.isSafeInteger(total + section) ? total + section + Math.max(0, digit) : undefined;
}

/** The power of ten that a multiplier at `at` stands for, and its length: 万 亿 万亿 百万 千万 千亿. */
export function readMultiplier(text: string, at: number): { readonly exponent: number; readonly length: number } {
  let exponent = 0;
  let i = at;
  for (; i < at + 2; i++) {
    const e = multiplier(text.charCodeAt(i));
    if (e === 0 || (i === at && (e === 2 || e === 3) && multiplier(text.charCodeAt(i + 1)) < 4)) break;
    if (i > at && e < 4) break;
    exponent += e;
  }
  return { exponent, length: i - at };
}

function multiplier(code: number): number {
  switch (code) {
    case 0x767e:
      return 2; // 百
    case 0x5343:
      return 3; // 千
    case 0x4e07:
    case 0x842c:
      return 4; // 万萬
    case 0x4ebf:
    case 0x5104:
      return 8; // 亿億
    default:
      return 0;
  }
}

/**
 * Reads the Arabic numeral whose first run of digits is `from`–`to`: thousands separators, decimals, multiplier.
 * `malformed` says that the digits go on in a way that no number does (1,23,456; 12.3.4); `to` is then behind all of it.
 */
export function readArabic(text: string, from: number, to: number): { readonly numeral: Numeral; readonly malformed: boolean } {
  const next = text.charCodeAt(to);
  if (!isComma(next) && !isGap(next) && !isPointMark(next)) {
    const value = plainValue(text, from, to);
    if (value !== undefined) {
      const m = readMultiplier(text, to);
      return { malformed: false, numeral: { from, to: to + m.length, digits: decimal(value), exponent: m.exponent, chinese: false } };
    }
  }
  let end = to;
  let mantissa = digitsAt(text, from, to);
  let scale = 0;
  let malformed = false;
  // 10,359 — groups of three; a list such as 3,450 of two numbers without a unit between is not written.
  if (isComma(text.charCodeAt(end)) && end - from <= 3) {
    let at = end;
    let groups = '';
    while (isComma(text.charCodeAt(at)) && runLength(text, at + 1) === 3) {
      groups += digitsAt(text, at + 1, at + 4);
      at += 4;
    }
    if (groups === '' && runLength(text, at + 1) > 0 && isComma(text.charCodeAt(at + 1 + runLength(text, at + 1)))) {
      // 1,35,00: digits in groups, but not of three.
      end = behindDigits(text, at);
      malformed = true;
    } else if (groups === '' && runLength(text, at + 1) > 3) {
      // 1,3641; a single comma before fewer digits may divide two numbers.
      end = behindDigits(text, at);
      malformed = true;
    } else if (groups !== '' && !(isComma(text.charCodeAt(at)) && runLength(text, at + 1) > 0)) {
      mantissa += groups;
      end = at;
    } else if (groups !== '') {
      malformed = true;
      end = behindDigits(text, at);
    }
  }
  // 321 146: groups of three divided by spaces, as yearbooks print them.
  if (end === to && to - from <= 3) {
    while (isGap(text.charCodeAt(end)) && runLength(text, end + 1) === 3) {
      mantissa += digitsAt(text, end + 1, end + 4);
      end += 4;
    }
  }
  if (!malformed && isPointMark(text.charCodeAt(end))) {
    const n = runLength(text, end + 1);
    if (n > 0) {
      mantissa += digitsAt(text, end + 1, end + 1 + n);
      scale = n;
      end += 1 + n;
      if (isPointMark(text.charCodeAt(end)) && runLength(text, end + 1) > 0) {
        malformed = true;
        end = behindDigits(text, end);
      }
    }
  }
  const m = readMultiplier(text, end);
  return {
    malformed,
    numeral: { from, to: end + m.length, digits: decimal(BigInt(mantissa), scale), exponent: m.exponent, chinese: false },
  };
}

/** The value of a short run of digits of half width, as nearly every number is written. */
function plainValue(text: string, from: number, to: number): number | undefined {
  if (to - from > 9) return undefined;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function isComma(code: number): boolean {
  return code === 0x2c;
}
function isGap(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f;
}
function isPointMark(code: number): boolean {
  return code === 0x2e || code === 0xff0e;
}
function runLength(text: string, at: number): number {
  let n = 0;
  while (arabic(text.charCodeAt(at + n)) >= 0) n++;
  return n;
}
function behindDigits(text: string, at: number): number {
  let end = at;
  while ((isComma(text.charCodeAt(end)) || isPointMark(text.charCodeAt(end))) && runLength(text, end + 1) > 0)
    end += 1 + runLength(text, end + 1);
  return end;
}
function digitsAt(text: string, from: number, to: number): string {
  const slice = text.slice(from, to);
  for (let i = 0; i < slice.length; i++) {
    if (slice.charCodeAt(i) > 0x39) return Array.from(slice, (c) => arabic(c.charCodeAt(0))).join('');
  }
  return slice;
}

/** Where the multipliers at the end of a numeral begin: those of at least 10 to the power `least`. */
function multiplierStart(written: string, least: number): number {
  let at = written.length;
  while (at > 0 && multiplier(written.charCodeAt(at - 1)) >= least) at--;
  return at;
}

/** Reads the Chinese numeral that is exactly the run `from`–`to`; undefined where it is a word (百、万一) or no number. */
export function readChinese(text: string, from: number, to: number): Numeral | undefined {
  const run = text.slice(from, to);
  if (to - from > 16 || /^[百千万亿萬億半〇零]/.test(run) || run.includes('半')) return undefined;
  // 二三十: twenty to thirty-nine.
  const pair = /^([一二三四五六七八九])([一二三四五六七八九])([十百千万亿]*)$/.exec(run);
  if (pair) {
    const a = parseChinese(pair[1] + pair[3]);
    const b = parseChinese(pair[2] + pair[3]);
    if (a === undefined || b === undefined || b !== (a / digitOf(pair[1])) * digitOf(pair[2]) || digitOf(pair[2]) <= digitOf(pair[1]))
      return undefined;
    return { from, to, digits: decimal(b), exponent: 0, chinese: true, least: decimal(a) };
  }
  const tail = multiplierStart(run, 4);
  const m = tail > 0 && tail < run.length ? readMultiplier(run, tail) : { exponent: 0, length: 0 };
  if (m.length > 0 && tail + m.length === run.length) {
    const head = parseChinese(run.slice(0, tail));
    return head === undefined ? undefined : { from, to, digits: decimal(head), exponent: m.exponent, chinese: true };
  }
  const value = parseChinese(run);
  return value === undefined ? undefined : { from, to, digits: decimal(value), exponent: 0, chinese: true };
}

/** A number in Chinese characters, up to 9999. Sample: 305 → 三百〇五. */
export function toChinese(n: number): string {
  if (n === 0) return '〇';
  let out = '';
  let gap = false;
  for (let e = 3; e >= 0; e--) {
    const d = Math.floor(n / 10 ** e) % 10;
    if (d === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '〇';
    gap = false;
    out += (e === 1 && d === 1 && out === '' ? '' : CHINESE_DIGITS[d]) + ['', '十', '百', '千'][e];
  }
  return out;
}

/**
 * Another value, written as this numeral is: same multiplier, at least as many decimals, separators and wide digits
 * kept. Undefined where it cannot be written so.
 */
export function writeLike(text: string, like: Numeral, value: Decimal): string | undefined {
  if (value.mantissa < 0n) return undefined;
  const written = text.slice(like.from, like.to);
  const suffix = like.exponent > 0 ? written.slice(multiplierStart(written, 2)) : '';
  const digits = shift(value, -like.exponent);
  if (like.chinese) {
    if (!isWhole(digits)) return undefined;
    const n = Number(showFixed(digits, 0));
    return n <= 9999 ? toChinese(n) + suffix : undefined;
  }
  let out = showFixed(round(digits, 10), Math.max(0, like.digits.scale));
  if (written.includes(',')) {
    const [whole, fraction] = out.split('.');
    const groups: string[] = [];
    for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
    out = groups.join(',') + (fraction ? `.${fraction}` : '');
  }
  if (arabic(written.charCodeAt(0)) >= 0 && written.charCodeAt(0) > 0x39) {
    out = out.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  }
  return out + suffix;
}
