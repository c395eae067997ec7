/** 已核: a person marks a figure as verified; the mark ends when its sentence changes. */
import type { CodeAction } from 'vscode-languageserver';
import { sentenceAt } from '../../core/fingerprint';
import type { Position } from '../../core/text';
import { stampOf } from '../../exceptions';
import { figureAt, figuresOf, rangeOfFigure, textOf } from '../figures';
import { asksFor, type Context, type Feature } from '../feature';
import { ServerCommand, type EditResult, type UnverifiedFigure } from '../protocol';

/** Kind of the action: it changes no text. */
const KIND = 'refactor.gongwen.verified';

const WORDS = {
  mark: { 'zh-cn': '标记为已核：{figure}', en: 'Mark as verified: {figure}' },
  unmark: { 'zh-cn': '取消已核：{figure}', en: 'Take back “verified”: {figure}' },
  noFigure: { 'zh-cn': '光标处没有数据。', en: 'There is no figure at the caret.' },
  noFolder: {
    'zh-cn': '文件还没有保存，或者 .gongwen/stamps.json 有误，没有写入。',
    en: 'Nothing was written: the file is not saved yet, or .gongwen/stamps.json is broken.',
  },
} as const;

export const stamps: Feature = {
  kinds: [KIND],
  actions({ client, reports }, report, range, wanted) {
    if (!asksFor(wanted, KIND)) return [];
    const found = figureAt(report, range);
    if (!found) return [];
    const verified = reports.documents.get(report.uri)?.stamps?.has(found.key) === true;
    const title = WORDS[verified ? 'unmark' : 'mark'][client.wording.locale].replace('{figure}', () => textOf(found));
    return [
      {
        title,
        kind: KIND,
        command: { title, command: ServerCommand.stamp, arguments: [report.uri, rangeOfFigure(report, found).start, !verified] },
      } satisfies CodeAction,
    ];
  },
  commands: {
    [ServerCommand.stamp]: (context, [uri, position, on]) => stamp(context, String(uri), position, on !== false),
    [ServerCommand.unverified]: (context, [uri]) => unverified(context, String(uri)),
  },
};

async function stamp(context: Context, uri: string, position: unknown, on: boolean): Promise<EditResult> {
  const { reports, host, client } = context;
  const report = await context.report(uri);
  const found = report && isPosition(position) ? figureAt(report, { start: position, end: position }) : undefined;
  if (!found) return { applied: false, count: 0, message: WORDS.noFigure[client.wording.locale] };
  const written = await reports.exceptions.stamp(
    uri,
    { figure: textOf(found), fingerprint: stampOf(found.block.text, found.figure.span), date: host.today() },
    on,
  );
  if (!written) return { applied: false, count: 0, message: WORDS.noFolder[client.wording.locale] };
  await reports.reread();
  await context.refresh();
  return { applied: true, count: 1 };
}

/** The figures nobody has verified, in order of place. */
async function unverified({ reports, report: open }: Context, uri: string): Promise<UnverifiedFigure[]> {
  const report = await open(uri);
  if (!report) return [];
  const verified = reports.documents.get(uri)?.stamps ?? new Set<string>();
  const { sections } = report.document.outline;
  const starts = sections.map((section) => report.document.blocks.lineOf(section.block));
  return figuresOf(report)
    .filter(({ key }) => !verified.has(key))
    .map((found) => {
      let at = starts.length - 1;
      while (at >= 0 && starts[at] > found.line) at--;
      const sentence = sentenceAt(found.block.text, found.figure.span);
      return {
        range: rangeOfFigure(report, found),
        text: textOf(found),
        sentence: sentence.length > 80 ? `${sentence.slice(0, 80)}…` : sentence,
        section: at < 0 ? '' : sections[at].title,
      };
    });
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    Number.isInteger((value as Position).line) &&
    Number.isInteger((value as Position).character)
  );
}
