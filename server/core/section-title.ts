/** Which sections of a kind of report a heading's words name. */
import type { Pattern } from './pattern';
import { foldTitle, yearsIn, type Profile, type ProfileSection } from './profile';

const CONJUNCTION = /以及|[及和与、，,；;]/;
const NONE: readonly ProfileSection[] = Object.freeze([]);

/** A title as the patterns see it, and which years it speaks of. */
interface Reading {
  readonly folded: string;
  /** Of which sections it may be (`Profile.titleIndex`). */
  readonly may: number;
  /** Of the year after the report year: by its number, or by words (下一步). */
  readonly next: boolean;
  readonly nextInWords: boolean;
  readonly current: boolean;
}

/** The titles of one text against the sections of one kind; each title is read once. */
export class SectionTitles {
  private readonly readings = new Map<string, Reading>();

  constructor(
    private readonly profile: Profile,
    private readonly reportYear: number | null,
  ) {}

  /**
   * The sections that a title names: the first in the profile's precedence that the whole title matches, and those that
   * one half of it names (存在问题及下一步打算), in the order of the halves.
   */
  match(title: string): readonly ProfileSection[] {
    const { precedence } = this.profile;
    const whole = this.read(title);
    // What stands in a half stands in the whole.
    if (whole.may === 0) return NONE;
    const first = precedence.find((section) => names(section, section.aliases, whole));
    const main = first ? [first] : [];
    if (!CONJUNCTION.test(title) || (first && CONJUNCTION.test(first.title) && whole.folded.includes(mandatedWords(first)))) return main;
    const halves = new Set<ProfileSection>();
    let before: Reading | undefined;
    for (const half of title.split(CONJUNCTION)) {
      const own = this.read(half);
      // A half without a year of its own goes on with the year before it: 2025年工作打算和措施.
      const reading: Reading =
        before && !own.next && !own.current ? { ...own, next: before.next, nextInWords: before.next, current: before.current } : own;
      for (const section of precedence) if (names(section, section.part, reading)) halves.add(section);
      before = reading;
    }
    return halves.size > 1 ? [...new Set([...halves, ...main])] : [...new Set([...main, ...halves])];
  }

  /** Whether a title names a section by some of its words. */
  names(section: ProfileSection, words: Pattern, title: string): boolean {
    return names(section, words, this.read(title));
  }

  private read(title: string): Reading {
    let reading = this.readings.get(title);
    if (!reading) this.readings.set(title, (reading = this.readAnew(title)));
    return reading;
  }

  private readAnew(title: string): Reading {
    const { profile, reportYear } = this;
    const folded = foldTitle(title);
    const years = yearsIn(title);
    const nextInWords = profile.nextYear.test(folded);
    return {
      folded,
      may: profile.titleIndex.mayMatch(folded),
      nextInWords,
      next: nextInWords || (reportYear !== null && years.includes(reportYear + 1)),
      current: reportYear !== null && years.includes(reportYear),
    };
  }
}

function names(section: ProfileSection, words: Pattern, title: Reading): boolean {
  const { folded, may, next, nextInWords, current } = title;
  if ((may & (1 << section.index)) === 0 || section.except.test(folded)) return false;
  // A wrong number of the year is a fault of the heading (section/year), no other section.
  if (section.year === 0) return !(nextInWords && !current) && (words.test(folded) || (current && section.dated.test(folded)));
  return words.test(folded) || (next && !current && section.dated.test(folded));
}

/** The section's mandated title without its year, folded. */
function mandatedWords(section: ProfileSection): string {
  return foldTitle(section.title.replace('{year}', ''));
}
