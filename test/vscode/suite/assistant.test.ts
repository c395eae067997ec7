/** The checker as a tool of language models, where the editor knows tools. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CLEAN, closeAll, EXTENSION, untitled } from './harness';

interface Models {
  readonly tools?: readonly { readonly name: string }[];
  invokeTool?(name: string, options: { input: object; toolInvocationToken: undefined }): Thenable<{ content: readonly { value: string }[] }>;
}

const models = vscode.lm as unknown as Models | undefined;

describe('tool of language models', () => {
  afterEach(closeAll);

  it('checks the document in front, and opens nothing outside the workspace', async function () {
    await vscode.extensions.getExtension(EXTENSION)!.activate();
    if (!models?.invokeTool || !models.tools?.some(({ name }) => name === 'gongwen_check_report')) return this.skip();
    const ask = async (input: object) => {
      const { content } = await models.invokeTool!('gongwen_check_report', { input, toolInvocationToken: undefined });
      return JSON.parse(content[0].value) as { profile: string | null; findings: { rule: string }[] };
    };
    await untitled(CLEAN.replace('58条。', '58条，落实临政办发[2025]12号。'));
    const found = await ask({});
    assert.equal(found.profile, 'fazhi-annual-report');
    assert.ok(found.findings.some(({ rule }) => rule === 'document-number/malformed'));
    await assert.rejects(ask({ uri: 'file:///etc/hostname' }));
  });
});
