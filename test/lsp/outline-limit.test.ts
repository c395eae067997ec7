/** Outlines longer than an editor can bear are cut, and that is said once. */
import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver/node';
import { MOST_OF_AN_OUTLINE } from '../../server/lsp/outline-limit';
import type { OutlineNode } from '../../server/lsp/protocol';
import { TestClient } from '../support/client';

const URI = 'file:///a.gongwen';
const HEAD = '关于云河区重点任务台账的报告\n\n云河区人民政府：\n';
/** 20,000 headings: 200 sections with 99 each under them. */
const LONG =
  HEAD +
  Array.from({ length: 200 }, (_, i) => {
    const under = Array.from({ length: 99 }, (__, j) => `${j + 1}.第${i}批第${j}项\n已完成。\n`).join('');
    return `（一）第${i}批\n${under}`;
  }).join('');
/** 100 sections, 6,000 run-in leads. */
const LEADS =
  HEAD + Array.from({ length: 100 }, (_, i) => `（一）第${i}批\n${'一是完善制度。二是加强培训。三是强化监督。\n'.repeat(20)}`).join('');

const countOf = (nodes: readonly { children?: readonly unknown[] }[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + countOf((children ?? []) as never), 0);

describe('a very long outline', () => {
  let client: TestClient;
  afterEach(async () => client.stop());
  const symbols = () => client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });

  it('is cut for symbols, folding and tree, and that is said once for a document', async () => {
    client = await TestClient.start();
    await client.open(URI, LONG);
    const shown = await symbols();
    assert.equal(countOf(shown), MOST_OF_AN_OUTLINE);
    assert.equal(shown[0].name, '（一）第0批');
    assert.equal(shown.length, 50);
    const said = ['标题过多：大纲列出前 5000 个章节，另有 15000 项未列出；检查不受影响。'];
    assert.deepEqual(client.messages, said);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    assert.ok(folds.length <= MOST_OF_AN_OUTLINE && folds.length > 50);
    await client.until('tree', () => client.trees.length > 0);
    assert.equal(countOf(client.trees[0].outline satisfies readonly OutlineNode[]), MOST_OF_AN_OUTLINE);
    await client.type(URI, client.text(URI).length, '（一）又一批\n');
    assert.equal(countOf(await symbols()), MOST_OF_AN_OUTLINE);
    assert.deepEqual(client.messages, said);
    await client.close(URI);
    await client.open(URI, LONG);
    await symbols();
    assert.equal(client.messages.length, 2, 'opened anew, it is said anew');
  });

  it('loses its run-in leads first', async () => {
    client = await TestClient.start({ locale: 'en' });
    await client.open(URI, LEADS);
    assert.equal(countOf(await symbols()), 100);
    assert.match(
      client.messages.join('|'),
      /^Too many headings: .*5000 sections; 6000 entries are left out\. The check covers them all\.$/,
    );
  });

  it('is whole where it is not too long', async () => {
    client = await TestClient.start();
    const text = HEAD + '（一）事项\n一是完善制度。二是加强培训。\n'.repeat(1600);
    await client.open(URI, text);
    assert.equal(countOf(await symbols()), 4800);
    assert.deepEqual(client.messages, []);
  });
});
