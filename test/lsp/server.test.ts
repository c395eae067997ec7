/** The language server, spoken to as an editor speaks to it. */
import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver/node';
import { ServerCommand } from '../../server/lsp/protocol';
import { TestClient } from '../support/client';
import { REPORT } from '../support/texts';

const URI = 'file:///%E7%A8%BF%E4%BB%B6%20(1)/%E8%8D%89%E7%A8%BF.gongwen';
const FAULTY = REPORT.replace('现将我局', '根据《关于加强执法监督的通知》（临政办发[2025]12号），现将我局');

describe('language server', () => {
  let client: TestClient;
  afterEach(async () => client.stop());

  it('answers pulled diagnostics, and unchanged ones as unchanged', async () => {
    client = await TestClient.start();
    await client.open(URI, FAULTY);
    const first = await client.pull(URI);
    const found = first!.find((d) => d.code === 'document-number/malformed');
    assert.ok(found);
    assert.equal(found.source, 'gongwen');
    assert.deepEqual(found.codeDescription, { href: 'gongwen-rule:/document-number/malformed.md' });
    assert.equal(await client.pull(URI), undefined);
    // Typed in the middle of prose: nothing a finding says has changed.
    await client.type(URI, FAULTY.indexOf('继续推进'), '我局将');
    assert.equal(await client.pull(URI), undefined);
    assert.equal(client.pushed.size, 0);
  });

  it('pushes to a client that cannot pull, and takes back on close', async () => {
    client = await TestClient.start({ pull: false, ours: false });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(URI, FAULTY);
    await client.until('pushed', () => (client.pushed.get(URI)?.length ?? 0) > 0);
    await client.type(URI, FAULTY.indexOf('[2025]12号'), '〔2025〕', 6);
    await client.until('taken back', () => !client.pushed.get(URI)!.some((d) => d.code === 'document-number/malformed'));
    assert.equal(client.trees.length, 0, 'an editor that knows no tree gets none');
    await client.close(URI);
    await client.until('closed', () => client.pushed.get(URI)!.length === 0);
  });

  it('mends with a quick fix, and the finding is gone', async () => {
    client = await TestClient.start();
    await client.open(URI, FAULTY);
    const diagnostic = (await client.pull(URI))!.find((d) => d.code === 'document-number/malformed')!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    // The repair first; what else may be done with the finding (ignore, except, turn down) are commands.
    assert.equal(actions.filter((a) => a.edit).length, 1);
    assert.equal(actions[0].kind, 'quickfix');
    assert.equal(actions[0].isPreferred, true);
    client.applyEdits(URI, actions[0].edit!.changes![URI]);
    assert.ok(client.text(URI).includes('临政办发〔2025〕12号'));
    assert.ok(!(await client.pull(URI))!.some((d) => d.code === 'document-number/malformed'));
  });

  it('computes nothing for kinds of action it does not own', async () => {
    client = await TestClient.start();
    await client.open(URI, FAULTY);
    const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
    const ask = (only: string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [], only } });
    assert.deepEqual(await ask(['source.organizeImports']), []);
    assert.deepEqual(await ask(['refactor']), []);
    const [all] = await ask(['source.fixAll']);
    assert.equal(all.kind, 'source.fixAll.gongwen');
    client.applyEdits(URI, all.edit!.changes![URI]);
    assert.deepEqual(await ask(['source.fixAll.gongwen']), [], 'nothing safe is left to mend');
  });

  it('leaves out of the safe fixes whose are to be looked at one at a time, says so, and offers them singly', async () => {
    const files = { 'file:///w/.gongwen/config.json': '{ "fixes": { "document-number": false } }' };
    client = await TestClient.start({ files });
    const uri = 'file:///w/a.txt';
    await client.open(uri, FAULTY);
    const found = (await client.pull(uri))!.find((d) => d.code === 'document-number/malformed')!;
    const ask = (only: string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: found.range,
        context: { diagnostics: [found], only },
      });
    assert.deepEqual(await ask(['source.fixAll']), []);
    assert.equal((await ask(['quickfix'])).filter((a) => a.edit).length, 1);
    const said = await client.execute<string>(ServerCommand.effectiveSettings, uri);
    assert.ok((JSON.parse(said) as { oneAtATime: string[] }).oneAtATime.includes('document-number/malformed'));
    // The settings of the editor say the same, where there is no file.
    client.host.files.delete('file:///w/.gongwen/config.json');
    client.settings = { rules: {}, fixes: { 'document-number/malformed': false }, profile: 'auto', files: {} };
    await client.close(uri);
    await client.open(uri, FAULTY);
    assert.deepEqual(await ask(['source.fixAll']), []);
    client.settings = { rules: {}, fixes: {} };
    await client.close(uri);
    await client.open(uri, FAULTY);
    assert.equal((await ask(['source.fixAll'])).length, 1);
  });

  it('shows the outline down to run-in leads, and folds', async () => {
    client = await TestClient.start();
    await client.open(URI, REPORT);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.deepEqual(
      symbols.map((s) => s.name.slice(0, 2)),
      ['一、', '二、', '三、', '四、'],
    );
    assert.deepEqual(
      symbols[0].children!.map((s) => s.name),
      ['（一）加强组织领导', '（二）规范执法行为'],
    );
    assert.deepEqual(
      symbols[0].children![0].children!.map((s) => s.name),
      ['一是健全机制', '二是强化培训'],
    );
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    assert.deepEqual([folds[0].startLine, folds[0].endLine], [4, 6]);
  });

  it('tells what a finding means on hover', async () => {
    client = await TestClient.start();
    await client.open(URI, FAULTY);
    const diagnostic = (await client.pull(URI))!.find((d) => d.code === 'document-number/malformed')!;
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri: URI }, position: diagnostic.range.start });
    const { value } = hover.contents as { value: string };
    assert.match(value, /为什么/);
    assert.match(value, /怎么办/);
    assert.match(value, /国标：/);
  });

  it('offers the next heading at the start of a line and nothing inside a sentence', async () => {
    client = await TestClient.start();
    const text = REPORT.replace('二、2025年度推进', '\n二、2025年度推进');
    await client.open(URI, text);
    const line = text.slice(0, text.indexOf('\n二、2025')).split('\n').length - 1;
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line, character: 0 },
    });
    assert.deepEqual(
      items.slice(0, 3).map((i) => i.label),
      ['（三）', '1.', '二、'],
    );
    assert.deepEqual(
      await client.request('textDocument/completion', { textDocument: { uri: URI }, position: { line: 3, character: 6 } }),
      [],
    );
  });

  it('after Enter behind a numbered line offers its next number, elsewhere nothing', async () => {
    client = await TestClient.start();
    const text = REPORT.replace('（二）规范', '\n（二）规范').replace('继续推进。', '继续推进。\n');
    await client.open(URI, text);
    const lines = text.split('\n');
    const ask = (line: number) =>
      client.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri: URI },
        position: { line, character: 0 },
        context: { triggerKind: 2, triggerCharacter: '\n' },
      });
    assert.deepEqual(
      (await ask(6)).map((i) => i.label),
      ['（二）'],
    );
    assert.deepEqual(await ask(lines.indexOf('继续推进。') + 1), []);
  });

  it('sends the tree when its content has changed, and only then', async () => {
    client = await TestClient.start();
    await client.open(URI, REPORT);
    await client.until('tree', () => client.trees.length > 0);
    const [tree] = client.trees;
    assert.equal(tree.profile!.id, 'fazhi-annual-report');
    assert.equal(tree.reportYear, 2025);
    assert.deepEqual(
      tree.outline.map((n) => [n.kind, n.state]),
      [
        ['mandated', 'present'],
        ['mandated', 'present'],
        ['mandated', 'present'],
        ['mandated', 'present'],
        ['mandated', 'missing'],
      ],
    );
    await client.type(URI, client.text(URI).indexOf('四、2026'), '（三）强化监督。\n');
    await client.until('another tree', () => client.trees.length > 1);
  });

  it('points elsewhere, and not at what the finding covers itself', async () => {
    client = await TestClient.start();
    const sum = REPORT.replace('其中食品类70件、药品类50件', '其中食品类90件、药品类50件');
    const again = sum.replace(
      '由于人手不足',
      '云府发〔2024〕3号的要求落实。按照《关于规范行政检查的通知》（云府发〔2024〕3号）和《关于调整执法人员的决定》（云府发〔2024〕3号），改进工作。由于人手不足',
    );
    await client.open(URI, again);
    const found = (await client.pull(URI))!;
    const of = (code: string) => found.find((d) => d.code === code)!;
    assert.equal(of('figure/sum').relatedInformation, undefined);
    assert.deepEqual(
      of('document-number/conflict').relatedInformation!.map(({ location }) => location.uri),
      [URI],
    );
  });

  it('inserts a missing section and creates a new report by command', async () => {
    client = await TestClient.start();
    const cut = REPORT.indexOf('三、2025');
    const rest = REPORT.slice(REPORT.indexOf('四、2026')).replace('四、', '三、').replace('继续推进。', '继续推进。\n\n　　特此报告。');
    const text = REPORT.slice(0, cut) + rest;
    await client.open(URI, text);
    assert.ok((await client.pull(URI))!.some((d) => d.code === 'section/missing'));
    const result = await client.request<{ applied: boolean }>('workspace/executeCommand', {
      command: 'gongwen.server.insertSection',
      arguments: [URI, 'leader-duty'],
    });
    assert.equal(result.applied, true);
    // Set in as the paragraphs of the report are; and what is to be filled in shows in the tree.
    assert.match(client.text(URI), /第一责任人职责，加强法治政府建设的有关情况\n\n　　\S/);
    await client.until('state of the new section', () =>
      client.trees.at(-1)!.outline.some(({ id, state }) => id === 'leader-duty' && state === 'unfinished'),
    );
    assert.ok(!(await client.pull(URI))!.some((d) => d.code === 'section/missing'));
    const report = await client.request<{ text: string }>('gongwen/newReport', {
      profileId: 'fazhi-annual-report',
      issuer: '临川市司法局',
      year: 2025,
    });
    assert.match(report.text, /^临川市司法局/);
  });

  it('is silent in a file that is no report', async () => {
    client = await TestClient.start();
    await client.open('file:///notes.txt', '买菜\n明天下午三点开会，一、二楼都要打扫(别忘了)', 'plaintext');
    assert.deepEqual(await client.pull('file:///notes.txt'), []);
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri: 'file:///notes.txt' } }), []);
  });

  it('takes levels from the editor, and from the settings file before it', async () => {
    const level = async (files: Record<string, string>) => {
      client = await TestClient.start({ files, settings: { rules: { 'document-number': 'hint' } } });
      await client.open('file:///w/a.gongwen', FAULTY);
      return (await client.pull('file:///w/a.gongwen'))!.find((d) => d.code === 'document-number/malformed')?.severity;
    };
    assert.equal(await level({}), 4);
    await client.stop();
    assert.equal(await level({ 'file:///w/.gongwen/config.json': '{ "rules": { "document-number/malformed": "error" } }' }), 1);
    client.host.files.set('file:///w/.gongwen/config.json', '{ "rules": { "document-number/malformed": "off" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/.gongwen/config.json', type: 2 }],
    });
    await client.until('gone', () => client.trees.length > 1);
    assert.ok(!(await client.pull('file:///w/a.gongwen'))!.some((d) => d.code === 'document-number/malformed'));
  });

  it('says in the settings file what is wrong in it, and goes on', async () => {
    client = await TestClient.start({
      files: { 'file:///w/.gongwen/config.json': '{ "rulez": {}, "rules": { "document-number/malfromed": "off", "punctuation": "loud" } ' },
    });
    await client.open('file:///w/a.gongwen', FAULTY);
    assert.ok((await client.pull('file:///w/a.gongwen'))!.length > 0);
    const said = client.pushed.get('file:///w/.gongwen/config.json')!.map((d) => String(d.message));
    assert.equal(said.length, 4);
    assert.ok(
      said.some((m) => m.includes('document-number/malformed')),
      said.join('\n'),
    );
  });

  it('caps what it sends and says how many more there are', async () => {
    client = await TestClient.start();
    await client.open(URI, `临川市司法局关于2025年工作的报告\n${'依据临政办发[2025]12号办理。\n'.repeat(300)}`);
    const items = (await client.pull(URI))!;
    assert.equal(items.filter((d) => d.code === 'document-number/malformed').length, 100);
    assert.ok(items.some((d) => /另有 200 处/.test(String(d.message))));
  });

  it('survives anything: a binary file, one line of 10 MB, lone surrogates, unclosed brackets', async () => {
    client = await TestClient.start();
    const odd: Record<string, string> = {
      'file:///a.gongwen': '\u0000\u0001\ufffd'.repeat(1000),
      'file:///b.gongwen': '〔'.repeat(10_000_000),
      'file:///c.gongwen': '\ud800\udc00\udfff《（“〔'.repeat(500),
    };
    for (const [uri, text] of Object.entries(odd)) {
      await client.open(uri, text);
      assert.ok(Array.isArray(await client.pull(uri)));
    }
    assert.ok((await client.pull('file:///b.gongwen')) === undefined);
  });
});
