/** The client itself: a server that ends, the choice of a kind, views that follow the editor. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension';
import { CLEAN, api, closeAll, diagnosticsOf, rangeOf, report, rules, untitled, until } from './harness';

const NUMBER = 'document-number/malformed';
const FAULTY = report(['58条', '58条（临政发[2024]12号）']);

/** Ends the server's process, as a crash would; tells which one it was. */
async function crash({ client }: Api): Promise<number> {
  const pid = await until(
    'server process',
    () => (client as unknown as { _serverProcess?: { pid?: number } })._serverProcess?.pid,
    (found) => found !== undefined && alive(found),
  );
  process.kill(pid!, 'SIGKILL');
  await until(
    'end of the server',
    () => alive(pid!),
    (is) => !is,
  );
  return pid!;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Answers what the client asks, in order; tells what was asked. The rest of the window stays as it is. */
function answer<K extends 'showQuickPick' | 'showErrorMessage'>(
  asks: K,
  ...answers: ((items: readonly never[]) => unknown)[]
): { readonly asked: unknown[]; restore(): void } {
  const asked: unknown[] = [];
  const window = vscode.window as unknown as Record<K, (...args: unknown[]) => unknown>;
  const original = window[asks];
  window[asks] = (...args) => {
    asked.push(args);
    return Promise.resolve(answers[asked.length - 1]?.(args[0] as never[]));
  };
  return {
    asked,
    restore: () => {
      window[asks] = original;
    },
  };
}

/** Makes a mistake in a paragraph, composes in it, and tells how long after the last key the mistake is shown. */
async function shownAfter(composition: readonly string[]): Promise<number> {
  const document = await untitled(report(['58条', '58条（临政发〔2024〕12号）']));
  await until(
    'outline',
    () => vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri),
    (symbols) => symbols?.length > 0,
  );
  const editor = vscode.window.activeTextEditor!;
  const bracket = rangeOf(document, '〔');
  const { end } = document.lineAt(bracket.start.line).range;
  // The client has to know that the caret is here before the mistake is made; it listens longer than we do.
  const known = new Promise<void>((resolve) => {
    const listening = vscode.window.onDidChangeTextEditorSelection(() => {
      listening.dispose();
      resolve();
    });
  });
  editor.selection = new vscode.Selection(end, end);
  await known;
  assert.ok(await editor.edit((edit) => edit.replace(bracket, '[')));
  await vscode.commands.executeCommand('compositionStart');
  let length = 0;
  for (const text of composition) {
    await vscode.commands.executeCommand('compositionType', { text, replacePrevCharCnt: length, replaceNextCharCnt: 0, positionDelta: 0 });
    length = text.length;
  }
  await vscode.commands.executeCommand('compositionEnd');
  assert.ok(document.lineAt(bracket.start.line).text.endsWith(composition[composition.length - 1]));
  const last = Date.now();
  await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
  return Date.now() - last;
}

/** Text put at the end of a document. */
function insertion(document: vscode.TextDocument, text: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  return edit;
}

describe('the client', () => {
  afterEach(closeAll);

  it('starts the server again when it has ended, and the findings come back', async () => {
    const extension = await api();
    const document = await untitled(FAULTY);
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    // Somebody goes on writing: just before it ends, and while there is none.
    const type = async (text: string) => assert.ok(await vscode.workspace.applyEdit(insertion(document, text)));
    await type('\n依据临');
    const ended = crash(extension);
    await type('政发[');
    await ended;
    await type('2024]13号办');
    await type('理。');
    await until(
      'tree',
      () => extension.tree.nodes().length,
      (n) => n > 0,
    );
    // What was there before, and what was written meanwhile.
    await diagnosticsOf(document, (all) => rules(all).filter((rule) => rule === NUMBER).length === 2);
    assert.equal(document.getText(), `${FAULTY}\n依据临政发[2024]13号办理。`);
  });

  it('starts it again when much was being said to it as it ended', async () => {
    const extension = await api();
    const document = await untitled(FAULTY);
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    const { pid } = (extension.client as unknown as { _serverProcess: { pid: number } })._serverProcess;
    process.kill(pid, 'SIGKILL');
    // In this very turn of the loop: the other end is gone, and nobody has been told.
    for (const end = Date.now() + 100; Date.now() < end;);
    const said = Array.from({ length: 40 }, () => extension.client.sendNotification('$/setTrace', { value: 'off' }));
    await Promise.allSettled(said);
    await until(
      'tree',
      () => extension.tree.nodes().length,
      (n) => n > 0,
    );
    assert.ok(await vscode.workspace.applyEdit(insertion(document, '\n依据临政发[2024]13号办理。')));
    await diagnosticsOf(document, (all) => rules(all).filter((rule) => rule === NUMBER).length === 2);
  });

  it('gives up after a series of ends, says so once, and starts again when asked', async function () {
    this.timeout(60_000);
    const extension = await api();
    const document = await untitled(FAULTY);
    await diagnosticsOf(document, (all) => all.length > 0);
    await vscode.commands.executeCommand('gongwen.restartServer');
    const window = answer('showErrorMessage');
    try {
      for (let i = 0; extension.status.health !== 'stopped'; i++) {
        assert.ok(i < 10, 'it gives up');
        await until(
          'running',
          () => extension.status.health,
          (health) => health === 'running',
        );
        await crash(extension);
        await until(
          'noticed',
          () => extension.status.health,
          (health) => health !== 'running',
        );
      }
      assert.equal(window.asked.length, 1);
      assert.match(JSON.stringify(window.asked[0]), /Restart|重新启动/);
      assert.deepEqual(extension.tree.nodes(), []);
    } finally {
      window.restore();
    }
    await vscode.commands.executeCommand('gongwen.restartServer');
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    assert.equal(document.getText(), FAULTY);
  });

  it('leaves what was compiled in its own storage, for the next session', async () => {
    const { client } = await api();
    const document = await untitled(FAULTY);
    await diagnosticsOf(document, (all) => all.length > 0);
    const { spawnargs } = (client as unknown as { _serverProcess: { spawnargs: readonly string[] } })._serverProcess;
    const folder = spawnargs[spawnargs.indexOf('--code-cache') + 1];
    assert.match(folder, /globalStorage.gongwen\.gongwen-report.code$/);
    await vscode.commands.executeCommand('gongwen.restartServer');
    await until(
      'compiled code',
      () => (existsSync(folder) ? readdirSync(folder) : []),
      (files) => files.length === 1 && files[0].endsWith('.code'),
    );
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
  });

  it('writes a chosen kind into the text, and takes it back', async () => {
    const { tree } = await api();
    const document = await untitled('今天的安排\n\n上午开会。\n');
    const pick = answer('showQuickPick', (items) =>
      (items as unknown as { id: string | null }[]).find(({ id }) => id === 'fazhi-annual-report'),
    );
    try {
      await vscode.commands.executeCommand('gongwen.setProfile');
    } finally {
      pick.restore();
    }
    await until(
      'directive',
      () => document.getText(),
      (text) => text.includes('gongwen: profile=fazhi-annual-report'),
    );
    await until(
      'tree',
      () => tree.nodes(),
      (rows) => rows.some(({ state }) => state === 'missing'),
    );
    const back = answer('showQuickPick', (items) => (items as unknown as { id: string | null }[]).find(({ id }) => id === null));
    try {
      await vscode.commands.executeCommand('gongwen.setProfile');
    } finally {
      back.restore();
    }
    await until(
      'directive gone',
      () => document.getText(),
      (text) => text === '今天的安排\n\n上午开会。\n',
    );
    await until(
      'tree empty',
      () => tree.nodes().length,
      (n) => n === 0,
    );
  });

  it('follows the active editor, and keeps the tree while something else has the focus', async () => {
    const { tree, status } = await api();
    const first = await untitled(CLEAN);
    const second = await untitled(
      CLEAN.replace('一、2024年推进法治政府建设的主要举措和成效', '一、2024年推进法治政府建设的主要工作和成效'),
    );
    const has = (words: string) =>
      until(
        words,
        () => tree.nodes(),
        (rows) => rows.some(({ label }) => label.includes(words)),
      );
    await has('主要工作和成效');
    await vscode.window.showTextDocument(first);
    await has('主要举措和成效');
    await vscode.commands.executeCommand('gongwen.showOutput');
    await has('主要举措和成效');
    await vscode.window.showTextDocument(second);
    await has('主要工作和成效');
    await untitled('购物：米、油、盐。\n');
    await until(
      'tree empty',
      () => tree.nodes().length,
      (n) => n === 0,
    );
    assert.equal(status.text, '');
  });

  it('takes a text as 公文 when told so, under the same editor', async () => {
    const { status } = await api();
    const document = await untitled('关于做好冬季供水工作的几点想法\n\n要早作准备。\n');
    assert.equal(status.text, '');
    await vscode.commands.executeCommand('gongwen.setLanguage');
    const opened = await until(
      'language',
      () => vscode.window.activeTextEditor!.document,
      ({ languageId }) => languageId === 'gongwen',
    );
    assert.equal(opened.uri.toString(), document.uri.toString());
    await until(
      'status',
      () => status.text,
      (text) => text !== '',
    );
  });

  it('waits through an input method’s composition, and a pause after it', async () => {
    const composing = await shownAfter(['f', 'fa', 'fazhi']);
    assert.ok(composing > 2000, `letters being composed: shown after ${composing} ms`);
    const composed = await shownAfter(['f', 'fa', 'fazhi', '法治']);
    assert.ok(composed >= 700 && composed < 3500, `composed: shown after ${composed} ms`);
  });

  it('shows the page of the rule at the caret', async () => {
    const document = await untitled(FAULTY);
    await diagnosticsOf(document, (all) => rules(all).includes(NUMBER));
    const caret = rangeOf(document, '[2024]').start;
    vscode.window.activeTextEditor!.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand('gongwen.openRulePage');
    const label = await until(
      'page',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (text) => text?.includes('malformed') === true,
    );
    assert.match(label!, /malformed\.md/);
  });
});
