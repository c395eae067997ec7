// For `npm start -- --check` in a desktop VS Code: the sample opens and gets its diagnostics.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { diagnosticsOf } from './harness';

/** Opens the file $CHECK_FILE and leaves what was seen in the file $SUITE_RESULT. */
export async function run(): Promise<void> {
  const { CHECK_FILE, SUITE_RESULT } = process.env;
  if (!CHECK_FILE || !SUITE_RESULT) throw new Error('CHECK_FILE and SUITE_RESULT name the sample and the result');
  const document = await vscode.workspace.openTextDocument(CHECK_FILE);
  await vscode.window.showTextDocument(document);
  const found = await diagnosticsOf(document, (all) => all.length > 0);
  writeFileSync(SUITE_RESULT, JSON.stringify({ version: vscode.version, app: vscode.env.appName, diagnostics: found.length }));
}
