/** Comparing reports: two that show the same are the same. */
import { blocksOf } from '../../server/core/layout';
import { COUNTERS } from '../../server/core/tally';
import { messageOf, type Report } from '../../server/service';

/** All that can be seen of a report, as plain values. */
export function seen(report: Report) {
  const { document } = report;
  const { layout, traits } = document;
  return {
    blocks: [...document.blocks].map((b) => [b.kind, b.text, b.content.eol, b.content.context]),
    counters: COUNTERS.map((_, i) => document.blocks.total(i)),
    lines: document.lineCount,
    size: document.blocks.size,
    layout: [layout.titleText, ...blocksOf(layout).map((b) => (b ? document.blocks.lineOf(b) : -1))],
    traits: [traits.profile?.id, traits.reportYear, traits.issuer],
    outline: traits.profile
      ? document.outline.sections.map((s) => [
          s.level,
          s.ordinal,
          s.title,
          document.blocks.lineOf(s.block),
          s.leads.map((l) => [l.lead.ordinal, document.blocks.lineOf(l.block), l.lead.span.from]),
          s.count('ink'),
        ])
      : [],
    keys: [...document.index.keys()].sort(),
    findings: report
      .findings()
      .map((f) => [
        f.rule.id,
        f.severity,
        report.rangeOf(f),
        messageOf(f, 'zh-cn'),
        (f.filed.finding.fixes ?? []).map((x) => report.editsOf(x)),
      ]),
    faults: [...report.faults.values()].map((f) => String(f.error)),
  };
}
