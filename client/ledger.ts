/** 事实台账: every figure of a report, made by the server, shown as a read-only document. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LedgerRequest, type LedgerParams, type LedgerResult } from '../server/lsp/protocol';
import { vscode } from './vscode';

/** Scheme of ledgers: `gongwen-ledger:/报告.md?uri of the report`. */
export const LEDGER_SCHEME = 'gongwen-ledger';

/** Serves ledgers. One that is looked at follows its report when that is saved, or a figure of it is marked as verified. */
export class Ledgers implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #events: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#events = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(LEDGER_SCHEME, this),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.follow(uri.toString())),
    );
  }

  /** Makes the ledger of a report anew, where it is shown. */
  follow(report: string): void {
    for (const { uri: shown } of vscode.workspace.textDocuments) {
      if (shown.scheme === LEDGER_SCHEME && shown.query === report) this.#changed.fire(shown);
    }
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const ledger = await this.#client.sendRequest<LedgerResult | null>(LedgerRequest, { uri: uri.query } satisfies LedgerParams);
    return ledger?.markdown ?? vscode.l10n.t('Open the report to see its ledger of figures.');
  }

  /** Shows the ledger of a report beside it. */
  async show(report: vscode.Uri): Promise<void> {
    const name = report.path.slice(report.path.lastIndexOf('/') + 1);
    const uri = vscode.Uri.from({ scheme: LEDGER_SCHEME, path: `/${name}.md`, query: report.toString() });
    // Shown before, it may be of an older text.
    this.#changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }
  }

  dispose(): void {
    this.#events.dispose();
  }
}
