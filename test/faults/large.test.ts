/** Far more than anybody has: a workspace of 5,000 files, a text of many megabytes. It is bounded, and it is said. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver/node';
import { CheckWorkspaceRequest, type CheckResult } from '../../server/lsp/protocol';
import { NodeHost } from '../../server/node/host';
import { profiles } from '../../server/profiles';
import { WORKSPACE_LIMITS, WorkspaceIndex } from '../../server/workspace';
import { FAULTY, run } from '../cli/support';
import { TestClient } from '../support/client';
import { REPORT } from '../support/texts';

/** The soak makes 5,000; a test as many as a slow disk writes in a second. */
const FILES = process.env.LAW_RUNS === undefined ? 1_000 : 5_000;
const MEGABYTE = 1024 * 1024;

describe(`a workspace of ${FILES} files`, function () {
  this.timeout(120_000);
  const dir = mkdtempSync(path.join(tmpdir(), 'large-'));
  const root = pathToFileURL(dir).href;
  before(() => {
    for (let i = 0; i < FILES; i++) {
      const folder = path.join(dir, String(i % 50), String(i % 7));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${i}.txt`), FAULTY.replace('临政办发[2025]12号', `临政办发[2025]${i + 1}号`));
    }
    // Circles, and what leads out of the workspace.
    symlinkSync('..', path.join(dir, '0', '上'));
    symlinkSync('/', path.join(dir, '0', '根'));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is checked whole, in little memory, while the server answers what is typed', async () => {
    const client = await TestClient.start({ disk: new NodeHost('2026-01-20'), folders: [root] });
    const uri = `${root}/open.gongwen`;
    await client.open(uri, REPORT);
    await client.pull(uri);
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    let answered = 0;
    let typing = Promise.resolve();
    client.connection.onProgress(new ProgressType<unknown>(), 'p', () => {
      most = Math.max(most, process.memoryUsage().heapUsed);
      typing = typing.then(async () => {
        await client.type(uri, 30, '甲');
        await client.pull(uri);
        answered++;
      });
    });
    const result = await client.request<CheckResult>(CheckWorkspaceRequest, { workDoneToken: 'p' });
    assert.deepEqual([result.files, result.reports, result.cancelled], [FILES, FILES, false]);
    assert.ok(answered > 20, `answered ${answered} times meanwhile`);
    await typing;
    assert.ok(most - before < 300 * MEGABYTE, `${Math.round((most - before) / MEGABYTE)} MB`);
    await client.stop();
  });

  it('a check that is cancelled ends where it is, and what it began is not kept waiting', async () => {
    const client = await TestClient.start({ disk: new NodeHost('2026-01-20'), folders: [root] });
    const source = new CancellationTokenSource();
    client.connection.onProgress(new ProgressType<unknown>(), 'p', () => source.cancel());
    const result = await client.connection.sendRequest<CheckResult>(CheckWorkspaceRequest, { workDoneToken: 'p' }, source.token);
    assert.ok(result.cancelled && result.files < FILES / 2, JSON.stringify(result));
    await client.open(`${root}/open.gongwen`, FAULTY);
    assert.ok((await client.pull(`${root}/open.gongwen`))!.length > 0);
    await client.stop();
  });

  it('the index reads as many as it may, says that there are more, and what it keeps is small', async () => {
    const files = Math.min(WORKSPACE_LIMITS.files, FILES / 2);
    const index = new WorkspaceIndex(new NodeHost('2026-01-20'), { profiles, today: '2026-01-20' }, { ...WORKSPACE_LIMITS, files });
    index.setRoots([root]);
    const before = process.memoryUsage().heapUsed;
    const entries = await index.all();
    assert.equal(entries.length, files);
    assert.equal(index.complete, false);
    assert.ok(process.memoryUsage().heapUsed - before < 200 * MEGABYTE);
  });

  it('the command line goes through all of it, and once', async () => {
    const { code, out } = await run([
      '--format',
      'github',
      '--jobs',
      '1',
      '--today',
      '2026-01-20',
      path.join(dir, '0'),
      path.join(dir, '1'),
    ]);
    assert.equal(code, 1);
    assert.equal(new Set(out.match(/(?<=file=)[^,]+/g)).size, FILES / 25);
  });
});

describe('a text of 20 MB', function () {
  this.timeout(60_000);
  it('is declined with a message by the command line, and the others are checked', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'large-'));
    try {
      const large = path.join(dir, '大.txt');
      writeFileSync(large, `${REPORT}\n`.repeat(Math.ceil((21 * MEGABYTE) / Buffer.byteLength(REPORT))));
      writeFileSync(path.join(dir, '小.txt'), FAULTY);
      const { code, out, err } = await run(['--format', 'json', '--today', '2026-01-20', dir]);
      assert.equal(code, 2);
      assert.match(err, /20 MB/);
      const { files } = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
      assert.ok(files.some((f) => f.path.endsWith('小.txt') && f.findings.length > 0));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('grown by typing past the bound, or shrunk below it, is still answered', async () => {
    const client = await TestClient.start();
    const uri = 'file:///a.gongwen';
    await client.open(uri, `${REPORT}\n`.repeat(Math.ceil((21 * MEGABYTE) / REPORT.length)));
    assert.deepEqual(await client.pull(uri), []);
    await client.close(uri);
    await client.open(uri, FAULTY);
    assert.ok((await client.pull(uri))!.length > 0);
    await client.stop();
  });
});
