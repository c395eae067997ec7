/**
 * Our own requests, beside the language server protocol's: names and shapes, and nothing that runs.
 *
 * The client imports this file, and this file alone, from the server's side. Everything here works in other editors as
 * well: what changes a document is a command that the server carries out through `workspace/applyEdit`.
 */
import type { Locale } from '../core/messages';
import type { Range } from '../core/text';

/** What the client tells the server when it starts. Every field may be absent: other editors send nothing. */
export interface InitializationOptions {
  /** Language of messages. Default: the client's `locale`, else zh-cn. */
  readonly locale?: Locale;
  /**
   * Where rule pages are found: a rule's page is this + `family/name` + `.md`, e.g. `gongwen-rule:/section/missing.md`.
   * Without it diagnostics carry no `codeDescription`.
   */
  readonly rulePages?: string;
  /** Today as YYYY-MM-DD, where the clock is not to be asked (tests). */
  readonly today?: string;
  /** The settings under `gongwen`, as far as known at the start; later ones come by `workspace/configuration`. */
  readonly settings?: unknown;
  /** The client answers `HostRequest`s (below): a server in a worker has no other way to a file. */
  readonly host?: boolean;
}

/** Server → client: the content of the tree 报告结构 has changed, {@link OutlineParams}. Also sent, with an empty outline, when a text is no report (any more). */
export const OutlineNotification = 'gongwen/outline';

/**
 * How a mandated section stands: 有, 缺, 未单列 (only nested or in running text), 标题不规范, 顺序异常, 无内容, 待补 (there
 * are placeholders in it).
 * An optional section that is not there is `missing` with `optional`.
 */
export type SectionState = 'present' | 'missing' | 'not-separate' | 'title' | 'order' | 'empty' | 'unfinished';

/** One row of the tree. */
export interface OutlineNode {
  /** A section as the report has it, or one that the kind of report demands (which may be a section of the report too). */
  readonly kind: 'section' | 'mandated';
  /** The profile's section id; with `mandated` only. */
  readonly id?: string;
  /** The heading as it stands, without its number; of a section that is not there, the profile's title. */
  readonly label: string;
  /** The heading's number as it stands: `一、`, `（二）`. */
  readonly number?: string;
  /** The profile's title, where it differs from the label. */
  readonly title?: string;
  /** With `mandated` only. */
  readonly state?: SectionState;
  /** The section may be left out. */
  readonly optional?: boolean;
  /** The whole section. Absent when it is not there. */
  readonly range?: Range;
  /** Its heading (or the place in running text that stands for it): where a click leads. */
  readonly selectionRange?: Range;
  /** Characters of the section without white space, its heading left out. */
  readonly length: number;
  /** Findings inside it, its children's counted too. */
  readonly findings: number;
  readonly children: readonly OutlineNode[];
  /** On what the demand rests, as one line of text. */
  readonly basis?: string;
  /** `gongwen.server.insertSection` has a text and a place for it. */
  readonly insertable?: boolean;
  /** How many figures stand in the section, and how many of them a person has verified. Absent where nobody stamps. */
  readonly figures?: number;
  readonly verified?: number;
}

/** Findings by severity, what directives cover left out. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** The tree of one document. */
export interface OutlineParams {
  readonly uri: string;
  /** Version of the document that this speaks of, where the client told one. */
  readonly version?: number;
  readonly outline: readonly OutlineNode[];
  /** The kind of report; null for a text that is none: then everything else is empty. */
  readonly profile: { readonly id: string; readonly title: string } | null;
  readonly reportYear: number | null;
  readonly counts: FindingCounts;
}

/** Client → server: the kinds of report known here, in the order to offer them. Params: {@link ProfilesParams}. */
export const ProfilesRequest = 'gongwen/profiles';

/** For which document (its folder may have kinds of its own); a folder's uri ends with a slash. */
export interface ProfilesParams {
  readonly uri?: string;
}

/** One kind of report. */
export interface ProfileInfo {
  readonly id: string;
  readonly title: string;
  /** One line: who writes it, on what it rests. */
  readonly description: string;
  /** Whether it asks for a year and an organ, and so can be begun by "new report". */
  readonly skeleton: boolean;
}

/** Client → server: the text of an empty report. Params {@link NewReportParams}, result {@link NewReport}. */
export const NewReportRequest = 'gongwen/newReport';

export interface NewReportParams {
  readonly profileId: string;
  /** 发文机关 as it stands in the title; empty: a placeholder stands there. */
  readonly issuer: string;
  /** 报告年度. */
  readonly year: number;
  /** Where the report is to lie, or a document beside it: its folder may have kinds of its own. */
  readonly uri?: string;
}

export interface NewReport {
  readonly text: string;
  readonly languageId: string;
}

/** Commands that the server carries out itself (`workspace/executeCommand`), one undo step each. */
export const ServerCommand = {
  /** Arguments: uri, section id. Result: {@link EditResult}. */
  insertSection: 'gongwen.server.insertSection',
  /** The ledger of figures; the same as {@link LedgerRequest}, for editors that only know commands. Arguments: uri. Result: {@link LedgerResult} or null. */
  ledger: 'gongwen.server.ledger',
  /** All safe fixes. Arguments: uri. Result: {@link EditResult}. */
  fixAll: 'gongwen.server.fixAll',
  /** Arguments: uri, profile id or null for recognition, {@link ProfileTarget}. Result: {@link EditResult}. */
  setProfile: 'gongwen.server.setProfile',
  /** Arguments: {@link NewReportParams}. Result: {@link NewReport}; the same as the request, for editors that only know commands. */
  newReport: 'gongwen.server.newReport',
  /** 重编序号. Arguments: uri, level (1 for 一、; absent: all). Result: {@link EditResult}. */
  renumber: 'gongwen.server.renumber',
  /** Moves a section among its siblings. Arguments: uri, position of its heading, position of the heading to stand before (null: behind the last). Result: {@link EditResult}. */
  moveSection: 'gongwen.server.moveSection',
  /** 结转下年. Arguments: uri, year (absent: the next one). Result: {@link RollOver}. */
  rollOver: 'gongwen.server.rollOver',
  /** 送审检查: raises what must be gone, until the document is closed. Arguments: uri. Result: {@link FinalItem}[], in order of place; null where it is no report. */
  finalCheck: 'gongwen.server.finalCheck',
  /** 本次忽略: until the server ends. Arguments: uri, fingerprint of the finding. Result: {@link EditResult}. */
  ignore: 'gongwen.server.ignore',
  /** 本文件豁免. Arguments: uri, fingerprint, reason (may be absent: a client asks the person for it). Result: {@link EditResult}. */
  exempt: 'gongwen.server.exempt',
  /** 单位词库. Arguments: uri, word (a client lets the person mend it first). Result: {@link EditResult}. */
  addWord: 'gongwen.server.addWord',
  /** The level of a rule in the folder's settings. Arguments: uri, rule or family, level. Result: {@link EditResult}. */
  setLevel: 'gongwen.server.setLevel',
  /** 标记为已核, or takes it back. Arguments: uri, position inside the figure, true or false. Result: {@link EditResult}. */
  stamp: 'gongwen.server.stamp',
  /** Figures that nobody has verified. Arguments: uri. Result: {@link UnverifiedFigure}[]. */
  unverified: 'gongwen.server.unverified',
  /** What is in force for a file. Arguments: uri. Result: text (JSON) to be shown, or null. */
  effectiveSettings: 'gongwen.server.effectiveSettings',
  /** All reports of the workspace, once, with progress and cancel. No arguments. Result: {@link CheckResult}. */
  checkWorkspace: 'gongwen.server.checkWorkspace',
  /** Takes back what a check of the workspace has shown. No arguments. */
  clearCheck: 'gongwen.server.clearCheck',
  /** The findings of a report, open or on disk, in words: for assistants. Arguments: uri, language id. Result: {@link CheckedReport}; null where there is no such file. */
  checkReport: 'gongwen.server.checkReport',
  /** How the server is. Arguments: uri. Result: {@link ServerInfo}. */
  info: 'gongwen.server.info',
} as const;

/** A report's findings as an assistant reads them. */
export interface CheckedReport {
  /** null: the text was not recognised as a report, and was not checked. */
  readonly profile: string | null;
  readonly reportYear: number | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: Range;
    readonly text: string;
    readonly basis: readonly string[];
    readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  }[];
}

/** This year's skeleton, made of last year's report; or why there is none. */
export interface RollOver {
  readonly text?: string;
  readonly languageId?: string;
  /** 报告年度 of the report that was rolled over. */
  readonly from?: number;
  readonly message?: string;
}

/** What must be gone before a report leaves the house. */
export interface FinalItem {
  readonly range: Range;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A figure that nobody has verified. */
export interface UnverifiedFigure {
  readonly range: Range;
  /** As it stands: `10.6万件`. */
  readonly text: string;
  /** Its sentence, shortened. */
  readonly sentence: string;
  /** The heading it stands under; empty before the first. */
  readonly section: string;
}

/** Client → server: all reports of the workspace, once. Params: {@link CheckParams}, result: {@link CheckResult}. Progress goes to `workDoneToken`. */
export const CheckWorkspaceRequest = 'gongwen/checkWorkspace';

export interface CheckParams {
  readonly workDoneToken?: string;
}

export interface CheckResult {
  /** Files looked at. */
  readonly files: number;
  readonly reports: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** How the server is, for a person who asks for help. Holds no text of a report. */
export interface ServerInfo {
  readonly version: string;
  readonly rules: number;
  readonly profiles: readonly string[];
  readonly profile: string | null;
  readonly reportYear: number | null;
  readonly counts: FindingCounts;
  /** Duration of the last look at the document last written in, in milliseconds. */
  readonly lastCheck: number | null;
  readonly settings: string | null;
  /** Rules that failed. */
  readonly faults: readonly string[];
}

/** Where a chosen kind is written: as a directive into the text, or into `.gongwen/config.json` of its folder. */
export type ProfileTarget = 'document' | 'folder';

/** What a command that edits tells. */
export interface EditResult {
  /** False when nothing was to be done or the editor declined. */
  readonly applied: boolean;
  /** How many findings were mended, sections inserted. */
  readonly count: number;
  /** Where the first change now stands, for the caret. */
  readonly range?: Range;
  /** Said to the person when nothing was done, in the server's locale. */
  readonly message?: string;
}

/**
 * Server → client, only when the client announced `host`: files by uri. A file or folder that is not there answers null.
 * `write` is granted inside `.gongwen/` folders only.
 */
export const HostRequest = {
  /** {@link HostParams} → string (UTF-8 text) or null. */
  read: 'gongwen/host/read',
  /** {@link HostParams} → {@link HostEntry}[] or null. */
  list: 'gongwen/host/list',
  /** {@link HostWriteParams} → true, or an error. Written beside and renamed. */
  write: 'gongwen/host/write',
} as const;

export interface HostParams {
  readonly uri: string;
}

export interface HostEntry {
  readonly name: string;
  readonly folder: boolean;
}

export interface HostWriteParams {
  readonly uri: string;
  readonly text: string;
}

/** Client → server: the ledger of a report's figures (事实台账). Params {@link LedgerParams}, result {@link LedgerResult}, or null for a document that is not open. */
export const LedgerRequest = 'gongwen/ledger';

export interface LedgerParams {
  readonly uri: string;
}

/** One figure of the ledger. */
export interface LedgerFigure {
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  readonly section: string;
  readonly relations: readonly { readonly kind: string; readonly formula: string; readonly verdict: string }[];
  /** `agrees`, `conflicts` or `unchecked`. */
  readonly state: string;
  /** The same in words. */
  readonly stateWords: string;
  /** 已核: a person has marked it as verified. Absent where nobody marks figures. */
  readonly verified?: boolean;
  readonly range: Range;
}

/** 事实台账. */
export interface LedgerResult {
  /** For people. */
  readonly markdown: string;
  /** For programs. */
  readonly figures: readonly LedgerFigure[];
  /** How many digits the text has, and how many of them were understood. */
  readonly coverage: { readonly digits: number; readonly read: number };
}
