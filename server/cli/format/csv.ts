/** 校核意见表 for a spreadsheet: UTF-8 with a byte order mark, lines end in CRLF (RFC 4180). */
import { BOM } from '../../core/text';
import { SEVERITY_WORDS, say } from '../words';
import { visible } from '../visible';
import type { Format } from './index';

const COLUMNS = [
  'col_file',
  'col_line',
  'col_column',
  'col_section',
  'col_original',
  'col_level',
  'col_problem',
  'col_suggestion',
  'col_basis',
  'col_rule',
  'col_adopted',
  'col_remark',
] as const;

export const csv: Format = {
  excerpts: true,
  file: ({ path, findings }, { locale }) =>
    findings
      .map(({ range, excerpt, severity, message, fixes, basisLines, rule }) =>
        row([
          path,
          String(range.start.line + 1),
          String(range.start.character + 1),
          excerpt?.section ?? '',
          excerpt ? excerpt.before + excerpt.marked + excerpt.after : '',
          SEVERITY_WORDS[severity][locale],
          message,
          fixes.map((fix) => fix.title).join('；'),
          basisLines.join('；'),
          rule,
          '',
          '',
        ]),
      )
      .join('\n'),
  whole: (files, _, { locale }) => [BOM + row(COLUMNS.map((column) => say(column, locale))), ...files.filter((file) => file !== '')],
};

/** A row, its CR included; the LF is that of every piece. */
function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r`;
}

/** A cell. One that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(words: string): string {
  const text = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, visible);
  const plain = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
