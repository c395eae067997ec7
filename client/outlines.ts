/** What the server told about each open document, and which of them the views speak of. */
import type { OutlineParams } from '../server/lsp/protocol';
import { selector } from './selector';
import { vscode } from './vscode';

/** The newest outline of each document; the current one follows the active editor. */
export class Outlines implements vscode.Disposable {
  readonly #byUri = new Map<string, OutlineParams>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #events: vscode.Disposable;
  #current: string | undefined;

  /** The current outline, or which one is the current one, has changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#follow(vscode.window.activeTextEditor);
    this.#events = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      // Choosing another language closes a document and opens it again, under the same editor.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.#follow(vscode.window.activeTextEditor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
    );
  }

  /** The outline of the document last written in; undefined as long as the server has not spoken, or where there is no such document. */
  get current(): OutlineParams | undefined {
    return this.#current === undefined ? undefined : this.#byUri.get(this.#current);
  }

  /** The outline of a report: undefined for a text that is none. */
  get report(): OutlineParams | undefined {
    const { current } = this;
    return current?.profile ? current : undefined;
  }

  /** Takes what the server sends. */
  set(params: OutlineParams): void {
    // The server may spell a uri in its own way; documents are found by VS Code's.
    const uri = vscode.Uri.parse(params.uri).toString();
    this.#byUri.set(uri, { ...params, uri });
    if (uri === this.#current) this.#tell();
  }

  /** The server has ended: what it said is no longer true of a text that goes on changing. */
  clear(): void {
    this.#byUri.clear();
    this.#tell();
  }

  dispose(): void {
    this.#events.dispose();
  }

  /** Output, a diff, an image: the views keep what they show. Another text takes their place. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || !selector.covers(editor.document)) return;
    this.#current = editor.document.uri.toString();
    this.#tell();
  }

  #forget(uri: string): void {
    this.#byUri.delete(uri);
    if (uri !== this.#current) return;
    this.#current = undefined;
    this.#tell();
  }

  #tell(): void {
    void vscode.commands.executeCommand('setContext', 'gongwen.report', this.report !== undefined);
    this.#changed.fire();
  }
}
