/** Law 4: after a fix its finding is gone and no new one at warning or above has come; safe fixes together settle in few rounds. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/edits';
import { comparePositions, offsetAt } from '../../server/core/text';
import { Service, messageOf, type Report, type Reported } from '../../server/service';
import { safeEdits } from '../../server/safe-edits';
import { REPORT, textArb } from '../support/texts';

const service = new Service({ today: '2026-01-20' });
const open = (text: string): Report => service.open('file:///a.gongwen', 'gongwen', 1, text);
const key = (f: Reported) => `${f.rule.id} ${messageOf(f, 'zh-cn')} ${f.block.text.slice(f.span.from, f.span.to)}`;
const loud = (report: Report) => report.findings().filter((f) => f.severity === 'error' || f.severity === 'warning');
const tally = (list: readonly string[]) => list.reduce((m, k) => m.set(k, (m.get(k) ?? 0) + 1), new Map<string, number>());

/** Checks every fix of every finding of a text. Returns how many there were. */
function checkFixes(text: string): number {
  const report = open(text);
  const before = report.findings();
  const loudBefore = tally(loud(report).map((f) => f.rule.id));
  let n = 0;
  for (const finding of before) {
    for (const fix of finding.filed.finding.fixes ?? []) {
      n++;
      const edits = report.editsOf(fix);
      const after = applyEdits(text, edits, offsetAt);
      const name = `${key(finding)} → ${JSON.stringify(edits.map((e) => e.newText))}\n${text}\n→\n${after}`;
      assert.notEqual(after, text, `the fix changes nothing: ${name}`);
      const now = open(after);
      const at = report.rangeOf(finding).start;
      const same = (f: Reported) => key(f) === key(finding);
      // It stays when there are as many of its like as before and, where the text before it is as it was, one at its place.
      const moved = edits.some((e) => comparePositions(e.range.start, at) < 0);
      const left = now.findings().filter(same);
      const stays =
        left.length >= before.filter(same).length && (moved || left.some((f) => comparePositions(now.rangeOf(f).start, at) === 0));
      assert.ok(!stays, `the finding stays: ${name}`);
      if (!fix.safe) continue;
      for (const [rule, k] of tally(loud(now).map((f) => f.rule.id)))
        assert.ok(k <= (loudBefore.get(rule) ?? 0), `a new ${rule} came: ${name}`);
    }
  }
  return n;
}

describe('law: fixes hold', () => {
  const drafts = readdirSync('examples').filter((f) => /\.(txt|md|gongwen)$/.test(f));
  for (const file of drafts) {
    it(`in examples/${file}`, () => {
      const text = readFileSync(`examples/${file}`, 'utf8');
      const n = checkFixes(text);
      if (file.includes('faulty') || file.includes('有误')) assert.ok(n > 5, `${n} fixes`);
    });
  }

  it('in reports of random pieces', () => {
    fc.assert(
      fc.property(textArb(25), (piece) => {
        checkFixes(REPORT.replace('继续推进。', `继续推进。\n${piece}\n`));
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 300) },
    );
  });

  it('all safe fixes together are idempotent after a few rounds', () => {
    fc.assert(
      fc.property(textArb(25), (piece) => {
        let text = REPORT.replace('继续推进。', `继续推进。\n${piece}\n`);
        for (let round = 0; round < 6; round++) {
          const { edits } = safeEdits(open(text));
          if (edits.length === 0) return;
          text = applyEdits(text, edits, offsetAt);
        }
        assert.fail(`safe fixes do not settle:\n${text}`);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 300) },
    );
  });
});
