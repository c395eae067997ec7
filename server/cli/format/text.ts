/** Lines for a terminal: `file:line:column`, both from 1, then severity, message, basis and rule. */
import type { Severity } from '../../core/rule';
import { countAll, type Checked } from '../results';
import { say, SEVERITY_WORDS } from '../words';
import type { FormatContext } from './index';

/** At most so many fixes are named for a finding. */
const FIXES = 3;

const COLOURS: Readonly<Record<Severity | 'dim' | 'bold', string>> = { error: '31', warning: '33', info: '36', hint: '2', dim: '2', bold: '1' };

export function toText(results: readonly Checked[], { locale, colours }: Pick<FormatContext, 'locale' | 'colours'>): string {
  const paint = (colour: keyof typeof COLOURS, text: string) => (colours ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  let safe = 0;
  let known = 0;
  for (const file of results) {
    known += file.known ?? 0;
    if (file.profile === null) lines.push(say('notReport', locale, { file: visible(file.path) }));
    for (const { rule, severity, message, range, basisLines, fixes } of file.findings) {
      const place = `${visible(file.path)}:${range.start.line + 1}:${range.start.character + 1}`;
      const basis = basisLines.length > 0 ? ` [${basisLines.join('；')}]` : '';
      lines.push(`${paint('bold', place)} ${paint(severity, SEVERITY_WORDS[severity][locale])} ${visible(message)}${paint('dim', `${basis} ${rule}`)}`);
      for (const { title } of fixes.slice(0, FIXES)) lines.push(`    ${say('fix', locale, { title: visible(title) })}`);
      if (fixes.some((fix) => fix.safe)) safe++;
    }
  }
  lines.push(say('summary', locale, { files: results.length, ...countAll(results) }));
  if (known > 0) lines.push(say('known', locale, { count: known }));
  if (safe > 0) lines.push(say('fixable', locale, { count: safe }));
  return lines.join('\n');
}

/** A text or a file's name cannot steer the terminal, nor break the line. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
