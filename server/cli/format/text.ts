/** Lines for a terminal: `file:line:column`, both from 1, then severity, message, basis and rule. */
import type { Severity } from '../../core/rule';
import { visible, visiblePath } from '../visible';
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
    const path = visiblePath(file.path);
    if (file.profile === null) lines.push(say('notReport', locale, { file: file.path }));
    for (const { rule, severity, message, range, basisLines, fixes } of file.findings) {
      const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
      const basis = basisLines.length > 0 ? ` [${visible(basisLines.join('；'))}]` : '';
      lines.push(
        `${paint('bold', place)} ${paint(severity, SEVERITY_WORDS[severity][locale])} ${visible(message)}${paint('dim', `${basis} ${rule}`)}`,
      );
      for (const { title } of fixes.slice(0, FIXES)) lines.push(`    ${say('fix', locale, { title })}`);
    }
    return lines.join('\n');
  },
  whole: (files, { files: count, counts, known, fixable }, { locale }) => [
    ...files.filter((file) => file !== ''),
    // What is wrong has been said; there is nothing to add up.
    ...(count > 0 ? [say('summary', locale, { files: count, ...counts })] : []),
    ...(known ? [say('known', locale, { count: known })] : []),
    ...(fixable > 0 ? [say('fixable', locale, { count: fixable })] : []),
  ],
};
