/** The lock file binds versions, not the host they were fetched from. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('package-lock.json', () => {
  it('names no registry', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    assert.deepEqual(
      Object.entries(packages).filter(([, p]) => p.resolved !== undefined),
      [],
    );
  });

  it('binds every package by its hash', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { integrity?: string }> };
    assert.deepEqual(
      Object.keys(packages).filter((name) => name !== '' && packages[name].integrity === undefined),
      [],
    );
  });
});
