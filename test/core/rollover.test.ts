/** Last year's report becomes this year's skeleton: nothing old stays without a mark. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rollOver } from '../../server/core/rollover';
import { Service, type Report } from '../../server/service';
import { textArb } from '../support/texts';

const service = new Service({ today: '2027-01-20' });
const open = (text: string): Report => service.open('file:///a.gongwen', 'gongwen', 1, text);
const rules = (report: Report, id: string) => report.findings().filter((f) => f.rule.id === id);

const OLD = `临川市司法局关于2025年度法治政府建设情况的报告

临司〔2026〕3号

临川市人民政府：

　　根据《法治政府建设实施纲要（2021—2025年）》，现将我局2025年法治政府建设情况报告如下。

一、2025年度推进法治政府建设的主要举措和成效

（一）规范执法行为。2025年查处案件326件，同比增长12.5%；3月5日召开部署会，落实三项制度。

二、2025年度推进法治政府建设存在的不足和原因

一是案件增长较快，主要是由于人手不足，2019年以来未增编。

三、2025年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况

主要负责人切实履行第一责任人职责，专题研究6次。

四、2026年度推进法治政府建设的主要安排

一是2026年培训执法人员120人次。

二是评查案卷80件。

特此报告。

临川市司法局
2026年1月20日
`;

describe('roll-over', () => {
  const text = rollOver(open(OLD), 2026)!;

  it('moves the years, marks figures and days, and leaves history and titles alone', () => {
    assert.ok(text.startsWith('临川市司法局关于2026年度法治政府建设情况的报告\n\n临司〔2027〕×号\n'));
    assert.ok(text.includes('《法治政府建设实施纲要（2021—2025年）》，现将我局2026年法治'));
    assert.ok(
      text.includes(
        '2026年查处案件【待更新：2025年为326件】，同比增长【待更新：2025年为12.5%】；【待更新：2025年为3月5日】召开部署会，落实三项制度。',
      ),
    );
    assert.ok(text.includes('2019年以来'));
    assert.ok(text.endsWith('特此报告。\n\n临川市司法局\n2027年×月×日\n'));
  });

  it('puts the old plan beside the new measures, and empties the plan', () => {
    assert.ok(
      text.includes(
        '一、2026年度推进法治政府建设的主要举措和成效\n\n【上年安排：一是2026年培训执法人员120人次。】\n\n【上年安排：二是评查案卷80件。】\n\n（一）规范',
      ),
    );
    assert.match(text, /四、2027年度推进法治政府建设的主要安排\n\n2027年，我局将[^]*【待补：主要安排】。\n\n特此报告。/);
  });

  it('is the same report, a year later, and says what is left over', () => {
    const report = open(text);
    assert.equal(report.document.traits.profile?.id, 'fazhi-annual-report');
    assert.equal(report.document.traits.reportYear, 2026);
    assert.equal(rules(report, 'residue/last-year').length, 6);
    assert.deepEqual(
      report
        .findings()
        .filter((f) => f.severity === 'error' || f.severity === 'warning')
        .map((f) => f.rule.id),
      ['document-number/placeholder'],
    );
    report.configure({ rules: {}, final: true });
    assert.ok(rules(report, 'residue/last-year').every((f) => f.severity === 'warning'));
    assert.ok(rules(report, 'residue/placeholder').every((f) => f.severity === 'warning'));
  });

  it('keeps line ends, and works without blank lines', () => {
    const dense = OLD.replace(/\n\n/g, '\n').replace(/\n/g, '\r\n');
    const rolled = rollOver(open(dense), 2026)!;
    assert.ok(!/[^\r]\n/.test(rolled));
    assert.ok(rolled.includes('主要举措和成效\r\n【上年安排：一是2026年培训'));
  });

  it('declines what shows no year, or is not older', () => {
    assert.equal(rollOver(open('临川市司法局工作报告\n一、总体情况'), 2026), undefined);
    assert.equal(rollOver(open(OLD), 2025), undefined);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(textArb(), (body) => {
        const report = open(OLD.replace('特此报告。', `${body}\n特此报告。`));
        if (report.document.traits.reportYear !== null)
          assert.equal(typeof rollOver(report, report.document.traits.reportYear + 1), 'string');
      }),
      { numRuns: 200 },
    );
  });
});
