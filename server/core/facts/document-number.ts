/**
 * 发文字号: 发文机关代字 + 〔year〕 + 发文顺序号 + 号 (《党政机关公文处理工作条例》第九条; GB/T 9704—2012, 7.2.5).
 *
 * Well-formed or not, one number is one fact, with all its faults and the form it should have. Prose glued to the 代字 is
 * cut off (根据国办发〔2023〕5号). No 代字 is held against a list.
 */
import { agencyCodeStart, isSurelyAgencyCode, looksLikeAgencyCode, mayBeAgencyCode, takesFormWord } from './agency-code';
import { foldWidth, isDigit, skipDigits, skipSpaces, skipSpacesBack } from './characters';
import { insideIdentifier, type Identifier } from './identifier';
import { add, BLANKS, CLOSE, NO_FAULTS, readSequence, readYear, type Sequence, type Year } from './number-parts';
import { C, isHan, type Scan } from './scan';
import type { Span } from '../text';

/**
 * What may be wrong with one number.
 *
 * - `bracket-shape` 国发[2023]5号 · `bracket-mismatched` 〔2023]5号 · `bracket-missing` 〔20235号, 2023〕5号 · `bracket-none` 国发2023年5号
 * - `bracket-misplaced` 〔国发2023〕5号, 国发〔20235号〕
 * - `two-digit-year` 〔23〕 · `chinese-year` 〔二〇二三〕 · `letter` 〔2O23〕, l5号 · `year-suffix` 〔2023年〕
 * - `chinese-sequence` 三十六号 · `ordinal-word` 第5号 · `leading-zero` 005号 · `hao-missing` · `hao-doubled` 5号号
 * - `full-width` ２０２３ · `space` · `order` 〔2023〕国发5号 · `code-missing` （〔2023〕5号）
 */
export type DocumentNumberFault =
  | 'bracket-shape'
  | 'bracket-mismatched'
  | 'bracket-missing'
  | 'bracket-none'
  | 'bracket-misplaced'
  | 'two-digit-year'
  | 'chinese-year'
  | 'letter'
  | 'year-suffix'
  | 'chinese-sequence'
  | 'ordinal-word'
  | 'leading-zero'
  | 'hao-missing'
  | 'hao-doubled'
  | 'full-width'
  | 'space'
  | 'order'
  | 'code-missing';

/** Which kind of papers the number counts: 处罚 and its like may have 第 and leading zeros, 令 and 公告 must or may have 第, 纪要 has no 代字 of its own. */
export type DocumentNumberSeries = 'general' | 'enforcement' | 'decree' | 'minutes';

/** A 发文字号. Sample: `云政办发〔2023〕36号` */
export interface DocumentNumber {
  /** The whole number, 代字 and 号 included. */
  readonly span: Span;
  /** 发文机关代字: `云政办发`. Empty where none stands directly before; in a list (…〔2023〕5号、〔2024〕6号) that of the number before. */
  readonly agencyCode: string;
  /** Where the 代字 stands; empty where it is inherited or absent. */
  readonly codeSpan: Span;
  /** 年份; undefined where it is blank or has two digits. */
  readonly year: number | undefined;
  /** The year as it is written. */
  readonly yearText: string;
  /** 发文顺序号, with its tail (`12-1`) or companions (`5、6`); empty where it is blank. */
  readonly sequence: string;
  /** What should stand at `span`; undefined where that is not known. */
  readonly canonical: string | undefined;
  /** Names the document wherever it is mentioned: `云政办发〔2023〕36号`; empty where 代字, year or sequence is not known. */
  readonly key: string;
  readonly faults: readonly DocumentNumberFault[];
  /** Whether what was read is surely a 发文字号, and nothing that merely looks like a faulty one. */
  readonly certain: boolean;
  /** Year or sequence is left blank: 〔〕号, 〔2023〕××号. */
  readonly placeholder: boolean;
  readonly series: DocumentNumberSeries;
}

const NONE: readonly DocumentNumber[] = [];

/** Brackets that have been seen around the year, each with its partner. 〔〕 are the right ones. */
const OPEN = '〔[［【（(﹝〖「『❲︹<＜〈《{｛〘〚﹙⟨';
/** Those that may stand for 〔 without any doubt of what is meant; the others also enclose other things. */
const SQUARE = '〔[［【﹝〖❲︹〘〚';
const ROUND = '（(';
/** Kinds of identifiers that a number cannot reach into. Others (第5, 12315) may be a part of one. */
const SOLID: ReadonlySet<Identifier['kind']> = new Set<Identifier['kind']>([
  'url',
  'email',
  'code',
  'court-case',
  'arbitration',
  'decree',
  'announcement',
  'standard',
  'credit-code',
  'index',
  'drug',
]);

const FIRST_YEAR = 1949;
const LAST_YEAR = 2049;
/** After 号 these make the number one of a house, a line, a plot: 规划（2023）3号地块. */
const THINGS = '楼院门线厅室馆幢栋井矿机炉台车站桥仓库地岗柜窗';

/** Reads the numbers of a block, in order of place. They do not overlap. */
export function readDocumentNumbers(s: Scan, identifiers: readonly Identifier[]): readonly DocumentNumber[] {
  if (!(s.has & (C.HAO | C.BRACKET)) || (s.hao.length === 0 && !s.text.includes('〔'))) return NONE;
  const reader = new Reader(
    s.text,
    identifiers.filter((i) => SOLID.has(i.kind)),
  );
  const { brackets, hao } = s;
  for (let b = 0, h = 0; b < brackets.length || h < hao.length;) {
    if (h >= hao.length || (b < brackets.length && brackets[b] < hao[h])) reader.atBracket(brackets[b++]);
    else reader.atHao(hao[h++]);
  }
  return reader.found.length === 0 ? NONE : reader.found;
}

/** Writes a number as it should be. */
export function formatDocumentNumber(agencyCode: string, year: number, sequence: string | number): string {
  return `${agencyCode}〔${year}〕${sequence}号`;
}

interface Parts {
  readonly codeStart: number;
  readonly codeEnd: number;
  readonly inherited?: DocumentNumber;
  readonly year: Year;
  readonly sequence: Sequence;
  readonly faults: DocumentNumberFault[];
  readonly doubtful?: boolean;
  /** Where the number begins, if not with its 代字. */
  readonly from?: number;
}

class Reader {
  readonly found: DocumentNumber[] = [];
  /** Nothing before this offset is looked at again. */
  private floor = 0;

  constructor(
    private readonly text: string,
    private readonly solid: readonly Identifier[],
  ) {}

  atBracket(at: number): void {
    if (at < this.floor) return;
    const mark = this.text[at];
    const open = OPEN.indexOf(mark);
    if (open >= 0) this.opened(at, open);
    else if (CLOSE.indexOf(mark) >= 0) this.unopened(at);
  }

  /** From an opening bracket: 云政发〔2023〕5号 and nearly everything that goes wrong with it. */
  private opened(open: number, pair: number): void {
    const { text } = this;
    const mark = text[open];
    const inside = skipSpaces(text, open + 1);
    const year = readYear(text, inside);
    if (!year) return;
    const faults: DocumentNumberFault[] = [...year.faults];
    if (mark !== '〔') faults.push('bracket-shape');
    if (inside > open + 1 && !year.blank) add(faults, 'space');
    const beforeClose = skipSpaces(text, year.end);
    const close = CLOSE.indexOf(text[beforeClose] ?? ' ');
    const codeEnd = skipSpacesBack(text, open, this.floor);
    const codeStart = agencyCodeStart(text, codeEnd, this.floor);
    const code = text.slice(codeStart, codeEnd);
    const known = ROUND.includes(mark) ? isSurelyAgencyCode(code) : looksLikeAgencyCode(code);
    if (codeEnd < open && code !== '') faults.push('space');

    if (close < 0) {
      this.unclosed({ open, codeStart, codeEnd, year, faults, known });
      return;
    }
    if (beforeClose > year.end && !year.blank) add(faults, 'space');
    if (close !== pair) faults.splice(0, faults.length, ...faults.filter((f) => f !== 'bracket-shape'), 'bracket-mismatched');
    const sequence = readSequence(text, beforeClose + 1);
    if (!sequence) {
      if (!year.blank && year.value !== undefined) this.misplaced(open, beforeClose + 1, codeStart, codeEnd);
      return;
    }
    // Two signs at least: a bracket and 号, or 〔〕 and a place where a number ends. The less a bracket is one for years, the surer the 代字 must be.
    const blank = year.blank || sequence.blank;
    const proper = mark === '〔' && close === pair;
    if (sequence.hao === '' && (blank || !(proper ? code !== '' : known && SQUARE.includes(mark)))) return;
    if (!SQUARE.includes(mark) && !known && code !== '' && !(ROUND.includes(mark) && mayBeAgencyCode(code))) return;
    if (!SQUARE.includes(mark) && !ROUND.includes(mark) && (close !== pair || blank || code === '')) return;
    if (!proper && !known && (blank || year.value === undefined)) return;
    if (!proper && !blank && year.value !== undefined && !isPlausible(year.value)) return;
    if (code === '') {
      this.codeless(open, mark, { codeStart: open, codeEnd: open, year, sequence, faults });
      return;
    }
    if (mark !== '〔' && sequence.hao !== '' && THINGS.includes(text[sequence.end] ?? ' ')) return;
    this.push({
      codeStart,
      codeEnd,
      year,
      sequence,
      faults: [...faults, ...sequence.faults],
      doubtful: (!known && (mark !== '〔' || codeEnd < open)) || (sequence.hao === '' && this.mayGoOn(codeStart, sequence.end)),
    });
  }

  /** Whether a number that ends with its paragraph may go on in the next one: a line wrapped by hand, which holds more than the number. */
  private mayGoOn(from: number, to: number): boolean {
    return skipSpaces(this.text, to) >= this.text.length && skipSpacesBack(this.text, from) > 0;
  }

  /** The closing bracket is lost: 〔20235号, 〔2023年5号, 〔202130. */
  private unclosed(at: {
    open: number;
    codeStart: number;
    codeEnd: number;
    year: Year;
    faults: DocumentNumberFault[];
    known: boolean;
  }): void {
    const { text } = this;
    const { open, codeStart, codeEnd, year, known } = at;
    const mark = text[open];
    if (codeStart === codeEnd || !SQUARE.includes(mark) || year.blank || year.text.length < 4 || !isPlausible(year.value)) return;
    const sequence = readSequence(text, year.end);
    if (!sequence || sequence.blank || sequence.text === '') return;
    if (sequence.hao === '' && (mark !== '〔' || !known || sequence.text.length > 5 || sequence.faults.includes('ordinal-word'))) return;
    if (sequence.hao === '' && skipSpaces(text, year.end) > year.end) return;
    if (mark !== '〔' && !known) return;
    // The bracket may stand at the very end instead: 〔20235号〕.
    const late = sequence.hao !== '' && text[sequence.end] === CLOSE[OPEN.indexOf(mark)];
    // A space was the only thing between year and sequence; it goes with the bracket.
    const faults = [
      ...at.faults.filter((f) => f !== 'bracket-shape' && f !== 'year-suffix'),
      late ? ('bracket-misplaced' as const) : ('bracket-missing' as const),
      ...sequence.faults.filter((f) => f !== 'space'),
    ];
    this.push({
      codeStart,
      codeEnd,
      year,
      sequence: late ? { ...sequence, end: sequence.end + 1 } : sequence,
      faults,
      doubtful: sequence.hao === '' && this.mayGoOn(codeStart, sequence.end),
    });
  }

  /** From a closing bracket without its partner: 云政发2023〕5号. */
  private unopened(close: number): void {
    const { text } = this;
    if (!'〕]］】﹞'.includes(text[close])) return;
    const yearEnd = skipSpacesBack(text, close, this.floor);
    const from = yearEnd - 4;
    if (from < this.floor || skipDigits(text, from) !== yearEnd || isDigit(text.charCodeAt(from - 1))) return;
    const digits = text.slice(from, yearEnd);
    const value = Number(foldWidth(digits));
    if (!isPlausible(value)) return;
    const sequence = readSequence(text, close + 1);
    if (!sequence || sequence.blank || sequence.hao === '') return;
    const codeEnd = skipSpacesBack(text, from, this.floor);
    const codeStart = agencyCodeStart(text, codeEnd, this.floor);
    const known = looksLikeAgencyCode(text.slice(codeStart, codeEnd));
    // Without a 代字 the rest may stand on the line before.
    if (codeStart === codeEnd ? text[close] !== '〕' || skipSpacesBack(text, from) > 0 : !known && text[close] !== '〕') return;
    // The bracket may stand before the 代字 instead: 〔云政发2023〕5号.
    const early = codeStart > this.floor && codeStart < codeEnd && text[codeStart - 1] === OPEN[CLOSE.indexOf(text[close])];
    const faults: DocumentNumberFault[] = [early ? 'bracket-misplaced' : 'bracket-missing'];
    if (yearEnd < close || codeEnd < from) faults.push('space');
    if (digits !== foldWidth(digits)) faults.push('full-width');
    const year = { text: digits, value, end: yearEnd, faults: NO_FAULTS, blank: false };
    this.push({
      codeStart,
      codeEnd,
      year,
      sequence,
      faults: merge(faults, sequence.faults),
      doubtful: !known,
      ...(early && { from: codeStart - 1 }),
    });
  }

  /** A number that begins with its bracket: one of a list, or one whose 代字 was forgotten. */
  private codeless(open: number, mark: string, parts: Parts): void {
    const { text, found } = this;
    const last = found[found.length - 1];
    const before = skipSpacesBack(text, open);
    if (
      last &&
      last.key !== '' &&
      before - last.span.to <= 1 &&
      before >= last.span.to &&
      /^[、，,和及与]?$/.test(text.slice(last.span.to, before))
    ) {
      this.push({ ...parts, inherited: last, faults: [...parts.faults, ...parts.sequence.faults] });
      return;
    }
    const cited = '（('.includes(text[before - 1] ?? ' ') && text[before - 2] === '》';
    if (parts.year.blank || parts.sequence.blank || parts.sequence.hao === '') return;
    if (cited) this.push({ ...parts, faults: ['code-missing', ...merge(parts.faults, parts.sequence.faults)], doubtful: true });
    // 〔2023〕5号 alone is a 纪要, or speaks of a number that everybody knows.
    else if (mark === '〔' && parts.faults.length === 0 && parts.sequence.faults.length === 0) this.push({ ...parts, faults: [] });
  }

  /** The parts stand in another order: 〔2023〕国发5号, 5号〔2023〕国发, 国发5号〔2023〕. Nothing is mended here. */
  private misplaced(open: number, behind: number, codeStart: number, codeEnd: number): void {
    const { text } = this;
    if (!SQUARE.includes(text[open]) && !ROUND.includes(text[open])) return;
    const from = skipSpaces(text, behind);
    let to = from;
    while (to < text.length && to - from < 12 && isHan(text.charCodeAt(to)) && text[to] !== '第' && text[to] !== '号') to++;
    const word = text.slice(from, to);
    const number = text[to] === '第' ? to + 1 : to;
    const end = skipDigits(text, number);
    const year = Number(foldWidth(text.slice(skipSpaces(text, open + 1), skipSpaces(text, open + 1) + 4)));
    if (!isPlausible(year)) return;
    if (codeStart === codeEnd && takesFormWord(word) && !word.endsWith('字') && end > number && text[end] === '号') {
      this.swapped(open, end + 1, word, { from, to }, year, text.slice(number, end));
      return;
    }
    // The sequence stands before the bracket.
    const hao = skipSpacesBack(text, open, this.floor) - 1;
    if (hao < this.floor || text[hao] !== '号') return;
    let digits = hao;
    while (digits > this.floor && isDigit(text.charCodeAt(digits - 1))) digits--;
    if (digits === hao) return;
    const left = agencyCodeStart(text, digits, this.floor);
    if (left < digits && takesFormWord(text.slice(left, digits)) && !isHan(text.charCodeAt(from)))
      this.swapped(left, behind, text.slice(left, digits), { from: left, to: digits }, year, text.slice(digits, hao));
    else if (left === digits && takesFormWord(word) && !isDigit(text.charCodeAt(to)))
      this.swapped(digits, to, word, { from, to }, year, text.slice(digits, hao));
  }

  private swapped(from: number, to: number, agencyCode: string, codeSpan: Span, year: number, sequence: string): void {
    if (this.isSolid(from, to)) return;
    this.found.push({
      span: { from, to },
      agencyCode,
      codeSpan,
      year,
      yearText: String(year),
      sequence,
      canonical: undefined,
      key: formatDocumentNumber(agencyCode, year, foldWidth(sequence)),
      faults: ['order'],
      certain: false,
      placeholder: false,
      series: 'general',
    });
    this.floor = to;
  }

  /** From 号, where no bracket is left: 国办发2023年第5号, 国发2023 5号, 国税发200811号. Always a doubt: it may be the form of a 公告. */
  atHao(hao: number): void {
    const { text } = this;
    const end = skipSpacesBack(text, hao, this.floor);
    let from = end;
    while (from > this.floor && isDigit(text.charCodeAt(from - 1))) from--;
    if (from === end) return;
    let yearEnd = skipSpacesBack(text, from, this.floor);
    const ordinal = yearEnd > this.floor && text[yearEnd - 1] === '第';
    if (ordinal) yearEnd = skipSpacesBack(text, yearEnd - 1, this.floor);
    if (yearEnd > this.floor && text[yearEnd - 1] === '年') yearEnd = skipSpacesBack(text, yearEnd - 1, this.floor);
    let yearStart = yearEnd - 4;
    let sequence = text.slice(from, end);
    if (yearEnd === from) {
      // Run together: the first four digits are the year.
      if (end - from < 5 || end - from > 8 || ordinal) return;
      yearStart = from;
      sequence = text.slice(from + 4, end);
    }
    if (yearStart < this.floor || isDigit(text.charCodeAt(yearStart - 1)) || skipDigits(text, yearStart) < yearStart + 4) return;
    const yearText = text.slice(yearStart, yearStart + 4);
    const value = Number(foldWidth(yearText));
    if (!isPlausible(value) || /^[0０]/.test(sequence)) return;
    const codeEnd = skipSpacesBack(text, yearStart, this.floor);
    const codeStart = agencyCodeStart(text, codeEnd, this.floor);
    const code = text.slice(codeStart, codeEnd);
    if (code.length < 2 || !/[发函字规办]$/.test(code) || !looksLikeAgencyCode(code) || this.isSolid(codeStart, hao + 1)) return;
    const faults: DocumentNumberFault[] = ['bracket-none'];
    if (ordinal) faults.push('ordinal-word');
    if (foldWidth(yearText + sequence) !== yearText + sequence) faults.push('full-width');
    this.push({
      codeStart,
      codeEnd,
      faults,
      doubtful: true,
      year: { text: yearText, value, end: yearEnd, faults: NO_FAULTS, blank: false },
      sequence: { text: foldWidth(sequence), end: hao + 1, faults: NO_FAULTS, blank: false, hao: text[hao] },
    });
  }

  private push(parts: Parts): void {
    const { text } = this;
    const { codeStart, codeEnd, inherited, year, sequence } = parts;
    const to = sequence.end;
    let from = parts.from ?? codeStart;
    // ××发〔2023〕×号: what is blank in the 代字 belongs to the number.
    if (year.blank || sequence.blank) while (from > this.floor && BLANKS.includes(text[from - 1])) from--;
    if (this.isSolid(from, to)) return;
    const own = text.slice(codeStart, codeEnd);
    const agencyCode = own || (inherited?.agencyCode ?? '');
    const series = seriesOf(agencyCode);
    let faults = merge(parts.faults, NO_FAULTS);
    // 人民银行令〔2020〕第5号, 证监会公告（2009）第8号: 第 belongs to these; 纪要（2023）5号 keeps its bracket.
    if (series === 'minutes') faults = faults.filter((f) => f !== 'bracket-shape');
    const blank = year.blank || sequence.blank;
    const digits = blank ? '' : sequence.text;
    const value = year.value;
    const writtenYear = value ?? (year.text.length === 2 ? 2000 + Number(year.text) : undefined);
    const ordinal = series === 'decree' && parts.faults.includes('ordinal-word');
    const written =
      blank || writtenYear === undefined || digits === ''
        ? undefined
        : `${own}〔${writtenYear}〕${ordinal ? '第' : ''}${digits}${sequence.hao || '号'}`;
    const kept = ordinal ? faults.filter((f) => f !== 'ordinal-word') : faults;
    this.found.push({
      span: { from, to },
      agencyCode,
      codeSpan: { from: codeStart, to: codeEnd },
      year: value,
      yearText: year.text,
      sequence: digits,
      canonical: blank || kept.length > 0 ? written : text.slice(from, to),
      key: blank || value === undefined || agencyCode === '' || digits === '' ? '' : formatDocumentNumber(agencyCode, value, digits),
      faults: kept,
      certain:
        !parts.doubtful &&
        !ordinal &&
        !(series === 'enforcement' && (faults.some((f) => CUSTOMS.includes(f)) || agencyCode.includes('检'))),
      placeholder: blank,
      series,
    });
    this.floor = to;
  }

  private isSolid(from: number, to: number): boolean {
    return this.solid.length > 0 && insideIdentifier(this.solid, from, to);
  }
}

function isPlausible(year: number | undefined): boolean {
  return year !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR;
}

function merge(a: readonly DocumentNumberFault[], b: readonly DocumentNumberFault[]): DocumentNumberFault[] {
  return [...new Set([...a, ...b])];
}

/** 处罚, 许可, 检察 and other papers on single cases; series in 发, 函, 办, 规, 政字 are none of them. */
const ENFORCEMENT = /[罚处立备登许执证检诉听强缴催赔]|责改|告知|公告字|临$|[决审]字?$|字$/;
const GENERAL = /[发函办规文电]$|[规政办厅通发]字$/;
/** Faults that are the custom of some of these papers. */
const CUSTOMS: readonly DocumentNumberFault[] = ['ordinal-word', 'leading-zero', 'hao-missing'];

function seriesOf(agencyCode: string): DocumentNumberSeries {
  if (/(?:令|公告|通告)$/.test(agencyCode)) return 'decree';
  if (/纪要$/.test(agencyCode)) return 'minutes';
  return ENFORCEMENT.test(agencyCode) && !GENERAL.test(agencyCode) ? 'enforcement' : 'general';
}
