/** Which documents are looked at: three languages, and only places where people keep files. Never output, git or chat. */
import type * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** Language id of the extension's own files. */
export const LANGUAGE = 'gongwen';

const LANGUAGES = [LANGUAGE, 'plaintext', 'markdown'];
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** What the language client is told. */
export const DOCUMENTS: DocumentSelector = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

/** Tells whether a document is looked at. */
export interface Selector {
  covers(document: vscode.TextDocument): boolean;
}

/** The same question, asked without VS Code's matcher: it is asked at each keystroke. */
export const selector: Selector = {
  covers: ({ languageId, uri }) => LANGUAGES.includes(languageId) && SCHEMES.includes(uri.scheme),
};
