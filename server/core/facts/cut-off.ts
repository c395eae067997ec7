/** 截止 before a time, where 截至 belongs: 截止 is a verb that takes no object (截止2025年底 → 截至2025年底). */
import type { Span } from '../text';

const NONE: readonly Span[] = Object.freeze([]);
const TIME =
  /截止(?=[ \u3000]?(?:(?:19|20)\d\d[年.\-/]|\d{1,2}月(?!份?(?:报名|申报))|[一二]月底|目前|今年|今日|今天|现在|当前|年底|年末|本?月底|上年|去年|报告期))/g;

/** Reads each 截止 that stands at the start of a clause and directly before a time. Its span is the two characters. */
export function readCutOffs(text: string): readonly Span[] {
  if (text.indexOf('截止') < 0) return NONE;
  const found: Span[] = [];
  for (const { index } of text.matchAll(TIME)) {
    // 报名截止5月10日: there it is the verb of what stands before it.
    if (index > 0 && !/[，。；：、！？,;:!?（(“\s\u3000]/.test(text[index - 1])) continue;
    found.push({ from: index, to: index + 2 });
  }
  return found.length === 0 ? NONE : found;
}
