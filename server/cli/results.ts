/** What is known of a file after checking it, and what is left of that when it is in words: plain values, so that they pass between threads. */
import type { Basis, Certainty, Severity } from '../core/rule';
import type { Range } from '../core/text';
import type { Encoding } from './decode';

/** A finding in words. */
export interface Found {
  readonly rule: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** With its certainty, as an editor shows it. */
  readonly message: string;
  readonly range: Range;
  readonly basis: readonly Basis[];
  /** The basis as lines of text. */
  readonly basisLines: readonly string[];
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  readonly fixes: readonly FoundFix[];
  readonly fingerprint: string;
  /** Only where a format asks for it. */
  readonly excerpt?: Excerpt;
}

export interface FoundFix {
  readonly title: string;
  readonly safe: boolean;
  /** Empty where no format asks for them. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The sentence of a finding, cut at what is marked; and the heading it stands under. */
export interface Excerpt {
  readonly section: string;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** A file that was checked. */
export interface Checked {
  readonly path: string;
  readonly profile: string | null;
  /** The kind of report in words. */
  readonly kind: string | null;
  readonly reportYear: number | null;
  readonly encoding: Encoding;
  readonly title: string;
  readonly lines: number;
  readonly findings: readonly Found[];
  /** How many findings a baseline holds; they are not among `findings`. */
  readonly known?: number;
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

/** What is left of a file when it has been put into words: small, for there may be many. */
export interface Summary {
  readonly counts: Counts;
  /** How many findings a baseline holds; undefined: there is none. */
  readonly known: number | undefined;
  /** How many findings a safe fix would mend. */
  readonly fixable: number;
  /** For the baseline, where one is to be written. */
  readonly prints: readonly string[];
}

/** What became of a file. */
export interface Outcome {
  /** Its findings in the format that is wanted; null for a file that was not checked. */
  readonly text: string | null;
  readonly summary: Summary;
  /** For the person, in order; `failed`: something that makes the exit code 2. */
  readonly said: readonly { readonly text: string; readonly failed: boolean }[];
  /** With `--fix --dry-run`: what would change. */
  readonly diff?: string;
  /** With `--fix` on the standard input: the bytes to write. */
  readonly fixed?: Uint8Array;
  /** How many safe fixes were made (or would be). */
  readonly fixes: number;
}

/** The sums over all files that were checked. */
export interface Totals {
  readonly files: number;
  readonly counts: Counts;
  readonly known: number | undefined;
  readonly fixable: number;
}

export const NO_SUMMARY: Summary = { counts: { error: 0, warning: 0, info: 0, hint: 0 }, known: undefined, fixable: 0, prints: [] };

/** A file's findings, counted. */
export function summarise({ findings, known }: Checked, withPrints: boolean): Summary {
  const counts: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    counts,
    known,
    fixable: findings.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length,
    prints: withPrints ? findings.map((f) => f.fingerprint) : [],
  };
}

export function totalOf(outcomes: readonly Outcome[]): Totals {
  const checked = outcomes.filter(({ text }) => text !== null).map(({ summary }) => summary);
  const sum = (of: (summary: Summary) => number) => checked.reduce((n, summary) => n + of(summary), 0);
  const known = checked.some((summary) => summary.known !== undefined) ? sum((summary) => summary.known ?? 0) : undefined;
  const counts: Counts = {
    error: sum((s) => s.counts.error),
    warning: sum((s) => s.counts.warning),
    info: sum((s) => s.counts.info),
    hint: sum((s) => s.counts.hint),
  };
  return { files: checked.length, counts, known, fixable: sum((summary) => summary.fixable) };
}
