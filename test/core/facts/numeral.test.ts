import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimal, show } from '../../../server/core/decimal';
import { parseNumeral, readArabic, readChinese, toChinese, valueOf, writeLike, type Numeral } from '../../../server/core/facts/numeral';

function arabic(text: string): Numeral {
  return readArabic(text, 0, /^[\d０-９]+/.exec(text)![0].length).numeral;
}

describe('facts/numeral', () => {
  for (const [text, value] of [
    ['12', 12],
    ['１２', 12],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['一百零五', 105],
    ['三百〇五', 305],
    ['两千', 2000],
    ['二〇二四', 2024],
    ['廿一', 21],
    ['卅', 30],
    ['一万二千', 12000],
    ['三千五百万', 35_000_000],
    ['两', 2],
    ['〇', 0],
  ] as const)
    it(`${text} is ${value}`, () => assert.equal(parseNumeral(text), value));

  for (const text of ['', '二三', '十百', 'x', '1x', '万', '三三百', '廿十'])
    it(`${text || '(nothing)'} is none`, () => assert.equal(parseNumeral(text), undefined));

  it('writes what it reads', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => parseNumeral(toChinese(n)) === n));
  });

  for (const [text, value, length] of [
    ['10,359件', '10359', 6],
    ['1,234,567.5元', '1234567.5', 11],
    ['7.4万户', '74000', 4],
    ['2.2530万件', '22530', 7],
    ['1.2万亿元', '1200000000000', 5],
    ['３０６件', '306', 3],
    ['5百万元', '5000000', 3],
    ['3千瓦', '3', 1],
    ['120万千瓦', '1200000', 4],
    ['3,45件', '3', 1],
    ['321 146件', '321146', 7],
    ['12 34件', '12', 2],
  ] as const)
    it(`${text} begins with ${value}`, () => {
      const n = arabic(text);
      assert.equal(show(valueOf(n)), value);
      assert.equal(n.to, length);
    });

  it('knows digits that form no number', () => {
    assert.equal(readArabic('1,234,56件', 0, 1).malformed, true);
    assert.equal(readArabic('1,35,00元', 0, 1).malformed, true);
    assert.equal(readArabic('1,3641件', 0, 1).malformed, true);
    assert.equal(readArabic('12.3.4万元', 0, 2).malformed, true);
    assert.equal(readArabic('1,234,567件', 0, 1).malformed, false);
  });

  it('reads 二三十 as a range, and no word as a number', () => {
    const n = readChinese('二三十', 0, 3)!;
    assert.deepEqual([show(n.least!), show(n.digits)], ['20', '30']);
    for (const word of ['百', '千万', '万', '半', '三两']) assert.equal(readChinese(word, 0, word.length), undefined, word);
  });

  it('writes another value in the same way', () => {
    const like = (text: string, value: bigint, scale = 0) => writeLike(text, arabic(text), decimal(value, scale));
    assert.equal(like('7.4万户', 82_000n), '8.2万');
    assert.equal(like('7.40万户', 82_000n), '8.20万');
    assert.equal(like('10,359家', 12_000n), '12,000');
    assert.equal(like('３０６件', 310n), '３１０');
    assert.equal(like('258.375万元', 2_683_750n), '268.375万');
    assert.equal(writeLike('三百件', readChinese('三百件', 0, 2)!, decimal(305)), '三百〇五');
    assert.equal(writeLike('三百件', readChinese('三百件', 0, 2)!, decimal(3055, 1)), undefined, 'no half a case in Chinese numerals');
    assert.equal(like('5件', -1n), undefined);
  });
});
