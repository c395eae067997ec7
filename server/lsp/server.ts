/** The language server: each handler reads, asks the service and converts. The same for Node and for a worker. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { comparePositions, type Range } from '../core/text';
import type { Host } from '../host';
import { Service, type Report, type Reported } from '../service';
import { Commands } from './commands';
import { complete, TRIGGERS } from './completion';
import { safeEdits, toDiagnostics, toFoldingRanges, toHover, toQuickFixes, toSymbols, toTextEdits } from './convert';
import { NewReportRequest, OutlineNotification, ProfilesRequest, ServerCommand, type NewReportParams, type ProfileInfo } from './protocol';
import { Reports } from './reports';
import { readClient, type ClientInfo } from './settings';
import { toTree } from './tree';

/** `source.fixAll` of this tool: safe fixes only. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.gongwen`;

/** Makes the host, once the client has said whether it reads files for the server. */
export type MakeHost = (client: ClientInfo) => Host;

/** Serves a connection until it closes. */
export function startServer(connection: Connection, makeHost: MakeHost, version: string): void {
  let server: Server | undefined;
  connection.onInitialize((params) => {
    const client = readClient(params);
    server = new Server(connection, client, makeHost(client));
    return {
      serverInfo: { name: 'gongwen', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.pull ? { diagnosticProvider: { identifier: 'gongwen', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        hoverProvider: true,
        completionProvider: { triggerCharacters: TRIGGERS },
        executeCommandProvider: { commands: Object.values(ServerCommand) },
      },
    };
  });
  connection.onInitialized(() => server?.begin());
  connection.listen();
}

class Server {
  private readonly service: Service;
  private readonly reports: Reports;
  /** What was last answered for a document: equal findings are answered as `unchanged`. */
  private readonly answered = new Map<string, { id: string; json: string }>();
  private readonly trees = new Map<string, string>();
  private readonly toldFaults = new Set<string>();
  private answers = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientInfo,
    host: Host,
  ) {
    this.service = new Service({ today: client.today ?? host.today() });
    const ask = (scopeUri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri, section: 'gongwen' });
    this.reports = new Reports(connection, this.service, host, client.wording.locale, client.configuration ? ask : undefined);
    void this.reports.useEditorSettings(client.settings);
    this.listen(host);
  }

  /** After the handshake: register for what the client can tell us. */
  begin(): void {
    const { connection, client } = this;
    if (client.configuration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'gongwen' });
    if (client.watch) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/.gongwen/**' }] });
  }

  private listen(host: Host): void {
    const { connection, reports, service, client } = this;
    const { locale, rulePages } = client.wording;
    const { documents } = reports;

    documents.onDidChangeContent(({ document }) => void this.changed(document.uri));
    documents.onDidClose(({ document }) => this.closed(document.uri));
    documents.listen(connection);

    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => this.pull(textDocument.uri, previousResultId));
    connection.onDidChangeConfiguration(async ({ settings }) => {
      if (client.configuration) await reports.settle();
      else await reports.useEditorSettings((settings as { gongwen?: unknown } | undefined)?.gongwen);
      await this.refresh();
    });
    connection.onDidChangeWatchedFiles(async () => {
      await reports.reread();
      await this.refresh();
    });
    connection.onCodeAction(async ({ textDocument, range, context }): Promise<CodeAction[]> => {
      const report = await reports.get(textDocument.uri);
      if (!report) return [];
      if (context.only) {
        if (context.only.some((kind) => FIX_ALL === kind || FIX_ALL.startsWith(`${kind}.`))) return fixAllAction(report, locale);
        if (!context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix || CodeActionKind.QuickFix.startsWith(`${kind}.`))) return [];
      }
      return toQuickFixes(report, findingsIn(report, range), client.wording);
    });
    connection.onDocumentSymbol(async ({ textDocument }) => this.of(textDocument.uri, toSymbols));
    connection.onFoldingRanges(async ({ textDocument }) => this.of(textDocument.uri, toFoldingRanges));
    connection.onHover(async ({ textDocument, position }) => {
      const report = await reports.get(textDocument.uri);
      const found = report ? findingsIn(report, { start: position, end: position }) : [];
      if (!report || found.length === 0) return null;
      return { contents: { kind: 'markdown', value: found.map((f) => toHover(f, locale, rulePages)).join('\n\n---\n\n') }, range: report.rangeOf(found[0]) };
    });
    connection.onCompletion(async ({ textDocument, position, context }) => {
      const report = await reports.get(textDocument.uri);
      return report ? complete(report, position, locale, context?.triggerCharacter) : [];
    });

    const commands = new Commands(connection, reports, service, host, client);
    connection.onExecuteCommand(({ command, arguments: args }) => commands.run(command, args ?? []));
    connection.onRequest(ProfilesRequest, (): ProfileInfo[] => commands.profiles());
    connection.onRequest(NewReportRequest, (params: NewReportParams) => commands.newReport(params));
  }

  private async of<T>(uri: string, make: (report: Report) => T[]): Promise<T[]> {
    const report = await this.reports.get(uri);
    return report?.document.traits.profile ? make(report) : [];
  }

  private async pull(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const report = await this.reports.get(uri);
    const items = report ? this.diagnose(report) : [];
    const json = JSON.stringify(items);
    const last = this.answered.get(uri);
    if (last && last.id === previous && last.json === json) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
    const id = String(++this.answers);
    if (report) this.answered.set(uri, { id, json });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  private diagnose(report: Report): Diagnostic[] {
    const items = toDiagnostics(report, this.client.wording);
    for (const [id, { error }] of report.faults) {
      if (this.toldFaults.has(id)) continue;
      this.toldFaults.add(id);
      this.connection.console.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    return items;
  }

  private async changed(uri: string): Promise<void> {
    const report = await this.reports.get(uri);
    if (!report) return;
    if (!this.client.pull) void this.connection.sendDiagnostics({ uri, version: report.version, diagnostics: this.diagnose(report) });
    this.sendTree(report);
  }

  private closed(uri: string): void {
    this.answered.delete(uri);
    this.trees.delete(uri);
    if (!this.client.pull) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Tells the client of the tree, when its content is another. Other editors know no such notification and get none. */
  private sendTree(report: Report): void {
    if (!this.client.outline) return;
    const tree = toTree(report, this.client.wording.locale);
    const json = JSON.stringify([tree.outline, tree.profile, tree.reportYear, tree.counts]);
    if (this.trees.get(report.uri) === json) return;
    this.trees.set(report.uri, json);
    void this.connection.sendNotification(OutlineNotification, tree);
  }

  private async refresh(): Promise<void> {
    if (this.client.pull && this.client.refresh) this.connection.languages.diagnostics.refresh();
    await Promise.all(this.reports.documents.all().map(({ uri }) => this.changed(uri)));
  }
}

function fixAllAction(report: Report, locale: ClientInfo['wording']['locale']): CodeAction[] {
  const { edits, count } = safeEdits(report);
  if (count === 0) return [];
  return [{ title: locale === 'zh-cn' ? `应用全部安全修正（${count} 处）` : `Apply all safe fixes (${count})`, kind: FIX_ALL, edit: { changes: { [report.uri]: toTextEdits(edits) } } }];
}

/** The findings that a range touches. */
function findingsIn(report: Report, range: Range): Reported[] {
  return report.findings().filter((finding) => {
    const last = finding.line + finding.block.content.lineCount - 1;
    if (finding.line > range.end.line || last < range.start.line) return false;
    const at = report.rangeOf(finding);
    return comparePositions(at.start, range.end) <= 0 && comparePositions(range.start, at.end) <= 0;
  });
}

