/**
 * Passages put together from random sentences whose numbers agree: nothing is said of them. With one number changed
 * beyond tolerance exactly that statement is reported, and a correction that is offered restores silence.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetAt } from '../../server/core/text';
import { Service, type Report } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
const open = (text: string) => service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'official-document' });
const told = (report: Report) => report.findings().filter((f) => f.rule.id.startsWith('figure/'));

const n = fc.integer({ min: 20, max: 400 });
const noun = fc.constantFrom('复议', '信访', '调解', '公证', '仲裁', '听证');
const who = fc.constantFrom('', '全年', '今年以来，', '2025年，', '我局');
const percent = (part: number, whole: number, digits: number) => ((part / whole) * 100).toFixed(digits);

interface Sentence {
  readonly rule: string;
  /** The number to change stands in braces. */
  readonly text: string;
}

const templates: readonly fc.Arbitrary<Sentence>[] = [
  fc.tuple(n, n, n, noun, who).map(([a, b, c, x, w]) => ({
    rule: 'figure/sum',
    text: `${w}办理${x}案件{${a + b + c}}件，其中城区${a}件、镇区${b}件，其余${c}件在山区。`,
  })),
  fc.tuple(n, n, n, noun).map(([a, b, c, x]) => ({
    rule: 'figure/sum',
    text: `${x}案件分三类，共{${a + b + c}}件，分别为甲类${a}件、乙类${b}件、丙类${c}件。`,
  })),
  fc.tuple(n, n, noun).map(([a, b, x]) => ({ rule: 'figure/sum', text: `城区${x}${a}件、镇区${x}${b}件，合计{${a + b}}件。` })),
  fc.tuple(n, n, who).map(([a, b, w]) => ({
    rule: 'figure/rate',
    text: `${w}检查企业${a + b}户次，发现问题${a}户次，问题发现率{${percent(a, a + b, 2)}}%。`,
  })),
  fc.tuple(n, n).map(([a, b]) => ({ rule: 'figure/rate', text: `抽检样品${a + b}批次，合格${a}批次，合格率{${percent(a, a + b, 1)}}%。` })),
  n.map((a) => ({ rule: 'figure/completion', text: `应检查商户{${a}}家，实际检查${a}家，完成率100%。` })),
  fc.tuple(n, n).map(([a, b]) => ({ rule: 'figure/growth', text: `投诉量由${a}件增至${a + b}件，增长{${percent(b, a, 1)}}%。` })),
  fc.tuple(n, n).map(([a, b]) => ({
    rule: 'figure/growth',
    text: `满意度由${(50 + a / 20).toFixed(1)}%提高到${(50 + a / 20 + b / 20).toFixed(1)}%，提高{${(Number((50 + a / 20 + b / 20).toFixed(1)) - Number((50 + a / 20).toFixed(1))).toFixed(1)}}个百分点。`,
  })),
  fc.tuple(n, n).map(([a, b]) => ({ rule: 'figure/flow', text: `原有服务站${a}家，新建${b}家，撤销10家，现有{${a + b - 10}}家。` })),
  fc
    .tuple(n, fc.integer({ min: 2, max: 9 }))
    .map(([a, b]) => ({ rule: 'figure/average', text: `发放补贴${a * b}万元，惠及${a}户，户均{${b}}万元。` })),
];
const passage = fc.tuple(fc.shuffledSubarray([...templates.keys()], { minLength: 1 }), fc.tuple(...templates), fc.boolean());
const plain = (text: string) => text.replace(/[{}]/g, '');
const glue = (parts: readonly string[], lines: boolean) => parts.join(lines ? '\n　　' : '');

describe('passages of figures', () => {
  it('are silent when they agree', () => {
    fc.assert(
      fc.property(passage, ([order, all, lines]) =>
        assert.deepEqual(
          told(
            open(
              glue(
                order.map((i) => plain(all[i].text)),
                lines,
              ),
            ),
          ).map((f) => f.rule.id),
          [],
        ),
      ),
    );
  });

  it('with one number changed: that statement and no other is reported, and a correction offered restores silence', () => {
    fc.assert(
      fc.property(passage, fc.integer({ min: 3, max: 9 }), ([order, all, lines], change) => {
        const target = all[order[0]];
        const parts = order.map((i) => plain(all[i].text));
        parts[0] = target.text.replace(/\{([\d.]+)\}/, (_, number: string) =>
          (Number(number) + change).toFixed(number.split('.')[1]?.length ?? 0),
        );
        const text = glue(parts, lines);
        const report = open(text);
        const found = told(report);
        assert.deepEqual(
          found.map((f) => f.rule.id),
          [target.rule],
          text,
        );
        const fixes = found[0].filed.finding.fixes ?? [];
        assert.ok(fixes.length > 0 && fixes.every((fix) => !fix.safe), `${text}: a figure never changes without a person`);
        const mended = fixes.map((fix) => {
          let out = text;
          for (const { range, newText } of [...report.editsOf(fix)].reverse())
            out = out.slice(0, offsetAt(out, range.start)) + newText + out.slice(offsetAt(out, range.end));
          return out;
        });
        assert.ok(
          mended.some((m) => told(open(m)).length === 0),
          `${text} → ${mended.join(' | ')}`,
        );
      }),
    );
  });

  it('names every operand as a related place', () => {
    const [finding] = told(open('办理案件21件，其中城区7件、镇区5件，其余8件在山区。'));
    assert.deepEqual(
      finding.filed.finding.related!.map(({ at }) => at.block.text.slice(at.span.from, at.span.to)),
      ['21件', '7件', '5件', '8件'],
    );
  });
});
