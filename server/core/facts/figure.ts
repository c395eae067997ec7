/**
 * Quantities in running text: number, unit (计量单位), what it counts (指标), and the interval it stands for.
 *
 * A number without a unit is no quantity, nor are dates, ordinals, identifiers, labels (“1+3+X”) and anything inside
 * quotation marks or a title. Sample: in `共受理投诉1.2万余件，办结率达98.5%` the figures are `1.2万余件` and `98.5%`.
 */
import {
  type Decimal,
  type Interval,
  above,
  below,
  between,
  compare,
  decimal,
  exactly,
  rounded,
  roundedOrCut,
  shift,
  shiftInterval,
} from '../decimal';
import type { Span } from '../text';
import type { Citation } from './citation';
import type { DateFact } from './date';
import type { DocumentNumber } from './document-number';
import type { Heading } from './heading';
import type { Identifier } from './identifier';
import { type Numeral, readArabic, readChinese, readMultiplier, valueOf } from './numeral';
import { C, classOf, type Scan } from './scan';
import { type Setting, type Stretch, settings } from './structure';
import { readUnit, type UnitKind } from './unit';
import { type Bound, boundBefore, boundBehind, isRemainder } from './bound';

/** A quantity. Two figures stand in one clause (sentence, item of a list) if it is the same object. */
export class Figure {
  private interval: Interval | undefined;

  constructor(
    /** Which figure of its block it is, from 0. */
    readonly index: number,
    /** Number and unit, with 余 or 多 between them: `1.2万余件`. */
    readonly span: Span,
    readonly numeral: Numeral,
    /** The smaller number of a range (3～5万). */
    readonly least: Numeral | undefined,
    /** 计量单位, without the multiplier: `件`, `元`, `%`, `个百分点`. */
    readonly unit: string,
    readonly kind: UnitKind,
    readonly bound: Bound,
    /** A number below zero (增长-3.5%). */
    readonly negative: boolean,
    /** From the mark or the figure before to the number: where the words stand that say what is counted. */
    readonly label: Span,
    readonly setting: Setting,
    /** Whether the digits are no number as they stand (1,23,456). */
    readonly malformed: boolean,
  ) {}

  get sentence(): Stretch {
    return this.setting.sentence;
  }
  get clause(): Stretch {
    return this.setting.clause;
  }

  /** Whether words make the number only an approximate one. */
  get approximate(): boolean {
    return this.bound !== 'none';
  }

  /** The number as printed. */
  get value(): Decimal {
    return valueOf(this.numeral);
  }

  /** What the printed number stands for. */
  get stands(): Interval {
    return (this.interval ??= intervalOf(this));
  }
}

/** What a printed number stands for (rules for 余、近、约、超、不足 and rounding). */
function intervalOf(f: Figure): Interval {
  const n = f.numeral;
  const value = valueOf(n);
  const least = f.least ?? (n.least ? { ...n, digits: n.least } : undefined);
  if (least) return between(shift(least.digits, least.exponent || n.exponent), valueOf(n));
  switch (f.bound) {
    case 'remainder':
      return between(value, { mantissa: value.mantissa + lastPlace(value.mantissa), scale: value.scale }, true, true);
    case 'near':
      return between({ mantissa: value.mantissa * 9n, scale: value.scale + 1 }, value, false, true);
    case 'about':
      return between({ mantissa: value.mantissa * 9n, scale: value.scale + 1 }, { mantissa: value.mantissa * 11n, scale: value.scale + 1 });
    case 'over':
      return above(value, true);
    case 'at-least':
      return above(value, false);
    case 'under':
      return below(value, true);
    case 'at-most':
      return below(value, false);
    default:
      if (f.kind === 'rate') return roundedOrCut(value);
      return n.exponent > 0 || n.digits.scale > 0 ? shiftInterval(rounded(n.digits), n.exponent) : exactly(value);
  }
}

/** The place value of the last digit that is not zero: 1000 for 13000. */
function lastPlace(mantissa: bigint): bigint {
  if (mantissa === 0n) return 1n;
  let place = 1n;
  while (mantissa % (place * 10n) === 0n) place *= 10n;
  return place;
}

/** Facts read before the figures: places that hold no quantity. */
export interface ReadBefore {
  readonly identifiers: readonly Identifier[];
  readonly documentNumbers: readonly DocumentNumber[];
  readonly dates: readonly DateFact[];
  readonly citations: readonly Citation[];
  readonly heading: Heading | undefined;
}

const NONE: readonly Figure[] = Object.freeze([]) as readonly Figure[];

/** A figure before its setting is known. */
interface Draft {
  from: number;
  to: number;
  numeral: Numeral;
  least: Numeral | undefined;
  unit: string;
  kind: UnitKind;
  bound: Bound;
  negative: boolean;
  malformed: boolean;
}

/** Reads the quantities of a block, in order. */
export function readFigures(s: Scan, before: ReadBefore): readonly Figure[] {
  if (!(s.has & (C.DIGIT | C.NUMERAL))) return NONE;
  const drafts = readDrafts(s, before);
  if (drafts.length === 0) return NONE;
  const places = settings(
    s,
    drafts.map((d) => d.from),
  );
  const figures: Figure[] = [];
  let end = 0;
  for (let i = 0; i < drafts.length; i++) {
    const d = drafts[i];
    const setting = places[i];
    if (!setting) continue;
    const label = { from: Math.min(d.from, Math.max(setting.item.from, end)), to: d.from };
    figures.push(
      new Figure(
        figures.length,
        { from: d.from, to: d.to },
        d.numeral,
        d.least,
        d.unit,
        d.kind,
        d.bound,
        d.negative,
        label,
        setting,
        d.malformed,
      ),
    );
    end = d.to;
  }
  return figures.length > 0 ? figures : NONE;
}

function readDrafts(s: Scan, before: ReadBefore): Draft[] {
  const { text, digits, numerals } = s;
  const masks = maskOf(before);
  const drafts: Draft[] = [];
  /** Numbers without a unit that wait for the unit of a later one: 分别为12、15和18件. */
  let pending: Numeral[] = [];
  let i = 0;
  let j = 0;
  let k = 0;
  let done = 0;
  while (i < digits.length || j < numerals.length) {
    const arabic = j >= numerals.length || (i < digits.length && digits[i] < numerals[j]);
    const from = arabic ? digits[i] : numerals[j];
    const to = arabic ? digits[i + 1] : numerals[j + 1];
    if (arabic) i += 2;
    else j += 2;
    if (from < done) continue;
    while (k < masks.length && masks[k + 1] <= from) k += 2;
    if (k < masks.length && masks[k] <= from) continue;
    const first = arabic ? startArabic(text, from, to) : startChinese(text, from, to);
    if (!first) continue;
    done = first.numeral.to;
    const draft = finish(text, first, arabic);
    if (!draft) {
      // A bare number: it may share the unit of the next one.
      const c = text.charCodeAt(done);
      const linked = pending.length > 0 && isLink(text, pending[pending.length - 1].to, from);
      if (!linked) pending = [];
      if (arabic && !first.malformed && (c === 0x3001 || c === 0x548c || c === 0x53ca || c === 0x4e0e)) pending.push(first.numeral);
      continue;
    }
    if (pending.length > 0) {
      if (
        isLink(text, pending[pending.length - 1].to, from) &&
        text.slice(Math.max(0, pending[0].from - 6), pending[0].from).includes('分别')
      ) {
        for (const n of pending) {
          const exponent = n.exponent || draft.numeral.exponent;
          drafts.push({
            from: n.from,
            to: n.to,
            numeral: { ...n, exponent },
            least: undefined,
            unit: draft.unit,
            kind: draft.kind,
            bound: 'none',
            negative: false,
            malformed: false,
          });
        }
      }
      pending = [];
    }
    drafts.push(draft);
    done = Math.max(done, draft.to);
  }
  return drafts;
}

/** Whether one joining mark or word stands between two places. */
function isLink(text: string, from: number, to: number): boolean {
  return to - from === 1 && '、和及与'.includes(text[from]);
}

/** Spans that hold no quantity, flat and in order. */
function maskOf({ identifiers, documentNumbers, dates, citations, heading }: ReadBefore): readonly number[] {
  let out: readonly number[] = heading && heading.number.to > 0 ? [heading.number.from, heading.number.to] : [];
  for (const list of [identifiers, documentNumbers, dates, citations]) if (list.length > 0) out = merged(out, list);
  return out;
}

/** Two lists of spans as one, both in order; spans that touch become one. */
function merged(flat: readonly number[], facts: readonly { readonly span: Span }[]): number[] {
  const out: number[] = [];
  let i = 0;
  let k = 0;
  while (i < flat.length || k < facts.length) {
    const own = k >= facts.length || (i < flat.length && flat[i] <= facts[k].span.from);
    const from = own ? flat[i] : facts[k].span.from;
    const to = own ? flat[i + 1] : facts[k].span.to;
    if (own) i += 2;
    else k++;
    const last = out.length - 1;
    if (last > 0 && from <= out[last]) out[last] = Math.max(out[last], to);
    else out.push(from, to);
  }
  return out;
}

interface Start {
  readonly numeral: Numeral;
  readonly malformed: boolean;
  readonly negative: boolean;
}

/** An Arabic number that may be a quantity by what stands before it. */
function startArabic(text: string, from: number, to: number): Start | undefined {
  let negative = false;
  if (from > 0) {
    const p = text.charCodeAt(from - 1);
    const c = classOf(p);
    if (c & C.LATIN) return undefined;
    switch (p) {
      case 0x7b2c: // 第
      case 0x2b:
      case 0xff0b: // +
      case 0xb7:
      case 0x2e:
      case 0xff0e:
      case 0x2f:
      case 0xff0f: // · . /
      case 0x3014:
      case 0x5b:
      case 0xff3b: // 〔 [
      case 0x5f:
      case 0x23:
      case 0x40:
      case 0x5c: // _ # @ \
        return undefined;
      case 0x2d:
      case 0xff0d:
      case 0x2212: {
        // - － −
        const q = from > 1 ? classOf(text.charCodeAt(from - 2)) : 0;
        if (q & (C.LATIN | C.DIGIT | C.BRACKET) || from < 2) return undefined;
        negative = true;
        break;
      }
      case 0x0a:
      case 0x0d: {
        // 1.⏎9%: wrapped behind the point.
        let end = from - 1;
        while (end > 0 && isEol(text.charCodeAt(end))) end--;
        if (text.charCodeAt(end) === 0x2e && end > 0 && classOf(text.charCodeAt(end - 1)) & C.DIGIT) return undefined;
        break;
      }
      case 0x20:
      case 0xa0:
      case 0x2009:
      case 0x202f: // digits and a space before: part of a longer number, or a column
        if (from > 1 && classOf(text.charCodeAt(from - 2)) & C.DIGIT) return undefined;
        break;
      case 0x3a:
      case 0x2c: // : ,
        if (from > 1 && classOf(text.charCodeAt(from - 2)) & C.DIGIT) return undefined;
        break;
    }
  }
  const { numeral, malformed } = readArabic(text, from, to);
  return { numeral, malformed, negative };
}

/** A Chinese number that may be a quantity by what stands before it. */
function startChinese(text: string, from: number, to: number): Start | undefined {
  // 百分之九十五
  if (text.charCodeAt(from) === 0x767e && text.startsWith('分之', to)) return undefined;
  const p = from > 0 ? text.charCodeAt(from - 1) : 0;
  if (p === 0x7b2c || p === 0x6570 || p === 0x51e0) return undefined; // 第、数、几
  const numeral = readChinese(text, from, to);
  return numeral && { numeral, malformed: false, negative: false };
}

const PERCENT_OF = '百分之';

/** Reads what follows a number: a range, 余, the unit, 以上. */
function finish(text: string, first: Start, arabic: boolean): Draft | undefined {
  let { numeral } = first;
  let malformed = first.malformed;
  let least: Numeral | undefined;
  let at = numeral.to;
  let bound: Bound = 'none';
  if (!arabic && numeral.from >= 3 && text.startsWith(PERCENT_OF, numeral.from - 3)) {
    return {
      from: numeral.from - 3,
      to: at,
      numeral,
      least,
      unit: '%',
      kind: 'rate',
      bound: boundBefore(text, numeral.from - 3),
      negative: false,
      malformed,
    };
  }
  if (arabic) {
    // 3～5万, 63%～68%: the first number may carry the unit.
    const joint = isPercent(text.charCodeAt(at)) ? at + 1 : at;
    if (isJoiner(text.charCodeAt(joint)) && classOf(text.charCodeAt(joint + 1)) & C.DIGIT) {
      let end = joint + 1;
      while (classOf(text.charCodeAt(end)) & C.DIGIT) end++;
      const second = readArabic(text, joint + 1, end);
      least = numeral;
      numeral = { ...second.numeral };
      malformed ||= second.malformed;
      at = numeral.to;
      bound = 'range';
    }
  }
  // 余、多 before or behind the multiplier: 30余万元, 3万多人.
  if (isRemainder(text, at)) {
    at++;
    bound = 'remainder';
    const m = numeral.exponent === 0 || arabic ? readMultiplier(text, at) : { exponent: 0, length: 0 };
    if (m.length > 0) {
      numeral = { ...numeral, exponent: numeral.exponent + m.exponent };
      at += m.length;
    }
  }
  let space = at;
  if (arabic) while (space < at + 2 && (text.charCodeAt(space) === 0x20 || text.charCodeAt(space) === 0xa0)) space++;
  space = behindLineEnd(text, space);
  // 受益群众33万: what is counted is said, or plain; the multiplier makes it a quantity.
  const unit =
    readUnit(text, space) ??
    (arabic && numeral.exponent >= 4 && !(classOf(text.charCodeAt(at)) & (C.LATIN | C.DIGIT | C.PERCENT | C.JOINER)) && !isListed(text, at)
      ? { unit: '', kind: 'count' as const, to: at }
      : undefined);
  if (!unit) return undefined;
  if (!mayCount(text, numeral, unit.unit, unit.to, arabic)) return undefined;
  let to = unit.to;
  // 3亿多元 is read above; 三年多 and 5公里多 end in it.
  if (bound === 'none' && unit.kind !== 'count' && text.charCodeAt(to) === 0x591a && !(classOf(text.charCodeAt(to + 1)) & C.DIGIT)) {
    bound = 'remainder';
    to++;
  }
  const negative = first.negative;
  if (negative && unit.kind !== 'rate') return undefined;
  const from = (least ?? numeral).from;
  if (bound === 'none') bound = boundBehind(text, to);
  if (bound === 'none') bound = boundBefore(text, from);
  // A line wrapped inside a number: the digits before are lost, so it is at least this.
  if (from > 1 && isEol(text.charCodeAt(from - 1)) && classOf(text.charCodeAt(from - 2)) & C.DIGIT) bound = 'at-least';
  return { from, to, numeral, least, unit: unit.unit, kind: unit.kind, bound, negative, malformed };
}

/** Behind the line end that a wrapped line puts between a number and its unit (`96⏎条`); in a table a line end is the end of a row. */
function behindLineEnd(text: string, at: number): number {
  if (!isEol(text.charCodeAt(at)) || text.includes('|') || text.includes('\t')) return at;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

/** Whether a number goes on as a list whose last member has the unit: 分别为1.2万、1.5万和1.8万户. */
function isListed(text: string, at: number): boolean {
  return at < text.length && '、和及与'.includes(text[at]) && (classOf(text.charCodeAt(at + 1)) & C.DIGIT) !== 0;
}

function isEol(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function isPercent(code: number): boolean {
  return code === 0x25 || code === 0xff05;
}

function isJoiner(code: number): boolean {
  switch (code) {
    case 0x7e:
    case 0xff5e:
    case 0x2014:
    case 0x2013:
    case 0x2d:
    case 0xff0d:
    case 0x81f3:
    case 0x5230:
      return true; // ~～—–-－至到
    default:
      return false;
  }
}

/** Whether number and unit make a quantity: not a year, not 一个, not 二期, 九次全会 or 三元. */
function mayCount(text: string, n: Numeral, unit: string, to: number, arabic: boolean): boolean {
  if (arabic) {
    if (unit !== '年' && unit !== '年度') return true;
    const v = valueOf(n);
    return !(n.exponent === 0 && compare(v, decimal(1900)) >= 0 && compare(v, decimal(2100)) <= 0);
  }
  if (n.to - n.from > 1) return unit !== '年' || compare(valueOf(n), decimal(1000)) < 0;
  const digit = text.charCodeAt(n.from);
  // 一 is mostly a word (一个、一批、一项); it counts where the unit ends the clause.
  if (digit === 0x4e00) {
    return (
      unit === '番' ||
      ('件起宗例家户份名人'.includes(unit) &&
        (to >= text.length || (classOf(text.charCodeAt(to)) & (C.MARK | C.HALF)) !== 0) &&
        !(n.from > 0 && '统唯每同另某任之'.includes(text[n.from - 1])))
    );
  }
  // 二期、三轮、九次 are ordinals without 第, 三元 and 九台 are names.
  return !('期次轮批元台位分'.includes(unit) && digit !== 0x4e24);
}
