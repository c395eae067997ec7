/** Exceptions, levels and stamps, as an editor meets them. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { writeBaseline } from '../../server/baseline';
import { fingerprint } from '../../server/core/fingerprint';
import { ServerCommand, type EditResult, type LedgerResult, type ServerInfo, type UnverifiedFigure } from '../../server/lsp/protocol';
import { Service } from '../../server/service';
import { TestClient, type ClientOptions } from '../support/client';

const service = new Service({ today: '2026-01-20' });
const URI = 'file:///w/a.txt';
const SIDE = 'file:///w/.gongwen/';
const SUM = '查处案件120件，其中食品类70件、药品类60件。';
const TEXT = `关于云河区执法监督工作情况的报告\n\n云河区人民政府：\n一、基本情况\n${SUM}\n二、下一步打算\n继续推进。\n`;

describe('exceptions in the editor', () => {
  let client: TestClient;
  afterEach(async () => client.stop());

  const start = async (options: ClientOptions = {}, uri = URI, language = 'gongwen') => {
    client = await TestClient.start(options);
    await client.open(uri, TEXT, language);
  };
  const pulled = async (uri = URI): Promise<Diagnostic[]> => {
    client.forget(uri);
    return (await client.pull(uri))!;
  };
  const codes = async (uri = URI) => (await pulled(uri)).map((d) => d.code);
  const actions = async (uri = URI, only?: string[]) => {
    const [diagnostic] = await pulled(uri);
    return client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
    });
  };
  /** Runs the action whose command this is, with more arguments behind its own, as a client does that asks the person. */
  const run = async (command: string, more: unknown[] = [], uri = URI, pick: (action: CodeAction) => boolean = () => true) => {
    const action = (await actions(uri)).find((a) => a.command?.command === command && pick(a));
    assert.ok(action?.command, command);
    return client.execute<EditResult>(command, ...(action.command.arguments ?? []), ...more);
  };
  const off = (a: CodeAction) => a.command!.arguments![2] === 'off';

  it('every finding can be ignored, excepted, turned down and turned off', async () => {
    await start();
    assert.deepEqual(await codes(), ['figure/sum']);
    assert.deepEqual(
      (await actions()).filter((a) => a.command).map((a) => a.command!.command),
      [ServerCommand.ignore, ServerCommand.exempt, ServerCommand.setLevel, ServerCommand.setLevel],
    );
    assert.deepEqual(await actions(URI, ['source.organizeImports']), []);
  });

  it('ignored for now: gone at the next pull, and nothing is written', async () => {
    await start();
    assert.equal((await run(ServerCommand.ignore)).applied, true);
    assert.deepEqual(await codes(), []);
    assert.equal(client.host.files.size, 0);
  });

  it('excepted in the side file, with the reason; it expires with its sentence, and that is said there', async () => {
    await start();
    await run(ServerCommand.exempt, ['合计含上年结转']);
    assert.deepEqual(await codes(), []);
    const written = client.host.files.get(`${SIDE}exceptions.json`)!;
    assert.match(written, /合计含上年结转/);
    await client.type(URI, 0, '% 一行\n\n');
    assert.deepEqual(await codes(), [], 'it moves with its sentence');
    await client.type(URI, client.text(URI).indexOf('60件'), '65', 2);
    assert.deepEqual(await codes(), ['figure/sum']);
    await client.until('unused', () => client.pushed.get(`${SIDE}exceptions.json`)?.[0]?.code === 'exception/unused');
    await client.type(URI, client.text(URI).indexOf('65件'), '60', 2);
    await client.until('used again', () => client.pushed.get(`${SIDE}exceptions.json`)?.length === 0);
    assert.deepEqual(await codes(), []);
  });

  it('excepted in Markdown by a directive on the line before, which is a hint once it is of no use', async () => {
    const uri = 'file:///w/a.md';
    await start({}, uri, 'markdown');
    await run(ServerCommand.exempt, ['合计含--> 上年结转'], uri);
    assert.match(client.text(uri), /\n<!-- gongwen: off-next figure\/sum -- 合计含 {2}上年结转 -->\n查处案件/);
    assert.deepEqual(await codes(uri), []);
    assert.equal(client.host.files.size, 0);
    await client.type(uri, client.text(uri).indexOf('60件'), '50', 2);
    assert.deepEqual(await codes(uri), ['exception/unused']);
  });

  it('has a reason of its own where a client asks for none', async () => {
    await start({ ours: false });
    await run(ServerCommand.exempt);
    assert.match(client.host.files.get(`${SIDE}exceptions.json`)!, /经核无误/);
  });

  it('turns a rule down and off in the folder, at once', async () => {
    await start({ settings: { rules: { heading: 'off' } } });
    await run(ServerCommand.setLevel, [], URI, (a) => !off(a));
    assert.deepEqual(
      (await pulled()).map((d) => d.severity),
      [4],
    );
    await run(ServerCommand.setLevel, [], URI, off);
    assert.deepEqual(await codes(), []);
    assert.deepEqual(JSON.parse(client.host.files.get(`${SIDE}config.json`)!), { rules: { heading: 'off', 'figure/sum': 'off' } });
    assert.equal((await client.execute<EditResult>(ServerCommand.setLevel, URI, 'no/such', 'off')).applied, false);
    assert.equal((await client.execute<EditResult>(ServerCommand.setLevel, URI, '__proto__', 'off')).applied, false);
  });

  it('says in a faulty settings file what is wrong, and writes nothing into it', async () => {
    await start({ files: { [`${SIDE}config.json`]: '{"rules": {"figure/sun": "off"' } });
    await client.until('told', () => (client.pushed.get(`${SIDE}config.json`)?.length ?? 0) > 0);
    assert.match(
      client.pushed
        .get(`${SIDE}config.json`)!
        .map((d) => d.message)
        .join(),
      /figure\/sum/,
    );
    const result = await run(ServerCommand.setLevel);
    assert.equal(result.applied, false);
    assert.ok(result.message);
  });

  it('cannot write beside a document that is nowhere, and says so', async () => {
    await start({}, 'untitled:Untitled-1');
    const result = await run(ServerCommand.exempt, ['-'], 'untitled:Untitled-1');
    assert.equal(result.applied, false);
    assert.match(result.message!, /保存/);
    assert.equal((await run(ServerCommand.ignore, [], 'untitled:Untitled-1')).applied, true);
    assert.deepEqual(await codes('untitled:Untitled-1'), []);
  });

  it('words of the office leave findings out', async () => {
    await start();
    assert.equal((await client.execute<EditResult>(ServerCommand.addWord, URI, SUM)).applied, true);
    assert.deepEqual(await codes(), []);
  });

  it('a baseline leaves out what is known, until something is new', async () => {
    await start();
    const [finding] = service.open(URI, 'gongwen', 1, TEXT).findings();
    client.host.files.set(`${SIDE}baseline.json`, writeBaseline(new Map([['a.txt', new Map([[fingerprint(finding), 1]])]])));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${SIDE}baseline.json`, type: 1 }] });
    assert.deepEqual(await codes(), []);
    await client.type(URI, client.text(URI).indexOf('继续推进'), '办结案件50件，其中食品类30件、药品类40件。');
    assert.deepEqual(await codes(), ['figure/sum']);
  });

  it('is told of the side folder alone, and reads what lies in it', async () => {
    await start();
    assert.deepEqual(await codes(), ['figure/sum']);
    client.host.files.set(`${SIDE}config.json`, JSON.stringify({ rules: { 'figure/sum': 'off' } }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: SIDE.replace(/\/$/, ''), type: 1 }] });
    assert.deepEqual(await codes(), []);
  });

  it('figures are verified one by one; a mark ends when its sentence changes', async () => {
    await start();
    const left = () => client.execute<UnverifiedFigure[]>(ServerCommand.unverified, URI);
    assert.deepEqual(
      (await left()).map(({ text, section }) => [text, section]),
      [
        ['120件', '基本情况'],
        ['70件', '基本情况'],
        ['60件', '基本情况'],
      ],
    );
    const [first] = await left();
    const ask = () =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: first.range.start, end: first.range.start },
        context: { diagnostics: [], only: ['refactor'] },
      });
    const [mark] = await ask();
    assert.equal(mark.title, '标记为已核：120件');
    await client.execute(mark.command!.command, ...mark.command!.arguments!);
    assert.deepEqual(
      (await left()).map(({ text }) => text),
      ['70件', '60件'],
    );
    assert.equal((await ask())[0].title, '取消已核：120件');
    const ledger = (await client.execute<LedgerResult | null>(ServerCommand.ledger, URI))!;
    assert.deepEqual(
      ledger.figures.map(({ value, verified }) => [value, verified]),
      [
        ['120', true],
        ['70', false],
        ['60', false],
      ],
    );
    assert.match(ledger.markdown, /；已核 1。/);
    assert.match(ledger.markdown, /\| 状态 \| 已核 \|\n/);
    assert.match(ledger.markdown, /\| 120 \|.*\| ✓ \|\n.*\| 70 \|.*\|  \|\n/);
    await client.until('tree', () => client.trees.at(-1)?.outline[0].verified === 1);
    assert.deepEqual([client.trees.at(-1)!.outline[0].figures, client.trees.at(-1)!.outline[1].verified], [3, 0]);
    await client.type(URI, client.text(URI).indexOf('药品类'), '医');
    assert.equal((await left()).length, 3);
    await client.until('tree', () => client.trees.at(-1)?.outline[0].verified === 0);
    assert.equal((await client.execute<EditResult>(ServerCommand.stamp, URI, { line: 0, character: 0 }, true)).applied, false);
  });

  it('says what is in force, and how it is', async () => {
    await start({ files: { [`${SIDE}config.json`]: '{"rules": {"figure/sum": "hint"}}' } });
    const effective = JSON.parse(await client.execute<string>(ServerCommand.effectiveSettings, URI)) as {
      from: string;
      changed: string[];
      rules: Record<string, string>;
    };
    assert.equal(effective.from, `${SIDE}config.json`);
    assert.deepEqual(effective.changed, ['figure/sum']);
    assert.equal(effective.rules['figure/sum'], 'hint');
    const info = await client.execute<ServerInfo>(ServerCommand.info, URI);
    assert.deepEqual([info.profile, info.counts.hint, info.settings], ['official-document', 1, `${SIDE}config.json`]);
    assert.ok(info.lastCheck! >= 0);
    assert.equal(await client.execute(ServerCommand.effectiveSettings, 'file:///none'), null);
  });
});
