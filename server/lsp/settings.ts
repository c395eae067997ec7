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
  readonly refresh: boolean;
  readonly configuration: boolean;
  readonly watch: boolean;
  readonly outline: boolean;
}

/** Reads the parameters of `initialize`, which may come from any editor. */
export function readClient(params: InitializeParams): ClientInfo {
  const options: InitializationOptions = typeof params.initializationOptions === 'object' && params.initializationOptions !== null ? (params.initializationOptions as InitializationOptions) : {};
  const { capabilities } = params;
  return {
    wording: { locale: readLocale(options.locale ?? params.locale), ...(typeof options.rulePages === 'string' ? { rulePages: options.rulePages } : {}) },
    today: typeof options.today === 'string' && /^\d{4}-\d\d-\d\d$/.test(options.today) ? options.today : undefined,
    settings: options.settings,
    host: options.host === true,
    pull: capabilities.textDocument?.diagnostic !== undefined,
    refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
    configuration: capabilities.workspace?.configuration === true,
    watch: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    outline: params.initializationOptions !== undefined && params.initializationOptions !== null,
  };
}

/** zh-cn unless another language is asked for: the writers are Chinese. */
function readLocale(value: unknown): Locale {
  return typeof value === 'string' && value !== '' && !value.toLowerCase().startsWith('zh') ? 'en' : 'zh-cn';
}
