/** What a person asks of the tool itself: which settings are in force for a file, and how the server is. */
import { effectiveSettings } from '../../effective';
import type { Context, Feature } from '../feature';
import { ServerCommand, type FindingCounts, type ServerInfo } from '../protocol';

export const about: Feature = {
  commands: {
    [ServerCommand.effectiveSettings]: (context, [uri]) => effective(context, String(uri)),
    [ServerCommand.info]: (context, [uri]) => info(context, String(uri)),
  },
};

async function effective({ service, reports, report: open }: Context, uri: string): Promise<string | null> {
  const report = await open(uri);
  if (!report) return null;
  const { settings, from } = await reports.settingsOf(uri);
  return `${JSON.stringify(effectiveSettings(service, report, settings, from), null, 2)}\n`;
}

async function info({ service, reports, version, report: open }: Context, uri: string): Promise<ServerInfo> {
  const report = await open(uri);
  const counts: { -readonly [K in keyof FindingCounts]: number } = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of report?.findings() ?? []) counts[severity]++;
  return {
    version,
    rules: service.allRules.length,
    profiles: (report?.profiles ?? service.profiles).map(({ id }) => id),
    profile: report?.document.traits.profile?.id ?? null,
    reportYear: report?.document.traits.reportYear ?? null,
    counts,
    lastCheck: reports.lastCheck?.milliseconds ?? null,
    settings: report ? (await reports.settingsOf(uri)).from : null,
    faults: [...(report?.faults.keys() ?? [])],
  };
}
