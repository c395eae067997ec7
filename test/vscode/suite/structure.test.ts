/** Outline, folding, hover, completion, the tree 报告结构. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CLEAN, api, closeAll, diagnosticsOf, drawn, rangeOf, report, type, untitled, until } from './harness';

const OUTLINE = [
  '一、2024年推进法治政府建设的主要举措和成效',
  '  （一）完善依法行政制度',
  '  （二）规范行政执法',
  '二、2024年推进法治政府建设存在的不足和原因',
  '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
  '四、2025年推进法治政府建设的主要安排',
];

/** The outline down to the second level, without run-in leads and the title. */
function sections(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return drawn(symbols).filter((line) => /^(?: {2})*[一二三四五（]/.test(line) && !/[一二三]是/.test(line));
}

function symbolsOf(document: vscode.TextDocument): PromiseLike<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
}

describe('the structure of a report', () => {
  afterEach(closeAll);

  it('is in the outline, and follows what is typed', async () => {
    const document = await untitled(CLEAN);
    const symbols = await until(
      'outline',
      () => symbolsOf(document),
      (s) => s?.length > 0,
    );
    const trimmed = sections(symbols).map((l) => l.trim());
    assert.deepEqual(
      trimmed,
      OUTLINE.map((l) => l.trim()),
    );
    await type(document, rangeOf(document, '\n\n（二）').start, '\n\n（二）公开行政执法信息。\n');
    await until(
      'outline',
      async () => sections(await symbolsOf(document)).length,
      (n) => n === OUTLINE.length + 1,
    );
  });

  it('folds by sections', async () => {
    const document = await untitled(CLEAN);
    await until(
      'outline',
      () => symbolsOf(document),
      (s) => s?.length > 0,
    );
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const first = document.positionAt(CLEAN.indexOf('一、')).line;
    const second = document.positionAt(CLEAN.indexOf('二、')).line;
    const own = ranges.find((r) => r.start === first);
    assert.ok(own, 'the first section folds');
    assert.ok(own.end < second && own.end > first + 3, `${own.start}–${own.end}`);
  });

  it('explains a finding where the pointer rests', async () => {
    const document = await untitled(report(['58条', '58条（临政发[2024]12号）']));
    const [found] = await diagnosticsOf(document, (all) => all.length === 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, found.range.start);
    const text = hovers.flatMap((h) => h.contents.map((c) => (typeof c === 'string' ? c : c.value))).join('\n');
    assert.match(text, /document-number\/malformed/);
    assert.match(text, /依据|Basis/);
  });

  it('completes the next heading number and the sections that are missing', async () => {
    const text = CLEAN.slice(0, CLEAN.indexOf('四、')) + '\n';
    const document = await untitled(text);
    await until(
      'outline',
      () => symbolsOf(document),
      (s) => s?.length > 0,
    );
    const at = new vscode.Position(document.lineCount - 1, 0);
    const { items } = await until(
      'completions',
      () => vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at),
      (list) => list?.items.length > 0,
    );
    const texts = items.map((i) => `${typeof i.label === 'string' ? i.label : i.label.label} ${inserted(i)}`);
    assert.ok(
      texts.some((t) => t.includes('四、')),
      texts.join('\n'),
    );
    assert.ok(
      texts.some((t) => t.includes('2025年推进法治政府建设的主要安排')),
      texts.join('\n'),
    );
  });

  it('is in the tree 报告结构, with what is missing', async () => {
    const { tree } = await api();
    const start = CLEAN.indexOf('三、');
    await untitled((CLEAN.slice(0, start) + CLEAN.slice(CLEAN.indexOf('四、'))).replace('四、', '三、'));
    const rows = await until(
      'tree',
      () => tree.nodes(),
      (r) => r.some((row) => row.state === 'missing'),
    );
    const missing = rows.filter((row) => row.state === 'missing').map((row) => row.label);
    assert.ok(
      missing.some((label) => label.includes('第一责任人')),
      missing.join(),
    );
    const measures = rows.find((row) => row.label.includes('主要举措和成效'));
    assert.equal(measures?.state, 'present');
    assert.notEqual(measures?.description, '', 'the state is also said in words');
    assert.ok(measures?.children.some((row) => row.label.includes('完善依法行政制度')));
  });

  it('is inserted from the tree, in one undo step', async () => {
    const { tree } = await api();
    const start = CLEAN.indexOf('三、');
    const text = (CLEAN.slice(0, start) + CLEAN.slice(CLEAN.indexOf('四、'))).replace('四、', '三、');
    const document = await untitled(text);
    const row = await until(
      'row',
      () => tree.entries().find((e) => e.node.state === 'missing' && e.node.insertable),
      (e) => e !== undefined,
    );
    await vscode.commands.executeCommand('gongwen.insertSection', row);
    await until(
      'inserted',
      () => document.getText(),
      (t) => t.includes('党政主要负责人履行推进法治建设第一责任人职责'),
    );
    await until(
      'tree',
      () => tree.nodes(),
      (rows) => rows.length > 0 && rows.every((r) => r.state !== 'missing' || r.label.startsWith('其他')),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('leads from the tree to the place', async () => {
    const { tree } = await api();
    const document = await untitled(CLEAN);
    const rows = await until(
      'tree',
      () => tree.entries(),
      (e) => e.length > 3,
    );
    const plan = rows.find((e) => e.node.label.includes('主要安排'))!;
    const { command } = tree.getTreeItem(plan);
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, rangeOf(document, '四、').start.line);
  });

  it('is in the status: kind, year, findings', async () => {
    const { status } = await api();
    await untitled(report(['58条', '58条（临政发[2024]12号）']));
    await until(
      'status',
      () => status.text,
      (text) => /法治政府建设年度报告|law-based/i.test(text) && text.includes('2024') && text.includes('1'),
    );
  });
});

function inserted(item: vscode.CompletionItem): string {
  const text = item.insertText ?? item.textEdit?.newText ?? '';
  return typeof text === 'string' ? text : text.value;
}
