/** The server never outlives its editor, whichever way that dies. Waits for what happens, never for a time. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const SERVER = path.resolve('dist/server.js');

/** An editor: starts the server (`stdio` or `ipc`), says which process it is, and tells when that has answered. */
const editor = (how: 'stdio' | 'ipc') => `
  const { spawn } = require('node:child_process');
  const ipc = ${how === 'ipc'};
  const server = spawn(process.execPath, [${JSON.stringify(SERVER)}, ipc ? '--node-ipc' : '--stdio'], {
    stdio: ipc ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['pipe', 'pipe', 'inherit'],
  });
  const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } };
  const json = JSON.stringify(initialize);
  const answered = () => process.stdout.write('answered');
  if (ipc) { server.once('message', answered); server.send(initialize); }
  else { server.stdout.once('data', answered); server.stdin.write('Content-Length: ' + json.length + '\\r\\n\\r\\n' + json); }
`;

describe('an editor that is gone', function () {
  this.timeout(20_000);
  const started: ChildProcess[] = [];
  const start = (args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    started.push(child);
    return child;
  };
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  /** Starts the server for an editor with this process id and waits for its answer. */
  const initialized = async (processId: number | null): Promise<ChildProcess> => {
    const server = start([SERVER, '--stdio']);
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    connection.listen();
    await connection.sendRequest('initialize', { processId, rootUri: null, capabilities: {} });
    return server;
  };

  for (const how of ['stdio', 'ipc'] as const)
    it(`killed outright, the server over ${how} ends`, async () => {
      const parent = start(['-e', editor(how)]);
      // The server holds the other end of this pipe, too: it ends once both are gone.
      const bothGone = once(parent.stderr!.resume(), 'end');
      assert.equal(String((await once(parent.stdout!, 'data'))[0]), 'answered');
      assert.equal(parent.stderr!.readableEnded, false);
      parent.kill('SIGKILL');
      await bothGone;
    });

  it('known by its process id alone, the server ends though its input stays open', async () => {
    const parent = start(['-e', 'process.stdin.resume()']);
    const server = await initialized(parent.pid!);
    const end = once(server, 'exit');
    parent.kill('SIGKILL');
    assert.deepEqual(await end, [1, null]);
  });

  it('that only closes the input, the server ends', async () => {
    const server = await initialized(null);
    const end = once(server, 'exit');
    server.stdin!.end();
    assert.deepEqual(await end, [1, null]);
  });
});
