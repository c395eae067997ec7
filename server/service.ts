/**
 * Core, rules and profiles put together: what the language server, the command line and the tests use. Knows no
 * protocol, no file and no clock.
 */
import type { Block } from './core/block';
import { ReportDocument, type Delta } from './core/document';
import { textEdits, type TextEdit, rangeOf } from './core/edits';
import { keysOf } from './core/facts/keys';
import { Linter, RuleSet, type Filed, type RuleFault } from './core/linter';
import { fill, type Args, type Locale } from './core/messages';
import type { Alignment } from './core/alignment';
import type { Profile } from './core/profile';
import type { Basis, Certainty, Fix, OutlineView, Rule, Severity } from './core/rule';
import { fixesTogether, severityOf, type Settings, NO_SETTINGS } from './core/settings';
import { counterIndex } from './core/tally';
import type { Range, Span, TextChange } from './core/text';
import { Silences } from './silences';
import { profiles as bundledProfiles } from './profiles';
import { rules as bundledRules } from './rules';
import unusedException from './rules/exception/unused';

/** What a service is made of. Defaults: all bundled rules and profiles. */
export interface ServiceOptions {
  readonly rules?: readonly Rule[];
  readonly profiles?: readonly Profile[];
  /** Today, as YYYY-MM-DD. */
  readonly today: string;
}

/** A finding ready to be shown: its severity settled, its line known. Words are still to be chosen. */
export interface Reported {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly basis: readonly Basis[];
  readonly block: Block;
  readonly span: Span;
  /** The line at which the block begins. */
  readonly line: number;
  readonly filed: Filed;
  /** What can be done about it. `safe` only where the settings let the rule's fixes be applied along with others. */
  readonly fixes: readonly Fix[];
}

/** What is left out beside levels and directives: exceptions, words of the office, a baseline. */
export interface Exceptions {
  /** Begins a round over all findings of a file: what it returns is asked once for each, in order of place. Undefined when there is nothing to ask. */
  round(): ((finding: Reported) => boolean) | undefined;
}

/** Makes reports of texts. */
export class Service {
  private readonly rules: RuleSet;
  readonly profiles: readonly Profile[];
  readonly today: string;

  constructor(options: ServiceOptions) {
    this.rules = new RuleSet(options.rules ?? bundledRules);
    this.profiles = options.profiles ?? bundledProfiles;
    this.today = options.today;
  }

  /** Every rule. */
  get allRules(): readonly Rule[] {
    return this.rules.all;
  }

  rule(id: string): Rule | undefined {
    return this.rules.all.find((rule) => rule.id === id || rule.aliases?.includes(id));
  }

  /** Opens a text. Any text is welcome; one that is no report has no findings and costs next to nothing. */
  open(uri: string, languageId: string, version: number, text: string, settings: Settings = NO_SETTINGS): Report {
    return new Report(this, this.rules, uri, languageId, version, text, settings);
  }
}

const NO_FIXES: readonly Fix[] = [];
const DIRECTIVE = counterIndex('directive');

/** Whether a change leaves every line where it was. */
function isWithinLine({ range, text }: TextChange): boolean {
  return range !== undefined && range.start.line === range.end.line && !/[\r\n]/.test(text);
}

/** One open text with its findings. */
export class Report {
  readonly document: ReportDocument;
  private readonly linter: Linter;
  private kept: readonly Reported[] | undefined;
  private exceptions: Exceptions | undefined;
  /** Whether there was something to except when findings were last collected. */
  private excepting = false;
  /** Counts up whenever the outline, the layout or the number of lines has changed. */
  structure = 0;

  constructor(
    private readonly service: Service,
    rules: RuleSet,
    uri: string,
    languageId: string,
    version: number,
    text: string,
    private settings: Settings,
  ) {
    this.document = new ReportDocument(uri, languageId, version, text, this.documentSettings(), keysOf);
    this.linter = new Linter(rules, this.document);
  }

  get uri(): string {
    return this.document.uri;
  }
  get languageId(): string {
    return this.document.languageId;
  }
  get version(): number {
    return this.document.version;
  }

  /** How the profile's sections stand to the outline; null for a text without mandated sections. */
  get alignment(): Alignment | null {
    return this.linter.alignment;
  }
  /** What outline rules see. */
  get view(): OutlineView {
    return this.linter.view;
  }
  /** Rules that threw, each once. */
  get faults(): ReadonlyMap<string, RuleFault> {
    return this.linter.faults;
  }
  /** How much work the last change made. */
  get work(): Linter['work'] {
    return this.linter.work;
  }

  /** Applies changes and looks again at what they touched. */
  update(changes: readonly TextChange[], version: number): Delta {
    const lines = this.document.lineCount;
    const delta = this.document.update(changes, version);
    this.linter.apply(delta);
    const directives = delta.counters.has(DIRECTIVE) || this.document.blocks.total(DIRECTIVE) > 0;
    if (directives || !changes.every(isWithinLine)) this.kept = undefined;
    else this.kept = this.keep(delta);
    if (delta.whole || delta.sections || this.document.lineCount !== lines) this.structure++;
    return delta;
  }

  /** Takes other settings. */
  configure(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    this.kept = undefined;
    // Levels are settled when findings are collected; only another kind of report means to look again.
    if (before.profile === settings.profile && before.profiles === settings.profiles) return;
    this.linter.apply(this.document.configure(this.documentSettings()));
    this.structure++;
  }

  /** Takes other exceptions: nothing is looked at again, they are applied when findings are collected. */
  except(exceptions: Exceptions | undefined): void {
    this.exceptions = exceptions;
    this.kept = undefined;
  }

  /** The findings, by place and then by rule; those that are off, excepted or covered by a directive left out. */
  findings(): readonly Reported[] {
    return (this.kept ??= this.collect());
  }

  /** A fix's changes to the text. */
  editsOf(fix: Fix): TextEdit[] {
    return textEdits(this.document, typeof fix.edits === 'function' ? fix.edits() : fix.edits);
  }

  /** Where a finding stands. */
  rangeOf(finding: Reported): Range {
    return rangeOf(this.document, finding.block, finding.span, finding.line);
  }

  /** The kinds of reports known where it lies. */
  get profiles(): readonly Profile[] {
    return this.settings.profiles ?? this.service.profiles;
  }

  private documentSettings() {
    const { today } = this.service;
    return { profiles: this.profiles, today, ...(this.settings.profile === undefined ? {} : { profile: this.settings.profile }) };
  }

  private fixesOf({ rule, finding: { fixes } }: Filed): readonly Fix[] {
    if (!fixes) return NO_FIXES;
    return fixesTogether(this.settings, rule.id) ? fixes : fixes.map((fix) => ({ ...fix, safe: false }));
  }

  private collect(): Reported[] {
    if (!this.document.traits.profile || this.settings.leftAlone) return [];
    const silences = new Silences(this.document.blocks);
    const lines = new Map<Block, number>();
    const all: Reported[] = [];
    for (const filed of this.linter.findings()) {
      const found = this.reported(filed, lines);
      if (!silences.cover(filed.rule.id, found.line)) all.push(found);
    }
    for (const finding of silences.faults(this.service)) all.push(this.reported({ rule: unusedException, finding }, lines));
    all.sort(byPlace);
    // An exception of a rule that is switched off has its use: levels come last.
    const excepted = this.exceptions?.round();
    this.excepting = excepted !== undefined;
    return this.atTheirLevels(excepted ? all.filter((found) => !excepted(found)) : all);
  }

  /** The findings after a change within lines, where no directive is: none has moved. Undefined where they must be collected anew. */
  private keep({ gone, come }: Delta): readonly Reported[] | undefined {
    const { kept, linter } = this;
    if (kept === undefined || linter.changed === 'none') return kept;
    if (linter.changed === 'any' || this.excepting || this.settings.leftAlone) return undefined;
    const lines = new Map<Block, number>();
    const fresh = [...come].flatMap((block) => linter.findingsOf(block).map((filed) => this.reported(filed, lines)));
    const stays = kept.filter(({ block }) => !gone.has(block));
    return merged(stays, this.atTheirLevels(fresh.sort(byPlace)));
  }

  /** @param lines of blocks that were asked for already */
  private reported(filed: Filed, lines: Map<Block, number>): Reported {
    const { rule, finding } = filed;
    const { block, span } = finding.at;
    let line = lines.get(block);
    if (line === undefined) lines.set(block, (line = this.document.blocks.lineOf(block)));
    const basis = finding.basis ?? (rule.basis === 'profile' ? (this.document.traits.profile?.basis ?? []) : rule.basis);
    const severity = finding.severity ?? rule.severity;
    const certainty = finding.certainty ?? rule.certainty;
    return { rule, severity, certainty, basis, block, span, line, filed, fixes: this.fixesOf(filed) };
  }

  private atTheirLevels(all: readonly Reported[]): Reported[] {
    const shown: Reported[] = [];
    for (const found of all) {
      const severity = severityOf(this.settings, found.rule, found.severity);
      if (severity !== undefined) shown.push(severity === found.severity ? found : { ...found, severity });
    }
    return shown;
  }
}

function byPlace(a: Reported, b: Reported): number {
  return (
    a.line - b.line || a.span.from - b.span.from || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0) || a.span.to - b.span.to
  );
}

/** Two lists as one, all in order of place. */
function merged(a: readonly Reported[], b: readonly Reported[]): readonly Reported[] {
  const out: Reported[] = [];
  let k = 0;
  for (const found of a) {
    while (k < b.length && byPlace(b[k], found) < 0) out.push(b[k++]);
    out.push(found);
  }
  return out.concat(b.slice(k));
}

/** 必错, 疑似, 提示 in words. */
export const CERTAINTY: Readonly<Record<Certainty, Readonly<Record<Locale, string>>>> = {
  certain: { 'zh-cn': '必错', en: 'certain' },
  likely: { 'zh-cn': '疑似', en: 'suspected' },
  advice: { 'zh-cn': '提示', en: 'advice' },
};

/** 法规, 国标, 实务 in words. */
export const BASIS_LEVEL: Readonly<Record<Basis['level'], Readonly<Record<Locale, string>>>> = {
  law: { 'zh-cn': '法规', en: 'regulation' },
  standard: { 'zh-cn': '国标', en: 'standard' },
  practice: { 'zh-cn': '实务', en: 'practice' },
};

/** A rule's words. Unknown ids and missing arguments stay visible. */
export function wordsOf(rule: Rule, message: string, args: Args | undefined, locale: Locale): string {
  const template = rule.messages[message];
  return template ? fill(template, args, locale, rule.messages) : message;
}

/** A finding's message, with its certainty: `缺少必备章节“…”（必错）`. */
export function messageOf(finding: Reported, locale: Locale): string {
  const words = wordsOf(finding.rule, finding.filed.finding.message, finding.filed.finding.args, locale);
  return locale === 'zh-cn' ? `${words}（${CERTAINTY[finding.certainty][locale]}）` : `${words} (${CERTAINTY[finding.certainty][locale]})`;
}

/** One basis as a line: `法规：《…》第…条` or, where no source was read, with （待核）. */
export function basisLine(basis: Basis, locale: Locale): string {
  const { title, article, confirmed } = basis;
  const level = BASIS_LEVEL[basis.level][locale];
  // 第二十四条 joins its title; a clause number of a standard (7.2.5) needs a mark between.
  if (locale === 'zh-cn')
    return `${level}：${title}${article === null ? '' : article.startsWith('第') ? article : `，${article}`}${confirmed ? '' : '（待核）'}`;
  return `${level}: ${title}${article === null ? '' : `, ${article}`}${confirmed ? '' : ' (not verified)'}`;
}
