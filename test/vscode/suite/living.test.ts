/** Living with it: levels, faulty settings, exceptions and their end, a baseline, stamps, all reports at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ServerCommand, type CheckResult } from '../../../server/lsp/protocol';
import { actions, api, closeAll, diagnosticsOf, editorOf, folder, open, report, rules, until } from './harness';

const SUM = 'figure/sum';
const FAULT = '查处案件120件，其中食品类70件、药品类60件。';
/** A report with one finding. */
const FAULTY = report(['评查行政处罚案卷120件。', FAULT]);
/** A folder of its own for each test: a folder that comes again as soon as it has gone, watchers do not see go. */
let count = 0;
const place = (...names: string[]) => vscode.Uri.joinPath(folder('reports'), `试用${count}`, ...names);
const side = (name: string) => place('.gongwen', name);

/** Files of which VS Code's watcher has told. What is made and removed within the time of one of its looks, it never tells of. */
const noticed = new Set<string>();
const isNoticed = (uri: vscode.Uri, ms?: number) =>
  until(
    `notice of ${uri.path}`,
    () => noticed.has(uri.path),
    (is) => is,
    ms,
  );

/** Writes a file, and waits until VS Code has noticed; once more where its watcher was not there, as after a change of workspace settings. */
async function write(uri: vscode.Uri, text: string): Promise<void> {
  noticed.delete(uri.path);
  await until(
    `notice of ${uri.path}`,
    async () => {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await isNoticed(uri, 2_000).catch(() => undefined);
      return noticed.has(uri.path);
    },
    (is) => is,
  );
}

const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const own = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'gongwen');

/** Carries out the code action on a finding that runs this server command; questions are answered with what they offer. */
async function act(document: vscode.TextDocument, command: string, pick: (args: unknown[]) => boolean = () => true): Promise<void> {
  const found = await diagnosticsOf(document, (all) => rules(all).includes(SUM));
  const finding = found[rules(found).indexOf(SUM)];
  // VS Code drops a question when another extension offers actions for this language meanwhile, as its own for Markdown does.
  const offered = await until(
    'actions',
    () => actions(document, finding.range, vscode.CodeActionKind.QuickFix),
    (all) => all.length > 0,
  );
  const chosen = offered.find((a) => a.command?.command === command && pick(a.command.arguments ?? []))?.command;
  assert.ok(chosen, `${command} among ${offered.map((a) => a.title).join(', ')}`);
  let done = false;
  const result = Promise.resolve(vscode.commands.executeCommand(command, ...(chosen.arguments ?? []))).finally(() => (done = true));
  await until(
    'an answer',
    async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    },
    (ok) => ok,
  );
  await result;
}

describe('living with it', () => {
  let document: vscode.TextDocument;
  let name: string;

  let watcher: vscode.Disposable;
  before(() => {
    const files = vscode.workspace.createFileSystemWatcher('**');
    const note = (uri: vscode.Uri) => void noticed.add(uri.path);
    watcher = vscode.Disposable.from(files, files.onDidCreate(note), files.onDidChange(note));
  });
  after(() => watcher.dispose());

  beforeEach(async () => {
    count++;
    name = '稿.txt';
    await write(place(name), FAULTY);
    document = await open(place(name));
    await diagnosticsOf(document, (all) => rules(all).join() === SUM);
  });
  afterEach(async () => {
    await closeAll();
    noticed.clear();
    await vscode.workspace.fs.delete(place(), { recursive: true });
    await until(
      'silence',
      () => vscode.languages.getDiagnostics().filter(([uri, all]) => uri.path.includes('试用') && all.length > 0).length,
      (n) => n === 0,
    );
  });

  it('turns a rule down, and off, in the folder', async () => {
    await act(document, ServerCommand.setLevel, (args) => args[2] === 'hint');
    await diagnosticsOf(document, (all) => all[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await act(document, ServerCommand.setLevel, (args) => args[2] === 'off');
    await diagnosticsOf(document, (all) => all.length === 0);
    assert.deepEqual((JSON.parse(await read(side('config.json'))) as { rules: unknown }).rules, { [SUM]: 'off' });
  });

  it('says in a faulty settings file what is wrong, and takes it back', async () => {
    await write(side('config.json'), '{ "rules": { "figure/sun": "off" } }');
    const [said] = await until(
      'said',
      () => own(side('config.json')),
      (all) => all.length > 0,
    );
    assert.match(said.message, /figure\/sum/);
    await write(side('config.json'), `{ "rules": { "${SUM}": "off" } }`);
    await until(
      'taken back',
      () => own(side('config.json')),
      (all) => all.length === 0,
    );
    await diagnosticsOf(document, (all) => all.length === 0);
  });

  it('ignores for now, and writes nothing', async () => {
    await act(document, ServerCommand.ignore);
    await diagnosticsOf(document, (all) => all.length === 0);
    assert.deepEqual(
      (await vscode.workspace.fs.readDirectory(place())).map(([file]) => file),
      [name],
    );
  });

  it('excepts with a reason until the sentence changes, and then says so', async () => {
    await act(document, ServerCommand.exempt);
    await diagnosticsOf(document, (all) => all.length === 0);
    assert.match(await read(side('exceptions.json')), /"reason": ".+"/);
    const at = document.getText().indexOf('60件');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 2)), '65');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await diagnosticsOf(document, (all) => rules(all).includes(SUM));
    await until(
      'unused',
      () => rules(own(side('exceptions.json'))),
      (all) => all.join() === 'exception/unused',
    );
  });

  it('excepts in Markdown by a line in the text', async () => {
    await write(place('乙.md'), FAULTY);
    const markdown = await open(place('乙.md'));
    await act(markdown, ServerCommand.exempt);
    await diagnosticsOf(markdown, (all) => all.length === 0);
    assert.match(markdown.getText(), /<!-- gongwen: off-next figure\/sum -- .+ -->/);
  });

  it('leaves the words of the office alone', async () => {
    const editor = editorOf(document);
    const at = document.getText().indexOf(FAULT);
    editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + FAULT.length));
    let done = false;
    const added = Promise.resolve(vscode.commands.executeCommand('gongwen.addWord')).finally(() => (done = true));
    await until(
      'an answer',
      async () => {
        if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return done;
      },
      (ok) => ok,
    );
    await added;
    await diagnosticsOf(document, (all) => all.length === 0);
  });

  it('shows nothing that a baseline knows', async () => {
    await act(document, ServerCommand.exempt);
    await isNoticed(side('exceptions.json'));
    const { fingerprint } = (JSON.parse(await read(side('exceptions.json'))) as { exceptions: { fingerprint: string }[] }).exceptions[0];
    await vscode.workspace.fs.delete(side('exceptions.json'));
    await diagnosticsOf(document, (all) => rules(all).includes(SUM));
    await write(side('baseline.json'), JSON.stringify({ version: 1, files: { [name]: { [fingerprint]: 1 } } }));
    await diagnosticsOf(document, (all) => all.length === 0);
    await vscode.workspace.fs.delete(side('baseline.json'));
    await diagnosticsOf(document, (all) => rules(all).includes(SUM));
  });

  it('counts what is verified, in the tree and in a ledger that is open', async () => {
    const { tree } = await api();
    await vscode.commands.executeCommand('gongwen.showLedger', document.uri.toString());
    const ledger = await until(
      'ledger',
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'gongwen-ledger' && uri.query === document.uri.toString()),
      (found) => found !== undefined && found.getText().includes('120'),
    );
    assert.doesNotMatch(ledger!.getText(), /verified/);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const at = document.getText().indexOf('120件');
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at));
    const [mark] = await actions(document, range, vscode.CodeActionKind.Refactor.append('gongwen.verified'));
    await vscode.commands.executeCommand(mark.command!.command, ...mark.command!.arguments!);
    await until(
      'the tree',
      () => JSON.stringify(tree.nodes()),
      (rows) => / 1\/\d+"/.test(rows),
    );
    await until(
      'the ledger',
      () => ledger!.getText(),
      (text) => /; 1 verified\./.test(text) && text.includes('| ✓ |'),
    );
  });

  it('shows the settings in force, to be read', async () => {
    await vscode.commands.executeCommand('gongwen.showSettings');
    const shown = await until(
      'shown',
      () => vscode.window.activeTextEditor?.document,
      (d) => d?.uri.scheme === 'gongwen-settings' && d.getText() !== '',
    );
    assert.equal((JSON.parse(shown!.getText()) as { rules: Record<string, string> }).rules[SUM], 'warning');
  });

  it('traces the traffic with the server as long as the setting asks for it', async () => {
    const { client } = await api();
    const settings = vscode.workspace.getConfiguration('gongwen');
    const traced = () => (client as unknown as { _trace: number })._trace;
    assert.equal(traced(), 0);
    try {
      await settings.update('trace.server', 'verbose', vscode.ConfigurationTarget.Workspace);
      await until('traced', traced, (level) => level === 3);
    } finally {
      await settings.update('trace.server', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('quiet', traced, (level) => level === 0);
  });

  it('copies a report that holds no text of the draft', async () => {
    await vscode.commands.executeCommand('gongwen.copyReport');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /last check: [\d.]+ ms/);
    assert.match(text, /kind: fazhi-annual-report, 2024/);
    assert.ok(!/[临川稿]/.test(text), text);
  });

  it('checks all reports at once; what is opened or deleted is taken back', async () => {
    await write(place('深', '丙.txt'), FAULTY);
    const result = await vscode.commands.executeCommand<CheckResult>('gongwen.checkWorkspace');
    assert.equal(result.cancelled, false);
    assert.ok(result.reports >= 3, JSON.stringify(result));
    await until(
      'found',
      () => rules(own(place('深', '丙.txt'))),
      (all) => all.join() === SUM,
    );
    await vscode.workspace.fs.delete(place('深'), { recursive: true });
    await until(
      'taken back',
      () => own(place('深', '丙.txt')).length,
      (n) => n === 0,
    );
    assert.equal(own(document.uri).length, 1, 'an open one is said once');
    assert.ok(own(vscode.Uri.joinPath(folder('reports'), '年度报告.txt')).length > 0);
    await vscode.commands.executeCommand('gongwen.clearCheck');
    await until(
      'all taken back',
      () => own(vscode.Uri.joinPath(folder('reports'), '年度报告.txt')).length,
      (n) => n === 0,
    );
  });

  it('stops a check when told to', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    const result = await vscode.commands.executeCommand<CheckResult>('gongwen.checkWorkspace', source.token);
    assert.equal(result.cancelled, true);
  });

  it('keeps all reports checked with gongwen.check, open or not', async () => {
    await write(place('丁.txt'), FAULTY);
    const settings = vscode.workspace.getConfiguration('gongwen');
    try {
      await settings.update('check', 'workspace', vscode.ConfigurationTarget.Workspace);
      await until(
        'found',
        () => own(place('丁.txt')).length,
        (n) => n === 1,
      );
      // As a person opens it: a document that an extension asked for stays open without a tab for some minutes.
      await vscode.commands.executeCommand('vscode.open', place('丁.txt'));
      const isOpen = () => vscode.workspace.textDocuments.some((d) => d.uri.path === place('丁.txt').path);
      await until('open', isOpen, (is) => is);
      await until(
        'said once',
        () => own(place('丁.txt')).length,
        (n) => n === 1,
      );
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await until('closed', isOpen, (is) => !is);
      await until(
        'said of the file',
        () => own(place('丁.txt')).length,
        (n) => n === 1,
      );
      await write(place('丁.txt'), report());
      await until(
        'mended on disk',
        () => own(place('丁.txt')).length,
        (n) => n === 0,
      );
      await write(place('丁.txt'), FAULTY);
      await until(
        'found again',
        () => own(place('丁.txt')).length,
        (n) => n === 1,
      );
    } finally {
      await settings.update('check', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until(
      'taken back',
      () => own(place('丁.txt')).length,
      (n) => n === 0,
    );
    assert.equal(own(document.uri).length, 1);
  });
});
