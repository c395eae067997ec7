/** docs/complaints.md answers each complaint, and names tests that are there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/complaints.md', 'utf8');
const rows = text
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+$/.test(number ?? ''))
  .map(([, number, , , proof]) => ({ number: Number(number), proof }));

describe('complaints', () => {
  it('are answered one by one', () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      Array.from({ length: 76 }, (_, i) => i + 1),
    );
  });

  it('name what is there: tests, sources, scripts', () => {
    const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
    for (const { number, proof } of rows) {
      for (const [, name] of proof.matchAll(/`([^`]+)`/g)) {
        if (name.startsWith('npm run ')) assert.ok(name.slice('npm run '.length) in scripts, `${number}: ${name}`);
        else if (name.includes('/') && !name.startsWith('exception/')) assert.ok(existsSync(name), `${number}: ${name}`);
      }
    }
  });

  it('are proved by a test, or are met by the way it is built; nothing is put off', () => {
    assert.ok(!text.includes('尚未'));
    for (const { number, proof } of rows) assert.ok(/`(test|npm run)/.test(proof) || proof.includes('做法'), String(number));
  });
});
