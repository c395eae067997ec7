/**
 * Starts the language server as the desktop's extension does: `server-launcher.js --code-cache FOLDER …`.
 *
 * V8 compiles a program anew at each start, and each function when it is first called: nearly a third of the time
 * until the first findings. What it has compiled can be kept (`vm.Script`, `cachedData`), and the next start begins with
 * it. The folder is the extension's own; nothing of a report is in the file, and a start without it, or with a broken one,
 * only takes longer.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { CodeCache } from './code-cache';

const FLAG = '--code-cache';

const program = path.join(__dirname, 'server.js');
const at = process.argv.indexOf(FLAG);
const folder = at < 0 ? undefined : process.argv[at + 1];
// The server reads what is left.
if (at >= 0) process.argv.splice(at, 2);
process.argv[1] = program;

if (folder === undefined) createRequire(program)(program);
else runWith(folder);

function runWith(folder: string): void {
  const bytes = readFileSync(program);
  const cache = new CodeCache(folder, bytes);
  // As Node wraps a module; the line of the program that begins with `#!` has to stay out.
  const source = `(function (exports, require, module, __filename, __dirname) { ${bytes.toString('utf8').replace(/^#!/, '//')}\n})`;
  const kept = cache.read();
  const script = new Script(source, { filename: program, cachedData: kept });
  const taken = kept !== undefined && script.cachedDataRejected !== true ? kept.length : 0;
  // What was compiled in this session is kept at its end: the functions that reports need are among it.
  process.on('exit', () => cache.write(script.createCachedData(), taken));
  const module = { exports: {} };
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(program), module, program, path.dirname(program));
}
