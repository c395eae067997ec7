/** Small words for the tests inside VS Code: wait for what is asked, open, type, mend. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension';

/** Id of the extension under test. */
export const EXTENSION = 'gongwen.gongwen-report';

/** Asks until the answer is as wanted; fails with the last answer after `ms`. Never waits longer than it has to. */
export async function until<T>(what: string, get: () => T | PromiseLike<T>, ok: (value: T) => boolean, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await get();
    if (ok(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: not seen within ${ms} ms; last: ${JSON.stringify(value)}`);
    await new Promise((r) => setTimeout(r, 25));
  }
}

/** Our own diagnostics of a document, once they are as wanted. */
export function diagnosticsOf(
  document: vscode.TextDocument,
  ok: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === 'gongwen');
  return until('diagnostics', own, ok);
}

/** Rule ids of diagnostics, each as often as it was found. */
export function rules(found: readonly vscode.Diagnostic[]): string[] {
  return found.map((d) => String(typeof d.code === 'object' ? d.code.value : d.code));
}

/** The folder of the workspace with this name. */
export function folder(name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((f) => f.name === name);
  assert.ok(found, `a folder ${name} is open`);
  return found.uri;
}

/** Opens a file of the fixture and shows it, in a tab that stays. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** An untitled document with this text, shown. One that was closed a moment ago may come back with its own, under the same name. */
export async function untitled(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  for (let n = 0; n < 20; n++) {
    const document = await vscode.workspace.openTextDocument({ content, language });
    await vscode.window.showTextDocument(document);
    if (document.getText() === content) return document;
    await closeAll();
  }
  throw new Error('VS Code keeps the text of a document that was closed');
}

/** The editor that shows a document. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor {
  const editor = vscode.window.visibleTextEditors.find((e) => e.document === document);
  assert.ok(editor, `${document.uri.toString(true)} is shown`);
  return editor;
}

/** Where a piece of the text stands. */
export function rangeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const at = document.getText().indexOf(piece);
  assert.ok(at >= 0, `“${piece}” is in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + piece.length));
}

/** Types as a person does, at a place: through the editor's own command, character by character. */
export async function type(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(at, at);
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** Replaces a piece of the text by an edit of the editor. */
export async function replace(document: vscode.TextDocument, piece: string, by: string): Promise<void> {
  const range = rangeOf(document, piece);
  assert.ok(await editorOf(document).edit((edit) => edit.replace(range, by)));
}

/** Quick fixes offered at a diagnostic. */
export async function fixesAt(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return actions(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
}

/** Code actions of a kind, resolved. */
export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind.value, 50);
}

/** Applies a code action as the editor would: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** One undo in the editor that shows the document. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
}

/** Closes every editor without saving, and waits until nothing is said of them any more: names of untitled documents come again. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const own = () => vscode.languages.getDiagnostics().filter(([, all]) => all.some((d) => d.source === 'gongwen'));
  await until('silence', own, (all) => all.length === 0);
}

/** What the extension hands out. */
export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION);
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

/** A report without a mistake, of our own writing. */
export const CLEAN = `临川市司法局关于2024年度法治政府建设情况的报告

临川市委、临川市人民政府：

根据法治政府建设年度报告有关规定，现将临川市司法局2024年度法治政府建设情况报告如下。

一、2024年推进法治政府建设的主要举措和成效

（一）完善依法行政制度。审查行政规范性文件26件，提出修改意见58条。

（二）规范行政执法。组织执法人员培训4期，评查行政处罚案卷120件。

二、2024年推进法治政府建设存在的不足和原因

一是个别单位执法文书制作不规范，主要原因是新进人员较多。二是规范性文件清理不够及时，主要原因是部门之间沟通不畅。

三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况

局党组书记、局长认真履行推进法治建设第一责任人职责，主持召开党组会议研究法治建设工作6次。

四、2025年推进法治政府建设的主要安排

一是加强执法人员培训。二是建立规范性文件动态清理机制。

特此报告。

临川市司法局
2025年2月20日
`;

/** The clean report with pieces replaced; each must be there. */
export function report(...pieces: (readonly [piece: string, by: string])[]): string {
  return pieces.reduce((text, [piece, by]) => {
    assert.ok(text.includes(piece), piece);
    return text.replace(piece, by);
  }, CLEAN);
}

/** Titles and levels of an outline, as `一、…` with two spaces per level. */
export function drawn(symbols: readonly vscode.DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap((s) => [`${'  '.repeat(depth)}${s.name}`, ...drawn(s.children, depth + 1)]);
}
