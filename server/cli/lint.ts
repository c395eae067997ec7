/** `gongwen lint`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { countPrints, readBaseline, writeBaseline, type Baseline } from '../baseline';
import { NodeHost } from '../node/host';
import { SIDE_FOLDER } from '../side-files';
import { rules } from '../rules';
import { contextOf, type CheckOptions } from './check';
import { FORMATS } from './format';
import { listFiles, shardOf, STDIN, type Listed } from './files';
import { kindLines, kindsFor } from './kinds';
import { readOptions, type LintOptions } from './options';
import { UsageError } from './parse';
import { checkAll, jobsFor } from './pool';
import { Progress } from './progress';
import { totalOf, type Outcome, type Totals } from './results';
import { statsText } from './stats';
import { watch } from './watch';
import { reasonOf, say } from './words';

/** The world of a command. */
export interface Streams {
  /** A line of text, or more. */
  out(text: string): void;
  err(text: string): void;
  /** Bytes to the standard output as they are. */
  bytes?(bytes: Uint8Array): void;
  /** The standard input, to its end. */
  stdin?(): Buffer;
  /** Whether the standard output shows colours. */
  readonly colours?: boolean;
  /** Writes to a terminal beside the output, for progress; undefined where there is none. */
  readonly terminal?: (text: string) => void;
  /** The program that a further thread runs; undefined: there are none. */
  readonly threadFile?: string;
  readonly version?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Lints what the arguments name. Returns the exit code: 0 nothing to stop for, 1 findings, 2 wrong usage or a file that cannot be read or written. */
export async function lint(args: readonly string[], streams: Streams, env: Env): Promise<number> {
  const kinds = await kindsFor(args);
  let options: LintOptions;
  try {
    const read = readOptions(
      args,
      env,
      kinds.map(({ id }) => id),
    );
    if ('help' in read) {
      streams.out(say('lintUsage', read.help).replace('{kinds}', () => kindLines(kinds, read.help)));
      return 0;
    }
    options = read;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(error.message);
    return 2;
  }
  const run = new Run(options, streams);
  return options.watch ? watch(options.paths, options.locale, streams, () => run.once()) : run.once();
}

/** Files that have been checked, for `--watch`: what has not changed is not checked again. */
interface Kept {
  readonly stamp: string;
  readonly outcome: Outcome;
}

class Run {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly options: LintOptions,
    private readonly streams: Streams,
  ) {}

  async once(stampOf?: (path: string) => string): Promise<number> {
    const { options, streams } = this;
    const { locale } = options;
    const began = performance.now();
    let failed = false;
    const complain = (text: string, counts = true) => {
      failed ||= counts;
      streams.err(text);
    };
    const baseline = this.baseline();
    if (baseline === 'fault') return 2;
    const listed = listFiles(options.paths);
    for (const file of listed.empty) complain(say('emptyFolder', locale, { file }));
    for (const { folder, why } of listed.closed) complain(say('unreadable', locale, { file: folder, why: reasonOf(why, locale) }));
    const all = options.shard ? shardOf(listed.files, options.shard) : listed.files;
    if (all.length === 0 && !failed) streams.err(say('emptyShard', locale));
    const files = all.map((file) => (file.path === STDIN ? { path: options.stdinName!, named: true } : file));
    const listMs = performance.now() - began;

    const changed = stampOf ? files.filter(({ path: name }) => this.kept.get(name)?.stamp !== stampOf(name)) : files;
    const jobs = streams.threadFile === undefined ? 1 : Math.max(1, Math.min(options.jobs ?? jobsFor(changed), changed.length));
    const progress = new Progress(streams.terminal, changed.length, locale);
    const { outcomes: fresh, times } = await checkAll(changed, this.checkOptions(baseline), jobs, streams.threadFile, (done) =>
      progress.tell(done),
    );
    progress.end();
    changed.forEach(({ path: name }, i) => this.kept.set(name, { stamp: stampOf?.(name) ?? '', outcome: fresh[i] }));
    const outcomes = files.map(({ path: name }) => this.kept.get(name)!.outcome);

    // Each thread reads the settings for itself: what is wrong in them is said once.
    const said = new Set<string>();
    for (const { text, failed: counts } of outcomes.flatMap((outcome) => outcome.said)) {
      if (!said.has(text)) complain(text, counts);
      said.add(text);
    }
    const totals = totalOf(outcomes);
    if (options.writeBaseline) {
      try {
        await this.keepBaseline(files, outcomes);
      } catch (error) {
        const why = reasonOf(error instanceof Error ? error.message : String(error), locale);
        streams.err(say('baselineNotWritten', locale, { file: options.baseline!, why }));
        return 2;
      }
      const { error, warning, info, hint } = totals.counts;
      streams.err(say('baselineWritten', locale, { count: error + warning + info + hint, file: options.baseline! }));
      return failed ? 2 : 0;
    }
    const printing = performance.now();
    this.show(outcomes, totals);
    if (times) {
      times.phases.list = listMs;
      times.phases.print = performance.now() - printing;
      streams.err(statsText(times, files.length, performance.now() - began, jobs, locale));
    }
    const { error, warning } = totals.counts;
    if (options.final) streams.err(error + warning > 0 ? say('finalRest', locale, { count: error + warning }) : say('finalDone', locale));
    if (failed) return 2;
    const wouldFix = options.fix === 'show' && outcomes.some(({ fixes }) => fixes > 0);
    return error > 0 || warning > options.maxWarnings || wouldFix ? 1 : 0;
  }

  private checkOptions(baseline: Baseline | undefined): CheckOptions {
    const { locale, today, profile, final, format, fix, stdinName, stats, writeBaseline: prints } = this.options;
    return {
      locale,
      today,
      profile,
      final,
      fix,
      stats,
      format,
      prints,
      colours: this.streams.colours === true,
      version: this.streams.version ?? '',
      baseline: prints ? 'none' : baseline ? { folder: pathToFileURL(this.baselineFolder()).href, files: baseline } : 'nearest',
      stdin: stdinName === undefined ? undefined : { bytes: this.streams.stdin?.() ?? Buffer.alloc(0), name: stdinName },
    };
  }

  private show(outcomes: readonly Outcome[], totals: Totals): void {
    const { streams, options } = this;
    const { format, fix, locale } = options;
    const fixes = outcomes.reduce((sum, outcome) => sum + outcome.fixes, 0);
    if (fix === 'show') {
      for (const { diff } of outcomes) if (diff) streams.out(diff);
      streams.err(say('wouldFix', locale, { count: fixes }));
      return;
    }
    const context = contextOf(
      { locale, colours: streams.colours === true, version: streams.version ?? '' },
      new NodeHost(options.today).today(),
      rules,
    );
    const pieces = FORMATS[format].whole(
      outcomes.flatMap(({ text }) => text ?? []),
      totals,
      context,
    );
    const mended = outcomes.flatMap(({ fixed }) => (fixed ? [fixed] : []));
    for (const bytes of mended) streams.bytes?.(bytes);
    // Where the standard output is the mended text, what is left to say goes beside it.
    for (const piece of pieces) (mended.length > 0 ? streams.err : streams.out)(piece);
    if (fix === 'write') streams.err(say('fixed', locale, { count: fixes }));
  }

  /** The baseline, undefined where none is wanted. */
  private baseline(): Baseline | undefined | 'fault' {
    const { baseline: file, writeBaseline: writes, locale } = this.options;
    if (file === undefined || writes) return undefined;
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      this.streams.err(say('noBaseline', locale, { file }));
      return 'fault';
    }
    const read = readBaseline(text);
    if (!read) this.streams.err(say('badBaseline', locale, { file }));
    return read ?? 'fault';
  }

  private async keepBaseline(files: readonly Listed[], outcomes: readonly Outcome[]): Promise<void> {
    const prints = new Map<string, ReadonlyMap<string, number>>();
    // What was not looked at this time, and is still there, stays known.
    for (const [name, counts] of this.formerBaseline()) {
      if (existsSync(path.join(this.baselineFolder(), name))) prints.set(name, counts);
    }
    files.forEach(({ path: name }, i) => prints.set(this.nameInBaseline(name), countPrints(outcomes[i].summary.prints)));
    await new NodeHost().write(pathToFileURL(path.resolve(this.options.baseline!)).href, writeBaseline(prints));
  }

  private formerBaseline(): Baseline {
    try {
      return readBaseline(readFileSync(this.options.baseline!, 'utf8')) ?? new Map<string, never>();
    } catch {
      return new Map();
    }
  }

  /** A file as a baseline names it. */
  private nameInBaseline(name: string): string {
    return path.relative(this.baselineFolder(), path.resolve(name)).replaceAll(path.sep, '/');
  }

  /** What the paths of a baseline start from: the folder that holds `.gongwen`, else the baseline's own. */
  private baselineFolder(): string {
    const folder = path.dirname(path.resolve(this.options.baseline!));
    return path.basename(folder) === SIDE_FOLDER ? path.dirname(folder) : folder;
  }
}
