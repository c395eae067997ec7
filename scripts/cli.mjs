#!/usr/bin/env node
// node scripts/cli.mjs lint … : the command line from a checkout, built first where nobody has. For CI recipes (action.yml, .pre-commit-hooks.yaml).
// Runs in the caller's folder; what installing and building say goes to the standard error.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkNode, root } from './lib/setup.mjs';

const cli = path.join(root, 'dist/cli.js');
if (!existsSync(cli)) {
  checkNode();
  const quiet = { cwd: root, stdio: ['ignore', 2, 2] };
  const installed =
    existsSync(path.join(root, 'node_modules/esbuild')) ||
    spawnSync('npm', ['ci', '--loglevel=error'], { ...quiet, shell: process.platform === 'win32' }).status === 0;
  if (!installed || spawnSync(process.execPath, [path.join(root, 'esbuild.mjs'), '--production'], quiet).status !== 0) process.exit(2);
}
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 2);
