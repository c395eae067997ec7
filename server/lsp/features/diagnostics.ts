/** Findings as diagnostics: pulled where the client can, pushed where it cannot, never both. */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Report } from '../../service';
import { toDiagnostics } from '../convert';
import type { Context, Feature } from '../feature';
import { DocumentDiagnosticReportKind } from '../wire';

/** Makes the feature; it remembers what it answered. */
export function diagnostics(): Feature {
  /** What was last answered for a document: equal findings are answered as `unchanged`. */
  const answered = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  const told = new Set<string>();
  let answers = 0;

  const diagnose = ({ client, connection }: Context, report: Report): Diagnostic[] => {
    for (const [id, { error }] of report.faults) {
      if (told.has(id)) continue;
      told.add(id);
      connection.console.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    return toDiagnostics(report, client.wording);
  };

  return {
    capabilities: (client) =>
      client.pull
        ? { diagnosticProvider: { identifier: 'gongwen', interFileDependencies: false, workspaceDiagnostics: !client.dynamicPull } }
        : {},
    register(context) {
      context.connection.languages.diagnostics.on(
        async ({ textDocument: { uri }, previousResultId }): Promise<DocumentDiagnosticReport> => {
          const report = await context.report(uri);
          const items = report ? diagnose(context, report) : [];
          const last = answered.get(uri);
          if (last && last.id === previousResultId && same(last.items, items))
            return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
          const id = String(++answers);
          if (context.reports.documents.get(uri)) answered.set(uri, { id, items });
          return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
        },
      );
    },
    changed(context, report) {
      if (!context.client.pull)
        void context.connection.sendDiagnostics({ uri: report.uri, version: report.version, diagnostics: diagnose(context, report) });
    },
    closed({ client, connection }, uri) {
      answered.delete(uri);
      if (!client.pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

/** Whether two answers say the same. What has not changed is the same object; the rest is compared by its words. */
function same(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a === b || (a.length === b.length && a.every((x, i) => x === b[i] || JSON.stringify(x) === JSON.stringify(b[i])));
}
