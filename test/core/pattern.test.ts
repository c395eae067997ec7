import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePattern, GAP, NEVER, PatternError, PatternIndex, sentenceAround, YEAR } from '../../server/core/pattern';

const test = (source: string, text: string) => compilePattern([source]).test(text);

describe('pattern', () => {
  it('reads literals, alternatives and gaps', () => {
    const cases: [source: string, text: string, expected: boolean][] = [
      ['不足', '存在的不足和原因', true],
      ['不足', '存在的问题', false],
      ['短板|薄弱环节', '工作中的薄弱环节', true],
      ['存在…不足', '存在不足', true],
      ['存在…不足', `存在${'的'.repeat(GAP)}不足`, true],
      ['存在…不足', `存在${'的'.repeat(GAP + 1)}不足`, false],
      ['存在……不足', `存在${'的'.repeat(GAP + 1)}不足`, true],
      ['存在…不足', '不足存在', false],
      ['存在…不足', '存在一些问题。但不足', false],
      ['法治(政府|)建设', '推进法治建设', true],
      ['法治(政府|)建设', '推进法治政府建设', true],
      ['法治(政府|)建设', '推进法治社会建设', false],
      ['^下一步', '  下一步，继续努力', true],
      ['^下一步', '工作扎实。下一步，继续努力', true],
      ['^下一步', '明确了下一步打算', false],
      ['打算$', '下一步打算', true],
      ['打算$', '打算和安排', false],
      ['{year}工作', `${YEAR}工作`, true],
      // The nearest place before counts: the first 存在 is too far, the second is near enough.
      ['存在…不足', '存在甲乙丙丁戊己庚辛壬存在不足', true],
      // Places that overlap are no gap.
      ['法治…治理', '法治理', false],
    ];
    for (const [source, text, expected] of cases) assert.equal(test(source, text), expected, `${source} in ${text}`);
  });

  it('gives the place from the first literal to the last', () => {
    assert.deepEqual(compilePattern(['存在…不足']).find('还存在一些不足。'), { from: 1, to: 7 });
    assert.deepEqual(sentenceAround('甲。 还存在一些不足；乙', { from: 4, to: 9 }), { from: 3, to: 10 });
  });

  it('says why a pattern cannot be read', () => {
    for (const source of [
      '',
      '甲|',
      '…甲',
      '甲…',
      '甲(乙',
      '甲)乙',
      '((甲)乙)',
      '{月}',
      '甲^乙',
      '(|)',
      'x'.repeat(3000),
      '(甲|乙)'.repeat(9),
    ]) {
      assert.throws(() => compilePattern([source]), PatternError, source);
    }
  });

  it('means what the like regular expression means', () => {
    const letter = fc.constantFrom('甲', '乙', '丙', '。');
    const literal = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 2 }).map((a) => a.join(''));
    const part = fc.oneof(
      literal,
      fc.array(literal, { minLength: 2, maxLength: 3 }).map((a) => `(${a.join('|')})`),
    );
    const source = fc.record({
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
      gaps: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 2 }),
      end: fc.boolean(),
    });
    const text = fc.array(letter, { maxLength: 60 }).map((a) => a.join(''));
    fc.assert(
      fc.property(source, text, ({ parts, gaps, end }, subject) => {
        const ours = parts.map((p, i) => (i === 0 ? p : '…'.repeat(gaps[i - 1]) + p)).join('') + (end ? '$' : '');
        const theirs = parts.map((p, i) => (i === 0 ? p : `[^。]{0,${gaps[i - 1] * GAP}}?${p}`)).join('') + (end ? '(?=。|$)' : '');
        assert.equal(test(ours, subject), new RegExp(theirs).test(subject), `${ours} in ${subject}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('an index never leaves out what matches, and leaves out most of what does not', () => {
    const sources = [['甲乙', '^丙…丁$'], ['(甲|丁)丙'], ['戊'], ['丁甲', '乙…甲丁']];
    const patterns = sources.map(compilePattern);
    const index = new PatternIndex(patterns.map((pattern) => [pattern, NEVER]));
    const text = fc.array(fc.constantFrom(...'甲乙丙丁戊。'), { maxLength: 8 }).map((a) => a.join(''));
    fc.assert(
      fc.property(text, (subject) => {
        const bits = index.mayMatch(subject);
        for (const [k, pattern] of patterns.entries()) if (pattern.test(subject)) assert.ok(bits & (1 << k), subject);
      }),
      { numRuns: 2000 },
    );
    // 丙…丁 and 戊: a literal of one character may be anywhere.
    assert.equal(index.mayMatch(''), 0b0101);
    assert.equal(index.mayMatch('乙乙乙'), 0b0101);
    assert.equal(index.mayMatch('甲丙'), 0b0111);
  });

  it('takes any text, and long ones in linear time', () => {
    const pattern = compilePattern(['(甲|甲甲)…甲…甲…乙', '^甲…丙$', '甲…………丁']);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void pattern.test(text)));
    assert.equal(pattern.test(`${'甲'.repeat(100_000)}丙丁`), true);
    assert.equal(pattern.test(`${'甲'.repeat(100_000)}。乙丁`), false);
  });
});
