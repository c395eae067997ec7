/**
 * Headings numbered in another form than those beside them: （一） 2. （三）, or 一、 2、 三、.
 *
 * A lower level is lawful wherever it counts by itself. So only a heading is meant whose own form has neither its
 * predecessor nor its successor, while the form beside it lacks just this number.
 */
import { writeOrdinal, type Heading, type HeadingFamily } from './facts/heading';
import type { Outline, Section } from './outline';
import type { Block } from './block';

/** A heading in the form of another level. Sample: `2.` between `（一）` and `（三）` */
export interface MixedNumber {
  readonly section: Section;
  /** A heading of the list to which it belongs. */
  readonly like: Section;
  /** The heading that would leave a gap without it; undefined where none follows. */
  readonly next: Section | undefined;
}

const FAMILIES: readonly HeadingFamily[] = ['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket', 'circled'];

/** A list whose neighbours stand farther apart is not looked at. */
const REACH = 60;

/** The headings in another form than those beside them, in order of place. */
export function findMixed({ sections }: Outline): readonly MixedNumber[] {
  const before: (Section | undefined)[] = [];
  const after: (Section | undefined)[] = [];
  const last = new Map<HeadingFamily, Section>();
  sections.forEach((section, i) => {
    before[i] = last.get(section.heading.family);
    last.set(section.heading.family, section);
  });
  last.clear();
  for (let i = sections.length - 1; i >= 0; i--) {
    after[i] = last.get(sections[i].heading.family);
    last.set(sections[i].heading.family, sections[i]);
  }
  const found: MixedNumber[] = [];
  sections.forEach((section, i) => {
    const { ordinal, heading } = section;
    if (!FAMILIES.includes(heading.family) || after[i]?.ordinal === ordinal + 1) return;
    if (ordinal === 1) {
      const next = beginning(sections, section, before);
      if (next) found.push({ section, like: next, next });
    } else if (ordinal > 1 && before[i]?.ordinal !== ordinal - 1) {
      const mixed = amid(sections, section, before);
      if (mixed) found.push(mixed);
    }
  });
  return found;
}

/** （一） 2. （三）; and （一） （二） 3. with nothing behind it, where both are lines of their own. */
function amid(sections: readonly Section[], section: Section, before: readonly (Section | undefined)[]): MixedNumber | undefined {
  const { ordinal, index, heading } = section;
  let at = index - 1;
  const floor = Math.max(0, index - REACH);
  // What is deeper than the one before belongs to it.
  while (at >= floor && !(sections[at].ordinal === ordinal - 1 && sections[at].heading.family !== heading.family)) {
    if (sections[at].level < section.level && at < index - 1) return undefined;
    at--;
  }
  const like = sections[at];
  if (at < floor || !FAMILIES.includes(like.heading.family)) return undefined;
  for (let k = at + 1; k < index; k++) if (sections[k].level <= like.level) return undefined;
  let next: Section | undefined = sections[index + 1];
  for (let k = index + 1; next && next.level > like.level && k < index + REACH; k++) next = sections[k + 1];
  if (next && next.level === like.level && next.heading.family === like.heading.family) {
    if (next.ordinal === ordinal + 1) return { section, like, next };
    if (next.ordinal !== 1) return undefined;
  }
  return ordinal > 2 && before[at]?.ordinal === ordinal - 2 && section.level > like.level && isAlone(section) && isAlone(like)
    ? { section, like, next: undefined }
    : undefined;
}

/** 1. （二） （三）: the first of a list in another form. */
function beginning(sections: readonly Section[], section: Section, before: readonly (Section | undefined)[]): Section | undefined {
  const { parent, index, level } = section;
  if (!parent || parent.children[0] !== section) return undefined;
  let at = index + 1;
  while (at < sections.length && at < index + REACH && sections[at].level > level) at++;
  const next = sections[at];
  return next &&
    next.parent === parent &&
    next.ordinal === 2 &&
    next.level < level &&
    FAMILIES.includes(next.heading.family) &&
    before[at]?.ordinal !== 1 &&
    isAlone(section) === isAlone(next)
    ? next
    : undefined;
}

/** Whether a heading is a line of its own, without a mark at its end. */
function isAlone({ block, heading }: Section): boolean {
  return heading.body === undefined && heading.title.to === block.text.trimEnd().length;
}

/** The number that a heading gets in another's form: `（二）`. Undefined where there is no such sign. */
export function numberLike(block: Block, heading: Heading, ordinal: number): string | undefined {
  const digits = writeOrdinal(block.text, heading, ordinal);
  return digits === undefined
    ? undefined
    : (block.text.slice(heading.number.from, heading.digits.from) + digits + block.text.slice(heading.digits.to, heading.number.to)).trim();
}
