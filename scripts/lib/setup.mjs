// What a fresh clone lacks, brought in. Needs nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The sample draft: with mistakes of every sort, shipped with the extension. */
export const SAMPLE = path.join(root, 'examples/年度报告-有误.txt');

const OLDEST = [20, 19];

/** Ends with a clear message when Node is too old to build and test. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Node.js ${OLDEST.join('.')} or later is needed to build and test; this is ${process.versions.node}.`);
  console.error(`构建和测试需要 Node.js ${OLDEST.join('.')} 或更高版本，当前版本为 ${process.versions.node}。`);
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or belongs to another package-lock.json. @returns {boolean} whether the packages are there */
export function ensureInstalled() {
  const stamp = path.join(root, 'node_modules/.lock-stamp');
  const want = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return true;
  console.log('Installing packages (npm ci) …');
  if (run('npm', ['ci', '--loglevel=error']).status !== 0) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, want);
  return true;
}

/** On Debian as root: installs the packages that are missing. Elsewhere: nothing. @param {string[]} names */
export function ensureDebianPackages(names) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const missing = names.filter((n) => {
    const r = spawnSync('dpkg-query', ['-W', '-f=${Status}', n], { encoding: 'utf8' });
    return !r.stdout.includes('install ok installed');
  });
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], quiet);
  const r = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  if (r.status !== 0) console.error(`apt-get could not install ${missing.join(', ')}`);
}

/** A command in the repository's root, its output shown. npm is a script on Windows and needs a shell there. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32', ...options });
}

/** One of our own scripts with this Node. */
export function script(file, args = [], options = {}) {
  return spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

/** Whether a window can be shown: a display, and not root (VS Code refuses root). */
export function canShowWindows() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.getuid() !== 0;
}
