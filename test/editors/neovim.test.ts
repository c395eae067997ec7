/**
 * A second editor: Neovim, without our client and without anything of its own but `vim.lsp`. It cannot pull (0.7), so this
 * proves the way of a server that tells by itself.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TEXT = `关于云河区执法监督工作情况的报告

云河区人民政府：
根据《关于加强执法监督的通知》（云政办发[2025]12号），现将有关情况报告如下。
一、基本情况
查处案件120件，其中食品类70件、药品类60件。
`;

interface Answer {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly message: string;
  readonly hover: string;
  readonly actions: readonly string[];
  readonly mended: readonly string[];
  readonly error?: string;
}

const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });

describe('in Neovim', function () {
  this.timeout(60_000);
  let folder: string;

  before(function () {
    if (version.status !== 0) {
      console.log('Neovim cannot be had here: skipped');
      this.skip();
    }
    folder = mkdtempSync(path.join(tmpdir(), '公文 (nvim) '));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('tells, explains, mends and excepts', () => {
    const file = path.join(folder, '报告.txt');
    writeFileSync(file, TEXT);
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', 'luafile test/editors/neovim.lua'], {
      encoding: 'utf8',
      timeout: 45_000,
      env: {
        ...process.env,
        GONGWEN_NODE: process.execPath,
        GONGWEN_SERVER: path.resolve('dist/server.js'),
        GONGWEN_FILE: file,
        LANG: 'C.UTF-8',
      },
    });
    // Neovim prints to stderr when it has no window.
    const line = `${run.stdout}${run.stderr}`.split(/\r?\n/).find((l) => l.startsWith('{'));
    assert.ok(line, `${version.stdout.split('\n')[0]}: ${run.stdout}${run.stderr}`);
    const answer = JSON.parse(line) as Answer;
    assert.equal(answer.error, undefined);
    assert.deepEqual([...answer.before].sort(), ['document-number/malformed', 'figure/sum']);
    assert.match(answer.message, /云政办发/);
    assert.match(answer.hover, /为什么/);
    assert.ok(answer.actions.length >= 3, answer.actions.join());
    assert.ok(answer.mended.some((l) => l.includes('云政办发〔2025〕12号')));
    assert.deepEqual(answer.after, []);
    assert.match(readFileSync(path.join(folder, '.gongwen', 'exceptions.json'), 'utf8'), /经核无误/);
  });
});
