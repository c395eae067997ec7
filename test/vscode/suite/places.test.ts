/** Where reports lie, and what is no report. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, folder, open, report, rules, untitled, until } from './harness';

const NUMBER = 'document-number/malformed';
const reports = (name: string) => vscode.Uri.joinPath(folder('reports'), name);
const config = () => vscode.Uri.joinPath(folder('reports'), '.gongwen', 'config.json');

describe('files', () => {
  afterEach(closeAll);

  for (const name of ['年度报告.txt', '云河区报告.md', '送审稿', '报告（第 1 稿）[定].gongwen']) {
    it(`checks ${name}`, async () => {
      const document = await open(reports(name));
      assert.equal(document.uri.scheme, 'file');
      const found = await diagnosticsOf(document, (all) => all.length > 0);
      assert.deepEqual(rules(found), [NUMBER]);
    });
  }

  it('says nothing about a text that is no report', async () => {
    const note = await open(reports('便笺.txt'));
    const document = await open(reports('年度报告.txt'));
    // The server reads in order: once the second has its answer, the first has had its own.
    await diagnosticsOf(document, (all) => all.length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(note.uri), []);
  });

  it('takes a text as a report when told so', async () => {
    const document = await untitled('关于临政发[2024]12号文件\n\n请各科室阅研。\n');
    await vscode.commands.executeCommand('gongwen.setLanguage');
    const told = await until(
      'language',
      () => vscode.window.activeTextEditor?.document,
      (d) => d?.languageId === 'gongwen',
    );
    assert.equal(told?.uri.toString(), document.uri.toString());
    await diagnosticsOf(told!, (all) => rules(all).includes(NUMBER));
  });

  it('has its own language for .gongwen, with its snippets', async () => {
    const document = await open(reports('报告（第 1 稿）[定].gongwen'));
    assert.equal(document.languageId, 'gongwen');
    const editor = vscode.window.activeTextEditor!;
    const end = document.lineAt(document.lineCount - 1).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
    const snippets = list.items.filter((i) => i.kind === vscode.CompletionItemKind.Snippet);
    assert.ok(snippets.length > 0, 'snippets are offered');
    const [first] = snippets;
    assert.ok(first.insertText instanceof vscode.SnippetString);
    assert.ok(await editor.insertSnippet(first.insertText, end));
  });

  it('checks a file of each folder by that folder’s own settings', async () => {
    const here = await open(reports('年度报告.txt'));
    const there = await open(vscode.Uri.joinPath(folder('other'), '年度报告.txt'));
    assert.equal(here.getText(), there.getText());
    await diagnosticsOf(here, (all) => rules(all).includes(NUMBER));
    await until(
      'silence by .gongwen/config.json',
      () => vscode.languages.getDiagnostics(there.uri).length,
      (n) => n === 0,
    );
  });

  it('follows the setting gongwen.rules at once', async () => {
    const document = await open(reports('年度报告.txt'));
    await diagnosticsOf(document, (all) => all.some((d) => d.severity === vscode.DiagnosticSeverity.Warning));
    const settings = vscode.workspace.getConfiguration('gongwen', document.uri);
    try {
      await settings.update('rules', { [NUMBER]: 'error' }, vscode.ConfigurationTarget.WorkspaceFolder);
      await diagnosticsOf(document, (all) => all.some((d) => d.severity === vscode.DiagnosticSeverity.Error));
      await settings.update('rules', { 'document-number': 'off' }, vscode.ConfigurationTarget.WorkspaceFolder);
      await diagnosticsOf(document, (all) => all.length === 0);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
    await diagnosticsOf(document, (all) => all.length === 1);
  });

  it('follows .gongwen/config.json as it is written, changed and removed', async () => {
    const document = await open(reports('年度报告.txt'));
    await diagnosticsOf(document, (all) => all.length === 1);
    const write = (content: unknown) => vscode.workspace.fs.writeFile(config(), Buffer.from(JSON.stringify(content)));
    await write({ rules: { [NUMBER]: 'off' } });
    try {
      await diagnosticsOf(document, (all) => all.length === 0);
      await write({ rules: { [NUMBER]: 'hint' } });
      await diagnosticsOf(document, (all) => all.some((d) => d.severity === vscode.DiagnosticSeverity.Hint));
    } finally {
      await vscode.workspace.fs.delete(config());
    }
    await diagnosticsOf(document, (all) => all.some((d) => d.severity === vscode.DiagnosticSeverity.Warning));
  });

  it('keeps quiet where a directive asks for it', async () => {
    const text = report(['58条', '58条（临政发[2024]12号）']);
    const document = await untitled(text);
    await diagnosticsOf(document, (all) => all.length === 1);
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `<!-- gongwen: off ${NUMBER} -- 引自原文 -->\n\n`));
    await diagnosticsOf(document, (all) => all.length === 0);
  });

  it('begins a new report, which asks for nothing but what is still to be written', async () => {
    const before = new Set(vscode.workspace.textDocuments);
    void vscode.commands.executeCommand('gongwen.newReport');
    // Three questions: kind, organ, year. Each is answered with what it offers.
    const fresh = await until(
      'a new report',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.workspace.textDocuments.find(
          (d) => !before.has(d) && d.uri.scheme === 'untitled' && d.getText().includes('法治政府建设'),
        );
      },
      (d) => d !== undefined,
    );
    const text = fresh!.getText();
    for (const title of ['主要举措和成效', '不足和原因', '第一责任人职责', '主要安排']) assert.ok(text.includes(title), title);
    const found = await diagnosticsOf(fresh!, (all) => all.length > 0);
    assert.deepEqual([...new Set(rules(found))], ['residue/placeholder']);
  });

  it('opens the sample, which has something to show', async () => {
    await vscode.commands.executeCommand('gongwen.openSample');
    const sample = await until(
      'the sample',
      () => vscode.window.activeTextEditor?.document,
      (d) => d?.isUntitled === true && d.getText() !== '',
    );
    const found = await diagnosticsOf(sample!, (all) => all.length > 10);
    for (const rule of [NUMBER, 'figure/sum', 'heading/sequence']) assert.ok(rules(found).includes(rule), rule);
  });

  it('survives a text in another encoding', async () => {
    // Bytes as GB18030 has them, which are no UTF-8.
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i % 64 === 63 ? 10 : 0xb0 + ((i * 31) % 0x48)));
    const file = vscode.Uri.joinPath(folder('reports'), '乱码.gongwen');
    await vscode.workspace.fs.writeFile(file, bytes);
    try {
      const garbled = await open(file);
      assert.match(garbled.getText(), /\ufffd/);
      const document = await untitled(report(['58条', '58条（临政发[2024]12号）']));
      await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });
});
