/** The open documents with their reports, and the settings that hold for each. */
import { DiagnosticSeverity, TextDocuments, type Connection, type Diagnostic, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { CONFIG_MESSAGES, readEditorSettings, Resolver, type ConfigRead, type Known } from '../config';
import { fill, type Locale } from '../core/messages';
import { NO_SETTINGS, type Settings } from '../core/settings';
import { positionAt } from '../core/text';
import type { Host } from '../host';
import type { Service} from '../service';
import { type Report } from '../service';
import { SOURCE } from './convert';

/** A document larger than this (20 MB) is declined, and said to be. */
export const LARGEST = 20 * 1024 * 1024;

/** An open document. */
export interface Open {
  readonly uri: string;
  version: number;
  readonly report: Report;
  /** Too large to be looked at. */
  readonly declined: boolean;
  /** Settles when the settings of its folder are known. */
  ready: Promise<void>;
}

/** Keeps reports in step with the editor. */
export class Reports {
  readonly documents: TextDocuments<Open>;
  private editor: Settings = NO_SETTINGS;
  private readonly resolver: Resolver;
  private readonly known: Known;

  constructor(
    private readonly connection: Connection,
    private readonly service: Service,
    host: Host,
    private readonly locale: Locale,
    /** Asks the editor for its settings of one document: a folder of the workspace may have its own. Absent where it only tells of them. */
    private readonly ask?: (uri: string) => Promise<unknown>,
  ) {
    this.known = { rules: service.allRules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]), profiles: service.profiles.map((p) => p.id) };
    this.resolver = new Resolver(host, this.known, (uri, text, read) => this.tell(uri, text, read));
    this.documents = new TextDocuments<Open>({
      create: (uri, languageId, version, content) => this.open(uri, languageId, version, content),
      update: (open, changes, version) => {
        open.version = version;
        open.report.update(changes as TextDocumentContentChangeEvent[], version);
        return open;
      },
    });
  }

  /** The report of an open document, when its settings are known. Undefined for a document that is not open. */
  async get(uri: string): Promise<Report | undefined> {
    const open = this.documents.get(uri);
    await open?.ready;
    return open?.report;
  }

  /** Takes the editor's own settings (the section `gongwen`). */
  async useEditorSettings(value: unknown): Promise<void> {
    this.editor = readEditorSettings(value, this.known);
    await this.settle();
  }

  /** Reads the settings files again: one of them has changed. */
  async reread(): Promise<void> {
    this.resolver.forget();
    for (const uri of this.told) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.told.clear();
    await this.settle();
  }

  private open(uri: string, languageId: string, version: number, text: string): Open {
    const declined = text.length > LARGEST;
    const report = this.service.open(uri, languageId, version, declined ? '' : text, this.editor);
    const open: Open = { uri, version, report, declined, ready: Promise.resolve() };
    if (declined) void this.connection.window.showWarningMessage(this.locale === 'zh-cn' ? '文件超过 20 MB，公文报告不检查它。' : 'The file is larger than 20 MB; Gongwen Report does not check it.');
    open.ready = this.configure(open);
    return open;
  }

  /** Finds the settings of every document anew. */
  async settle(): Promise<void> {
    await Promise.all(this.documents.all().map((open) => (open.ready = this.configure(open))));
  }

  private async configure(open: Open): Promise<void> {
    const asked = await this.ask?.(open.uri).catch(() => undefined);
    const own = asked === undefined ? this.editor : readEditorSettings(asked, this.known);
    const { settings } = await this.resolver.resolve(open.uri, own);
    open.report.configure(settings);
  }

  private readonly told = new Set<string>();

  /** Says in the settings file itself what is wrong in it. */
  private tell(uri: string, text: string, read: ConfigRead): void {
    if (read.problems.length === 0 && !this.told.has(uri)) return;
    this.told.add(uri);
    const diagnostics = read.problems.map(
      (p): Diagnostic => ({
        range: { start: positionAt(text, p.from), end: positionAt(text, p.to) },
        severity: DiagnosticSeverity.Warning,
        source: SOURCE,
        code: `config/${p.message}`,
        message: fill(CONFIG_MESSAGES[p.message], p.args, this.locale, CONFIG_MESSAGES),
      }),
    );
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }
}
