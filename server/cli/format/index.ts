/** The formats of `--format`. */
import type { Locale } from '../../core/messages';
import type { Rule } from '../../core/rule';
import type { Checked, Totals } from '../results';
import { csv } from './csv';
import { github } from './github';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { sarif } from './sarif';
import { text } from './text';

/** What a format may know besides the findings. */
export interface FormatContext {
  readonly locale: Locale;
  /** Whether the reader is a terminal that shows colours. */
  readonly colours: boolean;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly rules: readonly Rule[];
}

/**
 * A format writes each file by itself, where it was checked, so that nothing else of the file has to be kept; and then
 * what stands around them.
 */
export interface Format {
  /** One file's findings; '' for nothing to say. */
  file(checked: Checked, context: FormatContext): string;
  /** The whole, in pieces of whole lines, given the files in order. */
  whole(files: readonly string[], totals: Totals, context: FormatContext): readonly string[];
  /** Shows what fixes change. */
  readonly edits?: boolean;
  /** Shows the sentence of a finding. */
  readonly excerpts?: boolean;
}

export const FORMATS = { text, json, sarif, junit, github, html, csv } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export function isFormat(name: string): name is FormatName {
  return (FORMAT_NAMES as readonly string[]).includes(name);
}
