/** Workspace symbols: documents by title and by 发文字号, and the numbers they cite. */
import type { SymbolInformation } from 'vscode-languageserver';
import { foldWidth } from '../../core/facts/characters';
import type { ReportEntry } from '../../workspace';
import type { Feature } from '../feature';
import { libraryOf } from '../library';
import { SymbolKind } from '../wire';

/** So many go to an editor; a longer word finds the rest. */
const MOST = 200;

export const numberSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(context) {
    context.connection.onWorkspaceSymbol(async ({ query }) => {
      const entries = await libraryOf(context).entries();
      return symbolsOf(entries, query).slice(0, MOST);
    });
  },
};

/** Documents first, then cited numbers, each once in each document; without a word to look for, documents alone. */
function symbolsOf(entries: readonly ReportEntry[], query: string): SymbolInformation[] {
  const wanted = plain(query);
  const documents: SymbolInformation[] = [];
  const cited: SymbolInformation[] = [];
  for (const { uri, title, titleRange, carries, mentions } of entries) {
    if (title !== '' && holds(title, wanted))
      documents.push({
        name: title,
        kind: SymbolKind.File,
        location: { uri, range: titleRange },
        ...(carries && { containerName: carries.key }),
      });
    if (carries && holds(carries.key, wanted))
      documents.push({
        name: carries.key,
        kind: SymbolKind.Key,
        location: { uri, range: carries.range },
        ...(title !== '' && { containerName: title }),
      });
    if (wanted === '') continue;
    const seen = new Set(carries ? [carries.key] : []);
    for (const mention of mentions.flat()) {
      if (seen.has(mention.key) || !holds(mention.key, wanted)) continue;
      seen.add(mention.key);
      cited.push({
        name: mention.key,
        kind: SymbolKind.Constant,
        location: { uri, range: mention.range },
        ...(title !== '' && { containerName: title }),
      });
    }
  }
  return [...documents, ...cited];
}

/** Brackets and spaces are not asked for: 国办发2024 5 finds 国办发〔2024〕5号. */
function plain(text: string): string {
  return foldWidth(text)
    .replace(/[\s\u3000〔〕[\]【】（）()《》]/g, '')
    .toLowerCase();
}

/** Whether the characters asked for stand in the name, in their order. */
function holds(name: string, wanted: string): boolean {
  const text = plain(name);
  let at = 0;
  for (let i = 0; i < text.length && at < wanted.length; i++) if (text[i] === wanted[at]) at++;
  return at === wanted.length;
}
