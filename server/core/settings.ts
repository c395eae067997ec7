/** What a person or an office may set, as plain values. Reading them from JSON is done at the edge. */
import type { Severity } from './rule';

/** How loud a rule is. `default`: as the rule says. */
export type Level = Severity | 'off' | 'default';

export const LEVELS: readonly Level[] = ['off', 'default', 'error', 'warning', 'info', 'hint'];

/** Which files are looked at, as patterns (`server/glob.ts`). Nothing under `include`: all. */
export interface FileFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The settings that findings depend on. */
export interface Settings {
  /** Level by rule id or by family. A rule's own entry wins over its family's. */
  readonly rules: Readonly<Record<string, Level>>;
  /** The kind of report, whatever the text says; undefined: recognise it. */
  readonly profile?: string;
  readonly files?: FileFilter;
  /** `files` leaves this one file alone. */
  readonly leftAlone?: boolean;
}

export const NO_SETTINGS: Settings = Object.freeze({ rules: Object.freeze({}) });

/** The severity a finding is shown with, or undefined when its rule is off. `own` is what the rule says of this case. */
export function severityOf(settings: Settings, ruleId: string, own: Severity): Severity | undefined {
  const { rules } = settings;
  const level = get(rules, ruleId) ?? get(rules, ruleId.slice(0, ruleId.indexOf('/'))) ?? 'default';
  return level === 'off' ? undefined : level === 'default' ? own : level;
}

function get(rules: Settings['rules'], id: string): Level | undefined {
  return Object.prototype.hasOwnProperty.call(rules, id) ? rules[id] : undefined;
}
