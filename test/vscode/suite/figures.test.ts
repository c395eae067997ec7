/** Figures: the ledger, hover, marks of proof and the line over sections. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, report, untitled, until } from './harness';

const TEXT = report(['评查行政处罚案卷120件。', '办理复议案件20件，其中维持12件、撤销8件。']);

describe('figures', () => {
  afterEach(async () => {
    const settings = vscode.workspace.getConfiguration('gongwen');
    await settings.update('proofMarks', undefined, vscode.ConfigurationTarget.Global);
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });
  const placeOf = (document: vscode.TextDocument, piece: string) => document.positionAt(document.getText().indexOf(piece));
  const whole = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);
  const marks = async (document: vscode.TextDocument) =>
    (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole(document))) ?? [];
  const lenses = async (document: vscode.TextDocument) =>
    ((await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50)) ?? []).flatMap(
      ({ command }) => (command?.command === 'gongwen.showLedger' ? [command.title] : []),
    );

  it('hover shows the calculation of a figure that holds', async () => {
    const document = await untitled(TEXT);
    const hovers = await until(
      'hover',
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, '20件')),
      (h) => h.length > 0,
    );
    assert.match(hovers.flatMap((h) => h.contents.map((c) => (c as vscode.MarkdownString).value)).join(), /12\+8=20/);
  });

  it('the ledger opens as a document that nobody can write in', async () => {
    const document = await untitled(TEXT);
    await vscode.commands.executeCommand('gongwen.showLedger', document.uri.toString());
    const ledger = await until(
      'ledger',
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'gongwen-ledger'),
      (found) => found !== undefined && found.getText().includes('12\\+8=20'),
    );
    assert.equal(vscode.workspace.fs.isWritableFileSystem('gongwen-ledger'), undefined);
    assert.match(ledger!.getText(), /20/);
  });

  it('marks and lenses come when asked for, and go', async () => {
    const document = await untitled(TEXT);
    await until(
      'hover',
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, '20件')),
      (h) => h.length > 0,
    );
    assert.deepEqual(await marks(document), []);
    assert.deepEqual(await lenses(document), []);
    const settings = vscode.workspace.getConfiguration('gongwen');
    await settings.update('proofMarks', true, vscode.ConfigurationTarget.Global);
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Global);
    await until(
      'marks',
      () => marks(document),
      (found) => found.some(({ label }) => label === '✓'),
    );
    await until(
      'lenses',
      () => lenses(document),
      (found) => found.length > 0,
    );
    await settings.update('proofMarks', undefined, vscode.ConfigurationTarget.Global);
    await until(
      'no marks',
      () => marks(document),
      (found) => found.length === 0,
    );
  });
});
