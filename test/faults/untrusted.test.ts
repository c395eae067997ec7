/** A `.gongwen` folder from a hostile hand: whatever lies in it, the text is checked, soon, and nothing else happens. */
import assert from 'node:assert/strict';
import { readConfig } from '../../server/config';
import { parseJson } from '../../server/json';
import { readBaseline, writeBaseline } from '../../server/baseline';
import { readExemptions, readLexicon, readStamps, ExceptionFiles } from '../../server/exceptions';
import { fits } from '../../server/glob';
import { MemoryHost } from '../../server/host';
import { codesOf } from '../../server/lexicon-codes';
import { compilePattern, PatternError } from '../../server/core/pattern';
import { readOverlays } from '../../server/overlay';
import { ServerCommand, type EditResult } from '../../server/lsp/protocol';
import { profiles } from '../../server/profiles';
import { Service } from '../../server/service';
import { TestClient } from '../support/client';
import { FAULTY } from '../cli/support';

const KNOWN = { rules: ['figure/sum'], profiles: ['official-document'] };
const DEEP = [100, 1_000, 5_000, 10_000, 30_000, 100_000].flatMap((n) => [
  '['.repeat(n),
  '['.repeat(n) + ']'.repeat(n),
  '{"a":'.repeat(n),
  `${'{"rules":'.repeat(n)}1${'}'.repeat(n)}`,
  `{"agencyCodes":${'['.repeat(n)}${']'.repeat(n)}}`,
  `{"version":1,"files":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}`,
]);
const HOSTILE = [
  ...DEEP,
  '',
  ' ',
  'null',
  '0',
  '"',
  '\ud83d',
  '\ufeff\ufeff{}',
  '{"__proto__":{"rules":{"figure/sum":"off"},"words":["甲"],"agencyCodes":[],"exceptions":[]}}',
  '{"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":1,"__defineGetter__":1}',
  '{"rules":{"__proto__":"off","constructor":"off","toString":"off","figure/sum":1e999}}',
  '{"rules":null,"fixes":null,"profile":null,"files":null}',
  '{"files":{"include":["/**","../../**","\\u0000"],"exclude":[null,1,{}]}}',
  '{"version":1e308,"files":{"a":{"b":1e308}}}',
  '{"version":1,"files":{"__proto__":{"x":1},"../../../etc/passwd":{"y":9007199254740993}}}',
  '{"exceptions":[null,[],{"file":"__proto__","rule":"constructor","fingerprint":"toString","reason":"x"}]}',
  `{"words":[${'"甲",'.repeat(20_000)}"乙"]}`,
  `{"words":["${'长'.repeat(500_000)}"]}`,
  `{"${'k'.repeat(500_000)}":1}`,
  `{"rules":{${'"figure/sum":"off",'.repeat(20_000)}}}`,
  'PK\u0003\u0004\u0000\u0000',
  'm\u0000{\u0000"\u0000a\u0000"\u0000',
];
/** Far more than any machine needs, and far less than what hangs. */
const SOON = 10_000;

/** Whether something is done within the time; says what was not. */
function soon<T>(what: string, work: () => T): T {
  const from = performance.now();
  const done = work();
  assert.ok(performance.now() - from < SOON, what);
  return done;
}

describe('a hostile .gongwen folder', function () {
  this.timeout(60_000);
  afterEach(() => {
    for (const name of ['polluted', 'rules', 'words', 'off', 'x']) assert.equal(({} as Record<string, unknown>)[name], undefined, name);
  });

  it('every reader takes every text', () => {
    for (const text of HOSTILE)
      soon(text.slice(0, 60), () => {
        parseJson(text);
        const { settings } = readConfig(text, KNOWN);
        for (const name of Object.keys(settings.rules)) assert.equal(name, 'figure/sum');
        for (const list of [readExemptions(text).items, readStamps(text).items, readLexicon(text).words, codesOf(text)])
          assert.ok(Array.isArray(list));
        const baseline = readBaseline(text);
        if (baseline) assert.ok(writeBaseline(baseline).length < text.length * 3 + 200);
        assert.ok(readOverlays(profiles, [{ uri: 'file:///w/.gongwen/profiles/a.json', text }]).profiles.length >= profiles.length);
      });
  });

  it('a file of 50 MB is said to be too large, at once', () => {
    const text = `{"rules":{${'"figure/sum": "off", '.repeat(2_500_000)}}}`;
    assert.ok(text.length > 50_000_000);
    soon('50 MB', () => {
      assert.deepEqual(
        readConfig(text, KNOWN).problems.map((p) => p.args.code),
        ['TooLarge'],
      );
      assert.deepEqual(
        readExemptions(text).problems.map((p) => p.args.code),
        ['TooLarge'],
      );
    });
  });

  it('what a profile extends is a name, not a path', () => {
    const bad = [
      '../../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'https://example.com/a.json',
      '..\\..\\a',
      '__proto__',
      'constructor',
      '',
      '\u0000',
    ];
    for (const base of bad) {
      const text = JSON.stringify({ id: 'x', extends: base, name: { 'zh-cn': '甲', en: 'A' } });
      const { profiles: known, problems } = readOverlays(profiles, [{ uri: 'file:///w/.gongwen/profiles/x.json', text }]);
      assert.equal(known, profiles, base);
      assert.ok(problems.get('file:///w/.gongwen/profiles/x.json')!.length > 0, base);
    }
  });

  it('reads nothing outside the folders of the file, whatever the side files name', async () => {
    const asked: string[] = [];
    class Watching extends MemoryHost {
      override read(uri: string): Promise<string | null> {
        asked.push(uri);
        return super.read(uri);
      }
      override list(uri: string) {
        asked.push(uri);
        return super.list(uri);
      }
    }
    const host = new Watching({
      'file:///w/.gongwen/config.json':
        '{"profile":"../../x","files":{"include":["../../../**"]},"extends":"file:///etc/passwd","$schema":"https://example.com/x.json"}',
      'file:///w/.gongwen/profiles/a.json': '{"id":"a","extends":"../../../../etc/passwd"}',
      'file:///w/.gongwen/exceptions.json': '{"exceptions":[{"file":"../../etc/passwd","rule":"x","fingerprint":"y","reason":"z"}]}',
    });
    await new ExceptionFiles(host).of('file:///w/甲/a.txt');
    const { Resolver } = await import('../../server/config');
    await new Resolver(host, KNOWN).resolve('file:///w/甲/a.txt', { rules: {} });
    assert.ok(asked.length > 0);
    for (const uri of asked) assert.match(uri, /^file:\/\/(?:\/w(?:\/甲)?)?\/\.gongwen(?:\/[\w-]+(?:\.json)?(?:\/[\w-]+\.json)?)?$/);
  });

  it('patterns of people are matched in a time that grows with the text and no faster', () => {
    const text = '存在不足和问题'.repeat(10_000);
    for (const source of [
      '存在…不足…问题…存在…不足',
      Array.from({ length: 200 }, (_, i) => `存在${i}`).join('|'),
      '(存|在|不|足)(存|在|不|足)(存|在|不|足)(存|在|不|足)',
      '存…在…不…足…和…问…题…存…在…不',
      '^存在…不足$',
      '…',
      '((((',
      '存'.repeat(2_000),
      '(a|)'.repeat(12),
    ])
      soon(source.slice(0, 40), () => {
        try {
          const pattern = compilePattern([source]);
          for (const body of [text, '存在'.repeat(30_000), '存'.repeat(60_000)]) pattern.find(body);
        } catch (error) {
          assert.ok(error instanceof PatternError, String(error));
        }
      });
    for (const glob of [
      '*'.repeat(5_000),
      '**/'.repeat(3_000),
      '{a,b}'.repeat(500),
      '{'.repeat(5_000),
      '?*'.repeat(3_000) + 'x',
      '{,,,,}'.repeat(200),
    ])
      soon(glob.slice(0, 20), () => {
        for (const path of ['a'.repeat(3_000), 'a/'.repeat(1_000), '']) fits(path, glob);
      });
  });

  it('words of an office cost no more than there are of them', () => {
    const host = new MemoryHost({
      'file:///w/.gongwen/lexicon.json': JSON.stringify({ words: Array.from({ length: 20_000 }, (_, i) => `词${i}`) }),
    });
    const text = FAULTY + '查处案件120件,其中食品类70件;药品类60件.\n'.repeat(300);
    return new ExceptionFiles(host).of('file:///w/a.gongwen').then((exceptions) => {
      const report = new Service({ today: '2026-01-20' }).open('file:///w/a.gongwen', 'gongwen', 1, text);
      report.except(exceptions);
      assert.ok(soon('20,000 words', () => report.findings()).length > 0);
    });
  });

  it('an editor that opens such a folder gets its diagnostics', async () => {
    const names = ['config', 'exceptions', 'lexicon', 'stamps', 'baseline', 'profiles/a', 'profiles/b'];
    for (const text of [
      HOSTILE[1],
      DEEP.at(-1)!,
      '{"__proto__":{"rules":{"figure/sum":"off"}}}',
      '\ufffd\u0000',
      '{"rules":{"figure/sum":"off"}',
    ]) {
      const client = await TestClient.start({
        files: Object.fromEntries(names.map((name) => [`file:///w/.gongwen/${name}.json`, text])),
      });
      await client.open('file:///w/a.gongwen', FAULTY);
      const found = await client.pull('file:///w/a.gongwen');
      // A broken file is read as far as it goes: the last one did switch the rule off.
      assert.ok(
        found!.some((d) => d.code === 'document-number/malformed'),
        text.slice(0, 30),
      );
      assert.equal(
        found!.some((d) => d.code === 'figure/sum'),
        !text.startsWith('{"rules"'),
      );
      assert.ok(client.pushed.get('file:///w/.gongwen/config.json')!.length > 0, 'and it is said');
      // Nothing is written over it.
      const uri = 'file:///w/a.gongwen';
      if (!text.startsWith('{"__proto__"')) {
        assert.equal((await client.execute<EditResult>(ServerCommand.addWord, uri, '釆取')).applied, false);
        assert.equal((await client.execute<EditResult>(ServerCommand.setLevel, uri, 'figure/sum', 'off')).applied, false);
      }
      for (const name of names) assert.equal(client.host.files.get(`file:///w/.gongwen/${name}.json`), text);
      await client.stop();
    }
  });
});
