/** `gongwen roll`: this year's skeleton, made of last year's report, to the standard output or into a file that is not there yet. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NO_SETTINGS } from '../core/settings';
import { rollOver } from '../core/rollover';
import { fill, type Args, type Messages } from '../core/messages';
import { NodeHost } from '../node/host';
import { Service } from '../service';
import { resolverFor } from './check';
import { languageOf, readText } from './files';
import { putOut } from './output';
import { readCommand } from './parse';
import { reasonOf, say } from './words';
import { visibleArgs } from './visible';

/** Where the command writes. */
interface Streams {
  out(text: string): void;
  err(text: string): void;
}

const WORDS = {
  usage: {
    'zh-cn': `用法：gongwen roll [选项] 上年报告

由上年的报告写出今年的底稿：年份顺延，上年的数据和日期逐一标为【待更新：…】，
上年的下一步安排以【上年安排：…】列在今年的主要举措之前，供逐项对照。
这些标记没有处理完，gongwen lint 会一一指出（--final 按警告）。

选项：
  --year N             新的报告年度；不写则为上年报告的次年
  --out 文件           写入这个文件（不覆盖已有的文件）；不写则输出到标准输出
  --locale zh-cn|en    提示语言，默认按 LC_ALL、LANG，再无则 zh-cn
  --help

退出码：0 写出；2 用法不对，或文件读不出、写不了，或看不出报告年度`,
    en: `Usage: gongwen roll [options] LAST-YEARS-REPORT

Makes this year's draft of last year's report: years move on, every old figure and day is marked 【待更新：…】,
and last year's plan stands as 【上年安排：…】 before this year's measures, to be answered point by point.
gongwen lint points at every mark that is left (as a warning with --final).

Options:
  --year N             the new report year; by default the one after that of the old report
  --out FILE           write this file (never over one that is there); without it, the standard output
  --locale zh-cn|en    language of messages; default: LC_ALL, LANG, else zh-cn
  --help

Exit codes: 0 written; 2 wrong usage, a file that cannot be read or written, or a report that shows no year`,
  },
  badYear: { 'zh-cn': '“{name}”不是年份，应写作 2026。', en: '“{name}” is no year; write 2026.' },
  oneFile: { 'zh-cn': '请给出上年的报告：gongwen roll 文件 --year 2026。', en: 'Name last year’s report: gongwen roll FILE --year 2026.' },
  noYear: {
    'zh-cn': '{file}：未识别为年度报告，或看不出报告年度（标题中应写明年份）。',
    en: '{file}: not recognised as a yearly report, or it shows no year (name it in the title).',
  },
  notLater: { 'zh-cn': '新的年度应当晚于上年报告的 {year} 年。', en: 'The new year must be later than that of the old report, {year}.' },
} as const satisfies Messages;

const OPTIONS = {
  year: { type: 'string' },
  out: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command. Returns the exit code. */
export async function roll(args: readonly string[], streams: Streams, env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const read = readCommand('roll', args, OPTIONS, env, streams);
  if (!read) return 2;
  const { values, positionals, locale } = read;
  const wrong = (word: keyof typeof WORDS, more: Args = {}): number => {
    streams.err(fill(WORDS[word], visibleArgs(more), locale, WORDS));
    return 2;
  };
  if (values.help) {
    streams.out(WORDS.usage[locale]);
    return 0;
  }
  if (values.year !== undefined && !/^(?:19|20)\d\d$/.test(values.year)) return wrong('badYear', { name: values.year });
  if (positionals.length !== 1) return wrong('oneFile');
  const [file] = positionals;
  const source = readText(file);
  if ('fault' in source) {
    streams.err(say(source.fault, locale, { file, why: reasonOf(source.why, locale) }));
    return 2;
  }
  const host = new NodeHost();
  const service = new Service({ today: host.today() });
  const uri = pathToFileURL(path.resolve(file)).href;
  const { settings } = await resolverFor(service, host, locale, (text) => streams.err(text)).resolve(uri, NO_SETTINGS);
  const report = service.open(uri, languageOf(file), 1, source.text, settings);
  const { reportYear } = report.document.traits;
  if (reportYear === null) return wrong('noYear', { file });
  const text = rollOver(report, values.year === undefined ? reportYear + 1 : Number(values.year));
  if (text === undefined) return wrong('notLater', { year: reportYear });
  return putOut(values.out, text, streams, locale);
}
