/** Commands that the server carries out itself, through `workspace/applyEdit`: they work in every editor, one undo step each. */
import { CONFIG_FILE, SIDE_FOLDER, withProfile } from '../../config';
import { insertSection } from '../../core/insertion';
import type { Profile } from '../../core/profile';
import { reportSkeleton } from '../../core/skeleton';
import { textEdits } from '../../core/edits';
import { parentOf } from '../../host';
import { safeEdits } from '../../safe-edits';
import { basisLine, type Report } from '../../service';
import type { Context, Feature } from '../feature';
import { toTextEdits } from '../convert';
import {
  NewReportRequest,
  ProfilesRequest,
  ServerCommand,
  type EditResult,
  type NewReport,
  type NewReportParams,
  type ProfileInfo,
  type ProfilesParams,
} from '../protocol';
import type { TextEdit } from '../../core/edits';

const WORDS = {
  notOpen: { 'zh-cn': '文件没有打开，或者不是公文。', en: 'The file is not open, or is no report.' },
  nothing: { 'zh-cn': '没有可以自动修正的问题。', en: 'There is nothing to mend automatically.' },
  noSection: { 'zh-cn': '这份报告不缺这一章节。', en: 'The report does not lack this section.' },
  declined: { 'zh-cn': '编辑器没有接受修改。', en: 'The editor declined the change.' },
  noProfile: { 'zh-cn': '没有这一文种。', en: 'There is no such kind of report.' },
  broken: {
    'zh-cn': '.gongwen/config.json 有误，没有写入。请先更正。',
    en: '.gongwen/config.json is broken; nothing was written. Mend it first.',
  },
  noFolder: { 'zh-cn': '文件还没有保存，不能写入文件夹的配置。', en: 'The file is not saved yet; its folder has no settings.' },
  insert: { 'zh-cn': '插入章节', en: 'Insert section' },
  fixAll: { 'zh-cn': '应用全部安全修正', en: 'Apply all safe fixes' },
  setProfile: { 'zh-cn': '指定文种', en: 'Choose the kind of report' },
} as const;

export const sections: Feature = {
  register(context) {
    context.connection.onRequest(ProfilesRequest, (params: ProfilesParams | undefined): Promise<ProfileInfo[]> =>
      profiles(context, params?.uri),
    );
    context.connection.onRequest(NewReportRequest, (params: NewReportParams) => newReport(context, params));
  },
  commands: {
    [ServerCommand.insertSection]: (context, [uri, id]) => insert(context, String(uri), String(id)),
    [ServerCommand.fixAll]: (context, [uri]) => fixAll(context, String(uri)),
    [ServerCommand.setProfile]: (context, [uri, profile, target]) =>
      setProfile(context, String(uri), typeof profile === 'string' ? profile : null, target === 'folder'),
    [ServerCommand.newReport]: (context, [params]) => newReport(context, params as NewReportParams),
  },
};

/** The kinds of report known where a document lies, in the order to offer them. */
async function profiles(context: Context, uri: string | undefined): Promise<ProfileInfo[]> {
  const { locale } = context.client.wording;
  return (await known(context, uri)).map((profile) => ({
    id: profile.id,
    title: profile.title[locale],
    description: profile.basis.map((b) => basisLine(b, locale)).join('；'),
    skeleton: profile.skeleton !== undefined,
  }));
}

function known({ service, reports }: Context, uri: string | undefined): Promise<readonly Profile[]> {
  return uri === undefined ? Promise.resolve(service.profiles) : reports.profilesFor(uri);
}

/** The text of an empty report. */
async function newReport(context: Context, { profileId, issuer, year, uri }: NewReportParams): Promise<NewReport> {
  const profile = (await known(context, uri)).find((p) => p.id === profileId);
  if (!profile) throw new Error(WORDS.noProfile[context.client.wording.locale]);
  return { text: reportSkeleton(profile, { issuer: issuer || null, year }), languageId: 'gongwen' };
}

async function insert(context: Context, uri: string, sectionId: string): Promise<EditResult> {
  const report = await context.report(uri);
  if (!report) return nothing(context, 'notOpen');
  const state = report.alignment?.states.find(({ section, heading }) => section.id === sectionId && heading === undefined);
  if (!state) return nothing(context, 'noSection');
  return apply(context, report, textEdits(report.document, insertSection(report.view, state)), 'insert', 1);
}

async function fixAll(context: Context, uri: string): Promise<EditResult> {
  const report = await context.report(uri);
  if (!report) return nothing(context, 'notOpen');
  const { edits, count } = safeEdits(report);
  return count === 0 ? nothing(context, 'nothing') : apply(context, report, edits, 'fixAll', count);
}

/** Names the kind of report: in a directive on the first line, or in the settings of the folder. */
async function setProfile(context: Context, uri: string, profile: string | null, folder: boolean): Promise<EditResult> {
  const report = await context.report(uri);
  if (!report) return nothing(context, 'notOpen');
  if (profile !== null && !report.profiles.some((p) => p.id === profile)) return nothing(context, 'noProfile');
  if (folder) return setFolderProfile(context, uri, profile);
  const edit = directiveEdit(report, profile);
  return edit ? apply(context, report, [edit], 'setProfile', 1) : nothing(context, 'nothing');
}

async function setFolderProfile(context: Context, uri: string, profile: string | null): Promise<EditResult> {
  const parent = parentOf(uri);
  if (parent === undefined) return nothing(context, 'noFolder');
  const file = `${parent}/${SIDE_FOLDER}/${CONFIG_FILE}`;
  const { settings } = await context.reports.settingsOf(uri);
  // Patterns of a folder above mean other files here.
  const text = withProfile(await context.host.read(file), { rules: settings.rules }, profile);
  if (text === null) return nothing(context, 'broken');
  await context.host.write(file, text);
  await context.reports.reread();
  await context.refresh();
  return { applied: true, count: 1 };
}

/** Applies edits through the editor, as one undo step. */
async function apply(
  { connection, client }: Context,
  report: Report,
  edits: readonly TextEdit[],
  label: 'insert' | 'fixAll' | 'setProfile',
  count: number,
): Promise<EditResult> {
  const { locale } = client.wording;
  const { applied } = await connection.workspace.applyEdit({
    label: WORDS[label][locale],
    edit: { changes: { [report.uri]: toTextEdits(edits) } },
  });
  if (!applied) return { applied: false, count: 0, message: WORDS.declined[locale] };
  const { start } = edits[0].range;
  return { applied, count, range: { start, end: start } };
}

function nothing({ client }: Context, why: keyof typeof WORDS): EditResult {
  return { applied: false, count: 0, message: WORDS[why][client.wording.locale] };
}

/** Puts, changes or takes away the directive that names the kind. */
function directiveEdit(report: Report, profile: string | null): TextEdit | undefined {
  const { blocks } = report.document;
  for (const block of blocks) {
    const line = blocks.lineOf(block);
    if (line >= 300) break;
    if (block.kind !== 'directive' || block.facts.directive?.action !== 'profile') continue;
    if (profile === null) return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
    return { range: { start: { line, character: 0 }, end: { line, character: block.text.length } }, newText: directiveText(profile) };
  }
  if (profile === null) return undefined;
  const at = { line: 0, character: 0 };
  return { range: { start: at, end: at }, newText: `${directiveText(profile)}\n` };
}

function directiveText(profile: string): string {
  return `<!-- gongwen: profile=${profile} -->`;
}
