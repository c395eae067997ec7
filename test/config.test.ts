/** Settings files, whatever stands in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readConfig, Resolver, withLevel, withProfile } from '../server/config';
import { LEVELS, NO_SETTINGS } from '../server/core/settings';
import { ExceptionFiles } from '../server/exceptions';
import { MemoryHost } from '../server/host';
import { rules } from '../server/rules';
import { faults } from './support/json-schema';

const KNOWN = { rules: ['figure/sum', 'heading/sequence'], profiles: ['official-document'] };
const read = (text: string) => readConfig(text, KNOWN);
const messages = (text: string) => read(text).problems.map((p) => [p.message, text.slice(p.from, p.to)]);

describe('settings file', () => {
  it('is read with comments and commas too many', () => {
    const { settings, problems } = read(
      '{ // 本局\n "rules": { "figure": "hint", "figure/sum": "off", }, "files": { "exclude": ["归档/**"] }, }',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { rules: { figure: 'hint', 'figure/sum': 'off' }, files: { include: [], exclude: ['归档/**'] } });
  });

  it('says what is wrong at its place, and the rest counts', () => {
    assert.deepEqual(messages('{"rule": {}, "rules": {"figure/sun": "off", "figure": "loud", "heading": 3}}'), [
      ['unknownKeyMeant', '"rule"'],
      ['unknownRuleMeant', '"figure/sun"'],
      ['level', '"loud"'],
      ['level', '3'],
    ]);
    assert.deepEqual(messages('{"profile": "offical-document", "files": ["a"]}'), [
      ['profile', '"offical-document"'],
      ['object', '["a"]'],
    ]);
    assert.deepEqual(messages('{"files": {"exclude": "a", "includes": []}}'), [
      ['unknownKeyMeant', '"includes"'],
      ['list', '"a"'],
    ]);
    assert.deepEqual(messages('[]'), [['object', '[]']]);
    assert.deepEqual(read('{"rules": {"figure": "hint"').settings.rules, { figure: 'hint' });
    assert.deepEqual(messages('{"profile": "auto", "profile": "auto"}'), [['twice', '"profile"']]);
  });

  it('says of fixes whether they may be applied together, by rule or by family', () => {
    assert.deepEqual(read('{"fixes": {"heading": false, "figure/sum": true}}').settings.fixes, { heading: false, 'figure/sum': true });
    assert.deepEqual(messages('{"fixes": {"heading": "off", "figur": false, "heading/sequense": false}}'), [
      ['unknownRuleMeant', '"figur"'],
      ['unknownRuleMeant', '"heading/sequense"'],
      ['together', '"off"'],
    ]);
    assert.deepEqual(messages('{"fixes": false}'), [['object', 'false']]);
  });

  it('is safe against deep nesting, huge numbers and names of prototypes', () => {
    assert.equal(read('['.repeat(200_000)).problems.length > 0, true);
    assert.equal(read(`{"rules": ${'{"a":'.repeat(50_000)}`).problems.length > 0, true);
    assert.deepEqual(messages('{"rules": {"figure": 1e999}}'), [['level', '1e999']]);
    const { settings } = read('{"__proto__": {"polluted": true}, "rules": {"__proto__": "off", "constructor": "off", "toString": "off"}}');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.deepEqual(Object.keys(settings.rules), []);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.constantFrom('{', '}', '[', ']', '"rules"', ':', ',', '"figure"', '"off"', '1', '//', '\n')).map((a) => a.join('')),
        ),
        (text) => (read(text), true),
      ),
    );
  });

  it('is changed with its comments and its order kept, and never when it is broken', () => {
    const text = '{\n  // 只报能证明的\n  "rules": {\n    "heading": "off" // 另有规定\n  },\n  "profile": "official-document"\n}\n';
    const changed = withLevel(text, NO_SETTINGS, 'figure/sum', 'hint')!;
    assert.match(changed, /只报能证明的/);
    assert.match(changed, /另有规定/);
    assert.deepEqual(read(changed).settings, { rules: { heading: 'off', 'figure/sum': 'hint' }, profile: 'official-document' });
    assert.equal(withLevel('{"rules": ', NO_SETTINGS, 'figure/sum', 'hint'), null);
    assert.equal(withLevel('{"rules": []}', NO_SETTINGS, 'figure/sum', 'hint'), null);
  });

  it('gets a kind, and loses it again', () => {
    const made = withProfile(null, { rules: { heading: 'off' } }, 'official-document')!;
    assert.deepEqual(read(made).settings, { rules: { heading: 'off' }, profile: 'official-document' });
    assert.deepEqual(read(withProfile(made, NO_SETTINGS, null)!).settings, { rules: { heading: 'off' } });
    assert.equal(withProfile('{"rules": {', NO_SETTINGS, 'official-document'), null);
  });

  it('takes what held so far into a new one', () => {
    const made = withLevel(null, { rules: { heading: 'off' }, fixes: { heading: false } }, 'figure/sum', 'hint')!;
    assert.deepEqual(read(made).settings, { rules: { heading: 'off', 'figure/sum': 'hint' }, fixes: { heading: false } });
  });
});

describe('schemas', () => {
  const schema = (
    name: string,
  ): { properties: Record<string, { properties: Record<string, unknown> }>; definitions: { level: { enum: string[] } } } =>
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as never;

  it('of the settings names what the reader knows, and nothing else', () => {
    const { properties, definitions } = schema('config');
    for (const key of Object.keys(properties))
      assert.deepEqual(
        messages(JSON.stringify({ [key]: null })).filter(([m]) => m.startsWith('unknown')),
        [],
        key,
      );
    for (const key of ['$schema', 'rules', 'fixes', 'profile', 'files']) assert.ok(key in properties, key);
    assert.deepEqual(Object.keys(properties.files.properties), ['include', 'exclude']);
    assert.deepEqual([...definitions.level.enum].sort(), [...LEVELS].sort());
    const families = new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))));
    for (const family of families) assert.ok(family in properties.rules.properties && family in properties.fixes.properties, family);
  });

  it('of the side files take what the tool writes', async () => {
    const host = new MemoryHost();
    const files = new ExceptionFiles(host);
    const uri = 'file:///w/a.txt';
    await files.exempt(uri, { rule: 'figure/sum', fingerprint: 'x', reason: '-', sentence: '-', date: '2026-01-20' });
    await files.addWord(uri, '甲');
    await files.stamp(uri, { figure: '1件', fingerprint: 'x', date: '2026-01-20' }, true);
    for (const name of ['exceptions', 'lexicon', 'stamps'])
      assert.deepEqual(faults(schema(name), JSON.parse(host.files.get(`file:///w/.gongwen/${name}.json`)!)), [], name);
  });
});

describe('side files that change while they are being read', () => {
  /** Holds each reading of a settings file back until it is let go. */
  class SlowHost extends MemoryHost {
    readonly waiting: (() => void)[] = [];
    override async read(uri: string): Promise<string | null> {
      const text = await super.read(uri);
      if (uri.endsWith('config.json')) await new Promise<void>((go) => this.waiting.push(go));
      return text;
    }
    /** Lets readings go until a promise has settled. */
    async until<T>(wanted: Promise<T>): Promise<T> {
      let done = false;
      const end = wanted.finally(() => (done = true));
      while (!done) {
        this.waiting.shift()?.();
        await Promise.resolve();
      }
      return end;
    }
  }
  const CONFIG = 'file:///w/.gongwen/config.json';
  const FILE = 'file:///w/报告.txt';

  it('count as they are now, and what they said before is not told', async () => {
    const host = new SlowHost({ [CONFIG]: '{"rules": {"figure": "loud"}}' });
    const told: string[] = [];
    const resolver = new Resolver(host, KNOWN, (_uri, text) => told.push(text));
    const early = resolver.resolve(FILE, NO_SETTINGS);
    while (host.waiting.length === 0) await Promise.resolve();
    await host.write(CONFIG, '{}');
    resolver.forget();
    assert.deepEqual((await host.until(early)).settings.rules, {});
    assert.deepEqual((await host.until(resolver.resolve(FILE, NO_SETTINGS))).settings.rules, {});
    assert.deepEqual(told, ['{}']);
  });
});

describe('settings of a file', () => {
  const host = new MemoryHost({
    'file:///w/.gongwen/config.json': '{"rules": {"figure": "off"}, "files": {"include": ["稿件/**"], "exclude": ["*.bak.txt"]}}',
    'file:///w/in/.gongwen/config.json': '{"rules": {}}',
  });
  const resolver = new Resolver(host, KNOWN);
  const own = { rules: { heading: 'off' as const } };

  it('are those of the nearest file, alone', async () => {
    assert.deepEqual(await resolver.resolve('file:///w/in/a.txt', own), {
      settings: { rules: {} },
      from: 'file:///w/in/.gongwen/config.json',
    });
    assert.deepEqual(await resolver.resolve('file:///x/a.txt', own), { settings: own, from: null });
    assert.deepEqual(await resolver.resolve('untitled:Untitled-1', own), { settings: own, from: null });
  });

  it('leave files alone that are not included, or excluded', async () => {
    const leftAlone = async (uri: string) => (await resolver.resolve(uri, own)).settings.leftAlone === true;
    assert.equal(await leftAlone(`file:///w/${encodeURIComponent('稿件')}/a.txt`), false);
    assert.equal(await leftAlone(`file:///w/${encodeURIComponent('稿件')}/a.bak.txt`), true);
    assert.equal(await leftAlone('file:///w/b.txt'), true);
  });
});
