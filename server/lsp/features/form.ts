/** Work on the form of a report as a whole: 重编序号, moving a section, 结转下年, 送审检查. */
import type { CodeAction } from 'vscode-languageserver';
import { textEdits, type TextEdit } from '../../core/edits';
import type { Locale } from '../../core/messages';
import { moveSection } from '../../core/move-section';
import type { Section } from '../../core/outline';
import { renumber } from '../../core/renumber';
import { rollOver } from '../../core/rollover';
import type { Position, Range } from '../../core/text';
import { messageOf, type Report } from '../../service';
import { toTextEdits } from '../convert';
import { asksFor, type Context, type Feature } from '../feature';
import { ServerCommand, type EditResult, type FinalItem, type RollOver } from '../protocol';

/** Kind of the code action that numbers anew. */
const RENUMBER = 'refactor.rewrite.gongwen.renumber';

const WORDS = {
  notOpen: { 'zh-cn': '文件没有打开，或者不是公文。', en: 'The file is not open, or is no report.' },
  inOrder: { 'zh-cn': '序号已经连续，不需要重编。', en: 'The numbers are in order.' },
  notMoved: { 'zh-cn': '只能在同一标题下的各章节之间移动。', en: 'A section moves among those of the same heading only.' },
  noYear: { 'zh-cn': '看不出报告年度，不能结转。请在标题中写明年份。', en: 'The report shows no year; name it in the title.' },
  notLater: { 'zh-cn': '新的年度应当晚于{year}年。', en: 'The new year must be later than {year}.' },
  declined: { 'zh-cn': '编辑器没有接受修改。', en: 'The editor declined the change.' },
  renumber: { 'zh-cn': '重编序号', en: 'Renumber' },
  move: { 'zh-cn': '移动章节', en: 'Move section' },
  renumberLevel: { 'zh-cn': '重编“{number}”这一级的序号', en: 'Renumber the level of “{number}”' },
  renumberAll: { 'zh-cn': '重编全文序号', en: 'Renumber the whole report' },
} as const;

export const form: Feature = {
  kinds: [RENUMBER],
  actions({ client }, report, range, wanted) {
    const section = asksFor(wanted, RENUMBER) ? sectionAt(report, range) : undefined;
    return section ? renumberActions(report, section, client.wording.locale) : [];
  },
  closed: ({ reports }, uri) => void reports.setFinal(uri, false),
  commands: {
    [ServerCommand.renumber]: (context, [uri, level]) =>
      renumberReport(context, String(uri), typeof level === 'number' ? level : undefined),
    [ServerCommand.moveSection]: (context, [uri, from, before]) =>
      move(context, String(uri), from as Position, (before ?? undefined) as Position | undefined),
    [ServerCommand.rollOver]: (context, [uri, year]) => roll(context, String(uri), typeof year === 'number' ? year : undefined),
    [ServerCommand.finalCheck]: (context, [uri]) => finalCheck(context, String(uri)),
  },
};

/** The numbered heading that a range touches. */
function sectionAt(report: Report, { start, end }: Range): Section | undefined {
  if (!report.document.traits.profile) return undefined;
  const { outline, blocks } = report.document;
  return outline.sections.find(({ block, ordinal }) => {
    if (ordinal === 0) return false;
    const line = blocks.lineOf(block);
    return line >= start.line && line <= end.line;
  });
}

function renumberActions(report: Report, section: Section, locale: Locale): CodeAction[] {
  const { document } = report;
  const level = textEdits(document, renumber(document, section.level));
  const all = textEdits(document, renumber(document));
  const number = section.block.text.slice(section.heading.number.from, section.heading.number.to);
  const action = (title: string, edits: readonly TextEdit[]): CodeAction => ({
    title,
    kind: RENUMBER,
    edit: { changes: { [report.uri]: toTextEdits(edits) } },
  });
  return [
    ...(level.length > 0 && level.length < all.length ? [action(WORDS.renumberLevel[locale].replace('{number}', number), level)] : []),
    ...(all.length > 0 ? [action(WORDS.renumberAll[locale], all)] : []),
  ];
}

async function renumberReport(context: Context, uri: string, level: number | undefined): Promise<EditResult> {
  const report = await open(context, uri);
  if (!report) return nothing(context, 'notOpen');
  const edits = textEdits(report.document, renumber(report.document, level));
  return edits.length === 0 ? nothing(context, 'inOrder') : apply(context, report, edits, 'renumber');
}

async function move(context: Context, uri: string, from: Position, before: Position | undefined): Promise<EditResult> {
  const report = await open(context, uri);
  if (!report) return nothing(context, 'notOpen');
  const { document } = report;
  const at = (position: Position): Section | undefined =>
    document.outline.sections.find(({ block }) => document.blocks.lineOf(block) === position.line);
  const section = at(from);
  const target = before && at(before);
  const edits = section && (before === undefined || target) ? textEdits(document, moveSection(document, section, target)) : [];
  return edits.length === 0 ? nothing(context, 'notMoved') : apply(context, report, edits, 'move');
}

async function roll(context: Context, uri: string, year: number | undefined): Promise<RollOver> {
  const { locale } = context.client.wording;
  const report = await open(context, uri);
  if (!report) return { message: WORDS.notOpen[locale] };
  const { reportYear } = report.document.traits;
  if (reportYear === null) return { message: WORDS.noYear[locale] };
  const text = rollOver(report, year ?? reportYear + 1);
  return text === undefined
    ? { message: WORDS.notLater[locale].replace('{year}', String(reportYear)) }
    : { text, languageId: 'gongwen', from: reportYear };
}

/** Everything at warning or above once the final check has raised it. */
async function finalCheck(context: Context, uri: string): Promise<FinalItem[] | null> {
  if (!(await open(context, uri))) return null;
  await context.reports.setFinal(uri, true);
  const report = await open(context, uri);
  if (!report) return null;
  await context.refresh();
  return report.findings().flatMap((finding): FinalItem[] => {
    const { severity, rule } = finding;
    if (severity !== 'error' && severity !== 'warning') return [];
    return [{ range: report.rangeOf(finding), rule: rule.id, severity, message: messageOf(finding, context.client.wording.locale) }];
  });
}

async function open(context: Context, uri: string): Promise<Report | undefined> {
  const report = await context.report(uri);
  return report?.document.traits.profile ? report : undefined;
}

/** Applies edits through the editor, as one undo step. */
async function apply(
  { connection, client }: Context,
  report: Report,
  edits: readonly TextEdit[],
  label: 'renumber' | 'move',
): Promise<EditResult> {
  const { locale } = client.wording;
  const { applied } = await connection.workspace.applyEdit({
    label: WORDS[label][locale],
    edit: { changes: { [report.uri]: toTextEdits(edits) } },
  });
  if (!applied) return { applied: false, count: 0, message: WORDS.declined[locale] };
  const { start } = edits[0].range;
  return { applied, count: edits.length, range: { start, end: start } };
}

function nothing({ client }: Context, why: keyof typeof WORDS): EditResult {
  return { applied: false, count: 0, message: WORDS[why][client.wording.locale] };
}
