/** The open documents with their reports, and the settings that hold for each. */
import type { Connection, Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import {
  CONFIG_FILE,
  CONFIG_MESSAGES,
  MOST_PROBLEMS,
  readEditorSettings,
  Resolver,
  type ConfigProblem,
  type Known,
  type Resolved,
} from '../config';
import { fill, type Locale } from '../core/messages';
import type { Profile } from '../core/profile';
import { NO_SETTINGS, type Settings } from '../core/settings';
import { ExceptionFiles, type FileExceptions } from '../exceptions';
import { positionAt } from '../core/text';
import type { Host } from '../host';
import type { Service } from '../service';
import { type Report } from '../service';
import { SideFiles } from '../side-files';
import { SOURCE } from './convert';
import { DiagnosticSeverity, MessageType, ShowMessageNotification, TextDocuments } from './wire';

/** A document larger than this (20 MB) is declined, and said to be. */
export const LARGEST = 20 * 1024 * 1024;

/** An open document. */
export interface Open {
  readonly uri: string;
  version: number;
  /** As of the last look; `pending` has come since. Ask `Reports.get` or `Reports.current` for what holds now. */
  readonly report: Report;
  readonly pending: TextDocumentContentChangeEvent[];
  /** Too large to be looked at. */
  readonly declined: boolean;
  /** Settles when the settings of its folder are known. */
  ready: Promise<void>;
  /** Counts the looks for settings. */
  turn: number;
  /** What is left out of it, once that is known. */
  exceptions?: FileExceptions;
  /** Figures that a person has verified, as `fingerprint figure`; null where nobody stamps. */
  stamps: ReadonlySet<string> | null;
}

/** The last time a document was looked at: for the report that a person copies. */
export interface LastCheck {
  readonly uri: string;
  readonly milliseconds: number;
}

/** A report that is not open, as it lies on disk. */
export interface Elsewhere {
  readonly report: Report;
  readonly exceptions: FileExceptions;
}

/** Keeps reports in step with the editor. */
export class Reports {
  readonly documents: TextDocuments<Open>;
  private editor: Settings = NO_SETTINGS;
  private readonly resolver: Resolver;
  private readonly known: Known;
  /** Exceptions, words of the office, baseline, stamps. */
  readonly exceptions: ExceptionFiles;
  lastCheck: LastCheck | undefined;
  /** Documents under the final check (送审检查), until they are closed. */
  private readonly final = new Set<string>();
  /** The editor's section `gongwen`, where it only tells of it. */
  editorSection: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly service: Service,
    private readonly host: Host,
    private readonly locale: Locale,
    /** Asks the editor for its settings of one document: a folder of the workspace may have its own. Absent where it only tells of them. */
    private readonly ask?: (uri: string) => Promise<unknown>,
  ) {
    this.known = {
      rules: service.allRules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
      profiles: service.profiles.map((p) => p.id),
    };
    this.resolver = new Resolver(host, this.known, (uri, text, { problems }) => this.tell(uri, text, problems), service.profiles);
    this.exceptions = new ExceptionFiles(host, (uri, text, problems) => this.tell(uri, text, problems));
    this.documents = new TextDocuments<Open>({
      create: (uri, languageId, version, content) => this.open(uri, languageId, version, content),
      update: (open, changes, version) => {
        open.version = version;
        open.pending.push(...changes);
        return open;
      },
    });
  }

  /** The report of an open document, when its settings are known. Undefined for a document that is not open. */
  async get(uri: string): Promise<Report | undefined> {
    const open = this.documents.get(uri);
    await open?.ready;
    if (open) this.takeIn(open);
    return open?.report;
  }

  /** Every open document, with all its changes taken in. */
  current(): readonly Open[] {
    const all = this.documents.all();
    for (const open of all) this.takeIn(open);
    return all;
  }

  /** Applies the changes that have come since the last look: a burst of keys is looked at once. */
  private takeIn({ uri, version, report, pending }: Open): void {
    if (pending.length === 0) return;
    const changes = pending.splice(0);
    this.timed(uri, () => report.update(changes, version));
  }

  /** Takes the editor's own settings (the section `gongwen`). */
  async useEditorSettings(value: unknown): Promise<void> {
    this.editorSection = value;
    this.editor = readEditorSettings(value, this.known);
    await this.settle();
  }

  /** Reads the side files again: one of them has changed. */
  async reread(): Promise<void> {
    this.resolver.forget();
    this.exceptions.forget();
    const before = new Set(this.told.keys());
    this.told.clear();
    await this.settle();
    for (const uri of before) if (!this.told.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** The settings that hold for a file, open or not. */
  async settingsOf(uri: string): Promise<Resolved> {
    const asked = await this.ask?.(uri).catch(() => undefined);
    return this.resolver.resolve(uri, (known) => readEditorSettings(asked ?? this.editorSection, known));
  }

  /** The kinds of reports known where a file lies, open or not. */
  profilesFor(uri: string): Promise<readonly Profile[]> {
    return this.resolver.profilesFor(uri);
  }

  /** A document was closed: what was said of its exemptions may rest on a text that nobody saved. */
  untellUnused(uri: string): void {
    for (const [side, said] of this.told) if (said.has(uri)) this.tell(side, '', [], uri);
  }

  /** Changes the settings file that holds for a file, or makes one beside it. False when it cannot be changed. */
  async changeConfig(uri: string, change: (text: string | null, own: Settings) => string | null): Promise<boolean> {
    const files = new SideFiles(this.host);
    const place = await files.placeFor(uri, CONFIG_FILE);
    if (!place) return false;
    const text = change(place.text, (await this.settingsOf(uri)).settings);
    if (text === null) return false;
    await this.host.write(place.uri, text);
    return true;
  }

  /** A report that is not open, read and looked at under its settings; null for a file that is none or cannot be read. */
  async lookAt(uri: string, languageId: string): Promise<Elsewhere | null> {
    const text = await this.host.read(uri);
    if (text === null || text.length > LARGEST) return null;
    const { settings } = await this.settingsOf(uri);
    const report = this.service.open(uri, languageId, 0, text, settings);
    if (!report.document.traits.profile || settings.leftAlone) return null;
    const exceptions = await this.exceptions.of(uri);
    report.except(exceptions);
    return { report, exceptions };
  }

  /** Says in `exceptions.json` which exemptions of a document match nothing any more. Its findings must have been collected. */
  async tellUnused(report: Report): Promise<void> {
    const open = this.documents.get(report.uri);
    if (!open?.exceptions || !report.document.traits.profile) return;
    report.findings();
    const unused = await this.exceptions.unused(report.uri, open.exceptions);
    if (unused) this.tell(unused.side.uri, unused.side.text, unused.problems, report.uri);
  }

  /** Puts an open document under the final check, or takes it away. */
  async setFinal(uri: string, on: boolean): Promise<void> {
    if (on) this.final.add(uri);
    else this.final.delete(uri);
    const open = this.documents.get(uri);
    if (open) await (open.ready = this.configure(open));
  }

  private open(uri: string, languageId: string, version: number, text: string): Open {
    const declined = text.length > LARGEST;
    const report = this.timed(uri, () => this.service.open(uri, languageId, version, declined ? '' : text, this.editor));
    const open: Open = { uri, version, report, pending: [], declined, ready: Promise.resolve(), turn: 0, stamps: null };
    if (declined)
      void this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message:
          this.locale === 'zh-cn'
            ? '文件超过 20 MB，公文报告不检查它。'
            : 'The file is larger than 20 MB; Gongwen Report does not check it.',
      });
    // Not every client tells of side files that came or went, and none of those in a folder that went with them.
    this.resolver.forget();
    this.exceptions.forget();
    open.ready = this.configure(open);
    return open;
  }

  /** Finds the settings of every document anew. */
  async settle(): Promise<void> {
    await Promise.all(this.documents.all().map((open) => (open.ready = this.configure(open))));
  }

  private async configure(open: Open): Promise<void> {
    const { uri, report } = open;
    const turn = ++open.turn;
    const [{ settings }, exceptions, stamps] = await Promise.all([
      this.settingsOf(uri),
      this.exceptions.of(uri),
      this.exceptions.stamps(uri),
    ]);
    // A later look has begun meanwhile: what this one read may be out of date.
    if (turn !== open.turn) return open.ready;
    this.takeIn(open);
    report.configure(this.final.has(uri) ? { ...settings, final: true } : settings);
    report.except(exceptions);
    open.exceptions = exceptions;
    open.stamps = stamps;
  }

  private timed<T>(uri: string, work: () => T): T {
    const from = performance.now();
    const result = work();
    this.lastCheck = { uri, milliseconds: performance.now() - from };
    return result;
  }

  /** What was said in side files, by side file and by who said it ('' for its reader, else a document). */
  private readonly told = new Map<string, Map<string, { readonly json: string; readonly diagnostics: readonly Diagnostic[] }>>();

  /** Says in a side file itself what is wrong in it. */
  private tell(uri: string, text: string, problems: readonly ConfigProblem[], by = ''): void {
    const diagnostics = problems.slice(0, MOST_PROBLEMS).map(({ from, to, message, args }): Diagnostic => ({
      range: { start: positionAt(text, from), end: positionAt(text, to) },
      severity: message === 'unusedException' ? DiagnosticSeverity.Hint : DiagnosticSeverity.Warning,
      source: SOURCE,
      code: message === 'unusedException' ? 'exception/unused' : `config/${message}`,
      message: fill(CONFIG_MESSAGES[message], args, this.locale, CONFIG_MESSAGES),
    }));
    let said = this.told.get(uri);
    if (!said && problems.length === 0) return;
    if (!said) this.told.set(uri, (said = new Map()));
    const json = JSON.stringify(diagnostics);
    if ((said.get(by)?.json ?? '[]') === json) return;
    said.set(by, { json, diagnostics });
    void this.connection.sendDiagnostics({ uri, diagnostics: [...said.values()].flatMap((part) => part.diagnostics) });
  }
}
