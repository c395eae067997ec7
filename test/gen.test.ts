/** The rule pages say what the rules say now, and a new rule from the template stands on its feet. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function node(cwd: string, ...args: string[]): { status: number | null; said: string } {
  const r = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status: r.status, said: r.stdout + r.stderr };
}

describe('npm run gen', () => {
  it('has written the rule pages anew', () => {
    const { status, said } = node('.', 'scripts/gen.mjs', '--check');
    assert.equal(status, 0, said);
  });
});

describe('npm run new-rule', () => {
  // A copy inside the repository, so that packages are found.
  const copy = path.resolve(`.cache/new-rule-${process.pid}`);
  before(() => {
    mkdirSync(copy, { recursive: true });
    for (const part of ['server', 'scripts']) cpSync(part, path.join(copy, part), { recursive: true });
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('declines what is no id, and a rule that is there', () => {
    assert.equal(node(copy, 'scripts/new-rule.mjs').status, 1);
    assert.equal(node(copy, 'scripts/new-rule.mjs', 'Heading/Sequence').status, 1);
    assert.equal(node(copy, 'scripts/new-rule.mjs', 'document-number/malformed').status, 1);
  });

  it('writes a rule that compiles, is named in the index and has its page', () => {
    const index = path.join(copy, 'server/rules/index.ts');
    const before = readFileSync(index, 'utf8').split('\n');
    const made = node(copy, 'scripts/new-rule.mjs', 'heading/half-done');
    assert.equal(made.status, 0, made.said);
    const added = readFileSync(index, 'utf8')
      .split('\n')
      .filter((line) => !before.includes(line));
    assert.deepEqual(added, ["import headingHalfDone from './heading/half-done';", '  headingHalfDone,']);

    const tsconfig = {
      extends: '../../tsconfig.base.json',
      compilerOptions: { lib: ['ES2022'], types: [], noEmit: true, composite: false, emitDeclarationOnly: false },
      files: ['server/rules/heading/half-done.ts'],
    };
    writeFileSync(path.join(copy, 'tsconfig.json'), JSON.stringify(tsconfig));
    const types = node(copy, path.resolve('node_modules/typescript/bin/tsc'), '-p', '.');
    assert.equal(types.status, 0, types.said);

    const pages = node(copy, 'scripts/gen.mjs');
    assert.equal(pages.status, 0, pages.said);
    assert.match(
      readFileSync(path.join(copy, 'docs/rules/zh-cn/heading/half-done.md'), 'utf8'),
      /^# 规则名称\n\n`heading\/half-done` · 级别：提示 · 把握：提示\n/,
    );
  }).timeout(60_000);
});
