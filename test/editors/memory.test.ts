/** Hours of work in a server whose heap is small: if anything is kept for each edit, or for each document that was closed, it dies. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { REPORT } from '../support/texts';

/** Megabytes for what lives long: one report of 300,000 characters is at work in them, and not all those kept that were closed, or what came with every edit. */
const HEAP_MB = 72;
/** No two paragraphs are equal: nothing that is kept by its words helps. */
const PARAGRAPHS = Array.from(
  { length: 4700 },
  (_, i) =>
    `　　第${i}号片区开展专项行动，查处案件${i + 9}件，其中食品类${i}件、药品类9件；举办第${i}期培训班，持续规范执法行为，群众满意度稳步提升。`,
);
const LONG = REPORT.replace('二、2025', `${PARAGRAPHS.join('\n')}\n二、2025`);
/** Ten paragraphs that stand nowhere else. */
const pasted = (i: number) => PARAGRAPHS.slice(i, i + 10).join(`第${i}次\n`) + '\n';
const LINES = LONG.split('\n');

describe('memory', function () {
  this.timeout(60_000);
  let server: ChildProcess;
  let connection: ProtocolConnection;
  let died = '';

  beforeEach(async () => {
    server = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, 'dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    died = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => (died += text));
    connection = createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!));
    connection.listen();
    await request('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
    await connection.sendNotification('initialized', {});
  });
  afterEach(() => {
    connection.dispose();
    server.kill();
  });

  /** Fails at once, with what it said, when the server dies. */
  const request = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const gone = (code: number | null, signal: string | null) =>
        reject(new Error(`the server died (${signal ?? code})\n${died.slice(0, 400)}`));
      if (server.exitCode !== null || server.signalCode !== null) return gone(server.exitCode, server.signalCode);
      server.once('exit', gone);
      connection
        .sendRequest<T>(method, params)
        .then(resolve, reject)
        .finally(() => server.off('exit', gone));
    });
  const open = (uri: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'gongwen', version: 1, text } });
  const close = (uri: string) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const pull = (uri: string) => request<{ kind: string }>('textDocument/diagnostic', { textDocument: { uri } });
  const symbols = (uri: string) => request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });

  it('5,000 edits all over a report of 300,000 characters', async () => {
    const uri = 'file:///a.gongwen';
    await open(uri, LONG);
    let version = 1;
    const change = (start: Position, end: Position, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start, end }, text }],
      });
    for (let i = 0; i < 2500; i++) {
      const line = (i * 7919) % LINES.length;
      // Some paragraphs, a sum that is wrong, now and then a heading: it comes, is looked at, and goes again.
      const text = i % 50 === 0 ? '（三）加强指导\n' : i % 2 === 0 ? '受理120件，其中甲类70件、乙类60件。' : pasted(i);
      const at = { line, character: 0 };
      await change(at, at, text);
      if (i % 20 === 0) await pull(uri);
      if (i % 250 === 0) await symbols(uri);
      const rows = text.split('\n');
      await change(at, { line: line + rows.length - 1, character: rows[rows.length - 1].length }, '');
    }
    assert.equal((await pull(uri)).kind, 'full');
  });

  it('many reports, opened and closed', async () => {
    for (let i = 0; i < 16; i++) {
      const uri = `file:///${i}.gongwen`;
      await open(uri, LONG);
      assert.equal((await pull(uri)).kind, 'full');
      await symbols(uri);
      await close(uri);
    }
  });
});
