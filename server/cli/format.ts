/** Findings as text for people and as JSON for programs. The JSON is a contract: fields are added, never changed. */
import { rangeOf } from '../core/edits';
import type { Locale } from '../core/messages';
import type { Severity } from '../core/rule';
import type { Range } from '../core/text';
import { basisLine, messageOf, wordsOf, type Report } from '../service';
import { say, SEVERITY_WORDS } from './words';

/** One file's results. */
export interface FileResult {
  readonly path: string;
  readonly report: Report;
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

export function countAll(results: readonly FileResult[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { report } of results) for (const finding of report.findings()) counts[finding.severity]++;
  return counts;
}

/** The JSON of `--format json`. Lines and columns from 0, columns in UTF-16 code units. */
export function toJson(results: readonly FileResult[], locale: Locale): string {
  return JSON.stringify({ version: 1, files: results.map((result) => fileJson(result, locale)) }, null, 1);
}

function fileJson({ path, report }: FileResult, locale: Locale) {
  const { traits } = report.document;
  return {
    path,
    profile: traits.profile?.id ?? null,
    reportYear: traits.reportYear,
    findings: report.findings().map((finding) => ({
      rule: finding.rule.id,
      severity: finding.severity,
      certainty: finding.certainty,
      message: messageOf(finding, locale),
      range: plain(report.rangeOf(finding)),
      basis: finding.basis.map(({ level, title, article, confirmed }) => ({ level, title, article, confirmed })),
      related: (finding.filed.finding.related ?? []).map(({ at, message, args }) => ({ message: wordsOf(finding.rule, message, args, locale), range: plain(rangeOf(report.document, at.block, at.span)) })),
      fixes: (finding.filed.finding.fixes ?? []).map((fix) => ({
        title: wordsOf(finding.rule, fix.message, fix.args, locale),
        safe: fix.safe,
        edits: report.editsOf(fix).map(({ range, newText }) => ({ range: plain(range), newText })),
      })),
    })),
  };
}

function plain({ start, end }: Range): Range {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** Lines for a terminal: `file:line:column`, both from 1, then severity, message, basis and rule. */
export function toText(results: readonly FileResult[], locale: Locale): string {
  const lines: string[] = [];
  for (const { path, report } of results) {
    if (!report.document.traits.profile) lines.push(say('notReport', locale, { file: path }));
    for (const finding of report.findings()) {
      const { start } = report.rangeOf(finding);
      const basis = finding.basis.map((b) => basisLine(b, locale)).join('；');
      lines.push(`${path}:${start.line + 1}:${start.character + 1} ${SEVERITY_WORDS[finding.severity][locale]} ${messageOf(finding, locale)}${basis ? ` [${basis}]` : ''} ${finding.rule.id}`);
      for (const fix of (finding.filed.finding.fixes ?? []).slice(0, 3)) lines.push(`    ${say('fix', locale, { title: wordsOf(finding.rule, fix.message, fix.args, locale) })}`);
    }
  }
  const counts = countAll(results);
  lines.push(say('summary', locale, { files: results.length, ...counts }));
  return lines.join('\n');
}
