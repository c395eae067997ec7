/**
 * Kinds of reports (文种). A profile is data: what a report of this kind is called, which sections it must have, on what
 * that rests, and the templates a writer starts from. `compileProfile` checks the data and makes patterns of its words.
 */
import type { BlockContent } from './block';
import type { Message } from './messages';
import { compilePattern, NEVER, PatternError, sentenceAround, YEAR, type Pattern } from './pattern';
import { SECTION_COUNTERS } from './tally';
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
}

/** A profile as it stands in its JSON file. `schemas/profile.schema.json` describes every field. */
export interface ProfileData {
  readonly $schema?: string;
  readonly id: string;
  readonly title: Message;
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
}

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

/** A kind of report, ready for use. */
export interface Profile {
  readonly id: string;
  readonly title: Message;
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
  readonly variants: readonly Variant[];
  readonly deadlines: readonly Deadline[];
  readonly skeleton: SkeletonData | undefined;
}

/** Faulty profile data. `path` leads to the fault: `sections[2].aliases[0]`. */
export class ProfileError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path || 'profile'}: ${reason}`);
  }
}

/** Makes a profile of its data, which may come from anywhere. Throws a `ProfileError` on the first fault and nothing else. */
export function compileProfile(data: unknown): Profile {
  const root = new Node('', data).object([
    '$schema',
    'id',
    'title',
    'recognise',
    'basis',
    'nextYear',
    'precedence',
    'sections',
    'variants',
    'deadlines',
    'skeleton',
  ]);
  const id = root.get('id').identifier();
  const basis = root.get('basis').list(readBasis);
  const recognise = root.get('recognise').object(['titles', 'except', 'subject']);
  const sectionNodes = root.get('sections').list((node) => node);
  if (sectionNodes.length > SECTION_COUNTERS) throw root.get('sections').fault(`more than ${SECTION_COUNTERS} sections`);
  const sections = sectionNodes.map((node, index) => readSection(node, index, basis));
  unique(sections, root.get('sections'));
  const variants = root.get('variants').list(readVariant);
  unique(variants, root.get('variants'));
  return {
    id,
    title: root.get('title').message(),
    titles: recognise.get('titles').pattern(),
    except: recognise.get('except').pattern(),
    subject: recognise.get('subject').pattern(),
    basis,
    nextYear: root.get('nextYear').pattern(),
    sections,
    precedence: readPrecedence(root.get('precedence'), sections),
    variants,
    deadlines: root.get('deadlines').list((node) => readDeadline(node, variants)),
    skeleton: root.get('skeleton').absent ? undefined : readSkeleton(root.get('skeleton')),
  };
}

function readSection(node: Node, index: number, profileBasis: readonly Basis[]): ProfileSection {
  const o = node.object([
    'id',
    'title',
    'required',
    'year',
    'aliases',
    'dated',
    'part',
    'nested',
    'except',
    'essential',
    'cues',
    'causes',
    'basis',
    'template',
  ]);
  const year = o.get('year');
  const aliases = o.get('aliases').pattern();
  if (o.get('aliases').absent) throw o.get('aliases').fault('is missing');
  const essential = o.get('essential').list((item) => compile(item, [item.string()]));
  const title = o.get('title').string();
  const folded = foldTitle(title.replaceAll('{year}', '2000年'));
  essential.forEach((pattern, i) => {
    if (!pattern.test(folded)) throw new ProfileError(`${o.path}.essential[${i}]`, 'does not match the section’s own title');
  });
  const except = o.get('except').pattern();
  if (!aliases.test(folded) || except.test(folded)) throw o.get('aliases').fault('do not match the section’s own title');
  return {
    id: o.get('id').identifier(),
    index,
    title,
    required: o.get('required').oneOf(['required', 'optional']),
    year: year.absent ? 0 : year.oneOf([0, 1]),
    aliases,
    dated: o.get('dated').pattern(),
    part: o.get('part').absent ? aliases : o.get('part').pattern(),
    nested: o.get('nested').absent ? aliases : o.get('nested').pattern(),
    except,
    essential,
    cues: o.get('cues').pattern(),
    causes: o.get('causes').boolean(),
    basis: o.get('basis').absent ? profileBasis : o.get('basis').list(readBasis),
    template: o.get('template').string(),
  };
}

function readVariant(node: Node): Variant {
  const o = node.object(['id', 'title', 'issuers', 'self', 'addressee']);
  return {
    id: o.get('id').identifier(),
    title: o.get('title').message(),
    issuers: o.get('issuers').pattern(),
    self: o.get('self').string(),
    addressee: o.get('addressee').string(),
  };
}

function readDeadline(node: Node, variants: readonly Variant[]): Deadline {
  const o = node.object(['duty', 'variant', 'to', 'copy', 'before', 'basis']);
  const before = o.get('before').string();
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(before)) throw o.get('before').fault('must be MM-DD');
  const variant = o.get('variant');
  return {
    duty: o.get('duty').oneOf(['submit', 'publish']),
    variant: variant.absent ? undefined : variant.oneOf(variants.map((v) => v.id)),
    to: o.get('to').list((item) => item.string()),
    copy: o.get('copy').list((item) => item.string()),
    before,
    basis: o.get('basis').list(readBasis),
  };
}

function readSkeleton(node: Node): SkeletonData {
  const o = node.object(['title', 'before', 'after']);
  return {
    title: o.get('title').string(),
    before: o.get('before').list((item) => item.string()),
    after: o.get('after').list((item) => item.string()),
  };
}

function readBasis(node: Node): Basis {
  const o = node.object(['level', 'title', 'article', 'confirmed']);
  const article = o.get('article');
  const basis: Basis = {
    level: o.get('level').oneOf(['law', 'standard', 'practice']),
    title: o.get('title').string(),
    article: article.value === null || article.absent ? null : article.string(),
    confirmed: o.get('confirmed').boolean(),
  };
  if (!basis.confirmed && basis.article !== null) throw article.fault('an article number is given only where a source confirms it');
  return basis;
}

function readPrecedence(node: Node, sections: readonly ProfileSection[]): ProfileSection[] {
  const named = node.list((item) => {
    const id = item.string();
    const section = sections.find((s) => s.id === id);
    if (!section) throw item.fault(`there is no section “${id}”`);
    return section;
  });
  return [...new Set([...named, ...sections])];
}

function unique(items: readonly { readonly id: string }[], node: Node): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) throw new ProfileError(`${node.path}[${i}].id`, `“${id}” stands twice`);
    seen.add(id);
  });
}

function compile(node: Node, sources: readonly string[]): Pattern {
  try {
    return compilePattern(sources);
  } catch (error) {
    if (error instanceof PatternError) throw node.fault(error.message);
    throw error;
  }
}

/** A value somewhere in the data, and the path that leads to it. */
class Node {
  constructor(
    readonly path: string,
    readonly value: unknown,
  ) {}

  get absent(): boolean {
    return this.value === undefined;
  }
  fault(reason: string): ProfileError {
    return new ProfileError(this.path, reason);
  }
  /** An object with these fields at most. An absent one is empty. */
  object(fields: readonly string[]): { readonly path: string; get(field: string): Node } {
    const { value, path } = this;
    if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) throw this.fault('must be an object');
    const entries = new Map<string, unknown>(Object.entries(value ?? {}));
    for (const key of entries.keys()) {
      if (!fields.includes(key)) throw this.fault(`has an unknown field “${key}”`);
    }
    return { path, get: (field) => new Node(path === '' ? field : `${path}.${field}`, entries.get(field)) };
  }
  list<T>(read: (node: Node) => T): T[] {
    if (this.absent) return [];
    if (!Array.isArray(this.value)) throw this.fault('must be a list');
    return this.value.map((item: unknown, i) => read(new Node(`${this.path}[${i}]`, item)));
  }
  string(): string {
    if (this.absent) throw this.fault('is missing');
    if (typeof this.value !== 'string' || this.value === '') throw this.fault('must be a text that is not empty');
    return this.value;
  }
  identifier(): string {
    const id = this.string();
    if (!/^[a-z][a-z0-9-]{0,60}$/.test(id)) throw this.fault('must be made of small letters, digits and hyphens');
    return id;
  }
  boolean(): boolean {
    if (this.absent) return false;
    if (typeof this.value !== 'boolean') throw this.fault('must be true or false');
    return this.value;
  }
  oneOf<T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) throw this.fault(this.absent ? 'is missing' : `must be one of ${choices.join(', ')}`);
    return found;
  }
  message(): Message {
    const o = this.object(['zh-cn', 'en']);
    return { 'zh-cn': o.get('zh-cn').string(), en: o.get('en').string() };
  }
  /** A list of patterns as one; matches nothing when absent. */
  pattern(): Pattern {
    const patterns = this.list((item) => {
      const source = item.string();
      compile(item, [source]);
      return source;
    });
    return patterns.length === 0 ? NEVER : compile(this, patterns);
  }
}

/**
 * A title made ready for patterns: full-width digits and letters folded; spaces, brackets, quotation marks and commas
 * gone; each year (2023年, 2023年度, 二〇二三年) one character. Sample: `2023 年推进法治建设（法治政府建设）存在的不足` →
 * `‹year›推进法治建设法治政府建设存在的不足`.
 */
export function foldTitle(title: string): string {
  return title
    .replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
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
  let bits = 0;
  for (const section of profile.sections) if (findCue(section, text)) bits |= 1 << section.index;
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
