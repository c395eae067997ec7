/** The settings that hold for a file, put together for a person to read: the same from the editor and from the command line. */
import { fixesTogether, severityOf, type Level, type Settings } from './core/settings';
import type { Report, Service } from './service';

/** What is in force for one file. */
export interface Effective {
  /** The settings file they come from; null: the editor's own, or none. */
  readonly from: string | null;
  readonly profile: { readonly id: string; readonly title: string; readonly chosen: boolean } | null;
  readonly reportYear: number | null;
  /** `files` leaves this file alone. */
  readonly leftAlone: boolean;
  /** Each rule with its level. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Rules whose level is not their own. */
  readonly changed: readonly string[];
  /** Rules whose safe fixes are not applied along with others. */
  readonly oneAtATime: readonly string[];
  readonly files: Settings['files'] | null;
}

/** Puts together what is in force. */
export function effectiveSettings(service: Service, report: Report, settings: Settings, from: string | null): Effective {
  const { profile, reportYear } = report.document.traits;
  const levels = service.allRules.map((rule): [string, Level] => [rule.id, severityOf(settings, rule, rule.severity) ?? 'off']);
  return {
    from,
    profile: profile ? { id: profile.id, title: profile.title['zh-cn'], chosen: settings.profile === profile.id } : null,
    reportYear,
    leftAlone: settings.leftAlone === true,
    changed: service.allRules.flatMap((rule, i) => (levels[i][1] === (rule.optional ? 'off' : rule.severity) ? [] : [rule.id])),
    oneAtATime: service.allRules.flatMap(({ id }) => (fixesTogether(settings, id) ? [] : [id])),
    files: settings.files ?? null,
    rules: Object.fromEntries(levels),
  };
}
