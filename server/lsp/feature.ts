/**
 * What the server can do is a list of features (`features/index.ts`), each in a file of its own. Where several answer the
 * same question (hover, completion, code actions, commands), the server asks them all.
 */
import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Connection,
  Location,
  Position,
  Range,
  ResponseError,
  ServerCapabilities,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Host } from '../host';
import type { Report, Service } from '../service';
import type { Reports } from './reports';
import type { ClientInfo } from './settings';

/** What a feature works with. */
export interface Context {
  readonly connection: Connection;
  readonly client: ClientInfo;
  readonly service: Service;
  readonly reports: Reports;
  readonly host: Host;
  /** The version of this tool. */
  readonly version: string;
  /** The report of an open document, when its settings are known; undefined for one that is not open or is no report. */
  report(uri: string): Promise<Report | undefined>;
  /** Everything shown may be another: settings or side files have changed. */
  refresh(): Promise<void>;
}

/** A hover's part, in Markdown. */
export interface HoverPart {
  readonly range: Range;
  readonly value: string;
}

/** One thing the server can do. Every member is optional. */
export interface Feature {
  capabilities?(client: ClientInfo): Partial<ServerCapabilities>;
  /** Registers handlers of requests that are this feature's alone. */
  register?(context: Context): void;
  /** A document was opened, edited, or has other settings. */
  changed?(context: Context, report: Report): void;
  closed?(context: Context, uri: string): void;
  /** The client is ready, or its settings have changed. */
  configured?(context: Context): void | Promise<void>;
  /** Files to be told of when they change on disk, as globs. Those of the side folder are always watched. */
  readonly watches?: readonly string[];
  /** Files have changed on disk: those it watches, and others. */
  filesChanged?(context: Context, uris: readonly string[]): void;
  hover?(context: Context, report: Report, position: Position): readonly HoverPart[] | Promise<readonly HoverPart[]>;
  /** Every mention of what stands at a place; null where that is not this feature's. */
  references?(
    context: Context,
    report: Report,
    position: Position,
    includeDeclaration: boolean,
  ): Promise<readonly Location[] | null> | readonly Location[] | null;
  /** What would be renamed at a place, or why not; null where that is not this feature's. */
  prepareRename?(
    context: Context,
    report: Report,
    position: Position,
  ): { readonly range: Range; readonly placeholder: string } | ResponseError | null;
  rename?(
    context: Context,
    report: Report,
    position: Position,
    newName: string,
  ): Promise<WorkspaceEdit | ResponseError | null> | WorkspaceEdit | ResponseError | null;
  /** `trigger` is the character that made the editor ask, if one did. */
  complete?(
    context: Context,
    report: Report,
    position: Position,
    trigger: string | undefined,
  ): readonly CompletionItem[] | Promise<readonly CompletionItem[]>;
  /** Asked only for kinds that `kinds` names. */
  actions?(context: Context, report: Report, range: Range, wanted: CodeActionContext): readonly CodeAction[];
  /** Kinds of code action that `actions` may give. */
  readonly kinds?: readonly string[];
  readonly commands?: Readonly<Record<string, (context: Context, args: readonly unknown[]) => unknown>>;
}

/** Whether a request for code actions asks for a kind (or for everything). */
export function asksFor(wanted: CodeActionContext, kind: string): boolean {
  return wanted.only === undefined
    ? !kind.startsWith('source')
    : wanted.only.some((k) => k === '' || kind === k || kind.startsWith(`${k}.`));
}
