/** Figures in the editor: hover, ledger, marks of proof, the line over a section. */
import assert from 'node:assert/strict';
import type {
  AnnotatedTextEdit,
  CodeLens,
  Hover,
  InlayHint,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { LedgerResult } from '../../server/lsp/protocol';
import { TestClient } from '../support/client';

const URI = 'file:///a.gongwen';
const TEXT = [
  '临川市市场监督管理局2025年法治政府建设年度报告',
  '',
  '一、2025年推进法治政府建设的主要举措和成效',
  '　　办理案件20件，其中维持12件、撤销8件。出动执法人员300余人次。',
  '　　受理投诉1.2万件，办结1.1万件，办结率91.7%。办理复议案件20件，其中维持12件、撤销9件。',
  '| 单位 | 件数 |',
  '|---|---|',
  '| 甲队 | 12 |',
  '| 乙队 | 15 |',
  '| 合计 | 27 |',
].join('\n');
const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

describe('figures in the editor', () => {
  let client: TestClient;
  afterEach(async () => client.stop());
  const hover = async (line: number, word: string) => {
    const position = { line, character: TEXT.split('\n')[line].indexOf(word) };
    const h = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position });
    return h === null ? '' : (h.contents as { value: string }).value;
  };

  it('hover shows the calculation, also when it holds, and is silent on what was not checked', async () => {
    client = await TestClient.start();
    await client.open(URI, TEXT);
    assert.match(await hover(3, '20件'), /\*\*相符\*\* · 总分：`12\+8=20`/);
    assert.match(await hover(3, '8件'), /`12\+8=20`/);
    assert.equal(await hover(3, '300'), '');
    assert.match(await hover(4, '1.2万'), /“1\.2万件”指 `\[11500, 12500\]`/);
    assert.match(await hover(4, '20件'), /\*\*不符\*\* · 总分：`12\+9/);
    assert.match(await hover(8, '15'), /表内列合计：`12\+15=27`/);
  });

  it('gives the ledger, in which no mark of the report means anything', async () => {
    client = await TestClient.start({ locale: 'en' });
    await client.open(URI, TEXT.replace('撤销8件', '撤<img src=x>|[x](y)销8件'));
    const { markdown, figures, coverage } = await client.request<LedgerResult>('gongwen/ledger', { uri: URI });
    assert.match(markdown, /^# Ledger of Figures\n\n13 figures: 6 agree, 3 conflict/);
    assert.doesNotMatch(markdown, /[^\\](?:<img|\]\(y)/);
    assert.equal(figures.length, 13);
    assert.deepEqual(figures[0].range, { start: { line: 3, character: 6 }, end: { line: 3, character: 9 } });
    assert.ok(coverage.read > 0 && coverage.read <= coverage.digits);
    assert.doesNotMatch(markdown, /verified/, 'nobody marks figures here');
    assert.equal(await client.request('gongwen/ledger', { uri: 'file:///nosuch.txt' }), null);
    assert.deepEqual(
      (await client.request<LedgerResult>('workspace/executeCommand', { command: 'gongwen.server.ledger', arguments: [URI] })).figures,
      figures,
    );
  });

  it('marks and lenses are not offered unless asked for', async () => {
    client = await TestClient.start();
    await client.open(URI, TEXT);
    assert.equal(client.initialized.capabilities.inlayHintProvider, undefined);
    assert.equal(client.initialized.capabilities.codeLensProvider, undefined);
    assert.equal(await client.request('textDocument/inlayHint', { textDocument: { uri: URI }, range: whole }), null);
    assert.equal(await client.request('textDocument/codeLens', { textDocument: { uri: URI } }), null);
  });

  it('marks what holds and what fails; counts over each section', async () => {
    client = await TestClient.start({ settings: { proofMarks: true, codeLens: true } });
    await client.open(URI, TEXT);
    // The settings are asked for after the start.
    let hints: InlayHint[] | null = null;
    let lenses: CodeLens[] | null = null;
    for (let i = 0; i < 50 && (hints === null || lenses === null); i++) {
      hints = await client.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri: URI }, range: whole });
      lenses = await client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri: URI } });
    }
    const lines = TEXT.split('\n');
    assert.deepEqual(
      hints!.map(
        ({ label, position }) => `${String(label)} ${lines[position.line].slice(Math.max(0, position.character - 3), position.character)}`,
      ),
      ['✓ 销8件', '✓ 1万件', '✓ .7%', '✗ 21件 销9件', '✓  27'],
    );
    assert.equal(lenses!.length, 1);
    assert.match(lenses![0].command!.title, /^13 个数字，\d+ 项验算相符$/);
    assert.equal(lenses![0].command!.command, 'gongwen.showLedger');
    assert.equal(lenses![0].range.start.line, 2);
  });

  it('finds every mention of an indicator, with whatever value', async () => {
    client = await TestClient.start();
    const text = `${TEXT}\n二、存在问题\n　　全局共受理投诉1.3万件，办结率低。\n\n| 指标 | 数 |\n|---|---|\n| 受理投诉（万件） | 1.2 |`;
    await client.open(URI, text);
    const lines = text.split('\n');
    const at = (line: number, word: string) => ({ line, character: lines[line].indexOf(word) });
    const references = (position: object) =>
      client.request<{ range: Range }[] | null>('textDocument/references', {
        textDocument: { uri: URI },
        position,
        context: { includeDeclaration: true },
      });
    const found = await references(at(4, '1.2万'));
    assert.deepEqual(
      found!.map(({ range }) => lines[range.start.line].slice(range.start.character, range.end.character)),
      ['1.2万件', '1.3万件', '1.2'],
    );
    assert.equal(await references(at(0, '临川')), null);
  });

  describe('rename', () => {
    const text =
      '关于云河区执法监督工作情况的报告\n\n　　办理案件20件，其中维持12件、撤销8件。检查企业200户次，发现问题50户次，问题发现率25%。\n　　全区办理案件20件。\n　　办理信访20件。\n';
    const position = (piece: string, into = 0) => {
      const before = text.slice(0, text.indexOf(piece) + into).split('\n');
      return { line: before.length - 1, character: before[before.length - 1].length };
    };
    const ask = (piece: string, newName: string, into = 0) =>
      client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: URI }, position: position(piece, into), newName });
    const applied = (edits: readonly TextEdit[]) => {
      const lines = text.split('\n');
      for (const { range, newText } of [...edits].sort(
        (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
      )) {
        const l = lines[range.start.line];
        lines[range.start.line] = l.slice(0, range.start.character) + newText + l.slice(range.end.character);
      }
      return lines.join('\n');
    };

    it('takes the equal mentions of the indicator and nothing else', async () => {
      client = await TestClient.start();
      await client.open(URI, text);
      const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', {
        textDocument: { uri: URI },
        position: position('20件'),
      });
      assert.equal(prepared.placeholder, '20');
      const { changes } = await ask('20件', '26');
      assert.equal(applied(changes![URI]), text.replaceAll('办理案件20件', '办理案件26件'));
      await assert.rejects(ask('20件', '很多'), /请写一个数/);
    });

    it('shows totals and rates that depend on it for confirmation', async () => {
      client = await TestClient.start({ modern: true });
      await client.open(URI, text);
      const sum = await ask('12件', '15');
      const [{ edits }] = sum.documentChanges as TextDocumentEdit[];
      assert.equal(sum.changeAnnotations!.dependents.needsConfirmation, true);
      assert.deepEqual(
        edits.map((e) => `${(e as AnnotatedTextEdit).annotationId} ${(e as TextEdit).newText}`),
        ['mentions 15', 'dependents 23'],
      );
      const rate = await ask('50户次', '60');
      const [more] = rate.documentChanges as TextDocumentEdit[];
      assert.deepEqual(
        more.edits.map((e) => (e as TextEdit).newText),
        ['60', '30'],
      );
      const none = await ask('20件。\n　　办理信访', '21');
      assert.ok(none.documentChanges);
    });
  });
});
