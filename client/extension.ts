/** The extension, the same on the desktop and on the web: starts the server and shows what it says. Nothing is checked here. */
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { OutlineNotification, type InitializationOptions, type OutlineParams } from '../server/lsp/protocol';
import { provideTool } from './assistant';
import { makeCalm } from './calm-wiring';
import { registerCommands } from './commands';
import { SectionDrag } from './form';
import { Guard } from './guard';
import { answerHostRequests } from './host';
import { asking, provideSettings } from './living';
import { Ledgers } from './ledger';
import { locale } from './locale';
import { OutlineView } from './outline-view';
import { Outlines } from './outlines';
import { RULE_PAGES, RULE_SCHEME, RulePages } from './rule-pages';
import { DOCUMENTS, selector } from './selector';
import { Status } from './status';
import { traceChannel } from './trace';
import { vscode } from './vscode';

/** Makes the language client of the platform. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What the extension hands out, for tests. */
export interface Api {
  readonly client: BaseLanguageClient;
  readonly tree: OutlineView;
  readonly drag: SectionDrag;
  readonly status: Status;
  /** Starts the server if no document has done so yet; settles when it runs. */
  ready(): Promise<void>;
}

/** How often, and after which pause, a start that fails is tried again. */
const ATTEMPTS = 10;
const PAUSE_MS = 300;

/** Builds everything and starts nothing but listeners; the server starts with the first document that it is to look at. */
export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Api {
  const output = vscode.window.createOutputChannel(vscode.l10n.t('Gongwen Report'), { log: true });
  const tracing = traceChannel(output);
  const outlines = new Outlines();
  const drag = new SectionDrag(() => ({ client, ready }));
  const tree = new OutlineView(outlines, drag);
  const status = new Status(outlines);
  const guard = new Guard({
    revive: () => void revive(),
    restart: () => void restart(),
    showOutput: () => output.show(),
    gaveUp: () => {
      status.health = 'stopped';
      outlines.clear();
    },
  });
  const calm = makeCalm(selector, () => client.getFeature('textDocument/diagnostic').refresh());
  const client = makeClient('gongwen', 'Gongwen Report', {
    documentSelector: DOCUMENTS,
    // A function: what is chosen now holds for the next start as well.
    initializationOptions: () => initializationOptions(context),
    outputChannel: output,
    traceOutputChannel: tracing,
    errorHandler: guard,
    initializationFailedHandler: (error) => {
      output.error(String(error));
      return false;
    },
    middleware: { ...calm.middleware, ...asking((uri) => ledgers.follow(uri)) },
    diagnosticPullOptions: { onChange: true, onFocus: true },
    textSynchronization: { delayOpenNotifications: true },
  });

  const ledgers = new Ledgers(client);

  let started: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    started ??= client.start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
  /** Starts again when the start that was under way is over. The client may still be stopping: then a little later. */
  const revive = async (): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await started?.catch(() => undefined);
      // The library first puts away the connection that has closed.
      await new Promise((resolve) => setTimeout(resolve));
      started = undefined;
      try {
        await ready();
        return;
      } catch (error) {
        output.error(String(error));
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    guard.giveUp();
  };
  const restart = async (): Promise<void> => {
    guard.forgive();
    await started?.catch(() => undefined);
    if (client.state === State.Running) await client.stop();
    await revive();
  };
  const wake = (document: vscode.TextDocument): void => {
    if (started === undefined && selector.covers(document)) ready().catch((error: unknown) => output.error(String(error)));
  };

  context.subscriptions.push(
    output,
    tracing,
    outlines,
    tree,
    status,
    calm,
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) status.health = 'running';
      else if (newState === State.Starting) status.health = 'starting';
      else outlines.clear();
    }),
    client.onNotification(OutlineNotification, (params: OutlineParams) => outlines.set(params)),
    ledgers,
    answerHostRequests(client),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, new RulePages(context.extensionUri)),
    registerCommands({ client, outlines, ledgers, output, extension: context.extensionUri, version: versionOf(context), ready, restart }),
    provideSettings({ client, ready }),
    provideTool({ client, ready }),
    vscode.workspace.onDidOpenTextDocument(wake),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // Words are chosen when the server starts.
      if (event.affectsConfiguration('gongwen.language') && started !== undefined) void restart();
      else if (event.affectsConfiguration('gongwen.check') && checksAll()) ready().catch((error: unknown) => output.error(String(error)));
    }),
    { dispose: () => void client.dispose().catch(() => undefined) },
  );
  vscode.workspace.textDocuments.forEach(wake);
  if (checksAll()) ready().catch((error: unknown) => output.error(String(error)));
  return { client, tree, drag, status, ready };
}

/** Reports that nobody has opened are to be looked at as well. */
function checksAll(): boolean {
  return vscode.workspace.getConfiguration('gongwen').get('check') === 'workspace';
}

function versionOf({ extension }: vscode.ExtensionContext): string {
  return String((extension.packageJSON as { version?: unknown }).version);
}

function initializationOptions({ extensionMode }: vscode.ExtensionContext): InitializationOptions {
  const configuration = vscode.workspace.getConfiguration('gongwen');
  // Tests do not depend on the day they run; nobody else may move the clock.
  const today = extensionMode === vscode.ExtensionMode.Test ? configuration.get<string>('today') : undefined;
  // VS Code hands out proxies, which cannot be sent to a worker.
  const settings: unknown = JSON.parse(
    JSON.stringify(Object.fromEntries(['rules', 'fixes', 'profile', 'files'].map((name) => [name, configuration.get(name)]))),
  );
  return { locale: locale(), rulePages: RULE_PAGES, host: true, settings, ...(today && { today }) };
}
