/**
 * The small pattern form of profiles: literals, `|`, `(甲|乙)`, `…`, `{year}`, `^` and `$`. It is compiled to a matcher
 * whose work is linear in the text, so that no profile of an office can make the editor hang; there are no regular
 * expressions of users.
 *
 * - `存在…不足`: two literals with a gap of at most `GAP` characters between them; every further `…` adds as many.
 *   A gap never runs over the end of a sentence.
 * - `(不足|问题)和原因`: alternatives inside a literal; one of them may be empty: `法治(政府|)建设`.
 * - `甲|乙`: alternatives of the whole.
 * - `{year}`: a year, in a text that `foldTitle` has folded.
 * - `^` at the beginning: where the text or a sentence begins. `$` at the end: where they end.
 */
import { fill, type Args, type Messages } from './messages';
import type { Span } from './text';

/** How many characters one `…` may stand for. */
export const GAP = 8;

/** What a year becomes in a folded title, and `{year}` in a pattern. */
export const YEAR = '\ue000';

const LONGEST_SOURCE = 2000;
const MOST_LITERALS = 256;

/** What can be wrong with a pattern. */
export const PATTERN_FAULTS = {
  patternLong: { 'zh-cn': '超过 {most} 个字', en: 'longer than {most} characters' },
  patternPairs: { 'zh-cn': '圆括号不成对，或者套在一起', en: 'parentheses do not pair, or stand inside each other' },
  patternOpen: { 'zh-cn': '有一个圆括号没有收住', en: 'a parenthesis is not closed' },
  patternMany: { 'zh-cn': '展开后超过 {most} 种写法', en: 'more than {most} alternatives' },
  patternSign: { 'zh-cn': '“{sign}”在这里没有意义', en: '“{sign}” has no meaning here' },
  patternEmpty: { 'zh-cn': '“|”或“…”旁边没有文字', en: 'an alternative, or the text beside “…”, is empty' },
} as const satisfies Messages;

/** A pattern that cannot be read; the message says why. */
export class PatternError extends Error {
  constructor(
    readonly fault: keyof typeof PATTERN_FAULTS,
    readonly args: Args = {},
  ) {
    super(fill(PATTERN_FAULTS[fault], args, 'en', {}));
  }
}

/** A compiled pattern. */
export interface Pattern {
  /** Whether the text holds a match. */
  test(text: string): boolean;
  /** The first alternative's first match, from the beginning of its first literal to the end of its last. */
  find(text: string): Span | undefined;
  /** A text with a match holds one of these. */
  literals(): readonly string[];
}

/** Literals of which one must stand here, after a gap of at most `gap` characters. */
interface Part {
  readonly literals: readonly string[];
  readonly gap: number;
}

interface Alternative {
  readonly parts: readonly Part[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The part with the longest and fewest literals: when none of them is there, the rest needs no look. */
  readonly rarest: Part;
}

/** A pattern that matches nothing. */
export const NEVER: Pattern = { test: () => false, find: () => undefined, literals: () => [] };

/** A pattern that matches where one of two does. */
export function either(a: Pattern, b: Pattern): Pattern {
  if (a === NEVER || b === NEVER) return a === NEVER ? b : a;
  return {
    test: (text) => a.test(text) || b.test(text),
    find: (text) => a.find(text) ?? b.find(text),
    literals: () => [...a.literals(), ...b.literals()],
  };
}

/** Compiles patterns to one that matches where any of them does. Throws a `PatternError`. */
export function compilePattern(sources: readonly string[]): Pattern {
  if (sources.length === 0) return NEVER;
  const alternatives = sources.flatMap(parse);
  const find = (text: string): Span | undefined => {
    for (const alternative of alternatives) {
      const found = findAlternative(alternative, text);
      if (found) return found;
    }
    return undefined;
  };
  const literals = () => alternatives.flatMap(({ rarest }) => rarest.literals);
  return { find, test: (text) => find(text) !== undefined, literals };
}

/** The same for patterns that are known to be well-formed, and with the work put off until the first question. */
export function compileTrusted(sources: readonly string[]): Pattern {
  let compiled: Pattern | undefined;
  const get = (): Pattern => (compiled ??= compilePattern(sources));
  return { find: (text) => get().find(text), test: (text) => get().test(text), literals: () => get().literals() };
}

/** 4,096 slots: a pair of characters seldom meets another one in its own. */
const SLOT_BITS = 12;

/** The slot of two characters that follow each other: Fibonacci hashing. */
function slotOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

/**
 * Which of at most 32 groups of patterns may match in a text, as bits (1 << place of the group): one walk over the text in
 * place of a search for each literal. It may say yes where nothing matches, never no where something does.
 */
export class PatternIndex {
  private slots: Int32Array | undefined;
  private always = 0;

  constructor(private readonly groups: readonly (readonly Pattern[])[]) {}

  mayMatch(text: string): number {
    const slots = (this.slots ??= this.build());
    let bits = this.always;
    let before = text.charCodeAt(0);
    for (let i = 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      bits |= slots[slotOf(before, code)];
      before = code;
    }
    return bits;
  }

  private build(): Int32Array {
    const slots = new Int32Array(1 << SLOT_BITS);
    for (const [k, group] of this.groups.entries())
      for (const literal of group.flatMap((pattern) => pattern.literals())) {
        if (literal.length < 2) this.always |= 1 << k;
        else slots[slotOf(literal.charCodeAt(0), literal.charCodeAt(1))] |= 1 << k;
      }
    return slots;
  }
}

function parse(source: string): Alternative[] {
  if (source.length > LONGEST_SOURCE) throw new PatternError('patternLong', { most: LONGEST_SOURCE });
  return splitTop(source).map((alternative) => (SIGNS.test(alternative) ? parseAlternative(alternative) : word(alternative)));
}

const SIGNS = /[()…{}^$]/;

/** Most alternatives are a word and nothing else. */
function word(literal: string): Alternative {
  if (literal === '') throw new PatternError('patternEmpty');
  const part: Part = { literals: [literal], gap: 0 };
  return { parts: [part], atStart: false, atEnd: false, rarest: part };
}

/** Splits at `|` outside parentheses. */
function splitTop(source: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '(') depth++;
    if (c === ')') depth--;
    if (depth < 0 || depth > 1) throw new PatternError('patternPairs');
    if (c === '|' && depth === 0) {
      out.push(source.slice(from, i));
      from = i + 1;
    }
  }
  if (depth !== 0) throw new PatternError('patternOpen');
  out.push(source.slice(from));
  return out;
}

function parseAlternative(source: string): Alternative {
  const atStart = source.startsWith('^');
  const atEnd = source.endsWith('$');
  const body = source.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const parts: Part[] = [];
  let gap = 0;
  for (const piece of body.split(/(…+)/)) {
    if (piece.startsWith('…')) gap = piece.length * GAP;
    else {
      parts.push({ literals: expand(piece), gap });
      gap = 0;
    }
  }
  const shortest = (part: Part) => Math.min(...part.literals.map((literal) => literal.length));
  const rarest = parts.reduce((a, b) => ((shortest(b) - shortest(a) || a.literals.length - b.literals.length) > 0 ? b : a));
  return { parts, atStart, atEnd, rarest };
}

/** `甲(乙|丙)` → `甲乙`, `甲丙`. */
function expand(piece: string): string[] {
  let words = [''];
  // Parentheses pair and stand side by side (`splitTop`): text and choices take turns.
  const items = piece.split(/[()]/);
  for (const [i, item] of items.entries()) {
    const choices = i % 2 === 1 ? item.split('|') : [item];
    words = words.flatMap((word) => choices.map((choice) => word + choice));
    if (words.length > MOST_LITERALS) throw new PatternError('patternMany', { most: MOST_LITERALS });
  }
  return words.map((word) => {
    const literal = word.replaceAll('{year}', YEAR);
    const odd = /[{}^$()]/.exec(literal);
    if (odd) throw new PatternError('patternSign', { sign: odd[0] });
    if (literal === '') throw new PatternError('patternEmpty');
    return literal;
  });
}

const STOPS = new Set([...'。！？；!?;\n\r'].map((c) => c.charCodeAt(0)));
/** After these, too, a statement begins: 结果如下：仍存在… */
const OPENERS = new Set([...'：:'].map((c) => c.charCodeAt(0)));
const SPACES = new Set([...' \t\u00a0\u3000'].map((c) => c.charCodeAt(0)));

function findAlternative(alternative: Alternative, text: string): Span | undefined {
  if (!alternative.rarest.literals.some((literal) => text.includes(literal))) return undefined;
  const { parts } = alternative;
  let found = occurrences(parts[0], text);
  if (alternative.atStart) found = found.filter((span) => beginsSentence(text, span.from));
  for (let k = 1; k < parts.length && found.length > 0; k++) found = join(found, parts[k], text);
  return alternative.atEnd ? found.find((span) => endsSentence(text, span.to)) : found[0];
}

/** Every place of a part's literals, ordered by where they end. */
function occurrences(part: Part, text: string): Span[] {
  const spans: Span[] = [];
  for (const literal of part.literals) {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) spans.push({ from: at, to: at + literal.length });
  }
  return part.literals.length === 1 ? spans : spans.sort((a, b) => a.to - b.to);
}

/** Matches so far, each prolonged by the next part where it stands near enough. For each place the latest match before it is the nearest one. */
function join(before: readonly Span[], part: Part, text: string): Span[] {
  const out: Span[] = [];
  const next = occurrences(part, text).sort((a, b) => a.from - b.from);
  let i = 0;
  for (const span of next) {
    while (i + 1 < before.length && before[i + 1].to <= span.from) i++;
    const last = before[i];
    if (last.to > span.from || span.from - last.to > part.gap || crossesSentence(text, last.to, span.from)) continue;
    out.push({ from: last.from, to: span.to });
  }
  return out.sort((a, b) => a.to - b.to);
}

function crossesSentence(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (STOPS.has(text.charCodeAt(i))) return true;
  return false;
}

function beginsSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && SPACES.has(text.charCodeAt(i))) i--;
  return i < 0 || STOPS.has(text.charCodeAt(i)) || OPENERS.has(text.charCodeAt(i));
}

function endsSentence(text: string, at: number): boolean {
  return at >= text.length || STOPS.has(text.charCodeAt(at));
}

/** The sentence around a place, without the space before it. */
export function sentenceAround(text: string, place: Span): Span {
  let from = place.from;
  while (from > 0 && !STOPS.has(text.charCodeAt(from - 1))) from--;
  while (from < place.from && SPACES.has(text.charCodeAt(from))) from++;
  let to = place.to;
  while (to < text.length && !STOPS.has(text.charCodeAt(to))) to++;
  return { from, to };
}
