/**
 * Lists of names: 甲、乙（含丙、丁）和戊.
 *
 * Brackets, quotation marks and titles inside a list have marks of their own, which divide nothing; 和 and 及 may join two
 * items or stand inside one (电动车及电池), so a list has a least and a greatest number of items.
 */
import type { Span } from '../text';
import { C, classOf } from './scan';

/** How many things a list names. The two differ where 和 or 及 may join items or stand inside one. */
export interface Enumeration {
  readonly least: number;
  readonly most: number;
  readonly items: readonly Span[];
}

const OPEN = '（(［[【〔“《「『‘';
const CLOSE = '）)］]】〕”》」』’';

/** Reads a list between two places; what stands in brackets, quotation marks and titles is not divided. */
export function readEnumeration(text: string, from: number, to: number): Enumeration {
  const items: Span[] = [];
  let depth = 0;
  let start = from;
  let joins = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (classOf(code) & C.BRACKET) {
      const c = text[i];
      if (OPEN.includes(c)) {
        // 《甲》《乙》 and “甲”“乙” are two items without a mark between.
        if (depth === 0 && i > start && ((c === '《' && text[i - 1] === '》') || (c === '“' && text[i - 1] === '”'))) {
          items.push({ from: start, to: i });
          start = i;
        }
        depth++;
      } else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1);
      continue;
    }
    if (depth > 0) continue;
    switch (code) {
      case 0x3001: // 、
        items.push({ from: start, to: i });
        start = i + 1;
        break;
      case 0x548c: // 和, but not in 和解, 调和
        if (i > start && i < to - 1 && !'调缓共温饱祥'.includes(text[i - 1]) && !'解谐平睦'.includes(text[i + 1])) joins++;
        break;
      case 0x4e0e: // 与, but not in 参与
        if (i > start && i < to - 1 && text[i - 1] !== '参') joins++;
        break;
      case 0x6216: // 或
        if (i > start && i < to - 1) joins++;
        break;
      case 0x53ca: // 及, but not in 以及, 及时, 普及
        if (i > start && i < to - 1 && !'以涉普危顾波'.includes(text[i - 1]) && !'时格早'.includes(text[i + 1])) joins++;
        break;
      case 0x4ee5: // 以及
        if (text[i + 1] === '及' && i > start) joins++;
        break;
    }
  }
  items.push({ from: start, to });
  return { least: items.length, most: items.length + joins, items };
}
