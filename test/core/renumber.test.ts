/** Numbering anew: what changes, and that nothing else does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, textEdits } from '../../server/core/edits';
import { renumber } from '../../server/core/renumber';
import { offsetAt } from '../../server/core/text';
import { Service } from '../../server/service';
import { textArb } from '../support/texts';

const service = new Service({ today: '2026-01-20' });

function renumbered(text: string, level?: number): string {
  const { document } = service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'official-document' });
  return applyEdits(text, textEdits(document, renumber(document, level)), offsetAt);
}

const LEADS = ['一是', '二是', '三是', '四是', '三是三项', '第一，', '第二，', '第四，', '首先，', '其次，', '再次，', '最后，'];
const seriesArb = fc
  .array(fc.tuple(fc.constantFrom(...LEADS), fc.constantFrom('甲。', '乙；', '丙：', '丁\n', '戊。\n\n（二）己。')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

const TITLE = '临川市司法局关于2025年工作情况的报告\n';

describe('renumbering', () => {
  it('closes gaps and resolves repetitions, level by level', () => {
    assert.equal(
      renumbered(`${TITLE}一、甲\n（一）子\n（三）丑\n三、乙\n（二）寅\n三、丙`),
      `${TITLE}一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n三、丙`,
    );
  });
  it('takes one level alone', () => {
    assert.equal(renumbered(`${TITLE}一、甲\n（二）子\n（三）丑\n三、乙`, 1), `${TITLE}一、甲\n（二）子\n（三）丑\n二、乙`);
  });
  it('keeps how a number is written', () => {
    assert.equal(renumbered(`${TITLE}一、甲\n２．子\n４．丑\n(2)寅\n③卯\n㈢辰`), `${TITLE}一、甲\n１．子\n２．丑\n(1)寅\n①卯\n㈠辰`);
  });
  it('takes the references in the text along', () => {
    assert.equal(
      renumbered(
        `${TITLE}一、甲\n详见第四部分。数据见本报告第三部分第（三）项。\n三、乙\n（一）子\n（三）丑\n四、丙\n如前所述，上述第三部分已说明。`,
      ),
      `${TITLE}一、甲\n详见第三部分。数据见本报告第二部分第（二）项。\n二、乙\n（一）子\n（二）丑\n三、丙\n如前所述，上述第二部分已说明。`,
    );
  });
  it('leaves alone references that may mean another paper, or either of two headings', () => {
    const text = `${TITLE}一、甲\n《规划》第三部分提出要求。见第三部分。\n三、乙\n三、丙`;
    assert.equal(renumbered(text), text.replace('三、乙', '二、乙'));
  });
  it('lets a list begin anew, and numbers run through where they do', () => {
    for (const text of [
      `${TITLE}一、甲\n1.子\n2.丑\n1.寅\n2.卯`,
      `${TITLE}一、甲\n注：1、子。\n2、丑。\n3、寅。`,
      `${TITLE}一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n云河区行政执法规定\n一、丙\n（一）卯\n（二）辰\n二、丁`,
      `${TITLE}一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯`,
      '临川市行政执法办法\n第一章 总则\n第一节 目的\n第二章 职责\n第一节 分工\n第二节 协作',
      `${TITLE}一、甲\n二、乙\n临川市司法局\n2026年1月20日\n附件1\n统计口径说明\n一、范围\n二、时间`,
    ])
      assert.equal(renumbered(text), text);
  });
  it('keeps a number in another form where it stands', () => {
    assert.equal(
      renumbered(`${TITLE}一、甲\n（一）子\n2.丑\n（三）寅\n三、乙\n1.卯\n（二）辰`),
      `${TITLE}一、甲\n（一）子\n2.丑\n（三）寅\n二、乙\n1.卯\n（二）辰`,
    );
  });
  it('puts the series inside paragraphs in order, each for itself', () => {
    assert.equal(
      renumbered(
        `${TITLE}一、甲\n一是子，包括一是寅；三是卯。三是丑。四是午。五是未。\n三、乙\n第一，子。第三，丑。\n首先，子。再次，丑。最后，寅。`,
      ),
      `${TITLE}一、甲\n一是子，包括一是寅；二是卯。三是丑。四是午。五是未。\n二、乙\n第一，子。第二，丑。\n首先，子。其次，丑。最后，寅。`,
    );
  });
  it('leaves alone series whose members may belong to others', () => {
    for (const body of [
      '一是子。二是丑。\n另外，一是寅；二是卯。',
      '一是子。二是丑。三是寅。二是卯。',
      '三是子。四是丑。',
      '一是子。详见下文。\n今年以来，三是丑。',
    ])
      assert.equal(renumbered(`${TITLE}一、甲\n${body}`), `${TITLE}一、甲\n${body}`);
  });

  it('is done when it is done, and changes numbers only', () => {
    const digits = /首先|其次|再次|最后|[〇一二三四五六七八九十百\d０-９①-⑳㈠-㈩⑴-⒇⒈-⒛]+/g;
    fc.assert(
      fc.property(textArb(), seriesArb, fc.constantFrom(undefined, 1, 2, 3), (body, series, level) => {
        const text = `${TITLE}${body}\n${series}`;
        const once = renumbered(text, level);
        assert.equal(renumbered(once, level), once);
        assert.equal(once.replace(digits, '#'), text.replace(digits, '#'));
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 400) },
    );
  });
});
