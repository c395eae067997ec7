/** Titles in 《》, and the 发文字号 that is cited with them. */
import { skipSpaces } from './characters';
import type { DocumentNumber } from './document-number';
import { C, type Scan } from './scan';
import type { Span } from '../text';

/** A title in 《》. Sample: `《关于印发〈执法公示办法〉的通知》（云政办发〔2023〕36号）` */
export interface Citation {
  /** With its marks, without the number. */
  readonly span: Span;
  /** What stands between the marks: `关于印发〈执法公示办法〉的通知`. */
  readonly title: string;
  /** The number in the bracket that follows at once. */
  readonly documentNumber?: DocumentNumber;
  /** The number that stands directly before the title, where it should follow it: 云政办发〔2023〕36号《…》. */
  readonly numberBefore?: DocumentNumber;
}

const NONE: readonly Citation[] = [];
const OPEN = 0x300a;
const CLOSE = 0x300b;
const ROUND_OPEN = '（(';

/** No title is longer. A longer stretch has lost a mark, and the titles inside it are read for themselves. */
const MAX_TITLE = 200;

/** Reads the titles of a block, in order of place. Of nested ones (《关于印发《…》的通知》) only the outermost is a citation. */
export function readCitations(s: Scan, numbers: readonly DocumentNumber[]): readonly Citation[] {
  if (!(s.has & C.BRACKET)) return NONE;
  const { text } = s;
  const open: number[] = [];
  const pairs: Span[] = [];
  for (const at of s.brackets) {
    const c = text.charCodeAt(at);
    if (c === OPEN) open.push(at);
    else if (c === CLOSE && open.length > 0) {
      const from = open.pop()!;
      if (at - from > MAX_TITLE || at === from + 1) continue;
      while (pairs.length > 0 && pairs[pairs.length - 1].from > from) pairs.pop();
      pairs.push({ from, to: at + 1 });
    }
  }
  if (pairs.length === 0) return NONE;
  let n = 0;
  return pairs.map((span) => {
    while (n < numbers.length && numbers[n].span.to <= span.from) n++;
    const last = numbers[n - 1];
    const numberBefore = last !== undefined && beside(text, last, span.from) ? last : undefined;
    const inside = ROUND_OPEN.includes(text[span.to] ?? ' ') ? skipSpaces(text, span.to + 1) : -1;
    let next = n;
    while (next < numbers.length && numbers[next].span.from < span.to) next++;
    const documentNumber = inside >= 0 && numbers[next]?.span.from === inside ? numbers[next] : undefined;
    return {
      span,
      title: text.slice(span.from + 1, span.to - 1),
      ...(documentNumber && { documentNumber }),
      ...(numberBefore && { numberBefore }),
    };
  });
}

/** Whether a title begins right behind a number, or behind 文, 文件. */
function beside(text: string, number: DocumentNumber, at: number): boolean {
  const between = text.slice(number.span.to, at);
  return between === '' || between === '文' || between === '文件';
}
