/** The checker for assistants in the editor: a report's findings in words. */
import { basisLine, messageOf, wordsOf, type Report } from '../../service';
import type { Context, Feature } from '../feature';
import { ServerCommand, type CheckedReport } from '../protocol';

export const assistant: Feature = {
  commands: { [ServerCommand.checkReport]: (context, [uri, languageId]) => check(context, String(uri), String(languageId)) },
};

async function check({ report: open, reports, client, host }: Context, uri: string, languageId: string): Promise<CheckedReport | null> {
  const report = (await open(uri)) ?? (await reports.lookAt(uri, languageId))?.report;
  if (report) return inWords(report, client.wording.locale);
  return reports.documents.get(uri) || (await host.read(uri)) !== null ? { profile: null, reportYear: null, findings: [] } : null;
}

function inWords(report: Report, locale: Context['client']['wording']['locale']): CheckedReport {
  const { profile, reportYear } = report.document.traits;
  return {
    profile: profile?.id ?? null,
    reportYear,
    findings: report.findings().map((finding) => ({
      rule: finding.rule.id,
      severity: finding.severity,
      message: messageOf(finding, locale),
      range: report.rangeOf(finding),
      text: finding.block.text.slice(finding.span.from, finding.span.to),
      basis: finding.basis.map((one) => basisLine(one, locale)),
      fixes: finding.fixes.map((fix) => ({
        title: wordsOf(finding.rule, fix.message, fix.args, locale),
        safe: fix.safe,
      })),
    })),
  };
}
