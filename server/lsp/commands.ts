/** Commands that the server carries out itself, through `workspace/applyEdit`: they work in every editor, one undo step each. */
import type { Connection } from 'vscode-languageserver';
import { CONFIG_FILE, SIDE_FOLDER } from '../config';
import { insertSection } from '../core/insertion';
import { reportSkeleton } from '../core/skeleton';
import { textEdits } from '../core/edits';
import type { Locale } from '../core/messages';
import { parentOf, type Host } from '../host';
import { basisLine, type Report, type Service } from '../service';
import { safeEdits, toTextEdits } from './convert';
import type { Reports } from './reports';
import { ServerCommand, type EditResult, type NewReport, type NewReportParams, type ProfileInfo } from './protocol';
import type { ClientInfo } from './settings';
import type { TextEdit } from '../core/edits';
import { applyEdits as applyJsonEdits, modify } from 'jsonc-parser';

const WORDS = {
  notOpen: { 'zh-cn': '文件没有打开，或者不是公文。', en: 'The file is not open, or is no report.' },
  nothing: { 'zh-cn': '没有可以自动修正的问题。', en: 'There is nothing to mend automatically.' },
  noSection: { 'zh-cn': '这份报告不缺这一章节。', en: 'The report does not lack this section.' },
  declined: { 'zh-cn': '编辑器没有接受修改。', en: 'The editor declined the change.' },
  noProfile: { 'zh-cn': '没有这一文种。', en: 'There is no such kind of report.' },
  noFolder: { 'zh-cn': '文件还没有保存，不能写入文件夹的配置。', en: 'The file is not saved yet; its folder has no settings.' },
  insert: { 'zh-cn': '插入章节', en: 'Insert section' },
  fixAll: { 'zh-cn': '应用全部安全修正', en: 'Apply all safe fixes' },
  setProfile: { 'zh-cn': '指定文种', en: 'Choose the kind of report' },
} as const;

/** Runs the commands of `ServerCommand`. */
export class Commands {
  private readonly locale: Locale;

  constructor(
    private readonly connection: Connection,
    private readonly reports: Reports,
    private readonly service: Service,
    private readonly host: Host,
    client: ClientInfo,
  ) {
    this.locale = client.wording.locale;
  }

  async run(command: string, args: readonly unknown[]): Promise<EditResult | NewReport | null> {
    switch (command) {
      case ServerCommand.insertSection:
        return this.insertSection(String(args[0]), String(args[1]));
      case ServerCommand.fixAll:
        return this.fixAll(String(args[0]));
      case ServerCommand.setProfile:
        return this.setProfile(String(args[0]), typeof args[1] === 'string' ? args[1] : null, args[2] === 'folder');
      case ServerCommand.newReport:
        return this.newReport(args[0] as NewReportParams);
      default:
        return null;
    }
  }

  /** The kinds of report, in the order to offer them. */
  profiles(): ProfileInfo[] {
    return this.service.profiles.map((profile) => ({
      id: profile.id,
      title: profile.title[this.locale],
      description: profile.basis.map((b) => basisLine(b, this.locale)).join('；'),
      skeleton: profile.skeleton !== undefined,
    }));
  }

  /** The text of an empty report. */
  newReport({ profileId, issuer, year }: NewReportParams): NewReport {
    const profile = this.service.profiles.find((p) => p.id === profileId);
    if (!profile) throw new Error(WORDS.noProfile[this.locale]);
    return { text: reportSkeleton(profile, { issuer: issuer || null, year }), languageId: 'gongwen' };
  }

  private async insertSection(uri: string, sectionId: string): Promise<EditResult> {
    const report = await this.reports.get(uri);
    if (!report) return this.nothing('notOpen');
    const state = report.alignment?.states.find(({ section, heading }) => section.id === sectionId && heading === undefined);
    if (!state) return this.nothing('noSection');
    return this.apply(report, textEdits(report.document, insertSection(report.view, state)), 'insert', 1);
  }

  private async fixAll(uri: string): Promise<EditResult> {
    const report = await this.reports.get(uri);
    if (!report) return this.nothing('notOpen');
    const { edits, count } = safeEdits(report);
    return count === 0 ? this.nothing('nothing') : this.apply(report, edits, 'fixAll', count);
  }

  /** Names the kind of report: in a directive on the first line, or in the settings of the folder. */
  private async setProfile(uri: string, profile: string | null, folder: boolean): Promise<EditResult> {
    const report = await this.reports.get(uri);
    if (!report) return this.nothing('notOpen');
    if (profile !== null && !this.service.profiles.some((p) => p.id === profile)) return this.nothing('noProfile');
    if (folder) return this.setFolderProfile(uri, profile);
    const edit = directiveEdit(report, profile);
    return edit ? this.apply(report, [edit], 'setProfile', 1) : this.nothing('nothing');
  }

  private async setFolderProfile(uri: string, profile: string | null): Promise<EditResult> {
    const parent = parentOf(uri);
    if (parent === undefined) return this.nothing('noFolder');
    const file = `${parent}/${SIDE_FOLDER}/${CONFIG_FILE}`;
    const text = (await this.host.read(file)) ?? '{}\n';
    const edits = modify(text, ['profile'], profile ?? undefined, { formattingOptions: { insertSpaces: true, tabSize: 2 } });
    await this.host.write(file, applyJsonEdits(text, edits));
    await this.reports.reread();
    this.connection.languages.diagnostics.refresh();
    return { applied: true, count: 1 };
  }

  private async apply(report: Report, edits: readonly TextEdit[], label: 'insert' | 'fixAll' | 'setProfile', count: number): Promise<EditResult> {
    const { applied } = await this.connection.workspace.applyEdit({
      label: WORDS[label][this.locale],
      edit: { changes: { [report.uri]: toTextEdits(edits) } },
    });
    if (!applied) return this.nothing('declined');
    const start = edits[0].range.start;
    return { applied, count, range: { start, end: start } };
  }

  private nothing(why: keyof typeof WORDS): EditResult {
    return { applied: false, count: 0, message: WORDS[why][this.locale] };
  }
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
