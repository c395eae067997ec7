/** Figures of a report for people: the ledger (事实台账), the figure at a place, the words for relations and states. */
import type { Block, Place } from './core/block';
import { isPoint, showInterval } from './core/decimal';
import type { Figure } from './core/facts/figure';
import type { Verdict } from './core/facts/statement';
import { ledgerOf, type Ledger, type LedgerKind, type LedgerRelation, type LedgerState } from './core/ledger';
import type { Locale } from './core/messages';
import { stampOf } from './exceptions';
import type { Report } from './service';

/** The ledger of a report; what its rules say of several places at once is counted in. */
export function reportLedger(report: Report): Ledger {
  const disputed: Place[] = [];
  for (const { rule, filed } of report.findings()) {
    if (rule.view !== 'group' || !rule.id.startsWith('figure/')) continue;
    disputed.push(filed.finding.at, ...(filed.finding.related ?? []).map(({ at }) => at));
  }
  return ledgerOf(report.document, disputed);
}

/** What a stamp (已核) on a figure is known by: its sentence and itself. */
export function stampKey({ text }: Block, figure: Figure): string {
  const key = keys.get(figure) ?? `${stampOf(text, figure.span)} ${text.slice(figure.span.from, figure.span.to)}`;
  keys.set(figure, key);
  return key;
}

/** A figure is a value that never changes, so its key is made once. */
const keys = new WeakMap<Figure, string>();

/** Tells of places of the ledger whether a person has verified them. */
export function verifiedIn(stamps: ReadonlySet<string>): (at: Place) => boolean {
  const verified = new Map<Block, readonly Figure[]>();
  return ({ block, span }) => {
    let figures = verified.get(block);
    if (!figures) verified.set(block, (figures = block.facts.figures.filter((figure) => stamps.has(stampKey(block, figure)))));
    return figures.some((figure) => figure.span.from >= span.from && figure.span.from < span.to);
  };
}

/** 已核 in words. */
export const VERIFIED_WORD: Readonly<Record<Locale, string>> = { 'zh-cn': '已核', en: 'verified' };

/** 相符、不符、未验算 in words. Whether a person has verified a figure (已核) is another matter. */
export const STATE_WORDS: Readonly<Record<LedgerState, Readonly<Record<Locale, string>>>> = {
  agrees: { 'zh-cn': '相符', en: 'agrees' },
  conflicts: { 'zh-cn': '不符', en: 'conflicts' },
  unchecked: { 'zh-cn': '未验算', en: 'not reckoned' },
};

/** 相符、不符、存疑、未验算 of one statement. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Readonly<Record<Locale, string>>>> = {
  holds: STATE_WORDS.agrees,
  fails: STATE_WORDS.conflicts,
  doubtful: { 'zh-cn': '存疑', en: 'doubtful' },
  unknown: STATE_WORDS.unchecked,
};

/** What kind of statement it is, in words. */
export const KIND_WORDS: Readonly<Record<LedgerKind, Readonly<Record<Locale, string>>>> = {
  sum: { 'zh-cn': '总分', en: 'total and parts' },
  subset: { 'zh-cn': '部分不超过总体', en: 'part of a whole' },
  funnel: { 'zh-cn': '环节先后', en: 'stages' },
  completion: { 'zh-cn': '应办与已办', en: 'due and done' },
  rate: { 'zh-cn': '比率', en: 'rate' },
  'rate-feasible': { 'zh-cn': '比率与基数', en: 'rate and base' },
  count: { 'zh-cn': '列举', en: 'enumeration' },
  growth: { 'zh-cn': '增减', en: 'change' },
  flow: { 'zh-cn': '增减结存', en: 'flow' },
  unit: { 'zh-cn': '单位换算', en: 'units' },
  rank: { 'zh-cn': '位次', en: 'rank' },
  average: { 'zh-cn': '平均', en: 'average' },
  arity: { 'zh-cn': '分别', en: 'respectively' },
  contradiction: { 'zh-cn': '前后矛盾', en: 'contradiction' },
  identity: { 'zh-cn': '固定表格勾稽', en: 'identity of a fixed table' },
  'table-column': { 'zh-cn': '表内列合计', en: 'column of a table' },
  'table-row': { 'zh-cn': '表内行合计', en: 'row of a table' },
  'table-cell': { 'zh-cn': '表内行列合计', en: 'row and column of a table' },
  'table-rate': { 'zh-cn': '表内比率', en: 'rate in a table' },
  'table-share': { 'zh-cn': '表内占比', en: 'share in a table' },
  'table-shares': { 'zh-cn': '表内占比合计', en: 'shares of a table' },
};

/** One statement in words: `总分 12+9=21≠20（不符）`; that it holds is not said. */
export function relationWords({ kind, formula, verdict }: LedgerRelation, locale: Locale): string {
  const words = `${KIND_WORDS[kind][locale]} ${formula}`;
  if (verdict === 'holds') return words;
  return locale === 'zh-cn' ? `${words}（${VERDICT_WORDS[verdict][locale]}）` : `${words} (${VERDICT_WORDS[verdict][locale]})`;
}

/** What a printed number stands for, in plain numbers; empty where it is exactly itself. Sample: 7.4万 is `[73500, 74500]`. */
export function standsFor(figure: Figure): string {
  const { stands } = figure;
  return figure.malformed || isPoint(stands) ? '' : showInterval(stands);
}

/** Share of the digits that were understood, as a percentage with one decimal; 100 where there are none. */
export function coveragePercent({ digits, read }: Ledger['coverage']): string {
  // Cut, not rounded: 100 % means all of them.
  return digits === 0 ? '100' : String(Math.floor((read / digits) * 1000) / 10);
}
