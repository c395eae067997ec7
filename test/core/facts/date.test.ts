import assert from 'node:assert';
import fc from 'fast-check';
import { readDates } from '../../../server/core/facts/date';
import { readIdentifiers } from '../../../server/core/facts/identifier';
import { scan } from '../../../server/core/facts/scan';

/** `form text year/month/day`, with ! for what no calendar has. */
function show(text: string): string[] {
  const s = scan(text);
  return readDates(s, readIdentifiers(s)).map(
    (d) =>
      `${d.form} ${text.slice(d.span.from, d.span.to)} ${d.year ?? ''}/${d.month ?? ''}/${d.day ?? ''}${d.impossible ? ` !${d.impossible}` : ''}`,
  );
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['2024年3月6日印发', ['full 2024年3月6日 2024/3/6']],
  ['2024 年 3 月 6 日', ['full 2024 年 3 月 6 日 2024/3/6']],
  ['２０２４年３月６日', ['full ２０２４年３月６日 2024/3/6']],
  ['3月6日，3月5号', ['month-day 3月6日 /3/6', 'month-day 3月5号 /3/5']],
  ['2024年3月底，2024年以来', ['year-month 2024年3月 2024/3/', 'year 2024年 2024//']],
  ['1—11月', ['month 11月 /11/']],
  ['截至2024-03-06和2024.3.6、2024/3/6', ['iso 2024-03-06 2024/3/6', 'dotted 2024.3.6 2024/3/6', 'slash 2024/3/6 2024/3/6']],
  ['二〇二四年三月六日', ['chinese 二〇二四年三月六日 2024/3/6']],
  ['二〇二四年十二月，三月十五日', ['chinese 二〇二四年十二月 2024/12/', 'chinese 三月十五日 /3/15']],
  [
    '2023年2月29日、2024年2月29日、2月29日',
    ['full 2023年2月29日 2023/2/29 !day', 'full 2024年2月29日 2024/2/29', 'month-day 2月29日 /2/29'],
  ],
  [
    '2024年13月，2024年0月，4月31日，13月5日',
    [
      'year-month 2024年13月 2024/13/ !month',
      'year-month 2024年0月 2024/0/ !month',
      'month-day 4月31日 /4/31 !day',
      'month-day 13月5日 /13/5 !month',
    ],
  ],
  ['1.2024年工作', ['year 2024年 2024//']],
  ['1.13月，3个月，5年，30日内，13月', []],
  ['2023-45-12，编号2024-03-06-1，v2024.3.6', []],
  ['农历2月30日', []],
  ['海关总署公告2019年第39号', []],
  ['3月5号楼', ['month 3月 /3/']],
  ['网址http://a.cn/2024-03-06/1.html', []],
];

describe('dates', () => {
  for (const [text, expected] of table) it(text, () => assert.deepStrictEqual(show(text), expected));

  it('agrees with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2049 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (y, m, d) => {
        const there = new Date(Date.UTC(y, m - 1, d)).getUTCMonth() === m - 1;
        const s = scan(`${y}年${m}月${d}日`);
        assert.strictEqual(readDates(s, [])[0].impossible === undefined, there);
      }),
    );
  });
});
