/** Which kind of report a text is, from its head alone: a pure function of the first 300 lines. When unsure: none. */
import type { HeadingFamily } from './facts/heading';
import { NEVER } from './pattern';
import { foldTitle, yearsIn, type Profile } from './profile';
import { SectionTitles } from './section-title';

/** What recognition looks at. */
export interface ReportHead {
  /** The title's words, its lines joined; '' where there is none. */
  readonly title: string;
  /** Headings in order, the title left out. */
  readonly headings: readonly HeadHeading[];
  /** 主送机关 under the title. */
  readonly hasAddressee: boolean;
  /** 发文字号 on its own line. */
  readonly hasDocumentNumberLine: boolean;
  /** The first paragraphs: asked where neither title nor headings name a year. */
  readonly paragraphs?: () => Iterable<string>;
  readonly languageId?: string;
  /** Without its folder. */
  readonly fileName?: string;
}

/** A heading as recognition sees it. */
export interface HeadHeading {
  readonly title: string;
  readonly level: number;
  /** The number's value, 0 where there is none. */
  readonly ordinal: number;
  readonly family: HeadingFamily;
  /** How many `#` stand before it. */
  readonly hashes: number;
}

/** What was recognised. */
export interface Recognition {
  readonly profile: Profile;
  /** 发文机关, as the title names it. */
  readonly issuer: string | null;
  /** 报告年度. */
  readonly year: number | null;
}

/** The kind that any text with the marks of a 公文 gets. */
export const OFFICIAL_DOCUMENT = 'official-document';

/** The kind of report, or null. */
export function recognise(profiles: readonly Profile[], head: ReportHead): Recognition | null {
  const title = foldTitle(bare(head.title));
  // Folded once, and only if a kind asks.
  let folds: readonly string[] | undefined;
  const folded = () => (folds ??= head.headings.map((heading) => foldTitle(heading.title)));
  const mandating = profiles.filter((p) => p.sections.length > 0 && !p.except.test(title));
  const profile =
    mandating.find((p) => isCalled(p, title, head, folded)) ??
    (isOtherKind(title) ? undefined : mandating.find((p) => isSpokenOf(p, title, head, folded))) ??
    (isOfficial(title, head) ? profiles.find(({ id }) => id === OFFICIAL_DOCUMENT) : undefined);
  return profile ? identify(profile, head) : null;
}

/** Issuer and year of a text whose kind is known: chosen, or named by a directive. */
export function identify(profile: Profile, head: ReportHead): Recognition {
  return { profile, issuer: issuerOf(head.title), year: reportYearOf(profile, head) };
}

/** The title without what stands in brackets behind it: （征求意见稿）. */
function bare(title: string): string {
  return title.trim().replace(/[（(][^（()）]{1,20}[)）]$/, '');
}

/** The headings' titles, folded. */
type Folded = () => readonly string[];

/** By its title, with its year or a chapter that such a report has. */
function isCalled(profile: Profile, title: string, head: ReportHead, folded: Folded): boolean {
  if (!profile.titles.test(title)) return false;
  return yearsIn(head.title).length > 0 || chapters(profile, head, folded, 1);
}

/** By two chapters that speak of its subject, where no title speaks of anything else. */
function isSpokenOf(profile: Profile, title: string, head: ReportHead, folded: Folded): boolean {
  if (profile.subject === NEVER || (title !== '' && !profile.subject.test(title))) return false;
  return chapters(profile, head, folded, 2);
}

/** A report of a kind shows it in its first headings: of more than these nothing is asked. */
const MOST_ASKED = 24;

/** Whether so many required sections are named by headings that speak of the subject. */
function chapters(profile: Profile, { headings }: ReportHead, folded: Folded, enough: number): boolean {
  const titles = new SectionTitles(profile, null);
  const named = new Set<string>();
  let asked = 0;
  for (const [i, title] of folded().entries()) {
    if (profile.subject !== NEVER && !profile.subject.test(title)) continue;
    if (++asked > MOST_ASKED) return false;
    const [section] = titles.match(headings[i].title);
    if (section?.required === 'required') named.add(section.id);
    if (named.size >= enough) return true;
  }
  return false;
}

/** 文种: those of 《党政机关公文处理工作条例》, article 8. */
const STATUTORY = /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$/;
/** Kinds of papers that offices write besides. */
const CUSTOMARY = /(?:方案|办法|规定|细则|规则|条例|规划|计划|要点|总结|汇报|预案|年报|制度|清单|指引)$/;
/** An organ's or a place's name before 关于 or the year, or an organ that can be nothing else. */
const ORGAN =
  /(?:政府|委员会|[局厅委办院部会省市县区州旗镇乡]|街道|中心|大队|公司|\S级)(?=关于|印发|转发|\ue000)|人民政府|政府工作|委员会|人民法院|检察院|国务院|^中共|^中华人民共和国/;

/** A rule of a place: 临川市户外广告管理办法. */
const LOCAL_RULE = /^(?:中华人民共和国|[^\d\s]{2,6}?(?:省|自治区|市|县|区|州|旗))\S+(?:规定|办法|细则|条例|规则)$/;

function isOtherKind(title: string): boolean {
  return /(?:通知|方案|意见|要点|计划|规划|函|批复|办法|规定|细则|通报|决定|公告|通告)$/.test(title);
}

const READ_ME = /^(?:readme|changelog|contributing|license|authors|notice|security|code_of_conduct)\b/i;

/** Whether a text has the marks of a 公文. One strong mark or two weak ones. */
function isOfficial(title: string, head: ReportHead): boolean {
  if (head.languageId === 'gongwen' || /\.gongwen(?:\.(?:md|txt))?$/i.test(head.fileName ?? '')) return true;
  if (READ_ME.test(head.fileName ?? '')) return false;
  const form = isAbout(title) || ORGAN.test(title);
  let marks = 0;
  if ((form && STATUTORY.test(title)) || LOCAL_RULE.test(title)) marks += 2;
  else if (form && CUSTOMARY.test(title)) marks += 1;
  if (head.hasDocumentNumberLine) marks += 2;
  if (head.hasAddressee) marks += 1;
  return marks + headingMarks(head) >= 2;
}

/** 关于 with at least two characters behind it, in the last words of a title. */
function isAbout(title: string): boolean {
  const words = title.split(/\s/).at(-1)!;
  const at = words.indexOf('关于');
  return at >= 0 && at + 4 <= words.length;
}

/** Two headings 一、二、 or 第一部分、第二部分, counted from one. In Markdown's headings, blogs number so too: a weak mark. */
function headingMarks(head: ReportHead): number {
  for (const family of ['chinese', 'part'] satisfies HeadingFamily[]) {
    const headings = head.headings.filter((heading) => heading.family === family);
    const first = headings.findIndex(({ ordinal }) => ordinal === 1);
    const second = headings.find(({ ordinal }, i) => i > first && ordinal === 2);
    if (first < 0 || !second) continue;
    return headings[first].hashes > 0 ? 1 : 2;
  }
  return 0;
}

/** 发文机关: what the title says before 关于, or before its year. */
function issuerOf(title: string): string | null {
  const flat = title.replace(/[\s\u3000\u00a0]/g, '');
  const m = /^([^《》，。,：:0-9０-９〇二]{2,40}?)(?:关于|印发|转发|批转|(?=(?:19|20|１９|２０)[\d０-９]{2}年|二[〇零○]|[×xX]{4}年))/.exec(
    flat,
  );
  // 关于2025年…的报告 names nobody.
  return m && !/^(?:关于|印发|转发|批转)/.test(m[1]) ? m[1] : null;
}

/**
 * The year the report is about: the title's, else the one that most headings of this year's sections name; where these
 * do not agree, the plan for the year after decides.
 */
function reportYearOf(profile: Profile, head: ReportHead): number | null {
  const flat = head.title.replace(/[\s\u3000\u00a0]/g, '');
  if (/\d{4}年?[—–－~～至到-]\d{4}年/.test(flat)) return null;
  const inTitle = yearsIn(head.title);
  if (profile.sections.length === 0) return /(?:19|20)\d\d年度/.test(flat) && inTitle.length === 1 ? inTitle[0] : null;
  if (inTitle.length > 0) return inTitle[0] - profile.titleYear;
  const titles = new SectionTitles(profile, null);
  const votes = new Map<number, number>();
  const plans = new Set<number>();
  const vote = (year: number, weight: number) => votes.set(year, (votes.get(year) ?? 0) + weight);
  for (const heading of head.headings) {
    const years = yearsIn(heading.title);
    if (years.length !== 1) continue;
    const [section] = titles.match(heading.title);
    if (!section) continue;
    if (section.year === 0) vote(years[0], 1);
    else {
      plans.add(years[0] - 1);
      if (votes.has(years[0] - 1)) vote(years[0] - 1, 0.5);
    }
  }
  if (votes.size === 0 && plans.size === 0) return spokenYear(head.paragraphs?.() ?? []);
  // No heading names this year, and all plans the same next one.
  if (votes.size === 0 && plans.size === 1) return [...plans][0];
  const [best, next] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && (!next || best[1] > next[1]) ? best[0] : null;
}

/** 统计期限为2024年1月1日至2024年12月31日: a whole year. */
const WHOLE_YEAR = /((?:19|20)\d\d)年1月1日起?[至到—－-]{1,2}(?:\1年|当年|同年)?12月31日/;
/** 2024年，我区…: what a paragraph tells of. */
const OPENING = /^[\s\u3000]*((?:19|20)\d\d)年度?[，,]/;
/** A plan, or what happened before. */
const NOT_THIS_YEAR = /将|拟|计划|下一步|力争|继续|目标|规划|与.{0,4}年相比|同期/;

/** The one year that the text itself tells of: of a whole year in so many words, or in two paragraphs at least. Where others are told of too: none. */
function spokenYear(paragraphs: Iterable<string>): number | null {
  const years = new Set<number>();
  let weight = 0;
  for (const text of paragraphs) {
    const period = WHOLE_YEAR.exec(text);
    const opening = OPENING.exec(text);
    if (period) weight += 2;
    else if (opening && !NOT_THIS_YEAR.test(text.slice(0, 60))) weight += 1;
    else continue;
    years.add(Number((period ?? opening)![1]));
  }
  return years.size === 1 && weight >= 2 ? [...years][0] : null;
}
