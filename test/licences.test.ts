/** Whose code the bundles hold, and under which licences. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Licences of which none asks for more than its text and a name; an `OR` is fulfilled by one of its parts, an `AND` by all. */
const KNOWN = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'Python-2.0',
  'Artistic-2.0',
  'WTFPL',
  'Zlib',
]);
/** Tools of Microsoft that pack and sign the extension; nothing of them is shipped. */
const OWN_TERMS = /^node_modules\/@vscode\/vsce-sign/;

const fits = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((one) => KNOWN.has(one)));

describe('licences', function () {
  this.timeout(60_000);

  it('THIRD-PARTY-NOTICES.txt names every package in the bundles, and none of them binds who uses them', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/licences.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('every package that building and testing use is free', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { license?: string; dev?: boolean }>;
    };
    assert.deepEqual(
      Object.entries(packages)
        .filter(([name, { license }]) => name !== '' && !OWN_TERMS.test(name) && !fits(license ?? 'none'))
        .map(([name, { license }]) => `${name}: ${license}`),
      [],
    );
    assert.ok(Object.keys(packages).length > 300);
    assert.ok(!fits('GPL-3.0-only') && !fits('MIT AND GPL-3.0') && fits('(MIT OR GPL-3.0-or-later)'));
  });
});
