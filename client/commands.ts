/** The commands. What changes a report is done by the server, so that other editors have it too; here people are asked. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  NewReportRequest,
  ProfilesRequest,
  ServerCommand,
  type EditResult,
  type NewReport,
  type NewReportParams,
  type OutlineNode,
  type ProfileInfo,
  type ProfilesParams,
  type ProfileTarget,
} from '../server/lsp/protocol';
import type { Range } from '../server/core/text';
import { addWord, checkWorkspace, clearCheck, copyReport, listUnverified, showSettings } from './living';
import { finalCheck, renumber, rollOver } from './form';
import type { Entry } from './outline-view';
import type { Ledgers } from './ledger';
import type { Outlines } from './outlines';
import { openRulePage } from './rule-pages';
import { LANGUAGE, selector } from './selector';
import { vscode } from './vscode';

/** What commands work with. */
export interface Surroundings {
  readonly client: BaseLanguageClient;
  readonly outlines: Outlines;
  readonly ledgers: Ledgers;
  readonly output: vscode.LogOutputChannel;
  readonly extension: vscode.Uri;
  readonly version: string;
  /** Starts the server if it is not there yet; rejects when it cannot be had. */
  ready(): Promise<void>;
  restart(): Promise<void>;
}

/** The sample draft that the walkthrough opens. */
const SAMPLE = ['examples', '年度报告-有误.txt'];

const { t } = vscode.l10n;

/** Registers all commands. */
export function registerCommands(around: Surroundings): vscode.Disposable {
  const commands: Record<string, (...args: never[]) => unknown> = {
    'gongwen.newReport': () => newReport(around),
    'gongwen.insertSection': (entry?: Entry) => insertSection(around, entry),
    'gongwen.fixAll': () => fixAll(around),
    'gongwen.renumber': () => withText((document) => renumber(around, document)),
    'gongwen.rollOver': () => withText((document) => rollOver(around, document)),
    'gongwen.finalCheck': () => withText((document) => finalCheck(around, document, reveal)),
    'gongwen.setLanguage': () => setLanguage(),
    'gongwen.setProfile': () => setProfile(around),
    'gongwen.openRulePage': (rule?: string) => rulePage(rule),
    'gongwen.showLedger': (uri?: string) => showLedger(around, uri),
    'gongwen.openSample': () => openSample(around),
    'gongwen.showSettings': () => withText(showSettings),
    'gongwen.listUnverified': () => withText((document) => listUnverified(around, document, reveal)),
    'gongwen.addWord': () => withText(() => addWord(around, vscode.window.activeTextEditor!)),
    'gongwen.checkWorkspace': (stop?: vscode.CancellationToken) => checkWorkspace(around, stop),
    'gongwen.clearCheck': () => clearCheck(around),
    'gongwen.copyReport': () => copyReport(around, around, activeText()),
    'gongwen.showOutput': () => around.output.show(),
    'gongwen.restartServer': () => around.restart(),
    'gongwen.revealSection': (uri: string, range: Range) => reveal(uri, range),
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)));
}

/** 新建报告: kind, organ, year; then an untitled document. Escape at any step leaves everything as it was. */
async function newReport({ client, ready }: Surroundings): Promise<vscode.TextEditor | undefined> {
  await ready();
  // The kinds of the office whose report is open, else of the folder that is.
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? (folder && `${folder.toString()}/`);
  const place: ProfilesParams = uri === undefined ? {} : { uri };
  const profiles = await client.sendRequest<ProfileInfo[]>(ProfilesRequest, place);
  const kinds = profiles
    .filter(({ skeleton }) => skeleton)
    .map((profile) => ({ label: profile.title, detail: profile.description, profile }));
  const kind = await vscode.window.showQuickPick(kinds, {
    title: t('New Report (1/3): kind'),
    placeHolder: t('Which kind of report?'),
    matchOnDetail: true,
  });
  if (!kind) return undefined;
  const issuer = await vscode.window.showInputBox({
    title: t('New Report (2/3): issuing organ'),
    prompt: t('The organ as it stands in the title. May be left blank and filled in later.'),
    ignoreFocusOut: true,
  });
  if (issuer === undefined) return undefined;
  const now = new Date();
  const year = await vscode.window.showInputBox({
    title: t('New Report (3/3): year'),
    prompt: t('The year the report is about.'),
    // Annual reports are written in the first months of the next year.
    value: String(now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear()),
    validateInput: (value) =>
      /^(?:19|20)\d\d$/.test(value.trim()) ? undefined : t('A year has four digits, such as {0}.', now.getFullYear()),
    ignoreFocusOut: true,
  });
  if (year === undefined) return undefined;
  const params: NewReportParams = { profileId: kind.profile.id, issuer: issuer.trim(), year: Number(year.trim()), ...place };
  const { text, languageId } = await client.sendRequest<NewReport>(NewReportRequest, params);
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
  return vscode.window.showTextDocument(document);
}

/** 插入缺少的章节: the row it was called on, or a pick among what is missing. */
async function insertSection(around: Surroundings, entry: Entry | undefined): Promise<void> {
  const { report } = around.outlines;
  const uri = entry?.uri ?? report?.uri;
  if (uri === undefined) return say(t('Open a report first.'));
  let id = entry?.node.id;
  if (id === undefined) {
    const missing = insertable(report?.outline ?? []);
    if (missing.length === 0) return say(t('No mandated section is missing.'));
    const picked = await vscode.window.showQuickPick(
      missing.map((node) => ({ label: node.label, detail: node.basis, id: node.id })),
      { title: t('Insert a Missing Section'), placeHolder: t('Which section?') },
    );
    id = picked?.id;
  }
  if (id === undefined) return;
  const result = await edit(around, ServerCommand.insertSection, uri, id);
  if (result?.applied && result.range) await reveal(uri, result.range);
}

/** 应用全部安全修复: one undo step; says how many. */
async function fixAll(around: Surroundings): Promise<void> {
  const document = activeText();
  if (!document) return say(t('Open a report first.'));
  const result = await edit(around, ServerCommand.fixAll, document.uri.toString());
  if (result?.applied) vscode.window.setStatusBarMessage(t('Gongwen: {0} mended. Undo takes it all back.', result.count), 5000);
}

/** 把此文件作为公文. */
async function setLanguage(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** 选择文种: written into the text or into the folder's settings, by the server. */
async function setProfile(around: Surroundings): Promise<void> {
  const document = activeText();
  if (!document) return say(t('Open a report first.'));
  await around.ready();
  const uri = document.uri.toString();
  const profiles = await around.client.sendRequest<ProfileInfo[]>(ProfilesRequest, { uri } satisfies ProfilesParams);
  const current = around.outlines.current?.profile?.id;
  const kinds = profiles.map(({ id, title, description }) => ({
    id: id as string | null,
    label: title,
    description: id === current ? t('current') : '',
    detail: description,
  }));
  const automatic = { id: null, label: t('Recognise by title and headings'), description: '', detail: t('Takes a chosen kind back.') };
  const kind = await vscode.window.showQuickPick([...kinds, automatic], { title: t('Choose the Kind of Report'), matchOnDetail: true });
  if (!kind) return;
  const target = await chooseTarget(document);
  if (target) await edit(around, ServerCommand.setProfile, uri, kind.id, target);
}

async function chooseTarget(document: vscode.TextDocument): Promise<ProfileTarget | undefined> {
  if (!vscode.workspace.getWorkspaceFolder(document.uri)) return 'document';
  const places: (vscode.QuickPickItem & { target: ProfileTarget })[] = [
    { target: 'document', label: t('This document'), detail: t('As a line “gongwen: profile=…” in the text.') },
    { target: 'folder', label: t('This folder'), detail: t('In .gongwen/config.json, for all reports beside it.') },
  ];
  return (await vscode.window.showQuickPick(places, { title: t('Where is it to be kept?') }))?.target;
}

/** 打开规则说明: of the rule named, else of a finding in the active document, the one at the caret first. */
async function rulePage(rule: string | undefined): Promise<void> {
  const chosen = rule ?? (await pickRule());
  if (chosen !== undefined) await openRulePage(chosen);
}

async function pickRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const findings = editor ? vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'gongwen') : [];
  if (!editor || findings.length === 0) {
    say(t('There is no finding in this document.'));
    return undefined;
  }
  const line = editor.selection.active.line;
  const messages = new Map<string, string>();
  const byDistance = [...findings].sort((a, b) => Math.abs(a.range.start.line - line) - Math.abs(b.range.start.line - line));
  for (const { code, message } of byDistance) {
    const id = String(typeof code === 'object' ? code.value : code);
    if (!messages.has(id)) messages.set(id, message);
  }
  if (messages.size === 1) return [...messages.keys()][0];
  const picked = await vscode.window.showQuickPick(
    [...messages].map(([label, detail]) => ({ label, detail })),
    { title: t('Open a Rule’s Page') },
  );
  return picked?.label;
}

/** 显示事实台账: of the report named, else of the active one. */
async function showLedger({ ledgers, ready }: Surroundings, uri: string | undefined): Promise<void> {
  const report = uri === undefined ? activeText()?.uri : vscode.Uri.parse(uri);
  if (!report) return say(t('Open a report first.'));
  await ready();
  await ledgers.show(report);
}

/** Opens the sample as a copy without a name: it can be tried out and thrown away. */
async function openSample({ extension }: Surroundings): Promise<void> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...SAMPLE)));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: LANGUAGE, content }));
}

/** Puts the caret at a place and the place at the top of the window. */
async function reveal(uri: string, { start, end }: Range): Promise<void> {
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  editor.selection = new vscode.Selection(place.start, place.start);
  editor.revealRange(place, vscode.TextEditorRevealType.AtTop);
}

/** Asks the server for an edit, and passes on what it has to say. */
async function edit({ client, ready }: Surroundings, command: string, ...args: unknown[]): Promise<EditResult | undefined> {
  await ready();
  const result = await client.sendRequest<EditResult | null>('workspace/executeCommand', { command, arguments: args });
  if (result?.message !== undefined) say(result.message);
  return result ?? undefined;
}

/** Does something with the active text, or says that there is none. */
async function withText<T>(act: (document: vscode.TextDocument) => Promise<T>): Promise<T | undefined> {
  const document = activeText();
  if (document) return act(document);
  say(t('Open a report first.'));
  return undefined;
}

function activeText(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && selector.covers(document) ? document : undefined;
}

function insertable(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [...(node.insertable && node.id !== undefined ? [node] : []), ...insertable(node.children)]);
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
