/** What changed between two texts, as a unified diff. */
import { splitLines, type Line } from '../core/text';

/** Lines shown around a change. */
const CONTEXT = 3;
/** With more differences than this, lines are compared one by one: the shortest way from one text to the other is no longer looked for. */
const MOST = 400;

interface Step {
  readonly mark: ' ' | '-' | '+';
  readonly line: Line;
}

/** A unified diff, or '' when nothing changed. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compare(lines(before), lines(after));
  const out = [`--- a/${name}`, `+++ b/${name}`];
  let at = 0;
  let [a, b] = [1, 1];
  for (const [from, to] of hunks(steps)) {
    // Between two hunks both sides are the same.
    a += from - at;
    b += from - at;
    const hunk = steps.slice(from, to);
    const [lengthA, lengthB] = [hunk.filter((s) => s.mark !== '+').length, hunk.filter((s) => s.mark !== '-').length];
    out.push(`@@ -${place(a, lengthA)} +${place(b, lengthB)} @@`);
    for (const { mark, line } of hunk) {
      // The line's own CR belongs to it: without it the diff would not apply.
      out.push(`${mark}${line.text}${line.eol === '\r\n' ? '\r' : ''}`);
      if (line.eol === '') out.push('\\ No newline at end of file');
    }
    at = to;
    a += lengthA;
    b += lengthB;
  }
  return out.join('\n');
}

function place(line: number, count: number): string {
  return count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;
}

function lines(text: string): Line[] {
  const all = splitLines(text);
  if (all[all.length - 1].text === '') all.pop();
  return all;
}

function same(a: Line, b: Line): boolean {
  return a.text === b.text && a.eol === b.eol;
}

function compare(a: readonly Line[], b: readonly Line[]): Step[] {
  let head = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [
    ...a.slice(0, head).map((line): Step => ({ mark: ' ', line })),
    ...middle,
    ...a.slice(a.length - tail).map((line): Step => ({ mark: ' ', line })),
  ];
}

/** Myers' shortest edit script. */
function between(a: readonly Line[], b: readonly Line[]): Step[] {
  const offset = a.length + b.length;
  let reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(offset, MOST); d++) {
    trace.push(reach);
    reach = new Map(reach);
    for (let k = -d; k <= d; k += 2) {
      let x =
        k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
          ? (reach.get(k + 1) ?? 0)
          : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && same(a[x], b[x - k])) x++;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a, b);
    }
  }
  // Fixes of marks change many lines and leave their number.
  return a.length === b.length
    ? grouped(a, b)
    : [...a.map((line): Step => ({ mark: '-', line })), ...b.map((line): Step => ({ mark: '+', line }))];
}

function walkBack(trace: readonly Map<number, number>[], a: readonly Line[], b: readonly Line[]): Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d];
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const fromX = reach.get(down ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      steps.push({ mark: ' ', line: a[--x] });
      y--;
    }
    if (d > 0) steps.push(down ? { mark: '+', line: b[fromY] } : { mark: '-', line: a[fromX] });
    x = fromX;
    y = fromY;
  }
  return steps.reverse();
}

function grouped(a: readonly Line[], b: readonly Line[]): Step[] {
  const steps: Step[] = [];
  let from = 0;
  const flush = (to: number) => {
    for (let i = from; i < to; i++) steps.push({ mark: '-', line: a[i] });
    for (let i = from; i < to; i++) steps.push({ mark: '+', line: b[i] });
  };
  a.forEach((line, i) => {
    if (!same(line, b[i])) return;
    flush(i);
    steps.push({ mark: ' ', line });
    from = i + 1;
  });
  flush(a.length);
  return steps;
}

/** Stretches of steps with a change and its context. */
function hunks(steps: readonly Step[]): [from: number, to: number][] {
  const out: [number, number][] = [];
  steps.forEach(({ mark }, i) => {
    if (mark === ' ') return;
    const from = Math.max(0, i - CONTEXT);
    const to = Math.min(steps.length, i + 1 + CONTEXT);
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = to;
    else out.push([from, to]);
  });
  return out;
}
