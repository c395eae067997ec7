/**
 * The fuzzer: texts by a grammar, changed at random; what reaches something new in the server's code is kept and changed
 * further. The bundle counts what is reached (`scripts/lib/instrument.mjs`).
 */
import { anything, mutated, randomOf, sentenceOf, type Random } from './grammar';
import { editBetween, opened, probe, probeEdits, probeReaders, type Edit, type Look } from './probe';

/** What a run is to do. */
export interface FuzzOptions {
  readonly seed: number;
  /** So many inputs, or so long, whichever ends first. */
  readonly inputs: number;
  readonly until?: number;
  /** At most so many texts are looked at for how their cost grows. */
  readonly growth?: number;
  /** A text that takes more milliseconds has failed: not for tests, whose machine may be busy. */
  readonly slowest?: number;
  /** Texts to begin with. */
  readonly corpus: readonly string[];
  /** Stops at so many different failures. */
  readonly failures?: number;
  readonly onProgress?: (state: FuzzState) => void;
}

/** A text that broke something, made as small as it breaks it. */
export interface Failure {
  readonly what: string;
  readonly text: string;
  readonly look: Look;
  readonly edits?: readonly Edit[];
  /** The text, so many times, costs too much. */
  readonly repeated?: boolean;
}

/** How far a run has come. */
export interface FuzzState {
  inputs: number;
  edits: number;
  /** Texts looked at for how their cost grows. */
  grown: number;
  /** Texts that reached something new. */
  kept: number;
  /** Places of the code reached, in so many orders of magnitude each. */
  reached: number;
  readonly failures: Failure[];
}

declare const globalThis: { readonly __hits: Uint32Array };

const LONGEST = 3_000;

/** Runs until one of its bounds is met. */
export function fuzz({
  seed,
  inputs,
  until = Infinity,
  growth = Infinity,
  slowest = Infinity,
  corpus,
  failures: most = 20,
  onProgress,
}: FuzzOptions): FuzzState {
  const random = randomOf(seed);
  const state: FuzzState = { inputs: 0, edits: 0, grown: 0, kept: 0, reached: 0, failures: [] };
  const known = new Uint8Array(globalThis.__hits.length);
  const pool = [...corpus];
  const pick = (): string => (pool.length === 0 ? '' : pool[Math.floor(random() ** 0.7 * pool.length)]);
  const fresh = (): string => {
    if (pool.length < 20 || random() < 0.2) return sentenceOf(random() < 0.5 ? 'text' : 'line', random);
    return mutated(pick(), pick(), random);
  };
  let next = 0;
  while (state.inputs < inputs && Date.now() < until && state.failures.length < most) {
    // The given texts first, as they are.
    const text = (next < corpus.length ? corpus[next++] : fresh()).slice(0, LONGEST);
    const look: Look = { language: Math.floor(random() * 3), kind: random() < 0.5 ? Math.floor(random() * 2) : Math.floor(random() * 16) };
    state.inputs++;
    globalThis.__hits.fill(0);
    attempt(state, { text, look }, ({ text }) => {
      const from = performance.now();
      probeReaders(text);
      probe(text, look);
      if (performance.now() - from > slowest) throw new Error(`slow: more than ${slowest} ms`);
    });
    const reaches = isNew(known, state);
    if (reaches) {
      state.kept++;
      pool.push(text);
    }
    // What reaches new places is asked how its cost grows, and now and then what does not.
    if ((reaches || random() < 0.1) && state.grown < growth) {
      const unit = cut(text, random);
      state.grown++;
      const betweens = BETWEEN.filter((_, i) => i === state.grown % BETWEEN.length || i === 0);
      attempt(state, { text: unit, look, repeated: true }, ({ text }) => probeGrowth(text, look, betweens));
      if (slowest < Infinity && state.grown % 4 === 0)
        attempt(state, { text: unit, look, repeated: true }, ({ text }) => probeTime(text, look, slowest));
    }
    if (state.inputs % 3 === 0) {
      const edits: Edit[] = [];
      let now = text;
      for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
        const then = mutated(now, pick(), random).slice(0, LONGEST);
        edits.push(editBetween(now, then));
        now = then;
      }
      state.edits += edits.length;
      attempt(state, { text, look, edits }, ({ text, edits }) => probeEdits(text, edits!, look));
    }
    if (state.inputs % 500 === 0) onProgress?.(state);
  }
  return state;
}

/** A stretch of a text, to be repeated; or a few pieces of the grammar. */
function cut(text: string, random: Random): string {
  if (text.length === 0 || random() < 0.3) return anything(random) + anything(random);
  const from = Math.floor(random() * text.length);
  return text.slice(from, from + 1 + Math.floor(random() ** 2 * 120));
}

/** The counts in orders of magnitude (1, 2–3, 4–15, 16–255, more): whether one of them is new. */
function isNew(known: Uint8Array, state: FuzzState): boolean {
  const hits = globalThis.__hits;
  let found = false;
  for (let i = 0; i < hits.length; i++) {
    const n = hits[i];
    if (n === 0) continue;
    const bit = n < 2 ? 1 : n < 4 ? 2 : n < 16 ? 4 : n < 256 ? 8 : 16;
    if ((known[i] & bit) !== 0) continue;
    known[i] |= bit;
    state.reached++;
    found = true;
  }
  return found;
}

/** Runs a check; when it fails, makes the text as small as it still fails for the same reason, and keeps it. */
function attempt(state: FuzzState, input: Omit<Failure, 'what'>, check: (input: Omit<Failure, 'what'>) => void): void {
  const why = reasonOf(() => check(input));
  if (why === undefined) return;
  const kind = kindOf(why);
  if (state.failures.some((f) => kindOf(f.what) === kind)) return;
  const fails = (smaller: Omit<Failure, 'what'>): boolean => {
    const reason = reasonOf(() => check(smaller));
    return reason !== undefined && kindOf(reason) === kind;
  };
  state.failures.push({ ...smallest(input, fails), what: why });
}

function reasonOf(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  }
}

/** Failures with the same first words are one. */
function kindOf(why: string): string {
  return why.split('\n', 1)[0].replace(/\d+/g, 'n').slice(0, 60);
}

/** Leaves out ever smaller stretches of the text while it still fails. The edits go with it only where there are none. */
function smallest(input: Omit<Failure, 'what'>, fails: (input: Omit<Failure, 'what'>) => boolean): Omit<Failure, 'what'> {
  let best = input;
  if (best.edits !== undefined) {
    // Fewer edits first: from the front, each made part of the text.
    for (let go = true; go && best.edits!.length > 1;) {
      const [first, ...rest] = best.edits!;
      const fewer = { ...best, text: best.text.slice(0, first.from) + first.newText + best.text.slice(first.to), edits: rest };
      go = fails(fewer);
      if (go) best = fewer;
    }
    // Then stretches of the text that no edit touches, before the only one or behind it.
    if (best.edits!.length > 1) return best;
  }
  const end = Date.now() + 10_000;
  for (let size = Math.floor(best.text.length / 2); size >= 1 && Date.now() < end; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.text.length && Date.now() < end;) {
      const smaller = without(best, at, Math.min(best.text.length, at + size));
      if (smaller && fails(smaller)) best = smaller;
      else at += size;
    }
  }
  return best;
}

function without(input: Omit<Failure, 'what'>, from: number, to: number): Omit<Failure, 'what'> | undefined {
  const text = input.text.slice(0, from) + input.text.slice(to);
  const [edit] = input.edits ?? [];
  if (!edit) return text === '' ? undefined : { ...input, text };
  if (to <= edit.from) return { ...input, text, edits: [{ ...edit, from: edit.from - (to - from), to: edit.to - (to - from) }] };
  return from >= edit.to ? { ...input, text } : undefined;
}

/** Work that grows with the square is this much too much at twice the length; what is linear stays below. */
const STEEPEST = 2.6;
const SIZE = 6_000;
/** Less than this is not looked at: fixed costs and steps of tables. */
const FLOOR = 100_000;

/** The places of the server's code that a text makes it pass, counted. */
export function workOf(text: string, look: Look): number {
  globalThis.__hits.fill(0);
  opened(text, look).findings();
  return globalThis.__hits.reduce((sum, n) => sum + n, 0);
}

/** What may stand between two of a text's repetitions. */
const BETWEEN = ['', '\n', '。\n', '，', '、', '；'];

/** A text twice as long makes at most about twice the work: in one line, and line by line. */
export function probeGrowth(unit: string, look: Look, betweens: readonly string[] = BETWEEN): void {
  if (unit === '') return;
  const head = '临川市司法局关于2025年工作的报告\n一、情况\n';
  for (const between of betweens) {
    const piece = unit + between;
    const times = Math.ceil(SIZE / piece.length);
    checkGrowth((n) => workOf(head + piece.repeat(times * n), look), ` with ${JSON.stringify(between)} between`);
  }
}

/** What the counters do not see (regular expressions, searches for a word) is seen by the clock: one line, as long as a line may be. */
function probeTime(unit: string, look: Look, slowest: number): void {
  if (unit === '') return;
  const text = `临川市司法局关于2025年工作的报告\n${unit.replace(/[\r\n]+/g, '').repeat(Math.ceil(90_000 / unit.length))}`.slice(0, 90_000);
  const time = (): number => {
    const from = performance.now();
    opened(text, look).findings();
    return performance.now() - from;
  };
  // Twice: the machine may have been busy.
  if (time() > slowest && time() > slowest) throw new Error(`slow line: more than ${slowest} ms`);
}

/** Throws where work that is done for a text, one of twice and one of four times its length grows faster than they do. */
export function checkGrowth(work: (times: number) => number, how = ''): void {
  const twice = work(2);
  if (twice < FLOOR || twice <= STEEPEST * work(1)) return;
  // Some costs have a step between two sizes; what is steep goes on being so.
  const four = work(4);
  if (four > STEEPEST * twice) throw new Error(`steep growth${how}: ${twice} for a text, ${four} for one of twice its length`);
}
