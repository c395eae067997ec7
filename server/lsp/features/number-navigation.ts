/** Where a 发文字号 leads: to the document that bears it, and to every place that cites it. */
import type { DocumentHighlight, Location, LocationLink, Position } from 'vscode-languageserver';
import { rangeOf } from '../../core/edits';
import type { Report } from '../../service';
import { carriedNumber, REPORT_FILES } from '../../workspace';
import type { Context, Feature } from '../feature';
import { inOrder, libraryOf, numberAt } from '../library';
import { DidChangeWorkspaceFoldersNotification, FileOperationPatternKind, DocumentHighlightKind } from '../wire';

/** A folder that moves takes its files with it, and of these nothing is told. */
const FOLDERS = { filters: [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }] };

export const numberNavigation: Feature = {
  capabilities: (client) => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspace: {
      ...(client.folderChanges && { workspaceFolders: { supported: true, changeNotifications: true } }),
      ...(client.folderMoves && { fileOperations: { didRename: FOLDERS, didDelete: FOLDERS } }),
    },
  }),
  watches: [REPORT_FILES],
  filesChanged: (context, uris) => libraryOf(context).changed(uris),
  // What was typed and not saved is gone with the editor: the file is what counts again.
  closed: (context, uri) => libraryOf(context).changed([uri]),
  references,
  register(context) {
    const { connection, client } = context;
    if (client.folderChanges)
      connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
        libraryOf(context).foldersChanged(
          event.added.map((f) => f.uri),
          event.removed.map((f) => f.uri),
        ),
      );
    if (client.folderMoves) {
      const again = () => libraryOf(context).index.forget();
      connection.workspace.onDidRenameFiles(again);
      connection.workspace.onDidDeleteFiles(again);
    }
    connection.onDefinition(async ({ textDocument, position }) => {
      const report = await context.report(textDocument.uri);
      return report ? definition(context, report, position) : null;
    });
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const report = await context.report(textDocument.uri);
      return report ? highlights(report, position) : null;
    });
  },
};

/** The documents that bear the number; where there is none, the first place in this text that cites it with its title. */
async function definition(context: Context, report: Report, position: Position): Promise<Location[] | LocationLink[] | null> {
  const at = numberAt(report, position, true);
  if (!at || at.number.key === '') return null;
  const { document } = report;
  const { key, span } = at.number;
  const carriers = await libraryOf(context).carriers(key);
  const links = carriers.map(({ uri, mention, entry }): LocationLink => ({
    targetUri: uri,
    targetRange:
      entry.title === ''
        ? mention.range
        : { start: least(mention.range.start, entry.titleRange.start), end: most(mention.range.end, entry.titleRange.end) },
    targetSelectionRange: mention.range,
  }));
  if (links.length === 0) {
    const [first] = document.index.members(`documentNumber:${key}`, document.blocks).filter(({ value }) => value !== undefined);
    if (!first) return null;
    const range = rangeOf(document, first.block, first.span);
    links.push({ targetUri: report.uri, targetRange: range, targetSelectionRange: range });
  }
  if (!context.client.links) return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  const originSelectionRange = rangeOf(
    document,
    at.block,
    at.citation ? { from: Math.min(at.citation.span.from, span.from), to: Math.max(at.citation.span.to, span.to) } : span,
    at.line,
  );
  return links.map((link) => ({ ...link, originSelectionRange }));
}

async function references(context: Context, report: Report, position: Position, includeDeclaration: boolean): Promise<Location[] | null> {
  const at = numberAt(report, position);
  if (!at || at.number.key === '') return null;
  const library = libraryOf(context);
  const found = await library.mentions(at.number.key);
  const declared = includeDeclaration
    ? []
    : (await library.carriers(at.number.key)).map(
        ({ uri, mention }) => `${uri} ${mention.range.start.line} ${mention.range.start.character}`,
      );
  const shown = found.filter(
    ({ uri, mention }) => !declared.includes(`${uri} ${mention.range.start.line} ${mention.range.start.character}`),
  );
  return inOrder(shown).map(({ uri, mention }) => ({ uri, range: mention.range }));
}

/** The same number elsewhere in this text. Asked at each move of the caret: costs the mentions, not the text. */
function highlights(report: Report, position: Position): DocumentHighlight[] | null {
  const at = numberAt(report, position);
  if (!at || at.number.key === '') return null;
  const { document } = report;
  const own = carriedNumber(document);
  return document.index.members(`documentNumber:${at.number.key}`, document.blocks).map(({ block, span }) => ({
    range: rangeOf(document, block, span),
    kind: own?.block === block && own.number.span.from === span.from ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function least(a: Position, b: Position): Position {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? a : b;
}

function most(a: Position, b: Position): Position {
  return least(a, b) === a ? b : a;
}
