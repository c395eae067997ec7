/** Files for a server that cannot reach them itself: in a worker, or in a workspace that is no folder on disk. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { HostRequest, type HostEntry, type HostParams, type HostWriteParams } from '../server/lsp/protocol';
import { vscode } from './vscode';

/** Answers the server's {@link HostRequest}s. */
export function answerHostRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(HostRequest.read, ({ uri }: HostParams) => orNull(() => read(vscode.Uri.parse(uri)))),
    client.onRequest(HostRequest.list, ({ uri }: HostParams) => orNull(() => list(vscode.Uri.parse(uri)))),
    client.onRequest(HostRequest.write, ({ uri, text }: HostWriteParams) => write(vscode.Uri.parse(uri), text)),
  );
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function list(uri: vscode.Uri): Promise<HostEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({ name, folder: (type & vscode.FileType.Directory) !== 0 }));
}

/** Writes beside and renames, so that a half-written file is never read. */
async function write(uri: vscode.Uri, text: string): Promise<true> {
  if (!/\/\.gongwen\/[^/]/.test(uri.path) || uri.path.includes('/../')) throw new Error(`Not a side file: ${uri.path}`);
  const beside = uri.with({ path: `${uri.path}.new` });
  try {
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    // A full disk leaves half a file.
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
  return true;
}

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
