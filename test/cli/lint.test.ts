/** The command line: exit codes, the JSON contract, bad input. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lint } from '../../server/cli/lint';
import { TestClient } from '../support/client';
import { REPORT } from '../support/texts';

const FAULTY = REPORT.replace('现将我局', '根据《关于加强执法监督的通知》（临政办发[2025]12号），现将我局');

async function run(args: string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await lint(args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, env);
  return { code, out, err };
}

describe('gongwen lint', () => {
  let dir: string;
  const put = (name: string, text: string | Uint8Array) => {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), '稿件 (1) '));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('0 for a clean report, 1 for findings, 2 for wrong usage', async () => {
    assert.equal((await run([put('好.txt', REPORT), '--today', '2026-01-20'])).code, 0);
    assert.equal((await run([put('错.txt', FAULTY)])).code, 1);
    for (const args of [
      [],
      ['--format', 'xml', dir],
      ['--nosuch'],
      ['--profile', 'nosuch', dir],
      ['--today', '昨天', dir],
      ['--locale', 'fr', dir],
      [path.join(dir, 'nosuch.txt')],
    ]) {
      const { code, err, out } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.notEqual(err, '', `${args.join(' ')}: says what is wrong; ${out}`);
    }
  });

  it('prints the JSON of the contract', async () => {
    const file = put('错.txt', FAULTY.replace(/\n/g, '\r\n'));
    const { out } = await run(['--format', 'json', '--locale', 'zh-cn', file]);
    const json = JSON.parse(out);
    assert.equal(json.version, 1);
    assert.equal(json.files.length, 1);
    const [{ path: name, profile, reportYear, findings }] = json.files;
    assert.deepEqual([name, profile, reportYear], [file, 'fazhi-annual-report', 2025]);
    const found = findings.find((f: { rule: string }) => f.rule === 'document-number/malformed');
    assert.deepEqual(Object.keys(found), ['rule', 'severity', 'certainty', 'message', 'range', 'basis', 'related', 'fixes', 'fingerprint']);
    const line = FAULTY.split('\n')[3];
    assert.equal(line.slice(found.range.start.character, found.range.end.character), '临政办发[2025]12号');
    assert.equal(found.range.start.line, 3);
    assert.ok(found.fixes.length > 0 && found.fixes[0].safe === true);
    for (const b of found.basis)
      assert.ok(
        ['law', 'standard', 'practice'].includes(b.level) &&
          typeof b.confirmed === 'boolean' &&
          (b.article === null || typeof b.article === 'string'),
      );
  });

  it('lists files in the order given, each once, those without findings too; folders with their prefix', async () => {
    const b = put('二/b.txt', REPORT);
    const a = put('二/a.md', REPORT);
    put('二/x.bin', 'x');
    const { out } = await run(['--format', 'json', b, path.join(dir, '二'), b]);
    assert.deepEqual(
      JSON.parse(out).files.map((f: { path: string }) => f.path),
      [b, a],
    );
  });

  it('--profile forces the kind', async () => {
    const file = put('笔记.txt', '买菜。\n');
    assert.equal(JSON.parse((await run(['--format', 'json', file])).out).files[0].profile, null);
    const forced = JSON.parse((await run(['--format', 'json', '--profile', 'fazhi-annual-report', file])).out).files[0];
    assert.equal(forced.profile, 'fazhi-annual-report');
    assert.ok(forced.findings.length > 0);
  });

  it('says of a binary file that it is one, and goes on', async () => {
    const { code, err, out } = await run([
      '--format',
      'json',
      put('稿.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])),
      put('好.txt', REPORT),
    ]);
    assert.equal(code, 2);
    assert.match(err, /稿\.docx.*不是文本文件/);
    assert.equal(JSON.parse(out).files.length, 1);
  });

  it('reads a byte order mark as no part of the text', async () => {
    const { out } = await run([
      '--format',
      'json',
      put('错.txt', `\ufeff${FAULTY.slice(FAULTY.indexOf('　　'))}`),
      '--profile',
      'official-document',
    ]);
    const found = JSON.parse(out).files[0].findings.find((f: { rule: string }) => f.rule === 'document-number/malformed');
    assert.equal(found.range.start.line, 0);
    assert.equal(found.range.start.character, FAULTY.split('\n')[3].indexOf('临政办发'));
  });

  it('finds the settings up the tree, and says what is wrong in them', async () => {
    put('.gongwen/config.json', '{ "rules": { "document-number": "off", "figur": "off" } }');
    const { code, err } = await run([put('甲/乙/错.txt', FAULTY)]);
    assert.equal(code, 0);
    assert.match(err, /config\.json:1:.*figure/);
  });

  it('follows the locale of the environment', async () => {
    const file = put('好.txt', REPORT);
    assert.match((await run([file], { LANG: 'en_US.UTF-8' })).out, /errors: 0/);
    assert.match((await run([file], {})).out, /错误 0/);
    assert.match((await run(['--locale', 'zh-cn', file], { LC_ALL: 'en_GB' })).out, /错误 0/);
  });

  it('law: editor and command line say the same', async () => {
    for (const [name, text] of [
      ['错.gongwen', FAULTY],
      ['错.md', `# 临川市司法局关于2025年工作的报告\n\n${FAULTY}`],
      ['短.txt', '临政办发[2025]12号'],
    ] as const) {
      const file = put(name, text);
      const cli = JSON.parse((await run(['--format', 'json', '--today', '2026-01-20', file])).out).files[0].findings;
      const client = await TestClient.start();
      const uri = pathToFileURL(file).href;
      await client.open(uri, text, name.endsWith('.md') ? 'markdown' : name.endsWith('.txt') ? 'plaintext' : 'gongwen');
      const editor = (await client.pull(uri))!;
      await client.stop();
      assert.deepEqual(
        editor.map((d) => [d.code, d.message, d.range]),
        cli.map((f: { rule: string; message: string; range: unknown }) => [f.rule, f.message, f.range]),
      );
    }
  });
});
