/** `gongwen lint`. */
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONFIG_MESSAGES, Resolver } from '../config';
import { fill, type Locale } from '../core/messages';
import { NO_SETTINGS } from '../core/settings';
import { positionAt } from '../core/text';
import { NodeHost } from '../node/host';
import { Service } from '../service';
import { countAll, toJson, toText, type FileResult } from './format';
import { languageOf, listFiles, readText } from './files';
import { say } from './words';

/** Where the command line writes. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** The language of messages: the option, else LC_ALL, LANG, else zh-cn. */
export function localeOf(option: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  if (option === 'en' || option === 'zh-cn') return option;
  const name = env.LC_ALL || env.LANG || '';
  return /^en/i.test(name) ? 'en' : 'zh-cn';
}

/** Lints what the arguments name. Returns the exit code: 0 nothing at warning or above, 1 findings, 2 wrong usage or an unreadable file. */
export async function lint(args: readonly string[], streams: Streams, env: Readonly<Record<string, string | undefined>>): Promise<number> {
  let values: { format?: string; profile?: string; locale?: string; today?: string; help?: boolean };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, profile: { type: 'string' }, locale: { type: 'string' }, today: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }));
  } catch (error) {
    return wrong(say('badOption', localeOf(undefined, env), { why: error instanceof Error ? error.message : String(error) }), streams);
  }
  const locale = localeOf(values.locale, env);
  const host = new NodeHost(values.today);
  const service = new Service({ today: host.today() });
  const profiles = service.profiles.map((p) => p.id);
  if (values.help) {
    streams.out(say('usage', locale, { profiles: profiles.join('、') }));
    return 0;
  }
  if (values.locale !== undefined && values.locale !== 'zh-cn' && values.locale !== 'en') return wrong(say('badLocale', locale, { name: values.locale }), streams);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') return wrong(say('badFormat', locale, { name: format }), streams);
  if (values.profile !== undefined && !profiles.includes(values.profile)) return wrong(say('badProfile', locale, { name: values.profile, known: profiles.join('、') }), streams);
  if (values.today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.today)) return wrong(say('badDate', locale, { name: values.today }), streams);
  if (positionals.length === 0) return wrong(say('noFiles', locale), streams);

  let failed = false;
  const complain = (text: string) => {
    failed = true;
    streams.err(text);
  };
  const { files, empty } = listFiles(positionals);
  for (const file of empty) complain(say('emptyFolder', locale, { file }));
  const known = { rules: service.allRules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]), profiles };
  const resolver = new Resolver(host, known, (uri, text, read) => {
    for (const problem of read.problems) {
      const at = positionAt(text, problem.from);
      streams.err(say('config', locale, { file: fileURLToPath(uri), line: at.line + 1, column: at.character + 1, why: fill(CONFIG_MESSAGES[problem.message], problem.args, locale, CONFIG_MESSAGES) }));
    }
  });
  const results: FileResult[] = [];
  for (const file of files) {
    const read = readText(file);
    if ('fault' in read) {
      complain(say(read.fault, locale, { file, why: read.why }));
      continue;
    }
    const uri = pathToFileURL(path.resolve(file)).href;
    const { settings } = await resolver.resolve(uri, NO_SETTINGS);
    const report = service.open(uri, languageOf(file), 1, read.text, values.profile === undefined ? settings : { ...settings, profile: values.profile });
    results.push({ path: file, report });
    for (const [id, { error }] of report.faults) complain(`${file}: ${id}: ${error instanceof Error ? error.message : String(error)}`);
  }
  streams.out(format === 'json' ? toJson(results, locale) : toText(results, locale));
  if (failed) return 2;
  const counts = countAll(results);
  return counts.error + counts.warning > 0 ? 1 : 0;
}

function wrong(text: string, streams: Streams): number {
  streams.err(text);
  return 2;
}
