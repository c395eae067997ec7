/** Entry on the desktop: the server is a child process, spoken to over IPC. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type Api } from './extension';
import { provideTasks } from './tasks';
import { vscode } from './vscode';

export function activate(context: vscode.ExtensionContext): Api {
  const dist = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', name).fsPath;
  // What V8 compiled is kept in the extension's own storage: the next window has its findings a third sooner.
  const cache = vscode.Uri.joinPath(context.globalStorageUri, 'code');
  const args = cache.scheme === 'file' ? ['--code-cache', cache.fsPath] : [];
  const run = { module: dist('server-launcher.js'), args, transport: TransportKind.ipc };
  const debug = { module: dist('server.js'), transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  context.subscriptions.push(provideTasks(context.extensionUri));
  return start(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
