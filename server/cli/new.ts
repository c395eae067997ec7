/** `gongwen new`: an empty report of a kind, to the standard output or into a file that is not there yet. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fill, type Args, type Messages } from '../core/messages';
import { nearest } from '../core/nearest';
import { reportSkeleton } from '../core/skeleton';
import { NodeHost } from '../node/host';
import { Service } from '../service';
import { resolverFor } from './check';
import { kindLines } from './kinds';
import { putOut } from './output';
import { readCommand } from './parse';
import { visibleArgs } from './visible';
import { say } from './words';

/** Where the command writes. */
interface Streams {
  out(text: string): void;
  err(text: string): void;
}

const WORDS = {
  usage: {
    'zh-cn': `用法：gongwen new --profile ID [选项]

写出一份空白报告：标题、各章标题和模板，待写处用【待补：…】标出。

选项：
  --profile ID         文种；本单位的文种（.gongwen/profiles）也可以
  --issuer 名称        发文机关，如 临川市司法局；不写则留空待填
  --year N             报告年度；不写则留空待填
  --out 文件           写入这个文件（不覆盖已有的文件）；不写则输出到标准输出
  --locale zh-cn|en    提示语言，默认按 LC_ALL、LANG，再无则 zh-cn
  --help

文种：
{kinds}

退出码：0 写出；2 用法不对或文件写不了`,
    en: `Usage: gongwen new --profile ID [options]

Writes an empty report: title, headings and templates; what is left to write is marked 【待补：…】.

Options:
  --profile ID         kind of report; an office's own (.gongwen/profiles), too
  --issuer NAME        issuing organ, such as 临川市司法局; without it a placeholder stands there
  --year N             the year it reports on; without it a placeholder stands there
  --out FILE           write this file (never over one that is there); without it, the standard output
  --locale zh-cn|en    language of messages; default: LC_ALL, LANG, else zh-cn
  --help

Kinds:
{kinds}

Exit codes: 0 written; 2 wrong usage, or a file that cannot be written`,
  },
  noProfile: { 'zh-cn': '请用 --profile 指明文种，可选：{known}。', en: 'Name the kind of report with --profile; known: {known}.' },
  badProfile: {
    'zh-cn': '没有“{name}”这一文种，或者它没有模板，可选：{known}。',
    en: 'There is no kind of report “{name}”, or it has no template; known: {known}.',
  },
  badProfileMeant: {
    'zh-cn': '没有“{name}”这一文种，是否指“{meant}”？',
    en: 'There is no kind of report “{name}”. Did you mean “{meant}”?',
  },
  badYear: { 'zh-cn': '“{name}”不是年份，应写作 2025。', en: '“{name}” is no year; write 2025.' },
  badIssuer: {
    'zh-cn': '发文机关应写在一行里，不超过 {most} 个字。',
    en: 'The issuing organ stands on one line of at most {most} characters.',
  },
} as const satisfies Messages;

const LONGEST_ISSUER = 60;

const OPTIONS = {
  profile: { type: 'string' },
  issuer: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command. Returns the exit code: 0 written, 2 wrong usage or a file that cannot be written. */
export async function newReport(
  args: readonly string[],
  streams: Streams,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const read = readCommand('new', args, OPTIONS, env, streams);
  if (!read) return 2;
  const { values, positionals, locale } = read;
  const wrong = (word: keyof typeof WORDS, more: Args = {}): number => {
    streams.err(fill(WORDS[word], visibleArgs(more), locale, WORDS));
    return 2;
  };
  const host = new NodeHost();
  const service = new Service({ today: host.today() });
  // The kinds known where the report is to lie.
  const place = pathToFileURL(path.resolve(values.out ?? '-')).href;
  const kinds = (await resolverFor(service, host, locale, (text) => streams.err(text)).profilesFor(place)).filter(
    ({ skeleton }) => skeleton,
  );
  if (values.help) {
    streams.out(fill(WORDS.usage, { kinds: kindLines(kinds, locale) }, locale, WORDS));
    return 0;
  }
  if (positionals.length > 0) {
    streams.err(say('tooManyNames', locale, { name: positionals[0], command: 'new' }));
    return 2;
  }
  const known = kinds.map(({ id }) => id);
  if (values.profile === undefined) return wrong('noProfile', { known });
  const profile = kinds.find(({ id }) => id === values.profile);
  if (!profile) {
    const meant = nearest(values.profile, known);
    return meant === undefined
      ? wrong('badProfile', { name: values.profile, known })
      : wrong('badProfileMeant', { name: values.profile, meant });
  }
  if (values.year !== undefined && !/^(?:19|20)\d\d$/.test(values.year)) return wrong('badYear', { name: values.year });
  const issuer = values.issuer?.trim() || null;
  if (issuer !== null && (issuer.length > LONGEST_ISSUER || /[\r\n]/.test(issuer))) return wrong('badIssuer', { most: LONGEST_ISSUER });
  const text = reportSkeleton(profile, { issuer, year: values.year === undefined ? null : Number(values.year) });
  return putOut(values.out, text, streams, locale);
}
