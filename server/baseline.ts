/**
 * A baseline (`.gongwen/baseline.json`): what an archive is known to hold, so that only what is new is shown.
 *
 * By file, named from the folder the baseline belongs to, it counts the fingerprints of findings. A finding whose
 * fingerprint is counted there is known; when there are more of them than counted, the last ones are new.
 */

/** Counts of fingerprints by file. Paths are written with `/`, from the folder the baseline belongs to. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Reads a baseline; null for a text that is none. */
export function readBaseline(text: string): Baseline | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value.version !== 1 || !isObject(value.files)) return null;
  const files = new Map<string, Map<string, number>>();
  for (const [file, prints] of Object.entries(value.files)) {
    if (!isObject(prints)) return null;
    const counts = new Map<string, number>();
    for (const [print, count] of Object.entries(prints)) {
      if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return null;
      counts.set(print, count);
    }
    files.set(file, counts);
  }
  return files;
}

/** How often each of these fingerprints is there. */
export function countPrints(prints: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  return counts;
}

/** A baseline as text: sorted, a line for each entry, so that it reads well in version control. */
export function writeBaseline(files: Baseline): string {
  const sorted = [...files].filter(([, counts]) => counts.size > 0).sort(byName);
  const entries = sorted.map(([file, counts]): [string, Record<string, number>] => [file, Object.fromEntries([...counts].sort(byName))]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(entries) }, null, 1)}\n`;
}

/** Which of a file's findings are new, given their fingerprints in the order of their places; and how many known ones are gone. */
export function compareToBaseline(
  prints: readonly string[],
  known: ReadonlyMap<string, number> | undefined,
): { isNew: boolean[]; gone: number } {
  const left = new Map(known);
  const isNew = prints.map((print) => {
    const count = left.get(print) ?? 0;
    if (count > 0) left.set(print, count - 1);
    return count === 0;
  });
  return { isNew, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
