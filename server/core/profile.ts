/**
 * Kinds of reports (文种). A profile is data: what a report of this kind is called, which sections it must have, on what
 * that rests, and the templates a writer starts from. `compileProfile` (compile-profile.ts) checks the data and makes
 * patterns of its words.
 */
import type { BlockContent } from './block';
import type { Message } from './messages';
import { sentenceAround, YEAR, type Pattern, type PatternIndex } from './pattern';
import type { Span } from './text';

/** 法规, 国标, 实务: on what a rule rests. */
export type BasisLevel = 'law' | 'standard' | 'practice';

/** On what something rests. */
export interface Basis {
  readonly level: BasisLevel;
  readonly title: string;
  /** 条款, as cited. */
  readonly article: string | null;
  /** Whether a source was read that says so. What is not confirmed is at most a hint. */
  readonly confirmed: boolean;
  /** The first report year to which it applies; absent: to all. */
  readonly since?: number;
}

/** Whether a 法规 or 国标 that somebody has read demands it of a report about this year. Everything else is custom. */
export function isDemanded(basis: readonly Basis[], reportYear: number | null): boolean {
  return basis.some((b) => b.confirmed && b.level !== 'practice' && appliesTo(b, reportYear));
}

/** Whether anything it rests on applies to a report about this year. */
export function isInForce(basis: readonly Basis[], reportYear: number | null): boolean {
  return basis.length === 0 || basis.some((b) => appliesTo(b, reportYear));
}

function appliesTo({ since }: Basis, reportYear: number | null): boolean {
  return since === undefined || reportYear === null || reportYear >= since;
}

/** A profile as it stands in its JSON file. `schemas/profile.schema.json` describes every field. */
export interface ProfileData {
  readonly $schema?: string;
  readonly id: string;
  readonly title: Message;
  readonly titleYear?: 0 | 1;
  readonly recognise?: {
    readonly titles?: readonly string[];
    readonly except?: readonly string[];
    readonly subject?: readonly string[];
  };
  readonly basis?: readonly Basis[];
  readonly nextYear?: readonly string[];
  readonly precedence?: readonly string[];
  readonly sections?: readonly SectionData[];
  readonly variants?: readonly VariantData[];
  readonly deadlines?: readonly Deadline[];
  readonly identities?: readonly IdentityData[];
  readonly skeleton?: SkeletonData;
}

/** A section as it stands in the file. Words are patterns (`pattern.ts`), read against folded titles (`foldTitle`). */
export interface SectionData {
  readonly id: string;
  readonly title: string;
  readonly required: 'required' | 'optional';
  readonly year?: 0 | 1;
  readonly aliases: readonly string[];
  readonly dated?: readonly string[];
  readonly part?: readonly string[];
  readonly nested?: readonly string[];
  readonly except?: readonly string[];
  readonly essential?: readonly string[];
  readonly cues?: readonly string[];
  readonly causes?: boolean;
  readonly basis?: readonly Basis[];
  readonly template: string;
}

/** Who writes: a department says 我局 (`我{unit}`), a government 全县 (`全{unit}`). */
export interface VariantData {
  readonly id: string;
  readonly title: Message;
  readonly issuers: readonly string[];
  readonly self: string;
  readonly addressee: string;
}

/** 报送、公开期限. */
export interface Deadline {
  readonly duty: 'submit' | 'publish';
  /** The variant that it binds; all when absent. */
  readonly variant?: string;
  readonly to: readonly string[];
  readonly copy?: readonly string[];
  /** `MM-DD` of the year after the report year. */
  readonly before: string;
  readonly basis: readonly Basis[];
}

/** What stands around the sections of an empty report. `{issuer}`, `{year}`, `{self}`, `{addressee}` are filled in. */
export interface SkeletonData {
  readonly title: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How chapters are numbered: 一、 (`chinese`, default) or 第一部分 (`part`). */
  readonly numbering?: Numbering;
}

export type Numbering = 'chinese' | 'part';

/** A figure of a fixed table, as an identity names it. Words are patterns, read against the folded label. */
export interface TermData {
  /** The label of its row (of its column, where the identity goes over columns). */
  readonly label: readonly string[];
  /** The label of the group it stands in: 不予公开, 行政复议. */
  readonly within?: readonly string[];
  /** `label` names a group; what counts are the rows (columns) in it. */
  readonly members?: boolean;
  /** -1: of last year's report. */
  readonly year?: 0 | -1;
}

/** 勾稽关系: sums that must agree in a fixed table, as data. */
export interface IdentityData {
  readonly id: string;
  readonly title: Message;
  readonly section: string;
  readonly axis: Axis;
  readonly left: readonly TermData[];
  readonly relation?: Relation;
  readonly right: readonly TermData[];
  readonly where?: readonly string[];
  readonly rounding?: boolean;
  readonly basis?: readonly Basis[];
}

/** `rows`: the terms are rows, and it holds in each column; `columns`: the other way round. */
export type Axis = 'rows' | 'columns';
/** Between the sum of the left terms and that of the right ones. */
export type Relation = '=' | '<=' | '>=';

/** One section that a report of the kind must or may have. */
export interface ProfileSection {
  readonly id: string;
  /** Place in `Profile.sections`; the number of its counter. */
  readonly index: number;
  /** The mandated words, with `{year}` where the year stands. */
  readonly title: string;
  readonly required: 'required' | 'optional';
  /** Which year its heading names: 0 the report year, 1 the year after. */
  readonly year: 0 | 1;
  /** Words by which a heading is known. */
  readonly aliases: Pattern;
  /** Words that do so only in a heading that names the section's year (or, for the year after, says 下一步 and the like). */
  readonly dated: Pattern;
  /** Words that do so in one half of a combined heading (存在问题及下一步打算). */
  readonly part: Pattern;
  /** Words that do so in a heading inside another chapter, or in a run-in lead. */
  readonly nested: Pattern;
  /** A heading with these is not this section. */
  readonly except: Pattern;
  /** Each must be in the title for it to count as being in the mandated words. */
  readonly essential: readonly Pattern[];
  /** Words of a sentence in the body that speaks of what the section is for. */
  readonly cues: Pattern;
  /** Whether the section must give causes (原因). */
  readonly causes: boolean;
  readonly basis: readonly Basis[];
  /** Guidance and placeholders for the section's text. */
  readonly template: string;
}

/** A kind of writer. */
export interface Variant {
  readonly id: string;
  readonly title: Message;
  readonly issuers: Pattern;
  readonly self: string;
  readonly addressee: string;
}

/** A figure of a fixed table. */
export interface Term {
  readonly label: Pattern;
  readonly within: Pattern | undefined;
  readonly members: boolean;
  readonly year: 0 | -1;
}

/** 勾稽关系: sums that must agree in a fixed table. */
export interface Identity {
  readonly id: string;
  readonly title: Message;
  /** The section in which the table stands, by its id. */
  readonly section: string;
  readonly axis: Axis;
  readonly left: readonly Term[];
  readonly relation: Relation;
  readonly right: readonly Term[];
  /** The columns (rows) in which it holds; undefined: all. */
  readonly where: Pattern | undefined;
  /** Whether each printed figure may be off by half of its last digit; counts never are. */
  readonly rounding: boolean;
  readonly basis: readonly Basis[];
}

/** A kind of report, ready for use. */
export interface Profile {
  readonly id: string;
  readonly title: Message;
  /** Which year a title names: 0 the report year, 1 the year after (政府工作报告 is called after the year it is given in). */
  readonly titleYear: 0 | 1;
  /** Titles of such reports, read against the folded title. */
  readonly titles: Pattern;
  /** A title with these is of another kind. */
  readonly except: Pattern;
  /** What the report is about; headings that speak of it show the kind where there is no title. */
  readonly subject: Pattern;
  /** On what the kind as a whole rests. */
  readonly basis: readonly Basis[];
  /** Words that speak of the year after: 下一步. */
  readonly nextYear: Pattern;
  /** In the order in which they are mandated. */
  readonly sections: readonly ProfileSection[];
  /** The same in the order in which a heading is tried on them. */
  readonly precedence: readonly ProfileSection[];
  /** Of which sections a folded title may be, and of which ones a sentence of the body may speak: bits (1 << section.index). */
  readonly titleIndex: PatternIndex;
  readonly cueIndex: PatternIndex;
  readonly variants: readonly Variant[];
  readonly deadlines: readonly Deadline[];
  readonly identities: readonly Identity[];
  readonly skeleton: SkeletonData | undefined;
}

/** Han characters alone, and no year in them. */
const PLAIN = /^(?:[一-鿿](?!零))*$/;

/**
 * A title made ready for patterns: full-width digits and letters folded; spaces, brackets, quotation marks and commas
 * gone; each year (2023年, 2023年度, 二〇二三年) one character. Sample: `2023 年推进法治建设（法治政府建设）存在的不足` →
 * `‹year›推进法治建设法治政府建设存在的不足`.
 */
export function foldTitle(title: string): string {
  if (PLAIN.test(title)) return title;
  const narrow = /[\uff10-\uff19]/.test(title)
    ? title.replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : title;
  return narrow
    .replace(/[\s\u3000\u00a0\u200b\ufeff()（）[\]【】〔〕“”‘’"'《》〈〉「」,，\ue000]/g, '')
    .replace(/(?:(?:19|20)\d\d|二[〇零○]([〇零○一二三四五六七八九]){2})年度?/g, YEAR);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A year in a title, with the place of its four digits. */
export interface TitleYear {
  readonly year: number;
  readonly span: Span;
  /** Whether it is written in Arabic digits. */
  readonly arabic: boolean;
  /** 年 or 年度, as it stands. */
  readonly unit: '年' | '年度';
}

const TITLE_YEAR =
  /(?<![\d\uff10-\uff19])((?:19|20)\d\d|[１２][９０][\uff10-\uff19]{2}|二[〇零○][〇零○一二三四五六七八九]{2})[\s\u3000\u00a0]*年(度?)/g;

/** The years that a title names, in order: 2023年, 2023年度, ２０２３年, 二〇二三年. Spans are offsets in the title. */
export function readYears(title: string): TitleYear[] {
  if (!title.includes('年')) return [];
  return [...title.matchAll(TITLE_YEAR)].map((m) => {
    const digits = [...m[1]].map((c) =>
      c >= '\uff10' && c <= '\uff19' ? c.charCodeAt(0) - 0xff10 : /\d/.test(c) ? c : Math.max(0, CHINESE_DIGITS.indexOf(c)),
    );
    return {
      year: Number(digits.join('')),
      span: { from: m.index, to: m.index + m[1].length },
      arabic: /^\d/.test(m[1]),
      unit: m[2] === '' ? '年' : '年度',
    };
  });
}

/** The years that a title names, each once. */
export function yearsIn(title: string): number[] {
  return [...new Set(readYears(title).map(({ year }) => year))];
}

/**
 * Of which sections a sentence of this block speaks, as bits (1 << section.index). Headings do not count; the text that
 * runs on behind one does.
 */
export function sectionCues(profile: Profile, content: BlockContent): number {
  if (profile.sections.length === 0) return 0;
  const text = bodyOf(content);
  if (text === '') return 0;
  const may = profile.cueIndex.mayMatch(text);
  if (may === 0) return 0;
  let bits = 0;
  for (const section of profile.sections) if ((may & (1 << section.index)) !== 0 && findCue(section, text)) bits |= 1 << section.index;
  return bits;
}

/** The first sentence of a block that speaks of a section, as a span of the block. */
export function cueSpan(section: ProfileSection, content: BlockContent): Span | undefined {
  const text = bodyOf(content);
  const found = findCue(section, text);
  if (!found) return undefined;
  const sentence = sentenceAround(text, found);
  const shift = content.text.length - text.length;
  return { from: sentence.from + shift, to: sentence.to + shift };
}

/** What stands in 《》 names a paper and says nothing of the report: it is looked at only as blanks. */
function findCue(section: ProfileSection, text: string): Span | undefined {
  const found = section.cues.find(text);
  if (!found || !text.includes('《')) return found;
  return section.cues.find(text.replace(/《[^《》]{1,100}》/g, (title) => ' '.repeat(title.length)));
}

function bodyOf(content: BlockContent): string {
  if (content.kind === 'paragraph') return content.text;
  if (content.kind === 'heading' && content.heading?.body) return content.text.slice(content.heading.body.from);
  return '';
}
