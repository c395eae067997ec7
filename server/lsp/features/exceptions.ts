/** Exceptions on every finding: 本次忽略、本文件豁免、单位词库, and the level of its rule. Carried out by the server, so that other editors have them too. */
import type { CodeAction } from 'vscode-languageserver';
import { withLevel } from '../../config';
import { fingerprint } from '../../core/fingerprint';
import { LEVELS, type Level } from '../../core/settings';
import { excerptOf } from '../../exceptions';
import type { Report, Reported } from '../../service';
import { toDiagnostic } from '../convert';
import { asksFor, type Context, type Feature } from '../feature';
import { ServerCommand, type EditResult } from '../protocol';
import { findingsIn } from './fixes';
import { CodeActionKind } from '../wire';

/** Where a range touches more findings than this, exceptions are offered for the first ones: nobody reads a longer menu. */
const MOST = 5;

const TITLES = {
  ignore: { 'zh-cn': '本次忽略：{rule}', en: 'Ignore for now: {rule}' },
  exempt: { 'zh-cn': '本文件豁免此处（写明理由）：{rule}', en: 'Except this place in this file (with a reason): {rule}' },
  word: { 'zh-cn': '加入单位词库：{word}', en: 'Add to the office’s words: {word}' },
  lower: { 'zh-cn': '本文件夹内降为提示：{rule}', en: 'Only a hint in this folder: {rule}' },
  off: { 'zh-cn': '本文件夹内关闭：{rule}', en: 'Off in this folder: {rule}' },
} as const;

const WORDS = {
  gone: { 'zh-cn': '这一问题已经不在了。', en: 'This finding is gone.' },
  noFolder: {
    'zh-cn': '文件还没有保存，或者 .gongwen 中的文件有误，没有写入。请先保存文稿，或者更正该文件。',
    en: 'Nothing was written: the file is not saved yet, or the file in .gongwen is broken. Save the draft or mend that file first.',
  },
  noLevel: { 'zh-cn': '没有这条规则或这一级别。', en: 'There is no such rule or level.' },
  failed: { 'zh-cn': '写入失败：', en: 'Writing failed: ' },
  reason: { 'zh-cn': '经核无误', en: 'checked, correct as it stands' },
  declined: { 'zh-cn': '编辑器没有接受修改。', en: 'The editor declined the change.' },
} as const;

export const exceptions: Feature = {
  kinds: [CodeActionKind.QuickFix],
  actions({ client }, report, range, wanted) {
    if (!asksFor(wanted, CodeActionKind.QuickFix)) return [];
    const { wording } = client;
    // Two findings of one rule in one sentence are one to an exception.
    const found = new Map(findingsIn(report, range).map((finding) => [fingerprint(finding), finding]));
    return [...found].slice(0, MOST).flatMap(([print, finding]): CodeAction[] => {
      const diagnostics = [toDiagnostic(report, finding, wording)];
      const { id } = finding.rule;
      const action = (title: keyof typeof TITLES, name: string, command: string, ...args: unknown[]): CodeAction => {
        const words = TITLES[title][wording.locale].replace(/\{\w+\}/, () => name);
        return {
          title: words,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          command: { title: words, command, arguments: [report.uri, ...args] },
        };
      };
      const word = wordOf(finding);
      return [
        action('ignore', id, ServerCommand.ignore, print),
        ...(id === 'exception/unused' ? [] : [action('exempt', id, ServerCommand.exempt, print)]),
        ...(word === undefined ? [] : [action('word', word, ServerCommand.addWord, word)]),
        ...(finding.severity === 'hint' ? [] : [action('lower', id, ServerCommand.setLevel, id, 'hint')]),
        action('off', id, ServerCommand.setLevel, id, 'off'),
      ];
    });
  },
  changed({ reports }, report) {
    void reports.tellUnused(report);
  },
  closed({ reports }, uri) {
    reports.untellUnused(uri);
  },
  commands: {
    [ServerCommand.ignore]: async (context, [uri, print]) => {
      context.reports.exceptions.ignore(String(uri), String(print));
      await context.reports.settle();
      return done(context);
    },
    [ServerCommand.exempt]: (context, [uri, print, reason]) =>
      exempt(context, String(uri), String(print), typeof reason === 'string' ? reason.trim() : ''),
    [ServerCommand.addWord]: (context, [uri, word]) =>
      write(context, () => context.reports.exceptions.addWord(String(uri), String(word).trim())),
    [ServerCommand.setLevel]: (context, [uri, rule, level]) => setLevel(context, String(uri), String(rule), level as Level),
  },
};

/** A finding's own words, where they may be a name: short, no digit, no mark. */
function wordOf({ block, span }: Reported): string | undefined {
  const text = block.text.slice(span.from, span.to);
  return /^[\p{Script=Han}A-Za-z·（）()〇○]{2,30}$/u.test(text) ? text : undefined;
}

async function exempt(context: Context, uri: string, print: string, said: string): Promise<EditResult> {
  const { reports, client, connection, host } = context;
  const report = await context.report(uri);
  const finding = report?.findings().find((f) => fingerprint(f) === print);
  if (!report || !finding) return nothing(context, 'gone');
  // What would end a comment or a line is no reason.
  const reason = said.replace(/-->|[\r\n]+/g, ' ').trim() || WORDS.reason[client.wording.locale];
  if (report.languageId !== 'markdown')
    return write(context, () =>
      reports.exceptions.exempt(uri, {
        rule: finding.rule.id,
        fingerprint: print,
        reason,
        sentence: excerptOf(finding),
        date: host.today(),
      }),
    );
  const at = { line: finding.line, character: 0 };
  const newText = `<!-- gongwen: off-next ${finding.rule.id} -- ${reason} -->${lineEndOf(report)}`;
  const { applied } = await connection.workspace.applyEdit({ edit: { changes: { [uri]: [{ range: { start: at, end: at }, newText }] } } });
  return applied ? { applied, count: 1, range: { start: at, end: at } } : nothing(context, 'declined');
}

function lineEndOf(report: Report): string {
  return report.document.blocks.first.content.eol || '\n';
}

/** Writes the level into the folder's settings; what a person wrote there stays, comments too. */
async function setLevel(context: Context, uri: string, rule: string, level: Level): Promise<EditResult> {
  const { reports, service } = context;
  const known = service.allRules.some(({ id }) => id === rule || id.startsWith(`${rule}/`));
  if (!known || !LEVELS.includes(level)) return nothing(context, 'noLevel');
  return write(context, () => reports.changeConfig(uri, (text, own) => withLevel(text, own, rule, level)));
}

async function write(context: Context, change: () => Promise<boolean>): Promise<EditResult> {
  try {
    if (!(await change())) return nothing(context, 'noFolder');
  } catch (error) {
    return {
      applied: false,
      count: 0,
      message: WORDS.failed[context.client.wording.locale] + (error instanceof Error ? error.message : String(error)),
    };
  }
  await context.reports.reread();
  return done(context);
}

async function done(context: Context): Promise<EditResult> {
  await context.refresh();
  return { applied: true, count: 1 };
}

function nothing({ client }: Context, why: keyof typeof WORDS): EditResult {
  return { applied: false, count: 0, message: WORDS[why][client.wording.locale] };
}
