/** `gongwen figures`: the ledger of a report's figures (事实台账), for people, spreadsheets and programs. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../core/block';
import { rangeOf } from '../core/edits';
import type { Ledger, LedgerEntry } from '../core/ledger';
import { fill, type Args, type Locale, type Messages } from '../core/messages';
import { NO_SETTINGS } from '../core/settings';
import { BOM } from '../core/text';
import { ExceptionFiles } from '../exceptions';
import { coveragePercent, relationWords, reportLedger, STATE_WORDS, VERIFIED_WORD, verifiedIn } from '../figures';
import { NodeHost } from '../node/host';
import { Service, type Report } from '../service';
import { problemLines, resolverFor } from './check';
import { languageOf, readText } from './files';
import { kindLines, kindsFor } from './kinds';
import { readCommand } from './parse';
import { reasonOf, say as sayShared } from './words';
import { visible, visibleArgs } from './visible';

/** Where the command writes. */
interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** A file with its ledger. */
interface Read {
  readonly path: string;
  readonly report: Report;
  readonly ledger: Ledger;
  /** Whether a person has verified what stands at a place; null where nobody marks figures. */
  readonly isVerified: ((at: Place) => boolean) | null;
  /** Those of the ledger that are asked for. */
  readonly entries: readonly LedgerEntry[];
}

const FORMATS = ['table', 'csv', 'json'] as const;

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  locale: { type: 'string' },
  unverified: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const WORDS = {
  usage: {
    'zh-cn': `用法：gongwen figures [选项] 文件…

列出报告中的每一个数字：指标、值、单位、期间、章节、与其他数字的关系、是否相符；
在编辑器里标记过“已核”的文件夹中，并列出哪些已核。

选项：
  --format table|csv|json  输出格式，默认 table；csv 可用表格软件打开
  --unverified             只列尚未标记“已核”的数字（送审前）
  --profile ID             按此文种读取，不再识别（文种见下）
  --locale zh-cn|en        提示语言，默认按 LC_ALL、LANG，再无则 zh-cn
  --help

文种：
{kinds}

退出码：0 列出；2 用法不对或有文件读不出来`,
    en: `Usage: gongwen figures [options] FILE…

Lists every figure of a report: indicator, value, unit, period, section, how it stands to other figures, and whether it agrees;
in a folder where figures were marked as verified in the editor, which of them are.

Options:
  --format table|csv|json  how to print, table by default; csv opens in a spreadsheet
  --unverified             only the figures that nobody has marked as verified yet
  --profile ID             read as this kind of report, without recognising it (kinds: see below)
  --locale zh-cn|en        language of messages; default: LC_ALL, LANG, else zh-cn
  --help

Kinds of reports:
{kinds}

Exit codes: 0 listed; 2 wrong usage, or a file that cannot be read`,
  },
  noFiles: { 'zh-cn': '没有给出文件。gongwen figures --help 说明用法。', en: 'No file given. See gongwen figures --help.' },
  badFormat: { 'zh-cn': '没有“{name}”这种输出格式，可用 table、csv、json。', en: 'There is no format “{name}”; use table, csv or json.' },
  file: { 'zh-cn': '文件', en: 'File' },
  line: { 'zh-cn': '行', en: 'Line' },
  indicator: { 'zh-cn': '指标', en: 'Indicator' },
  value: { 'zh-cn': '值', en: 'Value' },
  unit: { 'zh-cn': '单位', en: 'Unit' },
  period: { 'zh-cn': '期间', en: 'Period' },
  section: { 'zh-cn': '章节', en: 'Section' },
  relation: { 'zh-cn': '关系', en: 'Relation' },
  state: { 'zh-cn': '状态', en: 'State' },
  verified: { 'zh-cn': '，已核 {verified}', en: ', {verified} verified' },
  summary: {
    'zh-cn': '{file}：{all} 个数字，相符 {agrees}，不符 {conflicts}，未验算 {unchecked}{verified}；读懂了全文数字的 {coverage}%',
    en: '{file}: {all} figures, {agrees} agree, {conflicts} conflict, {unchecked} not reckoned{verified}; {coverage}% of the digits in the text were understood',
  },
} as const satisfies Messages;

function say(word: keyof typeof WORDS, locale: Locale, args: Args = {}): string {
  return fill(WORDS[word], visibleArgs(args), locale, {});
}

/** Lists the figures of files. Returns the exit code: 0, or 2 for wrong usage or an unreadable file. */
export async function figures(
  args: readonly string[],
  streams: Streams,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const wrong = (text: string): number => {
    streams.err(text);
    return 2;
  };
  const read = readCommand('figures', args, OPTIONS, env, streams);
  if (!read) return 2;
  const { values, positionals: files, locale } = read;
  const host = new NodeHost();
  const service = new Service({ today: host.today() });
  const kinds = await kindsFor(files);
  const profiles = kinds.map(({ id }) => id);
  if (values.help) {
    streams.out(say('usage', locale).replace('{kinds}', () => kindLines(kinds, locale)));
    return 0;
  }
  const format = FORMATS.find((f) => f === (values.format ?? 'table'));
  if (!format) return wrong(say('badFormat', locale, { name: values.format! }));
  if (values.profile !== undefined && !profiles.includes(values.profile))
    return wrong(sayShared('badProfile', locale, { name: values.profile, known: profiles }));
  if (files.length === 0) return wrong(say('noFiles', locale));

  const resolver = resolverFor(service, host, locale, (text) => streams.err(text));
  const exceptions = new ExceptionFiles(host, (uri, text, problems) => {
    for (const line of problemLines(uri, text, problems, locale)) streams.err(line);
  });
  const all: Read[] = [];
  let failed = false;
  for (const file of files) {
    const read = readText(file);
    if ('fault' in read) {
      failed = true;
      streams.err(sayShared(read.fault, locale, { file, why: reasonOf(read.why, locale) }));
      continue;
    }
    const uri = pathToFileURL(path.resolve(file)).href;
    const { settings } = await resolver.resolve(uri, NO_SETTINGS);
    const report = service.open(
      uri,
      languageOf(file),
      1,
      read.text,
      values.profile === undefined ? settings : { ...settings, profile: values.profile },
    );
    const stamps = await exceptions.stamps(uri);
    const isVerified = stamps && verifiedIn(stamps);
    const ledger = reportLedger(report);
    const entries = values.unverified ? ledger.entries.filter(({ at }) => !isVerified?.(at)) : ledger.entries;
    all.push({ path: file, report, ledger, isVerified, entries });
  }
  if (all.length === 0 && format === 'table') return 2;
  streams.out(format === 'json' ? toJson(all) : format === 'csv' ? toCsv(all, locale) : toTable(all, locale));
  return failed ? 2 : 0;
}

/** Fields may be added, never changed. Lines and columns from 0, columns in UTF-16 code units. */
function toJson(all: readonly Read[]): string {
  const files = all.map(({ path: file, report, ledger, entries, isVerified }) => ({
    path: file,
    profile: report.document.traits.profile?.id ?? null,
    reportYear: report.document.traits.reportYear,
    coverage: ledger.coverage,
    figures: entries.map(({ at, line, indicator, value, unit, period, section, relations, state }) => {
      const { start, end } = rangeOf(report.document, at.block, at.span, line);
      const verified = isVerified ? { verified: isVerified(at) } : {};
      return { indicator, value, unit, period, section, range: { start, end }, relations, state, ...verified };
    }),
  }));
  return JSON.stringify({ version: 1, files }, null, 1);
}

const COLUMNS = ['line', 'indicator', 'value', 'unit', 'period', 'section', 'relation', 'state'] as const;

/** `verified`: whether there is a column for 已核. */
function headOf(verified: boolean, locale: Locale): string[] {
  return [...COLUMNS.map((c) => say(c, locale)), ...(verified ? [VERIFIED_WORD[locale]] : [])];
}

function row({ report, isVerified }: Read, entry: LedgerEntry, verified: boolean, locale: Locale): string[] {
  const { start } = rangeOf(report.document, entry.at.block, entry.at.span, entry.line);
  return [
    String(start.line + 1),
    entry.indicator,
    entry.value,
    entry.unit,
    entry.period,
    entry.section,
    entry.relations.map((r) => relationWords(r, locale)).join('；'),
    STATE_WORDS[entry.state][locale],
    ...(verified ? [isVerified?.(entry.at) ? '✓' : ''] : []),
  ].map(oneLine);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** UTF-8 with a byte order mark, lines end in CRLF (RFC 4180): what spreadsheets open rightly. */
function toCsv(all: readonly Read[], locale: Locale): string {
  const verified = all.some(({ isVerified }) => isVerified);
  const head = [say('file', locale), ...headOf(verified, locale)];
  const rows = all.flatMap((read) => read.entries.map((entry) => [read.path, ...row(read, entry, verified, locale)]));
  return BOM + [head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r';
}

/** A cell. One that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(text: string): string {
  const plain = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** How wide a column may be on a terminal, in half-width characters. */
const WIDEST = [6, 36, 14, 10, 16, 28, 60, 12, 8];

function toTable(all: readonly Read[], locale: Locale): string {
  const lines: string[] = [];
  for (const read of all) {
    const { entries, isVerified } = read;
    const { entries: every, coverage } = read.ledger;
    const verified = isVerified !== null;
    const rows = [headOf(verified, locale), ...entries.map((entry) => row(read, entry, verified, locale))].map((cells) =>
      cells.map((cell, i) => cut(visible(cell), WIDEST[i])),
    );
    const widths = rows[0].map((_, i) => Math.max(...rows.map((cells) => width(cells[i]))));
    if (entries.length > 0)
      for (const cells of rows)
        lines.push(
          cells
            .map((cell, i) => cell + ' '.repeat(widths[i] - width(cell)))
            .join('  ')
            .trimEnd(),
        );
    const count = (state: LedgerEntry['state']) => every.filter((e) => e.state === state).length;
    lines.push(
      say('summary', locale, {
        file: read.path,
        all: every.length,
        agrees: count('agrees'),
        conflicts: count('conflicts'),
        unchecked: count('unchecked'),
        verified: isVerified ? say('verified', locale, { verified: every.filter(({ at }) => isVerified(at)).length }) : '',
        coverage: coveragePercent({ ...coverage }),
      }),
    );
  }
  return lines.join('\n');
}

/** Columns of a terminal that a text takes: two for a Chinese character. */
function width(text: string): number {
  let n = 0;
  for (const c of text) n += c.codePointAt(0)! >= 0x1100 && !/[–—‘’“”…·×÷≠≤≈]/.test(c) ? 2 : 1;
  return n;
}

/** The text, cut to so many columns. */
function cut(text: string, most: number): string {
  if (width(text) <= most) return text;
  let out = '';
  for (const c of text) {
    if (width(out + c) > most - 1) break;
    out += c;
  }
  return `${out}…`;
}
