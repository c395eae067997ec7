/**
 * 校核意见表 for paper: one page of HTML, complete in itself, without a script, for reading, printing and ticking off. In plain
 * elements, so that Word and WPS open it as well as a browser.
 */
import type { Locale } from '../../core/messages';
import type { Found } from '../results';
import { say, SEVERITY_WORDS } from '../words';
import type { Format } from './index';
import { escapeXml } from './xml';

const STYLE = `
:root { color-scheme: light; }
body { font: 10.5pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #000; background: #fff; margin: 2em auto; max-width: 60em; padding: 0 1em; }
h1 { font-size: 18pt; text-align: center; margin: 0 0 .3em; }
h2 { font-size: 12pt; margin: 1.8em 0 .4em; overflow-wrap: anywhere; }
p { margin: .2em 0; }
.sub { text-align: center; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #444; padding: .3em .45em; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
u { text-decoration-thickness: 2px; text-underline-offset: 3px; }
.n { width: 3em; } .place { width: 9em; } .basis { width: 11em; } .tick { width: 5.5em; }
td.n { text-align: center; }
ul { margin: .2em 0 0; padding-left: 1.2em; }
.error .level, .warning .level { font-weight: bold; }
.sign { margin-top: 2em; }
@page { size: A4 landscape; margin: 15mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`.trim();

type Word = Parameters<typeof say>[0];

const words =
  (locale: Locale) =>
  (word: Word, args: Record<string, string | number> = {}) =>
    escapeXml(say(word, locale, args));

const COLUMNS = [
  ['n', 'col_n'],
  ['place', 'col_place'],
  ['', 'col_original'],
  ['', 'col_problemAndSuggestion'],
  ['basis', 'col_basis'],
  ['tick', 'col_adoption'],
] as const;

export const html: Format = {
  excerpts: true,
  file(file, { locale }) {
    const t = words(locale);
    const about = [file.title, file.kind ?? ''].filter((s) => s !== '').map(escapeXml);
    const head = [`<h2>${escapeXml(file.path)}</h2>`, ...(about.length > 0 ? [`<p>${about.join(' · ')}</p>`] : [])];
    if (file.profile === null) return [...head, `<p>${t('tableNotReport')}</p>`].join('\n');
    if (file.findings.length === 0) return [...head, `<p>${t('tableNothing')}</p>`].join('\n');
    return [
      ...head,
      '<table>',
      `<thead><tr>${COLUMNS.map(([name, word]) => `<th scope="col"${name ? ` class="${name}"` : ''}>${t(word)}</th>`).join('')}</tr></thead>`,
      '<tbody>',
      ...file.findings.map((finding, i) => row(finding, i + 1, locale)),
      '</tbody>',
      '</table>',
    ].join('\n');
  },
  whole(files, { files: count, counts }, { locale, today, version }) {
    const t = words(locale);
    return [
      '<!DOCTYPE html>',
      `<html lang="${locale === 'en' ? 'en' : 'zh-CN'}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width">',
      `<title>${t('tableTitle')}</title>`,
      `<style>\n${STYLE}\n</style>`,
      '</head>',
      '<body>',
      `<h1>${t('tableTitle')}</h1>`,
      `<p class="sub">${t('tableSub', { today, version })}</p>`,
      `<p class="sub">${t('summary', { files: count, ...counts })}</p>`,
      ...files,
      `<p class="sign">${[t('signDrafter'), t('signReviewer'), t('signDate')].join('　'.repeat(8))}</p>`,
      '</body>',
      '</html>',
    ];
  },
};

function row({ severity, message, range, basisLines, related, fixes, excerpt, rule }: Found, n: number, locale: Locale): string {
  const t = words(locale);
  const place = [
    t('tablePlace', { line: range.start.line + 1, column: range.start.character + 1 }),
    ...(excerpt?.section ? [escapeXml(excerpt.section)] : []),
  ].join('<br>');
  const original =
    excerpt && excerpt.before + excerpt.marked + excerpt.after !== ''
      ? `${escapeXml(excerpt.before)}<u>${escapeXml(excerpt.marked)}</u>${escapeXml(excerpt.after)}`
      : t('tableAbsent');
  const more = [
    ...related.map((one) => t('tableRelated', { line: one.range.start.line + 1, message: one.message })),
    ...fixes.map((fix) => t('fix', { title: fix.title })),
  ];
  const problem = `<span class="level">${escapeXml(SEVERITY_WORDS[severity][locale])}</span> ${escapeXml(message)}${more.length > 0 ? `<ul>${more.map((one) => `<li>${one}</li>`).join('')}</ul>` : ''}`;
  const basis = [...basisLines.map(escapeXml), `<small>${escapeXml(rule)}</small>`].join('<br>');
  return `<tr class="${severity}"><td class="n">${n}</td><td>${place}</td><td>${original}</td><td>${problem}</td><td>${basis}</td><td>☐ ${t('adopted')}<br>☐ ${t('notAdopted')}</td></tr>`;
}
