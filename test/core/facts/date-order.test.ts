/** Dates beside other words of time. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockContent } from '../../../server/core/block';
import { reversedPeriods, wrongWeekdays, yearOpenings } from '../../../server/core/facts/date-order';
import { textArb } from '../../support/texts';

const datesOf = (text: string) => new BlockContent('paragraph', text, '', 1, '', undefined).facts.dates;
const weekdays = (text: string) => wrongWeekdays(text, datesOf(text)).map((w) => `${text.slice(w.span.from, w.span.to)}→${w.right}`);
const reversed = (text: string) =>
  reversedPeriods(text, datesOf(text)).map((r) => `${text.slice(r.span.from, r.span.to)}${r.certain ? '' : '?'}`);
const openings = (text: string) => yearOpenings(text, datesOf(text)).map((o) => o.year);

describe('facts/date-order', () => {
  it('knows the day of the week of any date, and is silent on the right one', () => {
    const days = '日一二三四五六';
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(['（星期', '）'], ['(周', ')'], ['星期', '']),
        (d, named, [open, close]) => {
          const text = `定于${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日${open}${days[named]}${close}，召开会议。`;
          const found = wrongWeekdays(text, datesOf(text));
          assert.equal(found.length, named === d.getUTCDay() ? 0 : 1, text);
          for (const { right } of found) assert.equal(right, days[d.getUTCDay()]);
        },
      ),
    );
  });

  it('takes the year from the sentence, never from another one', () => {
    assert.deepEqual(weekdays('2025年3月6日（星期四）至3月7日（星期六）'), ['3月7日（星期六→五']);
    assert.deepEqual(weekdays('2025年3月6日报到。3月7日（星期六）开会。'), []);
    assert.deepEqual(weekdays('2025年3月9日（星期天）、2025年3月6日周边走访、2025年3月3日星期一二'), []);
  });

  it('periods that end before they begin', () => {
    assert.deepEqual(reversed('2025年6月至2025年1月，2025年—2021年'), ['2025年6月至2025年1月', '2025年—2021年']);
    assert.deepEqual(reversed('5月28日至5月9日，3月16日-8日'), ['5月28日至5月9日?', '3月16日-8日?']);
    assert.deepEqual(reversed('11月至3月，2024年12月至1月，2025年3月至2025年3月，3月6日至8日内办结，3月16日、3月8日'), []);
  });

  it('sentences that begin with a year', () => {
    assert.deepEqual(openings('2024年，办理案件86件。截至2024年底，共有人员12人。'), [2024, 2024]);
    assert.deepEqual(openings('2024年，办理案件86件，2025年96件。2024年以来，态势平稳。依据2024年，办法。2024年，区政府印发办法。'), []);
  });

  it('total', () => {
    fc.assert(
      fc.property(textArb(), (text) => {
        const dates = datesOf(text);
        for (const { span } of [...wrongWeekdays(text, dates), ...reversedPeriods(text, dates)])
          assert.ok(span.from < span.to && span.to <= text.length);
        yearOpenings(text, dates);
      }),
    );
  });
});
