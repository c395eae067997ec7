/** Entry on the desktop: the server is a child process, spoken to over IPC. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type Api } from './extension';
import { provideTasks } from './tasks';
import { vscode } from './vscode';

export function activate(context: vscode.ExtensionContext): Api {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  context.subscriptions.push(provideTasks(context.extensionUri));
  return start(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
