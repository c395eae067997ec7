/** Run-in leads, the lowest level of an outline: 一是…二是…, 第一，…第二，…, 首先…其次…. */
import { C, type Scan } from './scan';
import type { Heading } from './heading';
import { parseNumeral } from './numeral';
import type { Span } from '../text';

/** The families of run-in leads. */
export type LeadFamily = 'shi' | 'di' | 'shouxian';

/** A lead inside a paragraph. Sample: `一是健全机制。…二是强化培训。…` */
export interface Lead {
  readonly family: LeadFamily;
  readonly ordinal: number;
  /** The lead itself: `一是`. */
  readonly span: Span;
  /** What it introduces, up to the first mark: `健全机制`. */
  readonly title: Span;
}

const SHI = /([一二三四五六七八九十]{1,3})是/y;
const DI = /第([一二三四五六七八九十]{1,3})[，,]/y;
const ORDER = ['首先', '其次', '再次', '最后'];
const BEFORE = /[。；;：:！？!?，,\s\u3000]/;
const TITLE_END = /[。，,；;：:！？!?]/g;

/** Reads the leads of a block, in order. A lead stands at the block's start, after its heading's title, or after a mark. */
export function readLeads(s: Scan, heading: Heading | undefined): readonly Lead[] {
  if (!(s.has & C.NUMERAL) && !s.text.includes('首先')) return [];
  const leads: Lead[] = [];
  const { text } = s;
  const start = heading ? heading.title.from : text.length - text.trimStart().length;
  for (let i = 0; i < s.numerals.length; i += 2) {
    const from = s.numerals[i];
    SHI.lastIndex = from;
    let m = SHI.exec(text);
    let family: LeadFamily = 'shi';
    let at = from;
    if (!m && from > 0 && text[from - 1] === '第') {
      at = from - 1;
      DI.lastIndex = at;
      m = DI.exec(text);
      family = 'di';
    }
    if (!m || !mayLead(text, at, start, family)) continue;
    // 一是一, 二是二: an idiom, no list.
    if (family === 'shi' && text[at + m[0].length] === m[1]) continue;
    const ordinal = parseNumeral(m[1]);
    if (ordinal === undefined || ordinal < 1) continue;
    leads.push(lead(text, family, ordinal, at, at + m[0].length));
  }
  if (text.includes('首先')) {
    let from = 0;
    for (let k = 0; k < ORDER.length; k++) {
      const at = text.indexOf(ORDER[k], from);
      if (at < 0 || !mayLead(text, at, start, 'shouxian') || !/[，,]/.test(text[at + 2] ?? '')) continue;
      leads.push(lead(text, 'shouxian', k + 1, at, at + 2));
      from = at + 2;
    }
    leads.sort((a, b) => a.span.from - b.span.from);
  }
  return leads;
}

function mayLead(text: string, at: number, start: number, family: LeadFamily): boolean {
  if (at === start || at === 0) return true;
  const before = text[at - 1];
  if (!BEFORE.test(before)) return false;
  // After a comma only 一是 may open a list (主要表现在，一是…); 第一， there is an ordinary word.
  return family === 'shi' || !/[，,]/.test(before);
}

function lead(text: string, family: LeadFamily, ordinal: number, from: number, to: number): Lead {
  TITLE_END.lastIndex = to;
  const end = TITLE_END.exec(text)?.index ?? text.length;
  return { family, ordinal, span: { from, to }, title: { from: to, to: Math.min(end, to + 60) } };
}
