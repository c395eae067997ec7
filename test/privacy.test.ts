/** Nothing leaves the machine, and no text becomes code: what docs/privacy.md says, held. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { FAULTY } from './cli/support';

/** Modules of Node that open connections. */
const NETWORK = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'inspector', 'undici'];
/** What a browser has for it. */
const WEB = /\b(?:fetch|importScripts)\s*\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection)\b|\bsendBeacon\b/g;
/** The protocol's library can talk over a socket or a named pipe, if it is told to; the bundles hold that part of it. Ours is told to use standard input and output, or Node's own channel. */
const LIBRARY = /^node_modules\/vscode-(?:jsonrpc|languageclient|languageserver)\//;

/** Text that becomes code. */
const DYNAMIC = /\beval\s*\(|\bnew\s+Function\b|(?<![.\w])Function\s*\(\s*["'`]|\bsetTimeout\s*\(\s*["'`]|\bnew\s+vm\.|\bWebAssembly\b/;
/** Libraries of the server for assistants, which is no part of the extension, can make validators of schemas. Ours never asks for one: below it runs where none can be made. */
const MAKES_CODE = /^node_modules\/(?:ajv|zod)\//;
/** Whoever shows a page of its own, trusts Markdown, or measures people, does it through one of these. */
const SHOWS_OR_MEASURES =
  /createWebviewPanel|registerWebview|registerCustomEditorProvider|isTrusted\s*=|supportHtml|createTelemetryLogger|TelemetryReporter|\.telemetry\.logEvent|applicationinsights/;

const home = path.resolve('.cache/test-privacy', String(process.pid));

describe('privacy', function () {
  this.timeout(60_000);
  const built = new Map<string, BuildResult<{ metafile: true; write: false }>>();
  before(async () => {
    const { bundles } = (await import(pathToFileURL(path.resolve('esbuild.mjs')).href)) as { bundles: BuildOptions[] };
    for (const bundle of bundles) built.set(bundle.outfile!, await build({ ...bundle, sourcemap: false, metafile: true, write: false }));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('no bundle imports a module that opens connections, but for the sockets of the protocol’s library', () => {
    assert.ok(built.size >= 6);
    for (const [name, { metafile }] of built) {
      const importers = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
        imports.filter((i) => NETWORK.includes(i.path.replace(/^node:/, ''))).map((i) => `${file} → ${i.path}`),
      );
      assert.deepEqual(
        importers.filter((line) => !(LIBRARY.test(line) && line.endsWith(' → net'))),
        [],
        name,
      );
      if (name === 'dist/cli.js' || name === 'dist/mcp.js' || name.includes('browser')) assert.deepEqual(importers, [], name);
    }
  });

  it('no bundle calls what a browser has for it', () => {
    for (const [name, { outputFiles }] of built) assert.deepEqual([...new Set(outputFiles[0].text.match(WEB))], [], name);
  });

  it('our own sources name neither', () => {
    for (const [name, { metafile }] of built) {
      const own = Object.keys(metafile.inputs).filter((file) => !file.startsWith('node_modules/'));
      assert.ok(own.length > 0, name);
      for (const file of own)
        for (const { path: to } of metafile.inputs[file].imports) assert.ok(!NETWORK.includes(to.replace(/^node:/, '')), `${file} → ${to}`);
    }
  });

  it('the command line works where every connection is refused', () => {
    const { outputFiles } = built.get('dist/cli.js')!;
    const cli = path.join(home, 'cli.js');
    mkdirSync(home, { recursive: true });
    writeFileSync(cli, outputFiles[0].text);
    const guard = guardFile();
    for (const args of [
      ['lint', '--format', 'html', '-'],
      ['lint', '--format', 'sarif', '--stats', '-'],
      ['explain', 'figure/sum'],
      ['config', 'x.txt'],
    ]) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--require', guard, '--disallow-code-generation-from-strings', cli, ...args],
        {
          input: FAULTY,
          encoding: 'utf8',
          cwd: home,
        },
      );
      assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${status} ${stderr}`);
    }
    // The guard does stop a connection.
    assert.equal(spawnSync(process.execPath, ['--require', guard, '-e', 'require("net").connect(9)']).status, 99);
  });

  it('no bundle makes code of text, but for two libraries of the server for assistants, which are not asked to', () => {
    for (const [name, { metafile, outputFiles }] of built) {
      const makers = Object.keys(metafile.inputs).filter(
        (file) => /\.[cm]?[jt]s$/.test(file) && DYNAMIC.test(code(readFileSync(file, 'utf8'))),
      );
      assert.deepEqual(
        makers.filter((file) => !(name === 'dist/mcp.js' && MAKES_CODE.test(file))),
        [],
        name,
      );
      if (name !== 'dist/mcp.js') assert.doesNotMatch(code(outputFiles[0].text), DYNAMIC, name);
    }
  });

  it('our own sources show no web page, trust no Markdown and measure nobody', () => {
    for (const [name, { metafile }] of built)
      for (const file of Object.keys(metafile.inputs))
        if (!file.startsWith('node_modules/')) assert.doesNotMatch(code(readFileSync(file, 'utf8')), SHOWS_OR_MEASURES, `${name}: ${file}`);
  });

  it('the language server works where every connection is refused and no text can become code', async () => {
    mkdirSync(home, { recursive: true });
    const server = path.join(home, 'server.js');
    writeFileSync(server, built.get('dist/server.js')!.outputFiles[0].text);
    const child = spawn(process.execPath, ['--require', guardFile(), '--disallow-code-generation-from-strings', server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += String(part)));
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    const uri = 'file:///tmp/a.gongwen';
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'gongwen', version: 1, text: FAULTY } });
    const { items } = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(items.some((d) => d.code === 'figure/sum'));
    await connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendNotification('exit');
    assert.equal(await ended, 0, said);
    assert.equal(said, '');
    connection.dispose();
  });

  it('the server for assistants works there too', () => {
    for (const name of ['cli', 'mcp']) writeFileSync(path.join(home, `${name}.js`), built.get(`dist/${name}.js`)!.outputFiles[0].text);
    const lines = [
      { id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } } },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/list' },
      { id: 3, method: 'tools/call', params: { name: 'check_report', arguments: { text: FAULTY } } },
    ];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', guardFile(), '--disallow-code-generation-from-strings', path.join(home, 'mcp.js')],
      { input: lines.map((line) => `${JSON.stringify({ jsonrpc: '2.0', ...line })}\n`).join(''), encoding: 'utf8' },
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; result?: object });
    assert.deepEqual(
      answers.map((a) => a.id),
      [1, 2, 3],
      stderr,
    );
    assert.match(JSON.stringify(answers[2].result), /figure\/sum/);
    // Where text can become code, the flag is what stops it.
    assert.notEqual(spawnSync(process.execPath, ['--disallow-code-generation-from-strings', '-e', 'new Function("")']).status, 0);
  });
});

/** A script without its comments, as far as a line shows them. */
function code(text: string): string {
  return text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
}

/** A script that ends the process at the first connection. */
function guardFile(): string {
  mkdirSync(home, { recursive: true });
  const guard = path.join(home, 'guard.cjs');
  writeFileSync(
    guard,
    `const refuse = (what) => () => { require('fs').writeSync(2, 'CONNECTION ' + what); process.exit(99); };
     require('net').Socket.prototype.connect = refuse('net');
     require('net').Server.prototype.listen = refuse('listen');
     require('dgram').createSocket = refuse('dgram');
     for (const name of ['lookup', 'resolve']) require('dns')[name] = refuse('dns');
     globalThis.fetch = refuse('fetch');`,
  );
  return guard;
}
