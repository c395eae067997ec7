/** What goes wrong around the tool: files too large, folders that lead in circles, disks that do not write, hostile side files. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../server/config';
import { listFiles, readText } from '../server/cli/files';
import { NodeHost } from '../server/node/host';
import { TestClient } from './support/client';
import { REPORT } from './support/texts';

describe('faults', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'faults-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('a document of more than 20 MB is declined with a message, and the server goes on', async () => {
    const client = await TestClient.start();
    await client.open('file:///big.gongwen', `${REPORT}\n`.repeat(Math.ceil((21 * 1024 * 1024) / REPORT.length)));
    assert.deepEqual(await client.pull('file:///big.gongwen'), []);
    assert.ok(
      client.messages.some((m) => m.includes('20 MB')),
      client.messages.join(),
    );
    await client.open('file:///small.gongwen', REPORT);
    assert.ok(Array.isArray(await client.pull('file:///small.gongwen')));
    await client.stop();
  });

  it('a folder that links to itself is walked once', () => {
    mkdirSync(path.join(dir, '甲'));
    writeFileSync(path.join(dir, '甲', 'a.txt'), REPORT);
    symlinkSync(dir, path.join(dir, '甲', '环'));
    assert.deepEqual(
      listFiles([dir]).files.map((f) => f.path),
      [`${dir}/甲/a.txt`],
    );
  });

  it('a file of no kind gives a reason, not an exception', () => {
    mkdirSync(path.join(dir, 'folder.txt'));
    for (const name of ['nosuch.txt', 'folder.txt']) assert.ok('fault' in readText(path.join(dir, name)), name);
  });

  it('a side file is written whole or not at all', async function () {
    const host = new NodeHost();
    const uri = pathToFileURL(path.join(dir, '.gongwen', 'config.json')).href;
    await host.write(uri, '{"a":1}');
    assert.equal(await host.read(uri), '{"a":1}');
    // The place is taken by a folder: the rename cannot succeed.
    const taken = path.join(dir, '.gongwen', 'stamps.json');
    mkdirSync(path.join(taken, 'x'), { recursive: true });
    await assert.rejects(host.write(pathToFileURL(taken).href, '{}'));
    assert.deepEqual(readdirSync(path.join(dir, '.gongwen')).sort(), ['config.json', 'stamps.json'], 'nothing half-written is left');
    if (process.getuid?.() === 0) return;
    chmodSync(path.join(dir, '.gongwen'), 0o500);
    await assert.rejects(host.write(uri, '{"a":2}'));
    chmodSync(path.join(dir, '.gongwen'), 0o700);
    assert.equal(readFileSync(path.join(dir, '.gongwen', 'config.json'), 'utf8'), '{"a":1}');
  });

  it('hostile settings change nothing but what they may', () => {
    const known = { rules: ['figure/sum'], profiles: ['official-document'] };
    const read = (text: string) => readConfig(text, known);
    const { settings } = read(
      '{"rules":{"__proto__":"off","constructor":"off","figure/sum":"off"},"__proto__":{"rules":{"figure/sum":"error"}},"profile":"../../etc/passwd"}',
    );
    assert.deepEqual(Object.entries(settings.rules), [['figure/sum', 'off']]);
    assert.equal(({} as { off?: unknown }).off, undefined);
    assert.equal(settings.profile, undefined);
    for (const text of [
      '',
      '[',
      '1e999999',
      '"',
      '{"rules":'.repeat(2000),
      '['.repeat(100_000),
      '\u0000',
      `{"${'k'.repeat(1_000_000)}":1}`,
    ]) {
      assert.ok(read(text).problems.length > 0 || text === '', JSON.stringify(text.slice(0, 20)));
    }
  });
});
