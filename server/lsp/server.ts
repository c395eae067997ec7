/** The language server: asks its features and puts their answers together. The same for Node and for a worker. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Host } from '../host';
import { Service } from '../service';
import { isSide } from '../side-files';
import { asksFor, type Context, type Feature } from './feature';
import { makeFeatures } from './features';
import { Reports } from './reports';
import { readClient, type ClientInfo } from './settings';
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, RAL, TextDocumentSyncKind } from './wire';

/** Makes the host, once the client has said whether it reads files for the server. */
export type MakeHost = (client: ClientInfo) => Host;

/** Serves a connection until it closes. */
export function startServer(connection: Connection, makeHost: MakeHost, version: string): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    const features = makeFeatures();
    serve(connection, client, makeHost(client), features, version);
    return { serverInfo: { name: 'gongwen', version }, capabilities: capabilitiesOf(features, client) };
  });
  connection.listen();
}

function capabilitiesOf(features: readonly Feature[], client: ClientInfo): ServerCapabilities {
  const kinds = features.flatMap((f) => f.kinds ?? []);
  const commands = features.flatMap((f) => Object.keys(f.commands ?? {}));
  const own: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds: kinds },
    executeCommandProvider: { commands },
  };
  for (const feature of features) {
    const { completionProvider, ...more } = feature.capabilities?.(client) ?? {};
    Object.assign(own, more);
    // Several features complete; their trigger characters add up.
    if (completionProvider)
      own.completionProvider = {
        ...own.completionProvider,
        ...completionProvider,
        triggerCharacters: [
          ...new Set([...(own.completionProvider?.triggerCharacters ?? []), ...(completionProvider.triggerCharacters ?? [])]),
        ],
      };
  }
  return own;
}

function serve(connection: Connection, client: ClientInfo, host: Host, features: readonly Feature[], version: string): void {
  const service = new Service({ today: client.today ?? host.today() });
  const ask = (scopeUri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri, section: 'gongwen' });
  const reports = new Reports(connection, service, host, client.wording.locale, client.configuration ? ask : undefined);
  const context: Context = { connection, client, service, reports, host, version, report: (uri) => reports.get(uri), refresh };
  void reports.useEditorSettings(client.settings);

  const changed = async (uri: string): Promise<void> => {
    const report = await reports.get(uri);
    if (report) for (const feature of features) feature.changed?.(context, report);
  };
  async function refresh(): Promise<void> {
    if (client.pull && client.refresh) void connection.languages.diagnostics.refresh();
    await Promise.all(reports.documents.all().map(({ uri }) => changed(uri)));
  }
  const configured = async (): Promise<void> => {
    for (const feature of features) await feature.configured?.(context);
  };
  const settling = new Set<string>();
  /** Tells of a change when a turn of the loop has brought no further one: of a burst of keys, once. */
  const settle = (uri: string, seen?: number): void => {
    settling.add(uri);
    RAL().timer.setImmediate(() => {
      const version = reports.documents.get(uri)?.version;
      if (version !== undefined && version !== seen) return settle(uri, version);
      settling.delete(uri);
      if (version !== undefined) void changed(uri);
    });
  };
  reports.documents.onDidChangeContent(({ document: { uri } }) => {
    if (!settling.has(uri)) settle(uri);
  });
  reports.documents.onDidClose(({ document }) => {
    for (const feature of features) feature.closed?.(context, document.uri);
  });
  reports.documents.listen(connection);

  connection.onInitialized(() => {
    if (client.configuration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'gongwen' });
    if (client.watch)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [...new Set(['**/.gongwen', '**/.gongwen/**', ...features.flatMap((f) => f.watches ?? [])])].map((globPattern) => ({
          globPattern,
        })),
      });
    void configured();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (client.configuration) await reports.settle();
    else await reports.useEditorSettings((settings as { gongwen?: unknown } | undefined)?.gongwen);
    await configured();
    await refresh();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    for (const feature of features) feature.filesChanged?.(context, uris);
    // Reports that are not open are not what the settings rest on.
    if (uris.some(isSide)) {
      await reports.reread();
      await refresh();
    }
  });

  connection.onHover(async ({ textDocument, position }) => {
    const report = await reports.get(textDocument.uri);
    const parts = report ? (await Promise.all(features.map(async (f) => (await f.hover?.(context, report, position)) ?? []))).flat() : [];
    return parts.length === 0
      ? null
      : { contents: { kind: 'markdown', value: parts.map((p) => p.value).join('\n\n---\n\n') }, range: parts[0].range };
  });
  connection.onReferences(async ({ textDocument, position, context: how }) => {
    const report = await reports.get(textDocument.uri);
    if (!report) return null;
    for (const feature of features) {
      const found = await feature.references?.(context, report, position, how.includeDeclaration);
      if (found) return [...found];
    }
    return null;
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const report = await reports.get(textDocument.uri);
    if (!report) return null;
    for (const feature of features) {
      const found = feature.prepareRename?.(context, report, position);
      if (found) return found;
    }
    return null;
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const report = await reports.get(textDocument.uri);
    if (!report) return null;
    for (const feature of features) {
      const edit = await feature.rename?.(context, report, position, newName.trim());
      if (edit) return edit;
    }
    return null;
  });
  connection.onCompletion(async ({ textDocument, position, context: how }) => {
    const report = await reports.get(textDocument.uri);
    return report
      ? (await Promise.all(features.map(async (f) => (await f.complete?.(context, report, position, how?.triggerCharacter)) ?? []))).flat()
      : [];
  });
  connection.onCodeAction(async ({ textDocument, range, context: wanted }) => {
    // Nothing is computed for kinds nobody here owns: an editor asks for others whenever a file is saved.
    const owners = features.filter((f) => f.actions && f.kinds?.some((kind) => asksFor(wanted, kind)));
    const report = owners.length > 0 ? await reports.get(textDocument.uri) : undefined;
    return report ? owners.flatMap((f) => f.actions!(context, report, range, wanted)) : [];
  });
  connection.onExecuteCommand(
    ({ command, arguments: args }) => features.find((f) => f.commands?.[command])?.commands?.[command](context, args ?? []) ?? null,
  );
  for (const feature of features) feature.register?.(context);
}
