/** `--fix`: safe fixes only, and the file stays what it was in encoding, byte order mark and line ends. */
import { applyEdits } from '../core/edits';
import { splitLines, type Position } from '../core/text';
import { replaceFile } from '../node/write';
import { safeEdits } from '../safe-edits';
import type { Report } from '../service';
import { encode, type Decoded } from './decode';
import { unifiedDiff } from './diff';

/** `write`: into the files (or to the standard output); `show`: as a diff, nothing is written. */
export type FixMode = 'no' | 'write' | 'show';

/** A fix may make another one possible; after so many rounds they are taken to go round in a circle. */
const ROUNDS = 10;

/** What fixing a file came to. */
export interface Fixed {
  /** The report on the text as it is now. */
  readonly report: Report;
  readonly fixes: number;
  readonly diff?: string;
  readonly fixed?: Uint8Array;
  readonly fault?: 'notEncodable' | 'notWritten';
  readonly why?: string;
}

/** Applies safe fixes to a text until none is left. `open` lints a changed text. */
export function fixText(report: Report, text: string, open: (text: string) => Report): { report: Report; text: string; fixes: number } {
  let fixes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { edits, count } = safeEdits(report);
    if (count === 0) break;
    text = applyEdits(text, edits, offsets(text));
    fixes += count;
    report = open(text);
  }
  return { report, text, fixes };
}

/** Positions as offsets: the lines are counted once, not once for each edit. */
function offsets(text: string): (text: string, at: Position) => number {
  const starts = [0];
  for (const line of splitLines(text)) starts.push(starts[starts.length - 1] + line.text.length + line.eol.length);
  return (_, { line, character }) => (line < starts.length ? Math.min(starts[line] + character, text.length) : text.length);
}

/** Fixes a file. Where it cannot be written as it was, nothing is written. */
export function fixFile(
  name: string,
  report: Report,
  before: Decoded & { readonly bytes: Buffer },
  mode: FixMode,
  stdin: boolean,
  open: (text: string) => Report,
): Fixed {
  const done = fixText(report, before.text, open);
  const unchanged = stdin && mode === 'write' ? { fixed: before.bytes } : {};
  if (done.fixes === 0) return { report, fixes: 0, ...unchanged };
  const bytes = encode(done.text, before, before.bytes);
  if (!bytes) return { report, fixes: 0, fault: 'notEncodable', ...unchanged };
  if (mode === 'show') return { report, fixes: done.fixes, diff: unifiedDiff(name, before.text, done.text) };
  if (stdin) return { report: done.report, fixes: done.fixes, fixed: bytes };
  try {
    replaceFile(name, bytes);
  } catch (error) {
    return { report, fixes: 0, fault: 'notWritten', why: error instanceof Error ? error.message : String(error) };
  }
  return { report: done.report, fixes: done.fixes };
}
