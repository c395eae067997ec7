/** Reports that are not open. */
import assert from 'node:assert/strict';
import { ProgressType, CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { CheckWorkspaceRequest, type CheckResult } from '../../server/lsp/protocol';
import { TestClient, type ClientOptions } from '../support/client';

const FAULTY = '关于云河区执法监督工作情况的报告\n\n云河区人民政府：\n查处案件120件，其中食品类70件、药品类60件。\n';
const CLEAN = FAULTY.replace('60件', '50件');
const A = 'file:///w/a.txt';
const FILES = {
  [A]: FAULTY,
  'file:///w/b/c.md': FAULTY,
  'file:///w/clean.txt': CLEAN,
  'file:///w/note.txt': '明天开会。',
  'file:///w/.git/x.txt': FAULTY,
  'file:///w/node_modules/x.txt': FAULTY,
  'file:///w/old/x.txt': FAULTY,
  'file:///w/data.csv': FAULTY,
};

describe('reports that are not open', () => {
  let client: TestClient;
  afterEach(async () => client.stop());
  const start = async (options: ClientOptions) => {
    client = await TestClient.start({ files: FILES, folders: ['file:///w'], exclude: { old: true, '**/b': false }, ...options });
  };
  const told = (uri: string) => client.pushed.get(uri)?.map((d) => d.code) ?? [];
  const check = (token?: string) => client.request<CheckResult>(CheckWorkspaceRequest, token === undefined ? {} : { workDoneToken: token });
  const changed = (uri: string) => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

  /** What a client makes of the stream of a workspace pull. */
  function hold(previousResultIds: { uri: string; value: string }[] = []): {
    shown: Map<string, Diagnostic[]>;
    ended: Promise<unknown>;
    wake: () => Promise<void>;
    cancel: () => void;
  } {
    const shown = new Map<string, Diagnostic[]>();
    let wake = (): void => undefined;
    const type = new ProgressType<{ items: { uri: string; items: Diagnostic[] }[] }>();
    client.connection.onProgress(type, 'stream', ({ items }) => {
      for (const item of items) shown.set(item.uri, item.items);
      wake();
    });
    const source = new CancellationTokenSource();
    const ended = client.connection
      .sendRequest('workspace/diagnostic', { previousResultIds, partialResultToken: 'stream' }, source.token)
      .catch((e: unknown) => e);
    return { shown, ended, wake: () => new Promise((r) => (wake = r)), cancel: () => source.cancel() };
  }
  const until = async (stream: ReturnType<typeof hold>, test: () => boolean) => {
    while (!test()) await stream.wake();
  };

  it('are too many to be checked beyond a limit, or lie too deep: that is said, once', async () => {
    const files: Record<string, string> = { [A]: FAULTY };
    for (let i = 1; i < 50_000; i++) files[`file:///w/more/${i}.txt`] = '';
    /** Starts a check, stops it as soon as it looks at files, and says what it said until then. */
    const begun = async () => {
      let look = (): void => undefined;
      const looking = new Promise<void>((resolve) => (look = resolve));
      const progress = client.connection.onProgress(new ProgressType<object>(), 'many', () => look());
      const source = new CancellationTokenSource();
      const end = client.connection.sendRequest(CheckWorkspaceRequest, { workDoneToken: 'many' }, source.token).catch(() => undefined);
      await looking;
      source.cancel();
      await end;
      progress.dispose();
    };
    await start({ files });
    await begun();
    assert.deepEqual(client.messages, [], 'as many as that are not too many');
    await client.stop();
    for (const [locale, words] of [
      ['zh-cn', /只校核前 50000 个/],
      ['en', /only the first 50000/],
    ] as const) {
      await start({ files: { ...files, 'file:///w/more/last.txt': FAULTY }, locale });
      await begun();
      await begun();
      assert.equal(client.messages.length, 1);
      assert.match(client.messages[0], words);
      await client.stop();
    }
    await start({ files: { [A]: FAULTY, [`file:///w/${'x/'.repeat(40)}a.txt`]: FAULTY, 'file:///w/y/b.txt': FAULTY } });
    assert.deepEqual(await check(), { files: 2, reports: 2, findings: 2, cancelled: false });
    assert.match(client.messages.join(), /32 层/);
  });

  it('are told by the kinds of their office, and by others once these change', async () => {
    const profile = 'file:///w/.gongwen/profiles/inspection.json';
    const kind = JSON.stringify({
      id: 'inspection-report',
      title: { 'zh-cn': '巡河年度报告', en: 'Inspection of rivers' },
      recognise: { titles: ['巡河…报告'] },
      sections: [{ id: 'facts', title: '巡查情况', required: 'required', aliases: ['巡查'], template: '【待补】。' }],
    });
    const log = '2025年巡河工作报告\n\n依照云政办发〔2025〕7号开展巡查。\n';
    await start({ files: { 'file:///w/log.txt': log, [profile]: kind } });
    const numbers = async () =>
      (await client.request<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: '巡河' })).map(
        (s) => s.location.uri,
      );
    const first = await numbers();
    assert.deepEqual(first, ['file:///w/log.txt']);
    assert.equal((await check()).reports, 1);
    client.host.files.delete(profile);
    await changed(profile);
    assert.deepEqual(await numbers(), []);
    assert.equal((await check()).reports, 0);
  });

  it('are left alone unless asked for', async () => {
    await start({ pull: false });
    await client.open('file:///w/clean.txt', CLEAN, 'plaintext');
    await client.until('pushed', () => client.pushed.has('file:///w/clean.txt'));
    assert.deepEqual(told(A), []);
  });

  it('are checked once by a command, with progress; what is hidden or excluded is not', async () => {
    await start({});
    const progress: string[] = [];
    client.connection.onProgress(new ProgressType<{ message?: string }>(), 'p', ({ message }) => {
      progress.push(message ?? '');
    });
    assert.deepEqual(await check('p'), { files: 4, reports: 3, findings: 2, cancelled: false });
    assert.deepEqual(
      [...client.pushed]
        .filter(([, d]) => d.length > 0)
        .map(([uri]) => uri)
        .sort(),
      [A, 'file:///w/b/c.md'],
    );
    assert.equal(progress.at(-1), '4/4');
    // Opened, it speaks for itself.
    await client.open(A, FAULTY, 'plaintext');
    await client.until('taken back', () => told(A).length === 0);
    assert.equal((await client.pull(A))!.length, 1);
    // Deleted, it says nothing.
    client.host.files.delete('file:///w/b/c.md');
    await changed('file:///w/b/c.md');
    await client.until('taken back', () => told('file:///w/b/c.md').length === 0);
  });

  it('a check that is cancelled ends', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`file:///w/${String(i).padStart(3, '0')}.txt`, FAULTY]));
    await start({ files: many });
    const source = new CancellationTokenSource();
    client.connection.onProgress(new ProgressType<{ message?: string }>(), 'p', () => source.cancel());
    const result = await client.connection.sendRequest<CheckResult>(CheckWorkspaceRequest, { workDoneToken: 'p' }, source.token);
    assert.equal(result.cancelled, true);
    assert.ok(result.files < 300, String(result.files));
  });

  it('stream through a pull that is held open', async () => {
    await start({ settings: { check: 'workspace' } });
    const stream = hold();
    await until(stream, () => stream.shown.size === 2);
    assert.deepEqual([...stream.shown].map(([uri, items]) => [uri, items.length]).sort(), [
      [A, 1],
      ['file:///w/b/c.md', 1],
    ]);
    assert.equal(client.pushed.get(A), undefined, 'never both');

    client.host.files.set(A, CLEAN);
    await changed(A);
    await until(stream, () => stream.shown.get(A)!.length === 0);

    client.host.files.set(A, FAULTY);
    await changed(A);
    await until(stream, () => stream.shown.get(A)!.length === 1);

    await client.open(A, CLEAN, 'plaintext');
    await until(stream, () => stream.shown.get(A)!.length === 0);
    await client.close(A);
    await until(stream, () => stream.shown.get(A)!.length === 1);

    client.host.files.delete('file:///w/b/c.md');
    await changed('file:///w/b');
    await until(stream, () => stream.shown.get('file:///w/b/c.md')!.length === 0);

    client.host.files.set('file:///w/.gongwen/config.json', '{"rules": {"figure": "off"}}');
    await changed('file:///w/.gongwen/config.json');
    await until(stream, () => stream.shown.get(A)!.length === 0);
    stream.cancel();
    await stream.ended;
  });

  it('are taken back when the setting is', async () => {
    await start({ pull: false, settings: { check: 'workspace' } });
    await client.until('pushed', () => told(A).length === 1);
    client.settings = { check: 'open' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('taken back', () => told(A).length === 0);
  });
});
