/** Checking one file: the same in the main thread and in the others. */
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { compareToBaseline, readBaseline, type Baseline } from '../baseline';
import { CONFIG_MESSAGES, MOST_PROBLEMS, Resolver, type ConfigProblem } from '../config';
import { fingerprint, sentenceSpan } from '../core/fingerprint';
import { rangeOf } from '../core/edits';
import { fill, type Locale } from '../core/messages';
import { NO_SETTINGS, type Settings } from '../core/settings';
import { positionAt, type Range } from '../core/text';
import { BASELINE_FILE, ExceptionFiles } from '../exceptions';
import { NodeHost } from '../node/host';
import { basisLine, messageOf, Service, wordsOf, type Report, type Reported } from '../service';
import { pathBelow, SideFiles } from '../side-files';
import { fixFile, type FixMode } from './fix';
import { languageOf, readText, textOf, type Listed } from './files';
import { FORMATS, type Format, type FormatContext, type FormatName } from './format';
import { NO_SUMMARY, summarise, type Checked, type Excerpt, type Found, type Outcome } from './results';
import { Stopwatch, timedRules } from './stats';
import { visible } from './visible';
import { reasonOf, say } from './words';

/** How to check; plain, so that it passes between threads. */
export interface CheckOptions {
  readonly locale: Locale;
  readonly today: string | undefined;
  readonly profile: string | undefined;
  /** 送审检查: what must be gone is at least a warning. */
  readonly final: boolean;
  readonly format: FormatName;
  readonly colours: boolean;
  readonly version: string;
  /** Whether a baseline will be written. */
  readonly prints: boolean;
  readonly fix: FixMode;
  /** The standard input, if it was read, and the name it goes by. */
  readonly stdin: { readonly bytes: Uint8Array; readonly name: string } | undefined;
  /** `nearest`: the one beside the settings, as an editor uses it. `folder`: what the paths of the baseline start from, as a URI. */
  readonly baseline: 'none' | 'nearest' | { readonly folder: string; readonly files: Baseline };
  readonly stats: boolean;
}

/** What the format is told. */
export function contextOf(
  { locale, colours, version }: Pick<CheckOptions, 'locale' | 'colours' | 'version'>,
  today: string,
  rules: FormatContext['rules'],
): FormatContext {
  return { locale, colours, version, today, rules };
}

/** Checks files, one after the other. */
export class Checker {
  readonly stopwatch: Stopwatch | undefined;
  private readonly service: Service;
  private readonly resolver: Resolver;
  private readonly exceptions: ExceptionFiles;
  private readonly sideFiles: SideFiles;
  private readonly baselines = new Map<string, Baseline | null>();
  private readonly format: Format;
  private readonly context: FormatContext;
  private said: { text: string; failed: boolean }[] = [];

  constructor(private readonly options: CheckOptions) {
    const host = new NodeHost(options.today);
    this.stopwatch = options.stats ? new Stopwatch() : undefined;
    const today = host.today();
    this.service = new Service({ today });
    this.format = FORMATS[options.format];
    this.context = contextOf(options, today, this.service.allRules);
    if (this.stopwatch) this.service = new Service({ today, rules: timedRules(this.service.allRules, this.stopwatch) });
    this.resolver = resolverFor(this.service, host, options.locale, (text) => this.say(text, false));
    this.exceptions = new ExceptionFiles(host, (uri, text, problems) => {
      for (const line of problemLines(uri, text, problems, options.locale)) this.say(line, false);
    });
    this.sideFiles = new SideFiles(host);
  }

  async check({ path: name, named }: Listed): Promise<Outcome> {
    this.said = [];
    const { options, stopwatch } = this;
    const { stdin } = options;
    const asStdin = stdin !== undefined && name === stdin.name;
    stopwatch?.start('read');
    const read = asStdin ? textOf(Buffer.from(stdin.bytes)) : readText(name);
    if ('fault' in read) {
      this.say(say(read.fault, options.locale, { file: name, why: reasonOf(read.why, options.locale) }), true);
      return this.outcome(null);
    }
    stopwatch?.start('settings');
    const uri = pathToFileURL(path.resolve(name)).href;
    const settings = await this.settingsOf(uri);
    if (settings.leftAlone && !named) return this.outcome(null);
    const exceptions = await this.exceptions.of(uri, false);
    const known = await this.knownOf(uri);
    stopwatch?.start('check');
    const open = (text: string): Report => {
      const made = this.service.open(uri, languageOf(name), 1, text, { ...settings, leftAlone: false });
      made.except(exceptions);
      return made;
    };
    let report = open(read.text);
    let fixes = 0;
    let diff: string | undefined;
    let fixed: Uint8Array | undefined;
    if (options.fix !== 'no') {
      const done = fixFile(name, report, read, options.fix, asStdin, open);
      if (done.fault)
        this.say(
          say(done.fault, options.locale, { file: name, encoding: read.encoding, why: reasonOf(done.why ?? '', options.locale) }),
          true,
        );
      ({ report, fixes, diff, fixed } = done);
    }
    report.findings();
    const unused = report.document.traits.profile ? await this.exceptions.unused(uri, exceptions) : null;
    if (unused) for (const line of problemLines(unused.side.uri, unused.side.text, unused.problems, options.locale)) this.say(line, false);
    for (const [id, { error }] of report.faults)
      this.say(visible(`${name}: ${id}: ${error instanceof Error ? error.message : String(error)}`), true);
    stopwatch?.start('words');
    const checked = without(this.describe(name, report, read.encoding), known);
    return { ...this.outcome(checked), fixes, ...(diff === undefined ? {} : { diff }), ...(fixed === undefined ? {} : { fixed }) };
  }

  private async settingsOf(uri: string): Promise<Settings> {
    const { settings } = await this.resolver.resolve(uri, NO_SETTINGS);
    const { profile, final } = this.options;
    return { ...settings, ...(profile === undefined ? {} : { profile }), ...(final ? { final } : {}) };
  }

  /** What a baseline holds of a file; undefined where there is none. */
  private async knownOf(uri: string): Promise<ReadonlyMap<string, number> | undefined> {
    const { baseline, locale } = this.options;
    if (baseline === 'none') return undefined;
    if (baseline !== 'nearest') return baseline.files.get(pathBelow(baseline.folder, uri) ?? '') ?? new Map();
    const side = await this.sideFiles.find(uri, BASELINE_FILE);
    if (!side) return undefined;
    let files = this.baselines.get(side.uri);
    if (files === undefined) {
      this.baselines.set(side.uri, (files = readBaseline(side.text)));
      if (!files) this.say(say('badBaseline', locale, { file: fileURLToPath(side.uri) }), false);
    }
    return files?.get(pathBelow(side.folder, uri) ?? '');
  }

  private say(text: string, failed: boolean): void {
    this.said.push({ text, failed });
  }

  private outcome(checked: Checked | null): Outcome {
    const text = checked && this.format.file(checked, this.context);
    this.stopwatch?.stop();
    return { text, summary: checked ? summarise(checked, this.options.prints) : NO_SUMMARY, said: this.said, fixes: 0 };
  }

  private describe(name: string, report: Report, encoding: Checked['encoding']): Checked {
    const { traits, layout, lineCount } = report.document;
    const sections = this.format.excerpts ? sectionLines(report) : [];
    return {
      path: name,
      profile: traits.profile?.id ?? null,
      kind: traits.profile?.title[this.options.locale] ?? null,
      reportYear: traits.reportYear,
      encoding,
      title: traits.profile && this.format.excerpts ? layout.titleText : '',
      lines: lineCount,
      findings: report.findings().map((finding) => this.found(report, finding, sections)),
    };
  }

  private found(report: Report, finding: Reported, sections: readonly SectionLine[]): Found {
    const { locale } = this.options;
    const { edits, excerpts } = this.format;
    const { rule } = finding;
    const { related } = finding.filed.finding;
    return {
      rule: rule.id,
      severity: finding.severity,
      certainty: finding.certainty,
      message: messageOf(finding, locale),
      range: plain(report.rangeOf(finding)),
      basis: finding.basis.map(({ level, title, article, confirmed }) => ({ level, title, article, confirmed })),
      basisLines: finding.basis.map((basis) => basisLine(basis, locale)),
      related: (related ?? []).map(({ at, message, args }) => ({
        message: wordsOf(rule, message, args, locale),
        range: plain(rangeOf(report.document, at.block, at.span)),
      })),
      fixes: finding.fixes.map((fix) => ({
        title: wordsOf(rule, fix.message, fix.args, locale),
        safe: fix.safe,
        edits: edits ? report.editsOf(fix).map(({ range, newText }) => ({ range: plain(range), newText })) : [],
      })),
      fingerprint: fingerprint(finding),
      ...(excerpts ? { excerpt: excerptOf(finding, sections) } : {}),
    };
  }
}

/** Only what a baseline does not hold. */
function without(checked: Checked, known: ReadonlyMap<string, number> | undefined): Checked {
  if (!known) return checked;
  const { isNew } = compareToBaseline(
    checked.findings.map((f) => f.fingerprint),
    known,
  );
  const findings = checked.findings.filter((_, i) => isNew[i]);
  return { ...checked, findings, known: checked.findings.length - findings.length };
}

/** The resolver of the command line; what is wrong in a settings file is told, once. */
export function resolverFor(service: Service, host: NodeHost, locale: Locale, tell: (text: string) => void): Resolver {
  const known = {
    rules: service.allRules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]),
    profiles: service.profiles.map((p) => p.id),
  };
  return new Resolver(host, known, (uri, text, { problems }) => problemLines(uri, text, problems, locale).forEach(tell));
}

/** What is wrong in a side file, as `file:line:column`. */
export function problemLines(uri: string, text: string, problems: readonly ConfigProblem[], locale: Locale): string[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ from, message, args }) => {
    const at = positionAt(text, from);
    return say('config', locale, {
      file: fileURLToPath(uri),
      line: at.line + 1,
      column: at.character + 1,
      why: fill(CONFIG_MESSAGES[message], args, locale, CONFIG_MESSAGES),
    });
  });
}

interface SectionLine {
  readonly line: number;
  readonly title: string;
}

function sectionLines({ document }: Report): SectionLine[] {
  if (!document.traits.profile) return [];
  return document.outline.sections.map(({ block, heading, title }) => ({
    line: document.blocks.lineOf(block),
    title: block.text.slice(heading.number.from, heading.number.to) + title,
  }));
}

/** A marked sentence longer than this loses its ends. */
const LONGEST_EXCERPT = 60;

function excerptOf({ block, span, line, filed }: Reported, sections: readonly SectionLine[]): Excerpt {
  const section = sections.filter((s) => s.line <= line).at(-1)?.title ?? '';
  if (filed.finding.absent !== undefined) return { section, before: '', marked: '', after: '' };
  const { text } = block;
  const { from, to } = sentenceSpan(text, span);
  const start = Math.max(Math.min(from, span.from), span.from - LONGEST_EXCERPT);
  const end = Math.min(Math.max(to, span.to), span.to + LONGEST_EXCERPT);
  return {
    section,
    before: (start > from ? '…' : '') + text.slice(start, span.from),
    marked: text.slice(span.from, span.to),
    after: text.slice(span.to, end) + (end < to ? '…' : ''),
  };
}

function plain({ start, end }: Range): Range {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
