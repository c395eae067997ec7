/**
 * Directives: lines that speak to the tool. `<!-- gongwen: off figure/sum -- 合计含补报数 -->` in any file, or
 * `% gongwen: …` in plain text.
 */

/** What a directive says. */
export interface Directive {
  readonly action: 'profile' | 'year' | 'off' | 'off-next' | 'on' | 'unknown';
  /** The value of `profile=` or `year=`. */
  readonly value: string;
  /** Rules or families named by `off` and `off-next`; empty means all. */
  readonly rules: readonly string[];
  /** What stands after ` -- `. */
  readonly reason: string;
}

const NAME = 'gongwen:';

/** More names than there are rules: what stands behind them is not read. */
const MOST_NAMES = 200;

/** Whether a line is a directive; a cheap test for the cutter. */
export function isDirective(line: string): boolean {
  return line.includes(NAME) && bodyOf(line) !== undefined;
}

/** What stands after `gongwen:`; undefined where the line is something else. */
function bodyOf(line: string): string | undefined {
  const text = line.trim();
  const inner = text.startsWith('%') ? text.slice(1) : /^<!--.*-->$/.test(text) ? text.slice('<!--'.length, -'-->'.length) : '';
  const directive = inner.trimStart();
  return directive.startsWith(NAME) ? directive.slice(NAME.length).trim() : undefined;
}

/** Reads a directive line. */
export function readDirective(line: string): Directive | undefined {
  const content = bodyOf(line);
  if (content === undefined) return undefined;
  const [body, ...reasons] = content.split(/\s--\s/);
  const [head = '', ...words] = body.trim().split(/[\s,，]+/);
  const [key, value = ''] = head.split('=');
  const reason = reasons.join(' -- ').trim();
  if (key === 'profile' || key === 'year') return { action: key, value: value || (words[0] ?? ''), rules: [], reason };
  if (key === 'off' || key === 'off-next' || key === 'on')
    return { action: key, value: '', rules: words.filter(Boolean).slice(0, MOST_NAMES), reason };
  return { action: 'unknown', value: head, rules: [], reason };
}
