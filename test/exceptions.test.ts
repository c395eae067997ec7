/** Exceptions: what is left out, until when, and what becomes of side files. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeBaseline } from '../server/baseline';
import { fingerprint } from '../server/core/fingerprint';
import { ExceptionFiles, readExemptions, readLexicon, readStamps } from '../server/exceptions';
import { MemoryHost } from '../server/host';
import { Service, type Report } from '../server/service';

const service = new Service({ today: '2026-01-20' });
const URI = 'file:///w/a.txt';
const SUM = '查处案件120件，其中食品类70件、药品类60件。';
const HEAD = '关于云河区执法监督工作情况的报告\n\n';

const open = (text: string): Report => service.open(URI, 'plaintext', 1, text, { rules: {}, profile: 'official-document' });
const ids = (report: Report) => report.findings().map((f) => f.rule.id);

async function excepted(host: MemoryHost, text: string): Promise<{ report: Report; used: (print: string) => boolean }> {
  const report = open(text);
  const exceptions = await new ExceptionFiles(host).of(URI);
  report.except(exceptions);
  report.findings();
  return { report, used: (print) => exceptions.isUsed(print) };
}

describe('exceptions', () => {
  const [finding] = open(HEAD + SUM).findings();
  const print = fingerprint(finding);

  it('an exemption moves with its sentence and ends when the sentence changes', async () => {
    const host = new MemoryHost();
    const files = new ExceptionFiles(host);
    assert.ok(await files.exempt(URI, { rule: finding.rule.id, fingerprint: print, reason: '合计含上年结转' }));
    assert.deepEqual(ids((await excepted(host, HEAD + SUM)).report), []);
    const moved = await excepted(host, `${HEAD}一、基本情况\n\n全年无重大事件。${SUM}\n`);
    assert.deepEqual(ids(moved.report), []);
    assert.ok(moved.used(print));
    const changed = await excepted(host, HEAD + SUM.replace('60件', '65件'));
    assert.deepEqual(ids(changed.report), ['figure/sum']);
    assert.ok(!changed.used(print));
  });

  it('an exemption holds in its own file alone', async () => {
    const host = new MemoryHost();
    await new ExceptionFiles(host).exempt(URI, { rule: finding.rule.id, fingerprint: print, reason: '-' });
    const other = open(HEAD + SUM);
    other.except(await new ExceptionFiles(host).of('file:///w/b.txt'));
    assert.deepEqual(ids(other), ['figure/sum']);
  });

  it('what is ignored for now comes back with the next start', async () => {
    const host = new MemoryHost();
    const files = new ExceptionFiles(host);
    files.ignore(URI, print);
    const report = open(HEAD + SUM);
    report.except(await files.of(URI));
    assert.deepEqual(ids(report), []);
    assert.deepEqual([...host.files.keys()], []);
    assert.deepEqual(ids((await excepted(host, HEAD + SUM)).report), ['figure/sum']);
  });

  it('a word of the office is left alone wherever it stands, and only it', async () => {
    const word = '截止';
    const text = `${HEAD}截止2025年12月底，办结案件120件。\n`;
    assert.deepEqual(ids(open(text + SUM)), ['date/cut-off', 'figure/sum']);
    const host = new MemoryHost();
    const files = new ExceptionFiles(host);
    assert.ok(await files.addWord(URI, word));
    assert.ok(await files.addWord(URI, word), 'once more changes nothing');
    assert.deepEqual(readLexicon(host.files.get('file:///w/.gongwen/lexicon.json')!).words, [word]);
    assert.deepEqual(ids((await excepted(host, text + SUM)).report), ['figure/sum']);
  });

  it('a baseline leaves out so many as it counts, the first ones', async () => {
    const twice = `${HEAD}${SUM}\n\n${SUM}\n`;
    const host = new MemoryHost({ 'file:///w/.gongwen/baseline.json': writeBaseline(new Map([['a.txt', new Map([[print, 1]])]])) });
    const { report } = await excepted(host, twice);
    assert.deepEqual(
      report.findings().map((f) => f.line),
      [4],
    );
  });

  it('a broken side file is said to be, has no effect and is never written over', async () => {
    const broken = '{"exceptions": [{"file": "a.txt"';
    const host = new MemoryHost({
      'file:///w/.gongwen/exceptions.json': broken,
      'file:///w/.gongwen/baseline.json': '{}',
      'file:///w/.gongwen/stamps.json': '[]',
    });
    const told = new Map<string, string[]>();
    const files = new ExceptionFiles(host, (uri, _text, problems) =>
      told.set(
        uri.slice(uri.lastIndexOf('/') + 1),
        problems.map((p) => p.message),
      ),
    );
    const report = open(HEAD + SUM);
    report.except(await files.of(URI));
    assert.deepEqual(ids(report), ['figure/sum']);
    assert.equal(await files.exempt(URI, { rule: finding.rule.id, fingerprint: print, reason: '-' }), false);
    assert.equal(await files.stamp(URI, { figure: '120件', fingerprint: 'x' }, true), false);
    assert.equal(host.files.get('file:///w/.gongwen/exceptions.json'), broken);
    await files.of(URI);
    await files.stamps(URI);
    assert.deepEqual(told.get('baseline.json'), ['baseline']);
    assert.deepEqual(told.get('stamps.json'), ['object']);
    assert.ok(told.get('exceptions.json')!.includes('json'));
  });

  it('keeps what a person wrote in a side file, and writes one change after the other', async () => {
    const uri = 'file:///w/.gongwen/lexicon.json';
    const host = new MemoryHost({ [uri]: '{\n  // 本局用语\n  "words": ["甲"],\n  "agencyCodes": []\n}\n' });
    const files = new ExceptionFiles(host);
    await Promise.all(['乙', '丙', '丁'].map((word) => files.addWord(URI, word)));
    assert.match(host.files.get(uri)!, /本局用语/);
    assert.deepEqual(readLexicon(host.files.get(uri)!), { words: ['甲', '乙', '丙', '丁'], problems: [] });
  });

  it('writes beside the settings that hold for the file', async () => {
    const host = new MemoryHost({ 'file:///.gongwen/config.json': '{}' });
    await new ExceptionFiles(host).addWord(URI, '甲');
    assert.ok(host.files.has('file:///.gongwen/lexicon.json'));
  });

  it('a stamp is taken back', async () => {
    const host = new MemoryHost();
    const files = new ExceptionFiles(host);
    await files.stamp(URI, { figure: '120件', fingerprint: 'x' }, true);
    await files.stamp(URI, { figure: '70件', fingerprint: 'x' }, true);
    await files.stamp(URI, { figure: '120件', fingerprint: 'x' }, false);
    assert.deepEqual([...(await files.stamps(URI))!], ['x 70件']);
  });

  it('reads anything', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((j) => `{"exceptions": ${j}, "words": ${j}, "stamps": ${j}}`),
    );
    fc.assert(
      fc.property(text, (t) => {
        readExemptions(t);
        readLexicon(t);
        readStamps(t);
        return true;
      }),
    );
    assert.ok(readExemptions('['.repeat(200_000)).problems.length > 0);
  });
});
