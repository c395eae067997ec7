/** What each format prints, held against what reads it. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { escapeXml } from '../../server/cli/format/xml';
import { rules } from '../../server/rules';
import { textArb, REPORT } from '../support/texts';
import { sarifFaults } from './sarif';
import { parseXml, type Element } from './xml';
import { FAULTY, Folder, run } from './support';

const DAY = ['--today', '2026-01-20'];

/** What a table must not believe and a page must not run. */
const EVIL = FAULTY.replace('（一）加强组织领导。', '（一）<script>alert("x")</script>&amp;加强组织领导。').replace(
  '全年召开',
  '=HYPERLINK("http://x")全年召开',
);

describe('gongwen lint --format', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it('sarif fits the schema and points at the text', async () => {
    const file = folder.put('错 误/报告#1.txt', FAULTY.replace(/\n/g, '\r\n'));
    const { out, code } = await run(['--format', 'sarif', ...DAY, file, folder.put('好.md', REPORT)]);
    assert.equal(code, 1);
    const log = JSON.parse(out);
    assert.deepEqual(sarifFaults(log), []);
    const [{ tool, results }] = log.runs;
    assert.equal(tool.driver.rules.length, rules.length);
    assert.equal(tool.driver.semanticVersion, '1.2.3');
    const found = results.find((r: { ruleId: string }) => r.ruleId === 'document-number/malformed');
    assert.equal(tool.driver.rules[found.ruleIndex].id, found.ruleId);
    const { artifactLocation, region } = found.locations[0].physicalLocation;
    assert.equal(fileURLToPath(artifactLocation.uri), file);
    assert.equal(FAULTY.split('\n')[region.startLine - 1].slice(region.startColumn - 1, region.endColumn - 1), '临政办发[2025]12号');
    assert.equal(found.fixes[0].artifactChanges[0].replacements.length > 0, true);
    assert.match(found.partialFingerprints['gongwen/v1'], /^document-number\/malformed:[0-9a-f]{14}$/);
    assert.equal('baselineState' in found, false);
  });

  it('sarif fits it in every language, with a baseline, mended, and where there is nothing', async () => {
    const file = folder.put('错.txt', EVIL);
    const faultsOf = async (...args: string[]) => sarifFaults(JSON.parse((await run(['--format', 'sarif', ...DAY, ...args])).out));
    assert.deepEqual(await faultsOf('--locale', 'en', file, folder.put('信.txt', '买菜。\n')), []);
    await run(['--write-baseline', '--baseline', `${folder.path}/b.json`, ...DAY, file]);
    assert.deepEqual(await faultsOf('--baseline', `${folder.path}/b.json`, file), []);
    assert.deepEqual(await faultsOf('--shard', '2/2', file), []);
    assert.deepEqual(await faultsOf('examples'), []);
    assert.deepEqual(await faultsOf('--fix', file), []);
    // The schema is there, and strict.
    assert.equal(sarifFaults({ version: '2.1.0' }).length, 1);
    assert.equal(sarifFaults({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', nosuch: 1 } } }] }).length, 1);
    const region = { artifactLocation: { uri: 'a' }, region: {} };
    const result = { message: { text: 'x' }, locations: [{ physicalLocation: region }] };
    assert.ok(sarifFaults({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [result] }] }).length > 0);
  });

  it('sarif names files in the working folder from there', async () => {
    const { out } = await run(['--format', 'sarif', ...DAY, 'examples/年度报告-有误.txt']);
    const uris = new Set(
      JSON.parse(out).runs[0].results.map(
        (r: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
          r.locations[0].physicalLocation.artifactLocation.uri,
      ),
    );
    assert.deepEqual(
      [...uris].map((u) => decodeURI(u as string)),
      ['examples/年度报告-有误.txt'],
    );
  });

  it('sarif and json of nothing are whole', async () => {
    const file = folder.put('好.txt', REPORT);
    assert.deepEqual(JSON.parse((await run(['--format', 'sarif', ...DAY, file])).out).runs[0].results, []);
    assert.deepEqual(JSON.parse((await run(['--format', 'json', ...DAY, file])).out).files[0].findings, []);
    assert.deepEqual(JSON.parse((await run(['--format', 'json', '--shard', '2/2', file])).out), { version: 1, files: [] });
  });

  it('junit fits the schema of those who read it', async () => {
    const { out, code } = await run([
      '--format',
      'junit',
      ...DAY,
      folder.put('错.txt', EVIL),
      folder.put('好.txt', REPORT),
      folder.put('信.txt', '买菜。\n'),
    ]);
    assert.equal(code, 1);
    const root = parseXml(out);
    assert.deepEqual(junitFaults(root), []);
    const [wrong, right] = root.children;
    assert.equal(Number(wrong.attributes.tests), wrong.children.length);
    const failures = wrong.children.filter((c) => c.children.some((f) => f.name === 'failure'));
    assert.equal(failures.length, Number(wrong.attributes.failures));
    assert.ok(failures.length >= 2);
    assert.equal(root.attributes.failures, wrong.attributes.failures);
    assert.deepEqual([right.attributes.tests, right.attributes.failures], ['1', '0']);
    assert.ok(wrong.children.every((c) => c.attributes.classname.endsWith('错.txt')));
  });

  it('escaped text is read as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(textArb(6), fc.string({ unit: 'binary' })), (text) => {
        const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        const plain = text
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
        assert.equal(root.attributes.b, plain);
        assert.equal(root.text, plain);
      }),
    );
  });

  it('github writes workflow commands that its runner reads', async () => {
    const { out } = await run(['--format', 'github', ...DAY, folder.put('错,1:%.txt', FAULTY)]);
    const lines = out.trimEnd().split('\n');
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^,:\n]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^,:\n]+::[^\r\n]+$/,
      );
    const found = lines.find((line) => line.includes('document-number/malformed'))!;
    assert.match(found, /错%2C1%3A%25\.txt,line=4,endLine=4,col=\d+/);
    assert.equal((await run(['--format', 'github', ...DAY, folder.put('好.txt', REPORT)])).out, '');
  });

  it('html is one page without a script, and shows text as text', async () => {
    for (const locale of ['zh-cn', 'en']) {
      const { out } = await run([
        '--format',
        'html',
        '--locale',
        locale,
        ...DAY,
        folder.put('错<b>.txt', EVIL),
        folder.put('好.txt', REPORT),
        folder.put('信.txt', '买菜。\n'),
      ]);
      const root = parseXml(out.replace('<!DOCTYPE html>', '').replace(/<(meta [^>]*|br)>/g, '<$1/>'));
      const names = new Set([...elements(root)].map((e) => e.name));
      for (const name of ['script', 'img', 'link', 'iframe', 'a', 'b', 'form']) assert.ok(!names.has(name), name);
      assert.ok(![...elements(root)].some((e) => Object.keys(e.attributes).some((a) => a.startsWith('on') || a === 'src' || a === 'href')));
      assert.ok(out.includes('&lt;script&gt;') || !out.includes('alert'));
      assert.match(out, /<title>(?:校核意见表|Review sheet)<\/title>/);
      const tables = [...elements(root)].filter((e) => e.name === 'table');
      assert.equal(tables.length, 1);
      for (const row of [...elements(tables[0])].filter((e) => e.name === 'tr')) assert.equal(row.children.length, 6);
      assert.ok(
        locale === 'en'
          ? !out.includes('采纳')
          : out.includes('☐ 采纳') && out.includes('☐ 不采纳') && out.includes('未识别为公文') && out.includes('未发现问题'),
      );
      assert.match(out, /<u>临政办发\[2025\]12号<\/u>/);
    }
  });

  it('csv opens in a spreadsheet: byte order mark, CRLF, quotes, and no formula', async () => {
    const name = '=1+1,"x".txt';
    folder.put(name, EVIL);
    const cwd = process.cwd();
    process.chdir(folder.path);
    try {
      const { out } = await run(['--format', 'csv', ...DAY, name]);
      assert.equal(out[0], '\ufeff');
      const rows = parseCsv(out.slice(1));
      assert.ok(rows.length > 2);
      for (const row of rows) assert.equal(row.length, 12);
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[\s]*[=+\-@＝＋－＠]/);
      assert.equal(rows[1][0], `'${name}`);
      const found = rows.find((row) => row[9] === 'figure/sum')!;
      assert.equal(found[4], '查处案件120件，其中食品类75件、药品类50件。');
      assert.match(found[3], /^（二）规范执法行为/);
    } finally {
      process.chdir(cwd);
    }
  });

  it('text cannot steer the terminal, and is coloured only there', async () => {
    const file = folder.put('\u001b[31m错.txt', FAULTY);
    const { out } = await run([...DAY, file]);
    assert.ok(!out.includes('\u001b'));
    assert.ok(out.includes('\\x1b[31m错.txt:4:'));
    assert.match(out, /其中 1 处可用 --fix 自动修正/);
  });
});

function* elements(root: Element): Generator<Element> {
  yield root;
  for (const child of root.children) yield* elements(child);
}

/**
 * What Jenkins demands of a JUnit report (junit-10 of its xUnit plugin): elements, their attributes and what they hold, as far
 * as they are written here. What it lets through beyond that is a fault.
 */
const JUNIT: Readonly<Record<string, { must: string[]; may: string[]; holds: string[] }>> = {
  testsuites: { must: [], may: ['name', 'time', 'tests', 'failures', 'errors'], holds: ['testsuite'] },
  testsuite: {
    must: ['name', 'tests', 'failures', 'errors'],
    may: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    holds: ['testsuite', 'testcase', 'system-out', 'system-err'],
  },
  testcase: { must: ['name'], may: ['time', 'classname', 'group'], holds: ['skipped', 'error', 'failure', 'system-out', 'system-err'] },
  failure: { must: [], may: ['type', 'message'], holds: [] },
  'system-out': { must: [], may: [], holds: [] },
};

function junitFaults(root: Element): string[] {
  if (root.name !== 'testsuites') return [`the root is ${root.name}`];
  return [...elements(root)].flatMap(({ name, attributes, children }) => {
    const rule = JUNIT[name];
    if (!rule) return [`no element ${name}`];
    const keys = Object.keys(attributes);
    return [
      ...rule.must.filter((key) => !keys.includes(key)).map((key) => `${name} lacks ${key}`),
      ...keys.filter((key) => !rule.must.includes(key) && !rule.may.includes(key)).map((key) => `${name} has unknown ${key}`),
      ...children.filter((child) => !rule.holds.includes(child.name)).map((child) => `${name} holds ${child.name}`),
      ...['tests', 'failures', 'errors', 'skipped', 'time']
        .filter((key) => key in attributes && !/^\d+$/.test(attributes[key]))
        .map((key) => `${name}: ${key} is no number`),
    ];
  });
}

/** RFC 4180, strictly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const m = cell.exec(text);
    assert.ok(m, `no CSV at ${JSON.stringify(text.slice(cell.lastIndex, cell.lastIndex + 40))}`);
    row.push(m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'));
    if (m[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
