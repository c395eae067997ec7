/** The language status item: which kind of report, which year, how many findings. Silent where there is no report. */
import type { FindingCounts } from '../server/lsp/protocol';
import type { Outlines } from './outlines';
import { LANGUAGE, selector } from './selector';
import { vscode } from './vscode';

/** How the server is. */
export type Health = 'starting' | 'running' | 'stopped';

/** Keeps the item true. */
export class Status implements vscode.Disposable {
  readonly #outlines: Outlines;
  readonly #item: vscode.LanguageStatusItem;
  readonly #disposables: vscode.Disposable;
  #health: Health = 'starting';

  constructor(outlines: Outlines) {
    this.#outlines = outlines;
    this.#item = vscode.languages.createLanguageStatusItem('gongwen.status', []);
    this.#item.name = vscode.l10n.t('Gongwen Report');
    this.#disposables = vscode.Disposable.from(
      this.#item,
      outlines.onDidChange(() => this.#refresh()),
    );
    this.#refresh();
  }

  /** How the server is by now. */
  set health(health: Health) {
    this.#health = health;
    this.#refresh();
  }

  get health(): Health {
    return this.#health;
  }

  /** What the item says now; empty when it is hidden. */
  get text(): string {
    return this.#shownFor() ? this.#item.text : '';
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #shownFor(): vscode.TextDocument | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !selector.covers(document)) return undefined;
    return this.#outlines.report?.uri === document.uri.toString() || document.languageId === LANGUAGE ? document : undefined;
  }

  #refresh(): void {
    const document = this.#shownFor();
    if (!document) {
      this.#item.selector = [];
      return;
    }
    this.#item.selector = { language: document.languageId, scheme: document.uri.scheme };
    this.#item.busy = this.#health === 'starting';
    const stopped = this.#health === 'stopped';
    this.#item.severity = stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    if (stopped) {
      this.#item.text = vscode.l10n.t('Gongwen: checking has stopped');
      this.#item.detail = undefined;
      this.#item.command = { command: 'gongwen.restartServer', title: vscode.l10n.t('Restart') };
      return;
    }
    const { report } = this.#outlines;
    this.#item.command = { command: 'gongwen.setProfile', title: vscode.l10n.t('Choose Kind') };
    this.#item.text = [report?.profile?.title ?? vscode.l10n.t('Gongwen'), report?.reportYear, report && total(report.counts)]
      .filter(Boolean)
      .join(' · ');
    this.#item.detail = report ? detail(report.counts) : undefined;
  }
}

function total({ error, warning, info, hint }: FindingCounts): string {
  const all = error + warning + info + hint;
  if (all === 0) return vscode.l10n.t('no findings');
  return all === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', all);
}

function detail({ error, warning, info, hint }: FindingCounts): string {
  return [
    error > 0 && vscode.l10n.t('errors: {0}', error),
    warning > 0 && vscode.l10n.t('warnings: {0}', warning),
    info > 0 && vscode.l10n.t('notes: {0}', info),
    hint > 0 && vscode.l10n.t('hints: {0}', hint),
  ]
    .filter(Boolean)
    .join(' · ');
}
