/** The language of findings: the setting `gongwen.language`, at once; menus follow VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, report, untitled } from './harness';

describe('the language of findings', () => {
  afterEach(closeAll);

  it('is the one chosen, and VS Code’s own where none is', async () => {
    const document = await untitled(report(['评查行政处罚案卷120件。', '根据临政发[2024]12号文件开展检查。']));
    const choose = (language?: string) =>
      vscode.workspace.getConfiguration('gongwen').update('language', language, vscode.ConfigurationTarget.Global);
    const seen = (certainty: RegExp) => diagnosticsOf(document, (all) => all.length > 0 && all.every((d) => certainty.test(d.message)));
    assert.equal(vscode.env.language, 'en');
    await seen(/\(\w+\)$/);
    try {
      await choose('zh-cn');
      await seen(/（\S\S）$/);
    } finally {
      await choose();
    }
    await seen(/\(\w+\)$/);
  });
});
