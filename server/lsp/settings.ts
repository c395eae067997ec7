/** What the client said when it started, made safe: the only reader of initialization options. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../core/messages';
import type { Wording } from './convert';
import type { InitializationOptions } from './protocol';

/** What the server knows of its client. */
export interface ClientInfo {
  readonly wording: Wording;
  readonly today: string | undefined;
  readonly settings: unknown;
  /** The client reads files for the server. */
  readonly host: boolean;
  readonly pull: boolean;
  /** A provider of diagnostics may be registered later. */
  readonly dynamicPull: boolean;
  readonly refresh: boolean;
  readonly configuration: boolean;
  readonly watch: boolean;
  readonly outline: boolean;
  /** Folders of the workspace, as far as known at the start; whether the client tells when they change. */
  readonly folders: readonly string[];
  readonly folderChanges: boolean;
  /** The client tells of folders that a person renames, makes or deletes: their files are not told of one by one. */
  readonly folderMoves: boolean;
  /** Completions may hold tab stops. */
  readonly snippets: boolean;
  /** A definition may say what it was asked of. */
  readonly links: boolean;
  /** A request to prepare a rename may be sent. */
  readonly prepareRename: boolean;
  /** Colours can be asked for again at the server's wish. */
  readonly tokensRefresh: boolean;
  /** An edit may hold changes that a person confirms first. */
  readonly annotations: boolean;
  /** Colours are asked for what is on the screen alone: then the whole text need not be offered. */
  readonly rangeTokens: boolean;
}

/** Reads the parameters of `initialize`, which may come from any editor. */
export function readClient(params: InitializeParams): ClientInfo {
  const options: InitializationOptions =
    typeof params.initializationOptions === 'object' && params.initializationOptions !== null
      ? (params.initializationOptions as InitializationOptions)
      : {};
  const { capabilities } = params;
  return {
    wording: {
      locale: readLocale(options.locale ?? params.locale),
      ...(typeof options.rulePages === 'string' ? { rulePages: options.rulePages } : {}),
    },
    today: typeof options.today === 'string' && /^\d{4}-\d\d-\d\d$/.test(options.today) ? options.today : undefined,
    settings: options.settings,
    host: options.host === true,
    pull: capabilities.textDocument?.diagnostic !== undefined,
    dynamicPull: capabilities.textDocument?.diagnostic?.dynamicRegistration === true,
    refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
    configuration: capabilities.workspace?.configuration === true,
    watch: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    outline: params.initializationOptions !== undefined && params.initializationOptions !== null,
    folders: params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []),
    folderChanges: capabilities.workspace?.workspaceFolders === true,
    folderMoves: capabilities.workspace?.fileOperations?.didRename === true && capabilities.workspace.fileOperations.didDelete === true,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    links: capabilities.textDocument?.definition?.linkSupport === true,
    prepareRename: capabilities.textDocument?.rename?.prepareSupport === true,
    tokensRefresh: capabilities.workspace?.semanticTokens?.refreshSupport === true,
    annotations:
      capabilities.workspace?.workspaceEdit?.documentChanges === true &&
      capabilities.workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    rangeTokens:
      capabilities.textDocument?.semanticTokens?.requests?.range !== undefined &&
      capabilities.textDocument.semanticTokens.requests.range !== false,
  };
}

/** zh-cn unless another language is asked for: the writers are Chinese. */
function readLocale(value: unknown): Locale {
  return typeof value === 'string' && value !== '' && !value.toLowerCase().startsWith('zh') ? 'en' : 'zh-cn';
}
