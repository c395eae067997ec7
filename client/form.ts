/** Work on a report as a whole: 重编序号, 结转下年, 送审检查, and moving sections in the tree by hand. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ServerCommand, type EditResult, type FinalItem, type RollOver } from '../server/lsp/protocol';
import type { Range } from '../server/core/text';
import type { Entry } from './outline-view';
import { vscode } from './vscode';

const { t } = vscode.l10n;

/** What these commands work with. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** Starts the server if it is not there yet. */
  ready(): Promise<void>;
}

type Reveal = (uri: string, range: Range) => Promise<void>;

/** 重编序号: the whole report, in one undo step. */
export async function renumber(server: Server, document: vscode.TextDocument): Promise<void> {
  const result = await run<EditResult | null>(server, ServerCommand.renumber, document.uri.toString());
  if (result?.applied) vscode.window.setStatusBarMessage(t('Gongwen: {0} numbers changed. Undo takes it all back.', result.count), 5000);
  say(result?.message);
}

/** 结转下年: asks for the year, then opens the new draft as a document without a name. Last year's report stays as it is. */
export async function rollOver(server: Server, document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const uri = document.uri.toString();
  // The first answer tells the report's own year, or why there is nothing to roll over.
  const next = await run<RollOver>(server, ServerCommand.rollOver, uri);
  say(next.message);
  const { from } = next;
  if (from === undefined) return undefined;
  const said = await vscode.window.showInputBox({
    title: t('Roll Over: year of the new report'),
    prompt: t('The report at hand is about {0}.', from),
    value: String(from + 1),
    validateInput: (value) => yearFault(value, from),
    ignoreFocusOut: true,
  });
  if (said === undefined) return undefined;
  const year = Number(said.trim());
  const { text, languageId, message } = year === from + 1 ? next : await run<RollOver>(server, ServerCommand.rollOver, uri, year);
  say(message);
  if (text === undefined) return undefined;
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId, content: text }));
}

/** What is wrong with the year that a report is to be rolled over to; undefined when all is well. */
export function yearFault(value: string, from: number): string | undefined {
  if (!/^(?:19|20)\d\d$/.test(value.trim())) return t('A year has four digits, such as {0}.', from + 1);
  return Number(value) > from ? undefined : t('The new year must be later than {0}.', from);
}

/** 送审检查: lists in order what must be gone; choosing one goes there. Until the document is closed, these are warnings. */
export async function finalCheck(server: Server, document: vscode.TextDocument, reveal: Reveal): Promise<void> {
  const uri = document.uri.toString();
  const items = await run<FinalItem[] | null>(server, ServerCommand.finalCheck, uri);
  if (items === null) return say(t('This file is not a report.'));
  if (items.length === 0) return say(t('Nothing is left to see to: the report may go out.'));
  const rows = items.map((item) => ({
    label: `$(${item.severity}) ${item.message}`,
    description: t('line {0}', item.range.start.line + 1),
    detail: document
      .lineAt(Math.min(item.range.start.line, document.lineCount - 1))
      .text.trim()
      .slice(0, 80),
    item,
  }));
  const picked = await vscode.window.showQuickPick(rows, { title: t('Final Check: {0} to see to', items.length), matchOnDetail: true });
  if (picked) await reveal(uri, picked.item.range);
}

/** Moving sections in the tree. Rows are dropped on the one they are to stand before; on their own heading, or on the empty space below: behind the last. */
export class SectionDrag implements vscode.TreeDragAndDropController<Entry> {
  static readonly #mime = 'application/vnd.code.tree.gongwen.outline';
  readonly dragMimeTypes = [SectionDrag.#mime];
  readonly dropMimeTypes = [SectionDrag.#mime];
  readonly #server: () => Server | undefined;

  constructor(server: () => Server | undefined) {
    this.#server = server;
  }

  /** What is dragged travels as text: VS Code writes it down, and a row with its parent cannot be written. */
  handleDrag(source: readonly Entry[], data: vscode.DataTransfer): void {
    const [entry] = source;
    const from = entry?.node.selectionRange?.start;
    if (from) data.set(SectionDrag.#mime, new vscode.DataTransferItem(JSON.stringify({ uri: entry.uri, from, parent: entry.parent?.key })));
  }

  async handleDrop(target: Entry | undefined, data: vscode.DataTransfer): Promise<void> {
    const text = await data.get(SectionDrag.#mime)?.asString();
    if (text) await this.#drop(JSON.parse(text) as Dragged, target);
  }

  /** Moves a section before another one. */
  async #drop({ uri, from, parent }: Dragged, target: Entry | undefined): Promise<void> {
    const server = this.#server();
    if (!server || (target && target.uri !== uri)) return;
    const last = target === undefined || target.key === parent;
    const before = last ? null : target.node.selectionRange?.start;
    const result = await run<EditResult | null>(server, ServerCommand.moveSection, uri, from, before);
    say(result?.message);
  }
}

/** A section on its way: where its heading stands, and the key of the row it hangs under. */
interface Dragged {
  readonly uri: string;
  readonly from: Range['start'];
  readonly parent?: string;
}

async function run<T>({ client, ready }: Server, command: string, ...args: unknown[]): Promise<T> {
  await ready();
  return client.sendRequest<T>('workspace/executeCommand', { command, arguments: args });
}

function say(message: string | undefined): void {
  if (message !== undefined) void vscode.window.showInformationMessage(message);
}
