/** Typing, diagnostics, quick fixes, undo: in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  CLEAN,
  actions,
  apply,
  closeAll,
  diagnosticsOf,
  fixesAt,
  rangeOf,
  replace,
  report,
  rules,
  type,
  undo,
  untitled,
  until,
} from './harness';

const NUMBER = 'document-number/malformed';

describe('writing a report', () => {
  afterEach(closeAll);

  it('runs in a real VS Code', () => {
    console.log(`  VS Code ${vscode.version}, ${vscode.env.appName}`);
    assert.ok(vscode.version);
  });

  it('says nothing about a report without a mistake', async () => {
    const document = await untitled(CLEAN);
    // A mistake far away is seen; so the silence before it was an answer, not a delay.
    await replace(document, '58条。', '58条（临政发[2024]12号）。');
    assert.deepEqual(rules(await diagnosticsOf(document, (all) => all.length > 0)), [NUMBER]);
  });

  it('sees a mistake as it is typed, and that it is gone as it is mended', async () => {
    const document = await untitled(CLEAN);
    const end = rangeOf(document, '58条').end;
    await type(document, end, '（临政发[2024]12号）');
    const [found] = await diagnosticsOf(document, (all) => all.length === 1);
    assert.equal(document.getText(found.range), '临政发[2024]12号');
    await replace(document, '[2024]', '〔2024〕');
    await diagnosticsOf(document, (all) => all.length === 0);
  });

  it('tells what, on which basis and where to read more', async () => {
    const document = await untitled(report(['58条', '58条（临政发[2024]12号）']));
    const [found] = await diagnosticsOf(document, (all) => all.length > 0);
    assert.equal(found.source, 'gongwen');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof found.code === 'object');
    assert.equal(found.code.value, NUMBER);
    const page = await vscode.workspace.openTextDocument(found.code.target);
    assert.match(page.getText(), /document-number\/malformed/);
    assert.ok(page.uri.scheme !== 'http' && page.uri.scheme !== 'https');
  });

  it('mends by a quick fix, and undo brings the mistake back', async () => {
    const text = report(['58条', '58条（临政发[2024]12号）']);
    const document = await untitled(text);
    const [found] = await diagnosticsOf(document, (all) => all.length === 1);
    const [fix] = await fixesAt(document, found);
    assert.ok(fix?.edit, 'a fix is offered');
    await apply(fix);
    assert.match(document.getText(), /58条（临政发〔2024〕12号）/);
    await diagnosticsOf(document, (all) => all.length === 0);
    await undo(document);
    assert.equal(document.getText(), text);
    await diagnosticsOf(document, (all) => all.length === 1);
  });

  it('mends everything that is safe at once, in one undo step, and no figure', async () => {
    const text = report(
      ['58条', '58条（临政发[2024]12号）'],
      ['培训4期，评查行政处罚案卷120件', '培训4期（临司发[2024]3号），评查案卷120件，其中优秀80件、合格50件'],
    );
    const document = await untitled(text);
    await diagnosticsOf(document, (all) => rules(all).filter((r) => r === NUMBER).length === 2);
    const before = rules(vscode.languages.getDiagnostics(document.uri));
    await vscode.commands.executeCommand('gongwen.fixAll');
    await diagnosticsOf(document, (all) => !rules(all).includes(NUMBER));
    assert.match(document.getText(), /临政发〔2024〕12号[^]*临司发〔2024〕3号/);
    assert.match(document.getText(), /120件，其中优秀80件、合格50件/);
    await undo(document);
    assert.equal(document.getText(), text);
    await diagnosticsOf(document, (all) => all.length === before.length);
  });

  it('offers the same as source action for “fix all” on save', async () => {
    const document = await untitled(report(['58条', '58条（临政发[2024]12号）']));
    await diagnosticsOf(document, (all) => all.length === 1);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await actions(document, whole, vscode.CodeActionKind.SourceFixAll.append('gongwen'));
    assert.ok(action, 'source.fixAll.gongwen is offered');
    await apply(action);
    assert.match(document.getText(), /临政发〔2024〕12号/);
  });

  it('points at figures that do not add up, and offers no fix that changes one', async () => {
    const document = await untitled(report(['评查行政处罚案卷120件', '评查案卷120件，其中优秀80件、合格50件']));
    const found = await diagnosticsOf(document, (all) => rules(all).includes('figure/sum'));
    const sum = found.find((d) => rules([d])[0] === 'figure/sum')!;
    assert.deepEqual(
      (await fixesAt(document, sum)).filter((a) => a.isPreferred),
      [],
    );
  });

  it('asks for a section that is missing, and its fix puts it where it belongs', async () => {
    const start = CLEAN.indexOf('三、');
    const text = (CLEAN.slice(0, start) + CLEAN.slice(CLEAN.indexOf('四、'))).replace('四、', '三、');
    const document = await untitled(text);
    const [found] = await diagnosticsOf(document, (all) => rules(all).includes('section/missing'));
    assert.equal(found.range.start.line, 0);
    const fixes = await fixesAt(document, found);
    const insert = fixes.find((a) => a.edit || a.command);
    assert.ok(insert, 'inserting is offered');
    await apply(insert);
    await diagnosticsOf(document, (all) => !rules(all).includes('section/missing'));
    const order = ['存在的不足和原因', '第一责任人职责', '2025年推进法治政府建设'].map((t) => document.getText().indexOf(t));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });

  it('keeps the line ends of the file', async () => {
    const document = await untitled(report(['58条', '58条（临政发[2024]12号）']));
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    const [found] = await diagnosticsOf(document, (all) => all.length === 1);
    assert.equal(document.getText(found.range), '临政发[2024]12号');
    const [fix] = await fixesAt(document, found);
    await apply(fix);
    assert.equal(document.getText(), report(['58条', '58条（临政发〔2024〕12号）']).replaceAll('\n', '\r\n'));
  });

  it('waits with what is new in the paragraph that is being written until the caret leaves it', async () => {
    const document = await untitled(report(['58条', '58条（临政发〔2024〕12号）']));
    await until(
      'server',
      () => vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (s) => s?.length > 0,
    );
    const line = rangeOf(document, '58条').start.line;
    const seen: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(() => seen.push(vscode.languages.getDiagnostics(document.uri).length));
    // Each key restarts the wait. The mistake stands in the text while typing goes on.
    const bracket = rangeOf(document, '〔');
    await type(document, bracket.end, '[');
    await vscode.commands.executeCommand('cursorMove', { to: 'left' });
    await vscode.commands.executeCommand('deleteLeft');
    assert.match(document.getText(), /临政发\[2024〕12号/);
    for (let i = 0; i < 10; i++) await type(document, document.lineAt(line).range.end, '又');
    assert.deepEqual(
      seen.filter((n) => n > 0),
      [],
      'nothing was shown while the paragraph was being written',
    );
    // Leaving the paragraph shows it at once.
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    listening.dispose();
  });
});
