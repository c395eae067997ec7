/** The server as the desktop's extension starts it: with the compiled code of the last session. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node';

/** A word that stands in no program. */
const SECRET = '霜降村溪畔桥';
const TEXT = `关于${SECRET}执法监督工作情况的报告\n\n云河区人民政府：\n查处案件120件，其中食品类70件、药品类60件。\n`;

describe('the launcher', function () {
  this.timeout(30_000);
  let folder: string;
  const cache = () => path.join(folder, 'globalStorage', 'code');
  const files = () => (existsSync(cache()) ? readdirSync(cache()) : []);
  const only = () => {
    assert.equal(files().length, 1, files().join());
    return path.join(cache(), files()[0]);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '公文 (code) '));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** One session: a report opened, its findings, the end. */
  const session = async (args = ['--code-cache', cache()]): Promise<string[]> => {
    const server = spawn(process.execPath, ['dist/server-launcher.js', ...args, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    try {
      connection.listen();
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
      });
      const uri = 'untitled:报告';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'gongwen', version: 1, text: TEXT },
      });
      const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
      const end = once(server, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.deepEqual(await end, [0, null]);
      return items.map((d) => String(d.code));
    } finally {
      connection.dispose();
      server.kill();
    }
  };

  it('keeps what was compiled, and the next session takes it and finds the same', async () => {
    const first = await session();
    assert.ok(first.includes('figure/sum'), first.join());
    const { ino, size } = statSync(only());
    assert.ok(size > 200_000, String(size));
    assert.deepEqual(await session(), first);
    // A file that V8 had refused would have been written anew.
    assert.equal(statSync(only()).ino, ino);
  });

  it('keeps nothing of the report', async () => {
    await session();
    const bytes = readFileSync(only());
    for (const encoding of ['utf8', 'utf16le'] as const) assert.equal(bytes.indexOf(Buffer.from(SECRET, encoding)), -1);
    // The search can find: a word of the program is there.
    assert.notEqual(bytes.indexOf(Buffer.from('其中', 'utf16le')), -1);
  });

  it('is not misled by a file that is broken, and takes the places of other versions', async () => {
    await session();
    const file = only();
    const whole = statSync(file).size;
    writeFileSync(path.join(cache(), '0123.code'), 'of another version');
    truncateSync(file, whole / 2);
    assert.ok((await session()).includes('figure/sum'));
    assert.equal(only(), file);
    assert.ok(statSync(file).size > 0.9 * whole);
    const bytes = readFileSync(file);
    bytes[whole >> 1] ^= 1;
    writeFileSync(file, bytes);
    assert.ok((await session()).includes('figure/sum'));
    assert.notDeepEqual(readFileSync(file), bytes);
  });

  it('starts without a folder, and with one that cannot be made', async () => {
    assert.ok((await session([])).includes('figure/sum'));
    writeFileSync(path.join(folder, 'globalStorage'), 'a file where a folder should be');
    assert.ok((await session()).includes('figure/sum'));
    assert.deepEqual(readdirSync(folder), ['globalStorage']);
  });
});
