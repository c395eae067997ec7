/** Finding and reading the files to lint. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { withoutBom } from '../core/text';

/** Larger files are declined, and said to be. */
const LARGEST = 20 * 1024 * 1024;
const REPORTS = /\.(?:txt|md|markdown|gongwen)$/i;
const SKIPPED = new Set(['node_modules', '.git', '.gongwen', '.hg', '.svn']);

/** A file's text, or why there is none. */
export type FileText = { readonly text: string } | { readonly fault: 'unreadable' | 'binary' | 'tooLarge'; readonly why: string };

/** The files that the arguments name: files as they are, folders with the report files in and below them. Each once, in order. */
export function listFiles(args: readonly string[]): { files: string[]; empty: string[] } {
  const files = new Set<string>();
  const empty: string[] = [];
  for (const arg of args) {
    if (!isFolder(arg)) {
      files.add(arg);
      continue;
    }
    const found = walk(/^.*[^\\/]/.exec(arg)?.[0] ?? arg);
    if (found.length === 0) empty.push(arg);
    for (const file of found) files.add(file);
  }
  return { files: [...files], empty };
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function walk(folder: string): string[] {
  const out: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    // Links are not followed: they may lead round in a circle.
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) out.push(...walk(path));
    else if (entry.isFile() && REPORTS.test(entry.name)) out.push(path);
  }
  return out;
}

/** Reads a file as UTF-8 (or UTF-16 with a byte order mark). */
export function readText(file: string): FileText {
  let bytes: Buffer;
  try {
    if (statSync(file).size > LARGEST) return { fault: 'tooLarge', why: '' };
    bytes = readFileSync(file);
  } catch (error) {
    return { fault: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, 8192).includes(0)) return { fault: 'binary', why: '' };
  return { text: withoutBom(bytes.toString('utf8')) };
}

/** The language an editor would give the file. */
export function languageOf(file: string): string {
  if (/\.md$|\.markdown$/i.test(file)) return 'markdown';
  return /\.gongwen(?:\.txt)?$/i.test(file) ? 'gongwen' : 'plaintext';
}
