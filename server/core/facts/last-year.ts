/**
 * What the roll-over to a new year left in the text: figures to be renewed and last year's plan.
 *
 * The words inside are those of last year: no other reader takes anything from them.
 */
import type { Span } from '../text';
import { C, type Scan } from './scan';

/** A mark. Samples: `【待更新：2025年为326件】`, `【上年安排：一是加强培训。】` */
export interface LastYearMark {
  readonly kind: 'figure' | 'plan';
  readonly span: Span;
}

/** How the marks begin. */
export const TO_RENEW = '【待更新：';
export const LAST_PLAN = '【上年安排：';
/** How they end. */
export const MARK_END = '】';

const NONE: readonly LastYearMark[] = Object.freeze([]);

/** Reads the marks, in order of place. A mark without its end is none. */
export function readLastYear(s: Scan): readonly LastYearMark[] {
  if (!(s.has & C.BRACKET)) return NONE;
  const { text } = s;
  if (text.indexOf('【待更新：') < 0 && text.indexOf('【上年安排：') < 0) return NONE;
  const found: LastYearMark[] = [];
  let floor = 0;
  for (const from of s.brackets) {
    if (from < floor || text[from] !== '【') continue;
    const kind = text.startsWith(TO_RENEW, from) ? 'figure' : text.startsWith(LAST_PLAN, from) ? 'plan' : undefined;
    if (!kind) continue;
    const end = text.indexOf(MARK_END, from);
    if (end < 0) break;
    found.push({ kind, span: { from, to: end + 1 } });
    floor = end + 1;
  }
  return found.length === 0 ? NONE : found;
}
