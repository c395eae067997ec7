/** How much of an outline goes to an editor: a text with tens of thousands of headings must not stop it. */
import type { Outline, Section } from '../core/outline';

/** At most so many sections and run-in leads; the tree 报告结构 and folding keep to it, too. */
export const MOST_OF_AN_OUTLINE = 5000;

/** What of an outline is shown: run-in leads go first, then the last sections. */
export interface Shown {
  readonly leads: boolean;
  readonly sections: (sections: readonly Section[]) => readonly Section[];
  /** How many sections and leads are left out. */
  readonly rest: number;
}

/** Settles what is shown. Costs the sections, once. */
export function shownOf({ sections, leads }: Outline): Shown {
  const leadCount = sections.reduce((sum, section) => sum + section.leads.length, leads.length);
  const all = sections.length + leadCount;
  if (all <= MOST_OF_AN_OUTLINE) return { leads: true, sections: (some) => some, rest: 0 };
  return {
    leads: false,
    sections: (some) => some.filter(({ index }) => index < MOST_OF_AN_OUTLINE),
    rest: all - Math.min(sections.length, MOST_OF_AN_OUTLINE),
  };
}
