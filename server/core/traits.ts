/** What rules may know of the document as a whole: a pure function of its layout, outline and settings. */
import type { Profile } from './profile';

/** Properties of the whole document. */
export interface DocumentTraits {
  /** The kind of report (文种), or null for a text that is none. */
  readonly profile: Profile | null;
  /** The year the report is about (报告年度). */
  readonly reportYear: number | null;
  /** The issuing organ (发文机关) as the title names it. */
  readonly issuer: string | null;
  /** Today, as YYYY-MM-DD. The only clock a rule may read. */
  readonly today: string;
}

export type TraitName = keyof DocumentTraits;

/** The traits in which two states differ. */
export function changedTraits(a: DocumentTraits, b: DocumentTraits): TraitName[] {
  return (Object.keys(b) as TraitName[]).filter((name) => a[name] !== b[name]);
}
