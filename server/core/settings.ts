/** What a person or an office may set, as plain values. Reading them from JSON is done at the edge. */
import type { Profile } from './profile';
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
  /** Whether safe fixes may be applied all together, by rule id or by family; a rule's own entry wins. What is not named may. */
  readonly fixes?: Readonly<Record<string, boolean>>;
  /** The kind of report, whatever the text says; undefined: recognise it. */
  readonly profile?: string;
  /** The kinds of reports known, where an office has its own; undefined: those of the product. */
  readonly profiles?: readonly Profile[];
  readonly files?: FileFilter;
  /** The final check (送审检查): what must be gone before the report leaves the house is at least a warning. */
  readonly final?: boolean;
  /** `files` leaves this one file alone. */
  readonly leftAlone?: boolean;
}

export const NO_SETTINGS: Settings = Object.freeze({ rules: Object.freeze({}) });

/** What `severityOf` asks of a rule. */
interface Shown {
  readonly id: string;
  readonly optional?: boolean;
  readonly final?: Severity;
}

/** The severity a finding is shown with, or undefined when its rule is off. `own` is what the rule says of this case. */
export function severityOf(settings: Settings, rule: Shown, own: Severity): Severity | undefined {
  const level = settled(settings, rule, own);
  return level !== undefined && settings.final && rule.final ? graver(level, rule.final) : level;
}

/** Whether a rule's safe fixes may be applied along with others. If not, they are offered one at a time, as any other fix is. */
export function fixesTogether({ fixes }: Settings, ruleId: string): boolean {
  return fixes === undefined || (get(fixes, ruleId) ?? get(fixes, familyOf(ruleId)) ?? true);
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The graver of two severities. */
function graver(a: Severity, b: Severity): Severity {
  return RANK[a] <= RANK[b] ? a : b;
}

function settled({ rules }: Settings, { id: ruleId, optional }: Shown, own: Severity): Severity | undefined {
  const level = get(rules, ruleId) ?? get(rules, familyOf(ruleId)) ?? 'default';
  if (level === 'default') return optional ? undefined : own;
  return level === 'off' ? undefined : level;
}

function familyOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf('/'));
}

function get<T>(values: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(values, id) ? values[id] : undefined;
}
