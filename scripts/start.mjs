// npm start: installs, builds, checks the sample draft in the terminal, and opens it in VS Code with the extension.
// npm start -- --check: takes the same path, proves that diagnostics appear, says which VS Code it was, and exits.
//
// Which VS Code: `code` on the path; else the one that @vscode/test-electron can download (one try, 20 seconds, only
// with a display and not as root); else, on Linux, VS Code in the browser from npm packages.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkNode, canShowWindows, ensureDebianPackages, ensureInstalled, root, SAMPLE, script } from './lib/setup.mjs';

const check = process.argv.includes('--check');
checkNode();
if (!ensureInstalled()) fail('the packages could not be installed: see npm’s message above');
if (script('esbuild.mjs').status !== 0) fail('the build failed');
console.log(`\ngongwen lint ${path.relative(root, SAMPLE)}\n`);
const lint = script('dist/cli.js', ['lint', path.relative(root, SAMPLE)]).status;
if (lint !== 1) fail(`the sample draft has mistakes and the command line should have said so; it exited with ${lint}`);

const { desktopVSCode } = await import('./lib/desktop.mjs');
const code = codeOnPath();
const found = code ? { executable: code } : desktopVSCode();
if (found.executable) {
  console.log(`\nVS Code: ${code ? '`code` on the path' : 'downloaded by @vscode/test-electron'}`);
  await (check ? checkDesktop(found.executable) : openDesktop(found.executable));
} else {
  console.log(`\nNo desktop VS Code: no usable \`code\` on the path, and ${found.why}.`);
  if (process.platform !== 'linux') fail('Install VS Code, or open this folder in it and press F5.');
  await openInBrowser();
}

/** `code` on the path, where it can show a window (in WSL it opens one on Windows). */
function codeOnPath() {
  if (!canShowWindows() && !process.env.WSL_DISTRO_NAME) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  for (const dir of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) if (existsSync(path.join(dir, name))) return path.join(dir, name);
  return undefined;
}

function launch(executable, args, options = {}) {
  const shell = executable.endsWith('.cmd');
  const quote = (s) => (shell ? `"${s}"` : s);
  return spawn(quote(executable), [`--extensionDevelopmentPath=${root}`, '--new-window', ...args].map(quote), { shell, ...options });
}

async function openDesktop(executable) {
  const child = launch(executable, [path.dirname(SAMPLE), SAMPLE], { stdio: 'ignore', detached: true });
  child.on('error', (e) => fail(String(e)));
  child.on('spawn', () => child.unref());
  console.log('The sample is opening with the extension. Close the window when you are done.');
}

/** The same window with homes of its own and a test module that waits for diagnostics. */
async function checkDesktop(executable) {
  const { build, suites } = await import('../esbuild.mjs');
  if (!(await build(suites))) fail('the build of the check failed');
  const dir = mkdtempSync(path.join(tmpdir(), 'gongwen-start-'));
  const result = path.join(dir, 'result.json');
  const own = [
    `--user-data-dir=${path.join(dir, 'data')}`,
    `--extensions-dir=${path.join(dir, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
  ];
  const child = launch(executable, ['--wait', ...own, `--extensionTestsPath=${path.join(root, '.cache/test-vscode/check.js')}`], {
    stdio: 'ignore',
    env: { ...process.env, CHECK_FILE: SAMPLE, SUITE_RESULT: result },
  });
  child.on('error', () => undefined);
  const gone = new Promise((resolve) => child.on('close', resolve));
  for (const end = Date.now() + 90_000; !existsSync(result) && Date.now() < end;) await new Promise((r) => setTimeout(r, 100));
  // It ends by itself when the test module has; if not, it is ended.
  const late = setTimeout(() => child.kill(), 10_000);
  await gone;
  clearTimeout(late);
  const seen = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
  rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
  if (!seen) fail('no diagnostics within 90 seconds');
  console.log(`${seen.app} ${seen.version}: the sample opened with ${seen.diagnostics} diagnostics.`);
  process.exit(0);
}

/** VS Code's server from npm packages, with the packed extension installed as a user would. */
async function openInBrowser() {
  const { getVSCode, installed } = await import('../test/vscode/get-vscode.mjs');
  const { VSCodeHost } = await import('../test/vscode/vscode-host.mjs');
  const { pack } = await import('./package.mjs');
  let host;
  const stop = async (exitCode) => {
    await host?.stop();
    process.exit(exitCode);
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  try {
    getVSCode();
    host = new VSCodeHost();
    host.installExtension(await pack());
    await host.start();
    const place = path.dirname(SAMPLE);
    const payload = [['openFile', host.remoteUri(SAMPLE)]];
    if (!check) {
      console.log(`\nVS Code ${installed.version()} in the browser: ${host.address(place, payload)}\nCtrl+C ends it.`);
      return;
    }
    ensureDebianPackages(['chromium', 'fonts-noto-cjk']);
    const page = await host.open({ place, payload });
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ timeout: 90_000 });
    console.log(`VS Code ${installed.version()} in the browser (from npm packages): the sample opened and its diagnostics appeared.`);
    await stop(0);
  } catch (e) {
    console.error(e, host?.log().slice(-3000), host?.console.slice(-20).join('\n'));
    await stop(1);
  }
}

function fail(why) {
  console.error(`\n${why}`);
  process.exit(1);
}
