/** How the sections of a profile stand to the outline of a report. */
import type { Block, Place } from './block';
import type { PlacedLead, Outline, Section } from './outline';
import { cueSpan, foldTitle, yearsIn, type Profile, type ProfileSection } from './profile';
import { counterIndex, type CounterName } from './tally';

/**
 * How one section of the profile is met.
 *
 * - `present`: a chapter of its own
 * - `combined`: a chapter that serves other sections too (存在问题及下一步打算)
 * - `nested`: a heading inside another chapter
 * - `run-in`: a lead in a paragraph (二是扛牢第一责任人职责)
 * - `body`: sentences only
 */
export type SectionStateName = 'present' | 'combined' | 'nested' | 'run-in' | 'body' | 'missing';

/** How one section of the profile is met, and where. */
export interface SectionState {
  readonly section: ProfileSection;
  readonly state: SectionStateName;
  /** The heading that serves it; for chapters without a name of their own (thematic ones) the first of them. */
  readonly heading: Section | undefined;
  /** Whether a heading names the section, in whatever words. */
  readonly named: boolean;
  /** Where the report speaks of it; undefined when it is missing. */
  readonly at: Place | undefined;
  /** Every chapter that serves it. */
  readonly headings: readonly Section[];
  /** Its chapter breaks the mandated order: it would have to move for the others to be in order. */
  readonly misplaced: boolean;
  /** For a missing section: the chapter behind which it belongs; undefined: before all others. */
  readonly after: Section | undefined;
  /** For a missing section: the chapter before which it belongs; undefined: behind all others. */
  readonly before: Section | undefined;
}

/** How the sections of a profile stand to an outline. */
export interface Alignment {
  readonly profile: Profile;
  /** Chapters by theme: fewer than two required sections are named by headings. */
  readonly thematic: boolean;
  /** The sections a heading serves, by their ids. */
  readonly roles: ReadonlyMap<Section, readonly string[]>;
  /** One for each section of the profile, in its order. */
  readonly states: readonly SectionState[];
  /** The top level of the report. */
  readonly chapters: readonly Section[];
}

/**
 * Aligns a profile's sections with an outline. Headings are matched by what they say, each for itself, so that a strange
 * one shifts nothing behind it. Costs headings × sections.
 *
 * @param bodyBlock the first block with a sentence that speaks of the section with this index (`sectionCues`)
 */
export function align(profile: Profile, outline: Outline, bodyBlock: (section: number) => Block | undefined, reportYear: number | null): Alignment {
  void [profile, outline, bodyBlock, reportYear];
  throw new Error('in work');
}
export type { PlacedLead, CounterName };
void [cueSpan, foldTitle, yearsIn, counterIndex];
