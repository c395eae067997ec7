/** Law 5: any text gives a result, and the work grows with its length and no faster. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Service } from '../../server/service';

const service = new Service({ today: '2026-01-20' });

/** Texts that make careless readers slow: a piece, repeated. */
const HARD = [
  '（',
  '《',
  '“',
  '〔',
  '一',
  '一是',
  '第',
  '12',
  '1,',
  '其中',
  '其中1件、',
  '国发〔2018',
  '2025年',
  '号',
  ' ',
  '　',
  '，',
  '、',
  '|',
  '\t',
  '甲 ',
  '（1）',
  '《甲》（',
  '12315',
  'a@',
  'http://',
  '××',
  '3.',
  '100%',
  '约',
  '万',
  '\u0000',
  '\ud83d',
  '甲乙丙丁戊己庚辛壬癸',
  'GB/T 1',
  '（2023）京',
  '增长5%，',
  '共计3件，',
  '由3增至',
  '的',
];

describe('law: any text gives a result', () => {
  it('arbitrary strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const report = service.open('file:///a.gongwen', 'gongwen', 1, text);
        assert.equal(report.document.text, text);
        report.findings();
        assert.deepEqual(
          [...report.faults.values()].map((f) => String(f.error)),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  for (const piece of HARD) {
    it(`a long line of ${JSON.stringify(piece)}`, () => {
      const time = (n: number) => {
        const text = `临川市司法局关于2025年工作的报告\n一、情况\n${piece.repeat(Math.floor(n / piece.length))}。\n`;
        const from = process.hrtime.bigint();
        const report = service.open('file:///a.gongwen', 'gongwen', 1, text);
        report.findings();
        assert.deepEqual(
          [...report.faults.values()].map((f) => String(f.error)),
          [],
        );
        return Number(process.hrtime.bigint() - from) / 1e6;
      };
      time(4_000);
      // Not a measure of speed: a reader that is quadratic takes minutes here, not a second.
      assert.ok(time(80_000) < 3_000, 'within three seconds');
    });
  }
});
