/** Text of reports, names of files and words of an office's profiles, as they may stand on a terminal. */
import type { Arg, Args, MessageRef } from '../core/messages';

/** The text with everything made visible that steers a terminal, turns the direction of writing, or ends the line. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** A file's name at the beginning of a line: one that a build server would take for a command (`::error …`) gets its folder in front. */
export function visiblePath(path: string): string {
  return visible(/^\s*(?:::|##\[)/.test(path) ? `./${path}` : path);
}

/** The same for what fills a template; `file` is a file's name. */
export function visibleArgs(args: Args): Args {
  const one = (name: string, value: Arg): Arg => {
    if (typeof value === 'string') return name === 'file' ? visiblePath(value) : visible(value);
    return Array.isArray(value) ? value.map((v: string | MessageRef) => (typeof v === 'string' ? visible(v) : v)) : value;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, one(name, value)]));
}
