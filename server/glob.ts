/**
 * Patterns for paths: `*` and `?` inside a name, `**` over folders, `{甲,乙}` for one of several. Matched without
 * backtracking, in the product of both lengths at most.
 */

/** Whether a path (with `/`) fits one of the patterns. A pattern that names a folder fits all that lies in it. */
export function fitsAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => fits(path, pattern));
}

/** Whether a path fits a pattern. A pattern without `/` fits in every folder. */
export function fits(path: string, pattern: string): boolean {
  return alternatives(pattern).some((p) => {
    const bare = p.replace(/^\.?\//, '').replace(/\/$/, '');
    if (bare === '') return false;
    return fitsParts(path.split('/'), [...(bare.includes('/') ? bare : `**/${bare}`).split('/'), '**']);
  });
}

/** `a{b,c}d` → `abd`, `acd`. Braces do not nest; at most {@link MOST} results. */
function alternatives(pattern: string): string[] {
  let done = [''];
  let rest = pattern;
  for (;;) {
    const open = rest.indexOf('{');
    const close = rest.indexOf('}', open);
    if (open < 0 || close < 0) return done.map((p) => p + rest);
    const choices = rest.slice(open + 1, close).split(',');
    const head = rest.slice(0, open);
    done = done.flatMap((p) => choices.map((c) => p + head + c)).slice(0, MOST);
    rest = rest.slice(close + 1);
  }
}

const MOST = 64;

/** Folder by folder; `reach[j]`: the parts so far fit the first j of the pattern. */
function fitsParts(path: readonly string[], pattern: readonly string[]): boolean {
  let reach = [true, ...pattern.map((_, j) => pattern.slice(0, j + 1).every((p) => p === '**'))];
  for (const part of path) {
    const next = reach.map(() => false);
    for (let j = 0; j < pattern.length; j++) {
      if (pattern[j] === '**') next[j + 1] = next[j] || reach[j + 1] || reach[j];
      else if (reach[j] && fitsName(part, pattern[j])) next[j + 1] = true;
    }
    reach = next;
  }
  return reach[pattern.length];
}

/** A name against `*` and `?`: the last star is the only one that is ever tried again. */
function fitsName(name: string, pattern: string): boolean {
  let i = 0;
  let j = 0;
  let star = -1;
  let from = 0;
  while (i < name.length) {
    if (j < pattern.length && pattern[j] === '*') {
      star = j++;
      from = i;
    } else if (j < pattern.length && (pattern[j] === '?' || pattern[j] === name[i])) {
      i++;
      j++;
    } else if (star >= 0) {
      j = star + 1;
      i = ++from;
    } else return false;
  }
  while (pattern[j] === '*') j++;
  return j === pattern.length;
}
