/** Document numbers across files: decoded, followed, renamed, coloured; in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CLEAN, closeAll, folder, open, rangeOf, type, untitled, until } from './harness';

/** Names that a URI has to escape, so that the server's own way of writing them is tried. */
const CIRCULAR = '通知（定稿）[1].md';
const REPORT = '2024 年度报告!.txt';

const CIRCULAR_TEXT = `临府办发〔2024〕12号

临川市人民政府办公室
关于印发执法公示办法的通知

各县（市、区）人民政府：

现将执法公示办法印发给你们。
`;
const REPORT_TEXT = CLEAN.replace('58条。', '58条，落实《关于印发执法公示办法的通知》（临府办发〔2024〕12号）和国办发〔2018〕118号。');

const file = (name: string) => vscode.Uri.joinPath(folder('reports'), '字号', name);

async function hover(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return found.flatMap((h) => h.contents.map((c) => (typeof c === 'string' ? c : c.value))).join('\n');
}

describe('document numbers across files', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(file(CIRCULAR), new TextEncoder().encode(CIRCULAR_TEXT));
    await vscode.workspace.fs.writeFile(file(REPORT), new TextEncoder().encode(REPORT_TEXT));
  });
  after(() => vscode.workspace.fs.delete(file('.'), { recursive: true }));
  afterEach(closeAll);

  it('hover says which organ a 代字 stands for', async () => {
    const document = await open(file(REPORT));
    const at = rangeOf(document, '办发〔2018〕118').start;
    await until(
      'hover',
      () => hover(document, at),
      (text) => text.includes('国务院办公厅'),
    );
  });

  it('a citation leads to the document that bears the number, which is not open', async () => {
    const document = await open(file(REPORT));
    const at = rangeOf(document, '办发〔2024〕12号').start;
    const ask = () =>
      vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>('vscode.executeDefinitionProvider', document.uri, at);
    const [found] = await until('definition', ask, (all) => all.length === 1);
    const uri = 'targetUri' in found ? found.targetUri : found.uri;
    assert.equal(uri.toString(), file(CIRCULAR).toString());
    const target = await vscode.workspace.openTextDocument(uri);
    assert.equal(target.getText('targetUri' in found ? found.targetSelectionRange : found.range), '临府办发〔2024〕12号');
  });

  it('is renamed in every file, and a malformed new name is refused', async () => {
    const document = await open(file(REPORT));
    const at = rangeOf(document, '办发〔2024〕12号').start;
    const ask = (name: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, name);
    const edit = await until(
      'rename',
      () => ask('临府办发〔2024〕21号'),
      (e) => e.size === 2,
    );
    await assert.rejects(async () => ask('临府办发[2024]21号'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes('（临府办发〔2024〕21号）'));
    const circular = await vscode.workspace.openTextDocument(file(CIRCULAR));
    assert.ok(circular.getText().startsWith('临府办发〔2024〕21号\n'));
  });

  it('is completed behind 〔, with the caret before 号', async () => {
    const document = await untitled(CLEAN.replace('58条。', '58条，落实临府办发。'), 'gongwen');
    const at = rangeOf(document, '临府办发').end;
    await type(document, at, '〔');
    const offered = async () => {
      const line = document.lineAt(at.line).text;
      if (line.includes('〔2024〕号')) return true;
      // The list is shown by itself; it is taken as soon as it is there.
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return false;
    };
    await until('the year', offered, (there) => there);
    await vscode.commands.executeCommand('type', { text: '7' });
    assert.ok(document.getText().includes('落实临府办发〔2024〕7号。'), document.lineAt(at.line).text);
  });

  it('is coloured, for what is on the screen', async () => {
    const document = await open(file(REPORT));
    const range = rangeOf(document, '（一）完善依法行政制度');
    const ask = () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentRangeSemanticTokens', document.uri, range);
    const tokens = await until('colours', ask, (t) => (t?.data.length ?? 0) >= 10);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentRangeSemanticTokensLegend',
      document.uri,
      range,
    );
    assert.ok(legend.tokenTypes.includes('documentNumber'));
    assert.equal(tokens!.data.length % 5, 0);
  });
});
