/** Patterns for paths. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fits, fitsAny } from '../server/glob';

describe('glob', () => {
  for (const [pattern, yes, no] of [
    ['*.txt', ['甲.txt', '稿/甲.txt'], ['甲.md', '甲.txt.bak']],
    ['稿件/**', ['稿件/甲.txt', '稿件/a/b.txt'], ['旧稿件/甲.txt', '甲.txt']],
    ['**/归档', ['归档/甲.txt', 'a/归档/b/c.txt'], ['归档2/甲.txt']],
    ['20??/*.md', ['2024/a.md'], ['2024/x/a.md', '20245/a.md']],
    ['{初稿,送审稿}/*.txt', ['初稿/a.txt', '送审稿/a.txt'], ['定稿/a.txt']],
    ['a/**/b.txt', ['a/b.txt', 'a/x/y/b.txt'], ['b.txt', 'x/a/b.txt']],
    ['./a/', ['a/b.txt', 'x/a/b.txt'], ['ab/c.txt']],
  ] as const) {
    it(pattern, () => {
      for (const path of yes) assert.ok(fits(path, pattern), path);
      for (const path of no) assert.ok(!fits(path, pattern), path);
    });
  }

  it('ends in little time whatever it is given', () => {
    const part = fc.constantFrom('*', '**', '?', '/', 'a', '{', '}', ',', 'b', '***');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 200 }), (p, s) => {
        const from = performance.now();
        fitsAny(s.join(''), [p.join('')]);
        return performance.now() - from < 1000;
      }),
    );
  });
});
