/** Which kind of report a text is, from its head alone. */
import type { HeadingFamily } from './facts/heading';
import type { Profile } from './profile';

/** What recognition looks at: the first 300 lines of a text. */
export interface ReportHead {
  /** The title's words, its lines joined; '' where there is none. */
  readonly title: string;
  /** Headings in order, those of a 目录 left out. */
  readonly headings: readonly HeadHeading[];
  readonly hasAddressee: boolean;
  readonly hasDocumentNumberLine: boolean;
  readonly languageId?: string;
  readonly fileName?: string;
}

/** A heading as recognition sees it. */
export interface HeadHeading {
  readonly title: string;
  readonly level: number;
  readonly family: HeadingFamily;
  readonly ordinal: number;
  /** How many `#` stand before it. */
  readonly hashes: number;
}

/** What was recognised. */
export interface Recognition {
  readonly profile: Profile;
  readonly issuer: string | null;
  readonly year: number | null;
}

/** The kind of report, or null: when unsure, null. */
export function recognise(profiles: readonly Profile[], head: ReportHead): Recognition | null {
  void [profiles, head];
  return null;
}

/** Issuer and year for a text whose kind is known (chosen, or named by a directive). */
export function identify(profile: Profile, head: ReportHead): Recognition {
  void head;
  return { profile, issuer: null, year: null };
}
