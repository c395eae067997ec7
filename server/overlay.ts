/**
 * An office's own kinds of reports: `.gongwen/profiles/*.json` beside a file or in a folder above, the nearest folder that
 * holds any, alone. They are added to the kinds of the product; a faulty one is left out, and says why at its place.
 */
import { findNodeAtLocation } from 'jsonc-parser';
import { baseOf, compileOverlay } from './core/compile-profile';
import { ProfileError } from './core/data-node';
import type { Profile } from './core/profile';
import { OFFICIAL_DOCUMENT } from './core/recognise';
import type { ConfigProblem } from './config';
import { parentOf, type Host } from './host';
import { parseJson, properties, type JsonNode } from './json';
import { SIDE_FOLDER } from './side-files';

/** Where the profiles of a folder lie. */
export const PROFILE_FOLDER = 'profiles';

/** A larger file is not read; nor are more files than this, nor what nests deeper. */
const LARGEST = 64 * 1024;
const MOST_FILES = 32;
const DEEPEST = 24;

/** One of an office's files. */
export interface OverlayFile {
  readonly uri: string;
  readonly text: string;
}

/** The kinds of the product with those of an office, and what is wrong in the office's files. */
export interface OverlayRead {
  readonly profiles: readonly Profile[];
  /** By the uri of the file; one entry for each file. */
  readonly problems: ReadonlyMap<string, readonly ConfigProblem[]>;
}

interface Pending extends OverlayFile {
  readonly root: JsonNode | undefined;
  readonly data: unknown;
}

/**
 * Adds an office's files to the kinds that are known. One that extends another waits until that one is there, whatever
 * the files are called. Never throws.
 */
export function readOverlays(bundled: readonly Profile[], files: readonly OverlayFile[]): OverlayRead {
  const problems = new Map<string, ConfigProblem[]>(files.map(({ uri }) => [uri, []]));
  let pending: Pending[] = [];
  for (const [i, file] of files.entries()) {
    const said = problems.get(file.uri)!;
    if (i >= MOST_FILES) said.push({ from: 0, to: 1, message: 'profileMany', args: { most: MOST_FILES } });
    else if (file.text.length > LARGEST) said.push({ from: 0, to: 1, message: 'profileLarge', args: { most: LARGEST / 1024 } });
    else {
      const { root, faults } = parseJson(file.text);
      said.push(...faults.map(({ from, to, code }): ConfigProblem => ({ from, to, message: 'json', args: { code } })));
      if (faults.length === 0) pending.push({ ...file, root, data: root ? valueOf(root, 0) : null });
    }
  }
  let profiles = bundled;
  for (let waiting = -1; pending.length > 0 && pending.length !== waiting;) {
    waiting = pending.length;
    const later: Pending[] = [];
    for (const file of pending) {
      const base = baseOf(file.data);
      const comes =
        base !== undefined &&
        !profiles.some(({ id }) => id === base) &&
        pending.some((other) => other !== file && idOf(other.data) === base);
      if (comes) later.push(file);
      else profiles = add(profiles, file, problems.get(file.uri)!);
    }
    pending = later;
  }
  for (const file of pending) problems.get(file.uri)!.push(problemOf(new ProfileError('extends', 'circle'), file.root));
  return { profiles, problems };
}

function add(profiles: readonly Profile[], { data, root }: Pending, problems: ConfigProblem[]): readonly Profile[] {
  try {
    const { profile, base, refused } = compileOverlay(data, profiles);
    problems.push(...refused.map((error) => problemOf(error, root)));
    if (base === profile.id) return profiles.map((p) => (p.id === base ? profile : p));
    // One that adds to another is tried before it; one that stands alone behind all that are mandated.
    const at = profiles.findIndex(({ id }) => id === (base ?? OFFICIAL_DOCUMENT));
    return at < 0 ? [...profiles, profile] : [...profiles.slice(0, at), profile, ...profiles.slice(at)];
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    problems.push(problemOf(error, root));
    return profiles;
  }
}

function idOf(data: unknown): string | undefined {
  const id = typeof data === 'object' && data !== null ? (data as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** A fault at its place: the value it speaks of, the name of an unknown field, or the beginning of what lacks a field. */
function problemOf({ path, fault, args }: ProfileError, root: JsonNode | undefined): ConfigProblem {
  const { from, to } = placeOf(path, args.field, root);
  return { from, to, message: fault, args };
}

function placeOf(path: string, field: unknown, root: JsonNode | undefined): { from: number; to: number } {
  if (!root) return { from: 0, to: 1 };
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let n = steps.length; n >= 0; n--) {
    const node = findNodeAtLocation(root, steps.slice(0, n));
    if (!node) continue;
    const name = properties(node).find(([own]) => own === field)?.[2];
    if (name) return { from: name.offset, to: name.offset + name.length };
    return { from: node.offset, to: node.offset + (n < steps.length ? 1 : Math.max(1, node.length)) };
  }
  return { from: 0, to: 1 };
}

/** The value as plain data. Every name is an own property, `__proto__` too; what nests too deep is null. */
function valueOf(node: JsonNode, depth: number): unknown {
  if (depth > DEEPEST) return null;
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, depth + 1));
  if (node.type !== 'object') return node.value as unknown;
  const out: Record<string, unknown> = {};
  for (const [name, value] of properties(node))
    Object.defineProperty(out, name, { value: valueOf(value, depth + 1), enumerable: true, configurable: true, writable: true });
  return out;
}

/** A name of one file, and of nothing else. */
const FILE_NAME = /^[^./\\:*?"<>|][^/\\:*?"<>|]{0,100}\.json$/i;

/** Finds the kinds of reports that are known where a file lies. */
export class ProfileFiles {
  private readonly found = new Map<string, Promise<readonly Profile[]>>();
  /** Counts the changes of files. */
  private turn = 0;
  /** What was read last, by folder: the same texts give the same profiles, so that nothing is looked at again. */
  private readonly last = new Map<string, { readonly texts: string; readonly read: OverlayRead }>();

  /** @param onRead is told of every file that was read, with its problems */
  constructor(
    private readonly host: Host,
    private readonly bundled: readonly Profile[],
    private readonly onRead: (uri: string, text: string, problems: readonly ConfigProblem[]) => void,
  ) {}

  /** The kinds known for a file: those of the product where no office has its own. */
  of(uri: string): Promise<readonly Profile[]> {
    return this.in(parentOf(uri));
  }

  /** The kinds known in a folder. */
  async in(folder: string | undefined): Promise<readonly Profile[]> {
    if (folder === undefined) return this.bundled;
    for (;;) {
      const { turn } = this;
      const found = await this.from(folder);
      // Files that changed while they were being read are read again.
      if (turn === this.turn) return found;
    }
  }

  /** Forgets where they are: a file has changed. */
  forget(): void {
    this.turn++;
    this.found.clear();
  }

  private from(folder: string): Promise<readonly Profile[]> {
    let found = this.found.get(folder);
    if (!found) this.found.set(folder, (found = this.look(folder)));
    return found;
  }

  private async look(folder: string): Promise<readonly Profile[]> {
    const { turn } = this;
    const base = `${folder}/${SIDE_FOLDER}/${PROFILE_FOLDER}`;
    const names = ((await this.host.list(base)) ?? [])
      .filter((entry) => !entry.folder && FILE_NAME.test(entry.name))
      .map(({ name }) => name);
    if (names.length === 0) {
      const parent = parentOf(folder);
      return parent === undefined || parent === folder ? this.bundled : this.from(parent);
    }
    const files: OverlayFile[] = [];
    for (const name of names.sort()) {
      const uri = `${base}/${encodeURIComponent(name)}`;
      const text = await this.host.read(uri);
      if (text !== null) files.push({ uri, text });
    }
    // Changed meanwhile: whoever asked asks again, and nothing is told of what the files said before.
    if (turn !== this.turn) return this.bundled;
    const texts = JSON.stringify(files);
    let read = this.last.get(folder)?.texts === texts ? this.last.get(folder)!.read : undefined;
    if (!read) this.last.set(folder, { texts, read: (read = readOverlays(this.bundled, files)) });
    for (const { uri, text } of files) this.onRead(uri, text, read.problems.get(uri)!);
    return read.profiles;
  }
}
