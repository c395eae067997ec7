/** All safe fixes of a text together: the same for the editor and for the command line. */
import type { TextEdit } from './core/edits';
import type { Report } from './service';

/** The edits of all safe fixes together, those left out that overlap an earlier one; and how many fixes they are. */
export function safeEdits(report: Report): { edits: TextEdit[]; count: number } {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const finding of report.findings()) {
    const fix = finding.fixes.find(({ safe }) => safe);
    if (!fix) continue;
    const edits = report.editsOf(fix);
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => meet(edit, other)))) continue;
    taken.push(...edits);
    count++;
  }
  taken.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  return { edits: taken, count };
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return before(a.range.start, b.range.end) && before(b.range.start, a.range.end);
}

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
