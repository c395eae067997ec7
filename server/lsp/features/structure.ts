/** The shape of a report: symbols, folding, and the tree 报告结构 of our own client. */
import { toFoldingRanges, toSymbols } from '../convert';
import type { Report } from '../../service';
import type { Context, Feature } from '../feature';
import { OutlineNotification } from '../protocol';
import { figuresOf } from '../figures';
import { MOST_OF_AN_OUTLINE, shownOf } from '../outline-limit';
import { toTree } from '../tree';
import { MessageType, ShowMessageNotification } from '../wire';

const REST = {
  'zh-cn': (n: number) => `标题过多：大纲列出前 ${MOST_OF_AN_OUTLINE} 个章节，另有 ${n} 项未列出；检查不受影响。`,
  en: (n: number) =>
    `Too many headings: the outline shows the first ${MOST_OF_AN_OUTLINE} sections; ${n} entries are left out. The check covers them all.`,
};

/** Makes the feature; it remembers which tree each client has seen, and where it has said that an outline is cut. */
export function structure(): Feature {
  const seen = new Map<string, { stamp: string; json: string }>();
  const told = new Set<string>();
  const symbols = ({ client, connection }: Context, report: Report) => {
    const { rest } = shownOf(report.document.outline);
    if (rest > 0 && !told.has(report.uri)) {
      told.add(report.uri);
      const message = REST[client.wording.locale](rest);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    }
    return toSymbols(report);
  };
  return {
    capabilities: () => ({ documentSymbolProvider: true, foldingRangeProvider: true }),
    register(context: Context) {
      const { connection } = context;
      connection.onDocumentSymbol(async ({ textDocument }) => ofReport(context, textDocument.uri, (report) => symbols(context, report)));
      connection.onFoldingRanges(async ({ textDocument }) => ofReport(context, textDocument.uri, toFoldingRanges));
    },
    /** Tells the client of the tree when its content is another. Other editors know no such notification and get none. */
    changed({ client, connection, reports }, report) {
      if (!client.outline) return;
      const last = seen.get(report.uri);
      // Typing inside a paragraph changes nothing the tree shows but lengths; these come with the next real change.
      const stamps = reports.documents.get(report.uri)?.stamps;
      const marks = stamps ? figuresOf(report).map(({ line, key }) => ({ line, verified: stamps.has(key) })) : null;
      const stamp = [
        report.structure,
        marks?.map((m) => `${m.line}${m.verified}`),
        ...report.findings().map((f) => `${f.line}${f.rule.id}${f.severity}`),
      ].join();
      if (last?.stamp === stamp) return;
      const tree = toTree(report, client.wording.locale, marks);
      const json = JSON.stringify([tree.outline, tree.profile, tree.reportYear, tree.counts]);
      seen.set(report.uri, { stamp, json });
      if (last?.json !== json) void connection.sendNotification(OutlineNotification, tree);
    },
    closed(_context, uri) {
      seen.delete(uri);
      told.delete(uri);
    },
  };
}

async function ofReport<T>(context: Context, uri: string, make: (report: Report) => T[]): Promise<T[]> {
  const report = await context.report(uri);
  return report?.document.traits.profile ? make(report) : [];
}
