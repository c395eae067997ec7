/** Empty reports: a profile's templates as text. Lines end with `\n`; paragraphs are set off by an empty line. */
import { toChinese } from './facts/numeral';
import type { Profile, ProfileSection, Variant } from './profile';

/** Who writes about which year; what is not known becomes a placeholder. */
export interface SkeletonOptions {
  /** 发文机关. */
  readonly issuer: string | null;
  /** 报告年度. */
  readonly year: number | null;
}

/** How one section is written. */
export interface SectionOptions {
  readonly year: number | null;
  /** How the title writes its year: 2025年 or 2025年度. */
  readonly yearUnit?: '年' | '年度';
  /** The chapter's number. */
  readonly number: number;
  /** What stands before the title instead of `二、`. */
  readonly label?: string;
  readonly issuer?: string | null;
}

/**
 * The text of an empty report, from title to date; ends with a line end. Optional sections are left out.
 *
 * @param without ids of sections to leave out as well
 */
export function reportSkeleton(profile: Profile, options: SkeletonOptions, without: readonly string[] = []): string {
  const { skeleton } = profile;
  if (!skeleton) return '';
  const sections = profile.sections.filter(({ id, required }) => required === 'required' && !without.includes(id));
  const paragraphs = [
    ...[skeleton.title, ...skeleton.before].map((text) => fillIn(text, profile, options)),
    ...sections.map(({ id }, i) => sectionSkeleton(profile, id, { ...options, number: i + 1 })),
    ...skeleton.after.map((text) => fillIn(text, profile, options)),
  ];
  return paragraphs.join('\n\n') + '\n';
}

/** Heading and template of one section, without a line end at its end. Throws for an unknown section. */
export function sectionSkeleton(profile: Profile, sectionId: string, options: SectionOptions): string {
  const section = profile.sections.find(({ id }) => id === sectionId);
  if (!section) throw new Error(`no section “${sectionId}” in “${profile.id}”`);
  const number = toChinese(options.number);
  const label = options.label ?? (profile.skeleton?.numbering === 'part' ? `第${number}部分　` : `${number}、`);
  const template = fillIn(section.template, profile, { issuer: options.issuer ?? null, year: options.year });
  return `${label}${sectionTitle(section, options.year, options.yearUnit)}\n\n${template}`;
}

/** The mandated title with its year. Without a year: with its place left to be filled. */
export function sectionTitle(section: ProfileSection, reportYear: number | null, unit: '年' | '年度' = '年'): string {
  return section.title.replaceAll('{year}', `${reportYear === null ? '××××' : reportYear + section.year}${unit}`);
}

/** The kind of writer that an issuer's name shows; the first of the profile when it shows none. */
export function variantOf(profile: Profile, issuer: string | null): Variant | undefined {
  return profile.variants.find(({ issuers }) => issuer !== null && issuers.test(issuer)) ?? profile.variants[0];
}

function yearWord(reportYear: number | null, offset: number): string {
  return `${reportYear === null ? '××××' : reportYear + offset}年`;
}

/** Words by which a writer calls itself: 市场监督管理局 → 局, 人民政府办公室 → 办. */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['委员会', '委'],
  ['管委会', '委'],
  ['办公室', '办'],
  ['街道', '街道'],
  ['大队', '大队'],
  ['支队', '支队'],
  ['中心', '中心'],
  ...[...'省市县区州盟旗乡镇局厅委办部院会署处所'].map((c) => [c, c] as const),
];

/** What an issuer's name ends with, short: 局, 县. */
function unitOf(issuer: string | null): string {
  const name = issuer?.replace(/(?:人民政府|办事处)$/, '') ?? '';
  return UNITS.find(([ending]) => name.endsWith(ending))?.[1] ?? '单位';
}

function fillIn(text: string, profile: Profile, { issuer, year }: SkeletonOptions): string {
  const variant = variantOf(profile, issuer);
  return text
    .replaceAll('{self}', variant?.self ?? '')
    .replaceAll('{addressee}', variant?.addressee ?? '')
    .replaceAll('{unit}', unitOf(issuer))
    .replaceAll('{issuer}', issuer ?? '××单位')
    .replaceAll('{year}', yearWord(year, 0))
    .replaceAll('{nextYear}', yearWord(year, 1));
}
