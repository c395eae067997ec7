/** Lines for a terminal: `file:line:column`, both from 1, then severity, message, basis and rule. */
import type { Severity } from '../../core/rule';
import { say, SEVERITY_WORDS } from '../words';
import type { Format } from './index';

/** At most so many fixes are named for a finding. */
const FIXES = 3;

const COLOURS: Readonly<Record<Severity | 'dim' | 'bold', string>> = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '2',
  dim: '2',
  bold: '1',
};

export const text: Format = {
  file(file, { locale, colours }) {
    const paint = (colour: keyof typeof COLOURS, words: string) => (colours ? `\u001b[${COLOURS[colour]}m${words}\u001b[0m` : words);
    const lines: string[] = [];
    const path = visible(file.path);
    if (file.profile === null) lines.push(say('notReport', locale, { file: path }));
    for (const { rule, severity, message, range, basisLines, fixes } of file.findings) {
      const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
      const basis = basisLines.length > 0 ? ` [${basisLines.join('；')}]` : '';
      lines.push(
        `${paint('bold', place)} ${paint(severity, SEVERITY_WORDS[severity][locale])} ${visible(message)}${paint('dim', `${basis} ${rule}`)}`,
      );
      for (const { title } of fixes.slice(0, FIXES)) lines.push(`    ${say('fix', locale, { title: visible(title) })}`);
    }
    return lines.join('\n');
  },
  whole: (files, { files: count, counts, known, fixable }, { locale }) => [
    ...files.filter((file) => file !== ''),
    say('summary', locale, { files: count, ...counts }),
    ...(known ? [say('known', locale, { count: known })] : []),
    ...(fixable > 0 ? [say('fixable', locale, { count: fixable })] : []),
  ],
};

/** A text or a file's name cannot steer the terminal, nor break the line. */
function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
