/** Law 1: after any edits, a document is what a fresh one with the same text is. Law 5: any text gives a result. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../server/service';
import { seen } from '../support/seen';
import { editsMade, REPORT, changeOf, strikeArb, textArb, type Strike } from '../support/texts';

const service = new Service({ today: '2026-01-20' });
const runs = Number(process.env.LAW_RUNS ?? 300);

function check(start: string, strikes: readonly (readonly Strike[])[], languageId: string): void {
  const uri = 'file:///稿件/草稿.txt';
  let reference = TextDocument.create(uri, languageId, 1, start);
  const report = service.open(uri, languageId, 1, start);
  strikes.forEach((batch, n) => {
    const changes = batch.map((strike) => {
      const change = changeOf(strike, reference.getText(), (o) => reference.positionAt(o));
      // Made anew: the reference keeps the line ends it knew, and does not see a CR meet an LF.
      reference = TextDocument.create(uri, languageId, n + 2, TextDocument.update(reference, [change as never], n + 2).getText());
      return change;
    });
    // Asked each time: what was found before may be kept.
    report.findings();
    report.update(changes, n + 2);
    assert.equal(report.document.text, reference.getText());
  });
  const fresh = service.open(uri, languageId, 1, reference.getText());
  assert.deepEqual(seen(report), seen(fresh));
  assert.deepEqual(seen(report).faults, []);
  for (const block of report.document.blocks) {
    const line = report.document.blocks.lineOf(block);
    assert.equal(report.document.blocks.at(line).block, block);
    assert.equal(report.document.blocks.at(line + block.content.lineCount - 1).block, block);
  }
}

const batches = fc.array(fc.array(strikeArb, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

/** A report with attachments behind it, each longer than what the layout looks at from the ends. */
const LONG = [
  REPORT.replace(/\n+临川市司法局\n2026年1月20日\s*$/, '\n'),
  ...Array.from({ length: 70 }, (_, i) => `第${i}段，继续推进法治政府建设。`),
  '附件：1.执法数据统计表',
  '　　　2.执法人员名册',
  '',
  '临川市司法局',
  '2026年1月20日',
  '附件1',
  '',
  '执法数据统计表',
  ...Array.from({ length: 90 }, (_, i) => `数据说明${i}。`),
  '附件2',
  '执法人员名册',
  ...Array.from({ length: 90 }, (_, i) => `人员说明${i}。`),
  '抄送：临川市人大常委会办公室',
  '',
  '临川市司法局办公室　2026年1月21日印发',
].join('\n');

describe('law: incremental = fresh', function () {
  this.timeout(3_600_000);
  after(() => console.log(`    ${editsMade()} edits`));
  it('holds for a report under edits', () => {
    fc.assert(
      fc.property(batches, (edits) => check(REPORT, edits, 'plaintext')),
      { numRuns: runs },
    );
  });
  it('holds for any text', () => {
    fc.assert(
      fc.property(textArb(), batches, fc.constantFrom('gongwen', 'markdown'), (text, edits, language) => check(text, edits, language)),
      { numRuns: runs },
    );
  });
  it('holds for CRLF', () => {
    fc.assert(
      fc.property(batches, (edits) => check(REPORT.replace(/\n/g, '\r\n'), edits, 'gongwen')),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
  it('holds far from both ends, before attachments', () => {
    fc.assert(
      fc.property(batches, (edits) => check(LONG, edits, 'gongwen')),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
  it('holds in front matter', () => {
    fc.assert(
      fc.property(batches, (edits) => check(`---\ntitle: 甲\n---\n${REPORT}`, edits, 'gongwen')),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
