/** Living with the checker: which settings hold, which figures are left to verify, all reports at once, a report for whoever helps. */
import { ProgressType, State, type BaseLanguageClient, type ExecuteCommandSignature, type Middleware } from 'vscode-languageclient';
import {
  CheckWorkspaceRequest,
  ServerCommand,
  type CheckParams,
  type CheckResult,
  type EditResult,
  type ServerInfo,
  type UnverifiedFigure,
} from '../server/lsp/protocol';
import type { Range } from '../server/core/text';
import { vscode } from './vscode';

const { t } = vscode.l10n;

/** What these commands work with. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** Starts the server if it is not there yet. */
  ready(): Promise<void>;
}

/** Scheme of the page that shows the settings in force: read-only, as every provided document is. */
export const SETTINGS_SCHEME = 'gongwen-settings';

/** Shows the settings that hold for the active document. */
export async function showSettings(document: vscode.TextDocument): Promise<void> {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const uri = vscode.Uri.from({ scheme: SETTINGS_SCHEME, path: `/${name}.json`, query: document.uri.toString() });
  settingsChanged.fire(uri);
  await vscode.window.showTextDocument(uri, { preview: true });
}

const settingsChanged = new vscode.EventEmitter<vscode.Uri>();

/** Provides that page. */
export function provideSettings(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SETTINGS_SCHEME, {
    onDidChange: settingsChanged.event,
    provideTextDocumentContent: async ({ query }) => (await run<string | null>(server, ServerCommand.effectiveSettings, query)) ?? '',
  });
}

/** 校核工作区全部报告: with progress; `stop` cancels it, as the button does. */
export async function checkWorkspace(server: Server, stop?: vscode.CancellationToken): Promise<CheckResult> {
  await server.ready();
  const options = { location: vscode.ProgressLocation.Notification, title: t('Checking all reports of the workspace'), cancellable: true };
  const result = await vscode.window.withProgress(options, async (progress, button) => {
    const source = new vscode.CancellationTokenSource();
    const workDoneToken = `check-${Date.now()}`;
    let done = 0;
    const events = vscode.Disposable.from(
      source,
      button.onCancellationRequested(() => source.cancel()),
      ...(stop ? [stop.onCancellationRequested(() => source.cancel())] : []),
      server.client.onProgress(PROGRESS, workDoneToken, ({ message, percentage }) => {
        progress.report({ message, increment: percentage - done });
        done = percentage;
      }),
    );
    if (stop?.isCancellationRequested) source.cancel();
    try {
      const params: CheckParams = { workDoneToken };
      return await server.client.sendRequest<CheckResult>(CheckWorkspaceRequest, params, source.token);
    } catch (error) {
      if (source.token.isCancellationRequested) return { files: 0, reports: 0, findings: 0, cancelled: true };
      throw error;
    } finally {
      events.dispose();
    }
  });
  const { reports, findings, cancelled } = result;
  vscode.window.setStatusBarMessage(
    cancelled ? t('Gongwen: the check was stopped.') : t('Gongwen: {0} reports checked, {1} findings.', reports, findings),
    8000,
  );
  return result;
}

/** 清除工作区校核结果. */
export function clearCheck(server: Server): Promise<unknown> {
  return run(server, ServerCommand.clearCheck);
}

/** Progress of our own request. */
const PROGRESS = new ProgressType<{ readonly message: string; readonly percentage: number }>();

/** 送审前：尚未核对的数据. */
export async function listUnverified(
  server: Server,
  document: vscode.TextDocument,
  reveal: (uri: string, range: Range) => Promise<void>,
): Promise<void> {
  const uri = document.uri.toString();
  const left = await run<UnverifiedFigure[]>(server, ServerCommand.unverified, uri);
  if (left.length === 0) {
    void vscode.window.showInformationMessage(t('Every figure is verified, or there is none.'));
    return;
  }
  const items = left.map(({ text, section, sentence, range }) => ({ label: text, description: section, detail: sentence, range }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Figures not verified yet: {0}', left.length),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(uri, picked.range);
}

/** 加入单位词库: the selected words, or what the person types. */
export async function addWord(server: Server, editor: vscode.TextEditor): Promise<void> {
  await server.ready();
  const word = await askWord(editor.document.getText(editor.selection).trim());
  if (word !== undefined) tell(await run<EditResult>(server, ServerCommand.addWord, editor.document.uri.toString(), word));
}

/** 复制诊断信息: versions, kind, rules, the last time; no text and no name of the document. */
export async function copyReport(
  server: Server,
  extension: { readonly version: string },
  document: vscode.TextDocument | undefined,
): Promise<string> {
  const state = server.client.state === State.Running ? 'running' : server.client.state === State.Starting ? 'starting' : 'stopped';
  const info = state === 'running' ? await run<ServerInfo>(server, ServerCommand.info, document?.uri.toString() ?? '') : undefined;
  const { error, warning, info: notes, hint } = info?.counts ?? { error: 0, warning: 0, info: 0, hint: 0 };
  const settings = vscode.workspace.getConfiguration('gongwen', document);
  const lines: [string, unknown][] = [
    ['gongwen-report', extension.version],
    ['server', info ? `${info.version}, ${state}` : state],
    ['vscode', `${vscode.version}, ${vscode.env.appName}, ${vscode.env.appHost}, ${vscode.env.language}`],
    ['document', document ? `${document.languageId}, ${document.uri.scheme}, ${document.lineCount} lines` : '-'],
    ['kind', info?.profile ? `${info.profile}, ${info.reportYear ?? '-'}` : '-'],
    ['rules', info?.rules ?? '-'],
    ['findings', `error ${error}, warning ${warning}, info ${notes}, hint ${hint}`],
    ['last check', typeof info?.lastCheck === 'number' ? `${info.lastCheck.toFixed(1)} ms` : '-'],
    ['settings from', info?.settings ? '.gongwen/config.json' : 'the editor'],
    ['gongwen.rules', JSON.stringify(settings.get('rules') ?? {})],
    ['gongwen.check', settings.get('check')],
    ['failed rules', info?.faults.join(', ') || '-'],
  ];
  const text = lines.map(([name, value]) => `- ${name}: ${String(value)}`).join('\n');
  await vscode.env.clipboard.writeText(`${text}\n`);
  vscode.window.setStatusBarMessage(t('Gongwen: the report is on the clipboard.'), 5000);
  return text;
}

/** What a person is asked before the server carries out a code action, and what the server has to say afterwards. `stamped` is told of a document whose figures were marked as verified. */
export const asking = (stamped: (uri: string) => void): Pick<Middleware, 'executeCommand'> => ({
  async executeCommand(command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> {
    let all = args;
    if (command === ServerCommand.exempt && args.length === 2) {
      const reason = await askReason();
      if (reason === undefined) return undefined;
      all = [...args, reason];
    } else if (command === ServerCommand.addWord && args.length === 2) {
      const word = await askWord(String(args[1]));
      if (word === undefined) return undefined;
      all = [args[0], word];
    }
    const result: unknown = await next(command, all);
    if (typeof result === 'object' && result !== null) tell(result as Partial<EditResult>);
    if (command === ServerCommand.stamp) stamped(String(args[0]));
    return result;
  },
});

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: t('Why may this stand as it is?'),
    prompt: t('The reason is kept with the exception, which ends when the sentence changes.'),
    value: t('checked, correct as it stands'),
    ignoreFocusOut: true,
  });
}

async function askWord(value: string): Promise<string | undefined> {
  const word = await vscode.window.showInputBox({
    title: t('A word of the office'),
    prompt: t('A name or a word that is to be left alone wherever it stands in this folder.'),
    value,
    ignoreFocusOut: true,
  });
  return word === undefined || word.trim() === '' ? undefined : word.trim();
}

function tell({ message }: Partial<EditResult>): void {
  if (typeof message === 'string') void vscode.window.showInformationMessage(message);
}

async function run<T>({ client, ready }: Server, command: string, ...args: unknown[]): Promise<T> {
  await ready();
  return client.sendRequest<T>('workspace/executeCommand', { command, arguments: args });
}
