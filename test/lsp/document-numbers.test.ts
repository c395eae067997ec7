/** Document numbers in the editor: decoded, completed, followed, renamed, found and coloured, over several files. */
import assert from 'node:assert/strict';
import type {
  CompletionItem,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOKEN_TYPES } from '../../server/lsp/features/colours';
import { TestClient, type ClientOptions } from '../support/client';

const HERE = 'file:///w/report.gongwen';
const NOTICE = 'file:///w/notices/circular.md';
const OTHER = 'file:///w/other.txt';

const REPORT = `临川市司法局2025年度法治政府建设工作报告

一、主要举措和成效

（一）规范执法。根据《关于印发执法公示办法的通知》（临府办发〔2025〕12号）和国办发〔2018〕118号，修订制度3项。

（二）公开信息。临府办发〔2025〕12号、〔2025〕15号全部公开。

（三）清理文件。废止临司发[2019]3号，参照GB/T 9704—2012。（2023）渝01行终123号案已结。宁政办发〔2020〕2号。临府办发〔2026〕 号。
`;
const CARRIER = `临府办发〔2025〕12号

临川市人民政府办公室
关于印发执法公示办法的通知

各县（市、区）人民政府：

现将执法公示办法印发给你们。
`;
const SECOND = `云河区司法局关于执法检查情况的通报

各单位：

一、检查了临府办发〔2025〕12号的落实情况。

二、临府办发〔2025〕12号、〔2025〕15号、〔2025〕16号继续有效。
`;
const FILES = {
  [NOTICE]: CARRIER,
  [OTHER]: SECOND,
  'file:///w/readme.md': '# 工具\n\n临府办发〔2025〕12号\n',
  'file:///w/.git/circular.md': CARRIER,
  'file:///w/node_modules/circular.md': CARRIER,
  'file:///elsewhere/circular.md': CARRIER,
  'file:///w/picture.png': CARRIER,
};

let client: TestClient;

async function start(options: ClientOptions = {}, text = REPORT): Promise<TestClient> {
  client = await TestClient.start({ files: FILES, folders: ['file:///w'], modern: true, ...options });
  await client.open(HERE, text);
  return client;
}

function at(piece: string, into = 1, text = REPORT): { textDocument: { uri: string }; position: Position } {
  const found = text.indexOf(piece);
  assert.ok(found >= 0, piece);
  return { textDocument: { uri: HERE }, position: TextDocument.create(HERE, 'gongwen', 1, text).positionAt(found + into) };
}

/** A place as `file:line text`. */
function place(uri: string, range: Range): string {
  const text = uri === HERE ? client.text(HERE) : (client.host.files.get(uri) ?? '');
  return `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line} ${TextDocument.create(uri, '', 1, text).getText(range)}`;
}

async function hover(piece: string, into = 1): Promise<string> {
  const found = await client.request<Hover | null>('textDocument/hover', at(piece, into));
  return found ? (found.contents as { value: string }).value : '';
}

async function definition(piece: string, into = 1): Promise<string[]> {
  const found = await client.request<LocationLink[] | null>('textDocument/definition', at(piece, into));
  return (found ?? []).map((l) => place(l.targetUri, l.targetSelectionRange));
}

async function references(piece: string, includeDeclaration: boolean): Promise<string[]> {
  const found = await client.request<Location[]>('textDocument/references', { ...at(piece), context: { includeDeclaration } });
  return found.map((l) => place(l.uri, l.range));
}

/** The labels offered at the end of a text. */
async function complete(line: string, trigger?: string, after = ''): Promise<CompletionItem[]> {
  const text = `${REPORT}\n${line}${after}`;
  await client.change(HERE, [{ range: { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }, text }]);
  const position = TextDocument.create(HERE, 'gongwen', 1, text).positionAt(text.length - after.length);
  return client.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri: HERE },
    position,
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
}

/** Every file after an edit of the workspace. */
function applied(edit: WorkspaceEdit): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edit.changes ?? {}).map(([uri, edits]) => {
      const text = uri === HERE ? client.text(HERE) : client.host.files.get(uri)!;
      return [uri, TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits)];
    }),
  );
}

async function refusal(method: string, params: object): Promise<string> {
  try {
    await client.request(method, params);
  } catch (e) {
    return (e as Error).message;
  }
  return '';
}

describe('document numbers in the editor', () => {
  afterEach(() => client.stop());

  describe('hover', () => {
    it('decodes a number whose 代字 the register knows', async () => {
      await start();
      const text = await hover('国办发〔2018〕118号', 4);
      for (const part of ['国务院办公厅', '年份：2018', '发文顺序号：118', '机关代字：国办发', '来源：'])
        assert.ok(text.includes(part), `${part} in ${text}`);
    });

    it('says so where it does not, and where several organs use it', async () => {
      await start();
      assert.match(await hover('临府办发〔2025〕12号'), /登记表中没有这一代字；这不是差错/);
      const text = await hover('宁政办发〔2020〕2号');
      assert.match(text, /南京市人民政府办公厅、宁夏回族自治区人民政府办公厅（有几个机关用这一代字/);
    });

    it('knows what an office adds to the register, and a change of it', async () => {
      const lexicon = 'file:///w/.gongwen/lexicon.json';
      await start({
        files: {
          ...FILES,
          [lexicon]: '{ "agencyCodes": [{ "prefix": "临府办发", "organ": "临川市人民政府办公室" }, { "prefix": 3 }, 4] }',
        },
      });
      assert.match(await hover('临府办发〔2025〕12号'), /发文机关：临川市人民政府办公室[\s\S]*本单位登记/);
      client.host.files.set(lexicon, '{ "agencyCodes": [{ "prefix": "临府办", "organ": ["甲办", "乙办"] }] }');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: lexicon, type: 2 }] });
      assert.match(await hover('临府办发〔2025〕12号'), /甲办、乙办/);
      client.host.files.set(lexicon, '{ no json');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: lexicon, type: 2 }] });
      assert.match(await hover('临府办发〔2025〕12号'), /登记表中没有/);
    });

    it('tells what a malformed or unfinished number says, and what is inherited in a list', async () => {
      await start();
      assert.match(await hover('临司发[2019]3号'), /规范写法：临司发〔2019〕3号/);
      assert.match(await hover('临府办发〔2026〕 号'), /发文顺序号：待填/);
      assert.match(await hover('〔2025〕15号'), /临府办发 \(随前一字号\)/);
    });

    it('decodes what is no document number, and is silent elsewhere', async () => {
      await start();
      assert.match(await hover('GB/T 9704'), /推荐性国家标准[\s\S]*顺序号：9704[\s\S]*年份：2012/);
      assert.match(await hover('（2023）渝01行终'), /法院代字：渝01\n- 案件类型代字：行终\n- 案件编号：123/);
      assert.equal(await hover('修订制度'), '');
    });

    it('speaks English to who asks for it', async () => {
      await start({ locale: 'en' });
      assert.match(await hover('国办发〔2018〕118号', 4), /Issuing organ: 国务院办公厅/);
    });
  });

  describe('definition, references, highlights', () => {
    it('goes from a citation to the document that bears the number, from its title too', async () => {
      await start();
      assert.deepEqual(await definition('临府办发〔2025〕12号'), ['circular.md:0 临府办发〔2025〕12号']);
      assert.deepEqual(await definition('执法公示办法的通知》'), ['circular.md:0 临府办发〔2025〕12号']);
      assert.deepEqual(await definition('修订制度'), []);
    });

    it('goes to the line of this document, also before it is saved, and to where a number is introduced', async () => {
      await start({ files: {} }, `临司发〔2026〕1号\n\n${REPORT}\n详见临司发〔2026〕1号。\n`);
      const found = await client.request<LocationLink[]>('textDocument/definition', at('详见临司发〔2026〕1号', 3, client.text(HERE)));
      assert.deepEqual(
        found.map((l) => place(l.targetUri, l.targetSelectionRange)),
        ['report.gongwen:0 临司发〔2026〕1号'],
      );
      const introduced = await client.request<LocationLink[]>(
        'textDocument/definition',
        at('临府办发〔2025〕12号、', 2, client.text(HERE)),
      );
      assert.deepEqual(
        introduced.map((l) => place(l.targetUri, l.targetSelectionRange)),
        ['report.gongwen:6 临府办发〔2025〕12号'],
      );
    });

    it('finds every mention, in files that are no reports none', async () => {
      await start();
      const cited = [
        'other.txt:4 临府办发〔2025〕12号',
        'other.txt:6 临府办发〔2025〕12号',
        'report.gongwen:4 临府办发〔2025〕12号',
        'report.gongwen:6 临府办发〔2025〕12号',
      ];
      assert.deepEqual(await references('临府办发〔2025〕12号', true), ['circular.md:0 临府办发〔2025〕12号', ...cited]);
      assert.deepEqual(await references('临府办发〔2025〕12号', false), cited);
    });

    it('knows a change on disk, and what is typed before it is saved', async () => {
      await start();
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 5);
      client.host.files.set(OTHER, SECOND.replaceAll('12号', '13号'));
      client.host.files.set('file:///w/new.md', CARRIER);
      client.host.files.delete(NOTICE);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: OTHER, type: 2 },
          { uri: 'file:///w/new.md', type: 1 },
          { uri: 'file:///w/notices', type: 3 },
        ],
      });
      assert.deepEqual(await references('临府办发〔2025〕12号', true), [
        'new.md:0 临府办发〔2025〕12号',
        'report.gongwen:4 临府办发〔2025〕12号',
        'report.gongwen:6 临府办发〔2025〕12号',
      ]);
      await client.open(OTHER, SECOND);
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 5);
      await client.type(OTHER, SECOND.indexOf('检查了'), '对照临府办发〔2025〕12号');
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 6);
      await client.close(OTHER);
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 3);
    });

    it('looks in folders that are added, and no longer in those taken out', async () => {
      await start({ folders: ['file:///w/notices'] });
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 3);
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: 'file:///w', name: 'w' }], removed: [{ uri: 'file:///w/notices', name: 'n' }] },
      });
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 5);
    });

    it('follows a folder that a person renames', async () => {
      await start();
      assert.deepEqual(await definition('临府办发〔2025〕12号'), ['circular.md:0 临府办发〔2025〕12号']);
      client.host.files.delete(NOTICE);
      client.host.files.set('file:///w/papers/moved.md', CARRIER);
      await client.connection.sendNotification('workspace/didRenameFiles', {
        files: [{ oldUri: 'file:///w/notices', newUri: 'file:///w/papers' }],
      });
      assert.deepEqual(await definition('临府办发〔2025〕12号'), ['moved.md:0 临府办发〔2025〕12号']);
    });

    it('shows the same number in this text', async () => {
      await start();
      const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at('临府办发〔2025〕12号'));
      assert.deepEqual(
        found.map((h) => place(HERE, h.range)),
        ['report.gongwen:4 临府办发〔2025〕12号', 'report.gongwen:6 临府办发〔2025〕12号'],
      );
      assert.equal(await client.request('textDocument/documentHighlight', at('修订制度')), null);
    });

    it('answers an editor that knows no links and watches no files', async () => {
      await start({ modern: false });
      const [found] = await client.request<Location[]>('textDocument/definition', at('临府办发〔2025〕12号'));
      assert.equal(place(found.uri, found.range), 'circular.md:0 临府办发〔2025〕12号');
      client.host.files.delete(NOTICE);
      assert.equal((await references('临府办发〔2025〕12号', true)).length, 4);
    });
  });

  describe('rename', () => {
    it('changes every mention in every file, and lists keep saying what they said', async () => {
      await start();
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
        ...at('临府办发〔2025〕12号'),
        newName: '临府发〔2025〕9号',
      });
      const files = applied(edit);
      assert.deepEqual(Object.keys(files).sort(), [NOTICE, OTHER, HERE].sort());
      assert.ok(files[NOTICE].startsWith('临府发〔2025〕9号\n'));
      assert.ok(files[OTHER].includes('二、临府发〔2025〕9号、临府办发〔2025〕15号、〔2025〕16号继续有效。'));
      assert.ok(files[HERE].includes('的通知》（临府发〔2025〕9号）和国办发'));
      assert.equal(files[HERE].includes('12号'), false);
    });

    it('a number of a list stays short where its 代字 stays', async () => {
      await start();
      const files = applied(
        await client.request<WorkspaceEdit>('textDocument/rename', { ...at('〔2025〕15号'), newName: '临府办发〔2026〕1号' }),
      );
      assert.ok(files[OTHER].includes('二、临府办发〔2025〕12号、〔2026〕1号、〔2025〕16号继续有效。'));
      const longer = applied(
        await client.request<WorkspaceEdit>('textDocument/rename', { ...at('〔2025〕15号'), newName: '临府发〔2026〕1号' }),
      );
      assert.ok(longer[OTHER].includes('二、临府办发〔2025〕12号、临府发〔2026〕1号、临府办发〔2025〕16号继续有效。'));
    });

    it('is prepared with the whole number, and not elsewhere', async () => {
      await start();
      const found = await client.request<{ range: Range; placeholder: string }>(
        'textDocument/prepareRename',
        at('临府办发〔2025〕12号', 5),
      );
      assert.deepEqual([place(HERE, found.range), found.placeholder], ['report.gongwen:4 临府办发〔2025〕12号', '临府办发〔2025〕12号']);
      assert.equal(
        (await client.request<{ placeholder: string }>('textDocument/prepareRename', at('〔2025〕15号', 2))).placeholder,
        '临府办发〔2025〕15号',
      );
      assert.equal(await client.request('textDocument/prepareRename', at('修订制度')), null);
    });

    it('refuses what is malformed or unfinished, here or elsewhere, and a new name that is none', async () => {
      await start({ files: { ...FILES, [OTHER]: SECOND.replace('临府办发〔2025〕12号的', '临府办发[2025]12号的') } });
      assert.match(await refusal('textDocument/prepareRename', at('临司发[2019]3号')), /写法不规范，请先按提示修正/);
      assert.match(await refusal('textDocument/prepareRename', at('临府办发〔2026〕 号')), /还没有写全/);
      assert.match(
        await refusal('textDocument/rename', { ...at('临府办发〔2025〕12号'), newName: '临府办发〔2025〕13号' }),
        /other\.txt 第 5 行/,
      );
      for (const newName of ['临府办发[2025]13号', '临府办发', '', '见临府办发〔2025〕13号', '临府办发〔2025〕13号、临府办发〔2025〕14号'])
        assert.match(
          await refusal('textDocument/rename', { ...at('国办发〔2018〕118号', 4), newName }),
          /应如“国办发〔2018〕118号”/,
          newName,
        );
    });
  });

  it('workspace symbols: documents by title and number, cited numbers when asked for', async () => {
    await start();
    const names = async (query: string) =>
      (await client.request<SymbolInformation[]>('workspace/symbol', { query })).map(
        (s) => `${s.name} ${s.location.uri.slice(s.location.uri.lastIndexOf('/') + 1)}`,
      );
    assert.deepEqual((await names('')).sort(), [
      '临川市人民政府办公室关于印发执法公示办法的通知 circular.md',
      '临川市司法局2025年度法治政府建设工作报告 report.gongwen',
      '临府办发〔2025〕12号 circular.md',
      '云河区司法局关于执法检查情况的通报 other.txt',
    ]);
    assert.deepEqual(await names('国办发2018 118'), ['国办发〔2018〕118号 report.gongwen']);
    assert.deepEqual((await names('临府办发[2025]12')).sort(), [
      '临府办发〔2025〕12号 circular.md',
      '临府办发〔2025〕12号 other.txt',
      '临府办发〔2025〕12号 report.gongwen',
    ]);
    assert.deepEqual(await names('没有'), []);
  });

  describe('completion', () => {
    const labels = async (line: string, trigger?: string, after?: string) => (await complete(line, trigger, after)).map((i) => i.label);

    it('behind a title: its own number, then 代字 in use, the most used first, then the register', async () => {
      await start();
      await references('国办发〔2018〕118号', true);
      const items = await complete('根据《关于印发执法公示办法的通知》（', '（', '）');
      assert.deepEqual(
        items.slice(0, 3).map((i) => i.label),
        ['临府办发〔2025〕12号', '临府办发〔2026〕号', '国办发〔2026〕号'],
      );
      assert.ok(items.some((i) => i.label === '国函〔2026〕号' && i.detail === '国务院'));
      assert.ok(
        items.every((i) => !i.label.startsWith('环')),
        'single characters are no 代字 yet',
      );
      assert.deepEqual(items[1].textEdit && 'newText' in items[1].textEdit && items[1].textEdit.newText, '临府办发〔${2:2026}〕$1号$0');
      assert.deepEqual((await labels('《办法》（临府')).slice(0, 2), ['临府办发〔2026〕号']);
      assert.deepEqual(await labels('《办法》（京政'), ['京政', '京政办']);
    });

    it('behind 根据 once two characters of a 代字 stand there', async () => {
      await start();
      assert.deepEqual((await labels('根据国办')).slice(0, 2), ['国办发〔2026〕号', '国办公开办函〔2026〕号']);
      assert.deepEqual(await labels('根据国'), []);
      assert.deepEqual(await labels('认真按照临府'), ['临府办发〔2026〕号']);
    });

    it('behind a 代字 and 〔: the year, with 〕号', async () => {
      await start();
      const items = await complete('根据临府办发〔', '〔', '〕');
      assert.deepEqual(
        items.map((i) => i.label),
        ['2025〕号', '2026〕号'],
      );
      assert.deepEqual(items[0].textEdit, {
        newText: '2025〕$1号$0',
        range: { start: { line: 10, character: 7 }, end: { line: 10, character: 8 } },
      });
      assert.deepEqual(await labels('根据临府办发〔20', undefined), ['2025〕号', '2026〕号']);
      assert.deepEqual(await labels('根据临府办发〔', '〔', '2025〕3号'), []);
    });

    it('is plain text for an editor without tab stops', async () => {
      await start({ modern: false });
      const [item] = await complete('根据国办');
      assert.deepEqual(
        [item.insertTextFormat, item.textEdit && 'newText' in item.textEdit && item.textEdit.newText],
        [1, '国办发〔2026〕号'],
      );
    });

    it('is quiet in prose', async () => {
      await start();
      for (const [line, trigger] of [
        ['认真落实', undefined],
        ['根据国家', undefined],
        ['根据应急', undefined],
        ['我市国办', undefined],
        ['执法人员（', '（'],
        ['《办法》（试', undefined],
        ['〔', '〔'],
      ] as const)
        assert.deepEqual((await labels(`今年以来，${line}`, trigger)).slice(0, 3), [], line);
      assert.deepEqual(await labels('今年以来，《办法》（', '（', '国办发〔2018〕118号）'), []);
    });
  });

  describe('colours', () => {
    function drawn({ data }: SemanticTokens, text: string): string[] {
      const doc = TextDocument.create(HERE, '', 1, text);
      const out: string[] = [];
      let line = 0;
      let character = 0;
      for (let i = 0; i < data.length; i += 5) {
        line += data[i];
        character = data[i] > 0 ? data[i + 1] : character + data[i + 1];
        out.push(
          `${TOKEN_TYPES[data[i + 3]]} ${doc.getText({ start: { line, character }, end: { line, character: character + data[i + 2] } })}`,
        );
      }
      return out;
    }

    it('of what is on the screen, and no more is offered to a client that asks so', async () => {
      await start();
      const { semanticTokensProvider } = client.initialized.capabilities;
      assert.ok(semanticTokensProvider && semanticTokensProvider.range === true && semanticTokensProvider.full === false);
      const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 10 } };
      const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument: { uri: HERE }, range });
      assert.deepEqual(drawn(tokens, REPORT), [
        'heading （一）规范执法',
        'citation 《关于印发执法公示办法的通知》',
        'documentNumber 临府办发〔2025〕12号',
        'documentNumber 国办发〔2018〕118号',
      ]);
    });

    it('of the whole text for the others', async () => {
      await start({ modern: false });
      const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri: HERE } });
      const all = drawn(tokens, REPORT);
      assert.equal(all[0], 'heading 一、主要举措和成效');
      assert.ok(all.includes('placeholder 临府办发〔2026〕 号'));
      assert.equal(all.length, 12);
    });
  });
});
