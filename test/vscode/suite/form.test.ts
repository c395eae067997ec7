/** 重编序号, 结转下年, 送审检查 and moving sections, in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { yearFault } from '../../../client/form';
import { CLEAN, api, closeAll, diagnosticsOf, report, rules, undo, until, untitled } from './harness';

/** Severity of the findings of a rule in a document, once there are any. */
async function severities(document: vscode.TextDocument, rule: string): Promise<vscode.DiagnosticSeverity[]> {
  const all = await diagnosticsOf(document, (found) => rules(found).includes(rule));
  return all.filter((d) => rules([d])[0] === rule).map((d) => d.severity);
}

describe('the form of a report', () => {
  afterEach(closeAll);

  it('numbers anew in one undo step', async () => {
    const text = report(
      ['三、2024年党政', '五、2024年党政'],
      ['四、2025年', '七、2025年'],
      ['特此报告', '以上情况详见第七部分。第一，抓好整改。第三，抓好落实。第四，抓好宣传。\n\n特此报告'],
    );
    const document = await untitled(text);
    await diagnosticsOf(document, (found) => rules(found).includes('heading/sequence'));
    await vscode.commands.executeCommand('gongwen.renumber');
    assert.equal(
      document.getText(),
      CLEAN.replace('特此报告', '以上情况详见第四部分。第一，抓好整改。第二，抓好落实。第三，抓好宣传。\n\n特此报告'),
    );
    await diagnosticsOf(document, (found) => !rules(found).includes('heading/sequence'));
    await undo(document);
    assert.equal(document.getText(), text);
  });

  it('raises what must be gone in the final check, and lists it', async () => {
    const document = await untitled(report(['58条', '【待更新：2023年为58条】']));
    assert.deepEqual(await severities(document, 'residue/last-year'), [vscode.DiagnosticSeverity.Information]);
    // The list stays open until something is chosen.
    const done = vscode.commands.executeCommand('gongwen.finalCheck');
    await until(
      'warning',
      () => severities(document, 'residue/last-year'),
      ([severity]) => severity === vscode.DiagnosticSeverity.Warning,
    );
    let chosen = false;
    void done.then(() => (chosen = true));
    const accept = async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return chosen;
    };
    await until('the list', accept, (closed) => closed);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('待更新'));
    assert.equal(vscode.window.activeTextEditor!.selection.active.line, line);
  });

  it('moves a section in the tree, numbers and all, in one undo step', async () => {
    const document = await untitled(CLEAN);
    const { tree, drag } = await api();
    const shown = () => tree.entries()[0]?.uri === document.uri.toString() && tree.entries()[0].children.length === 2;
    await until('the tree', shown, (is) => is);
    const [first, second] = tree.entries()[0].children;
    const data = new vscode.DataTransfer();
    drag.handleDrag([second], data);
    // VS Code writes down what is dragged before it lets it drop.
    for (const [, item] of data) assert.ok((await item.asString()).length > 0);
    await drag.handleDrop(first, data);
    const text = document.getText();
    assert.ok(text.indexOf('（一）规范行政执法') > 0 && text.indexOf('（一）规范行政执法') < text.indexOf('（二）完善依法行政制度'), text);
    await undo(document);
    assert.equal(document.getText(), CLEAN);
  });

  it('makes next year’s draft of a report, which itself stays as it is', async () => {
    const document = await untitled(CLEAN);
    const version = document.version;
    // The box holds the year after the report's own.
    void vscode.commands.executeCommand('gongwen.rollOver');
    const another = async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor;
    };
    const editor = (await until('the new draft', another, (e) => e !== undefined && e.document !== document))!;
    assert.equal(editor.document.languageId, 'gongwen');
    assert.match(editor.document.getText(), /^临川市司法局关于2025年度法治政府建设情况的报告\n/);
    assert.match(editor.document.getText(), /审查行政规范性文件【待更新：2024年为26件】/);
    assert.deepEqual(new Set(await severities(editor.document, 'residue/last-year')), new Set([vscode.DiagnosticSeverity.Information]));
    assert.equal(document.version, version);
  });

  it('takes no year for it that is none, or no later one', () => {
    assert.equal(yearFault('2025', 2024), undefined);
    assert.equal(yearFault(' 2027 ', 2024), undefined);
    for (const value of ['2024', '2019', '25', '二〇二五', '20255', '']) assert.ok(yearFault(value, 2024), value);
  });
});
