import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  above,
  add,
  below,
  between,
  compare,
  decimal,
  divide,
  exactly,
  isBelow,
  isWhole,
  meets,
  multiply,
  multiplyIntervals,
  round,
  rounded,
  roundedOrCut,
  shift,
  show,
  showFixed,
  showInterval,
  subtract,
  subtractIntervals,
  sumIntervals,
} from '../../server/core/decimal';

const arb = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -6, max: 6 })).map(([m, s]) => decimal(m, s));

describe('decimal', () => {
  it('adds and multiplies without loss', () => {
    assert.equal(show(add(decimal(1, 1), decimal(2, 1))), '0.3');
    assert.equal(show(multiply(decimal(258375, 3), decimal(10000))), '2583750');
    fc.assert(fc.property(arb, arb, (a, b) => compare(subtract(add(a, b), b), a) === 0));
    fc.assert(fc.property(arb, arb, arb, (a, b, c) => compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))) === 0));
  });

  it('divides to so many decimals, half away from zero', () => {
    assert.equal(show(divide(decimal(2), decimal(3), 2)!), '0.67');
    assert.equal(show(divide(decimal(1), decimal(8), 2)!), '0.13');
    assert.equal(show(divide(decimal(-1), decimal(8), 2)!), '-0.13');
    assert.equal(show(divide(decimal(15, 1), decimal(5, 1), 0)!), '3');
    assert.equal(divide(decimal(1), decimal(0), 2), undefined);
    fc.assert(
      fc.property(arb, arb, fc.integer({ min: 0, max: 6 }), (a, b, n) => {
        const q = divide(a, b, n);
        if (!q) return b.mantissa === 0n;
        // |a - q·b| ≤ half a unit of q, times |b|.
        const rest = subtract(a, multiply(q, b));
        const limit = multiply(decimal(5, n + 1), b);
        const abs = (d: typeof a) => (d.mantissa < 0n ? decimal(-d.mantissa, d.scale) : d);
        return compare(abs(rest), abs(limit)) <= 0;
      }),
    );
  });

  it('shows what people write', () => {
    assert.equal(show(decimal(0)), '0');
    assert.equal(show(decimal(12, -4)), '120000');
    assert.equal(show(decimal(-5, 3)), '-0.005');
    assert.equal(show(decimal(22530, 4)), '2.253');
    assert.equal(showFixed(decimal(2253, 3), 4), '2.2530');
    assert.equal(show(round(decimal(66667, 3), 1)), '66.7');
    assert.equal(isWhole(decimal(120, 1)), true);
    assert.equal(isWhole(decimal(125, 1)), false);
    assert.equal(isWhole(shift(decimal(74, 1), 4)), true);
  });

  it('intervals: what a printed number stands for', () => {
    assert.equal(showInterval(rounded(decimal(74, 1))), '[7.35, 7.45]');
    assert.equal(showInterval(roundedOrCut(decimal(66))), '[65.5, 67)');
    assert.equal(showInterval(above(decimal(5), true)), '(5, ∞)');
    assert.equal(showInterval(below(decimal(5), true)), '[0, 5)');
    assert.equal(showInterval(exactly(decimal(5))), '5');
  });

  it('intervals meet or lie apart, open ends included', () => {
    assert.ok(meets(exactly(decimal(66667, 3)), roundedOrCut(decimal(66))));
    assert.ok(!meets(exactly(decimal(67)), roundedOrCut(decimal(66))));
    assert.ok(isBelow(exactly(decimal(5)), above(decimal(5), true)));
    assert.ok(!isBelow(exactly(decimal(5)), above(decimal(5), false)));
    assert.ok(!isBelow(above(decimal(1), false), exactly(decimal(5))), 'no upper end: never below');
    const sum = sumIntervals([rounded(decimal(12, 1)), rounded(decimal(13, 1))]);
    assert.equal(showInterval(sum), '[2.4, 2.6]');
  });

  it('the sum, difference and product of members are members', () => {
    const whole = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const i = between(decimal(Math.min(a, b)), decimal(Math.max(a, b)));
        const j = between(decimal(Math.min(c, d)), decimal(Math.max(c, d)));
        assert.ok(meets(sumIntervals([i, j]), exactly(decimal(a + d))));
        assert.ok(meets(subtractIntervals(i, j), exactly(decimal(a - d))));
        assert.ok(meets(multiplyIntervals(i, j), exactly(decimal(b * c))));
      }),
    );
  });
});
