/** The kinds of reports as they are really written: their headings, who asks for their sections, their tables. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SectionTitles } from '../../server/core/section-title';
import { foldTitle, isDemanded } from '../../server/core/profile';
import { reportSkeleton } from '../../server/core/skeleton';
import { profiles } from '../../server/profiles';
import { Service } from '../../server/service';

const service = new Service({ today: '2025-02-01' });
const kind = (id: string) => profiles.find((p) => p.id === id)!;
const open = (text: string, profile: string) => service.open('file:///稿.txt', 'plaintext', 1, text, { rules: {}, profile });
const sectionFindings = (text: string, profile: string) =>
  open(text, profile)
    .findings()
    .filter(({ rule }) => rule.id.startsWith('section/'))
    .map(({ rule, severity, filed }) => [rule.id, severity, filed.finding.absent ?? ''].join(' ').trim());

/** Headings as offices write them, and the sections they name. */
const HEADINGS: Readonly<Record<string, readonly (readonly [title: string, sections: string])[]>> = {
  'disclosure-annual-report': [
    ['总体情况', 'overview'],
    ['概述', 'overview'],
    ['2024年政务公开工作基本情况', 'overview'],
    ['主动公开政府信息情况', 'proactive'],
    ['政府信息主动公开情况', 'proactive'],
    ['收到和处理政府信息公开申请情况', 'applications'],
    ['政府信息依申请公开办理情况', 'applications'],
    ['因政府信息公开申请行政复议、提起行政诉讼的情况', 'litigation'],
    ['存在的主要问题及改进情况', 'problems'],
    ['主要问题和改进措施', 'problems'],
    ['其他需要报告的事项', 'other'],
    ['平台建设方面', ''],
    ['监督保障情况', ''],
  ],
  'enforcement-annual-report': [
    ['2024年度行政执法数据', 'data'],
    ['行政处罚实施情况', 'data'],
    ['行政执法总体情况', 'data'],
    ['数据说明', 'notes'],
    ['主要做法', 'notes'],
    ['存在的问题', 'problems'],
    ['2025年工作打算', 'next-plan'],
    ['持续优化营商环境', ''],
  ],
  'final-accounts': [
    ['部门概况', 'overview'],
    ['单位基本情况', 'overview'],
    ['2023年度部门决算公开报表', 'tables'],
    ['2023年度部门决算情况说明', 'explanation'],
    ['名词解释', 'glossary'],
    ['附件', ''],
  ],
  'reconsideration-report': [
    ['2024年行政复议案件办理情况', 'review'],
    ['行政应诉基本情况', 'litigation'],
    ['行政复议和行政应诉工作情况', 'review litigation'],
    ['案件反映出的主要问题', 'problems'],
    ['存在问题及下一步工作打算', 'problems next-plan'],
    ['2025年工作安排', 'next-plan'],
    ['加强队伍建设', ''],
  ],
  'government-work-report': [
    ['2024年工作回顾', 'review'],
    ['“十四五”时期发展回顾', 'review'],
    ['过去五年的工作', 'review'],
    ['2025年工作总体要求和主要预期目标', 'goals'],
    ['“十五五”时期的主要目标任务', 'goals'],
    ['2025年重点工作', 'tasks'],
    ['2025年主要任务', 'tasks'],
    ['加强政府自身建设', 'self-building'],
    ['努力建设人民满意的服务型政府', 'self-building'],
    ['推动城乡融合发展', ''],
  ],
  'duty-report': [
    ['履行岗位职责情况', 'duties'],
    ['2024年主要工作开展情况', 'duties'],
    ['廉洁自律情况', 'integrity'],
    ['党风廉政建设情况', 'integrity'],
    ['学法用法情况', 'rule-of-law'],
    ['履行推进法治建设第一责任人职责情况', 'rule-of-law'],
    ['存在的不足', 'problems'],
    ['存在问题及今后努力方向', 'problems next-plan'],
    ['2025年工作打算', 'next-plan'],
    ['理论学习方面', ''],
  ],
};

describe('kinds of reports', () => {
  for (const [id, headings] of Object.entries(HEADINGS)) {
    it(`${id}: knows headings as they are written`, () => {
      for (const [title, sections] of headings) {
        const found = new SectionTitles(kind(id), id === 'final-accounts' ? 2023 : 2024).match(title).map((section) => section.id);
        assert.equal(found.sort().join(' '), sections.split(' ').sort().join(' '), title);
      }
    });
  }

  it('no strange heading shifts what stands behind it', () => {
    const strange = fc.constantFrom('坚持党建引领', '群众来信摘登', '……', '（一）', '特别鸣谢', '队伍风采 2019年');
    for (const profile of profiles.filter(({ skeleton }) => skeleton)) {
      const titles = profile.sections
        .filter(({ required }) => required === 'required')
        .map(({ title, year }) => title.replace('{year}', `${2024 + year}年`));
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(titles.length), strange), { maxLength: 4 }), (insertions) => {
          const chapters = [...titles];
          for (const [at, title] of insertions) chapters.splice(at, 0, title);
          const text = [
            '临川市司法局2024年度情况',
            ...chapters.flatMap((title, i) => [`${'一二三四五六七八九十'[i]}、${title}`, '正文。']),
          ].join('\n');
          const { states } = open(text, profile.id).alignment!;
          for (const title of titles)
            assert.ok(
              states.some(({ heading, state }) => state === 'present' && heading?.title === title),
              `${profile.id} ${title}`,
            );
        }),
        { numRuns: 30 },
      );
    }
  });

  it('asks at most by a hint for what no confirmed source demands', () => {
    for (const profile of profiles.filter(({ skeleton }) => skeleton)) {
      for (const section of profile.sections.filter(({ required }) => required === 'required')) {
        const expected = isDemanded(section.basis, 2024) ? 'warning' : 'hint';
        const found = sectionFindings(reportSkeleton(profile, { issuer: '临川市司法局', year: 2024 }, [section.id]), profile.id);
        assert.deepEqual(found, [`section/missing ${expected} ${section.id}`]);
      }
    }
    // Only these two kinds have sections that a regulation lists.
    assert.deepEqual(
      profiles.filter(({ sections }) => sections.some(({ basis }) => isDemanded(basis, 2024))).map(({ id }) => id),
      ['fazhi-annual-report', 'disclosure-annual-report'],
    );
  });

  it('asks for nothing before the year from which it is demanded', () => {
    const report = (year: number) =>
      `青石县${year}年政府信息公开工作年度报告\n一、概述\n公开信息230条。\n二、主动公开政府信息情况\n公开文件12件。\n三、政府信息依申请公开情况\n收到申请9件。`;
    assert.deepEqual(sectionFindings(report(2017), 'disclosure-annual-report'), []);
    assert.deepEqual(sectionFindings(report(2019), 'disclosure-annual-report').sort(), [
      'section/missing warning litigation',
      'section/missing warning other',
      'section/missing warning problems',
    ]);
    assert.ok(
      sectionFindings(report(2024), 'disclosure-annual-report').includes('section/title hint'),
      'the format of 2021 has its own words',
    );
  });

  it('does not ask for a chapter of its own where only custom asks at all', () => {
    const report =
      '2025年云河区政府工作报告\n一、2024年工作回顾\n完成投资12亿元。\n二、2025年工作安排\n主要预期目标是增长6%。\n（一）加强政府自身建设\n依法行政。';
    assert.deepEqual(sectionFindings(report, 'government-work-report'), []);
    const thematic =
      '2025年云河区政府工作报告\n一、奋发有为开新局\n完成投资12亿元。\n二、一张蓝图绘到底\n修路30公里。\n三、勇立潮头再出发\n依法行政，实现总体要求。';
    assert.deepEqual(sectionFindings(thematic, 'government-work-report'), []);
  });

  it('a fixed table that is kept apart is at most a hint', () => {
    const skeleton = reportSkeleton(kind('disclosure-annual-report'), { issuer: '临川市司法局', year: 2024 });
    const without = skeleton.replace(/(二、主动公开政府信息情况\n)[^]*?(?=三、收到)/, '$1');
    assert.deepEqual(sectionFindings(without, 'disclosure-annual-report'), ['section/empty hint']);
    const empty = skeleton.replace(/(一、总体情况\n)[^]*?(?=二、主动)/, '$1');
    assert.deepEqual(sectionFindings(empty, 'disclosure-annual-report'), ['section/empty warning']);
  });

  it('a title may name the year after the report year', () => {
    assert.equal(
      open('2025年云河区政府工作报告\n一、2024年工作回顾\n甲。\n二、2025年重点工作\n乙。', 'government-work-report').document.traits
        .reportYear,
      2024,
    );
    assert.deepEqual(
      sectionFindings(
        '2025年云河区政府工作报告\n一、2023年工作回顾\n甲。\n二、2025年重点工作和总体要求，加强自身建设\n乙。',
        'government-work-report',
      ),
      ['section/year warning'],
    );
  });

  it('every identity names rows or columns that the table has', () => {
    const profile = kind('disclosure-annual-report');
    assert.ok(profile.identities.length >= 8);
    for (const { id, section, left, right } of profile.identities) {
      const cells = profile.sections
        .find((s) => s.id === section)!
        .template.split(/[|\n]/)
        .map((cell) => foldTitle(cell.trim()));
      for (const { label } of [...left, ...right])
        assert.ok(
          cells.some((cell) => label.test(cell)),
          id,
        );
    }
  });
});
