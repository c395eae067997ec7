// node scripts/audit.mjs : asks the registry for known weaknesses (`npm audit`). Ends with `N passed, N failed, N skipped`.
// One in a package whose code is in the bundles fails; one in a tool is printed. Where the registry does not answer such
// questions, or there is no network, it is skipped, and the reason said.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/setup.mjs';

const notices = readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
const bundled = new Set([...notices.matchAll(/^={78}\n(\S+) /gm)].map((m) => m[1]));

const counts = { passed: 0, failed: 0, skipped: 0 };
const { stdout, error } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const answer = parse(stdout);
if (typeof answer?.vulnerabilities !== 'object') {
  counts.skipped++;
  const why =
    error?.message ?? answer?.message ?? answer?.error?.summary ?? (answer?.statusCode ? `the registry answers ${answer.statusCode}` : '');
  console.log(`npm audit cannot be asked here: ${why || 'no answer'}`);
} else {
  const found = Object.values(answer.vulnerabilities);
  const ours = found.filter(({ name }) => bundled.has(name));
  for (const { name, severity, range } of found) console.log(`${bundled.has(name) ? 'bundled' : 'tool'}: ${name} ${range}: ${severity}`);
  counts[ours.length > 0 ? 'failed' : 'passed']++;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
