/** The rule pages say what the rules say now, and the tools for rules work. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('rule pages', () => {
  it('are as `npm run gen` writes them', () => {
    const r = spawnSync(process.execPath, ['scripts/gen.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(r.status, 0, r.stdout + r.stderr);
  });
});
