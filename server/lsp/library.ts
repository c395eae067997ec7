/** Document numbers across everything that is known: the open reports as they are now, the others as they lie on disk. */
import registerData from '../data/agency-codes.json';
import type { AgencyRegister } from '../core/agency-register';
import type { Block } from '../core/block';
import type { ReportDocument } from '../core/document';
import type { Citation } from '../core/facts/citation';
import type { DocumentNumber } from '../core/facts/document-number';
import { comparePositions, offsetAt, type Position } from '../core/text';
import { readLexiconCodes } from '../lexicon-codes';
import type { Report } from '../service';
import { entryOf, placeOf, WorkspaceIndex, type NumberMention, type ReportEntry } from '../workspace';
import type { Context } from './feature';

/** A mention and its file. */
export interface Found {
  readonly uri: string;
  readonly mention: NumberMention;
}

/** What a place in a report speaks of. */
export interface NumberAt {
  readonly block: Block;
  /** Line at which the block begins. */
  readonly line: number;
  readonly number: DocumentNumber;
  /** The title it is cited with. */
  readonly citation: Citation | undefined;
}

const libraries = new WeakMap<Context, Library>();

/** The library of a connection: one for all features. */
export function libraryOf(context: Context): Library {
  let library = libraries.get(context);
  if (!library) libraries.set(context, (library = new Library(context)));
  return library;
}

/** Everything that is known of numbers on one connection. */
export class Library {
  readonly index: WorkspaceIndex;
  private folders: readonly string[];
  private readonly kept = new WeakMap<ReportDocument, { readonly version: number; readonly entry: ReportEntry }>();
  private readonly registers = new Map<string, Promise<AgencyRegister>>();

  constructor(private readonly context: Context) {
    const { host, service, client, reports } = context;
    this.index = new WorkspaceIndex(host, {
      profiles: service.profiles,
      profilesFor: (uri) => reports.profilesFor(uri),
      today: service.today,
    });
    this.folders = client.folders;
    this.index.setRoots(this.folders);
  }

  /** The register of 代字 that holds for a document: the bundled one, with the office's own. */
  register(uri: string): Promise<AgencyRegister> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    // A client that does not tell of changed files gets what lies there now.
    let found = this.context.client.watch ? this.registers.get(folder) : undefined;
    if (!found) this.registers.set(folder, (found = readLexiconCodes(this.context.host, uri, registerData)));
    return found;
  }

  /** Files have changed on disk. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) this.index.changed(uri);
    if (uris.some((uri) => uri.includes('.gongwen'))) this.registers.clear();
    // Another kind of report: a text may be one now, or none any more.
    if (uris.some((uri) => uri.includes('.gongwen/profiles'))) this.index.forget();
  }

  /** Folders were added to the workspace or taken out of it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
    this.index.setRoots(this.folders);
  }

  /** The open reports, as they are now. */
  open(): Report[] {
    return this.context.reports.current().flatMap(({ report, declined }) => (declined || !report.document.traits.profile ? [] : [report]));
  }

  /** Every report: the open ones as they are now, the others as they lie on disk. */
  async entries(): Promise<ReportEntry[]> {
    // A client that does not tell of changed files gets a fresh look each time.
    if (!this.context.client.watch) this.index.forget();
    return this.put(await this.index.all());
  }

  /** The same without waiting: what has not been read yet is missing. */
  knownEntries(): ReportEntry[] {
    return this.put(this.index.known);
  }

  private put(indexed: readonly ReportEntry[]): ReportEntry[] {
    const inEditor = new Set(this.context.reports.documents.all().map(({ uri }) => placeOf(uri)));
    return [...this.open().map((report) => this.entry(report)), ...indexed.filter(({ uri }) => !inEditor.has(placeOf(uri)))];
  }

  /** What an open report holds; read once for each version of it. */
  private entry({ document }: Report): ReportEntry {
    const kept = this.kept.get(document);
    if (kept && kept.version === document.version) return kept.entry;
    const entry = entryOf(document);
    this.kept.set(document, { version: document.version, entry });
    return entry;
  }

  /** Every mention of a number, its own document's line included, in order of place inside each file. */
  async mentions(key: string): Promise<Found[]> {
    return (await this.entries()).flatMap(({ uri, mentions }) =>
      mentions.flat().flatMap((mention) => (mention.key === key ? [{ uri, mention }] : [])),
    );
  }

  /** The documents that bear a number. */
  async carriers(key: string): Promise<(Found & { readonly entry: ReportEntry })[]> {
    return (await this.entries()).flatMap((entry) =>
      entry.carries?.key === key ? [{ uri: entry.uri, mention: entry.carries, entry }] : [],
    );
  }
}

/** The number at a position; with `citations`, also the one that is cited with the title there. */
export function numberAt(report: Report, position: Position, citations = false): NumberAt | undefined {
  const { blocks } = report.document;
  const { block, line } = blocks.at(position.line);
  const offset = offsetAt(block.text, { line: position.line - line, character: position.character });
  const { documentNumbers, citations: titles } = block.facts;
  const number = documentNumbers.find(({ span }) => span.from <= offset && offset <= span.to);
  const citation = number
    ? titles.find((c) => c.documentNumber === number)
    : citations
      ? titles.find(({ span, documentNumber }) => documentNumber !== undefined && span.from <= offset && offset < span.to)
      : undefined;
  const found = number ?? citation?.documentNumber;
  return found && { block, line, number: found, citation };
}

/** Mentions in order of file and place. */
export function inOrder(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) =>
    a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : comparePositions(a.mention.range.start, b.mention.range.start),
  );
}
