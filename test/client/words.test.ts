/** Words of the manifest, the client and the walkthrough: complete in both languages, none left over. */
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

function json(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** Names of what a template leaves open. */
function slots(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

const manifest = readFileSync('package.json', 'utf8');

describe('words of the manifest', () => {
  const en = json('package.nls.json');
  const zh = json('package.nls.zh-cn.json');
  const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));

  it('are there in both languages for every key, and no key is left over', () => {
    assert.deepEqual(Object.keys(en).sort(), [...used].sort());
    assert.deepEqual(Object.keys(zh).sort(), [...used].sort());
  });

  it('offer the same commands in both languages', () => {
    for (const key of used) {
      const commands = (text: string) => [...text.matchAll(/\]\((command:[\w.]+)\)/g)].map(([, command]) => command);
      assert.deepEqual(commands(zh[key]), commands(en[key]), key);
    }
  });

  it('are Chinese in the Chinese file', () => {
    for (const [key, text] of Object.entries(zh)) assert.match(text, /[\u4e00-\u9fff]/, key);
  });
});

describe('words of the client', () => {
  const en = json('l10n/bundle.l10n.json');
  const zh = json('l10n/bundle.l10n.zh-cn.json');
  const used = new Set<string>();
  for (const file of readdirSync('client').filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(`client/${file}`, 'utf8');
    const calls = [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)];
    assert.equal(
      calls.length,
      [...source.matchAll(/(?:l10n\.|[^\w.])t\(/g)].length,
      `${file}: words must stand in the call, as a plain string`,
    );
    for (const [, words] of calls) used.add(words);
  }

  it('are there in both languages, and none is left over', () => {
    assert.ok(used.size > 30);
    assert.deepEqual(Object.keys(en).sort(), [...used].sort());
    assert.deepEqual(Object.keys(zh).sort(), [...used].sort());
  });

  it('leave the same places open', () => {
    for (const [key, text] of Object.entries(zh)) assert.deepEqual(slots(text), slots(key), key);
  });
});

describe('the walkthrough', () => {
  it('has each page in both languages', () => {
    const pages = [...manifest.matchAll(/"(client\/walkthrough\/[\w-]+)\.md"/g)].map(([, page]) => page);
    assert.equal(pages.length, 3);
    for (const page of pages) for (const file of [`${page}.md`, `${page}.nls.zh-cn.md`]) assert.ok(existsSync(file), file);
  });
});
