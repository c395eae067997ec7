/** Makes profiles of data, which may come from anywhere: the product's own, and what an office adds to them. */
import { DataNode, ProfileError, type Fields } from './data-node';
import { nearest } from './nearest';
import { either, NEVER, PatternIndex, type Pattern } from './pattern';
import {
  foldTitle,
  isDemanded,
  type Basis,
  type Deadline,
  type Identity,
  type Profile,
  type ProfileSection,
  type SkeletonData,
  type Term,
  type Variant,
} from './profile';
import { SECTION_COUNTERS } from './tally';

const PROFILE_FIELDS = [
  '$schema',
  'id',
  'title',
  'titleYear',
  'recognise',
  'basis',
  'nextYear',
  'precedence',
  'sections',
  'variants',
  'deadlines',
  'identities',
  'skeleton',
];

/**
 * Makes a profile of its data. Throws a `ProfileError` on the first fault and nothing else.
 *
 * @param trusted the data is the product's own: its patterns are compiled when they are first used
 */
export function compileProfile(data: unknown, trusted = false): Profile {
  return build(new DataNode('', data, trusted).object(PROFILE_FIELDS), undefined, readBasis, []);
}

/** An office's own profile, and what of it has no effect because it would weaken what a regulation demands. */
export interface Overlay {
  readonly profile: Profile;
  /** The kind it adds to, by its id; undefined: it stands alone. */
  readonly base: string | undefined;
  readonly refused: readonly ProfileError[];
}

/**
 * Makes an office's own profile. With `extends`, it adds to another: words are added to words, sections to sections;
 * templates are replaced. Throws a `ProfileError` on the first fault and nothing else.
 */
export function compileOverlay(data: unknown, known: readonly Profile[]): Overlay {
  const refused: ProfileError[] = [];
  const root = new DataNode('', data).object([...PROFILE_FIELDS, 'extends']);
  const named = root.get('extends');
  const base = named.absent ? undefined : known.find(({ id }) => id === named.string());
  if (!named.absent && !base)
    throw unknown(
      named,
      known.map(({ id }) => id),
      'noBase',
      'noBaseMeant',
    );
  const practice = (node: DataNode): Basis => {
    const basis = readBasis(node);
    if (basis.level === 'practice') return basis;
    refused.push(new ProfileError(`${node.path}.level`, 'onlyPractice'));
    return { ...basis, level: 'practice' };
  };
  const profile = build(root, base, practice, refused);
  if (profile.id !== base?.id && known.some(({ id }) => id === profile.id)) throw root.get('id').fault('taken', { id: profile.id });
  return { profile, base: base?.id, refused };
}

/** What an overlay names as its base, as far as that can be read. */
export function baseOf(data: unknown): string | undefined {
  const value = typeof data === 'object' && data !== null ? (data as { extends?: unknown }).extends : undefined;
  return typeof value === 'string' ? value : undefined;
}

type ReadBasis = (node: DataNode) => Basis;

function build(root: Fields, base: Profile | undefined, basisOf: ReadBasis, refused: ProfileError[]): Profile {
  const idNode = root.get('id');
  const id = idNode.absent && base ? base.id : idNode.identifier();
  const title = root.get('title');
  const own = root.get('basis').list(basisOf);
  const basis = [...(base?.basis ?? []), ...own];
  // What is added to a kind rests on what is said with it, not on what that kind rests on.
  const sections = readSections(root.get('sections'), base, basisOf, own, refused);
  const variants = merge(root.get('variants'), readVariant, base?.variants ?? []);
  const deadlines = root.get('deadlines').list((node) => readDeadline(node, variants, basisOf));
  return {
    id,
    title: title.absent && base ? base.title : title.message(),
    titleYear: titleYearOf(root.get('titleYear'), base, refused),
    ...readRecognise(root.get('recognise'), base?.id === id ? base : undefined, refused),
    basis,
    nextYear: either(base?.nextYear ?? NEVER, root.get('nextYear').pattern()),
    sections,
    precedence: readPrecedence(root.get('precedence'), sections, base),
    titleIndex: new PatternIndex(sections.map(({ aliases, dated, part, nested }) => [aliases, dated, part, nested])),
    cueIndex: new PatternIndex(sections.map(({ cues }) => [cues])),
    variants,
    deadlines: [...(base?.deadlines ?? []), ...deadlines],
    identities: readIdentities(root.get('identities'), base, sections, basisOf, own),
    skeleton: root.get('skeleton').absent ? base?.skeleton : readSkeleton(root.get('skeleton'), base?.skeleton),
  };
}

function titleYearOf(node: DataNode, base: Profile | undefined, refused: ProfileError[]): 0 | 1 {
  const year = node.absent ? undefined : node.oneOf([0, 1] as const);
  if (!base) return year ?? 0;
  if (year !== undefined && year !== base.titleYear) refused.push(node.fault('weaker'));
  return base.titleYear;
}

/** A profile that replaces another is recognised at least where that one was; under an id of its own, only by its own words. */
function readRecognise(node: DataNode, base: Profile | undefined, refused: ProfileError[]): Pick<Profile, 'titles' | 'except' | 'subject'> {
  const o = node.object(['titles', 'except', 'subject']);
  const except = o.get('except');
  const own = except.pattern();
  if (base && own !== NEVER) refused.push(except.fault('weaker'));
  return {
    titles: either(base?.titles ?? NEVER, o.get('titles').pattern()),
    except: base ? base.except : own,
    subject: either(base?.subject ?? NEVER, o.get('subject').pattern()),
  };
}

/** The sections of the base with what is said of them, and new ones behind the one that stands before them in the data. */
function readSections(
  node: DataNode,
  base: Profile | undefined,
  basisOf: ReadBasis,
  basis: readonly Basis[],
  refused: ProfileError[],
): ProfileSection[] {
  const sections: Omit<ProfileSection, 'index'>[] = [...(base?.sections ?? [])];
  const seen = new Set<string>();
  let place = sections.length;
  node.list((item) => {
    const o = item.object(SECTION_FIELDS);
    const id = o.get('id').identifier();
    if (seen.has(id)) throw o.get('id').fault('idTwice', { id });
    seen.add(id);
    const at = sections.findIndex((section) => section.id === id);
    if (at >= 0) {
      sections[at] = extendSection(o, sections[at], base!.sections, basisOf, refused);
      place = at + 1;
    } else sections.splice(place++, 0, readSection(o, basisOf, basis));
  });
  if (sections.length > SECTION_COUNTERS) throw node.fault('manySections', { most: SECTION_COUNTERS });
  return sections.map((section, index) => ({ ...section, index }));
}

const SECTION_FIELDS = [
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
];

function readSection(o: Fields, basisOf: ReadBasis, profileBasis: readonly Basis[]): Omit<ProfileSection, 'index'> {
  const year = o.get('year');
  const aliases = o.get('aliases').pattern();
  if (o.get('aliases').absent) throw o.get('aliases').fault('missingField', { field: 'aliases' });
  const section = {
    id: o.get('id').identifier(),
    title: o.get('title').string(),
    required: o.get('required').oneOf(['required', 'optional'] as const),
    year: year.absent ? (0 as const) : year.oneOf([0, 1] as const),
    aliases,
    dated: o.get('dated').pattern(),
    part: o.get('part').absent ? aliases : o.get('part').pattern(),
    nested: o.get('nested').absent ? aliases : o.get('nested').pattern(),
    except: o.get('except').pattern(),
    essential: o.get('essential').list((item) => item.compile([item.string()])),
    cues: o.get('cues').pattern(),
    causes: o.get('causes').boolean(),
    basis: o.get('basis').absent ? profileBasis : o.get('basis').list(basisOf),
    template: o.get('template').string(),
  };
  checkOwnTitle(o, section);
  return section;
}

function checkOwnTitle(o: Fields, section: Omit<ProfileSection, 'index'>): void {
  if (o.trusted) return;
  const { title } = section;
  const folded = foldTitle(title.replaceAll('{year}', '2000年'));
  section.essential.forEach((pattern, i) => {
    if (!pattern.test(folded)) throw new ProfileError(`${o.path}.essential[${i}]`, 'ownEssential', { title });
  });
  if (!section.aliases.test(folded) || section.except.test(folded)) throw o.get('aliases').fault('ownTitle', { title });
}

/** A section of the base with words added. What a regulation demands stays as it is. */
function extendSection(
  o: Fields,
  base: Omit<ProfileSection, 'index'>,
  all: readonly ProfileSection[],
  basisOf: ReadBasis,
  refused: ProfileError[],
): Omit<ProfileSection, 'index'> {
  const demanded = isDemanded(base.basis, null);
  const others = demanded
    ? all.filter(({ id, basis }) => id !== base.id && isDemanded(basis, null)).map(({ title }) => foldTitle(title.replaceAll('{year}', '')))
    : [];
  /** A field of which the base's value stays when it is demanded. */
  const kept = <T>(field: string, was: T, read: (node: DataNode) => T, harmless: (is: T) => boolean = () => false): T => {
    const node = o.get(field);
    if (node.absent) return was;
    const is = read(node);
    if (is === was || !demanded || harmless(is)) return is;
    refused.push(node.fault('weaker'));
    return was;
  };
  /** Words that would also name another section that is demanded would make one heading do for both. */
  const added = (field: string): Pattern => {
    const node = o.get(field);
    const own = node.pattern();
    if (!others.some((title) => own.test(title))) return own;
    refused.push(node.fault('weaker'));
    return NEVER;
  };
  const aliases = either(base.aliases, added('aliases'));
  const like = (was: Pattern, field: string) => (was === base.aliases && o.get(field).absent ? aliases : either(was, added(field)));
  const ownBasis = o.get('basis').list(basisOf);
  const section = {
    id: base.id,
    title: kept('title', base.title, (node) => node.string()),
    required: kept(
      'required',
      base.required,
      (node) => node.oneOf(['required', 'optional'] as const),
      (is) => is === 'required',
    ),
    year: kept('year', base.year, (node) => node.oneOf([0, 1] as const)),
    aliases,
    dated: either(base.dated, added('dated')),
    part: like(base.part, 'part'),
    nested: like(base.nested, 'nested'),
    except: either(base.except, o.get('except').pattern()),
    essential: [...base.essential, ...o.get('essential').list((item) => item.compile([item.string()]))],
    cues: either(base.cues, o.get('cues').pattern()),
    causes: kept(
      'causes',
      base.causes,
      (node) => node.boolean(),
      (is) => is,
    ),
    basis: ownBasis.length === 0 ? base.basis : demanded ? [...base.basis, ...ownBasis] : ownBasis,
    template: o.get('template').absent ? base.template : o.get('template').string(),
  };
  checkOwnTitle(o, section);
  return section;
}

function readVariant(node: DataNode): Variant {
  const o = node.object(['id', 'title', 'issuers', 'self', 'addressee']);
  return {
    id: o.get('id').identifier(),
    title: o.get('title').message(),
    issuers: o.get('issuers').pattern(),
    self: o.get('self').string(),
    addressee: o.get('addressee').string(),
  };
}

/** Own ones first; those of the base whose id they take are gone. */
function merge<T extends { readonly id: string }>(node: DataNode, read: (node: DataNode) => T, base: readonly T[]): T[] {
  const own = node.list(read);
  unique(own, node);
  return [...own, ...base.filter(({ id }) => own.every((item) => item.id !== id))];
}

function readDeadline(node: DataNode, variants: readonly Variant[], basisOf: ReadBasis): Deadline {
  const o = node.object(['duty', 'variant', 'to', 'copy', 'before', 'basis']);
  const before = o.get('before').string();
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(before)) throw o.get('before').fault('monthDay');
  const variant = o.get('variant');
  return {
    duty: o.get('duty').oneOf(['submit', 'publish'] as const),
    ...(variant.absent ? {} : { variant: variant.oneOf(variants.map((v) => v.id)) }),
    to: o.get('to').list((item) => item.string()),
    copy: o.get('copy').list((item) => item.string()),
    before,
    basis: o.get('basis').list(basisOf),
  };
}

function readIdentities(
  node: DataNode,
  base: Profile | undefined,
  sections: readonly ProfileSection[],
  basisOf: ReadBasis,
  profileBasis: readonly Basis[],
): Identity[] {
  const own = node.list((item): Identity => {
    const o = item.object(['id', 'title', 'section', 'axis', 'left', 'relation', 'right', 'where', 'rounding', 'basis']);
    return {
      id: o.get('id').identifier(),
      title: o.get('title').message(),
      section: sectionNamed(o.get('section'), sections).id,
      axis: o.get('axis').oneOf(['rows', 'columns'] as const),
      left: readTerms(o.get('left')),
      relation: o.get('relation').absent ? '=' : o.get('relation').oneOf(['=', '<=', '>='] as const),
      right: readTerms(o.get('right')),
      where: o.get('where').absent ? undefined : o.get('where').pattern(),
      rounding: o.get('rounding').boolean(),
      basis: o.get('basis').absent ? profileBasis : o.get('basis').list(basisOf),
    };
  });
  const all = [...(base?.identities ?? []), ...own];
  unique(own, node);
  own.forEach(({ id }, i) => {
    if (base?.identities.some((identity) => identity.id === id)) throw new ProfileError(`${node.path}[${i}].id`, 'idTwice', { id });
  });
  return all;
}

function readTerms(node: DataNode): Term[] {
  const terms = node.list((item): Term => {
    const o = item.object(['label', 'within', 'members', 'year']);
    if (o.get('label').absent) throw o.get('label').fault('missingField', { field: 'label' });
    return {
      label: o.get('label').pattern(),
      within: o.get('within').absent ? undefined : o.get('within').pattern(),
      members: o.get('members').boolean(),
      year: o.get('year').absent ? 0 : o.get('year').oneOf([0, -1] as const),
    };
  });
  if (terms.length === 0) throw node.fault('missingField', { field: node.path.slice(node.path.lastIndexOf('.') + 1) });
  return terms;
}

function readSkeleton(node: DataNode, base: SkeletonData | undefined): SkeletonData {
  const o = node.object(['title', 'before', 'after', 'numbering']);
  const lines = (field: 'before' | 'after') => (o.get(field).absent ? (base?.[field] ?? []) : o.get(field).list((item) => item.string()));
  return {
    title: o.get('title').absent && base ? base.title : o.get('title').string(),
    before: lines('before'),
    after: lines('after'),
    numbering: o.get('numbering').absent ? (base?.numbering ?? 'chinese') : o.get('numbering').oneOf(['chinese', 'part'] as const),
  };
}

function readBasis(node: DataNode): Basis {
  const o = node.object(['level', 'title', 'article', 'confirmed', 'since']);
  const article = o.get('article');
  const since = o.get('since');
  const basis: Basis = {
    level: o.get('level').oneOf(['law', 'standard', 'practice'] as const),
    title: o.get('title').string(),
    article: article.value === null || article.absent ? null : article.string(),
    confirmed: o.get('confirmed').boolean(),
    ...(since.absent ? {} : { since: since.integer(1949, 2100) }),
  };
  if (!basis.confirmed && basis.article !== null) throw article.fault('article');
  return basis;
}

function readPrecedence(node: DataNode, sections: readonly ProfileSection[], base: Profile | undefined): ProfileSection[] {
  const named = node.list((item) => sectionNamed(item, sections));
  const before = (base?.precedence ?? []).flatMap(({ id }) => sections.find((section) => section.id === id) ?? []);
  // A section that an office adds is meant by its own words, before the wider ones of the base.
  const added = base ? sections.filter(({ id }) => base.sections.every((section) => section.id !== id)) : [];
  return [...new Set([...named, ...added, ...before, ...sections])];
}

function sectionNamed(node: DataNode, sections: readonly ProfileSection[]): ProfileSection {
  const id = node.string();
  const section = sections.find((s) => s.id === id);
  if (!section)
    throw unknown(
      node,
      sections.map((s) => s.id),
      'noSection',
      'noSectionMeant',
    );
  return section;
}

function unknown(
  node: DataNode,
  known: readonly string[],
  fault: 'noBase' | 'noSection',
  meantFault: 'noBaseMeant' | 'noSectionMeant',
): ProfileError {
  const id = node.string();
  const meant = nearest(id, known);
  return meant === undefined ? node.fault(fault, { id }) : node.fault(meantFault, { id, meant });
}

function unique(items: readonly { readonly id: string }[], node: DataNode): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) throw new ProfileError(`${node.path}[${i}].id`, 'idTwice', { id });
    seen.add(id);
  });
}
