// The floor: a language server with the same libraries that keeps its documents and answers each change with N constant
// diagnostics, and does nothing else. Bundled like ours before it is measured.
import { createConnection, StreamMessageReader, StreamMessageWriter, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const at = process.argv.indexOf('--diags');
const n = at < 0 ? 0 : Number(process.argv[at + 1]);
const items = Array.from({ length: n }, (_, k) => ({
  range: { start: { line: k, character: 2 }, end: { line: k, character: 4 } },
  severity: 2,
  code: `rule/${k % 30}`,
  source: 'echo',
  message: '此处用词不规范，建议修改为另一种写法。',
}));
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: 2, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },
}));
connection.languages.diagnostics.on(({ textDocument }) => ({ kind: 'full', items: documents.get(textDocument.uri) ? items : [] }));
documents.listen(connection);
connection.listen();
