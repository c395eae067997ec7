/**
 * What a text states by putting figures side by side: a total and its parts, a rate and its operands, one stage of a
 * procedure and the next. A statement carries its own judgement, so that the diagnostics, the hover on a figure and
 * the list of all figures (事实台账) say the same.
 */
import { type Decimal, compare, isBelow, isPoint, show, showInterval, type Interval } from '../decimal';
import type { Span } from '../text';
import type { Figure } from './figure';
import { writeLike } from './numeral';

/** Kinds of statements, named as the rules are. `subset` is checked by `figure/exceeds-whole`. */
export type RelationKind =
  | 'sum'
  | 'subset'
  | 'funnel'
  | 'completion'
  | 'rate'
  | 'rate-feasible'
  | 'count'
  | 'growth'
  | 'flow'
  | 'unit'
  | 'rank'
  | 'average'
  | 'arity'
  | 'contradiction';

/** 相符、不符、存疑、未核: what the figures say of the statement. `doubtful` is told as a hint only. */
export type Verdict = 'holds' | 'fails' | 'doubtful' | 'unknown';

/** A number that would make the statement true. */
export interface Correction {
  readonly figure: Figure;
  /** What stands in place of the figure's numeral (`figure.numeral`). */
  readonly newText: string;
}

/** A statement about some figures of one sentence. */
export interface Relation {
  readonly kind: RelationKind;
  /** Which form of the statement it is; names the message: `short`, `over` … */
  readonly form: string;
  /** From the words of the first figure to the end of the last one. */
  readonly span: Span;
  /** The figures in the order in which the formula names them. */
  readonly figures: readonly Figure[];
  readonly verdict: Verdict;
  /** The calculation with the numbers of the text: `7+3+1+1+8=20`, `40514>9189+5245=14434`. */
  readonly formula: string;
  /** What the calculation gives, where the text says something else. */
  readonly reached: string;
  readonly corrections: readonly Correction[];
}

/** A block as the finders of statements see it. */
export interface Reading {
  readonly text: string;
  /** All figures of the block, in order; a figure's `index` is its place here. */
  readonly figures: readonly Figure[];
  /** The figures of each sentence with at least two of them; those in brackets are a sentence of their own. */
  readonly sentences: readonly (readonly Figure[])[];
  /** What has been asked of the figures' words, by `index`: each is asked by several finders. */
  readonly words: readonly Words[];
}

/** The words around a figure. */
interface Words {
  readonly label: string;
  /** Which cues (`CUE`) the label has. */
  readonly cues: number;
  tail: string | undefined;
  change: boolean | undefined;
}

/** Prepares a block's figures for the finders. */
export function reading(text: string, figures: readonly Figure[]): Reading {
  const words: Words[] = [];
  const sentences: Figure[][] = [];
  // Only behind brackets does a sentence go on after another one.
  const groups = figures.some((f) => f.setting.bracket) ? new Map<Figure['sentence'], Figure[]>() : undefined;
  let last: Figure[] | undefined;
  for (const f of figures) {
    const label = unwrapped(text.slice(f.label.from, f.label.to));
    words.push({ label, cues: cuesOf(label), tail: undefined, change: undefined });
    if (last?.[0].sentence !== f.sentence) {
      last = groups?.get(f.sentence);
      if (!last) {
        last = [];
        groups?.set(f.sentence, last);
      }
    }
    last.push(f);
    if (last.length === 2) sentences.push(last);
  }
  // In the order of their first figures, not of their second.
  if (groups && sentences.length > 1) sentences.sort((a, b) => a[0].index - b[0].index);
  return { text, figures, sentences, words };
}

/**
 * Characters without which some words cannot be there. A label's cues are collected in one walk, and most questions
 * are answered by them.
 */
export const CUE = {
  /** Of a change, an average or another period. */
  CHANGE: 1,
  /** 计、共、总: of a total. */
  TOTAL: 2,
  /** 不、未. */
  NOT: 4,
  /** Of what there was before: 原有、结转、旧存、年初、上年末、期初. */
  OPENING: 8,
  /** 累计、总数. */
  SOFAR: 16,
  /** Of what was done (已、实际 … 完成、整改). */
  DONE: 32,
  /** 均. */
  AVERAGE: 64,
  /** 增、减、升、降 and the like: of a change in a number itself. */
  MOVE: 128,
  /** Of the words that say that parts may overlap: 同时、以上、均、获. */
  OVERLAP: 256,
  /** Of properties that one case may have several of: 男、党员、重点. */
  PROPERTY: 512,
  /** Of the rest of a whole: 其余、尚未. */
  REST: 1024,
} as const;

/** In the table of characters: what ends the words behind a figure. */
const TAIL_END = 2048;

const cueTable = new Uint16Array(65536);
for (const [characters, cue] of [
  ['同环较比增升下减多少高低净均每由从上去往前', CUE.CHANGE],
  ['计共总', CUE.TOTAL],
  ['不未', CUE.NOT],
  ['原转旧初末', CUE.OPENING],
  ['累总', CUE.SOFAR],
  ['已实完改销治结展施工成', CUE.DONE],
  ['均', CUE.AVERAGE],
  ['增减升降提缩压扩', CUE.MOVE],
  ['涉以同均曾既含超列获入', CUE.OVERLAP],
  ['党团男女少本大研硕博学职骨持青岁专退兼网线全即当自掌一重新首简农微惠间市龙失困残天优', CUE.PROPERTY],
  ['其剩余在未尚还正待', CUE.REST],
  ['，。；：！？、,;:!?()（）“”《》0123456789０１２３４５６７８９\n\t ', TAIL_END],
] as const)
  for (let i = 0; i < characters.length; i++) cueTable[characters.charCodeAt(i)] |= cue;

function cuesOf(words: string): number {
  let cues = 0;
  for (let i = 0; i < words.length; i++) cues |= cueTable[words.charCodeAt(i)];
  return cues;
}

/** Whether the words before a figure have one of the characters of a cue (`CUE`). */
export function hasCue(r: Reading, f: Figure, cue: number): boolean {
  return (r.words[f.index].cues & cue) !== 0;
}

/** The words that stand before a figure, up to the mark or figure before it. */
export function labelOf(r: Reading, f: Figure): string {
  return r.words[f.index].label;
}

/** Words without the line ends of a wrapped paragraph. */
function unwrapped(words: string): string {
  return words.includes('\n') ? words.replace(/[ \t\r\n\u3000]+/g, '') : words;
}

/** The words that follow a figure, up to the next mark or number. */
export function tailOf(r: Reading, f: Figure): string {
  const words = r.words[f.index];
  return (words.tail ??= tailBehind(r.text, f.span.to));
}

function tailBehind(text: string, from: number): string {
  const end = Math.min(text.length, from + 24);
  let to = from;
  while (to < end && !(cueTable[text.charCodeAt(to)] & TAIL_END)) to++;
  return text.slice(from, to);
}

/** Whether two figures count in the same unit. 人次 is not 人; 名 and 位 are. */
export function sameUnit(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && (a.unit === b.unit || canonical(a.unit) === canonical(b.unit));
}
function canonical(unit: string): string {
  return unit === '名' || unit === '位' ? '人' : unit;
}

/** Whether a figure counts or measures things, so that it may be added or compared. */
export function isAmount(f: Figure): boolean {
  return (f.kind === 'count' || f.kind === 'money' || f.kind === 'measure') && !f.malformed;
}

const CHANGE =
  /同比|环比|(?:较|比)(?:[上去]年|20\d\d年)|同期|(?:上年|去年|往年|上一年|前年)(?:度|底|末)*[的为是有]?$|^[而，,]?(?:上年|去年|往年|上一年|前年)(?!度?结转)|增长|上升|下降|减少了?$|增加了?$|[多少]了?$|提高|降低|净增$|平均|人均|户均|每|[由从](?:20\d\d年|上年|去年)?(?:同期)?的?$/;
/** 补发上年度的 is a part like any other. */
const PAID = /补发|补报|补缴|结转/;

/** Whether a figure is a change, an average or of another period, and no part or stage. */
export function isChange(r: Reading, f: Figure): boolean {
  const words = r.words[f.index];
  return (words.change ??= (words.cues & CUE.CHANGE) !== 0 && CHANGE.test(words.label) && !PAID.test(words.label));
}

/** The number as printed, with its multiplier: `7.4万`. */
export function printed(r: Reading, f: Figure): string {
  return r.text.slice(f.numeral.from, f.numeral.to);
}

/** Number and unit as printed: `7.4万户`. */
export function quantity(r: Reading, f: Figure): string {
  return unwrapped(r.text.slice(f.span.from, f.span.to));
}

/** A value in the size of a figure: 258.375 for 2583750 beside 万元. */
export function showLike(value: Decimal, like: Figure): string {
  return show({ mantissa: value.mantissa, scale: value.scale + like.numeral.exponent });
}

/** An interval in the size of a figure; one number where it is one. */
export function showIntervalLike(i: Interval, like: Figure): string {
  if (isPoint(i)) return showLike(i.lo!, like);
  const e = like.numeral.exponent;
  const size = (d: Decimal | undefined) => d && { mantissa: d.mantissa, scale: d.scale + e };
  return showInterval({ ...i, lo: size(i.lo), hi: size(i.hi) });
}

/** The multiplier with which numbers are shown: 万 for 7.4万. */
export function multiplierOf(f: Figure): string {
  switch (f.numeral.exponent) {
    case 0:
      return '';
    case 2:
      return '百';
    case 3:
      return '千';
    case 4:
      return '万';
    case 8:
      return '亿';
    case 12:
      return '万亿';
    default:
      return `×10^${f.numeral.exponent}`;
  }
}

/** The correction that gives a figure another value, if it can be written in the figure's own way. */
export function correct(r: Reading, f: Figure, value: Decimal): Correction | undefined {
  if (f.approximate || f.least || value.mantissa < 0n || compare(value, f.value) === 0) return undefined;
  const newText = writeLike(r.text, f.numeral, value);
  return newText === undefined || newText === printed(r, f) ? undefined : { figure: f, newText };
}

/** Whether two printed numbers have as many digits and differ in exactly one. */
export function oneDigitApart(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let n = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) n++;
  return n === 1;
}

/** From the words of the first figure's clause to the end of the last figure, without space at its start. */
export function spanOf(r: Reading, figures: readonly Figure[]): Span {
  let first = figures[0];
  let to = 0;
  for (const f of figures) {
    if (f.span.from < first.span.from) first = f;
    if (f.span.to > to) to = f.span.to;
  }
  let from = first.clause.from;
  while (from < first.span.from && isOutside(r.text.charCodeAt(from))) from++;
  return { from, to };
}

/** White space and quotation marks: no statement begins with them. */
function isOutside(code: number): boolean {
  return code === 0x3000 || code === 0x20 || code === 0x201c || code === 0x201d || (code < 0x4e00 && /\s/.test(String.fromCharCode(code)));
}

/** The statement that one figure is at most another; `wrong` is the verdict where it is not. */
export function atMost(
  r: Reading,
  part: Figure,
  whole: Figure,
  { wrong, ...as }: Pick<Relation, 'kind' | 'form'> & { readonly wrong: Verdict },
): Relation {
  const fails = isBelow(whole.stands, part.stands);
  return {
    ...as,
    span: spanOf(r, [whole, part]),
    figures: [whole, part],
    verdict: fails ? wrong : 'holds',
    formula: `${quantity(r, part)}${fails ? '＞' : '≤'}${quantity(r, whole)}`,
    reached: quantity(r, whole),
    corrections: [],
  };
}

/** How many figures back a statement may reach. It keeps the work linear in the number of figures. */
export const REACH = 24;

/** The index of the first figure at or behind a place; the number of figures where there is none. Logarithmic. */
export function firstFrom(r: Reading, at: number): number {
  let lo = 0;
  let hi = r.figures.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (r.figures[mid].span.from < at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

const EXCUSE = /结转|遗留|往年|历年|以前年度|交叉|有重复|重复[计统登]|重叠|重合|并行|兼任|兼有|不含|跨年|上期|部分[一-鿿]{0,8}同时/;
const EXCUSE_BEHIND = /上年|去年/;

/** Whether the sentence itself says why its figures need not fit: 含上年结转, 有交叉. */
export function excused(r: Reading, figures: readonly Figure[]): boolean {
  const { from, to } = spanOf(r, figures);
  if (EXCUSE.test(r.text.slice(from, to))) return true;
  const behind = r.text.slice(to, Math.max(to, Math.min(figures[figures.length - 1].sentence.to, to + 40)));
  const bracket = behind.search(/[（(]/);
  return (
    /重复计算|并行|重叠|重合|部分[一-鿿]{0,8}(?:同时|兼)/.test(behind) ||
    (bracket >= 0 && (EXCUSE.test(behind) || EXCUSE_BEHIND.test(behind.slice(bracket))))
  );
}

/** Every place of a word, in order. */
export function placesOf(text: string, word: string): number[] {
  const out: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) out.push(at);
  return out;
}
