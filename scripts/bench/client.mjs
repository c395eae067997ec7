// A language client over stdio that measures: from just before a change is written until its diagnostics have been read.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const URI = 'file:///bench/report.gongwen';

export class BenchClient {
  constructor(args) {
    this.begun = performance.now();
    this.child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.child.stdin));
    this.connection.onRequest('workspace/configuration', (p) => p.items.map(() => null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
    this.version = 1;
  }
  async initialize() {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    this.initialized = performance.now() - this.begun;
    await this.connection.sendNotification('initialized', {});
    return this.initialized;
  }
  async open(text) {
    const from = performance.now();
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'gongwen', version: 1, text } });
    const items = await this.pull();
    return { ms: performance.now() - from, items };
  }
  async pull() {
    const r = await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId: this.resultId });
    this.resultId = r.resultId;
    return r.kind === 'full' ? r.items.length : -1;
  }
  change(position, text) {
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
  }
  async keystroke(position, text) {
    const from = performance.now();
    this.change(position, text);
    await this.pull();
    return performance.now() - from;
  }
  /** Twenty keys at once, and the answer behind the last. */
  async burst(position, text) {
    const from = performance.now();
    for (let i = 0; i < 20; i++) this.change({ line: position.line, character: position.character + i }, text);
    await this.pull();
    return performance.now() - from;
  }
  /** Twenty keys, one each 20 ms whether answered or not: from the last one to its answer. */
  async typing(position, text) {
    const answers = [];
    let from = 0;
    for (let i = 0; i < 20; i++) {
      await new Promise((r) => setTimeout(r, 20));
      from = performance.now();
      this.change({ line: position.line, character: position.character + i }, text);
      answers.push(this.pull());
    }
    await answers.at(-1);
    const settled = performance.now() - from;
    await Promise.all(answers);
    return settled;
  }
  /** Resident memory in MB. */
  rss() {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) / 1024;
    } catch {
      return NaN;
    }
  }
  /** Ends the session as an editor does, and waits until the process is gone. */
  async end() {
    await this.connection.sendRequest('shutdown');
    void this.connection.sendNotification('exit');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
  stop() {
    this.connection.dispose();
    this.child.kill();
  }
}

/** A place in running prose near the middle of a text. */
export function middle(text) {
  let at = text.length >> 1;
  const han = (i) => /[\u4e00-\u9fff]/.test(text[i] ?? '');
  while (at < text.length - 2 && !(han(at - 1) && han(at) && han(at + 1))) at++;
  const before = text.slice(0, at);
  const line = before.split('\n').length - 1;
  return { line, character: at - (before.lastIndexOf('\n') + 1) };
}

export function quantiles(values) {
  const s = [...values].sort((a, b) => a - b);
  const q = (p) => s[Math.min(s.length - 1, Math.floor(p * s.length))];
  return { p50: q(0.5), p95: q(0.95), p99: q(0.99) };
}

/** Milliseconds as they stand in a table. */
export const ms = (x) => (x < 10 ? x.toFixed(2) : x.toFixed(1));
