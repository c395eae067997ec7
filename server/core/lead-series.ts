/**
 * Series of run-in leads: 一是…二是…三是…, 第一，…第二，…, 首先…其次…再次…, and where their numbers fail.
 *
 * Series may stand within one another; a new 一是 begins a new one, unless what follows shows that it was miscounted.
 */
import { toChinese } from './facts/numeral';
import type { Lead, LeadFamily } from './facts/lead';
import type { PlacedLead } from './outline';
import type { Block } from './block';
import type { Span } from './text';

/** A member whose number does not follow. */
export interface SeriesFault {
  /** `restart`: 一是 once more, where the series goes on behind it. */
  readonly kind: 'gap' | 'duplicate' | 'restart';
  readonly placed: PlacedLead;
  readonly previous: PlacedLead;
}

/** The members of a series, in order of place. */
export interface Series {
  readonly members: readonly PlacedLead[];
  readonly faults: readonly SeriesFault[];
  /** All members are sure to be of this series, so that they can be numbered anew. */
  readonly sure: boolean;
  /** A series around it went on behind it: no more can follow. */
  readonly closed: boolean;
}

interface OpenSeries {
  readonly members: PlacedLead[];
  readonly faults: SeriesFault[];
  /** The number that the last member should bear. */
  meant: number;
  sure: boolean;
  closed: boolean;
}

/** 首先、其次、再次、最后: 再次 may stand more than once, 最后 behind anything. */
const LAST_WORD = 4;
/** Series within series deeper than this, and leads farther apart, are not looked at: the work stays linear. */
const DEEPEST = 16;
const REACH = 60;
const ORDER_WORDS = ['首先', '其次', '再次', '最后'];

/** The series among the leads under one heading, in order of their first members. */
export function readSeries(leads: readonly PlacedLead[]): readonly Series[] {
  const all: OpenSeries[] = [];
  let open: OpenSeries[] = [];
  leads.forEach((placed, i) => {
    const { family, ordinal } = placed.lead;
    const nearest = lastOfFamily(open, family);
    if (ordinal === 1) {
      if (nearest && isMiscounted(leads, i, lastOf(nearest))) {
        put(nearest, placed, 'restart');
        return;
      }
      const series: OpenSeries = { members: [placed], faults: [], meant: 1, sure: true, closed: false };
      open.push(series);
      if (open.length > DEEPEST) open.shift();
      all.push(series);
      return;
    }
    let at = open.length - 1;
    while (at >= 0 && !(familyOf(open[at]) === family && follows(open[at], placed.lead))) at--;
    if (at >= 0) {
      for (const series of open.slice(at + 1)) series.closed = true;
      open = open.slice(0, at + 1);
      open[at].members.push(placed);
      open[at].meant = ordinal;
      return;
    }
    // Without a beginning: the series may have begun under another heading, or with another word.
    if (!nearest) return;
    const previous = lastOf(nearest);
    if (ordinal >= previous.lead.ordinal && comparable(previous, placed))
      put(nearest, placed, ordinal === previous.lead.ordinal ? 'duplicate' : 'gap');
    else {
      nearest.sure = false;
      nearest.members.push(placed);
      nearest.meant = ordinal;
    }
  });
  return all;
}

function lastOfFamily(open: readonly OpenSeries[], family: LeadFamily): OpenSeries | undefined {
  for (let i = open.length - 1; i >= 0; i--) if (familyOf(open[i]) === family) return open[i];
  return undefined;
}

function put(series: OpenSeries, placed: PlacedLead, kind: SeriesFault['kind']): void {
  series.faults.push({ kind, placed, previous: lastOf(series) });
  series.members.push(placed);
  series.meant += 1;
}

function familyOf({ members }: OpenSeries): LeadFamily {
  return members[0].lead.family;
}

function lastOf({ members }: OpenSeries): PlacedLead {
  return members[members.length - 1];
}

function follows(series: OpenSeries, { family, ordinal }: Lead): boolean {
  const last = lastOf(series).lead.ordinal;
  if (ordinal === last + 1 || ordinal === series.meant + 1) return true;
  return family === 'shouxian' && (ordinal === LAST_WORD || (last === 3 && ordinal === 3));
}

/** 一是…二是…一是…四是…: the second 一是 stands where 三是 belongs. */
function isMiscounted(leads: readonly PlacedLead[], at: number, previous: PlacedLead): boolean {
  const placed = leads[at];
  const { family } = placed.lead;
  if (family === 'shouxian') return false;
  let i = at + 1;
  while (i < leads.length && i <= at + REACH && leads[i].lead.family !== family) i++;
  const next = i <= at + REACH ? leads[i] : undefined;
  return (
    next !== undefined &&
    next.lead.ordinal === previous.lead.ordinal + 2 &&
    next.lead.ordinal > 2 &&
    comparable(previous, placed) &&
    comparable(placed, next)
  );
}

/** Two leads of one block, or two that begin their paragraphs. Others may belong to series of different depth. */
function comparable(a: PlacedLead, b: PlacedLead): boolean {
  return a.block === b.block || (beginsBlock(a) && beginsBlock(b));
}

function beginsBlock({ block, lead }: PlacedLead): boolean {
  return block.content.heading?.title.from === lead.span.from || block.text.slice(0, lead.span.from).trim() === '';
}

/** A lead in words: 三是, 第三，, 再次. */
export function leadWord(family: LeadFamily, ordinal: number): string {
  if (family === 'shouxian') return ORDER_WORDS[Math.min(ordinal, 3) - 1];
  return family === 'di' ? `第${toChinese(ordinal)}，` : `${toChinese(ordinal)}是`;
}

/** A replacement that gives a lead its number. */
export interface LeadEdit {
  readonly block: Block;
  readonly span: Span;
  readonly newText: string;
}

/** The edits that number a series from one on; none where it is in order, or where it is not sure what belongs to it. */
export function renumberSeries({ members, faults, sure }: Series): LeadEdit[] {
  if (!sure || faults.length === 0) return [];
  return members.flatMap(({ block, lead }, i): LeadEdit[] => {
    const { family, ordinal, span } = lead;
    if (family === 'shouxian') {
      const newText = leadWord(family, i + 1);
      return ordinal === LAST_WORD || ORDER_WORDS[ordinal - 1] === newText ? [] : [{ block, span, newText }];
    }
    if (ordinal === i + 1) return [];
    const from = span.from + (family === 'di' ? 1 : 0);
    let to = from;
    while (NUMERALS.includes(block.text[to])) to++;
    return [{ block, span: { from, to }, newText: toChinese(i + 1) }];
  });
}

const NUMERALS = '一二三四五六七八九十';
