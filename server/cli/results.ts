/** What is known of a file after checking it: plain values, so that they pass between threads and outlive the text. */
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

/** What became of a file. `said`: for the person, in order; `failed`: something that makes the exit code 2. */
export interface Outcome {
  readonly checked: Checked | null;
  readonly said: readonly { readonly text: string; readonly failed: boolean }[];
  /** With `--fix --dry-run`: what would change. */
  readonly diff?: string;
  /** With `--fix` on the standard input: the bytes to write. */
  readonly fixed?: Uint8Array;
  /** How many safe fixes were made (or would be). */
  readonly fixes: number;
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

export function countAll(results: readonly Checked[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of results) for (const { severity } of findings) counts[severity]++;
  return counts;
}
