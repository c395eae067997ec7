/** 令、公告、通告: an organ, 第, a running number, 号. They have no year in brackets, and 第 is required. */
import { foldWidth, skipDigits, skipSpaces, skipSpacesBack } from './characters';
import { organStart } from './agency-code';
import type { Span } from '../text';

export type DecreeFault = 'ordinal-missing' | 'full-width' | 'space';

/** The number of a 令 or 公告. Samples: `国务院令第711号`, `海关总署公告2019年第39号`, `（2026年第9号）` */
export interface Decree {
  readonly kind: 'decree' | 'announcement';
  /** With the organ's name, where one stands directly before. */
  readonly span: Span;
  /** The organ's name: `国务院` in the first sample; may be empty. */
  readonly organ: string;
  readonly sequence: number;
  readonly canonical: string;
  readonly faults: readonly DecreeFault[];
}

const NO_FAULTS: readonly DecreeFault[] = [];

/** What such a number hangs on. The longer words first. */
const WORDS = ['公告', '通告', '令'];
/** Words that end in 令 and carry no number of their own. */
const NOT_A_DECREE = /(?:命令|指令|口令|司令|法令|政令|禁令|责令|勒令|下令|密令|时令|夏令|打令|训令|号令)$/;

/** How the full name of an organ that issues 令 ends. */
const FULL_NAME = /.(?:政府|[部院局署厅]|委员会|银行|主席|办公室)$/;

/**
 * Reads the number whose running number stands from `from` to `to`. Handles 令第5号, 令（第5号）, 公告2019年第5号,
 * 公告（2019年第5号）, a bare 2019年第5号, and, without 第, 部令105号.
 */
export function readDecree(text: string, from: number, to: number, floor: number): Decree | undefined {
  let end = skipSpaces(text, to);
  if (text[end] !== '号' && text[end] !== '號') return undefined;
  const spaceAfter = end > to;
  end++;
  let at = skipSpacesBack(text, from, floor);
  let spaceInside = at < from || spaceAfter;
  let ordinal = false;
  if (at > floor && text[at - 1] === '第') {
    ordinal = true;
    at = skipSpacesBack(text, at - 1, floor);
  }
  // A year of its own: 2019年第39号. Its brackets may hold the whole (（2026年第9号）) or the year alone.
  let year = -1;
  let yearClosed = false;
  if (ordinal) {
    let y = at;
    if (y > floor && '）)'.includes(text[y - 1])) {
      y--;
      yearClosed = true;
    }
    if (text[y - 1] === '年' && y - 5 >= floor && /^[12０-９]/.test(text[y - 5]) && skipDigits(text, y - 5) === y - 1) year = y - 5;
  }
  let bracket = false;
  const before = skipSpacesBack(text, year >= 0 ? year : at, floor);
  let head = before;
  if (head > floor && '（('.includes(text[head - 1])) {
    bracket = true;
    head = skipSpacesBack(text, head - 1, floor);
  }
  const word = WORDS.find((w) => head - w.length >= floor && text.startsWith(w, head - w.length));
  if (!word || (word === '令' && NOT_A_DECREE.test(text.slice(Math.max(floor, head - 2), head)))) {
    // 国办发2024年第12号 has lost its brackets; that is for the reader of 发文字号.
    if (year < 0 || (!bracket && head > floor && '发函字规'.includes(text[head - 1]))) return undefined;
    const start = bracket ? before - 1 : year;
    return {
      kind: 'announcement',
      span: { from: start, to: closed(text, end, bracket && !yearClosed) },
      organ: '',
      sequence: Number(foldWidth(text.slice(from, to))),
      canonical: text.slice(start, end),
      faults: NO_FAULTS,
    };
  }
  const organFrom = organStart(text, head - word.length, floor);
  const organ = text.slice(organFrom, head - word.length);
  const digits = foldWidth(text.slice(from, to));
  const faults: DecreeFault[] = [];
  if (!ordinal) {
    // 令105号: only with the organ's name and the number in one piece; 公告105号 may be a room, 公告2023年 a year.
    // 沪府令58号 is the official form of a few places; only the full name of an organ asks for 第.
    if (word !== '令' || !FULL_NAME.test(organ) || head !== before || bracket || spaceAfter || digits.length > 4) return undefined;
    faults.push('ordinal-missing');
    if (spaceInside) faults.push('space');
  }
  const wide = digits !== text.slice(from, to);
  if (wide) faults.push('full-width');
  spaceInside = spaceInside && ordinal && year < 0;
  if (spaceInside) faults.push('space');
  const yearText = year < 0 ? '' : text.slice(before, at);
  return {
    kind: word === '令' ? 'decree' : 'announcement',
    span: { from: organFrom, to: closed(text, end, bracket && !yearClosed) },
    organ,
    sequence: Number(digits),
    canonical: `${organ}${word}${yearText}第${digits}号`,
    faults: bracket || faults.length === 0 ? NO_FAULTS : faults,
  };
}

/** The end of the number, with the bracket that opened before it. */
function closed(text: string, end: number, bracket: boolean): number {
  return bracket && (text[end] === '）' || text[end] === ')') ? end + 1 : end;
}
