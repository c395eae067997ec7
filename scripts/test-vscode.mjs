// node scripts/test-vscode.mjs desktop|web|min : a suite inside a real VS Code. Ends with `N passed, N failed, N skipped`.
//
//   desktop  the whole suite through @vscode/test-electron: a desktop VS Code where it can be had, else its stand-in
//            (VS Code's server from npm packages and a headless Chromium)
//   web      the extension as a web extension, in the same VS Code
//   min      the same in the oldest VS Code supported
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, bundles, suites } from '../esbuild.mjs';
import { getVSCode, installed } from '../test/vscode/get-vscode.mjs';
import { desktopVSCode } from './lib/desktop.mjs';
import { ensureDebianPackages, root } from './lib/setup.mjs';

const kinds = { desktop, web, min };
const kind = process.argv[2];
if (!Object.hasOwn(kinds, kind)) throw new Error(`one of: ${Object.keys(kinds).join(', ')}`);

const fixture = path.join(root, 'test/vscode/fixture');
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  if (!(await build([...bundles, ...suites]))) throw new Error('the build failed');
  counts = await kinds[kind]();
  if (counts.passed + counts.skipped === 0) throw new Error('no test ran');
} catch (e) {
  console.error(e);
  counts = { ...counts, failed: Math.max(counts.failed, 1) };
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

async function desktop() {
  const { runTests } = await import('@vscode/test-electron');
  const found = desktopVSCode();
  let vscodeExecutablePath = found.executable;
  if (vscodeExecutablePath) {
    console.log('VS Code: desktop');
  } else {
    standIn(`no desktop VS Code here (${found.why}): `);
    vscodeExecutablePath = path.join(root, 'test/vscode/code.mjs');
  }
  const { copyToTemp } = await import('../test/vscode/vscode-host.mjs');
  const workspace = copyToTemp(fixture);
  const scratch = mkdtempSync(path.join(tmpdir(), 'suite-'));
  const result = path.join(scratch, 'result.json');
  let problem;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, '.cache/test-vscode/index.js'),
      launchArgs: [path.join(workspace, 'several.code-workspace')],
      extensionTestsEnv: { SUITE_RESULT: result, SUITE_GREP: process.argv[3] ?? '' },
    });
  } catch (e) {
    problem = e;
  }
  // The exit code alone is no proof: VS Code also says 0 when its extension host dies in mid-run.
  const counts = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
  rmSync(workspace, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
  if (!counts) throw problem ?? new Error('the extension host ended before the suite did');
  return counts;
}

async function web() {
  if (process.platform !== 'linux') {
    console.log('skipped: VS Code from npm packages runs on Linux only. The run in the oldest VS Code has the same tests.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  standIn('web extension, ');
  const { runWeb } = await import('../test/vscode/run-web.mjs');
  return onceMore(() => runWeb(webSuite()));
}

async function min() {
  ensureDebianPackages(['chromium']);
  const { runMinWeb } = await import('../test/vscode/run-min-web.mjs');
  return onceMore(() => runMinWeb(webSuite()));
}

/** A window that ends before the suite has told its result is opened once more, and that is said. A suite that fails is not run again. */
async function onceMore(run) {
  try {
    return await run();
  } catch (error) {
    console.error(`${error.message}: once more`);
    return run();
  }
}

function webSuite() {
  return { extension: root, tests: path.join(root, '.cache/test-web/index.js'), folder: path.join(fixture, 'reports') };
}

function standIn(prefix) {
  ensureDebianPackages(['chromium', 'fonts-noto-cjk']);
  getVSCode();
  console.log(`VS Code: ${prefix}VS Code ${installed.version()} from npm packages, in a headless Chromium`);
}
