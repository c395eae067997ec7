/** The parts of a 发文字号 behind its 代字: the year with what may be wrong in it, and the sequence with 第 and 号. */
import { foldWidth, isDigit, skipDigits, skipSpaces } from './characters';
import type { DocumentNumberFault } from './document-number';
import { parseNumeral } from './numeral';

export const NO_FAULTS: readonly DocumentNumberFault[] = [];

/** Closing brackets that have been seen behind the year; 〕 is the right one. */
export const CLOSE = '〕]］】）)﹞〗」』❳︺>＞〉》}｝〙〛﹚⟩';
const CHINESE_DIGITS = '〇零○一二三四五六七八九';
/** What stands for a blank to be filled. */
export const BLANKS = '×xXＸ*＊＿_□△…';

/** The year between the brackets, as far as it could be read. */
export interface Year {
  readonly text: string;
  readonly value: number | undefined;
  readonly end: number;
  readonly faults: readonly DocumentNumberFault[];
  readonly blank: boolean;
}

/** What stands behind the year's bracket. */
export interface Sequence {
  readonly text: string;
  readonly end: number;
  readonly faults: readonly DocumentNumberFault[];
  readonly blank: boolean;
  /** 号 as it is written, or empty. */
  readonly hao: string;
}

/** Notes a fault once. */
export function add(faults: DocumentNumberFault[], fault: DocumentNumberFault): void {
  if (!faults.includes(fault)) faults.push(fault);
}

/** Letters that are taken for digits, and the digits they are taken for. */
const LETTERS = 'OoＯlIｌＩ';

function plainDigits(text: string): string {
  return foldWidth(text).replace(/[oO]/g, '0').replace(/[lI]/g, '1');
}

/** The year at `at`: four digits of any width, with an O among them, two digits, Chinese ones, or a blank to fill. Undefined where something else stands. */
export function readYear(text: string, at: number): Year | undefined {
  let end = at;
  let wide = false;
  let letters = false;
  while (end < text.length && end - at < 5) {
    const c = text.charCodeAt(end);
    if (isDigit(c)) wide ||= c > 0x7f;
    else if (end > at && LETTERS.includes(text[end])) letters = true;
    else break;
    end++;
  }
  const blankEnd = skipBlank(text, end);
  if (blankEnd > end && end - at < 4) return { text: '', value: undefined, end: blankEnd, faults: NO_FAULTS, blank: true };
  if (end === at) {
    if (CLOSE.includes(text[at] ?? ' ')) return { text: '', value: undefined, end: at, faults: NO_FAULTS, blank: true };
    return readChineseYear(text, at);
  }
  const faults: DocumentNumberFault[] = [];
  let length = end - at;
  // Five or more digits: the bracket after the year is lost, and the sequence runs on.
  if (length === 5) {
    if (letters) return undefined;
    length = 4;
  }
  if (length !== 4 && length !== 2) return undefined;
  const raw = text.slice(at, at + length);
  const digits = plainDigits(raw);
  if (wide) faults.push('full-width');
  if (letters) faults.push('letter');
  if (length === 2) faults.push('two-digit-year');
  const suffix = yearSuffix(text, at + length);
  if (suffix > at + length) faults.push('year-suffix');
  return { text: digits, value: length === 4 ? Number(digits) : undefined, end: suffix, faults, blank: false };
}

function readChineseYear(text: string, at: number): Year | undefined {
  let end = at;
  let digits = '';
  while (end < text.length && digits.length < 5) {
    const d = CHINESE_DIGITS.indexOf(text[end]);
    if (d < 0) break;
    digits += d < 3 ? '0' : String(d - 2);
    end++;
  }
  if (digits.length !== 4) return undefined;
  const suffix = yearSuffix(text, end);
  return {
    text: digits,
    value: Number(digits),
    end: suffix,
    faults: suffix > end ? ['chinese-year', 'year-suffix'] : ['chinese-year'],
    blank: false,
  };
}

/** The end of 年 or 年度 behind a year's digits. */
function yearSuffix(text: string, at: number): number {
  const nian = skipSpaces(text, at);
  if (text[nian] !== '年') return at;
  return text[nian + 1] === '度' ? nian + 2 : nian + 1;
}

function skipBlank(text: string, at: number): number {
  while (at < text.length && BLANKS.includes(text[at])) at++;
  return at;
}

/** The end of digits with letters among them (3O, l2), if 号 follows at once; else `at`. */
function skipMixed(text: string, at: number): number {
  let end = at;
  let digits = 0;
  for (; end < text.length && end - at < 6; end++) {
    if (isDigit(text.charCodeAt(end))) digits++;
    else if (!LETTERS.includes(text[end])) break;
  }
  return digits > 0 && (text[end] === '号' || text[end] === '號') ? end : at;
}

/** Where a number without 号 may end. */
const ENDS = '）)，,。、；;》”】]:： \t\u3000';

/** The sequence at `at`, 号 included, or undefined where neither a number nor a blank with 号 stands. */
export function readSequence(text: string, at: number): Sequence | undefined {
  const faults: DocumentNumberFault[] = [];
  let from = skipSpaces(text, at);
  if (from > at) faults.push('space');
  if (text[from] === '第') {
    faults.push('ordinal-word');
    const next = skipSpaces(text, from + 1);
    if (next > from + 1) add(faults, 'space');
    from = next;
  }
  if (text[from] === '年' && isDigit(text.charCodeAt(from + 1))) {
    faults.push('year-suffix');
    from++;
  }
  let end = skipDigits(text, from);
  if (LETTERS.includes(text[end] ?? ' ')) {
    const mixed = skipMixed(text, from);
    if (mixed > from) {
      faults.push('letter');
      end = mixed;
    }
  }
  const blank = skipBlank(text, end);
  let digits = text.slice(from, end);
  if (blank > end || (end === from && (text[from] === '号' || text[from] === '號'))) {
    const hao = skipSpaces(text, skipDigits(text, blank));
    return text[hao] === '号' || text[hao] === '號'
      ? { text: '', end: hao + 1, faults: NO_FAULTS, blank: true, hao: text[hao] }
      : undefined;
  }
  if (end === from) {
    while (end < text.length && end - from < 6 && '〇零一二三四五六七八九十百千'.includes(text[end])) end++;
    const value = end > from ? parseNumeral(text.slice(from, end).replace(/零(?=[一二三四五六七八九]$)/, '')) : undefined;
    const hao = skipSpaces(text, end);
    if (value === undefined || value === 0 || (text[hao] !== '号' && text[hao] !== '號')) return undefined;
    faults.push('chinese-sequence');
    digits = String(value);
  } else {
    const folded = plainDigits(digits);
    if (foldWidth(digits) !== digits) faults.push('full-width');
    digits = folded.replace(/^0+(?=\d)/, '');
    if (digits !== folded) faults.push('leading-zero');
    const tail = sequenceTail(text, end);
    digits += text.slice(end, tail);
    end = tail;
  }
  const hao = skipSpaces(text, end);
  if (text[hao] !== '号' && text[hao] !== '號') {
    const after = text[end] ?? '';
    if (digits === '0' || (after !== '' && !ENDS.includes(after))) return undefined;
    return { text: digits, end, faults: [...faults, 'hao-missing'], blank: false, hao: '' };
  }
  if (hao > end) add(faults, 'space');
  if (digits === '0') return { text: '', end: hao + 1, faults: NO_FAULTS, blank: true, hao: text[hao] };
  let last = hao + 1;
  while (text[last] === '号' || text[last] === '號') last++;
  if (last > hao + 1) faults.push('hao-doubled');
  return { text: digits, end: last, faults, blank: false, hao: text[hao] };
}

/** The end of what goes on behind a sequence's digits: 12-1, 12之2, 5、6, 5—8. Only where 号 follows at last. */
function sequenceTail(text: string, at: number): number {
  let end = at;
  while (end - at < 24 && /[-—－之、～~至和]/.test(text[end] ?? '')) {
    let next = end + 1;
    if (isDigit(text.charCodeAt(next))) next = skipDigits(text, next);
    else if (text[end] === '之' && '一二三四五六七八九十'.includes(text[next] ?? ' ')) next++;
    else return at;
    end = next;
  }
  return end > at && (text[end] === '号' || text[end] === '號') ? end : at;
}
