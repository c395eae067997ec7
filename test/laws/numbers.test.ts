/** Document numbers through the whole linter: every malformation is found and its fix restores the number; code, URLs and addresses are never touched. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/edits';
import { formatDocumentNumber } from '../../server/core/facts/document-number';
import { offsetAt } from '../../server/core/text';
import { safeEdits } from '../../server/safe-edits';
import { Service, type Report } from '../../server/service';
import { REPORT } from '../support/texts';

const service = new Service({ today: '2046-01-20' });
const open = (text: string): Report => service.open('file:///a.gongwen', 'gongwen', 1, text);
const inReport = (line: string) => REPORT.replace('继续推进。', `继续推进。\n${line}\n`);
const ofNumbers = (report: Report) => report.findings().filter((f) => f.rule.id.startsWith('document-number/'));

const code = fc.constantFrom('国发', '国办发', '云政办发', '青府规', '临司函', '财预', '工信部联企业', '中办发', '市监罚');
const year = fc.integer({ min: 2012, max: 2024 });
const sequence = fc.integer({ min: 1, max: 9999 });
const SPOILT: readonly ((c: string, y: number, n: number) => string)[] = [
  (c, y, n) => `${c}[${y}]${n}号`,
  (c, y, n) => `${c}【${y}】${n}号`,
  (c, y, n) => `${c}（${y}）${n}号`,
  (c, y, n) => `${c}〔${y}]${n}号`,
  (c, y, n) => `${c}〔${y}${n}号`,
  (c, y, n) => `${c}${y}〕${n}号`,
  (c, y, n) => `${c}〔${y}年〕${n}号`,
  (c, y, n) => `${c}〔${y}〕${n}号号`,
  (c, y, n) => `${c}〔 ${y} 〕${n}号`,
  (c, y, n) => `${c}〔${y}〕 ${n} 号`,
  (c, y, n) => `${c}〔2O${String(y).slice(2)}〕${n}号`,
];

describe('law: document numbers', () => {
  it('a well-formed number is silent, a malformed one is one finding, and its fix is the number', () => {
    fc.assert(
      fc.property(
        code,
        year,
        sequence,
        fc.constantFrom(...SPOILT),
        fc.constantFrom('根据', '落实《办法》（', '按照'),
        (c, y, n, spoil, before) => {
          const behind = before.includes('（') ? '）要求' : '要求';
          const right = inReport(`${before}${formatDocumentNumber(c, y, n)}${behind}开展工作。`);
          assert.deepEqual(
            ofNumbers(open(right)).filter((f) => f.severity === 'error' || f.severity === 'warning'),
            [],
          );
          const wrong = inReport(`${before}${spoil(c, y, n)}${behind}开展工作。`);
          const report = open(wrong);
          const found = report.findings().filter((f) => f.rule.id === 'document-number/malformed');
          assert.equal(found.length, 1, wrong);
          const [fix] = found[0].filed.finding.fixes ?? [];
          assert.ok(fix, wrong);
          assert.equal(applyEdits(wrong, report.editsOf(fix), offsetAt), right);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('nothing in a URL, in code or in an address is found or changed', () => {
    const wrap = fc.constantFrom(
      (n: string) => `\`\`\`\n依据${n}\n\`\`\``,
      (n: string) => `~~~\n${n}\n~~~`,
      (n: string) => `<!-- ${n} -->`,
      (n: string) => `运行 \`依据${n}\` 即可。`,
      (n: string) => `见 https://example.cn/a/${n}.html 。`,
      (n: string) => `见https://example.cn/s?q=${n}。`,
      (n: string) => `邮箱 ${n}@example.cn 。`,
    );
    const plain = SPOILT.filter((spoil) => !/[ 【（]/.test(spoil('国发', 2020, 1)));
    fc.assert(
      fc.property(wrap, code, year, sequence, fc.constantFrom(...plain), (w, c, y, n, spoil) => {
        const text = inReport(w(spoil(c, y, n)));
        const report = open(text);
        assert.deepEqual(
          ofNumbers(report).map((f) => f.block.text),
          [],
          text,
        );
        assert.equal(applyEdits(text, safeEdits(report).edits, offsetAt).includes(w(spoil(c, y, n))), true, text);
      }),
      { numRuns: 200 },
    );
  });
});
