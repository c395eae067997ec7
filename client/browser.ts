/** Entry on the web (vscode.dev, github.dev): the server runs in a worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start, type Api } from './extension';

// The worker's global, named here so that the rest of the client is not typed as if it ran in a page.
declare const Worker: new (script: string) => import('vscode-languageclient/browser').ServerOptions & object;

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  return start(context, (id, name, options) => {
    // A function: each start has a worker of its own.
    const worker = () => Promise.resolve(new Worker(script));
    return new LanguageClient(id, name, worker, options);
  });
}
