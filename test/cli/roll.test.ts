/** `gongwen roll` and `gongwen lint --final`: from last year's report to one that may leave the house. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint } from '../../server/cli/lint';
import { roll } from '../../server/cli/roll';
import { REPORT } from '../support/texts';

describe('gongwen roll', () => {
  let dir: string;
  let old: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), '稿件 (1) '));
    old = path.join(dir, '2025.txt');
    writeFileSync(old, REPORT);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  async function run(command: typeof roll | typeof lint, ...args: string[]) {
    let out = '';
    let err = '';
    const code = await command(args, { out: (t: string) => (out += `${t}\n`), err: (t: string) => (err += `${t}\n`) }, {});
    return { code, out, err };
  }

  it('writes the next year’s draft, and never over a file', async () => {
    const { code, out, err } = await run(roll, old);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^临川市司法局关于2026年度/);
    const file = path.join(dir, '新', '2026.txt');
    assert.equal((await run(roll, old, '--year', '2026', '--out', file)).code, 0);
    assert.equal(readFileSync(file, 'utf8').trimEnd(), out.trimEnd());
    assert.equal((await run(roll, old, '--out', file)).code, 2);
  });

  it('says what is wrong', async () => {
    const fault = async (pattern: RegExp, ...args: string[]) => {
      const { code, out, err } = await run(roll, ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, pattern);
    };
    await fault(/请给出上年的报告/);
    await fault(/不是年份/, old, '--year', '26');
    await fault(/晚于上年报告的 2025 年/, old, '--year', '2025');
    await fault(/读不出来/, path.join(dir, '无.txt'));
    writeFileSync(path.join(dir, '便笺.txt'), '明天开会。');
    await fault(/未识别为年度报告/, path.join(dir, '便笺.txt'));
    assert.ok(!existsSync(path.join(dir, '2026.txt')));
  });

  it('leaves marks that the final check will not let pass', async () => {
    const file = path.join(dir, '2026.txt');
    await run(roll, old, '--out', file);
    const plain = await run(lint, file, '--today', '2027-01-20');
    assert.match(plain.out, /信息 待更新：2025年为/);
    const final = await run(lint, file, '--final', '--today', '2027-01-20');
    assert.equal(final.code, 1);
    assert.match(final.out, /警告 待更新：2025年为/);
    assert.match(final.err, /送审检查：还有 \d+ 处须在送审前处理。/);
    const ready = await run(lint, old, '--final', '--today', '2026-01-20');
    if (ready.code === 0) assert.match(ready.err, /没有须在送审前处理的问题/);
    else assert.match(ready.err, /还有 \d+ 处/);
  });
});
