/** The tree 报告结构: the sections of a report as the client shows them, mandated ones with their state. */
import { rangeOf } from '../core/edits';
import type { Alignment, SectionState as AlignedState } from '../core/alignment';
import type { Locale } from '../core/messages';
import type { Section } from '../core/outline';
import type { ProfileSection } from '../core/profile';
import { basisLine, type Report } from '../service';
import { sectionRange } from './convert';
import { shownOf, type Shown } from './outline-limit';
import type { FindingCounts, OutlineNode, OutlineParams, SectionState } from './protocol';

/** A figure's line, and whether a person has verified it. */
export interface Mark {
  readonly line: number;
  readonly verified: boolean;
}

/** The tree of a report. Costs its headings and findings. `marks` are its figures, in order of place; null where nobody stamps. */
export function toTree(report: Report, locale: Locale, marks: readonly Mark[] | null = null): OutlineParams {
  const { traits } = report.document;
  const counts: { -readonly [K in keyof FindingCounts]: number } = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const finding of report.findings()) counts[finding.severity]++;
  const { profile } = traits;
  return {
    uri: report.uri,
    version: report.version,
    outline: profile ? new Tree(report, locale, marks).nodes() : [],
    profile: profile ? { id: profile.id, title: profile.title[locale] } : null,
    reportYear: traits.reportYear,
    counts,
  };
}

class Tree {
  private readonly alignment: Alignment | null;
  /** Lines of findings, in order: how many lie in a section is a difference of two places in it. */
  private readonly lines: readonly number[];
  private readonly shown: Shown;
  private readonly states = new Map<Section, AlignedState>();
  /** Lines of figures and of those verified, in order. */
  private readonly figures: { readonly all: readonly number[]; readonly verified: readonly number[] } | undefined;

  constructor(
    private readonly report: Report,
    private readonly locale: Locale,
    marks: readonly Mark[] | null,
  ) {
    if (marks) this.figures = { all: marks.map((m) => m.line), verified: marks.filter((m) => m.verified).map((m) => m.line) };
    this.alignment = report.alignment;
    this.shown = shownOf(report.document.outline);
    this.lines = report.findings().map((f) => report.rangeOf(f).start.line);
    for (const state of this.alignment?.states ?? [])
      if (state.heading && !this.states.has(state.heading)) this.states.set(state.heading, state);
  }

  nodes(): OutlineNode[] {
    const roots = this.shown.sections(this.report.document.outline.roots);
    const out = roots.map((section) => this.section(section));
    for (const state of this.alignment?.states ?? []) {
      // Of a report about an earlier year, what came later is not asked.
      if (state.heading || (state.demand === 'none' && state.section.required === 'required')) continue;
      const node = this.absent(state);
      const at = state.after ? roots.indexOf(state.after) : -1;
      const index =
        state.after && at >= 0
          ? out.findIndex((n) => n.selectionRange !== undefined && n.selectionRange.start.line === this.line(roots[at])) + 1
          : state.before
            ? 0
            : out.length;
      out.splice(index, 0, node);
    }
    return out;
  }

  private line(section: Section): number {
    return this.report.document.blocks.lineOf(section.block);
  }

  private section(section: Section): OutlineNode {
    const { report } = this;
    const { block, heading } = section;
    const line = this.line(section);
    const range = sectionRange(report, section, line);
    const number = block.text.slice(heading.number.from, heading.number.to);
    const state = this.states.get(section);
    return {
      kind: state ? 'mandated' : 'section',
      ...(state
        ? {
            id: state.section.id,
            state: this.stateOf(state, section),
            title: this.mandatedTitle(state.section),
            ...(state.section.required === 'optional' ? { optional: true } : {}),
            ...this.basis(state.section),
          }
        : {}),
      label: section.title,
      ...(number === '' ? {} : { number }),
      range,
      selectionRange: rangeOf(
        report.document,
        block,
        { from: heading.number.from, to: Math.max(heading.number.to, heading.title.to) },
        line,
      ),
      length: Math.max(0, section.count('ink') - (heading.title.to - heading.number.from)),
      findings: within(this.lines, range.start.line, range.end.line),
      ...(this.figures
        ? {
            figures: within(this.figures.all, range.start.line, range.end.line),
            verified: within(this.figures.verified, range.start.line, range.end.line),
          }
        : {}),
      children: this.shown.sections(section.children).map((child) => this.section(child)),
    };
  }

  private absent(state: AlignedState): OutlineNode {
    const { report } = this;
    const selectionRange = state.at ? rangeOf(report.document, state.at.block, state.at.span) : undefined;
    return {
      kind: 'mandated',
      id: state.section.id,
      label: this.mandatedTitle(state.section),
      state: state.state === 'missing' ? 'missing' : 'not-separate',
      ...(state.section.required === 'optional' ? { optional: true } : {}),
      ...(selectionRange ? { selectionRange } : {}),
      length: 0,
      findings: 0,
      children: [],
      insertable: true,
      ...this.basis(state.section),
    };
  }

  private stateOf(state: AlignedState, section: Section): SectionState {
    if (state.state === 'nested') return 'not-separate';
    const rules = new Set(
      this.report
        .findings()
        .filter((f) => f.block === section.block)
        .map((f) => f.rule.id),
    );
    if (rules.has('section/empty')) return 'empty';
    if (state.misplaced || rules.has('section/order')) return 'order';
    if (rules.has('section/title')) return 'title';
    if (section.count('placeholder') > 0) return 'unfinished';
    return 'present';
  }

  private mandatedTitle(section: ProfileSection): string {
    const year = this.report.document.traits.reportYear;
    return section.title.replaceAll('{year}', year === null ? '' : `${year + section.year}年`);
  }

  private basis(section: ProfileSection): { basis?: string } {
    return section.basis.length > 0 ? { basis: section.basis.map((b) => basisLine(b, this.locale)).join('；') } : {};
  }
}

/** How many of the lines lie in a stretch. */
function within(lines: readonly number[], from: number, to: number): number {
  return lowerBound(lines, to + 1) - lowerBound(lines, from);
}

function lowerBound(sorted: readonly number[], value: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (sorted[mid] < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
