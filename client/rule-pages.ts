/** Rule pages: bundled Markdown, shown as read-only documents. Nothing is fetched from a network. */
import type { Locale } from '../server/core/messages';
import { locale } from './locale';
import { vscode } from './vscode';

/** Scheme of rule pages: `gongwen-rule:/section/missing.md`. */
export const RULE_SCHEME = 'gongwen-rule';

/** What the server puts before `family/name.md`. */
export const RULE_PAGES = `${RULE_SCHEME}:/`;

/** A rule id: `family/name`. */
const RULE = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/;

/** Serves rule pages from the extension's own folder, on the desktop and on the web. */
export class RulePages implements vscode.TextDocumentContentProvider {
  readonly #extension: vscode.Uri;

  constructor(extension: vscode.Uri) {
    this.#extension = extension;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = uri.path.replace(/^\//, '').replace(/\.md$/, '');
    if (RULE.test(rule)) {
      const first = locale();
      const second: Locale = first === 'en' ? 'zh-cn' : 'en';
      for (const language of [first, second]) {
        const page = vscode.Uri.joinPath(this.#extension, 'docs', 'rules', language, ...`${rule}.md`.split('/'));
        try {
          return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
        } catch {
          // No page in this language; the other one is better than none.
        }
      }
    }
    return vscode.l10n.t('There is no page for the rule “{0}”.', rule);
  }
}

/** Opens a rule's page as people read it, or as text where there is no Markdown preview. */
export async function openRulePage(rule: string): Promise<void> {
  const uri = vscode.Uri.parse(`${RULE_PAGES}${rule}.md`);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
