/** Finding and reading the files to lint. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fits } from '../glob';
import { decode, type Decoded } from './decode';

/** Larger files are declined, and said to be. */
const LARGEST = 20 * 1024 * 1024;
const REPORTS = /\.(?:txt|md|markdown|gongwen)$/i;
const SKIPPED = new Set(['node_modules', '.git', '.gongwen', '.hg', '.svn']);

/** Stands for the standard input. */
export const STDIN = '-';

/** A file to lint. */
export interface Listed {
  readonly path: string;
  /** Named by its own name: it is looked at whatever the settings leave alone. */
  readonly named: boolean;
}

/** A folder that cannot be read. */
export interface Closed {
  readonly folder: string;
  readonly why: string;
}

/** A file's text with its bytes, or why there is none. */
export type FileText =
  (Decoded & { readonly bytes: Buffer }) | { readonly fault: 'unreadable' | 'binary' | 'tooLarge'; readonly why: string };

/** The files that the arguments name: files as they are, folders with the report files in and below them, and patterns where no file has that name. Each once, in order. */
export function listFiles(args: readonly string[]): { files: Listed[]; empty: string[]; closed: Closed[] } {
  const files = new Map<string, boolean>();
  const empty: string[] = [];
  const closed: Closed[] = [];
  for (const arg of args) {
    const kind = arg === STDIN ? 'file' : kindOf(arg);
    if (kind === 'file' || (kind === undefined && !isPattern(arg))) {
      files.set(arg, true);
      continue;
    }
    const shut = closed.length;
    const found = kind === 'folder' ? walk(/^.*[^\\/]/.exec(arg)?.[0] ?? arg, closed) : expand(arg, closed);
    if (found.length === 0 && closed.length === shut) empty.push(arg);
    for (const file of found) if (!files.has(file)) files.set(file, false);
  }
  return { files: [...files].map(([path, named]) => ({ path, named })), empty, closed };
}

/** Part `i` of `n` of a list: every n-th file, so that the parts are about equally long. */
export function shardOf<T>(list: readonly T[], { index, count }: { index: number; count: number }): T[] {
  return list.filter((_, i) => i % count === index - 1);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function isPattern(arg: string): boolean {
  return /[*?{]/.test(arg);
}

function walk(folder: string, closed: Closed[]): string[] {
  const out: string[] = [];
  let entries;
  try {
    entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch (error) {
    closed.push({ folder, why: error instanceof Error ? error.message : String(error) });
    return out;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder === '/' ? '' : folder}/${entry.name}`;
    // Links are not followed: they may lead round in a circle.
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) out.push(...walk(path, closed));
    else if (entry.isFile() && REPORTS.test(entry.name)) out.push(path);
  }
  return out;
}

/** The report files that a pattern fits, searched from the last folder before its first mark. */
function expand(arg: string, closed: Closed[]): string[] {
  const pattern = arg.replaceAll('\\', '/');
  const parts = pattern.split('/');
  const base = parts.slice(0, parts.findIndex(isPattern)).join('/');
  const folder = base === '' && pattern.startsWith('/') ? '/' : base;
  if (folder !== '' && kindOf(folder) !== 'folder') return [];
  // A folder before both: else a pattern of a single name would mean that name in every folder.
  return walk(folder, closed).filter((path) => fits(`files/${path}`, `files/${pattern}`));
}

/** Reads a file, in whichever encoding it is. */
export function readText(file: string): FileText {
  let bytes: Buffer;
  try {
    if (file !== STDIN && statSync(file).size > LARGEST) return { fault: 'tooLarge', why: '' };
    bytes = readFileSync(file === STDIN ? 0 : file);
  } catch (error) {
    return { fault: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
  return bytes.length > LARGEST ? { fault: 'tooLarge', why: '' } : textOf(bytes);
}

/** Bytes as a text. */
export function textOf(bytes: Buffer): FileText {
  const decoded = decode(bytes);
  return decoded ? { ...decoded, bytes } : { fault: 'binary', why: '' };
}

/** The language an editor would give the file. */
export function languageOf(file: string): string {
  if (/\.md$|\.markdown$/i.test(file)) return 'markdown';
  return /\.gongwen(?:\.txt)?$/i.test(file) ? 'gongwen' : 'plaintext';
}
