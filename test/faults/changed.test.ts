/**
 * Files that change under an open document: by another program, broken, cut off, in another encoding, deleted.
 *
 * The law: whatever happened to the side files, what is shown is what a server that starts now would show.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver/node';
import { ServerCommand, type EditResult } from '../../server/lsp/protocol';
import { NodeHost } from '../../server/node/host';
import { FAULTY } from '../cli/support';
import { TestClient } from '../support/client';

const GOOD: Readonly<Record<string, string>> = {
  config: '{ "rules": { "figure/sum": "off" } }',
  exceptions: '{ "exceptions": [ { "file": "a.gongwen", "rule": "figure/sum", "fingerprint": "figure/sum:0", "reason": "试" } ] }',
  lexicon: '{ "words": ["临政办发[2025]12号"] }',
  stamps: '{ "stamps": [] }',
  baseline: '{ "version": 1, "files": { "a.gongwen": { "x": 1 } } }',
  'profiles/own': '{ "id": "own", "extends": "fazhi-annual-report", "sections": [] }',
};
const NAMES = Object.keys(GOOD);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** What other programs do to a file. */
const DEEDS: Readonly<Record<string, (text: string) => string | Buffer | null>> = {
  writes: (text) => text,
  'writes with a byte order mark': (text) => `\ufeff${text}`,
  'writes as UTF-16': utf16,
  'writes as UTF-16, other way round': (text) => utf16(text).swap16(),
  'cuts off': (text) => text.slice(0, Math.floor(text.length / 2)),
  'cuts off within a character': (text) => Buffer.from(`${text.slice(0, -1)}"甲`).subarray(0, -1),
  empties: () => '',
  'fills with zeros': (text) => Buffer.alloc(text.length),
  'writes something else': () => '<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> theirs\n',
  deletes: () => null,
};

describe('side files that other programs change while a document is open', function () {
  this.timeout(120_000);
  let dir: string;
  let root: string;
  let uri: string;
  const file = (name: string) => path.join(dir, '.gongwen', `${name}.json`);
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'changed-'));
    root = pathToFileURL(dir).href;
    uri = `${root}/a.gongwen`;
    mkdirSync(path.join(dir, '.gongwen', 'profiles'), { recursive: true });
    writeFileSync(path.join(dir, 'a.gongwen'), FAULTY);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const start = async (): Promise<TestClient> => {
    const client = await TestClient.start({ disk: new NodeHost('2026-01-20'), modern: true });
    await client.open(uri, FAULTY);
    return client;
  };
  /** Findings of the document, and what is said in the side files. */
  const shown = async (client: TestClient) => {
    client.forget(uri);
    await client.pull(uri);
    // What is said in side files is said when the document's own findings have been collected; the second answer comes behind it.
    client.forget(uri);
    const own = (await client.pull(uri)) ?? [];
    return { own, told: toldOf(client.pushed) };
  };
  const changed = (client: TestClient, name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file(name)).href, type: 2 }] });

  it('what is shown is what a server that starts now would show', async () => {
    const deedArb = fc.record({ name: fc.constantFrom(...NAMES), deed: fc.constantFrom(...Object.keys(DEEDS)), tell: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(deedArb, { minLength: 1, maxLength: 8 }), async (deeds) => {
        for (const name of NAMES) rmSync(file(name), { force: true });
        const client = await start();
        for (const { name, deed, tell } of deeds) {
          const content = DEEDS[deed](GOOD[name]);
          if (content === null) rmSync(file(name), { force: true });
          else writeFileSync(file(name), content);
          if (tell) await changed(client, name);
          await client.pull(uri);
        }
        // Every change is told of sooner or later.
        for (const { name } of deeds) await changed(client, name);
        const fresh = await start();
        assert.deepEqual(await shown(client), await shown(fresh));
        await client.stop();
        await fresh.stop();
      }),
      { numRuns: Math.min(300, Math.ceil(Number(process.env.LAW_RUNS ?? 60) / 2)) },
    );
  });

  it('what is broken is said in the file itself, never written over, and counts again once it is mended', async () => {
    for (const name of ['config', 'exceptions', 'lexicon']) {
      for (const deed of ['cuts off', 'writes something else', 'writes as UTF-16', 'fills with zeros']) {
        writeFileSync(file(name), GOOD[name]);
        const client = await start();
        await shown(client);
        const broken = DEEDS[deed](GOOD[name])!;
        writeFileSync(file(name), broken);
        await changed(client, name);
        const { told } = await shown(client);
        assert.ok(
          told.some(([side]) => side.endsWith(`${name}.json`)),
          `${name} ${deed}: it is said`,
        );
        const wrote =
          name === 'config'
            ? await client.execute<EditResult>(ServerCommand.setLevel, uri, 'figure/sum', 'hint')
            : name === 'lexicon'
              ? await client.execute<EditResult>(ServerCommand.addWord, uri, '釆取')
              : undefined;
        assert.notEqual(wrote?.applied, true, `${name} ${deed}`);
        assert.deepEqual(readFileSync(file(name)), Buffer.from(broken as string), 'left as it was');
        writeFileSync(file(name), GOOD[name]);
        await changed(client, name);
        assert.deepEqual(
          (await shown(client)).told.filter(([side]) => side.endsWith(`${name}.json`) && name !== 'exceptions'),
          [],
        );
        await client.stop();
        rmSync(file(name));
      }
    }
  });

  it('the folder itself is moved away and comes back', async () => {
    writeFileSync(file('config'), GOOD.config);
    const client = await start();
    const has = async () => (await shown(client)).own.some((d) => d.code === 'figure/sum');
    assert.equal(await has(), false);
    renameSync(path.join(dir, '.gongwen'), path.join(dir, 'away'));
    await changed(client, 'config');
    assert.equal(await has(), true);
    renameSync(path.join(dir, 'away'), path.join(dir, '.gongwen'));
    await changed(client, 'config');
    assert.equal(await has(), false);
    await client.stop();
  });

  it('the document is deleted, moved and written by another program while it is open: the editor’s text counts', async () => {
    const client = await start();
    const before = await shown(client);
    rmSync(path.join(dir, 'a.gongwen'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    assert.deepEqual(await shown(client), before);
    writeFileSync(path.join(dir, 'a.gongwen'), '别的内容');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    assert.deepEqual(await shown(client), before);
    await client.type(uri, FAULTY.indexOf('[2025]'), '〔', 1);
    assert.equal((await shown(client)).own.length >= before.own.length - 1, true);
    await client.stop();
  });
});

function toldOf(pushed: ReadonlyMap<string, readonly Diagnostic[]>): [string, unknown][] {
  return [...pushed].filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)) as [string, unknown][];
}
