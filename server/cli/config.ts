/** `gongwen config FILE`: the settings that hold for a file, and where each comes from. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NO_SETTINGS, type Settings } from '../core/settings';
import { effectiveSettings, type Effective } from '../effective';
import { NodeHost } from '../node/host';
import { Service } from '../service';
import { resolverFor } from './check';
import { languageOf, readText } from './files';
import { kindIds } from './kinds';
import type { Streams } from './lint';
import { readCommand } from './parse';
import { say, SEVERITY_WORDS } from './words';

const OPTIONS = {
  locale: { type: 'string' },
  format: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs the command. A file that does not exist yet has settings, too. */
export async function config(
  args: readonly string[],
  streams: Streams,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const wrong = (text: string): number => {
    streams.err(text);
    return 2;
  };
  const read = readCommand('config', args, OPTIONS, env, streams);
  if (!read) return 2;
  const { values, positionals, locale } = read;
  if (values.help) {
    streams.out(say('configUsage', locale));
    return 0;
  }
  if (positionals.length !== 1) return wrong(say('configOneFile', locale));
  if (values.format !== undefined && values.format !== 'text' && values.format !== 'json')
    return wrong(say('configFormat', locale, { name: values.format }));
  const known = await kindIds(positionals);
  if (values.profile !== undefined && !known.includes(values.profile))
    return wrong(say('badProfile', locale, { name: values.profile, known }));
  const [name] = positionals;
  const host = new NodeHost();
  const service = new Service({ today: host.today() });
  const uri = pathToFileURL(path.resolve(name)).href;
  const resolved = await resolverFor(service, host, locale, (text) => streams.err(text)).resolve(uri, NO_SETTINGS);
  const settings: Settings = values.profile === undefined ? resolved.settings : { ...resolved.settings, profile: values.profile };
  const file = readText(name);
  const report = service.open(uri, languageOf(name), 1, 'fault' in file ? '' : file.text, settings);
  const effective = effectiveSettings(service, report, settings, resolved.from === null ? null : fileURLToPath(resolved.from));
  const origins = Object.fromEntries(service.allRules.map(({ id }) => [id, originOf(id, settings)]));
  if (values.format === 'json') {
    streams.out(JSON.stringify({ version: 1, ...effective, origins }, null, 1));
    return 0;
  }
  const { profile } = effective;
  const origin = profile?.chosen
    ? values.profile === undefined
      ? say('bySettings', locale)
      : say('byOption', locale)
    : say('byRecognition', locale);
  streams.out(
    [
      effective.from === null ? say('configNone', locale) : say('configFrom', locale, { file: effective.from }),
      profile ? say('configProfile', locale, { profile: `${profile.title} ${profile.id}`, origin }) : say('noKind', locale),
      ...(effective.leftAlone ? [say('configLeftAlone', locale)] : []),
      say('configRules', locale, { count: service.allRules.length }),
      ...service.allRules.map(({ id }) => ruleLine(id, effective, origins[id], locale)),
    ].join('\n'),
  );
  return 0;
}

type Origin = 'byRule' | 'byFamily' | 'byDefault';

/** Where a rule's level comes from. */
function originOf(id: string, { rules }: Settings): Origin {
  const own = (name: string) => Object.prototype.hasOwnProperty.call(rules, name) && rules[name] !== 'default';
  return own(id) ? 'byRule' : own(id.slice(0, id.indexOf('/'))) ? 'byFamily' : 'byDefault';
}

function ruleLine(id: string, { rules, changed, oneAtATime }: Effective, origin: Origin, locale: Parameters<typeof say>[1]): string {
  const level = rules[id];
  const words = level === 'off' || level === 'default' ? say('off', locale) : SEVERITY_WORDS[level][locale];
  const fixes = oneAtATime.includes(id) ? `  ${say('oneAtATime', locale)}` : '';
  return `${changed.includes(id) ? '*' : ' '} ${id}  ${words}  ${say(origin, locale)}${fixes}`;
}
