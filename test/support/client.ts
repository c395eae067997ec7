/** A language client in the same process: speaks to the real server over streams in memory. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MemoryHost, type Host } from '../../server/host';
import type { OutlineParams } from '../../server/lsp/protocol';
import { startServer } from '../../server/lsp/server';

export interface ClientOptions {
  /** The server's files, where they are not those in memory. */
  readonly disk?: Host;
  /** Files beside the documents, by uri. */
  readonly files?: Readonly<Record<string, string>>;
  readonly pull?: boolean;
  readonly locale?: 'zh-cn' | 'en';
  readonly settings?: unknown;
  /** The editor's `files.exclude`. */
  readonly exclude?: Readonly<Record<string, boolean>>;
  /** Without them, the client is an editor that knows nothing of this server. */
  readonly ours?: boolean;
  /** Folders of the workspace. */
  readonly folders?: readonly string[];
  /** Tab stops in completions, links of definitions, watched files, folders that change, colours by range. */
  readonly modern?: boolean;
}

const MODERN = {
  completion: { completionItem: { snippetSupport: true } },
  definition: { linkSupport: true },
  rename: { prepareSupport: true },
  semanticTokens: { requests: { range: true, full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] as const },
};

/** A client with one connection. */
export class TestClient {
  readonly trees: OutlineParams[] = [];
  readonly pushed = new Map<string, Diagnostic[]>();
  readonly messages: string[] = [];
  private readonly waiters: (() => void)[] = [];
  private readonly documents = new Map<string, { doc: TextDocument; resultId?: string }>();
  settings: unknown;

  private constructor(
    readonly connection: ProtocolConnection,
    readonly host: MemoryHost,
    readonly initialized: InitializeResult,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const up = new PassThrough();
    const down = new PassThrough();
    const host = new MemoryHost(options.files);
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), () => options.disk ?? host, '0.0.0');
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    // eslint-disable-next-line prefer-const -- the handlers below need it, and are registered before it exists
    let client: TestClient;
    connection.onNotification('gongwen/outline', (tree: OutlineParams) => client.seen(() => client.trees.push(tree)));
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) =>
      client.seen(() => client.pushed.set(uri, diagnostics)),
    );
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => client.seen(() => client.messages.push(message)));
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => (section === 'files.exclude' ? (options.exclude ?? null) : client.settings)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      for (const [uri, edits] of Object.entries(edit.changes ?? {})) client.applyEdits(uri, edits);
      return { applied: true };
    });
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      locale: options.locale ?? 'zh-cn',
      ...(options.ours === false
        ? {}
        : {
            initializationOptions: {
              locale: options.locale ?? 'zh-cn',
              rulePages: 'gongwen-rule:/',
              today: '2026-01-20',
              settings: options.settings,
            },
          }),
      ...(options.folders ? { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })) } : {}),
      capabilities: {
        workspace: {
          configuration: true,
          diagnostics: { refreshSupport: true },
          ...(options.modern
            ? {
                workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
                workspaceFolders: true,
                didChangeWatchedFiles: { dynamicRegistration: true },
                fileOperations: { didRename: true, didDelete: true },
              }
            : {}),
        },
        textDocument: { ...(options.pull === false ? {} : { diagnostic: {} }), ...(options.modern ? MODERN : {}) },
      },
    });
    client = new TestClient(connection, host, initialized);
    client.settings = options.settings;
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Waits until something that the server sends makes this true. */
  async until(what: string, test: () => boolean): Promise<void> {
    const end = Date.now() + 10_000;
    while (!test()) {
      if (Date.now() > end) throw new Error(`${what}: not seen`);
      await Promise.race([new Promise<void>((r) => this.waiters.push(r)), new Promise<void>((r) => setTimeout(r, 500).unref())]);
    }
  }

  private seen(note: () => void): void {
    note();
    for (const wake of this.waiters.splice(0)) wake();
  }

  async open(uri: string, text: string, languageId = 'gongwen'): Promise<void> {
    this.documents.set(uri, { doc: TextDocument.create(uri, languageId, 1, text) });
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.entry(uri).doc.getText();
  }

  /** Types at an offset, after taking away some characters. */
  async type(uri: string, at: number, text: string, remove = 0): Promise<void> {
    const { doc } = this.entry(uri);
    await this.change(uri, [{ range: { start: doc.positionAt(at), end: doc.positionAt(at + remove) }, text }]);
  }

  /** @param by how much the version goes up: some editors send one twice, or an old one */
  async change(uri: string, contentChanges: { range: Range; text: string }[], by = 1): Promise<void> {
    const entry = this.entry(uri);
    const version = entry.doc.version + by;
    // Made anew: an updated one keeps the line ends it knew, and does not see a CR meet an LF.
    for (const change of contentChanges) {
      const { languageId } = entry.doc;
      entry.doc = TextDocument.create(uri, languageId, version, TextDocument.update(entry.doc, [change], version).getText());
    }
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Pulls the diagnostics; undefined when they are unchanged. */
  async pull(uri: string): Promise<Diagnostic[] | undefined> {
    const entry = this.entry(uri);
    const report = await this.connection.sendRequest<{ kind: string; resultId?: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: entry.resultId,
    });
    entry.resultId = report.resultId;
    return report.kind === 'unchanged' ? undefined : report.items;
  }

  /** Pulls with the result of another time, which must be answered in full; what comes back is not kept. */
  async pullWith(uri: string, previousResultId: string): Promise<Diagnostic[] | undefined> {
    const report = await this.connection.sendRequest<{ kind: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
    return report.kind === 'unchanged' ? undefined : report.items;
  }

  /** The next pull is answered in full. */
  forget(uri: string): void {
    this.entry(uri).resultId = undefined;
  }

  /** Has the server carry out a command. */
  execute<T>(command: string, ...args: unknown[]): Promise<T> {
    return this.connection.sendRequest<T>('workspace/executeCommand', { command, arguments: args });
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Applies edits as the editor would, and tells the server. */
  applyEdits(uri: string, edits: readonly TextEdit[]): void {
    // From the end to the start, so that each range still means what it meant; of two at one place, the later one first.
    const changes = [...edits]
      .reverse()
      .sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)
      .map(({ range, newText }) => ({ range, text: newText }));
    void this.change(uri, changes);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  private entry(uri: string) {
    const entry = this.documents.get(uri);
    if (!entry) throw new Error(`${uri} is not open`);
    return entry;
  }
}
