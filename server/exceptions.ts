/**
 * Exceptions: what a person or an office has decided to leave as it is. Read from the side files, applied when findings
 * are collected, the same in the editor and on the command line.
 *
 * - 本次忽略: fingerprints, in memory, until the server ends
 * - 本文件豁免: `exceptions.json`, by fingerprint, with a reason (in Markdown a directive does the same)
 * - 单位词库: `lexicon.json`, words that rules leave alone
 * - 基线: `baseline.json`, what an archive is known to hold
 * - 已核: `stamps.json`, figures that a person has verified (no exception, but a side file of the same sort)
 */
import { applyEdits, modify } from 'jsonc-parser';
import { readBaseline } from './baseline';
import type { ConfigProblem } from './config';
import { fingerprint, sentenceAt, sentenceFingerprint } from './core/fingerprint';
import { nearest } from './core/nearest';
import type { Span } from './core/text';
import type { Host } from './host';
import { parseJson, properties, type JsonNode } from './json';
import { readCodes } from './lexicon-codes';
import type { Exceptions, Reported } from './service';
import { pathBelow, SideFiles, type SideFile } from './side-files';

export const EXCEPTIONS_FILE = 'exceptions.json';
export const LEXICON_FILE = 'lexicon.json';
export const BASELINE_FILE = 'baseline.json';
export const STAMPS_FILE = 'stamps.json';

/** One finding that a file may keep. */
export interface Exemption {
  /** Path below the folder that holds `.gongwen`. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
  /** The sentence, for whoever reads the file; nothing depends on it. */
  readonly sentence?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
}

/** A figure that a person has verified. */
export interface Stamp {
  readonly file: string;
  /** The figure as it stands: `10.6万件`. */
  readonly figure: string;
  /** Of its sentence ({@link stampOf}). */
  readonly fingerprint: string;
  readonly date?: string;
}

/** A list read from a side file: what is well-formed of it, each with its place, and what is wrong. */
export interface ListRead<T> {
  /** `index` is the place in the list. */
  readonly items: readonly (T & { readonly from: number; readonly to: number; readonly index: number })[];
  readonly problems: readonly ConfigProblem[];
}

/** Reads `exceptions.json`: `{ "exceptions": [ { "file", "rule", "fingerprint", "reason", … } ] }`. Never throws. */
export function readExemptions(text: string): ListRead<Exemption> {
  return readList(text, 'exceptions', ['file', 'rule', 'fingerprint', 'reason'], ['sentence', 'date']) as unknown as ListRead<Exemption>;
}

/** Reads `stamps.json`: `{ "stamps": [ { "file", "figure", "fingerprint", … } ] }`. Never throws. */
export function readStamps(text: string): ListRead<Stamp> {
  return readList(text, 'stamps', ['file', 'figure', 'fingerprint'], ['date']) as unknown as ListRead<Stamp>;
}

/** Reads the words of `lexicon.json`: `{ "words": [ "…" ], "agencyCodes": [ … ] }`; says what is wrong in all of it. Never throws. */
export function readLexicon(text: string): { readonly words: readonly string[]; readonly problems: readonly ConfigProblem[] } {
  const { root, nodes, problems } = listNodes(text, 'words', ['agencyCodes']);
  const words: string[] = [];
  for (const node of nodes) {
    if (typeof node.value === 'string' && node.value.trim() !== '') words.push(node.value.trim());
    else problems.push(problem(node, 'text', 'words'));
  }
  problems.push(...readCodes(text, root).problems);
  return { words, problems };
}

type Item = Record<string, unknown> & { from: number; to: number; index: number };

function readList(
  text: string,
  key: string,
  must: readonly string[],
  may: readonly string[],
): { items: Item[]; problems: ConfigProblem[] } {
  const { nodes, problems } = listNodes(text, key);
  const items: Item[] = [];
  for (const [index, node] of nodes.entries()) {
    const values = new Map(properties(node).map(([name, value]) => [name, value]));
    const faulty =
      node.type !== 'object' || must.some((name) => typeof values.get(name)?.value !== 'string' || values.get(name)!.value === '');
    if (faulty) {
      const lacking = must.find((name) => typeof values.get(name)?.value !== 'string' || values.get(name)!.value === '');
      problems.push(node.type === 'object' ? problem(values.get(lacking!) ?? node, 'text', lacking!) : problem(node, 'object', key));
      continue;
    }
    const item: Item = { from: node.offset, to: node.offset + node.length, index };
    for (const name of [...must, ...may]) {
      const value: unknown = values.get(name)?.value;
      if (typeof value === 'string') item[name] = value;
    }
    items.push(item);
  }
  return { items, problems };
}

/** The members of the list that stands under a key of the file's object; `others` are keys that somebody else reads. */
function listNodes(
  text: string,
  key: string,
  others: readonly string[] = [],
): { root: JsonNode | undefined; nodes: readonly JsonNode[]; problems: ConfigProblem[] } {
  const { root, faults } = parseJson(text);
  const problems: ConfigProblem[] = faults.map(({ from, to, code }) => ({ from, to, message: 'json', args: { code } }));
  if (!root) return { root, nodes: [], problems };
  if (root.type !== 'object') return { root, nodes: [], problems: [...problems, problem(root, 'object', key)] };
  let list: JsonNode | undefined;
  for (const [name, value, nameNode] of properties(root)) {
    if (name === key) list = value;
    else if (name !== '$schema' && name !== 'version' && !others.includes(name))
      problems.push({
        from: nameNode.offset,
        to: nameNode.offset + nameNode.length,
        message: 'unknownKeyMeant',
        args: { key: name.slice(0, 80), meant: nearest(name, [key, ...others]) ?? key },
      });
  }
  if (list && list.type !== 'array') problems.push(problem(list, 'list', key));
  return { root, nodes: list?.type === 'array' ? (list.children ?? []) : [], problems };
}

function problem(node: JsonNode, message: ConfigProblem['message'], key: string): ConfigProblem {
  return { from: node.offset, to: node.offset + node.length, message, args: { key } };
}

/** What a stamp on a figure is known by: its sentence. */
export function stampOf(text: string, span: Span): string {
  return sentenceFingerprint(text, span);
}

/** The sentence around a finding, shortened: for the person who reads the side file. */
export function excerptOf({ block, span }: Reported): string {
  const sentence = sentenceAt(block.text, span);
  return sentence.length > EXCERPT ? `${sentence.slice(0, EXCERPT)}…` : sentence;
}

const EXCERPT = 60;

/** What is left out in one file. */
export class FileExceptions implements Exceptions {
  private readonly used = new Set<string>();

  constructor(
    private readonly exempt: ReadonlySet<string>,
    private readonly words: readonly string[],
    private readonly known: ReadonlyMap<string, number> | undefined,
    /** 本次忽略. */
    private readonly session: ReadonlySet<string>,
  ) {}

  round(): ((finding: Reported) => boolean) | undefined {
    this.used.clear();
    const { exempt, words, known, session } = this;
    if (exempt.size === 0 && words.length === 0 && known === undefined && session.size === 0) return undefined;
    const left = new Map(known);
    return (finding) => {
      const print = fingerprint(finding);
      if (exempt.has(print)) {
        this.used.add(print);
        return true;
      }
      if (session.has(print) || words.some((word) => isPartOf(finding, word))) return true;
      const count = left.get(print) ?? 0;
      if (count > 0) left.set(print, count - 1);
      return count > 0;
    };
  }

  /** Whether the last round found something for this fingerprint. */
  isUsed(print: string): boolean {
    return this.used.has(print);
  }
}

/** Whether a finding lies within an occurrence of a word. */
function isPartOf({ block, span: { from, to } }: Reported, word: string): boolean {
  if (to <= from || to - from > word.length) return false;
  const { text } = block;
  for (let at = text.indexOf(word, Math.max(0, to - word.length)); at >= 0 && at <= from; at = text.indexOf(word, at + 1))
    if (at + word.length >= to) return true;
  return false;
}

/** The exceptions of all files, and the stamps; reads side files through a host and writes them. */
export class ExceptionFiles {
  private readonly files: SideFiles;
  private readonly session = new Map<string, Set<string>>();
  private readonly parsed = new WeakMap<SideFile, unknown>();
  private writing: Promise<unknown> = Promise.resolve();

  /** @param onRead is told of every side file that was read, with its problems */
  constructor(
    private readonly host: Host,
    private readonly onRead: (uri: string, text: string, problems: readonly ConfigProblem[]) => void = () => undefined,
  ) {
    this.files = new SideFiles(host);
  }

  /** What is left out in a file. @param withBaseline false for who looks after the baseline himself */
  async of(uri: string, withBaseline = true): Promise<FileExceptions> {
    const [exempt, lexicon, baseline] = await Promise.all([
      this.exemptions(uri),
      this.files.find(uri, LEXICON_FILE),
      withBaseline ? this.files.find(uri, BASELINE_FILE) : null,
    ]);
    const known =
      baseline &&
      this.once(baseline, (text) => withProblems(readBaseline(text), (read) => (read ? [] : [WHOLE])))?.get(
        pathBelow(baseline.folder, uri) ?? '',
      );
    return new FileExceptions(
      new Set(exempt.items.map((item) => item.fingerprint)),
      lexicon ? this.once(lexicon, (text) => withProblems(readLexicon(text), (read) => read.problems)).words : [],
      known ?? undefined,
      this.session.get(uri) ?? NONE,
    );
  }

  /** Exemptions of a file that matched nothing in the last round of its exceptions, with the side file they stand in. */
  async unused(
    uri: string,
    exceptions: FileExceptions,
  ): Promise<{ readonly side: SideFile; readonly problems: readonly ConfigProblem[] } | null> {
    const { side, items } = await this.exemptions(uri);
    if (!side) return null;
    const dead = items.filter(({ fingerprint: print }) => !exceptions.isUsed(print));
    return { side, problems: dead.map(({ from, to, file }) => ({ from, to, message: 'unusedException', args: { file } })) };
  }

  /** The exemptions that name a file, and the side file they stand in. */
  async exemptions(uri: string): Promise<{ readonly side: SideFile | null; readonly items: ListRead<Exemption>['items'] }> {
    const side = await this.files.find(uri, EXCEPTIONS_FILE);
    if (!side) return { side, items: [] };
    const path = pathBelow(side.folder, uri);
    return {
      side,
      items: this.once(side, (text) => withProblems(readExemptions(text), (read) => read.problems)).items.filter(
        (item) => item.file === path,
      ),
    };
  }

  /** The stamps of a file, as `fingerprint figure`; null where nobody stamps. */
  async stamps(uri: string): Promise<ReadonlySet<string> | null> {
    const side = await this.files.find(uri, STAMPS_FILE);
    if (!side) return null;
    const path = pathBelow(side.folder, uri);
    const { items } = this.once(side, (text) => withProblems(readStamps(text), (read) => read.problems));
    return new Set(items.filter((item) => item.file === path).map((item) => `${item.fingerprint} ${item.figure}`));
  }

  /** 本次忽略. */
  ignore(uri: string, print: string): void {
    let prints = this.session.get(uri);
    if (!prints) this.session.set(uri, (prints = new Set()));
    prints.add(print);
  }

  /** 本文件豁免, in the side file. False where there is no folder or the side file is broken. */
  exempt(uri: string, exemption: Omit<Exemption, 'file'>): Promise<boolean> {
    return this.change(uri, EXCEPTIONS_FILE, 'exceptions', (text, file) => {
      const there = readExemptions(text).items.some((item) => item.file === file && item.fingerprint === exemption.fingerprint);
      return there ? {} : { add: { file, ...exemption } };
    });
  }

  /** 单位词库: one word more. */
  addWord(uri: string, word: string): Promise<boolean> {
    return this.change(uri, LEXICON_FILE, 'words', (text) => (readLexicon(text).words.includes(word) ? {} : { add: word }));
  }

  /** 标记为已核, or takes the mark back. */
  stamp(uri: string, stamp: Omit<Stamp, 'file'>, on: boolean): Promise<boolean> {
    return this.change(uri, STAMPS_FILE, 'stamps', (text, file) => {
      const there = readStamps(text).items.find(
        (item) => item.file === file && item.figure === stamp.figure && item.fingerprint === stamp.fingerprint,
      );
      if (on) return there ? {} : { add: { file, ...stamp } };
      return there ? { remove: there.index } : {};
    });
  }

  /** Forgets what was read: a side file has changed. */
  forget(): void {
    this.files.forget();
  }

  /** Changes the list of a side file, one change after the other. What a person wrote in it stays; a broken file is never written over. */
  private change(
    uri: string,
    name: string,
    key: string,
    decide: (text: string, file: string) => { add?: unknown; remove?: number },
  ): Promise<boolean> {
    const run = async (): Promise<boolean> => {
      this.forget();
      const place = await this.files.placeFor(uri, name);
      const file = place && pathBelow(place.folder, uri);
      if (!place || file === undefined) return false;
      const text = place.text ?? `{ "${key}": [] }\n`;
      if (!isWhole(text, key)) return false;
      const { add, remove } = decide(text, file);
      const options = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
      const edits =
        add !== undefined
          ? modify(text, [key, -1], add, { ...options, isArrayInsertion: true })
          : remove !== undefined
            ? modify(text, [key, remove], undefined, options)
            : [];
      if (edits.length > 0) await this.host.write(place.uri, applyEdits(text, edits));
      this.forget();
      return true;
    };
    const done = this.writing.then(run, run);
    this.writing = done.catch(() => undefined);
    return done;
  }

  /** What a side file says, read once and told of. */
  private once<T>(side: SideFile, read: (text: string) => { value: T; problems: readonly ConfigProblem[] }): T {
    if (!this.parsed.has(side)) {
      const { value, problems } = read(side.text);
      this.parsed.set(side, value);
      this.onRead(side.uri, side.text, problems);
    }
    return this.parsed.get(side) as T;
  }
}

const NONE: ReadonlySet<string> = new Set();
const WHOLE: ConfigProblem = { from: 0, to: 1, message: 'baseline', args: {} };

function withProblems<T>(value: T, problems: (value: T) => readonly ConfigProblem[]): { value: T; problems: readonly ConfigProblem[] } {
  return { value, problems: problems(value) };
}

/** Whether a side file can be added to: it is JSON, an object, and what stands under the key is a list or absent. */
function isWhole(text: string, key: string): boolean {
  const { root, faults } = parseJson(text);
  if (!root) return faults.length === 0;
  if (faults.length > 0 || root.type !== 'object') return false;
  const lists = properties(root).filter(([name]) => name === key);
  return lists.length === 0 || (lists.length === 1 && lists[0][1].type === 'array');
}
