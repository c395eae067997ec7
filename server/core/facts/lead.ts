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
  /** For 一是 without 二是 in the block: another word for “second” follows instead (其次、二要、另一方面). */
  readonly answered?: boolean;
}

const NONE: readonly Lead[] = Object.freeze([]);

// A line may have been wrapped between 二 and 是.
const SHI = /([一二三四五六七八九十]{1,3})(?:\r?\n)?是/y;
const DI = /第([一二三四五六七八九十]{1,3})(?:[，,]|、(?!第))/y;
const ORDER = ['首先', '其次', '再次', '最后'];
const BEFORE = /[。；;：:！？!?，,\s\u3000]/;
const TITLE_END = /[。，,；;：:！？!?]/;
const LONGEST_TITLE = 60;
const ANSWER = /[；;。，,\s]二[要则来在者、]|其二|其次|再[者次]|另一方面|第二[，、,]/;

/** Reads the leads of a block, in order. A lead stands at the block's start, after its heading's title, or after a mark. */
export function readLeads(s: Scan, heading: Heading | undefined): readonly Lead[] {
  const { text } = s;
  const ordered = text.includes('首先');
  if (!(s.has & C.NUMERAL) && !ordered) return NONE;
  const start = heading ? heading.title.from : text.length - text.trimStart().length;
  const leads: Lead[] = [];
  const weak: Lead[] = [];
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
    if (!m) continue;
    // 一是一, 二是二: an idiom, no list.
    if (family === 'shi' && isIdiom(text, at + m[0].length, m[1])) continue;
    const ordinal = parseNumeral(m[1]);
    if (ordinal === undefined || ordinal < 1) continue;
    if (mayLead(text, at, start, family)) leads.push(lead(text, family, ordinal, at, at + m[0].length));
    else if (family === 'shi') weak.push(lead(text, family, ordinal, at, at + m[0].length));
  }
  if (weak.length > 0 && leads.length > 0) fillGaps(leads, weak);
  if (ordered) readOrder(text, start, leads);
  markAnswered(text, leads);
  return leads.length === 0 ? NONE : leads;
}

/** 一是一，二是二 says that things are what they are; 三是三项制度 is a lead. */
function isIdiom(text: string, at: number, numeral: string): boolean {
  return (
    text.startsWith(numeral, at) && /^(?:[是、，,。；;”"\s]|[一二三]是|$)/.test(text.slice(at + numeral.length, at + numeral.length + 2))
  );
}

function mayLead(text: string, at: number, start: number, family: LeadFamily): boolean {
  if (at === start || at === 0) return true;
  const before = text[at - 1];
  if (isLatinStop(text, at - 1)) return true;
  if (!BEFORE.test(before)) return false;
  // After a comma only 一是 may open a list (主要表现在，一是…); 第一， there is an ordinary word.
  return family === 'shi' || /[。；;\s]/.test(before);
}

/** A half-width full stop behind words or a unit, where 。 should stand; `3.` is none. */
function isLatinStop(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && at > 0 && !/[\da-zA-Z.]/.test(text[at - 1]);
}

function lead(text: string, family: LeadFamily, ordinal: number, from: number, to: number): Lead {
  const rest = text.slice(to, to + LONGEST_TITLE);
  const end = rest.search(TITLE_END);
  return { family, ordinal, span: { from, to }, title: { from: to, to: to + (end < 0 ? rest.length : end) } };
}

/** A lead whose mark before it was lost (主要体现在一是…；二是…) is one where the others leave a gap for it. */
function fillGaps(leads: Lead[], weak: readonly Lead[]): void {
  const strict = leads.filter(({ family }) => family === 'shi');
  let next = 0;
  let previous: Lead | undefined;
  let added = false;
  for (const candidate of weak) {
    while (next < strict.length && strict[next].span.from < candidate.span.from) {
      if (!previous || previous.span.from < strict[next].span.from) previous = strict[next];
      next++;
    }
    if (strict[next]?.ordinal !== candidate.ordinal + 1) continue;
    if (candidate.ordinal > 1 && previous?.ordinal !== candidate.ordinal - 1) continue;
    if (candidate.ordinal === 1 && previous?.ordinal === 1 && !startsInner(strict, next)) continue;
    leads.push(candidate);
    previous = candidate;
    added = true;
  }
  if (added) leads.sort((a, b) => a.span.from - b.span.from);
}

/** Whether 二是 … stand twice from here on: so the 一是 before them begins a series within a series. */
function startsInner(leads: readonly Lead[], from: number): boolean {
  let at = from;
  while (at < leads.length && leads[at].ordinal === at - from + 2) at++;
  return leads[at]?.ordinal === 2;
}

function readOrder(text: string, start: number, leads: Lead[]): void {
  const first = text.indexOf(ORDER[0]);
  ORDER.forEach((word, k) => {
    for (let at = text.indexOf(word, first); at >= 0; at = text.indexOf(word, at + 2))
      if (mayLead(text, at, start, 'shouxian') && /[，,]/.test(text[at + 2] ?? '')) leads.push(lead(text, 'shouxian', k + 1, at, at + 2));
  });
  leads.sort((a, b) => a.span.from - b.span.from);
}

/** Looks behind the last 一是 of a block for another word that answers it. */
function markAnswered(text: string, leads: Lead[]): void {
  for (let i = leads.length - 1; i >= 0; i--) {
    const { family, ordinal, span } = leads[i];
    if (family !== 'shi') continue;
    if (ordinal === 1 && ANSWER.test(text.slice(span.to))) leads[i] = { ...leads[i], answered: true };
    return;
  }
}
