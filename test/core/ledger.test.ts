/** 事实台账: what it lists, and how it judges. */
import assert from 'node:assert/strict';
import { rangeOf } from '../../server/core/edits';
import { coveragePercent, reportLedger } from '../../server/figures';
import { Service } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
function ledger(text: string) {
  const report = service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'official-document' });
  return { report, ...reportLedger(report) };
}

describe('core/ledger', () => {
  const TEXT = [
    '一、主要做法',
    '　　2025年，共办理复议案件20件，其中维持12件、撤销9件。罚没1.5万元。',
    '二、存在问题',
    '| 单位 | 案件（件） | 占比 |',
    '|---|---|---|',
    '| 甲队 | 12 | 44.44% |',
    '| 乙队 | 15 | 55.56% |',
    '| 合计 | 27 | 100% |',
    '　　检查商户64家，发放资料300份。',
  ].join('\n');

  it('lists every figure with its words, its section and its state', () => {
    const { entries } = ledger(TEXT);
    const rows = entries.map((e) => [e.indicator, e.value, e.unit, e.section, e.state].join(' | '));
    assert.deepEqual(rows, [
      '办理复议案件 | 20 | 件 | 一、主要做法 | conflicts',
      '维持 | 12 | 件 | 一、主要做法 | conflicts',
      '撤销 | 9 | 件 | 一、主要做法 | conflicts',
      '罚没 | 1.5 | 万元 | 一、主要做法 | unchecked',
      '甲队 · 案件（件） | 12 | 件 | 二、存在问题 | agrees',
      '甲队 · 占比 | 44.44% |  | 二、存在问题 | agrees',
      '乙队 · 案件（件） | 15 | 件 | 二、存在问题 | agrees',
      '乙队 · 占比 | 55.56% |  | 二、存在问题 | agrees',
      '合计 · 案件（件） | 27 | 件 | 二、存在问题 | agrees',
      '合计 · 占比 | 100% |  | 二、存在问题 | unchecked',
      '检查商户 | 64 | 家 | 二、存在问题 | unchecked',
      '发放资料 | 300 | 份 | 二、存在问题 | unchecked',
    ]);
    assert.equal(entries[0].period, '2025年');
    assert.ok(entries[0].relations.some((r) => r.kind === 'sum' && r.verdict === 'fails'));
  });

  it('knows where each stands', () => {
    const { entries, report } = ledger(TEXT);
    const lines = TEXT.split('\n');
    for (const { at, line, value } of entries) {
      const { start, end } = rangeOf(report.document, at.block, at.span, line);
      assert.ok(lines[start.line].slice(start.character, end.character).startsWith(value));
    }
  });

  it('counts the digits that were understood', () => {
    assert.deepEqual(ledger('办理案件20件。').coverage, { digits: 2, read: 2 });
    assert.deepEqual(ledger('2025年3月6日印发〔2025〕12号，编号 7788。').coverage.digits, 16);
    assert.ok(ledger('见附表 7788。').coverage.read === 0);
    assert.deepEqual(ledger('开展“3·15”活动。').coverage, { digits: 3, read: 3 }, 'a name');
    assert.equal(coveragePercent({ digits: 0, read: 0 }), '100');
    assert.equal(coveragePercent({ digits: 1000, read: 999 }), '99.9');
    assert.equal(coveragePercent({ digits: 100_000, read: 99_999 }), '99.9', 'not all of them');
  });
});
