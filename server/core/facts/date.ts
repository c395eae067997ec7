/** Dates in every form that reports use: 2024年3月6日, 3月6日, 2024年3月, 2024年, 2024-03-06, 2024.3.6, 二〇二四年三月六日. */
import { foldWidth, isDigit, skipDigits, skipSpaces } from './characters';
import { insideIdentifier, type Identifier } from './identifier';
import { parseNumeral } from './numeral';
import { scan, type Scan } from './scan';
import type { Span } from '../text';

/**
 * - `full` 2024年3月6日 · `month-day` 3月6日 · `year-month` 2024年3月 · `year` 2024年 · `month` 3月
 * - `iso` 2024-03-06 · `slash` 2024/3/6 · `dotted` 2024.3.6
 * - `chinese` any of the first five in Chinese numerals
 */
export type DateForm = 'full' | 'month-day' | 'year-month' | 'year' | 'month' | 'iso' | 'slash' | 'dotted' | 'chinese';

/** A date. Sample: `2024年3月6日` */
export interface DateFact {
  readonly span: Span;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly form: DateForm;
  /** No calendar has it: a thirteenth month, a 30th of February. */
  readonly impossible?: 'month' | 'day';
}

const NONE: readonly DateFact[] = [];

/** Reads the dates of a block, in order of place. Places inside identifiers hold none. */
export function readDates(s: Scan, identifiers: readonly Identifier[]): readonly DateFact[] {
  if (s.digits.length === 0 && s.numerals.length === 0) return NONE;
  const { text, digits, numerals } = s;
  const found: DateFact[] = [];
  let floor = 0;
  for (let d = 0, n = 0; d < digits.length || n < numerals.length;) {
    const arabic = n >= numerals.length || (d < digits.length && digits[d] < numerals[n]);
    const from = arabic ? digits[d] : numerals[n];
    const to = arabic ? digits[d + 1] : numerals[n + 1];
    if (arabic) d += 2;
    else n += 2;
    if (from < floor || to - from > 4) continue;
    const date = arabic ? readArabic(text, from, to) : readChinese(text, from, to);
    if (
      !date ||
      (date.impossible !== undefined && isLunar(text, from)) ||
      (identifiers.length > 0 && insideIdentifier(identifiers, date.span.from, date.span.to))
    )
      continue;
    found.push(date);
    floor = date.span.to;
  }
  return found.length === 0 ? NONE : found;
}

/** The date on a line that holds nothing else (成文日期), the zeros of 二○二六年 read as they are meant. */
export function readDateLine(text: string): DateFact | undefined {
  const [date] = readDates(scan(text.replace(/[○零ОO]/g, '〇')), []);
  return date && date.span.from === text.length - text.trimStart().length && date.span.to === text.trimEnd().length ? date : undefined;
}

/** 农历二月三十日 is a day of another calendar. */
function isLunar(text: string, at: number): boolean {
  return /[农阴夏旧]历/.test(text.slice(Math.max(0, at - 8), at));
}

const YEAR = '年';
const MONTH = '月';
const DAYS = '日号';
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readArabic(text: string, from: number, to: number): DateFact | undefined {
  const before = text[from - 1] ?? '';
  if (before === '第') return undefined;
  const mark = skipSpaces(text, to);
  const next = text[mark];
  if (next === YEAR && to - from === 4) return readYear(text, from, value(text, from, to), mark + 1);
  // 1.13月 is no date; 1.2024年 is the first item of a list.
  if (before === '.' || before === '．' || isCut(text, from)) return undefined;
  if (next === MONTH && to - from <= 2) return readMonth(text, from, undefined, value(text, from, to), mark + 1, 'month');
  if (to - from === 4 && mark === to && next !== undefined && '-/.－／．'.includes(next)) return readJoined(text, from, to, next);
  return undefined;
}

/** 1⏎2月31日: the digits before stand on the line above. */
function isCut(text: string, from: number): boolean {
  let at = from - 1;
  while (at > 0 && (text[at] === '\n' || text[at] === '\r')) at--;
  return at >= 0 && at < from - 1 && isDigit(text.charCodeAt(at));
}

function value(text: string, from: number, to: number): number {
  return Number(foldWidth(text.slice(from, to)));
}

function readYear(text: string, from: number, year: number, behind: number): DateFact | undefined {
  if (year < 1800 || year > 2199) return undefined;
  const month = skipSpaces(text, behind);
  const end = skipDigits(text, month);
  const mark = skipSpaces(text, end);
  if (end > month && end - month <= 2 && text[mark] === MONTH)
    return readMonth(text, from, year, value(text, month, end), mark + 1, 'year-month');
  return { span: { from, to: behind }, year, form: 'year' };
}

function readMonth(
  text: string,
  from: number,
  year: number | undefined,
  month: number,
  behind: number,
  form: DateForm,
): DateFact | undefined {
  const day = skipSpaces(text, behind);
  const end = skipDigits(text, day);
  const mark = skipSpaces(text, end);
  if (end > day && end - day <= 2 && text[mark] !== undefined && DAYS.includes(text[mark]) && !isHouse(text, mark)) {
    return dated(from, mark + 1, form === 'month' ? 'month-day' : 'full', year, month, value(text, day, end));
  }
  // 13月 alone may be the tail of something else (1.13月); with its year it is a date.
  if (year === undefined && (month < 1 || month > 12)) return undefined;
  return dated(from, behind, form, year, month);
}

/** 3月5号楼: 号 counts houses there. */
function isHouse(text: string, mark: number): boolean {
  return text[mark] === '号' && '楼院门线厅文令'.includes(text[mark + 1] ?? ' ');
}

function readJoined(text: string, from: number, to: number, joiner: string): DateFact | undefined {
  const year = value(text, from, to);
  if (year < 1900 || year > 2099 || isJoined(text, from)) return undefined;
  const monthEnd = skipDigits(text, to + 1);
  if (monthEnd === to + 1 || monthEnd - to > 3 || text[monthEnd] !== joiner) return undefined;
  const dayEnd = skipDigits(text, monthEnd + 1);
  if (dayEnd === monthEnd + 1 || dayEnd - monthEnd > 3 || isAlphanumeric(text, dayEnd) || '-/－／'.includes(text[dayEnd] ?? ' '))
    return undefined;
  const form = '-－'.includes(joiner) ? 'iso' : '/／'.includes(joiner) ? 'slash' : 'dotted';
  const month = value(text, to + 1, monthEnd);
  // 2023-45-12 is a code.
  if (month > 12 || month < 1) return undefined;
  return dated(from, dayEnd, form, year, month, value(text, monthEnd + 1, dayEnd));
}

function isJoined(text: string, from: number): boolean {
  return '-/.－／．_'.includes(text[from - 1] ?? ' ') || isAlphanumeric(text, from - 1);
}

function isAlphanumeric(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return isDigit(c) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
}

function readChinese(text: string, from: number, to: number): DateFact | undefined {
  const next = text[to];
  if (next === YEAR) {
    const year = chineseYear(text.slice(from, to));
    if (year === undefined) return undefined;
    const month = chineseNumber(text, to + 1, MONTH);
    if (!month) return { span: { from, to: to + 1 }, year, form: 'chinese' };
    const day = chineseNumber(text, month.end, '日');
    return dated(from, day ? day.end : month.end, 'chinese', year, month.value, day?.value);
  }
  if (next !== MONTH || text[from - 1] === '第' || text[from - 1] === '个') return undefined;
  const month = chineseNumber(text, from, MONTH);
  const day = month && chineseNumber(text, month.end, '日');
  return month && day ? dated(from, day.end, 'chinese', undefined, month.value, day.value) : undefined;
}

/** `二〇二四` → 2024; digits only, as years are written. */
function chineseYear(digits: string): number | undefined {
  if (!/^[一二][〇零一二三四五六七八九]{3}$/.test(digits)) return undefined;
  let year = 0;
  for (const c of digits) year = year * 10 + parseNumeral(c)!;
  return year >= 1800 && year <= 2199 ? year : undefined;
}

/** A Chinese number of one to three characters at `at`, followed by `mark`. */
function chineseNumber(text: string, at: number, mark: string): { readonly value: number; readonly end: number } | undefined {
  let end = at;
  while (end - at < 4 && end < text.length && text[end] !== mark) end++;
  if (end === at || end - at > 3 || text[end] !== mark) return undefined;
  const number = parseNumeral(text.slice(at, end));
  return number === undefined ? undefined : { value: number, end: end + 1 };
}

function dated(from: number, to: number, form: DateForm, year: number | undefined, month: number, day?: number): DateFact {
  const impossible = fault(year, month, day);
  return {
    span: { from, to },
    ...(year !== undefined && { year }),
    month,
    ...(day !== undefined && { day }),
    form,
    ...(impossible && { impossible }),
  };
}

function fault(year: number | undefined, month: number, day: number | undefined): DateFact['impossible'] {
  if (month < 1 || month > 12) return 'month';
  if (day === undefined) return undefined;
  const longest = month === 2 && year !== undefined && !isLeap(year) ? 28 : LONGEST[month - 1];
  return day < 1 || day > longest ? 'day' : undefined;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
