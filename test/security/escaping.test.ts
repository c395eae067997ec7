/** What a report says is shown as text, wherever it is shown: it makes no link, no picture, no markup, no command and no formula. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CompletionItem, Hover, MarkupContent } from 'vscode-languageserver/node';
import { escapeXml } from '../../server/cli/format/xml';
import { FORMATS, type FormatContext } from '../../server/cli/format';
import type { Checked, Found } from '../../server/cli/results';
import { anything, randomOf } from '../fuzz/grammar';
import { rules } from '../../server/rules';
import { Folder, FAULTY, run } from '../cli/support';
import { parseXml } from '../cli/xml';
import { TestClient } from '../support/client';

/** As much of markdown-it as is used here. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}
const MarkdownIt = createRequire(path.resolve('package.json'))('markdown-it') as new (options: object) => {
  parse(text: string, env: object): readonly Token[];
};
const markdown = new MarkdownIt({ html: true, linkify: false });

const PAGES = 'gongwen-rule:/';

/** What in a Markdown text is more than text with emphasis, lists and rules. */
function markup(text: string): string[] {
  const out: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (/^html|^image$|^fence$|^code_block$|^heading_open$|^table_open$|^blockquote_open$/.test(token.type))
        out.push(`${token.type} ${token.content}`);
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null && !href.startsWith(PAGES)) out.push(`link ${href}`);
      if (token.children) visit(token.children);
    }
  };
  visit(markdown.parse(text, {}));
  return out;
}

const EVIL = [
  '[点我](command:workbench.action.terminal.new)',
  '![](https://example.com/p.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '`code`',
  '```\nx\n```',
  '](command:x)',
  '**重**',
  '<https://example.com>',
  '[a]: https://example.com',
  '&lt;b&gt;',
  '\\[x](command:y)',
  '# 题',
  '| a | b |\n|-|-|',
  '$(alert)',
  '\u202e',
];

describe('what a report says is shown as text', function () {
  this.timeout(60_000);

  it('the reader of this test sees what Markdown makes of it', () => {
    for (const text of ['[a](command:x)', '![](x)', '<b>', '```\nx', '# a', '    x', '> a']) assert.ok(markup(text).length > 0, text);
    assert.deepEqual(markup(`**必错** [规则](${PAGES}a.md)\n\n- 甲\n\n---\n`), []);
  });

  it('in hovers and completions, at every place of texts full of it', async () => {
    const random = randomOf(11);
    const client = await TestClient.start({
      modern: true,
      files: { 'file:///w/other.txt': FAULTY.replace('临川市司法局关于', `${EVIL[0]}${EVIL[2]}关于`) },
      folders: ['file:///w'],
    });
    let hovers = 0;
    for (let run = 0; run < 24; run++) {
      const uri = `file:///w/${run}.gongwen`;
      let text = FAULTY;
      for (let n = 0; n < 14; n++) {
        const at = Math.floor(random() * text.length);
        const evil = EVIL[Math.floor(random() * EVIL.length)].replace(/\n/g, run % 3 === 0 ? '\n' : '');
        text = text.slice(0, at) + (random() < 0.3 ? anything(random) : evil) + text.slice(at);
      }
      await client.open(uri, text);
      const lines = text.split(/\r\n|[\r\n]/);
      const places = lines.flatMap((line, i) =>
        Array.from({ length: Math.ceil(line.length / 3) }, (_, n) => ({ line: i, character: n * 3 })),
      );
      const answers = await Promise.all(
        places.map((position) => client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position })),
      );
      for (const hover of answers) {
        if (!hover) continue;
        hovers++;
        const { kind, value } = hover.contents as MarkupContent;
        assert.equal(kind, 'markdown');
        assert.deepEqual(markup(value), [], value);
      }
      for (const position of places.filter((_, i) => i % 9 === 0)) {
        const items = await client.request<CompletionItem[] | null>('textDocument/completion', { textDocument: { uri }, position });
        for (const { documentation, label, command } of items ?? []) {
          assert.doesNotMatch(label, /[\r\n]/);
          assert.equal(command, undefined);
          if (typeof documentation === 'object') assert.deepEqual(markup(documentation.value), [], documentation.value);
        }
      }
      await client.close(uri);
    }
    assert.ok(hovers > 500, String(hovers));
    await client.stop();
  });

  /** A finding all of whose words come from a hostile hand. */
  const found = (evil: string): Found =>
    ({
      rule: 'figure/sum',
      severity: 'error',
      certainty: 'certain',
      message: evil,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      basis: [{ level: 'practice', title: evil, article: null, confirmed: false }],
      basisLines: [evil],
      related: [{ message: evil, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }],
      fixes: [{ title: evil, safe: false, edits: [] }],
      excerpt: { section: evil, before: evil, marked: evil, after: evil },
    }) as unknown as Found;
  const WORDS = [
    ...EVIL,
    '=HYPERLINK("http://x","y")',
    '+1+cmd|"/c calc"!A0',
    '-2+3',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '"=1',
    '::error file=x::y',
    '\n::set-output name=x::y',
    '%0A::error::x',
    '##[error]x',
    '\u001b[2J\u001b]0;x\u0007',
    '\u009b31m',
    '\u0000',
    ']]>',
    '--><b>',
    '\ud83d',
    'a,b,c',
  ];
  const context = (locale: 'zh-cn' | 'en'): FormatContext => ({ locale, colours: false, version: '1', today: '2026-01-20', rules });
  const totals = { files: 1, counts: { error: 1, warning: 0, info: 0, hint: 0 }, known: undefined, fixable: 0 };

  for (const evil of WORDS)
    it(`in every format: ${JSON.stringify(evil)}`, () => {
      for (const locale of ['zh-cn', 'en'] as const) {
        const checked = {
          path: `a${evil}.txt`,
          profile: 'official-document',
          kind: evil,
          title: evil,
          reportYear: 2025,
          encoding: 'utf-8',
          findings: [found(evil)],
        } as unknown as Checked;
        const print = (name: keyof typeof FORMATS): string => {
          const format = FORMATS[name];
          return format.whole([format.file(checked, context(locale))], totals as never, context(locale)).join('\n');
        };
        const text = print('text');
        assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/, 'nothing steers the terminal');
        for (const line of text.split('\n')) assert.doesNotMatch(line, /^\s*(?:::|##\[)/, 'nor the runner of a workflow');
        for (const line of print('github').split('\n'))
          assert.match(line, /^::error file=[^,:\n]+,line=1,endLine=1,col=1,endColumn=2,title=[^,:\n]+::[^\r\n]*$/);
        for (const cell of cells(print('csv').slice(1))) assert.doesNotMatch(cell, /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/, cell);
        JSON.parse(print('json'));
        JSON.parse(print('sarif'));
        parseXml(print('junit'));
        const html = parseXml(
          print('html')
            .replace('<!DOCTYPE html>', '')
            .replace(/<(meta [^>]*|br)>/g, '<$1/>'),
        );
        const names = new Set<string>();
        const walk = (e: ReturnType<typeof parseXml>): void => {
          names.add(e.name);
          assert.ok(!Object.keys(e.attributes).some((a) => /^on|^src$|^href$|^style$/.test(a)));
          e.children.forEach(walk);
        };
        walk(html);
        for (const name of ['script', 'img', 'b', 'a', 'iframe', 'object', 'form', 'link', 'base', 'svg'])
          assert.ok(!names.has(name), name);
        if (/^[\x20-\x7e]+$/.test(evil)) assert.ok(print('html').includes(escapeXml(evil)));
      }
    });

  it('a file’s name neither', async () => {
    const folder = new Folder();
    try {
      for (const name of [
        '=1+1.txt',
        '@a.txt',
        '-x.txt',
        '+y.txt',
        '::error::x.txt',
        '%0A::error::.txt',
        '<b>.txt',
        '\u001b[2J.txt',
        'a\nb.txt',
      ])
        folder.put(name, FAULTY);
      for (const format of ['text', 'github', 'csv', 'html', 'junit', 'sarif', 'json']) {
        const { out } = await run(['--format', format, '--today', '2026-01-20', folder.path]);
        assert.ok(!out.includes('\u001b'), format);
        if (format === 'html' || format === 'junit') assert.ok(!out.includes('<b>'), format);
        if (format === 'csv') for (const cell of cells(out.slice(1))) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
        if (format === 'github' || format === 'text') for (const line of out.split('\n')) assert.doesNotMatch(line, /^::error::/);
      }
    } finally {
      folder.remove();
    }
  });
});

/** The cells of a table in CSV (RFC 4180), whatever stands in them. */
function cells(text: string): string[] {
  return [...text.matchAll(/(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2]);
}
