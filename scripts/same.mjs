// node scripts/same.mjs FILE-OR-FOLDER…
// Lints the files with the command line and with the language server, and says where the two differ: there should be no such place.
// Rules with more findings in a file than an editor is shown are left out of that file, and counted.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { build, bundles, root } from '../esbuild.mjs';

/** As many as an editor is shown (server/lsp/convert.ts). */
const MOST_OF_A_RULE = 100;
const MOST_OF_A_DOCUMENT = 1000;
const LANGUAGES = { '.md': 'markdown', '.markdown': 'markdown', '.gongwen': 'gongwen' };

const args = process.argv.slice(2);
if (args.length === 0) {
  console.error('usage: npm run same -- FILE-OR-FOLDER…');
  process.exit(2);
}
if (!(await build(bundles.filter((b) => ['dist/cli.js', 'dist/server.js'].includes(b.outfile))))) process.exit(1);
const cli = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'lint', '--format', 'json', '--locale', 'zh-cn', ...args], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const { files } = JSON.parse(cli.stdout);

const server = spawn(process.execPath, [path.join(root, 'dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
client.onRequest('client/registerCapability', () => null);
client.listen();
const capabilities = { textDocument: { diagnostic: {} } };
await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions: { locale: 'zh-cn' } });
await client.sendNotification('initialized', {});

let [findings, capped, different] = [0, 0, 0];
for (const { path: name, encoding, findings: said } of files) {
  const uri = pathToFileURL(path.resolve(name)).href;
  const text = new TextDecoder(encoding.replace('?', '')).decode(readFileSync(name));
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: LANGUAGES[path.extname(name).toLowerCase()] ?? 'plaintext', version: 1, text },
  });
  const { items } = await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const counts = new Map();
  for (const { rule } of said) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const shown = (rule) => said.length <= MOST_OF_A_DOCUMENT && (counts.get(rule) ?? 0) <= MOST_OF_A_RULE && rule !== undefined;
  const line = (rule, message, { start, end }) =>
    `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${rule} ${message}`;
  const one = said.filter(({ rule }) => shown(rule)).map(({ rule, message, range }) => line(rule, message, range));
  const two = items.filter(({ code }) => shown(code)).map(({ code, message, range }) => line(code, message, range));
  findings += one.length;
  capped += said.length - one.length;
  for (const [who, mine, other] of [
    ['command line only', one, two],
    ['editor only', two, one],
  ])
    for (const entry of mine.filter((e) => !other.includes(e))) {
      different++;
      console.log(`${name}: ${who}: ${entry}`);
    }
}
await client.sendRequest('shutdown');
await client.sendNotification('exit');
console.log(
  `${files.length} files, ${findings} findings the same${capped > 0 ? `, ${capped} more than an editor shows` : ''}, ${different} differences`,
);
process.exit(different > 0 ? 1 : 0);
