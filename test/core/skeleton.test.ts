import assert from 'node:assert/strict';
import { reportSkeleton, sectionSkeleton, sectionTitle, variantOf } from '../../server/core/skeleton';
import { profiles } from '../../server/profiles';

const fazhi = profiles.find(({ id }) => id === 'fazhi-annual-report')!;
const lines = (issuer: string | null, year: number | null) => reportSkeleton(fazhi, { issuer, year }).split('\n').filter(Boolean);

describe('skeleton', () => {
  it('is a whole report with numbered chapters and the right years', () => {
    const text = lines('临川市市场监督管理局', 2024);
    assert.equal(text[0], '临川市市场监督管理局关于2024年度法治政府建设情况的报告');
    assert.deepEqual(
      text.filter((line) => /^[一二三四五]、/.test(line)),
      [
        '一、2024年推进法治政府建设的主要举措和成效',
        '二、2024年推进法治政府建设存在的不足和原因',
        '三、2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
        '四、2025年推进法治政府建设的主要安排',
      ],
    );
    assert.deepEqual(text.slice(-3), ['特此报告。', '临川市市场监督管理局', '2025年×月×日']);
    assert.ok(text.some((line) => line.includes('我局')));
    assert.ok(text.every((line) => !/[{}]/.test(line)));
  });

  it('speaks as its writer does', () => {
    const self = (issuer: string) =>
      lines(issuer, 2024)
        .join('')
        .match(/对照法治政府建设的要求，(.*?)工作/)![1];
    assert.deepEqual(['青石县人民政府', '临川市政府办公室', '云河区管委会', '望江镇人民政府', '东街街道办事处', '临川海关'].map(self), [
      '全县',
      '我办',
      '我委',
      '全镇',
      '全街道',
      '我单位',
    ]);
    assert.equal(variantOf(fazhi, '青石县人民政府')?.id, 'government');
    assert.equal(variantOf(fazhi, '青石县财政局')?.id, 'department');
  });

  it('leaves a place for what is not known', () => {
    const text = lines(null, null);
    assert.equal(text[0], '××单位关于××××年度法治政府建设情况的报告');
    assert.equal(text.at(-1), '××××年×月×日');
  });

  it('gives one section', () => {
    const text = sectionSkeleton(fazhi, 'next-plan', { year: 2024, number: 11 });
    assert.match(text, /^十一、2025年推进法治政府建设的主要安排\n\n2025年，我单位将.*。$/);
    assert.match(sectionSkeleton(fazhi, 'shortcomings', { year: 2024, yearUnit: '年度', number: 2, label: '## ' }), /^## 2024年度推进/);
    assert.throws(() => sectionSkeleton(fazhi, 'harvest', { year: 2024, number: 1 }));
    assert.equal(sectionTitle(fazhi.sections[4], 2024), '其他需要报告的情况');
  });

  it('of a kind without one is empty', () => {
    assert.equal(
      reportSkeleton(
        profiles.find(({ id }) => id === 'official-document')!,
        { issuer: null, year: null },
      ),
      '',
    );
  });
});
