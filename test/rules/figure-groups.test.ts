/** What is said of several places at once (restatements, identities) is after any edit what a fresh reading says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { positionAt } from '../../server/core/text';
import { messageOf, Service, type Report } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
const open = (text: string) => service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'disclosure-annual-report' });
const told = (report: Report) =>
  report
    .findings()
    .filter((f) => f.rule.view === 'group')
    .map(
      (f) =>
        `${JSON.stringify(report.rangeOf(f))} ${messageOf(f, 'zh-cn')} ${(f.filed.finding.related ?? []).map(({ at }) => report.document.blocks.lineOf(at.block)).join()}`,
    );

const piece = fc.constantFrom(
  '　　2025年，全区共受理行政复议申请148件。\n',
  '　　全年受理行政复议申请184件。\n',
  '　　2024年，受理行政复议申请120件。\n',
  '云河区2025年政府信息公开工作年度报告\n',
  '云河区2024年政府信息公开工作年度报告\n',
  '\n| 指标 | 数量（件） |\n|---|---|\n| 受理行政复议申请 | 149 |\n\n',
  '| 申请情况 | 自然人 |\n|---|---|\n| 一、本年新收政府信息公开申请数量 | 30 |\n| 二、上年结转政府信息公开申请数量 | 2 |\n| （七）总计 | 35 |\n| 四、结转下年度继续办理 | 1 |\n\n',
  '\n',
  '1',
  '件',
);

describe('figures told in several places', () => {
  it('are found', () => {
    assert.equal(
      told(open('云河区2025年政府信息公开工作年度报告\n\n　　2025年，全区共受理行政复议申请148件。\n　　全年受理行政复议申请184件。\n'))
        .length,
      1,
    );
  });

  it('are after any edit what a fresh reading says', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), piece), { maxLength: 6 }),
        (pieces, edits) => {
          let text = pieces.join('');
          const report = open(text);
          for (const [at, length, put] of edits) {
            const from = at % (text.length + 1);
            const to = Math.min(text.length, from + length);
            report.update([{ range: { start: positionAt(text, from), end: positionAt(text, to) }, text: put }], report.version + 1);
            text = text.slice(0, from) + put + text.slice(to);
            assert.deepEqual(told(report), told(open(text)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
