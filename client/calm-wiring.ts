/** Calm in VS Code: what the editor tells goes into the filter, what the filter holds back does not reach the screen. */
import type { Middleware } from 'vscode-languageclient';
import { vsdiag } from 'vscode-languageclient';
import { CalmFilter } from './calm';
import type { Selector } from './selector';
import { vscode } from './vscode';

/** The middleware, and what feeds it. */
export interface Calm extends vscode.Disposable {
  readonly middleware: Pick<Middleware, 'provideDiagnostics' | 'handleDiagnostics'>;
}

/**
 * Makes diagnostics calm as long as the setting `gongwen.calm` is on.
 *
 * @param pullAgain asks the language client to ask the server once more
 */
export function makeCalm(selector: Selector, pullAgain: () => void): Calm {
  let on = isOn();
  /** The newest full result of the server: it may answer "unchanged", and more of it may have to be shown. */
  const pulled = new Map<string, readonly vscode.Diagnostic[]>();
  const pushed = new Map<string, () => void>();

  const filter = new CalmFilter<vscode.Diagnostic>({
    alarm: {
      set(ms, ring) {
        const timer = setTimeout(ring, ms);
        return () => clearTimeout(timer);
      },
    },
    key: (diagnostic) => `${codeOf(diagnostic)} ${diagnostic.message}`,
    range: (diagnostic) => diagnostic.range,
    release: (uri) => {
      pushed.get(uri)?.();
      if (pulled.has(uri)) pullAgain();
    },
  });

  const caretsOf = (editor: vscode.TextEditor): number[] => editor.selections.map((selection) => selection.active.line);
  const show = (uri: string, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] =>
    on ? filter.filter(uri, diagnostics) : [...diagnostics];

  let active = vscode.window.activeTextEditor;
  if (active && selector.covers(active.document)) filter.carets(active.document.uri.toString(), caretsOf(active));
  const events = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (!on || contentChanges.length === 0 || !selector.covers(document)) return;
      const uri = document.uri.toString();
      if (reason === undefined && document === vscode.window.activeTextEditor?.document) filter.typed(uri, contentChanges);
      else filter.changed(uri, contentChanges);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (!on || textEditor !== vscode.window.activeTextEditor || !selector.covers(textEditor.document)) return;
      filter.carets(textEditor.document.uri.toString(), caretsOf(textEditor));
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (active) filter.carets(active.document.uri.toString(), []);
      active = editor;
      if (editor && selector.covers(editor.document)) filter.carets(editor.document.uri.toString(), caretsOf(editor));
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      filter.forget(uri);
      pulled.delete(uri);
      pushed.delete(uri);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('gongwen.calm')) return;
      on = isOn();
      if (!on) filter.releaseAll();
    }),
  );

  return {
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const uri = (document instanceof vscode.Uri ? document : document.uri).toString();
        const report = await next(document, previousResultId, token);
        if (!report) return report;
        if (report.kind === vsdiag.DocumentDiagnosticReportKind.full) {
          pulled.set(uri, report.items);
          return { ...report, items: show(uri, report.items) };
        }
        const items = pulled.get(uri);
        // Unchanged for the server; on the screen there may be less of it than now may be shown.
        return items ? { kind: vsdiag.DocumentDiagnosticReportKind.full, resultId: report.resultId, items: show(uri, items) } : report;
      },
      handleDiagnostics(uri, diagnostics, next) {
        const publish = () => next(uri, show(uri.toString(), diagnostics));
        pushed.set(uri.toString(), publish);
        publish();
      },
    },
    dispose() {
      events.dispose();
      filter.dispose();
    },
  };
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('gongwen').get('calm', true);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
