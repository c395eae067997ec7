/** The server for assistants, as its bundle, with the official client. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { build, type BuildOptions } from 'esbuild';
import { rules } from '../../server/rules';
import { REPORT } from '../support/texts';
import { FAULTY, run } from '../cli/support';

const home = path.resolve('.cache/test-mcp', String(process.pid));

describe('gongwen mcp', function () {
  this.timeout(60_000);
  const client = new Client({ name: 'test', version: '1' });
  const folder = mkdtempSync(path.join(tmpdir(), '稿件 (1) '));

  before(async () => {
    const { bundles } = (await import(pathToFileURL(path.resolve('esbuild.mjs')).href)) as { bundles: BuildOptions[] };
    for (const name of ['dist/cli.js', 'dist/mcp.js'])
      await build({ ...bundles.find((b) => b.outfile === name), sourcemap: false, outfile: path.join(home, name) });
    // Through the command line: that is how it is started.
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [path.join(home, 'dist/cli.js'), 'mcp'], cwd: folder }),
    );
  });
  after(async () => {
    await client.close();
    rmSync(home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = (await client.callTool({ name, arguments: args })) as unknown as {
      content: [{ text: string }];
      isError?: boolean;
    };
    return { text: content[0].text, json: isError ? null : JSON.parse(content[0].text), isError: isError === true };
  };

  it('names its tools', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map((t) => t.name),
      ['check_report', 'list_figures', 'explain_rule', 'compare_facts'],
    );
    for (const tool of tools) assert.ok(tool.description!.length > 40 && tool.annotations?.readOnlyHint === true);
  });

  it('check_report says what the command line says, of a text and of a file', async () => {
    const file = path.join(folder, '稿.txt');
    writeFileSync(file, FAULTY);
    const wanted = JSON.parse((await run(['--format', 'json', file])).out).files[0].findings;
    assert.ok(wanted.length > 1);
    assert.deepEqual((await call('check_report', { path: file })).json.findings, wanted);
    assert.deepEqual((await call('check_report', { text: FAULTY })).json.findings, wanted);
    assert.equal((await call('check_report', { text: '买菜。' })).json.profile, null);
    assert.match((await call('check_report', { text: FAULTY, locale: 'en' })).json.findings[0].message, /[a-z]{4}/);
  });

  it('list_figures gives the ledger', async () => {
    const { figures } = (await call('list_figures', { text: FAULTY })).json;
    const cases = figures.find((f: { value: string }) => f.value === '120');
    assert.deepEqual([cases.unit, cases.line, cases.state], ['件', 6, '不符']);
  });

  it('explain_rule explains one, lists all, and helps with a mistyped one', async () => {
    const { what, basis } = (await call('explain_rule', { rule: 'figure/sum' })).json;
    assert.ok(what.length > 5 && basis.length > 0);
    assert.equal((await call('explain_rule', {})).json.rules.length, rules.length);
    const wrong = await call('explain_rule', { rule: 'figure/sun' });
    assert.ok(wrong.isError && wrong.text.includes('figure/sum'));
  });

  it('compare_facts shows what a rewriting changed', async () => {
    const { same, changes } = (
      await call('compare_facts', {
        before: REPORT,
        after: REPORT.replace('查处案件120件', '办结案件125件').replace('加强组织领导', '强化组织领导'),
      })
    ).json;
    assert.equal(same, false);
    assert.deepEqual(
      changes
        .map((c: { change: string; before?: { value: string }; after?: { value: string } }) => [c.change, c.before?.value, c.after?.value])
        .flat()
        .filter((v: string) => /12[05]/.test(v)),
      ['120件', '125件'],
    );
    assert.deepEqual((await call('compare_facts', { before: REPORT, after: REPORT.replace('加强组织领导', '强化组织领导') })).json, {
      same: true,
      changes: [],
    });
  });

  it('says what is wrong with a question', async () => {
    for (const [name, args] of [
      ['check_report', {}],
      ['check_report', { text: 'x', path: 'y' }],
      ['check_report', { path: path.join(folder, 'nosuch.txt') }],
      ['check_report', { path: '-' }],
      ['check_report', { text: 'x', profile: 'nosuch' }],
      ['list_figures', { path: folder }],
      ['compare_facts', { before: 'x' }],
      ['nosuch', {}],
    ] as const) {
      const { isError, text } = await call(name, args);
      assert.ok(isError && text.length > 10, `${name} ${JSON.stringify(args)}`);
    }
  });
});
