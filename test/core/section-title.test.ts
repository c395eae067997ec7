import assert from 'node:assert/strict';
import { SectionTitles } from '../../server/core/section-title';
import { profiles } from '../../server/profiles';

const fazhi = profiles.find(({ id }) => id === 'fazhi-annual-report')!;

describe('the title of a section', () => {
  it('knows titles as they are written', () => {
    const cases: [title: string, sections: string][] = [
      ['2024年推进法治政府建设的主要举措和成效', 'measures'],
      ['2024年法治政府建设情况', 'measures'],
      ['2024年度法治政府建设工作开展情况', 'measures'],
      ['主要做法及取得的成效', 'measures'],
      ['上一年度工作总结', 'measures'],
      ['2024年工作计划完成情况', 'measures'],
      ['推进依法行政（法治政府建设）存在的不足及原因', 'shortcomings'],
      ['2024年度推进法治建设存在问题', 'shortcomings'],
      ['工作中的短板和薄弱环节', 'shortcomings'],
      ['面临的主要困难', 'shortcomings'],
      ['2024年党政主要负责人履行推进法治政府建设情况', 'leader-duty'],
      ['党政主要切实履行法治建设“第一责任人”职责', 'leader-duty'],
      ['镇主要领导抓法治建设情况', 'leader-duty'],
      ['2025年推进法治政府建设的主要安排', 'next-plan'],
      ['2025年推进法治政府建设的工作思路和打算', 'next-plan'],
      ['2025年法治政府建设计划', 'next-plan'],
      ['2025年重点任务', 'next-plan'],
      ['下步打算', 'next-plan'],
      ['努力方向', 'next-plan'],
      ['其他需要报告的情况', 'other'],
      ['存在问题及下一步打算', 'shortcomings next-plan'],
      ['存在的不足、原因和2025年工作安排', 'shortcomings next-plan'],
      ['取得的成效与存在的问题', 'measures shortcomings'],
      ['2024年工作情况和2025年工作打算', 'measures next-plan'],
      ['2025年工作思路和举措', 'next-plan'],
      ['坚持党建引领，压实法治责任', ''],
      ['坚持问题导向，补齐短板弱项', ''],
      ['聚焦群众反映强烈的突出问题', ''],
      ['狠抓重点任务落实，优化营商环境', ''],
      ['形势和任务', ''],
    ];
    const titles = new SectionTitles(fazhi, 2024);
    for (const [title, sections] of cases)
      assert.equal(
        titles
          .match(title)
          .map(({ id }) => id)
          .join(' '),
        sections,
        title,
      );
  });

  it('takes every mandated title for its own section', () => {
    for (const profile of profiles) {
      for (const section of profile.sections) {
        const title = section.title.replace('{year}', `${2024 + section.year}年`);
        assert.deepEqual(new SectionTitles(profile, 2024).match(title), [section]);
        assert.deepEqual(new SectionTitles(profile, null).match(title), [section]);
      }
    }
  });
});
