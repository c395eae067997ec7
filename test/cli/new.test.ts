/** `gongwen new`: what it writes, where, and what it says of wrong usage. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint } from '../../server/cli/lint';
import { newReport } from '../../server/cli/new';
import { reportSkeleton } from '../../server/core/skeleton';
import { profiles } from '../../server/profiles';

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await newReport(args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, {});
  return { code, out, err };
}

describe('gongwen new', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), '稿件 (1) '));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('prints the skeleton of each kind, and nothing else', async () => {
    for (const profile of profiles.filter(({ skeleton }) => skeleton)) {
      const { code, out, err } = await run('--profile', profile.id, '--issuer', '临川市司法局', '--year', '2025');
      assert.deepEqual([code, err], [0, '']);
      assert.equal(out, reportSkeleton(profile, { issuer: '临川市司法局', year: 2025 }));
    }
    assert.match((await run('--profile', 'fazhi-annual-report')).out, /^××单位关于××××年度法治政府建设情况的报告\n/);
  });

  it('writes a file, and never over one that is there', async () => {
    const file = path.join(dir, '2025', '稿.txt');
    const { code, out, err } = await run('--profile', 'duty-report', '--year', '2025', '--out', file);
    assert.deepEqual([code, out], [0, '']);
    assert.ok(err.includes(file));
    assert.match(readFileSync(file, 'utf8'), /^2025年度述职述廉述法报告\n/);
    writeFileSync(file, '已写好');
    assert.equal((await run('--profile', 'duty-report', '--out', file)).code, 2);
    assert.equal(readFileSync(file, 'utf8'), '已写好');
  });

  it('knows the kinds of the office whose folder the report is for', async () => {
    mkdirSync(path.join(dir, '.gongwen', 'profiles'), { recursive: true });
    writeFileSync(
      path.join(dir, '.gongwen', 'profiles', 'own.json'),
      JSON.stringify({
        id: 'own-report',
        extends: 'fazhi-annual-report',
        title: { 'zh-cn': '本局年度报告', en: 'Our report' },
        skeleton: { title: '{issuer}{year}依法行政报告' },
      }),
    );
    writeFileSync(path.join(dir, '.gongwen', 'profiles', 'wrong.json'), '{ "id": 5 }');
    const file = path.join(dir, '稿.txt');
    const { code, err } = await run('--profile', 'own-report', '--issuer', '临川市司法局', '--year', '2025', '--out', file);
    assert.equal(code, 0, err);
    assert.match(readFileSync(file, 'utf8'), /^临川市司法局2025年依法行政报告\n/);
    assert.match(err, /wrong\.json:1:9 /, 'says what is wrong beside it');
    // The other commands know it, too.
    const said: string[] = [];
    const streams = { out: (t: string) => void said.push(t), err: () => undefined };
    assert.equal(await lint(['--profile', 'own-report', '--format', 'json', file], streams, {}), 0);
    assert.equal((JSON.parse(said.join('')) as { files: { profile: string }[] }).files[0].profile, 'own-report');
    assert.equal((await run('--profile', 'own-report')).code, 2);
  });

  it('says what is wrong, and writes nothing', async () => {
    const file = path.join(dir, '稿.txt');
    for (const [args, said] of [
      [[], /fazhi-annual-report/],
      [['--profile', 'fazhi-anual-report'], /是否指“fazhi-annual-report”/],
      [['--profile', 'official-document'], /official-document/],
      [['--profile', 'duty-report', '--year', '25'], /25/],
      [['--profile', 'duty-report', '--issuer', '甲\n乙'], /一行/],
      [['--nosuch'], /--help/],
      [['--profile', 'duty-report', '--locale', 'fr'], /fr/],
      [['稿'], /--help/],
    ] as const) {
      const { code, out, err } = await run(...args, '--out', file);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, said);
      assert.ok(!existsSync(file));
    }
  });

  it('explains itself in both languages', async () => {
    assert.match(
      (await run('--help', '--locale', 'en')).out,
      /Usage: gongwen new[^]*government-work-report +Report on the work of the government/,
    );
    assert.match((await run('--help', '--locale', 'zh-cn')).out, /用法：gongwen new[^]*government-work-report +政府工作报告/);
  });
});
