/** Entry of the command line. */
import { writeSync } from 'node:fs';
import { version } from '../../package.json';
import { lint, localeOf, type Streams } from './lint';
import { say } from './words';

const [command, ...args] = process.argv.slice(2);

const streams: Streams = { out: (text) => print(1, text), err: (text) => print(2, text) };

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    streams.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  },
);

async function main(): Promise<number> {
  switch (command) {
    case 'lint':
      return lint(args, streams, process.env);
    case '--version':
    case '-v':
      streams.out(version);
      return 0;
    case undefined:
    case '--help':
    case '-h':
      await lint(['--help', ...args], streams, process.env);
      return command === undefined ? 2 : 0;
    default:
      streams.err(say('unknownCommand', localeOf(undefined, process.env), { name: command }));
      return 2;
  }
}

/** Writes a line and waits for it: nothing is lost when the process ends. */
function print(stream: 1 | 2, text: string): void {
  let bytes = Buffer.from(`${text}\n`);
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
