/** Unified diffs: both sides can be read out of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/cli/diff';

const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', ''), { maxLength: 30 }).map((list) => list.join('\n'));

/** Applies a unified diff as `patch` does, strictly. */
function apply(before: string, diff: string): string {
  const source = before === '' ? [] : before.split(/(?<=\n)/);
  const out: string[] = [];
  let at = 0;
  const rows = diff.split('\n').slice(2);
  for (let i = 0; i < rows.length;) {
    const m = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/.exec(rows[i++])!;
    assert.ok(m, rows[i - 1]);
    const from = Number(m[1]) - (m[2] === '0' ? 0 : 1);
    while (at < from) out.push(source[at++]);
    assert.equal(out.length, Number(m[3]) - (m[4] === '0' ? 0 : 1));
    let [a, b] = [Number(m[2] ?? 1), Number(m[4] ?? 1)];
    while (a > 0 || b > 0) {
      const row = rows[i++];
      const bare = rows[i]?.startsWith('\\');
      const line = row.slice(1) + (bare ? '' : '\n');
      if (bare) i++;
      if (row[0] !== '+') {
        assert.equal(source[at++], line);
        a--;
      }
      if (row[0] !== '-') {
        out.push(line);
        b--;
      }
    }
  }
  return [...out, ...source.slice(at)].join('');
}

describe('unifiedDiff', () => {
  it('is what patch and git understand', () => {
    assert.equal(
      unifiedDiff('稿.txt', '一\n二\n三\n四\n五\n六\n七\n八\n九\n', '一\n二\n三\n四\n伍\n六\n七\n八\n九\n'),
      '--- a/稿.txt\n+++ b/稿.txt\n@@ -2,7 +2,7 @@\n 二\n 三\n 四\n-五\n+伍\n 六\n 七\n 八',
    );
    assert.equal(unifiedDiff('a', '一', '一\n'), '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-一\n\\ No newline at end of file\n+一');
    assert.equal(unifiedDiff('a', '一\r\n', '二\r\n'), '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-一\r\n+二\r');
    assert.equal(unifiedDiff('a', '一', '一'), '');
  });

  it('leads from any text to any other', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        fc.pre(a !== b);
        assert.equal(apply(a, unifiedDiff('a', a, b)), b);
      }),
      { numRuns: 500 },
    );
  });

  it('is short where little changed', () => {
    const long = Array.from({ length: 5000 }, (_, i) => `第${i}行`);
    const other = [...long.slice(0, 100), '新', ...long.slice(100, 4000), ...long.slice(4001)];
    assert.ok(unifiedDiff('a', long.join('\n'), other.join('\n')).split('\n').length < 25);
  });

  it('takes no time where every line changed', () => {
    const long = Array.from({ length: 50_000 }, (_, i) => `第${i}行,`);
    const other = long.map((line) => line.replace(',', '，'));
    assert.equal(unifiedDiff('a', long.join('\n'), other.join('\n')).split('\n').length, 3 + 100_000 + 2);
  });
});
