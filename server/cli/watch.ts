/** `--watch`: checks again whenever a file changes. */
import { existsSync, statSync, watch as watchPath, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../core/messages';
import type { Streams } from './lint';
import { say } from './words';

/** Editors write a file in several steps: so long nothing must happen before it is read. */
const SETTLED_MS = 100;

/** Checks now and after each change, until the process is told to end. `once` checks what has another stamp than before. */
export async function watch(
  paths: readonly string[],
  locale: Locale,
  streams: Streams,
  once: (stampOf: (path: string) => string) => Promise<number>,
): Promise<number> {
  let settings = 0;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const check = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      // Other settings may say something else of any file.
      await once((file) => `${settings} ${stampOf(file)}`);
      streams.err(say('watching', locale, { time: new Date().toTimeString().slice(0, 8) }));
    } while (again);
    running = false;
  };
  let fail: (error: unknown) => void = () => undefined;
  const ended = new Promise<number>((resolve, reject) => {
    fail = reject;
    process.once('SIGINT', () => resolve(0));
    process.once('SIGTERM', () => resolve(0));
  });
  const watchers = foldersOf(paths).map(({ folder, recursive }): FSWatcher =>
    watchPath(folder, { recursive }, (_, name) => {
      if (name?.endsWith('.tmp')) return;
      if (recursive ? name?.includes('.gongwen') : path.basename(folder) === '.gongwen') settings++;
      clearTimeout(timer);
      timer = setTimeout(() => void check().catch(fail), SETTLED_MS);
    }),
  );
  await check();
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size}` : '';
}

/** The folders to watch: those named with all below them, those of the files named, those a pattern begins at, and every `.gongwen` above. */
function foldersOf(paths: readonly string[]): { folder: string; recursive: boolean }[] {
  const folders = new Map<string, boolean>();
  for (const name of paths) {
    const whole = path.resolve(name);
    const stat = statSync(whole, { throwIfNoEntry: false });
    if (stat?.isDirectory()) folders.set(whole, true);
    else if (stat) folders.set(path.dirname(whole), folders.get(path.dirname(whole)) ?? false);
    else folders.set(existing(whole), true);
    for (let at = path.dirname(whole); ; at = path.dirname(at)) {
      const side = path.join(at, '.gongwen');
      if (existsSync(side)) folders.set(side, folders.get(side) ?? false);
      if (path.dirname(at) === at) break;
    }
  }
  return [...folders].map(([folder, recursive]) => ({ folder, recursive }));
}

function existing(name: string): string {
  let at = path.dirname(name);
  while (!existsSync(at)) at = path.dirname(at);
  return at;
}
