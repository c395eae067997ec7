/** Entry on the web (vscode.dev, github.dev): the server runs in a worker. */
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start, type Api } from './extension';
import { vscode } from './vscode';

/** The worker's global, named here so that the rest of the client is not typed as if it ran in a page. */
interface Port {
  terminate(): void;
}
declare const Worker: new (script: string) => Port & ConstructorParameters<typeof BrowserMessageReader>[0];

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  return start(context, (id, name, options) => {
    let worker: InstanceType<typeof Worker> | undefined;
    // Each start has a worker of its own, and the one before it ends. The transports are made here: VS Code wraps
    // `Worker`, so that the client's own `instanceof Worker` does not know what it made.
    const transports = () => {
      worker?.terminate();
      worker = new Worker(script);
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    };
    return new LanguageClient(id, name, transports, options);
  });
}
