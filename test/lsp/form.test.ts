/** 重编序号, 结转下年, 送审检查, moving sections and growing selections, as an editor asks for them. */
import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, SelectionRange } from 'vscode-languageserver/node';
import type { EditResult, FinalItem, RollOver } from '../../server/lsp/protocol';
import { TestClient } from '../support/client';
import { REPORT } from '../support/texts';

const URI = 'file:///%E7%A8%BF%E4%BB%B6/%E8%8D%89%E7%A8%BF.gongwen';

describe('work on the form of a report', () => {
  let client: TestClient;
  const run = <T>(command: string, ...args: unknown[]) => client.request<T>('workspace/executeCommand', { command, arguments: args });
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(async () => client.stop());

  it('numbers anew, and says when there is nothing to do', async () => {
    const broken = REPORT.replace('三、2025', '五、2025').replace('四、2026', '六、2026');
    await client.open(URI, broken);
    const done = await run<EditResult>('gongwen.server.renumber', URI);
    assert.deepEqual([done.applied, done.count], [true, 2]);
    assert.equal(client.text(URI), REPORT);
    const again = await run<EditResult>('gongwen.server.renumber', URI);
    assert.equal(again.applied, false);
    assert.equal(again.message, '序号已经连续，不需要重编。');
  });

  it('offers it at a heading whose numbers are out of order, and nowhere else', async () => {
    const broken = REPORT.replace('三、2025', '五、2025');
    await client.open(URI, broken);
    const ask = (line: number) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: { line, character: 0 }, end: { line, character: 0 } },
        context: { diagnostics: [], only: ['refactor'] },
      });
    const line = broken.split('\n').findIndex((l) => l.startsWith('五、'));
    const [action, ...more] = await ask(line);
    assert.equal(action.title, '重编全文序号');
    assert.deepEqual(more, []);
    assert.deepEqual(await ask(line + 1), []);
    client.applyEdits(URI, action.edit!.changes![URI]);
    assert.equal(client.text(URI), REPORT);
  });

  it('moves a section before another, numbers and all', async () => {
    await client.open(URI, REPORT);
    const lineOf = (start: string) => ({ line: REPORT.split('\n').findIndex((l) => l.startsWith(start)), character: 0 });
    const done = await run<EditResult>('gongwen.server.moveSection', URI, lineOf('（二）'), lineOf('（一）'));
    assert.equal(done.applied, true);
    const text = client.text(URI);
    assert.ok(text.indexOf('（一）规范执法行为') >= 0 && text.indexOf('（一）规范执法行为') < text.indexOf('（二）加强组织领导'));
    const declined = await run<EditResult>('gongwen.server.moveSection', URI, lineOf('（二）'), lineOf('四、'));
    assert.equal(declined.applied, false);
  });

  it('rolls over to the next year, or says why not', async () => {
    await client.open(URI, REPORT);
    const { text, languageId, from } = await run<RollOver>('gongwen.server.rollOver', URI);
    assert.equal(languageId, 'gongwen');
    assert.equal(from, 2025);
    assert.ok(text!.startsWith('临川市司法局关于2026年度法治政府建设情况的报告'));
    assert.ok(text!.includes('【待更新：2025年为'));
    assert.equal((await run<RollOver>('gongwen.server.rollOver', URI, 2025)).message, '新的年度应当晚于2025年。');
    assert.ok((await run<RollOver>('gongwen.server.rollOver', 'file:///none.txt')).message);
  });

  it('raises what must be gone in the final check, lists it in order, and lowers it when the document is closed', async () => {
    const draft = REPORT.replace('查处案件', '查处【待更新：2025年为326件】案件').replace('继续推进', '继续推进××工作');
    await client.open(URI, draft);
    const levels = async () =>
      (await client.pull(URI))?.filter((d) => String(d.code).startsWith('residue/')).map((d) => [d.code, d.severity]);
    assert.deepEqual(await levels(), [
      ['residue/last-year', 3],
      ['residue/placeholder', 3],
    ]);
    const items = await run<FinalItem[]>('gongwen.server.finalCheck', URI);
    assert.deepEqual(
      items.filter((i) => i.rule.startsWith('residue/')).map((i) => [i.rule, i.severity]),
      [
        ['residue/last-year', 'warning'],
        ['residue/placeholder', 'warning'],
      ],
    );
    assert.deepEqual(
      items,
      [...items].sort((a, b) => a.range.start.line - b.range.start.line),
    );
    assert.deepEqual(await levels(), [
      ['residue/last-year', 2],
      ['residue/placeholder', 2],
    ]);
    await client.close(URI);
    await client.open(URI, draft);
    assert.deepEqual(await levels(), [
      ['residue/last-year', 3],
      ['residue/placeholder', 3],
    ]);
    assert.equal(await run('gongwen.server.finalCheck', 'file:///none.txt'), null);
  });

  it('lets a selection grow from the clause to the document', async () => {
    await client.open(URI, REPORT);
    const line = REPORT.split('\n').findIndex((l) => l.startsWith('（一）'));
    const character = REPORT.split('\n')[line].indexOf('320');
    const [first] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: URI },
      positions: [{ line, character }],
    });
    const lines = REPORT.split('\n');
    const texts: string[] = [];
    let last: SelectionRange | undefined;
    for (let s: SelectionRange | undefined = first; s; s = s.parent) {
      last = s;
      texts.push(
        s.range.start.line === s.range.end.line
          ? lines[s.range.start.line].slice(s.range.start.character, s.range.end.character)
          : `${s.range.start.line}-${s.range.end.line}`,
      );
    }
    assert.equal(texts[0], '培训320人次');
    assert.match(texts[1], /^二是强化培训。|^举办培训班4期，培训320人次，其中执法人员280人次。$/);
    assert.equal(texts[2], lines[line]);
    assert.deepEqual(last!.range, { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)!.length } });
  });

  it('completes sentences with places for figures on an empty line of a section, and the foot that is missing', async () => {
    const draft = REPORT.replace(/\n+临川市司法局\n2026年1月20日\s*$/, '\n\n');
    await client.open(URI, draft);
    const lines = draft.split('\n');
    const labels = async (line: number, character = 0, triggerCharacter?: string) =>
      (
        await client.request<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri: URI },
          position: { line, character },
          context: triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 },
        })
      ).map((i) => i.label);
    const empty = lines.length - 1;
    assert.equal(lines[empty], '');
    const offered = await labels(empty);
    for (const label of ['特此报告。', '署名、成文日期', '共受理…件，其中…']) assert.ok(offered.includes(label), label);
    assert.ok(!(await labels(1)).includes('共受理…件，其中…'), 'before the first heading');
    assert.deepEqual(
      await labels(
        lines.findIndex((l) => l.startsWith('（一）')),
        5,
      ),
      [],
      'in the midst of text',
    );
    assert.ok(!(await labels(empty, 0, '\n')).includes('共受理…件，其中…'), 'nobody asked');
  });
});
