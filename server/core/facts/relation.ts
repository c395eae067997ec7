/** How figures of one sentence stand to each other: total and parts, stages, rate and operands … */
import type { Figure } from './figure';
import { findArity } from './relation/arity';
import { findAverages } from './relation/average';
import { findContradictions } from './relation/contradiction';
import { findCounts } from './relation/count';
import { findFlows } from './relation/flow';
import { findFunnels } from './relation/funnel';
import { findGrowth } from './relation/growth';
import { findRates } from './relation/rate';
import { findSimple } from './relation/simple';
import { findSums } from './relation/sum';
import { C, type Scan } from './scan';
import { REACH, reading, type Relation } from './statement';

export type { Correction, Relation, RelationKind, Verdict } from './statement';

const NONE: readonly Relation[] = Object.freeze([]) as readonly Relation[];

const NAMED = /”[（(]|“[二两三四五六七八九十][项个大类种条]/;

/** Reads the statements that the figures of a block make, in order of place. */
export function readRelations(s: Scan, figures: readonly Figure[]): readonly Relation[] {
  // A name such as “一室两站” with its list is a statement without a figure.
  if (figures.length === 0 && !(s.has & C.NUMERAL && s.has & C.BRACKET && NAMED.test(s.text))) return NONE;
  if (isTable(s.text)) return NONE;
  const r = reading(s.text, figures);
  const out: Relation[] = [];
  if (figures.length > 1) {
    findSums(r, out);
    findFlows(r, out);
    findFunnels(r, out);
    findRates(r, out);
    findGrowth(r, out);
    findAverages(r, out);
    findArity(r, out);
  }
  findCounts(r, out);
  findSimple(r, out);
  findContradictions(r, out);
  return out.length > 0 ? settle(out) : NONE;
}

/** Cells are no sentence: what they say of each other is read as a table. A tab before the text is only an indent. */
function isTable(text: string): boolean {
  return text.includes('|') || (text.includes('\t') && text.trimStart().includes('\t'));
}

/** In order of place; of two statements about the same figures only the first found, the better one, is kept. */
function settle(found: readonly Relation[]): readonly Relation[] {
  if (found.length === 1) return found;
  const kept: Relation[] = [];
  for (const relation of found) if (!hasTwin(kept, relation)) kept.push(relation);
  for (let i = 1; i < kept.length; i++) if (inPlace(kept[i - 1], kept[i]) > 0) return kept.sort(inPlace);
  return kept;
}

function inPlace(a: Relation, b: Relation): number {
  return a.span.from - b.span.from || a.span.to - b.span.to;
}

/** Whether one of the last statements says the same of the same figures. */
function hasTwin(kept: readonly Relation[], relation: Relation): boolean {
  if (relation.figures.length === 0) return false;
  for (let i = kept.length - 1; i >= 0 && i >= kept.length - REACH; i--) {
    const k = kept[i];
    if (k.kind === relation.kind ? k.figures.length !== relation.figures.length : !pair(relation) || !pair(k)) continue;
    if (relation.figures.every((f) => k.figures.includes(f))) return true;
  }
  return false;
}

/** A statement that one figure is at most another; two of them about the same figures say the same. */
function pair(r: Relation): boolean {
  return r.kind === 'subset' || r.kind === 'funnel' || (r.kind === 'completion' && r.figures.length === 2);
}
