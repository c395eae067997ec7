/** Everything a person reads is there in both languages: manifest, client, rules. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from '../server/rules';

type Strings = Readonly<Record<string, string>>;

/** A file that is not there has no strings: each one that is asked for is then missing. */
function strings(file: string): Strings {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Strings) : {};
}

const CHINESE = /[\u4e00-\u9fff]/;

/** Nothing but a name, a number or a figure: the same in every language. */
function sameEverywhere(text: string): boolean {
  return !/[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')) || /^(Gongwen( Report)?|zh-CN)$/.test(text);
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

function difference(a: Iterable<string>, b: Iterable<string>): string[] {
  const other = new Set(b);
  return [...new Set(a)].filter((x) => !other.has(x)).sort();
}

describe('translations of the manifest', () => {
  const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map((m) => m[1]);
  const en = strings('package.nls.json');
  const zh = strings('package.nls.zh-cn.json');

  it('every key has its words in both languages, and none is left over', () => {
    assert.ok(used.length > 0);
    assert.deepEqual(
      { missing: difference(used, Object.keys(en)), unused: difference(Object.keys(en), used) },
      { missing: [], unused: [] },
    );
    assert.deepEqual(
      { missing: difference(used, Object.keys(zh)), unused: difference(Object.keys(zh), used) },
      { missing: [], unused: [] },
    );
  });

  it('each is in its language', () => {
    assert.deepEqual(
      Object.values(zh).filter((text) => !CHINESE.test(text) && !sameEverywhere(text)),
      [],
    );
    assert.deepEqual(
      Object.values(en).filter((text) => text.trim() === ''),
      [],
    );
  });

  it('settings and commands hold no words of their own', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    // A language's name stands in that language.
    assert.deepEqual(
      [...plainWords(manifest)].filter((word) => word !== '中文' && word !== 'English'),
      [],
    );
  });
});

/** A language is called by its own name everywhere. */
const LANGUAGES = ['中文', 'English'];

const WORDS = new Set([
  'title',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'shortTitle',
  'contents',
]);

/** Strings under keys that a person sees, written out instead of named by a key. */
function* plainWords(value: unknown, key = ''): Iterable<string> {
  if (typeof value === 'string') {
    if (WORDS.has(key) && !/^%[^%]+%$/.test(value) && !LANGUAGES.includes(value)) yield value;
  } else if (Array.isArray(value)) {
    for (const part of value) yield* plainWords(part, key);
  } else if (value !== null && typeof value === 'object') {
    for (const [k, part] of Object.entries(value)) yield* plainWords(part, k);
  }
}

describe('translations of the client', () => {
  const used = readdirSync('client')
    .filter((f) => f.endsWith('.ts'))
    .flatMap((f) => literals(readFileSync(`client/${f}`, 'utf8')));
  const en = strings('l10n/bundle.l10n.json');
  const zh = strings('l10n/bundle.l10n.zh-cn.json');

  it('reads the literals', () => {
    assert.deepEqual(literals("a(t('x')); vscode.l10n.t('It\\'s {0}', n); t(\n  'y',\n); not('z')"), ['x', "It's {0}", 'y']);
  });

  it('every string has its words in both languages, and none is left over', () => {
    assert.ok(used.length > 0);
    assert.deepEqual(
      { missing: difference(used, Object.keys(en)), unused: difference(Object.keys(en), used) },
      { missing: [], unused: [] },
    );
    assert.deepEqual(
      { missing: difference(used, Object.keys(zh)), unused: difference(Object.keys(zh), used) },
      { missing: [], unused: [] },
    );
  });

  it('a translation has the placeholders of its original', () => {
    for (const [original, translated] of Object.entries(zh)) {
      assert.deepEqual(placeholders(translated), placeholders(original), original);
      assert.ok(CHINESE.test(translated) || sameEverywhere(original), translated);
    }
  });
});

/** First arguments of `t('…')` and `l10n.t('…')`. */
function literals(source: string): string[] {
  return [...source.matchAll(/(?<![\w$])t\(\s*'((?:[^'\\\n]|\\.)*)'/g)].map((m) => m[1].replace(/\\(.)/g, '$1'));
}

describe('translations of the rules', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      for (const [id, message] of Object.entries(rule.messages)) {
        const where = `${rule.id} ${id}`;
        assert.match(message['zh-cn'], CHINESE, where);
        assert.notEqual(message.en.trim(), '', where);
        assert.deepEqual(placeholders(message.en), placeholders(message['zh-cn']), where);
      }
    });
  }
});
