/**
 * The reports of the workspace that are not open: which number each carries, which it cites, and its title.
 *
 * Nothing is read before the first question, and nothing twice: what has changed on disk is read again when it is next
 * asked for. Files, text and entries are bounded, and `complete` says when a bound was met.
 */
import { ReportDocument } from './core/document';
import { recogniseIn } from './core/head';
import { rangeOf } from './core/edits';
import type { Block } from './core/block';
import type { DocumentNumber } from './core/facts/document-number';
import type { Profile } from './core/profile';
import { Ruler, type Range } from './core/text';
import type { Host } from './host';

/** One 发文字号 where it stands. */
export interface NumberMention {
  /** Names the document: `云政办发〔2023〕36号`. */
  readonly key: string;
  readonly agencyCode: string;
  /** As it is written, line ends left out. */
  readonly text: string;
  readonly range: Range;
  /** Its 代字 stands with the number before it in a list: …〔2023〕5号、〔2024〕6号. */
  readonly inherited: boolean;
  /** Written as it should be. */
  readonly wellFormed: boolean;
  /** The title it is cited with. */
  readonly title: string | undefined;
}

/** What is known of one report. */
export interface ReportEntry {
  readonly uri: string;
  /** The title's words; empty where there is none. */
  readonly title: string;
  readonly titleRange: Range;
  /** The number the report itself bears. */
  readonly carries: NumberMention | undefined;
  /** Every number in it, in order of place, its own included; numbers of one block in one list. */
  readonly mentions: readonly (readonly NumberMention[])[];
}

/** What bounds the work. Text is counted in UTF-16 code units. */
export interface WorkspaceLimits {
  readonly files: number;
  readonly folders: number;
  readonly depth: number;
  readonly textOfFile: number;
  readonly text: number;
  readonly mentions: number;
}

export const WORKSPACE_LIMITS: WorkspaceLimits = {
  files: 2_000,
  folders: 5_000,
  depth: 16,
  textOfFile: 500_000,
  text: 64_000_000,
  mentions: 100_000,
};

/** What the index needs to know to tell a report from any other text. */
export interface WorkspaceSettings {
  readonly profiles: readonly Profile[];
  /** The kinds known where a file lies, where an office may have its own. */
  readonly profilesFor?: (uri: string) => Promise<readonly Profile[]>;
  /** Today, as YYYY-MM-DD. */
  readonly today: string;
}

const LANGUAGES: readonly (readonly [suffix: string, languageId: string])[] = [
  ['.gongwen', 'gongwen'],
  ['.gongwen.txt', 'gongwen'],
  ['.gongwen.md', 'gongwen'],
  ['.txt', 'plaintext'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
];

/** Files that may be reports, as a glob. */
export const REPORT_FILES = '**/*.{gongwen,txt,md,markdown}';

/** Index of the reports under some folders. */
export class WorkspaceIndex {
  private readonly entries = new Map<string, ReportEntry>();
  private readonly stale = new Map<string, string>();
  private roots: readonly string[] = [];
  private walked = false;
  /** Length of every file that was read, reports or not. */
  private readonly lengths = new Map<string, number>();
  private text = 0;
  private count = 0;
  private bounded = false;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly settings: WorkspaceSettings,
    private readonly limits: WorkspaceLimits = WORKSPACE_LIMITS,
  ) {}

  /** Whether every report was read: no limit was met. */
  get complete(): boolean {
    return !this.bounded;
  }

  /** What is known at this moment, without waiting. */
  get known(): readonly ReportEntry[] {
    return [...this.entries.values()];
  }

  /** The folders to look in. What was read under others is forgotten. */
  setRoots(roots: readonly string[]): void {
    this.roots = roots.map((uri) => uri.replace(/\/$/, ''));
    this.forget();
  }

  /** A file was written, made or taken away; or a folder, with all that was in it. */
  changed(uri: string): void {
    if (!this.walked) return;
    if (languageOf(uri) !== undefined) this.stale.set(placeOf(uri), uri);
    else {
      const below = `${placeOf(uri)}/`;
      for (const [place, entry] of this.entries) if (place.startsWith(below)) this.stale.set(place, entry.uri);
    }
  }

  /** Reads everything anew at the next question. */
  forget(): void {
    this.walked = false;
  }

  /** Every report, once all that is stale has been read. Questions at the same time share the work. */
  async all(): Promise<readonly ReportEntry[]> {
    this.work = this.work.catch(() => undefined).then(() => this.catchUp());
    await this.work;
    return this.known;
  }

  private async catchUp(): Promise<void> {
    if (!this.walked) {
      this.walked = true;
      this.entries.clear();
      this.stale.clear();
      this.lengths.clear();
      this.text = this.count = 0;
      this.bounded = false;
      await this.walk();
    }
    for (const [place, uri] of [...this.stale]) {
      this.stale.delete(place);
      this.drop(place);
      if (this.roots.some((root) => placeOf(uri).startsWith(`${placeOf(root)}/`)) && !isHidden(uri, this.roots)) await this.read(uri);
    }
  }

  private async walk(): Promise<void> {
    const { limits } = this;
    const seen = new Set<string>();
    const open = this.roots.map((uri) => ({ uri, depth: 0 }));
    for (let next = open.shift(); next; next = open.shift()) {
      if (seen.has(placeOf(next.uri))) continue;
      seen.add(placeOf(next.uri));
      const entries = (await this.host.list(next.uri)) ?? [];
      for (const { name, folder } of entries) {
        if (isSkipped(name)) continue;
        const uri = `${next.uri}/${nameInUri(name)}`;
        if (folder) {
          if (next.depth >= limits.depth || seen.size + open.length >= limits.folders) this.bounded = true;
          else open.push({ uri, depth: next.depth + 1 });
        } else if (languageOf(name) !== undefined) {
          if (this.full()) return;
          await this.read(uri);
        }
      }
    }
  }

  private full(): boolean {
    const { limits } = this;
    const full = this.lengths.size >= limits.files || this.text >= limits.text || this.count >= limits.mentions;
    this.bounded ||= full;
    return full;
  }

  private async read(uri: string): Promise<void> {
    const text = await this.host.read(uri);
    if (text === null || this.full()) return;
    if (text.length > this.limits.textOfFile) {
      this.bounded = true;
      return;
    }
    const place = placeOf(uri);
    this.lengths.set(place, text.length);
    this.text += text.length;
    const { today, profilesFor } = this.settings;
    const profiles = (await profilesFor?.(uri)) ?? this.settings.profiles;
    // Opened without kinds of reports, nothing but its head is read; the blocks with numbers are read below.
    const document = new ReportDocument(uri, languageOf(uri) ?? 'plaintext', 0, text, { today, profiles: [] }, () => []);
    if (!recogniseIn(document, profiles)) return;
    const entry = entryOf(document);
    this.entries.set(place, entry);
    this.count += sizeOf(entry);
  }

  private drop(place: string): void {
    this.text -= this.lengths.get(place) ?? 0;
    this.lengths.delete(place);
    const entry = this.entries.get(place);
    if (!entry) return;
    this.entries.delete(place);
    this.count -= sizeOf(entry);
  }
}

function sizeOf(entry: ReportEntry): number {
  return entry.mentions.reduce((n, list) => n + list.length, 1);
}

/** A text without one of these holds no number; its facts need not be read. */
const NUMBERED = /[号號〔〕]/;

/** Reads a report's title and numbers. Costs its blocks. */
export function entryOf(document: ReportDocument): ReportEntry {
  const { blocks, layout } = document;
  const own = carriedNumber(document);
  let carries: NumberMention | undefined;
  const mentions: NumberMention[][] = [];
  let line = 0;
  for (const block of blocks) {
    const start = line;
    line += block.content.lineCount;
    if (!NUMBERED.test(block.text)) continue;
    const { documentNumbers, citations } = block.facts;
    if (documentNumbers.length === 0) continue;
    const list: NumberMention[] = [];
    const ruler = new Ruler(block.text, start);
    const titles = new Map(citations.flatMap((c) => (c.documentNumber ? [[c.documentNumber, c.title] as const] : [])));
    for (const number of documentNumbers) {
      if (number.key === '') continue;
      const mention = mentionOf(block, number, { start: ruler.at(number.span.from), end: ruler.at(number.span.to) }, titles.get(number));
      list.push(mention);
      if (own?.number === number) carries = mention;
    }
    if (list.length > 0) mentions.push(list);
  }
  const first = layout.title.at(0);
  const last = layout.title.at(-1);
  const start = { line: 0, character: 0 };
  return {
    uri: document.uri,
    title: detached(layout.titleText),
    titleRange:
      first && last
        ? { start: rangeOf(document, first, { from: 0, to: 0 }).start, end: rangeOf(document, last, { from: 0, to: last.text.length }).end }
        : { start, end: start },
    carries,
    mentions,
  };
}

function mentionOf(block: Block, number: DocumentNumber, range: Range, title: string | undefined): NumberMention {
  const { span, codeSpan, faults, key, agencyCode } = number;
  return {
    key: detached(key),
    agencyCode: detached(agencyCode),
    text: detached(block.text.slice(span.from, span.to).replace(/[\r\n]/g, '')),
    range,
    inherited: codeSpan.from === codeSpan.to,
    wellFormed: faults.length === 0,
    title: title === undefined ? undefined : detached(title),
  };
}

/** A string of its own: a slice would keep the whole text of its file in memory. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** So many blocks with text at the head of a document may hold its number. */
const HEAD_BLOCKS = 20;
/** 发文字号 as the line of a portal's table or list names it. */
const LABEL = /(?:发文字号|发文文号|文[\s\u3000]*号)[\s\u3000*|：:]*$/;
const WRAPPED = /^[\s\u3000*（(【[]*$/;
const BEHIND = /^[\s\u3000*）)】\]]*(?:签发人.*)?$/;

/** The number that a document itself bears: on its own line above or under the title, or named 发文字号 in the head. */
export function carriedNumber(document: ReportDocument): { readonly block: Block; readonly number: DocumentNumber } | undefined {
  const { blocks, layout } = document;
  const named = layout.documentNumber;
  const [number] = named?.facts.documentNumbers ?? [];
  if (named && number) return { block: named, number };
  let inked = 0;
  for (const block of blocks) {
    if (block.kind === 'blank') continue;
    const { heading } = block.content;
    if (++inked > HEAD_BLOCKS || (heading && heading.family !== 'markdown')) return undefined;
    for (const found of block.facts.documentNumbers) {
      const before = block.text.slice(0, found.span.from);
      if (LABEL.test(before.slice(-24)) || (WRAPPED.test(before) && BEHIND.test(block.text.slice(found.span.to))))
        return { block, number: found };
    }
  }
  return undefined;
}

/** Whether a file or folder is nobody's report: `.git`, `.gongwen`, `node_modules`. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isHidden(uri: string, roots: readonly string[]): boolean {
  const place = placeOf(uri);
  return !roots.some((root) => {
    const base = `${placeOf(root)}/`;
    return place.startsWith(base) && !place.slice(base.length).split('/').some(isSkipped);
  });
}

/** The language an editor would give a file; undefined for one that is no report. */
export function languageOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  let best: readonly [string, string] | undefined;
  for (const entry of LANGUAGES) if (lower.endsWith(entry[0]) && (best === undefined || entry[0].length > best[0].length)) best = entry;
  return best?.[1];
}

/** A file's name inside a URI, written as editors write it: everything but letters, digits and -._~ is escaped. */
export function nameInUri(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Two URIs name the same place when these are the same: editors escape more or less, and write the drive in either case. */
export function placeOf(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // Escaped by nobody: it stands for itself.
  }
  return plain.replace(/^(file:\/\/\/)([A-Z]):/, (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`);
}
