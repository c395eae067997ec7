/** Hover on a number decodes it: 发文字号 first, and what is told apart from it: 标准号, 案号, 令, 统一社会信用代码. */
import { describeDocumentNumber, type AgencyRegister } from '../../core/agency-register';
import type { DocumentNumber } from '../../core/facts/document-number';
import type { Locale } from '../../core/messages';
import { rangeOf } from '../../core/edits';
import { offsetAt, type Position } from '../../core/text';
import { OFFICE } from '../../lexicon-codes';
import type { Report } from '../../service';
import { decodeIdentifier } from '../decode';
import type { Feature, HoverPart } from '../feature';
import { libraryOf, numberAt } from '../library';

const WORDS = {
  number: { 'zh-cn': '发文字号', en: 'Document number' },
  code: { 'zh-cn': '机关代字', en: 'Agency code' },
  organ: { 'zh-cn': '发文机关', en: 'Issuing organ' },
  year: { 'zh-cn': '年份', en: 'Year' },
  sequence: { 'zh-cn': '发文顺序号', en: 'Running number' },
  series: { 'zh-cn': '类别', en: 'Series' },
  shouldBe: { 'zh-cn': '规范写法', en: 'Should be' },
  usually: { 'zh-cn': '通常写作', en: 'Usually written' },
  blank: { 'zh-cn': '待填', en: 'to be filled' },
  unread: { 'zh-cn': '没有写全', en: 'not complete' },
  inherited: { 'zh-cn': '随前一字号', en: 'from the number before' },
  none: { 'zh-cn': '没有写明', en: 'not given' },
  unknown: { 'zh-cn': '登记表中没有这一代字；这不是差错', en: 'this code is not in the register, which is no fault' },
  likely: { 'zh-cn': (p: string) => `按“${p}”推定`, en: (p: string) => `judging by “${p}”` },
  ambiguous: { 'zh-cn': '有几个机关用这一代字，或者联合使用', en: 'several organs use this code, or use it jointly' },
  source: { 'zh-cn': '来源', en: 'Source' },
  office: { 'zh-cn': '本单位登记（.gongwen/lexicon.json）', en: 'the office’s own entries (.gongwen/lexicon.json)' },
  document: { 'zh-cn': '工作区中的文件', en: 'In the workspace' },
} as const;

const SERIES = {
  general: undefined,
  enforcement: { 'zh-cn': '执法、许可等个案文书的编号', en: 'papers on single cases: penalties, permits and the like' },
  decree: { 'zh-cn': '令、公告、通告', en: 'decrees and announcements' },
  minutes: { 'zh-cn': '纪要', en: 'minutes' },
} as const;

/** What the last words of a 代字 usually say of the paper. Practice; nobody must use them. */
const FORMS: readonly (readonly [RegExp, Readonly<Record<Locale, string>>])[] = [
  [/明电$/, { 'zh-cn': '明传电报（通常）', en: 'telegram, as a rule' }],
  [/函$/, { 'zh-cn': '函件（通常）', en: 'letters, as a rule' }],
  [/规$/, { 'zh-cn': '行政规范性文件（通常）', en: 'normative documents, as a rule' }],
  [/任$/, { 'zh-cn': '人事任免（通常）', en: 'appointments, as a rule' }],
  [/释$/, { 'zh-cn': '司法解释（通常）', en: 'judicial interpretations, as a rule' }],
];

export const numberHover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  async hover(context, report, position) {
    const { locale } = context.client.wording;
    const at = numberAt(report, position);
    if (!at) return identifierAt(report, position, locale);
    const library = libraryOf(context);
    const lines = describe(at.number, await library.register(report.uri), locale);
    const titles = library
      .knownEntries()
      .flatMap((e) =>
        at.number.key !== '' && e.carries?.key === at.number.key && e.uri !== report.uri && e.title !== '' ? [e.title] : [],
      );
    if (titles.length > 0) lines.push([WORDS.document[locale], [...new Set(titles)].map((t) => `《${escaped(t)}》`).join('、')]);
    return [{ range: rangeOf(report.document, at.block, at.number.span, at.line), value: shown(WORDS.number[locale], lines, locale) }];
  },
};

/** What is known of a number, as names and values. */
function describe(number: DocumentNumber, register: AgencyRegister, locale: Locale): [string, string][] {
  const about = describeDocumentNumber(number, register);
  const lines: [string, string][] = [];
  const own = number.codeSpan.from < number.codeSpan.to;
  lines.push([
    WORDS.code[locale],
    about.agencyCode === '' ? WORDS.none[locale] : own ? about.agencyCode : `${about.agencyCode} (${WORDS.inherited[locale]})`,
  ]);
  // What stands before the year of 纪要 is their name, not that of an organ.
  if (about.agencyCode !== '' && (about.series !== 'minutes' || about.known !== 'unknown')) {
    const organs = about.organs.map(escaped).join(locale === 'zh-cn' ? '、' : ', ');
    const note = about.known === 'ambiguous' ? WORDS.ambiguous[locale] : about.known === 'likely' ? WORDS.likely[locale](about.prefix) : '';
    lines.push([WORDS.organ[locale], about.known === 'unknown' ? WORDS.unknown[locale] : bracketed(organs, note, locale)]);
  }
  lines.push([
    WORDS.year[locale],
    about.year !== undefined ? String(about.year) : number.placeholder ? WORDS.blank[locale] : WORDS.unread[locale],
  ]);
  lines.push([
    WORDS.sequence[locale],
    about.sequence !== '' ? about.sequence : number.placeholder ? WORDS.blank[locale] : WORDS.unread[locale],
  ]);
  const series = SERIES[about.series] ?? FORMS.find(([form]) => form.test(about.agencyCode))?.[1];
  if (series) lines.push([WORDS.series[locale], series[locale]]);
  if (number.faults.length > 0 && number.canonical !== undefined)
    lines.push([WORDS[number.certain ? 'shouldBe' : 'usually'][locale], number.canonical]);
  const source = about.source === register.sources[OFFICE] ? WORDS.office[locale] : about.source;
  if (source !== '') lines.push([WORDS.source[locale], source]);
  return lines;
}

function identifierAt(report: Report, position: Position, locale: Locale): HoverPart[] {
  const { blocks } = report.document;
  const { block, line } = blocks.at(position.line);
  const offset = offsetAt(block.text, { line: position.line - line, character: position.character });
  const found = block.facts.identifiers.find(({ span }) => span.from <= offset && offset <= span.to);
  const about = found && decodeIdentifier(found, locale);
  return about
    ? [
        {
          range: rangeOf(report.document, block, found.span, line),
          value: shown(
            about.title,
            about.lines.map(([name, value]) => [name, escaped(value)]),
            locale,
          ),
        },
      ]
    : [];
}

function shown(title: string, lines: readonly (readonly [string, string])[], locale: Locale): string {
  return [`**${title}**`, '', ...lines.map(([name, value]) => `- ${name}${locale === 'zh-cn' ? '：' : ': '}${value}`)].join('\n');
}

function bracketed(text: string, note: string, locale: Locale): string {
  return note === '' ? text : locale === 'zh-cn' ? `${text}（${note}）` : `${text} (${note})`;
}

/** Text of a report or of an office's file, made harmless in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+.!|~-]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
