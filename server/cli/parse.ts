/** Reading the arguments of a command, and saying what is wrong with them so that a person knows what to write. */
import { existsSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Locale } from '../core/messages';
import { nearest } from '../core/nearest';
import { say } from './words';

type Env = Readonly<Record<string, string | undefined>>;
type Options = NonNullable<ParseArgsConfig['options']>;

/** What is wrong with an invocation, in words. */
export class UsageError extends Error {}

/** Every command. */
export const COMMANDS = ['lint', 'roll', 'config', 'new', 'figures', 'explain', 'mcp'] as const;

/** The language of messages: the option, else LC_ALL, LANG, else zh-cn. */
export function localeOf(option: string | undefined, env: Env): Locale {
  if (option === 'en' || option === 'zh-cn') return option;
  const name = env.LC_ALL || env.LANG || '';
  return /^en/i.test(name) ? 'en' : 'zh-cn';
}

/** The language in which to speak of arguments that may be wrong. */
export function spokenLocale(args: readonly string[], env: Env): Locale {
  return localeOf(/^--locale[=\n](en|zh-cn)$/m.exec(args.join('\n'))?.[1], env);
}

/** Reads the arguments of a command. Throws a {@link UsageError} that says what to do. */
export function parseCommand<T extends Options>(
  command: (typeof COMMANDS)[number],
  args: readonly string[],
  options: T,
  env: Env,
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>> & { locale: Locale } {
  const spoken = spokenLocale(args, env);
  let read;
  try {
    read = parseArgs({ args: [...args], allowPositionals: true as const, options });
  } catch (error) {
    throw new UsageError(faultIn(error as { code?: string; message: string }, command, options, spoken));
  }
  const { locale } = read.values as { locale?: string };
  if (locale !== undefined && locale !== 'zh-cn' && locale !== 'en') throw new UsageError(say('badLocale', spoken, { name: locale }));
  return { ...read, locale: localeOf(locale, env) };
}

/** The same; what is wrong is told instead, and nothing is returned: the exit code is 2. */
export function readCommand<T extends Options>(
  command: (typeof COMMANDS)[number],
  args: readonly string[],
  options: T,
  env: Env,
  streams: { err(text: string): void },
): ReturnType<typeof parseCommand<T>> | undefined {
  try {
    return parseCommand(command, args, options, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(error.message);
    return undefined;
  }
}

function faultIn({ code, message }: { code?: string; message: string }, command: string, options: Options, locale: Locale): string {
  // `Unknown option '--fromat'`, `Option '--format <value>' argument missing`, `Option '-h, --help' does not take an argument`
  const quoted = /'([^']*)/.exec(message)?.[1] ?? '';
  const option = /--[^ =,]+/.exec(quoted)?.[0] ?? quoted;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = nearest(quoted.replace(/^-+/, ''), Object.keys(options));
    return meant === undefined
      ? say('unknownOption', locale, { name: quoted, command })
      : say('unknownOptionMeant', locale, { name: quoted, meant: `--${meant}` });
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return say(message.includes('does not take') ? 'valueTooMany' : 'valueMissing', locale, { option, command });
  return say('badOption', locale, { why: message, command });
}

/** What to say of a command that there is not. */
export function unknownCommand(name: string, locale: Locale): string {
  if (name.startsWith('-') && name !== '-') return say('unknownTopOption', locale, { name });
  if (name === '-' || existsSync(name)) return say('lintMeant', locale, { name });
  const meant = nearest(name, COMMANDS);
  return meant === undefined ? say('unknownCommand', locale, { name }) : say('unknownCommandMeant', locale, { name, meant });
}
