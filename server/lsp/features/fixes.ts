/** Quick fixes from the findings themselves, and all safe fixes at once. */
import { comparePositions, type Range } from '../../core/text';
import { safeEdits } from '../../safe-edits';
import type { Report, Reported } from '../../service';
import { toQuickFixes, toTextEdits } from '../convert';
import { asksFor, type Feature } from '../feature';
import { CodeActionKind } from '../wire';

/** `source.fixAll` of this tool: safe fixes only. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.gongwen`;

export const fixes: Feature = {
  kinds: [CodeActionKind.QuickFix, FIX_ALL],
  actions({ client }, report, range, wanted) {
    const { wording } = client;
    const quick = asksFor(wanted, CodeActionKind.QuickFix) ? toQuickFixes(report, findingsIn(report, range), wording) : [];
    if (!asksFor(wanted, FIX_ALL)) return quick;
    const { edits, count } = safeEdits(report);
    if (count === 0) return quick;
    const title = wording.locale === 'zh-cn' ? `应用全部安全修正（${count} 处）` : `Apply all safe fixes (${count})`;
    return [...quick, { title, kind: FIX_ALL, edit: { changes: { [report.uri]: toTextEdits(edits) } } }];
  },
};

/** The findings that a range touches. */
export function findingsIn(report: Report, range: Range): Reported[] {
  return report.findings().filter((finding) => {
    const last = finding.line + finding.block.content.lineCount - 1;
    if (finding.line > range.end.line || last < range.start.line) return false;
    const at = report.rangeOf(finding);
    return comparePositions(at.start, range.end) <= 0 && comparePositions(range.start, at.end) <= 0;
  });
}
