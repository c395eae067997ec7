/** The language of findings and rule pages. Menus and views follow VS Code's own language. */
import type { Locale } from '../server/core/messages';
import { vscode } from './vscode';

/** The setting `gongwen.language`; `auto` follows VS Code. */
export function locale(): Locale {
  const chosen = vscode.workspace.getConfiguration('gongwen').get<string>('language');
  if (chosen === 'zh-cn' || chosen === 'en') return chosen;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}
