/** Workflow commands of GitHub Actions: each finding stands beside its line in a pull request. */
import type { Severity } from '../../core/rule';
import type { Found } from '../results';
import { visible } from '../visible';
import type { Format } from './index';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

export const github: Format = {
  file: ({ path, findings }) => findings.map((finding) => command(path, finding)).join('\n'),
  whole: (files) => files.filter((file) => file !== ''),
};

function command(path: string, { severity, range: { start, end }, rule, message, basisLines }: Found): string {
  // Columns are understood within one line only.
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${Math.max(start.character, end.character) + 1}` : '';
  const place = `file=${property(visible(path.replaceAll('\\', '/')))},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
  return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data([message, ...basisLines].map(visible).join('\n'))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
