/** Law 2: the work of one keystroke does not grow with the document. Work is counted, not timed. */
import assert from 'node:assert/strict';
import { positionAt } from '../../server/core/text';
import { Service } from '../../server/service';
import { REPORT } from '../support/texts';

const service = new Service({ today: '2026-01-20' });
const BODY = REPORT.slice(REPORT.indexOf('（一）加强'), REPORT.indexOf('二、2025'));

/** A report whose first part is so many times as long. */
function long(times: number): string {
  return REPORT.replace(
    BODY,
    Array.from({ length: times }, (_, i) => BODY.replace('（一）加强组织领导', `（一）加强组织领导之${i}`)).join(''),
  );
}

/** The work of typing these characters, one by one, behind the last place where `after` stands. */
function work(times: number, after: string, typed: string): string[] {
  const text = long(times);
  const report = service.open('file:///a.gongwen', 'gongwen', 1, text);
  report.findings();
  const counts: string[] = [];
  let at = text.lastIndexOf(after) + after.length;
  let now = text;
  for (const c of typed) {
    const start = positionAt(now, at);
    const delta = report.update([{ range: { start, end: start }, text: c }], counts.length + 2);
    counts.push(`blocks ${report.work.blocksRead}, checks ${report.work.checks}, sections ${delta.sections}`);
    now = now.slice(0, at) + c + now.slice(at);
    at++;
  }
  return counts;
}

describe('law: one keystroke’s work is local', () => {
  const places: [string, string, string][] = [
    ['in a sentence', '举办培训班', '专题业务'],
    ['in a figure', '培训320', '5'],
    ['behind a run-in lead', '全年召开专题会议', '部署'],
    ['in the text behind a heading', '查处案件', '共计'],
    ['a mark', '执法人员280人次', '；'],
  ];
  for (const [where, after, typed] of places) {
    it(where, () => {
      const small = work(3, after, typed);
      assert.deepEqual(work(30, after, typed), small);
      assert.deepEqual(work(300, after, typed), small);
      for (const count of small) assert.match(count, /blocks 1, .*sections false/);
    });
  }

  it('a new paragraph reads itself and the one it was part of', () => {
    const small = work(3, '专题会议6次。', '\n');
    assert.deepEqual(work(300, '专题会议6次。', '\n'), small);
    assert.match(small[0], /blocks 2/);
  });

  it('typing in a text that is no report reads nothing', () => {
    const text = '买菜记录\n'.repeat(1000);
    const report = service.open('file:///a.txt', 'plaintext', 1, text);
    const at = { line: 500, character: 2 };
    report.update([{ range: { start: at, end: at }, text: '和' }], 2);
    assert.equal(report.work.checks, 0);
    assert.equal(report.findings().length, 0);
  });
});
