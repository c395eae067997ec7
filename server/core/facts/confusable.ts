/** Characters of the wrong code point: they look like the right one, and no search, sort or reading machine finds them. */
import type { Span } from '../text';
import { C, classOf, isHan, type Scan } from './scan';

/** A character mistaken for another. Sample: the 釆 of `釆取措施`, where 采 belongs. */
export interface Confusable {
  readonly span: Span;
  /** The character that belongs here. */
  readonly expected: string;
  /**
   * - `character`: another Chinese character, or a sign of another script
   * - `radical`: a radical of the dictionary (⼀), left by a PDF, where a character belongs
   * - `zero`: a circle (○) for the numeral 〇
   */
  readonly kind: 'character' | 'radical' | 'zero';
}

const NONE: readonly Confusable[] = Object.freeze([]);

/** Wrong wherever it stands between Chinese text. */
const ALWAYS = new Map([
  ['釆', '采'],
  ['∶', '：'],
  ['｡', '。'],
  ['､', '、'],
]);
const ZERO = 0x25cb;
const DOTS = new Set([...'•‧・'].map((c) => c.charCodeAt(0)));

/** Reads the confusable characters of a block, in order. */
export function readConfusables(s: Scan): readonly Confusable[] {
  if (!(s.has & (C.ODD | C.BLANK))) return NONE;
  const { text } = s;
  let found: Confusable[] | undefined;
  for (const at of s.odd) {
    const code = text.charCodeAt(at);
    const span = { from: at, to: at + 1 };
    const expected = ALWAYS.get(text[at]);
    if (expected !== undefined) {
      // 1∶2 is a ratio.
      if (code === 0x2236 && !beside(text, at, isHan)) continue;
      (found ??= []).push({ span, expected, kind: 'character' });
    } else if (code === ZERO) {
      // A run of them is one mistake.
      if (text.charCodeAt(at - 1) === ZERO) continue;
      let to = at + 1;
      while (text.charCodeAt(to) === ZERO) to++;
      if (isNumeral(text, at - 1) && (isNumeral(text, to) || text[to] === '年'))
        (found ??= []).push({ span: { from: at, to }, expected: '〇'.repeat(to - at), kind: 'zero' });
    } else if (DOTS.has(code)) {
      // Between two Chinese characters it parts a foreign name; at the start of a line it is a bullet.
      if (isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1))) (found ??= []).push({ span, expected: '·', kind: 'character' });
    } else if (isRadical(code)) {
      const plain = text[at].normalize('NFKC');
      if (plain !== text[at]) (found ??= []).push({ span, expected: plain, kind: 'radical' });
    }
  }
  return found ?? NONE;
}

function beside(text: string, at: number, is: (code: number) => boolean): boolean {
  return is(text.charCodeAt(at - 1)) || is(text.charCodeAt(at + 1));
}

function isNumeral(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & C.NUMERAL) !== 0;
}

/** Kangxi radicals and their supplement. */
function isRadical(code: number): boolean {
  return code >= 0x2e80 && code <= 0x2fdf;
}
