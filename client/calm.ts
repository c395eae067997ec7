/**
 * Calm: what is new in the paragraph that is being written waits until the writer pauses or moves on.
 *
 * Logic alone, without VS Code: positions and diagnostics are plain shapes, the clock is given. The wiring stands in
 * `calm-wiring.ts`.
 *
 * - A diagnostic on a line that holds a caret is held back if it was not shown before and the writer is typing.
 * - It appears when no caret is on its line any more, or when nothing was typed for {@link QUIET_MS}.
 * - What is gone is gone at once: only the newest result is ever shown.
 * - While an input method composes, the letters typed so far (`fazhi`) stand in the text. A pause then is not the end of
 *   a thought, so after Latin letters the wait is {@link COMPOSING_MS}.
 */

/** A line and a column, from 0. */
export interface CalmPosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text, `end` exclusive. */
export interface CalmRange {
  readonly start: CalmPosition;
  readonly end: CalmPosition;
}

/** One change: the text of `range` became `text`. */
export interface CalmChange {
  readonly range: CalmRange;
  readonly text: string;
}

/** The clock that rings, so that a test can hold it. */
export interface Alarm {
  /** Rings once after `ms`; the result stops it. */
  set(ms: number, ring: () => void): () => void;
}

/** What the filter needs from its surroundings. */
export interface CalmOptions<D> {
  readonly alarm: Alarm;
  /** What makes two diagnostics the same, their place apart: code and message. */
  readonly key: (diagnostic: D) => string;
  readonly range: (diagnostic: D) => CalmRange;
  /** Something that was held back may now be shown: ask {@link CalmFilter.filter} again. */
  readonly release: (uri: string) => void;
}

/** Without a key for so long, the writer has paused. */
export const QUIET_MS = 800;

/** The same after Latin letters, which may be an unfinished composition. */
export const COMPOSING_MS = 4000;

const COMPOSING = /^[A-Za-z' ]*[A-Za-z]'?$/;

interface Shown {
  readonly key: string;
  start: CalmPosition;
}

interface State {
  /** What is on the screen, where it stands by now. */
  shown: Shown[];
  /** Lines of what is held back. */
  held: CalmRange[];
  /** Lines with a caret; none while another document is written. */
  carets: readonly number[];
  /** Stops the alarm; set while the writer is typing. */
  typing: (() => void) | undefined;
}

/** Decides for each document which of its diagnostics are shown now. */
export class CalmFilter<D> {
  readonly #options: CalmOptions<D>;
  readonly #states = new Map<string, State>();

  constructor(options: CalmOptions<D>) {
    this.#options = options;
  }

  /** The carets of a document now stand on these lines (none: it has lost the focus). */
  carets(uri: string, lines: readonly number[]): void {
    const state = this.#state(uri);
    state.carets = lines;
    if (state.held.some((range) => !touches(range, lines))) this.#options.release(uri);
  }

  /** The writer has typed. Changes in the order VS Code tells them: from the end of the document to its start. */
  typed(uri: string, changes: readonly CalmChange[]): void {
    const state = this.#state(uri);
    this.#moveBy(state, changes);
    const composing = changes.some((change) => COMPOSING.test(change.text));
    state.typing?.();
    state.typing = this.#options.alarm.set(composing ? COMPOSING_MS : QUIET_MS, () => {
      state.typing = undefined;
      if (state.held.length > 0) this.#options.release(uri);
    });
  }

  /** The text was changed by something else than typing: undo, a quick fix, a file from disk. Nothing is held back for it. */
  changed(uri: string, changes: readonly CalmChange[]): void {
    const state = this.#states.get(uri);
    if (state) this.#moveBy(state, changes);
  }

  /** The diagnostics of the newest result that are shown now. */
  filter(uri: string, diagnostics: readonly D[]): D[] {
    const state = this.#state(uri);
    const { key, range } = this.#options;
    const old = new Map<string, number>();
    for (const { key: name, start } of state.shown) {
      const id = `${start.line}:${name}`;
      old.set(id, (old.get(id) ?? 0) + 1);
    }
    const shown: D[] = [];
    const held: CalmRange[] = [];
    for (const diagnostic of diagnostics) {
      const place = range(diagnostic);
      const id = `${place.start.line}:${key(diagnostic)}`;
      const count = old.get(id) ?? 0;
      if (count > 0) old.set(id, count - 1);
      if (count === 0 && state.typing !== undefined && touches(place, state.carets)) held.push(place);
      else shown.push(diagnostic);
    }
    state.shown = shown.map((diagnostic) => ({ key: key(diagnostic), start: range(diagnostic).start }));
    state.held = held;
    return shown;
  }

  /** Whether something of the newest result is held back. */
  holds(uri: string): boolean {
    return (this.#states.get(uri)?.held.length ?? 0) > 0;
  }

  /** Shows everything at once: the setting was switched off. */
  releaseAll(): void {
    for (const [uri, state] of this.#states) {
      state.typing?.();
      state.typing = undefined;
      if (state.held.length > 0) this.#options.release(uri);
    }
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#states.get(uri)?.typing?.();
    this.#states.delete(uri);
  }

  /** Nothing will be asked any more. */
  dispose(): void {
    for (const uri of [...this.#states.keys()]) this.forget(uri);
  }

  #state(uri: string): State {
    let state = this.#states.get(uri);
    if (!state) this.#states.set(uri, (state = { shown: [], held: [], carets: [], typing: undefined }));
    return state;
  }

  #moveBy(state: State, changes: readonly CalmChange[]): void {
    for (const change of changes) {
      for (const shown of state.shown) shown.start = moved(shown.start, change);
      state.held = state.held.map((range) => ({ start: moved(range.start, change), end: moved(range.end, change) }));
    }
  }
}

/** Where a place stands after a change. A place inside the changed stretch goes to its start. */
export function moved(place: CalmPosition, { range, text }: CalmChange): CalmPosition {
  if (isBefore(place, range.start)) return place;
  if (isBefore(place, range.end)) return range.start;
  const breaks = text.split(/\r\n|\r|\n/);
  const last = breaks[breaks.length - 1].length;
  const line = place.line - range.end.line + range.start.line + breaks.length - 1;
  if (place.line !== range.end.line) return { line, character: place.character };
  const base = breaks.length > 1 ? last : range.start.character + last;
  return { line, character: base + place.character - range.end.character };
}

function isBefore(a: CalmPosition, b: CalmPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function touches(range: CalmRange, lines: readonly number[]): boolean {
  return lines.some((line) => range.start.line <= line && line <= range.end.line);
}
