/** The command line: which command is asked for, and what it reads from and writes to. */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import { config } from './config';
import { explain } from './explain';
import { figures } from './figures';
import { lint, type Streams } from './lint';
import { newReport } from './new';
import { COMMANDS, readCommand, spokenLocale, unknownCommand } from './parse';
import { runThread } from './pool';
import { roll } from './roll';
import { say } from './words';

/** Runs the command that the process was started with. On a further thread, that thread's share of the files. */
export function runCommandLine(): void {
  const streams = standardStreams();
  (isMainThread ? main(streams) : runThread().then(() => 0)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      streams.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = 2;
    },
  );
}

/** Made when the command line runs: the language server, which may stand in the same bundle, has its own. */
function standardStreams(): Streams {
  return {
    out: (text) => print(1, `${text}\n`),
    err: (text) => print(2, `${text}\n`),
    bytes: (bytes) => print(1, bytes),
    stdin: () => readFileSync(0),
    colours: process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    terminal: process.stderr.isTTY ? (text) => print(2, text) : undefined,
    threadFile: __filename,
    version,
  };
}

async function main(streams: Streams): Promise<number> {
  const { env } = process;
  const [command, ...args] = asked(process.argv.slice(2));
  const locale = spokenLocale(args, env);
  switch (command) {
    case 'lint':
      return lint(args, streams, env);
    case 'config':
      return config(args, streams, env);
    case 'explain':
      return explain(args, streams, env, path.join(__dirname, '../docs/rules'));
    case 'new':
      return newReport(args, streams, env);
    case 'roll':
      return roll(args, streams, env);
    case 'figures':
      return figures(args, streams, env);
    case 'mcp':
      return mcp(args, streams, env);
    case '--version':
    case '-v':
      streams.out(version);
      return 0;
    case undefined:
    case '--help':
    case '-h':
      streams.out(say('usage', locale));
      return command === undefined ? 2 : 0;
    default:
      streams.err(unknownCommand(command, locale));
      return 2;
  }
}

/** The server has a bundle of its own, beside this one: the command line stays small. It ends with its input. */
function mcp(args: readonly string[], streams: Streams, env: NodeJS.ProcessEnv): number {
  const read = readCommand('mcp', args, { locale: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, env, streams);
  if (!read) return 2;
  const { values, positionals, locale } = read;
  if (values.help) {
    streams.out(say('mcpUsage', locale));
    return 0;
  }
  if (positionals.length > 0) {
    streams.err(say('tooManyNames', locale, { name: positionals[0], command: 'mcp' }));
    return 2;
  }
  const file = path.join(__dirname, 'mcp.js');
  if (!existsSync(file)) {
    streams.err(say('noMcp', locale, { file }));
    return 2;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle beside this one, found when asked for
  require(file);
  return 0;
}

/** `help`, and `help lint` as `lint --help`. */
function asked([first, second, ...rest]: readonly string[]): readonly string[] {
  if (first !== 'help') return [first, second, ...rest].filter((arg) => arg !== undefined);
  return (COMMANDS as readonly string[]).includes(second)
    ? [second, '--help', ...rest]
    : ['--help', second, ...rest].filter((arg) => arg !== undefined);
}

/** Writes and waits for it: nothing is lost when the process ends. */
function print(stream: 1 | 2, text: string | Uint8Array): void {
  let bytes = Buffer.from(text as string);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(stream, bytes));
    } catch (error) {
      // A full pipe: the reader is slow.
      if ((error as { code?: string }).code === 'EAGAIN') continue;
      if ((error as { code?: string }).code === 'EPIPE') return;
      throw error;
    }
  }
}
