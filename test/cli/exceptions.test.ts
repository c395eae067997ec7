/** Exceptions on the command line: what the editor leaves out is left out here. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from '../../server/core/fingerprint';
import { ExceptionFiles } from '../../server/exceptions';
import { NodeHost } from '../../server/node/host';
import { Service } from '../../server/service';
import { run } from './support';

const TEXT = '关于云河区执法监督工作情况的报告\n\n云河区人民政府：\n查处案件120件，其中食品类70件、药品类60件。\n';

describe('exceptions on the command line', () => {
  let folder: string;
  let file: string;
  let uri: string;
  let files: ExceptionFiles;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '公文 (例外) '));
    file = path.join(folder, '稿.txt');
    writeFileSync(file, TEXT);
    uri = pathToFileURL(file).href;
    files = new ExceptionFiles(new NodeHost());
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = async () => {
    const { code, out, err } = await run(['--format', 'json', '--today', '2026-01-20', file]);
    const { findings } = (JSON.parse(out) as { files: { findings: { rule: string }[] }[] }).files[0];
    return { code, rules: findings.map((f) => f.rule), err };
  };
  const exempt = () => {
    const [finding] = new Service({ today: '2026-01-20' }).open(uri, 'plaintext', 1, TEXT).findings();
    return files.exempt(uri, { rule: finding.rule.id, fingerprint: fingerprint(finding), reason: '合计含上年结转' });
  };

  it('an exemption made in the editor holds, until the sentence changes; then that is said', async () => {
    assert.deepEqual(await check(), { code: 1, rules: ['figure/sum'], err: '' });
    assert.ok(await exempt());
    assert.deepEqual(await check(), { code: 0, rules: [], err: '' });
    writeFileSync(file, TEXT.replace('60件', '65件'));
    const { code, rules, err } = await check();
    assert.deepEqual([code, rules], [1, ['figure/sum']]);
    assert.match(err, /exceptions\.json:\d+:\d/);
    assert.match(err, /不起作用/);
  });

  it('words of the office are left alone', async () => {
    assert.ok(await files.addWord(uri, '查处案件120件，其中食品类70件、药品类60件'));
    assert.deepEqual((await check()).rules, []);
  });

  it('a broken side file is said to be, and is left as it is', async () => {
    const side = path.join(folder, '.gongwen', 'exceptions.json');
    mkdirSync(path.dirname(side));
    writeFileSync(side, '{ "exceptions": [');
    const { rules, err } = await check();
    assert.deepEqual(rules, ['figure/sum']);
    assert.match(err, /exceptions\.json:1:/);
    assert.equal(await exempt(), false);
    assert.equal(readFileSync(side, 'utf8'), '{ "exceptions": [');
  });
});
