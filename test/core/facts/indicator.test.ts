import assert from 'node:assert/strict';
import { BlockContent } from '../../../server/core/block';
import { comparisonOf, indicatorOf, periodOf } from '../../../server/core/facts/indicator';

function figures(text: string) {
  return new BlockContent('paragraph', text, '', 1, '', undefined).facts.figures;
}

describe('facts/indicator', () => {
  for (const [text, ...expected] of [
    ['2025年，全局共受理投诉举报8960件，办结率达98.5%。', '受理投诉举报', '办结率'],
    ['全年受理了320件投诉，新建5个站点。', '受理了投诉', '新建站点'],
    ['其中食品案件12件、药品案件8件。', '食品案件', '药品案件'],
    ['罚没金额为85.6万元。', '罚没金额'],
  ])
    it(text, () =>
      assert.deepEqual(
        figures(text)
          .map((f) => indicatorOf(text, f))
          .map((s) => s.replace(/^全局共/, '')),
        expected,
      ),
    );

  it('the time that was last named', () => {
    const text = '2024年立案20件，截至2025年10月底结案18件。今年以来新立30件。';
    assert.deepEqual(
      figures(text).map((f) => periodOf(text, f)),
      ['2024年', '截至2025年10月底', '今年以来'],
    );
  });

  it('with what it is compared', () => {
    const text = '立案20件，同比增长5%，环比下降2%，占全部案件的30%，合格率98%。';
    assert.deepEqual(
      figures(text).map((f) => comparisonOf(text, f)),
      [undefined, 'year', 'period', 'share', undefined],
    );
  });
});
