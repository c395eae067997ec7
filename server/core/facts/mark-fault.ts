/** Marks that stand together and should not: doubled ones, and a pause mark between two marked titles or quotations. */
import type { Heading } from './heading';
import type { Span } from '../text';
import { C, classOf, type Scan } from './scan';

/** Two marks where one belongs. Sample: `依法行政，。` */
export interface DoubledMark {
  /** Both marks: `，。` in the sample. */
  readonly span: Span;
  /** The one that belongs there; undefined where the text does not tell. */
  readonly expected: string | undefined;
}

const NONE: readonly never[] = Object.freeze([]);
const STOPS = '。；：，、';
const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };
/** A mark that ends more swallows one that ends less. */
const RANK = '、，；。';

/** Reads doubled marks (GB/T 15834—2011, 4.1–4.7): `，，`, `，。`, `；。`. Not `……`, `！！`, `？！`, which are lawful, nor what is no Chinese text. */
export function readDoubledMarks(s: Scan, heading: Heading | undefined): readonly DoubledMark[] {
  if (s.marks.length < 2) return NONE;
  const { text, marks } = s;
  let found: DoubledMark[] | undefined;
  for (let k = 0; k + 1 < marks.length; k++) {
    const at = marks[k];
    // The mark of a heading's number (一、) is not the sentence's.
    if (marks[k + 1] !== at + 1 || (heading && at < heading.title.from)) continue;
    const first = FULL[text[at]] ?? text[at];
    const second = FULL[text[at + 1]] ?? text[at + 1];
    if (!STOPS.includes(first) || !STOPS.includes(second)) continue;
    // Three of them are an ellipsis in the making; in numbers, times and code they are something else.
    if (marks[k + 2] === at + 2 || (k > 0 && marks[k - 1] === at - 1) || at === 0 || !endsWord(text, at - 1)) continue;
    const expected =
      first === second
        ? text[at]
        : first === '：' || second === '：' || first === '。'
          ? undefined
          : RANK.indexOf(first) < RANK.indexOf(second)
            ? text[at + 1]
            : text[at];
    (found ??= []).push({ span: { from: at, to: at + 2 }, expected });
  }
  return found ?? NONE;
}

function endsWord(text: string, at: number): boolean {
  const digit = /[0-9０-９]/;
  // Two colons between digits belong to a time or an address.
  if (digit.test(text[at])) return !(text[at + 1] === ':' && digit.test(text[at + 3] ?? ''));
  // Not in Latin text or code, nor where the line begins.
  return (classOf(text.charCodeAt(at)) & (C.LATIN | C.SPACE | C.EOL | C.JOINER)) === 0;
}

const PAUSE = 0x3001;
const TITLE = 0x300a;
const QUOTATION = 0x201c;

/**
 * Reads pause marks between two titles or two quotations that stand bare: `《甲》、《乙》` (GB/T 15834—2011, 4.5.3.5:
 * usually none). One before a quotation that is only part of its item (`“甲”、“乙”制度`) is needed and is not read.
 */
export function readPauseMarks(s: Scan): readonly Span[] {
  if (!(s.has & C.BRACKET) || s.marks.length === 0) return NONE;
  const { text } = s;
  let found: Span[] | undefined;
  for (const at of s.marks) {
    if (text.charCodeAt(at) !== PAUSE) continue;
    const open = text.charCodeAt(at + 1);
    if (open !== TITLE && open !== QUOTATION) continue;
    const close = open === TITLE ? '》' : '”';
    if (text[at - 1] !== close) continue;
    const end = text.indexOf(close, at + 2);
    if (end < 0 || end - at > 120 || !/^(?:[、，,。.；;：:）)]|和|及|与|以及|等|$)/.test(text.slice(end + 1, end + 3))) continue;
    (found ??= []).push({ from: at, to: at + 1 });
  }
  return found ?? NONE;
}
