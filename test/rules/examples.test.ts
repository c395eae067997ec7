/**
 * The examples of every rule: `⟦ ⟧` are exactly its findings, `fixed` is the text after the first fix of each and silent
 * in turn, `right` gives nothing. A safe fix brings no new finding at warning or above.
 */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/core/edits';
import type { Example, Rule } from '../../server/core/rule';
import { offsetAt } from '../../server/core/text';
import { Service, type Report } from '../../server/service';

const service = new Service({ today: '2026-01-20' });

describe('rules: examples', () => {
  for (const rule of service.allRules) {
    it(rule.id, async () => {
      const { examples } = (await import(`../../server/rules/${rule.id}.ts`)) as { examples: readonly Example[] };
      assert.ok(
        examples.some((e) => e.wrong !== undefined),
        'an example of what is wrong',
      );
      assert.ok(
        examples.some((e) => e.right !== undefined),
        'an example of what is right',
      );
      for (const example of examples) {
        if (example.wrong !== undefined) checkWrong(rule, example);
        if (example.right !== undefined)
          assert.deepEqual(marked(open(example, example.right), rule), example.right, 'nothing is wrong here');
      }
    });
  }
});

function checkWrong(rule: Rule, example: Example): void {
  const text = example.wrong!.replace(/[⟦⟧]/g, '');
  const report = open(example, text);
  assert.equal(marked(report, rule), example.wrong);
  if (example.fixed === undefined) return;
  const fixes = own(report, rule).map(({ filed }) => filed.finding.fixes?.[0]);
  const edits = fixes.flatMap((fix) => (fix ? report.editsOf(fix) : []));
  const unique = edits.filter((e, i) => edits.findIndex((f) => JSON.stringify(f) === JSON.stringify(e)) === i);
  unique.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  const fixed = applyEdits(report.document.text, unique, offsetAt);
  assert.equal(withoutHead(example, fixed), example.fixed);
  const after = open(example, example.fixed);
  assert.equal(marked(after, rule), example.fixed, 'silent after the fix');
  if (fixes.every((fix) => fix?.safe))
    assert.deepEqual(
      loud(after).filter((r) => !loud(report).includes(r)),
      [],
      'nothing new after a safe fix',
    );
}

function open(example: Example, text: string): Report {
  return service.open('file:///示例.gongwen', 'gongwen', 1, head(example) + text, {
    rules: Object.fromEntries(service.allRules.flatMap(({ id, optional, severity }) => (optional ? [[id, severity]] : []))),
    profile: example.profile ?? 'official-document',
  });
}

function head(example: Example): string {
  return example.year === undefined ? '' : `<!-- gongwen: year=${example.year} -->\n`;
}

function withoutHead(example: Example, text: string): string {
  return text.slice(head(example).length);
}

function own(report: Report, rule: Rule) {
  return report.findings().filter((f) => f.rule.id === rule.id);
}

function loud(report: Report): string[] {
  return report
    .findings()
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => f.rule.id);
}

/** The text with the rule's findings marked, without the head that was put before it. */
function marked(report: Report, rule: Rule): string {
  const { text } = report.document;
  const marks = own(report, rule).flatMap((finding) => {
    const { start, end } = report.rangeOf(finding);
    return [
      { at: offsetAt(text, start), mark: '⟦' },
      { at: offsetAt(text, end), mark: '⟧' },
    ];
  });
  let out = '';
  let at = 0;
  for (const { at: to, mark } of marks.sort((a, b) => a.at - b.at)) {
    out += text.slice(at, to) + mark;
    at = to;
  }
  out += text.slice(at);
  const first = /^<!-- gongwen: year=\d+ -->\n/.exec(out);
  return first ? out.slice(first[0].length) : out;
}
