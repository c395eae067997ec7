/** The language of findings: the setting `gongwen.language`, at once; menus follow VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, folder, open } from './harness';

describe('the language of findings', () => {
  afterEach(closeAll);

  it('is the one chosen, and VS Code’s own where none is', async () => {
    const document = await open(vscode.Uri.joinPath(folder('reports'), '年度报告.txt'));
    const choose = (language?: string) =>
      vscode.workspace.getConfiguration('gongwen').update('language', language, vscode.ConfigurationTarget.Global);
    const seen = (certainty: RegExp) => diagnosticsOf(document, (all) => all.length > 0 && all.every((d) => certainty.test(d.message)));
    assert.equal(vscode.env.language, 'en');
    await seen(/\(certain\)$/);
    try {
      await choose('zh-cn');
      await seen(/（必错）$/);
    } finally {
      await choose();
    }
    await seen(/\(certain\)$/);
  });
});
