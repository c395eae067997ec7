/** Entry of the command line, and of its further threads. */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import { config } from './config';
import { explain } from './explain';
import { figures } from './figures';
import { lint, type Streams } from './lint';
import { newReport } from './new';
import { localeOf } from './options';
import { runThread } from './pool';
import { roll } from './roll';
import { say } from './words';

const [command, ...args] = process.argv.slice(2);

const streams: Streams = {
  out: (text) => print(1, `${text}\n`),
  err: (text) => print(2, `${text}\n`),
  bytes: (bytes) => print(1, bytes),
  stdin: () => readFileSync(0),
  colours: process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  terminal: process.stderr.isTTY ? (text) => print(2, text) : undefined,
  threadFile: __filename,
  version,
};

(isMainThread ? main() : runThread().then(() => 0)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    streams.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  },
);

async function main(): Promise<number> {
  const { env } = process;
  const locale = localeOf(undefined, env);
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
      return mcp(locale);
    case '--version':
    case '-v':
      streams.out(version);
      return 0;
    case undefined:
    case '--help':
    case '-h':
      streams.out(say('usage', localeOf(/^--locale[= ](en|zh-cn)$/.exec(args.join(' '))?.[1], env)));
      return command === undefined ? 2 : 0;
    default:
      streams.err(say('unknownCommand', locale, { name: command }));
      return 2;
  }
}

/** The server has a bundle of its own, beside this one: the command line stays small. It ends with its input. */
function mcp(locale: Parameters<typeof say>[1]): number {
  const file = path.join(__dirname, 'mcp.js');
  if (!existsSync(file)) {
    streams.err(say('noMcp', locale, { file }));
    return 2;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle beside this one, found when asked for
  require(file);
  return 0;
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
