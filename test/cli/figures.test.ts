/** `gongwen figures`: formats, exit codes, and a spreadsheet that runs nothing. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { figures } from '../../server/cli/figures';
import { stampOf } from '../../server/exceptions';

async function run(args: string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await figures(args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, env);
  return { code, out, err };
}

describe('gongwen figures', () => {
  let dir: string;
  const put = (name: string, text: string) => {
    const file = path.join(dir, name);
    writeFileSync(file, text);
    return file;
  };
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), '台账 '));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('prints a table with a summary', async () => {
    const { code, out } = await run([put('a.txt', '　　办理案件20件，其中维持12件、撤销8件。\n')]);
    assert.equal(code, 0);
    assert.match(out, /^行 +指标 +值 +单位 +期间 +章节 +关系 +状态/);
    assert.match(out, /^1 +办理案件 +20 +件 +\S+ 12\+8=20 +相符$/m);
    assert.match(out, /3 个数字，相符 3，不符 0，未验算 0；读懂了全文数字的 100%/);
  });

  it('prints JSON with ranges', async () => {
    const { out } = await run([put('a.txt', '　　办理案件20件。\n'), '--format', 'json']);
    const { version, files } = JSON.parse(out) as { version: number; files: { coverage: unknown; figures: object[] }[] };
    assert.equal(version, 1);
    assert.deepEqual(files[0].coverage, { digits: 2, read: 2 });
    assert.deepEqual(files[0].figures, [
      {
        indicator: '办理案件',
        value: '20',
        unit: '件',
        period: '',
        section: '',
        range: { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } },
        relations: [],
        state: 'unchecked',
      },
    ]);
  });

  it('tells what a person has verified, where figures are marked, and lists what is left', async () => {
    const text = '　　办理案件20件，其中维持12件、撤销8件。\n';
    const file = put('a.txt', text);
    const stamp = {
      file: 'a.txt',
      figure: '12件',
      fingerprint: stampOf(text, { from: text.indexOf('12件'), to: text.indexOf('12件') + 3 }),
    };
    mkdirSync(path.join(dir, '.gongwen'));
    put('.gongwen/stamps.json', JSON.stringify({ stamps: [stamp] }));
    const table = (await run([file])).out.split('\n');
    assert.match(table[0], /状态 +已核$/);
    assert.deepEqual(
      table.slice(1, 4).map((line) => line.endsWith('✓')),
      [false, true, false],
    );
    assert.match(table[4], /未验算 0，已核 1；/);
    const json = async (...args: string[]) => {
      const { files } = JSON.parse((await run([file, '--format', 'json', ...args])).out) as {
        files: { figures: { value: string; verified: boolean }[] }[];
      };
      return files[0].figures.map(({ value, verified }) => [value, verified]);
    };
    assert.deepEqual(await json(), [
      ['20', false],
      ['12', true],
      ['8', false],
    ]);
    assert.deepEqual(await json('--unverified'), [
      ['20', false],
      ['8', false],
    ]);
    const csv = (await run([file, '--format', 'csv', '--locale', 'en'])).out.split('\r\n');
    assert.match(csv[0], /,State,verified$/);
    assert.match(csv[2], /,agrees,✓$/);
    // The sentence changes: the mark ends. Nobody marks elsewhere: nothing is said of it.
    put('a.txt', text.replace('撤销', '变更'));
    assert.equal((await json('--unverified')).length, 3);
    put('.gongwen/stamps.json', '{ "stamps": [7] }');
    assert.match((await run([file])).err, /stamps\.json:1:14 配置：/);
    rmSync(path.join(dir, '.gongwen'), { recursive: true });
    assert.doesNotMatch((await run([file])).out, /已核/);
  });

  it('prints CSV that no spreadsheet takes for a formula', async () => {
    const { out } = await run([put('a.txt', '一、=cmd|"x"!A1\n　　增长-3.5%，@办理案件20件，\n　　+办结18件。\n'), '--format', 'csv']);
    assert.ok(out.startsWith('\uFEFF文件,行,指标,'));
    for (const line of out.slice(1).split('\r\n')) for (const cell of line.split(',')) assert.doesNotMatch(cell, /^"?[=+\-@]/, line);
    assert.match(out, /'-3\.5%/);
  });

  it('2 for wrong usage and files that cannot be read, and says why, in both languages', async () => {
    for (const args of [
      [],
      ['--nosuch'],
      ['--format', 'xml', 'a'],
      ['--profile', 'nosuch', 'a'],
      ['--locale', 'fr', 'a'],
      [path.join(dir, 'nosuch.txt')],
    ]) {
      for (const LANG of ['zh_CN.UTF-8', 'en_GB.UTF-8']) {
        const { code, err } = await run(args, { LANG });
        assert.equal(code, 2, args.join(' '));
        assert.notEqual(err, '');
      }
    }
    assert.equal((await run(['--help'])).code, 0);
  });
});
