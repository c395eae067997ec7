/** A client that pulls, over the real stdio of the built server: what Helix, Zed, Emacs and Sublime do. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

const TEXT = '关于云河区执法监督工作情况的报告\n\n云河区人民政府：\n查处案件120件，其中食品类70件、药品类60件。\n';

describe('over stdio', function () {
  this.timeout(30_000);
  let folder: string;
  let server: ChildProcess;
  let connection: ProtocolConnection;
  const uri = () => pathToFileURL(path.join(folder, '报告.txt')).href;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), '公文 (stdio) '));
    writeFileSync(path.join(folder, '旧.txt'), TEXT);
    server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    connection = createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      initializationOptions: { settings: { check: 'workspace' } },
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri(), languageId: 'plaintext', version: 1, text: TEXT },
    });
  });
  afterEach(() => {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const pull = async () => {
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uri() } });
    return items;
  };

  it('is pulled, excepts through a command, and ends when told', async () => {
    const [finding] = await pull();
    assert.equal(finding.code, 'figure/sum');
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const { command, arguments: args } = actions.find((a) => a.command?.command === 'gongwen.server.exempt')!.command!;
    await connection.sendRequest('workspace/executeCommand', { command, arguments: args });
    assert.deepEqual(await pull(), []);
    const end = once(server, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await end, [0, null]);
  });

  it('answers a pull for the workspace once there is something to say', async () => {
    const { items } = await connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((i) => [decodeURIComponent(i.uri).split('/').at(-1), i.items.map((d) => d.code)]),
      [['旧.txt', ['figure/sum']]],
    );
  });
});
