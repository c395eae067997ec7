// npm test: everything, on a fresh clone too. The last line is `N passed, N failed, N skipped`.
//
// A step is a check (one test: it passes or fails) or a suite (its own last line has the counts; without one it failed).
// No step is left out: what cannot run here counts as failed, and says why. Only what a registry must be asked for (known
// weaknesses, another Node) is skipped without one, and says so.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureInstalled, root } from './lib/setup.mjs';

checkNode();
const started = Date.now();

const steps = [
  { title: 'Types, ESLint, formatting', file: 'scripts/lint.mjs' },
  { title: 'Fast tests', file: 'scripts/test-fast.mjs', suite: true },
  { title: 'In other editors', file: 'scripts/test-editors.mjs', suite: true },
  { title: 'On Node 24', file: 'scripts/test-node.mjs', suite: true },
  { title: 'npm audit', file: 'scripts/audit.mjs', suite: true },
  { title: 'Package (.vsix)', file: 'scripts/package.mjs' },
  { title: 'In VS Code', file: 'scripts/test-vscode.mjs', args: ['desktop'], suite: true },
  { title: 'In VS Code, as a web extension', file: 'scripts/test-vscode.mjs', args: ['web'], suite: true },
  { title: 'In the oldest VS Code supported', file: 'scripts/test-vscode.mjs', args: ['min'], suite: true },
  { title: 'npm start -- --check', file: 'scripts/start.mjs', args: ['--check'] },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
if (ensureInstalled()) {
  for (const step of steps) await take(step);
} else {
  total.failed++;
  summary.push('packages: npm ci failed');
}
console.log(`\n── ${seconds(started)}`);
for (const line of summary) console.log(line);
console.log(text(total));
process.exitCode = total.failed > 0 ? 1 : 0;

async function take({ title, file, args = [], suite = false }) {
  console.log(`\n── ${title}`);
  const from = Date.now();
  const { code, output } = await runStep(file, args);
  const said = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (suite && said) [counts.passed, counts.failed, counts.skipped] = said.slice(1).map(Number);
  else if (!suite && code === 0) counts.passed = 1;
  // A suite that ended badly has failed, whatever it counted.
  if (code !== 0 || (suite && !said)) counts.failed ||= 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  summary.push(`${title}: ${text(counts)} (${seconds(from)})`);
}

function runStep(file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const limit = setTimeout(() => {
      console.error('no end after six minutes: stopped');
      child.kill('SIGTERM');
    }, 360_000);
    child.stdout.on('data', (part) => {
      process.stdout.write(part);
      output = (output + part).slice(-2_000);
    });
    child.stderr.on('data', (part) => process.stderr.write(part));
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    });
  });
}

function text({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}
