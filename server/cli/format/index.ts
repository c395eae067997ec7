/** The formats of `--format`. */
import type { Locale } from '../../core/messages';
import type { Rule } from '../../core/rule';
import type { Checked } from '../results';
import { toCsv } from './csv';
import { toGithub } from './github';
import { toHtml } from './html';
import { toJson } from './json';
import { toJunit } from './junit';
import { toSarif } from './sarif';
import { toText } from './text';

/** What a format may know besides the findings. */
export interface FormatContext {
  readonly locale: Locale;
  /** Whether the reader is a terminal that shows colours. */
  readonly colours: boolean;
  /** Whether a baseline was used: what is shown is new. */
  readonly baseline: boolean;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly rules: readonly Rule[];
}

type Formatter = (results: readonly Checked[], context: FormatContext) => string;

const FORMATTERS = { text: toText, json: toJson, sarif: toSarif, junit: toJunit, github: toGithub, html: toHtml, csv: toCsv } as const satisfies Record<string, Formatter>;

export type Format = keyof typeof FORMATTERS;
export const FORMATS = Object.keys(FORMATTERS) as readonly Format[];

/** Formats that show what fixes change, and those that show a finding's sentence. */
export const WITH_EDITS: readonly Format[] = ['json', 'sarif'];
export const WITH_EXCERPTS: readonly Format[] = ['html', 'csv'];

export function print(format: Format, results: readonly Checked[], context: FormatContext): string {
  return FORMATTERS[format](results, context);
}
