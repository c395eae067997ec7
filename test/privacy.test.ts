/** Nothing leaves the machine: what docs/privacy.md says, held. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { FAULTY } from './cli/support';

/** Modules of Node that open connections. */
const NETWORK = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'inspector', 'undici'];
/** What a browser has for it. */
const WEB = /\b(?:fetch|importScripts)\s*\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection)\b|\bsendBeacon\b/g;
/** The protocol's library can talk over a socket or a named pipe, if it is told to; the bundles hold that part of it. Ours is told to use standard input and output, or Node's own channel. */
const LIBRARY = /^node_modules\/vscode-(?:jsonrpc|languageclient|languageserver)\//;

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
    const guard = path.join(home, 'guard.cjs');
    writeFileSync(
      guard,
      `const refuse = (what) => () => { require('fs').writeSync(2, 'CONNECTION ' + what); process.exit(99); };
       require('net').Socket.prototype.connect = refuse('net');
       require('dgram').createSocket = refuse('dgram');
       for (const name of ['lookup', 'resolve']) require('dns')[name] = refuse('dns');
       globalThis.fetch = refuse('fetch');`,
    );
    for (const args of [
      ['lint', '--format', 'html', '-'],
      ['lint', '--format', 'sarif', '--stats', '-'],
      ['explain', 'figure/sum'],
      ['config', 'x.txt'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, ['--require', guard, cli, ...args], {
        input: FAULTY,
        encoding: 'utf8',
        cwd: home,
      });
      assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${status} ${stderr}`);
    }
    // The guard does stop a connection.
    assert.equal(spawnSync(process.execPath, ['--require', guard, '-e', 'require("net").connect(9)']).status, 99);
  });
});
