// node scripts/regexps.mjs : every regular expression of server/ and client/, asked of recheck (https://makenowjust-labs.github.io/recheck/).
// ESLint's rules hold each of them at every check; this second opinion takes minutes, and sees some that ESLint does not.
// The package is fetched into .cache/; where it cannot be had, that is said. Ends with `N passed, N failed, N skipped`;
// skipped are those that recheck does not come to an end with.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../esbuild.mjs';

const VERSION = '4.5.0';
const PATIENCE = 4_000;

const counts = { passed: 0, failed: 0, skipped: 0 };
const check = reader();
if (check)
  for (const [literal, place] of literals()) {
    const cut = literal.lastIndexOf('/');
    const { status, complexity, attack } = check(literal.slice(1, cut), literal.slice(cut + 1), { timeout: PATIENCE });
    if (status === 'safe') counts.passed++;
    else if (status === 'vulnerable') {
      counts.failed++;
      console.error(`${place}: ${complexity.summary}: ${literal}\n  ${attack.pattern}`);
    } else {
      counts.skipped++;
      console.log(`${place}: no answer within ${PATIENCE / 1000} s: ${literal.slice(0, 80)}`);
    }
  }
else counts.skipped++;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Each expression once, with the first place where it stands. */
function literals() {
  const found = new Map();
  for (const folder of ['server', 'client'])
    for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const file = path.join(root, folder, name);
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      const visit = (node) => {
        if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
          found.set(node.text, `${folder}/${name.replaceAll('\\', '/')}:${line + 1}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
  return found;
}

/** The checker, in its form without a program of its own. */
function reader() {
  const folder = path.join(root, '.cache/recheck');
  const file = path.join(folder, 'node_modules/recheck/lib/browser.js');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const { stderr } = spawnSync(
      'npm',
      ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', `recheck@${VERSION}`],
      { cwd: folder, encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' },
    );
    if (!existsSync(file)) {
      console.log(`recheck cannot be had: ${stderr.trim().split('\n').at(-1)}`);
      return undefined;
    }
  }
  return createRequire(import.meta.url)(file).checkSync;
}
