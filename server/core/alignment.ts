/** How the sections of a profile stand to the outline of a report. */
import type { Block, Place } from './block';
import type { Layout } from './layout';
import type { Outline, PlacedLead, Section } from './outline';
import { cueSpan, foldTitle, isDemanded, isInForce, type Profile, type ProfileSection } from './profile';
import { SectionTitles } from './section-title';
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

/**
 * Who asks for a section: a regulation or standard that somebody has read (`law`), `custom` or an unconfirmed source, or
 * nobody (an optional section, or a year to which nothing of it applies).
 */
export type Demand = 'law' | 'custom' | 'none';

/** How one section of the profile is met, and where. */
export interface SectionState {
  readonly section: ProfileSection;
  readonly demand: Demand;
  readonly state: SectionStateName;
  /** The heading that serves it; where chapters by theme together stand for it, the first of them. */
  readonly heading: Section | undefined;
  /** Whether a heading names the section, in whatever words. */
  readonly named: boolean;
  /** Where the report speaks of it; undefined when it is missing. */
  readonly at: Place | undefined;
  /** Every chapter that serves it. */
  readonly headings: readonly Section[];
  /** Its chapter would have to move for the others to stand in the mandated order. */
  readonly misplaced: boolean;
  /** Where it belongs when it has no chapter: behind this one; undefined: before all others. */
  readonly after: Section | undefined;
  /** Where it belongs when it has no chapter: before this one; undefined: behind all others. */
  readonly before: Section | undefined;
}

/** How the sections of a profile stand to an outline. */
export interface Alignment {
  readonly profile: Profile;
  /** Chapters by theme: fewer than two required sections are named by headings. */
  readonly thematic: boolean;
  /** Whether a regulation or standard asks for any of the sections. */
  readonly demanded: boolean;
  /** The sections a heading serves, by their ids. */
  readonly roles: ReadonlyMap<Section, readonly string[]>;
  /** One for each section of the profile, in its order. */
  readonly states: readonly SectionState[];
  /** The top level of the report: its chapters, in order. */
  readonly chapters: readonly Section[];
}

function demandOf({ required, basis }: ProfileSection, reportYear: number | null): Demand {
  if (required === 'optional' || !isInForce(basis, reportYear)) return 'none';
  return isDemanded(basis, reportYear) ? 'law' : 'custom';
}

/** What is known of a section while it is looked for. */
interface Found {
  state: SectionStateName;
  heading?: Section;
  named: boolean;
  at?: Place;
  headings: readonly Section[];
}

/**
 * Aligns a profile's sections with an outline. Each heading is matched by what it says, so that a strange one shifts
 * nothing behind it. A section is looked for among the chapters, then among the headings inside them, the run-in leads
 * and the sentences of the body. Costs headings × sections.
 *
 * @param bodyBlock the first block with a sentence that speaks of the section with this index (`sectionCues`)
 */
export function align(
  profile: Profile,
  outline: Outline,
  bodyBlock: (section: number) => Block | undefined,
  reportYear: number | null,
): Alignment {
  const titles = new SectionTitles(profile, reportYear);
  const chapters = chaptersOf(profile, outline, titles);
  const served = new Map(chapters.map((chapter) => [chapter, titles.match(chapter.title)]));
  const plans = new Set(
    chapters.filter((chapter) => served.get(chapter)!.length > 0 && served.get(chapter)!.every(({ year }) => year === 1)),
  );
  const found = profile.sections.map((section) => findChapters(section, chapters, served));
  findThemes(profile, chapters, served, found);
  for (const section of profile.sections) {
    found[section.index] ??=
      findNested(titles, section, outline, chapters, plans) ??
      findLead(titles, section, outline, plans) ??
      findBody(section, chapters, plans, bodyBlock);
  }
  markCombined(found);
  const required = profile.sections.filter((section) => section.required === 'required');
  const misplaced = misplacedSections(profile, required, found, chapters);
  const roles = new Map<Section, readonly string[]>();
  for (const { id, index } of profile.sections) {
    for (const heading of found[index]?.headings ?? []) roles.set(heading, [...(roles.get(heading) ?? []), id]);
  }
  return {
    profile,
    chapters,
    roles,
    demanded: required.some((section) => demandOf(section, reportYear) === 'law'),
    thematic: required.filter((section) => found[section.index]?.named).length < Math.min(2, required.length - 1),
    states: profile.sections.map((section) => {
      const { state, heading, named, at, headings } = found[section.index] ?? { state: 'missing', named: false, headings: [] };
      return {
        section,
        demand: demandOf(section, reportYear),
        state,
        heading,
        named,
        at,
        headings,
        misplaced: misplaced.has(section),
        ...gap(section, found, chapters),
      };
    }),
  };
}

/** The top level; what stands under a single heading that is the report's title; what 第一部分 divides into. */
function chaptersOf(profile: Profile, outline: Outline, titles: SectionTitles): readonly Section[] {
  let top = outline.roots;
  while (top.length === 1 && top[0].children.length > 0 && profile.titles.test(foldTitle(top[0].title))) top = top[0].children;
  return top.flatMap((section) => {
    if (section.level > 0) return section;
    const own = titles.match(section.title);
    const divides = section.children.some((child) => titles.match(child.title).some((role) => !own.includes(role)));
    return divides ? section.children : section;
  });
}

function findChapters(
  section: ProfileSection,
  chapters: readonly Section[],
  served: ReadonlyMap<Section, readonly ProfileSection[]>,
): Found | undefined {
  const serving = chapters.filter((chapter) => served.get(chapter)!.includes(section));
  const own = serving.filter((chapter) => served.get(chapter)!.length === 1);
  const headings = own.length > 0 ? own : serving;
  if (headings.length === 0) return undefined;
  return { state: 'present', heading: headings[0], named: true, at: headingPlace(headings[0]), headings };
}

/**
 * Chapters by theme (一、坚持党的领导 二、规范行政执法 …) together stand for the first section: two that name no section,
 * or one with headings or run-ins of its own.
 */
function findThemes(
  profile: Profile,
  chapters: readonly Section[],
  served: ReadonlyMap<Section, readonly ProfileSection[]>,
  found: (Found | undefined)[],
): void {
  const first = profile.sections[0];
  if (!first || found[0]) return;
  const level = (chapters.find((chapter) => served.get(chapter)!.length > 0) ?? chapters[0])?.level;
  const themes = chapters.filter((chapter) => chapter.level === level && served.get(chapter)!.length === 0);
  if (themes.length === 0 || (themes.length === 1 && themes[0].children.length < 2 && themes[0].leads.length < 2)) return;
  found[0] = { state: 'present', heading: themes[0], named: false, at: headingPlace(themes[0]), headings: themes };
}

function findNested(
  titles: SectionTitles,
  section: ProfileSection,
  outline: Outline,
  chapters: readonly Section[],
  plans: ReadonlySet<Section>,
): Found | undefined {
  let best: { heading: Section; depth: number } | undefined;
  const top = new Set(chapters);
  for (const heading of outline.sections) {
    if (!titles.names(section, section.nested, heading.title)) continue;
    const depth = depthBelow(heading, top);
    if (depth < 1 || (best && best.depth <= depth)) continue;
    if (section.year === 1 || !plans.has(chapterOf(heading, plans)!)) best = { heading, depth };
  }
  if (!best) return undefined;
  return { state: 'nested', heading: best.heading, named: true, at: headingPlace(best.heading), headings: [best.heading] };
}

/** How many steps a heading stands below the chapters; 0 for a chapter, -1 for what is in none. */
function depthBelow(heading: Section, chapters: ReadonlySet<Section>): number {
  let depth = 0;
  for (let s: Section | undefined = heading; s; s = s.parent, depth++) if (chapters.has(s)) return depth;
  return -1;
}

/** The heading's own ancestor (or itself) among some chapters. */
function chapterOf(heading: Section, chapters: ReadonlySet<Section>): Section | undefined {
  for (let s: Section | undefined = heading; s; s = s.parent) if (chapters.has(s)) return s;
  return undefined;
}

function findLead(titles: SectionTitles, section: ProfileSection, outline: Outline, plans: ReadonlySet<Section>): Found | undefined {
  const find = (leads: readonly PlacedLead[]): Found | undefined => {
    for (const { block, lead } of leads) {
      const title = block.text.slice(lead.title.from, lead.title.to);
      if (!titles.names(section, section.nested, title)) continue;
      return { state: 'run-in', named: false, at: { block, span: { from: lead.span.from, to: lead.title.to } }, headings: [] };
    }
    return undefined;
  };
  const before = find(outline.leads);
  if (before) return before;
  for (const heading of outline.sections) {
    if (heading.leads.length === 0 || (section.year === 0 && chapterOf(heading, plans))) continue;
    const found = find(heading.leads);
    if (found) return found;
  }
  return undefined;
}

/** The first sentence that speaks of the section; what the plan for next year says of this year's duties does not count. */
function findBody(
  section: ProfileSection,
  chapters: readonly Section[],
  plans: ReadonlySet<Section>,
  bodyBlock: (section: number) => Block | undefined,
): Found | undefined {
  let block = bodyBlock(section.index);
  if (!block) return undefined;
  const counter = `section${section.index}` as CounterName;
  if (section.year === 0 && [...plans].some((plan) => plan.first(counter) === block)) {
    block = undefined;
    for (const chapter of chapters) if (!plans.has(chapter)) block ??= chapter.first(counter);
  }
  const span = block && cueSpan(section, block.content);
  return block && span ? { state: 'body', named: false, at: { block, span }, headings: [] } : undefined;
}

function markCombined(found: readonly (Found | undefined)[]): void {
  const uses = new Map<Section, Found[]>();
  for (const finding of found) {
    if (finding?.state === 'present' && finding.heading) uses.set(finding.heading, [...(uses.get(finding.heading) ?? []), finding]);
  }
  for (const findings of uses.values()) if (findings.length > 1) for (const finding of findings) finding.state = 'combined';
}

/** A heading with its number, without what runs on behind it. */
export function headingPlace(section: Section): Place {
  const { block, heading } = section;
  return { block, span: { from: Math.min(heading.number.from, heading.title.from), to: Math.max(heading.title.to, heading.number.to) } };
}

/** Whether anything stands under a heading but headings, and the elements that close a document (署名, 成文日期 …). */
export function hasText(section: Section, layout: Layout): boolean {
  let n = section.count('content') - headingsAlone(section);
  if (!section.end)
    n -= [layout.closing, layout.attachments, layout.signature, layout.issueDate].filter((block) => block !== undefined).length;
  return n > 0;
}

function headingsAlone(section: Section): number {
  return section.children.reduce((n, child) => n + headingsAlone(child) - (isStatement(child) ? 1 : 0), section.heading.body ? 0 : 1);
}

/** Whether an item says something by itself: `2.健全会商机制，每季度会商一次。` is numbered like a heading and is text. */
function isStatement({ heading, block: { text } }: Section): boolean {
  if (heading.body) return false;
  const { from, to } = heading.title;
  return /[，,：:]/.test(text.slice(from, to)) || /^[。！？!?；;]/.test(text.slice(to));
}

/** How many words of cause stand under a heading; those of its own title do not count. */
export function causesUnder(section: Section): number {
  return section.count('cause') - (section.heading.body ? 0 : section.block.counters[counterIndex('cause')]);
}

/** Which sections' chapters would have to move, when every required section has a chapter of its own name. */
function misplacedSections(
  profile: Profile,
  required: readonly ProfileSection[],
  found: readonly (Found | undefined)[],
  chapters: readonly Section[],
): Set<ProfileSection> {
  const isChapter = (finding: Found | undefined) => finding !== undefined && finding.named && finding.state === 'present';
  if (!required.every((section) => isChapter(found[section.index]))) return new Set();
  const place = (section: ProfileSection) => chapters.indexOf(found[section.index]!.heading!);
  const sequence = profile.sections
    .filter((section) => isChapter(found[section.index]))
    .sort((a, b) => place(a) - place(b) || a.index - b.index);
  const stay = longestIncreasing(sequence.map((section) => section.index));
  return new Set(sequence.filter((_, i) => !stay.has(i)));
}

/** The places of a longest increasing subsequence; of several, the one that leaves out what comes earliest. */
export function longestIncreasing(values: readonly number[]): Set<number> {
  // length[i]: of the longest one that begins at i.
  const length = values.map(() => 1);
  for (let i = values.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < values.length; j++) if (values[j] > values[i]) length[i] = Math.max(length[i], length[j] + 1);
  }
  const chosen = new Set<number>();
  let from = 0;
  let above = -Infinity;
  for (let left = Math.max(0, ...length); left > 0; left--) {
    let next = -1;
    for (let i = from; i < values.length; i++) if (length[i] === left && values[i] > above) next = i;
    chosen.add(next);
    from = next + 1;
    above = values[next];
  }
  return chosen;
}

/** Between which chapters a section without one belongs. */
function gap(
  section: ProfileSection,
  found: readonly (Found | undefined)[],
  chapters: readonly Section[],
): { after: Section | undefined; before: Section | undefined } {
  const lastChapter = (finding: Found | undefined) => {
    const last = finding?.headings[finding.headings.length - 1];
    return last && chapters.includes(last) ? last : undefined;
  };
  for (let i = section.index - 1; i >= 0; i--) {
    const after = lastChapter(found[i]);
    if (after) return { after, before: chapters[chapters.indexOf(after) + 1] };
  }
  for (let i = section.index + 1; i < found.length; i++) {
    const before = found[i]?.headings[0];
    if (before && chapters.includes(before)) return { after: chapters[chapters.indexOf(before) - 1], before };
  }
  return { after: chapters[chapters.length - 1], before: undefined };
}
