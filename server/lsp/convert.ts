/** From the service's values to the protocol's: the last step, and the only one that knows LSP. */
import type {
  CodeAction,
  Diagnostic,
  DiagnosticRelatedInformation,
  DocumentSymbol,
  FoldingRange,
  TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import { rangeOf, type TextEdit } from '../core/edits';
import type { Locale } from '../core/messages';
import type { PlacedLead, Section } from '../core/outline';
import type { Related, Severity } from '../core/rule';
import { shownOf, type Shown } from './outline-limit';
import { basisLine, CERTAINTY, messageOf, wordsOf, type Report, type Reported } from '../service';
import { CodeActionKind, DiagnosticSeverity, DiagnosticTag, FoldingRangeKind, SymbolKind } from './wire';

/** At most so many findings of one rule, and of one document, go to an editor; the rest is one notice. */
export const MOST_OF_A_RULE = 100;
export const MOST_OF_A_DOCUMENT = 1000;

/** Name under which findings stand in the Problems panel. */
export const SOURCE = 'gongwen';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const REST = {
  'zh-cn': (n: number) => `另有 ${n} 处未列出，先处理已列出的`,
  en: (n: number) => `${n} more are not listed; see to these first`,
};

/** How diagnostics are worded and linked. */
export interface Wording {
  readonly locale: Locale;
  /** Base of the rule pages, if the client has them. */
  readonly rulePages?: string;
}

/** A report's findings as diagnostics: the worst first where there are too many, then in order of place. The same array as long as the findings are; nobody writes into it. */
export function toDiagnostics(report: Report, wording: Wording): Diagnostic[] {
  const all = report.findings();
  const last = lists.get(report);
  if (last?.of === all && last.wording === wording) return last.items;
  const shown = mostImportant(all);
  const known = diagnosticsIn(wording);
  const items = shown.map((finding) => diagnosticOf(report, finding, wording, known));
  if (shown.length < all.length) {
    items.push({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: REST[wording.locale](all.length - shown.length),
    });
  }
  lists.set(report, { of: all, wording, items });
  return items;
}

/** What was last made of a report's findings. */
const lists = new WeakMap<Report, { readonly of: readonly Reported[]; readonly wording: Wording; readonly items: Diagnostic[] }>();

function mostImportant(all: readonly Reported[]): readonly Reported[] {
  if (all.length <= MOST_OF_A_RULE) return all;
  const ofRule = new Map<Reported['rule'], number>();
  const kept: boolean[] = all.map(() => false);
  let size = 0;
  for (const severity of WORST_FIRST) {
    for (let i = 0; i < all.length && size < MOST_OF_A_DOCUMENT; i++) {
      if (all[i].severity !== severity) continue;
      const { rule } = all[i];
      const n = ofRule.get(rule) ?? 0;
      if (n >= MOST_OF_A_RULE) continue;
      ofRule.set(rule, n + 1);
      kept[i] = true;
      size++;
    }
  }
  return size === all.length ? all : all.filter((_, i) => kept[i]);
}

/** One finding as a diagnostic: the same object as long as it says the same, so that nothing is worded or compared twice. */
export function toDiagnostic(report: Report, finding: Reported, wording: Wording): Diagnostic {
  return diagnosticOf(report, finding, wording, diagnosticsIn(wording));
}

function diagnosticOf(report: Report, finding: Reported, wording: Wording, known: WeakMap<Reported['filed'], Kept>): Diagnostic {
  const last = known.get(finding.filed);
  const { blocks } = report.document;
  const stays =
    last !== undefined &&
    last.line === finding.line &&
    last.severity === finding.severity &&
    (last.others.length === 0 || last.others.every(({ at }, i) => blocks.lineOf(at.block) === last.lines[i]));
  if (stays) return last.diagnostic;
  const others = last?.others ?? elsewhere(finding);
  const message = last?.message ?? messageOf(finding, wording.locale);
  const diagnostic = worded(report, finding, others, wording, message);
  const { line, severity } = finding;
  known.set(finding.filed, { line, severity, message, others, lines: others.map(({ at }) => blocks.lineOf(at.block)), diagnostic });
  return diagnostic;
}

interface Kept {
  readonly line: number;
  readonly severity: Severity;
  readonly message: string;
  readonly others: readonly Related[];
  /** Of each place it points to: the first line of its block. */
  readonly lines: readonly number[];
  readonly diagnostic: Diagnostic;
}

/** Where else one should look. What lies inside the finding's own range is under the eyes already: an editor would only list it again. */
function elsewhere({ filed: { finding } }: Reported): readonly Related[] {
  const { at, related } = finding;
  if (!related) return NONE;
  const inside = (other: Related) => other.at.block === at.block && other.at.span.from >= at.span.from && other.at.span.to <= at.span.to;
  return related.every(inside) ? NONE : related.filter((other) => !inside(other));
}

const NONE: readonly never[] = [];

/** Diagnostics by wording and finding; they go when the finding goes. */
const kept = new WeakMap<Wording, WeakMap<Reported['filed'], Kept>>();

function diagnosticsIn(wording: Wording): WeakMap<Reported['filed'], Kept> {
  let known = kept.get(wording);
  if (!known) kept.set(wording, (known = new WeakMap()));
  return known;
}

function worded(
  report: Report,
  finding: Reported,
  others: readonly Related[],
  { locale, rulePages }: Wording,
  message: string,
): Diagnostic {
  const { severity, rule } = finding;
  const diagnostic: Diagnostic = { range: report.rangeOf(finding), severity: SEVERITY[severity], code: rule.id, source: SOURCE, message };
  if (rulePages !== undefined) diagnostic.codeDescription = { href: `${rulePages}${rule.id}.md` };
  if (rule.id === 'residue/web-page') diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (others.length > 0)
    diagnostic.relatedInformation = others.map(({ at, message, args }): DiagnosticRelatedInformation => {
      const range = rangeOf(report.document, at.block, at.span);
      return { location: { uri: report.uri, range }, message: wordsOf(rule, message, args, locale) };
    });
  return diagnostic;
}

/** The quick fixes of findings, each with its diagnostic. */
export function toQuickFixes(report: Report, findings: readonly Reported[], wording: Wording): CodeAction[] {
  return findings.flatMap((finding) => {
    const { fixes } = finding;
    if (fixes.length === 0) return [];
    const diagnostics = [toDiagnostic(report, finding, wording)];
    return fixes.map((fix, i): CodeAction => ({
      title: wordsOf(finding.rule, fix.message, fix.args, wording.locale),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(i === 0 && (fix.safe || fixes.length === 1) ? { isPreferred: true } : {}),
      edit: { changes: { [report.uri]: toTextEdits(report.editsOf(fix)) } },
    }));
  });
}

export function toTextEdits(edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range, newText }));
}

/** The outline as symbols: sections, and run-in leads as their lowest level; so many of them as an editor can bear. */
export function toSymbols(report: Report): DocumentSymbol[] {
  const { outline } = report.document;
  const shown = shownOf(outline);
  return [
    ...(shown.leads ? outline.leads.map((lead) => leadSymbol(report, lead)) : []),
    ...shown.sections(outline.roots).map((section) => sectionSymbol(report, section, shown)),
  ];
}

function sectionSymbol(report: Report, section: Section, shown: Shown): DocumentSymbol {
  const { blocks } = report.document;
  const { heading, block } = section;
  const line = blocks.lineOf(block);
  const number = block.text.slice(heading.number.from, heading.number.to);
  return {
    name: `${number}${section.title}` || number || '—',
    kind: section.level <= 1 ? SymbolKind.Module : section.level === 2 ? SymbolKind.Class : SymbolKind.Field,
    range: sectionRange(report, section, line),
    selectionRange: rangeOf(report.document, block, { from: heading.number.from, to: Math.max(heading.number.to, heading.title.to) }, line),
    children: [
      ...(shown.leads ? section.leads.map((lead) => leadSymbol(report, lead)) : []),
      ...shown.sections(section.children).map((child) => sectionSymbol(report, child, shown)),
    ],
  };
}

function leadSymbol(report: Report, { block, lead }: PlacedLead): DocumentSymbol {
  const range = rangeOf(report.document, block, { from: lead.span.from, to: lead.title.to });
  return {
    name: block.text.slice(lead.span.from, lead.title.to) || '—',
    kind: SymbolKind.String,
    range,
    selectionRange: rangeOf(report.document, block, lead.span),
  };
}

/** A section from its heading to the last line before the next one. */
export function sectionRange(report: Report, section: Section, line = report.document.blocks.lineOf(section.block)) {
  const { blocks } = report.document;
  const { end } = section;
  const last = end ? blocks.previous(end)! : blocks.last;
  const to = rangeOf(report.document, last, { from: last.text.length, to: last.text.length });
  return { start: { line, character: 0 }, end: to.end };
}

/** Sections, tables and fences as folding ranges. */
export function toFoldingRanges(report: Report): FoldingRange[] {
  const { blocks, outline } = report.document;
  const ranges: FoldingRange[] = [];
  for (const section of shownOf(outline).sections(outline.sections)) {
    const startLine = blocks.lineOf(section.block);
    let last = section.end ? blocks.previous(section.end)! : blocks.last;
    while (last.kind === 'blank' && last !== section.block) last = blocks.previous(last)!;
    const endLine = blocks.lineOf(last) + last.content.lineCount - 1;
    if (endLine > startLine) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Region });
  }
  return ranges;
}

/** What a finding means, in Markdown; text of the report does not enter it. */
export function toHover(finding: Reported, locale: Locale, rulePages: string | undefined): string {
  const { rule } = finding;
  const zh = locale === 'zh-cn';
  const title = `**${wordsOf(rule, 'what', undefined, locale)}**（${CERTAINTY[finding.certainty][locale]}）`;
  const why = `${zh ? '为什么' : 'Why'}: ${wordsOf(rule, 'why', undefined, locale)}`;
  const todo = `${zh ? '怎么办' : 'What to do'}: ${wordsOf(rule, 'todo', undefined, locale)}`;
  const basis = finding.basis.map((b) => `- ${basisLine(b, locale)}`).join('\n');
  const link = rulePages === undefined ? `\`${rule.id}\`` : `[${rule.id}](${rulePages}${rule.id}.md)`;
  return [title, why, todo, basis === '' ? '' : `${zh ? '依据' : 'Basis'}:\n${basis}`, link].filter(Boolean).join('\n\n');
}
