/** The options of `gongwen lint`, read and held against what is known. */
import type { Args, Locale } from '../core/messages';
import { FORMAT_NAMES, isFormat, type FormatName } from './format';
import type { FixMode } from './fix';
import { parseCommand, UsageError } from './parse';
import { say } from './words';

/** How to lint. */
export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly locale: Locale;
  readonly profile: string | undefined;
  /** 送审检查. */
  readonly final: boolean;
  readonly today: string | undefined;
  readonly fix: FixMode;
  readonly stdinName: string | undefined;
  /** Where the baseline is; undefined: none is used. */
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  /** So many warnings are borne; undefined: none. */
  readonly maxWarnings: number;
  readonly stats: boolean;
  readonly watch: boolean;
  /** undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly shard: { readonly index: number; readonly count: number } | undefined;
}

/** Where a baseline lies unless `--baseline` says otherwise. */
export const BASELINE_FILE = '.gongwen/baseline.json';

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  locale: { type: 'string' },
  today: { type: 'string' },
  final: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  'max-warnings': { type: 'string' },
  stats: { type: 'boolean' },
  watch: { type: 'boolean' },
  jobs: { type: 'string' },
  shard: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

/** Reads arguments; null: help is wanted. Throws a {@link UsageError} that says what to do. */
export function readOptions(args: readonly string[], env: Env, profiles: readonly string[]): LintOptions | { readonly help: Locale } {
  const { values, positionals, locale } = parseCommand('lint', args, OPTIONS, env);
  const wrong = (word: Parameters<typeof say>[0], more: Args = {}): never => {
    throw new UsageError(say(word, locale, more));
  };
  if (values.help) return { help: locale };
  const format = values.format ?? 'text';
  if (!isFormat(format)) return wrong('badFormat', { name: format, known: FORMAT_NAMES });
  if (values.profile !== undefined && !profiles.includes(values.profile)) wrong('badProfile', { name: values.profile, known: profiles });
  if (values.today !== undefined && !isDate(values.today)) wrong('badDate', { name: values.today });
  if (values['dry-run'] && !values.fix) wrong('dryRunAlone');
  if (values['dry-run'] && values.format !== undefined) wrong('dryRunFormat');
  const stdin = positionals.includes('-');
  if (values['stdin-filename'] !== undefined && !stdin) wrong('stdinName');
  if (values.fix && stdin && !values['dry-run'] && positionals.length > 1) wrong('fixStdin');
  if (values.watch && (stdin || values.fix || values['write-baseline'])) wrong('watchAlone');
  if (positionals.length === 0) wrong('noFiles');
  return {
    paths: positionals,
    format,
    locale,
    profile: values.profile,
    today: values.today,
    final: values.final ?? false,
    fix: values['dry-run'] ? 'show' : values.fix ? 'write' : 'no',
    stdinName: stdin ? (values['stdin-filename'] ?? 'stdin.txt') : undefined,
    baseline: values.baseline ?? (values['write-baseline'] ? BASELINE_FILE : undefined),
    writeBaseline: values['write-baseline'] ?? false,
    maxWarnings:
      values['max-warnings'] === undefined
        ? 0
        : (wholeNumber(values['max-warnings'], 0) ?? wrong('badNumber', { option: '--max-warnings', name: values['max-warnings'] })),
    stats: values.stats ?? false,
    watch: values.watch ?? false,
    jobs:
      values.jobs === undefined ? undefined : (wholeNumber(values.jobs, 1) ?? wrong('badNumber', { option: '--jobs', name: values.jobs })),
    shard: values.shard === undefined ? undefined : (readShard(values.shard) ?? wrong('badShard', { name: values.shard })),
  };
}

/** 2026-02-30 is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wholeNumber(text: string, least: number): number | undefined {
  return /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : undefined;
}

function readShard(text: string): LintOptions['shard'] {
  const m = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [index, count] = [Number(m?.[1]), Number(m?.[2])];
  return index >= 1 && index <= count ? { index, count } : undefined;
}
