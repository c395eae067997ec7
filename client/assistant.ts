/** The checker as a tool of language models (VS Code 1.95 and later; before that, and where there is none, nothing happens). */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ServerCommand, type CheckedReport } from '../server/lsp/protocol';
import { vscode } from './vscode';

/** The tool's name in the manifest. */
const NAME = 'gongwen_check_report';

/** What the tool is asked: a file, or nothing for the one in front. */
interface Question {
  readonly uri?: string;
}

/** As much of the newer interface as is used; the types of the oldest VS Code do not have it. */
interface NewerVsCode {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: {
        invoke(options: { readonly input: Question }): Promise<unknown>;
        prepareInvocation(): { readonly invocationMessage: string };
      },
    ): vscode.Disposable;
  };
  readonly LanguageModelToolResult: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart: new (text: string) => unknown;
}

/** Offers the tool where the editor knows tools. */
export function provideTool({ client, ready }: { readonly client: BaseLanguageClient; ready(): Promise<void> }): vscode.Disposable {
  const newer = vscode as unknown as NewerVsCode;
  const none = new vscode.Disposable(() => undefined);
  if (typeof newer.lm?.registerTool !== 'function' || typeof newer.LanguageModelToolResult !== 'function') return none;
  try {
    return newer.lm.registerTool(NAME, {
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Checking the report') }),
      async invoke({ input }) {
        await ready();
        const found = await check(client, input);
        return new newer.LanguageModelToolResult([new newer.LanguageModelTextPart(JSON.stringify(found))]);
      },
    });
  } catch {
    // VS Code 1.91 to 1.94 have the function, and throw: it was a proposal then.
    return none;
  }
}

async function check(client: BaseLanguageClient, { uri }: Question): Promise<CheckedReport> {
  const document = uri === undefined || uri === '' ? vscode.window.activeTextEditor?.document : await open(uri);
  if (!document) throw new Error(vscode.l10n.t('No document is open. Name a file.'));
  const found = await client.sendRequest<CheckedReport | null>('workspace/executeCommand', {
    command: ServerCommand.checkReport,
    arguments: [document.uri.toString(), document.languageId],
  });
  return found ?? { profile: null, reportYear: null, findings: [] };
}

/** A URI, or a path as a model is likely to write it: below a folder of the workspace. */
async function open(name: string): Promise<vscode.TextDocument> {
  const uri = uriOf(name);
  const there = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (there) return there;
  // What a model names is not what the person chose: nothing outside the workspace is opened for it.
  if (!vscode.workspace.getWorkspaceFolder(uri)) throw new Error(vscode.l10n.t('{0} is neither open nor in the workspace.', name));
  return vscode.workspace.openTextDocument(uri);
}

function uriOf(name: string): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:\//i.test(name)) return vscode.Uri.parse(name);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && !name.startsWith('/') ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(name);
}
