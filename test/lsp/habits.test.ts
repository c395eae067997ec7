/** What real editors do: change while a request runs, close while linting, cancel, interleave documents, reopen quickly. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../server/service';
import { toDiagnostics } from '../../server/lsp/convert';
import { TestClient } from '../support/client';
import { editsMade, changeOf, REPORT, strikeArb, type Strike } from '../support/texts';

const service = new Service({ today: '2026-01-20' });
const fresh = (uri: string, text: string) =>
  toDiagnostics(service.open(uri, 'gongwen', 1, text), { locale: 'zh-cn', rulePages: 'gongwen-rule:/' });
/** Plain values, as they come over the wire. */
const plain = (items: readonly Diagnostic[]) => JSON.parse(JSON.stringify(items)) as Diagnostic[];

type Step =
  | { readonly do: 'edit' | 'stale'; readonly strike: Strike; readonly of: 0 | 1 }
  | { readonly do: (typeof HABITS)[number]; readonly of: 0 | 1 }
  | { readonly do: 'ask'; readonly method: (typeof METHODS)[number]; readonly at: number; readonly of: 0 | 1 };

/** Beside editing: see the switch below. */
const HABITS = ['pull', 'old', 'cancel', 'reopen', 'flicker', 'late', 'symbols', 'actions'] as const;

/** What an editor asks at a place. */
const METHODS = [
  'hover',
  'completion',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'foldingRange',
  'selectionRange',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
] as const;

const stepArb: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.oneof({ weight: 9, arbitrary: fc.constant('edit' as const) }, { weight: 1, arbitrary: fc.constant('stale' as const) }),
      strike: strikeArb,
      of: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...HABITS),
      of: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      method: fc.constantFrom(...METHODS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      of: fc.constantFrom(0 as const, 1 as const),
    }),
  },
);

/** A request that is not offered, and one that is declined with a reason (a faulty number is not renamed): answers, both of them. */
const DECLINED = [-32601, -32803];

describe('habits of editors', () => {
  after(() => console.log(`    ${editsMade()} edits`));
  let client: TestClient;
  afterEach(async () => client.stop());

  it('after any mixture of them, diagnostics are those of the text', async function () {
    this.timeout(600_000);
    client = await TestClient.start();
    const uris = ['file:///a.gongwen', 'file:///b.gongwen'];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 4, maxLength: 25 }), async (steps) => {
        const names = uris.map((uri) => uri.replace('.gongwen', `${++run}.gongwen`));
        for (const uri of names) await client.open(uri, REPORT);
        const pending: Promise<unknown>[] = [];
        for (const step of steps) {
          const uri = names[step.of];
          const text = client.text(uri);
          switch (step.do) {
            case 'edit':
            case 'stale': {
              const doc = TextDocument.create(uri, 'gongwen', 1, text);
              const change = changeOf(step.strike, text, (o) => doc.positionAt(o));
              // The same version once more, or an older one: what counts is the order in which changes come.
              await client.change(uri, [change as never], step.do === 'stale' ? -(names.indexOf(uri) * 3) : 1);
              break;
            }
            case 'ask': {
              const position = TextDocument.create(uri, 'gongwen', 1, text).positionAt(Math.floor(step.at * text.length));
              const end = { line: position.line + 40, character: 0 };
              pending.push(
                client
                  .request(`textDocument/${step.method}`, {
                    textDocument: { uri },
                    position,
                    positions: [position],
                    range: { start: position, end },
                    context: { includeDeclaration: true, triggerKind: 1 },
                  })
                  .catch((error: { code?: number }) => assert.ok(DECLINED.includes(error.code!), String(error))),
              );
              break;
            }
            case 'old':
              // The result of another time, of the other document, or of nobody.
              for (const id of ['0', '1', '99999', ''])
                pending.push(client.pullWith(uri, id).then((items) => assert.ok(items === undefined || Array.isArray(items))));
              break;
            case 'flicker':
              // Closed while it is being linted, and opened again, several times over.
              for (let n = 0; n < 3; n++) {
                pending.push(client.pull(uri).catch(() => undefined));
                await client.close(uri);
                await client.open(uri, text);
              }
              break;
            case 'late':
              // A change and a question for a document that was closed just now.
              await client.close(uri);
              await client.connection.sendNotification('textDocument/didChange', {
                textDocument: { uri, version: 99 },
                contentChanges: [{ text: 'x' }],
              });
              pending.push(client.request('textDocument/documentSymbol', { textDocument: { uri } }));
              await client.open(uri, text);
              break;
            case 'pull':
              // Not awaited: the next change arrives while it is being answered.
              pending.push(client.pull(uri));
              break;
            case 'cancel': {
              const source = new CancellationTokenSource();
              pending.push(
                client.connection
                  .sendRequest('textDocument/documentSymbol', { textDocument: { uri } }, source.token)
                  .catch(() => undefined),
              );
              source.cancel();
              break;
            }
            case 'symbols':
              pending.push(client.request('textDocument/documentSymbol', { textDocument: { uri } }));
              break;
            case 'actions':
              pending.push(
                client.request('textDocument/codeAction', {
                  textDocument: { uri },
                  range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
                  context: { diagnostics: [] },
                }),
              );
              break;
            case 'reopen':
              pending.push(client.pull(uri).catch(() => undefined));
              await client.close(uri);
              await client.open(uri, text);
              break;
          }
        }
        await Promise.all(pending);
        for (const uri of names) {
          client.forget(uri);
          assert.deepEqual(await client.pull(uri), plain(fresh(uri, client.text(uri))));
          await client.close(uri);
        }
      }),
      { numRuns: Math.ceil(Number(process.env.LAW_RUNS ?? 60) / 3) },
    );
  });

  it('answers requests for documents that are not open', async () => {
    client = await TestClient.start();
    for (const method of [
      'textDocument/documentSymbol',
      'textDocument/foldingRange',
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/diagnostic',
    ]) {
      await client.request(method, { textDocument: { uri: 'file:///nosuch.gongwen' }, position: { line: 3, character: 1 } });
    }
  });

  it('takes positions outside the text for its end', async () => {
    client = await TestClient.start();
    const uri = 'file:///a.gongwen';
    await client.open(uri, REPORT);
    for (const position of [
      { line: 9999, character: 0 },
      { line: 0, character: 9999 },
      { line: 5, character: 400 },
    ]) {
      await client.request('textDocument/hover', { textDocument: { uri }, position });
      await client.request('textDocument/completion', { textDocument: { uri }, position });
    }
    await client.change(uri, [
      { range: { start: { line: 9999, character: 5 }, end: { line: 99999, character: 0 } }, text: '\n特此报告。' },
    ]);
    assert.deepEqual(await client.pull(uri), plain(fresh(uri, client.text(uri))));
  });
});
