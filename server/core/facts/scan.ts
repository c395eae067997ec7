/**
 * One pass over a block's text: the places where something may start.
 *
 * Most of a report is Chinese prose in which no reader has anything to find. So the text is walked once, each code unit
 * is looked up in a table, and the readers visit only what this walk wrote down. A reader that finds its list empty
 * costs nothing.
 */

/** Character classes. They are bits, so that `Scan.has` can hold a set of them. */
export const C = {
  /** Arabic digits, ASCII and full-width. */
  DIGIT: 1,
  /** Chinese numerals: 〇零一二两三四五六七八九十百千万亿半廿卅. */
  NUMERAL: 2,
  /** Brackets and quotation marks of every shape and width. */
  BRACKET: 4,
  /** Full-width or Chinese marks: ，。；：！？、… */
  MARK: 8,
  /** Half-width marks: , ; : ? ! ( ) */
  HALF: 16,
  /** Space, tab, U+00A0, U+3000 and other white space but line ends. */
  SPACE: 32,
  /** Latin letters of either width. */
  LATIN: 64,
  /** 号 and 號. */
  HAO: 128,
  /** What stands for a blank to be filled: × X＿_ □ ○ △ … */
  BLANK: 256,
  /** Characters that are easily mistaken for another: 釆, ∶ and the like. */
  ODD: 512,
  /** Percent signs: % ％ ‰. */
  PERCENT: 1024,
  /** Dots and dashes that join digits: . · — – - ~ ～ / */
  JOINER: 2048,
  /** A line end inside the block. */
  EOL: 4096,
} as const;

const classes = new Uint16Array(65536);
function put(characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] |= bit;
}
function putRange(from: number, to: number, bit: number): void {
  for (let c = from; c <= to; c++) classes[c] |= bit;
}
put('0123456789', C.DIGIT);
putRange(0xff10, 0xff19, C.DIGIT);
put('〇零一二两三四五六七八九十百千万亿半廿卅兩億萬', C.NUMERAL);
put('()（）[]［］【】〔〕﹝﹞〖〗「」『』《》〈〉<>＜＞“”‘’"＂❲❳︹︺｛｝{}〝〞｢｣〘〙〚〛﹙﹚⟨⟩', C.BRACKET);
put('，。；：！？、…', C.MARK);
put(',;:?!()', C.HALF);
put(' \t\u00a0\u3000\u2002\u2003\u2009\u200b\u202f\ufeff\v\f', C.SPACE);
putRange(0x41, 0x5a, C.LATIN);
putRange(0x61, 0x7a, C.LATIN);
putRange(0xff21, 0xff3a, C.LATIN);
putRange(0xff41, 0xff5a, C.LATIN);
put('号號', C.HAO);
put('×Ｘ_＿□○△▲●■', C.BLANK);
put('釆∶‧•・｡､｢｣＂〝〞\ufffd', C.ODD);
// Radicals of the dictionary (⼀), which a PDF leaves for characters.
putRange(0x2e80, 0x2fdf, C.ODD);
put('%％‰', C.PERCENT);
put('.．·—–-－~～/／﹒', C.JOINER);
put('\n\r', C.EOL);

/** The class bits of a UTF-16 code unit; 0 for plain prose. */
export function classOf(code: number): number {
  return classes[code];
}

/** What one walk over a text wrote down. All numbers are UTF-16 offsets in `text`. */
export interface Scan {
  readonly text: string;
  /** Union of the classes met: an empty intersection lets a reader leave at once. */
  readonly has: number;
  /** Runs of Arabic digits, flat: from, to, from, to … */
  readonly digits: readonly number[];
  /** Runs of Chinese numerals, flat: from, to, from, to … */
  readonly numerals: readonly number[];
  /** Every bracket and quotation mark. */
  readonly brackets: readonly number[];
  /** Every mark that divides sentences or clauses, of either width (not brackets). */
  readonly marks: readonly number[];
  /** Every white-space character. */
  readonly spaces: readonly number[];
  /** Every 号. */
  readonly hao: readonly number[];
  /** Every character of class BLANK or ODD. */
  readonly odd: readonly number[];
}

const NONE: readonly number[] = Object.freeze([]) as readonly number[];

/** Walks a text once. Linear, total: any string is welcome, lone surrogates included. */
export function scan(text: string): Scan {
  let has = 0;
  let digits: number[] | undefined;
  let numerals: number[] | undefined;
  let brackets: number[] | undefined;
  let marks: number[] | undefined;
  let spaces: number[] | undefined;
  let hao: number[] | undefined;
  let odd: number[] | undefined;
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const c = classes[text.charCodeAt(i)];
    if (c === 0) continue;
    has |= c;
    if (c & (C.DIGIT | C.NUMERAL)) {
      const kind = c & (C.DIGIT | C.NUMERAL);
      const from = i;
      while (i + 1 < length && classes[text.charCodeAt(i + 1)] & kind) i++;
      if (kind === C.DIGIT) (digits ??= []).push(from, i + 1);
      else (numerals ??= []).push(from, i + 1);
      continue;
    }
    if (c & C.BRACKET) (brackets ??= []).push(i);
    else if (c & (C.MARK | C.HALF)) (marks ??= []).push(i);
    if (c & C.SPACE) (spaces ??= []).push(i);
    if (c & C.HAO) (hao ??= []).push(i);
    if (c & (C.BLANK | C.ODD)) (odd ??= []).push(i);
  }
  return {
    text,
    has,
    digits: digits ?? NONE,
    numerals: numerals ?? NONE,
    brackets: brackets ?? NONE,
    marks: marks ?? NONE,
    spaces: spaces ?? NONE,
    hao: hao ?? NONE,
    odd: odd ?? NONE,
  };
}

/** Whether a UTF-16 code unit is a Chinese character of the basic planes, or half of one beyond them. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd840 && code <= 0xdfff) || code === 0x3007;
}
