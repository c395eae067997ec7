/** The checker as a tool of language models, where the editor knows tools. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CLEAN, closeAll, EXTENSION, folder, open } from './harness';

interface Models {
  readonly tools?: readonly { readonly name: string }[];
  invokeTool?(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
  ): Thenable<{ content: readonly { value: string }[] }>;
}

const models = vscode.lm as unknown as Models | undefined;

describe('tool of language models', () => {
  const file = () => vscode.Uri.joinPath(folder('reports'), '助手', '报告.txt');
  before(() => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(CLEAN.replace('58条。', '58条，落实临政办发[2025]12号。'))));
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(file(), '..'), { recursive: true }));
  afterEach(closeAll);

  it('checks the document in front, and opens nothing outside the workspace', async function () {
    await vscode.extensions.getExtension(EXTENSION)!.activate();
    if (!models?.invokeTool || !models.tools?.some(({ name }) => name === 'gongwen_check_report')) return this.skip();
    const ask = async (input: object) => {
      const { content } = await models.invokeTool!('gongwen_check_report', { input, toolInvocationToken: undefined });
      return JSON.parse(content[0].value) as { profile: string | null; findings: { rule: string }[] };
    };
    await open(file());
    for (const input of [{}, { uri: file().toString() }]) {
      const found = await ask(input);
      assert.equal(found.profile, 'fazhi-annual-report');
      assert.ok(found.findings.some(({ rule }) => rule === 'document-number/malformed'));
    }
    await assert.rejects(ask({ uri: 'file:///etc/hostname' }));
  });
});
