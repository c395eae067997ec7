/**
 * Sentences, clauses and brackets of a block, as far as the numbers in it need them.
 *
 * What stands in brackets is a text of its own: it has its own sentences and clauses, and the clause around it goes on
 * behind it. Quotations and titles (“…”、《…》) hold no quantities, and their marks divide nothing.
 */
import type { Span } from '../text';
import { type Scan } from './scan';

/** A stretch of text between two marks. Compared by identity: two figures stand in one clause if it is the same object. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a place stands. */
export interface Setting {
  /** Between 。；！？ and the like, or the brackets around. */
  readonly sentence: Stretch;
  /** Between commas, colons and the like. */
  readonly clause: Stretch;
  /** Between 、 or any other mark. */
  readonly item: Stretch;
  /** The innermost brackets around, with their marks; undefined outside of any. */
  readonly bracket: Span | undefined;
}

interface Open {
  from: number;
  to: number;
}

/** What a bracket or quotation mark is, as bits: it opens, it closes, it quotes; above them its shape. 0 for any other character. */
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 4;
const SHAPES = new Uint8Array(65536);
for (const [i, pair] of ['（）', '()', '［］', '[]', '【】', '〔〕'].entries()) shape(pair, 0, i >> 1);
for (const [i, pair] of ['“”', '《》', '「」', '『』', '‘’'].entries()) shape(pair, QUOTES, i);

function shape(pair: string, bits: number, number: number): void {
  SHAPES[pair.charCodeAt(0)] = OPENS | bits | (number << 3);
  SHAPES[pair.charCodeAt(1)] = CLOSES | bits | (number << 3);
}

/** What a mark does: 1 ends a sentence, 2 a clause, 3 an item of a list; 0 nothing. */
function force(code: number): number {
  switch (code) {
    case 0x3002:
    case 0xff1b:
    case 0x3b:
    case 0xff01:
    case 0x21:
    case 0xff1f:
    case 0x3f:
      return 1;
    case 0xff0c:
    case 0x2c:
    case 0xff1a:
    case 0x3a:
      return 2;
    case 0x3001:
      return 3;
    default:
      return 0;
  }
}

/** Bracket marks that belong together, as pairs; 0 where a mark has no partner. Linear, whatever the text. */
function pairBrackets(s: Scan): { readonly partner: readonly number[]; readonly shapes: readonly number[] } {
  const partner: number[] = [];
  const shapes: number[] = [];
  const stack: number[] = [];
  for (let i = 0; i < s.brackets.length; i++) {
    const shape = SHAPES[s.text.charCodeAt(s.brackets[i])];
    shapes.push(shape);
    partner.push(-1);
    if (shape & OPENS) {
      stack.push(i);
      continue;
    }
    if (shape === 0) continue;
    const opening = shape ^ (OPENS | CLOSES);
    // Look a few marks back only: a mark left open must not swallow what follows, nor cost a walk each time.
    for (let k = stack.length - 1; k >= 0 && k >= stack.length - 4; k--) {
      if (shapes[stack[k]] !== opening) continue;
      partner[i] = stack[k];
      partner[stack[k]] = i;
      stack.length = k;
      break;
    }
  }
  return { partner, shapes };
}

/** A stretch that is being walked; the object is made when a place in it is asked for. */
class Walked {
  private stretch: Open | undefined;

  constructor(
    private from: number,
    private to: number,
  ) {}

  get(): Stretch {
    return (this.stretch ??= { from: this.from, to: this.to });
  }
  /** It ends at a mark, and the next one begins. Until a mark says otherwise, that goes on to `to`. */
  next(mark: number, to: number): void {
    this.end(mark);
    this.stretch = undefined;
    this.from = mark + 1;
    this.to = to;
  }
  end(at: number): void {
    if (this.stretch) this.stretch.to = at;
  }
}

/** What stands in brackets, or outside of all. */
class Level {
  private readonly sentence: Walked;
  private readonly clause: Walked;
  private readonly item: Walked;

  constructor(
    from: number,
    private readonly to: number,
    private readonly bracket: Span | undefined,
  ) {
    this.sentence = new Walked(from, to);
    this.clause = new Walked(from, to);
    this.item = new Walked(from, to);
  }

  /** Where a place stands that is reached now. */
  get(): Setting {
    return { sentence: this.sentence.get(), clause: this.clause.get(), item: this.item.get(), bracket: this.bracket };
  }
  /** Passes a mark of this `force`, which is not 0. */
  pass(mark: number, force: number): void {
    this.item.next(mark, this.to);
    if (force <= 2) this.clause.next(mark, this.to);
    if (force === 1) this.sentence.next(mark, this.to);
  }
  end(at: number): void {
    this.sentence.end(at);
    this.clause.end(at);
    this.item.end(at);
  }
}

/** The settings of some places of a text, given in order. A place inside a quotation or title has none. */
export function settings(s: Scan, places: readonly number[]): (Setting | undefined)[] {
  const { text, marks, brackets } = s;
  const { partner, shapes } = pairBrackets(s);
  const out: (Setting | undefined)[] = [];
  let now = new Level(0, text.length, undefined);
  const stack: Level[] = [];
  let m = 0;
  let b = 0;
  let p = 0;
  let quoted = -1;
  // Lines of a table are not one sentence; those of a wrapped paragraph are.
  let eol = /[\t|]/.test(text) ? nextEol(text, 0) : Infinity;
  while (p < places.length || m < marks.length || b < brackets.length) {
    const mark = m < marks.length ? marks[m] : Infinity;
    const mate = b < brackets.length ? brackets[b] : Infinity;
    const place = p < places.length ? places[p] : Infinity;
    const next = Math.min(mark, mate, eol, place);
    if (next === place) {
      out.push(quoted >= 0 ? undefined : now.get());
      p++;
      continue;
    }
    if (next === eol) {
      if (stack.length === 0 && quoted < 0) now.pass(eol, 1);
      eol = nextEol(text, eol + 1);
      continue;
    }
    if (next === mate) {
      const i = b++;
      if (partner[i] < 0) continue;
      if (quoted >= 0) {
        if (partner[i] === quoted) quoted = -1;
        continue;
      }
      if (partner[i] > i) {
        if (shapes[i] & QUOTES) {
          quoted = i;
          continue;
        }
        stack.push(now);
        const to = brackets[partner[i]];
        now = new Level(mate + 1, to, { from: mate, to: to + 1 });
      } else {
        now.end(mate);
        now = stack.pop() ?? now;
      }
      continue;
    }
    m++;
    if (quoted >= 0) continue;
    const f = force(text.charCodeAt(mark));
    if (f === 0 || (f === 2 && between(text, mark))) continue;
    now.pass(mark, f);
  }
  if (stack.length === 0 && eol < text.length) now.end(eol);
  return out;
}

/** Whether a half-width comma or colon stands between two digits: a separator of thousands, a ratio, a time. */
function between(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return (c === 0x2c || c === 0x3a) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function nextEol(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Infinity : at;
}
