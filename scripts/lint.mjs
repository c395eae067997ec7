// node scripts/lint.mjs : types, ESLint, formatting. All three are run, whatever the first says.
import path from 'node:path';
import { root, script } from './lib/setup.mjs';

const steps = {
  types: ['node_modules/typescript/bin/tsc', '-b'],
  eslint: [
    'node_modules/eslint/bin/eslint.js',
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    path.join(root, '.cache/eslint'),
  ],
  format: [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    path.join(root, '.cache/prettier'),
    '.',
  ],
};
let failed = 0;
for (const [name, [file, ...args]] of Object.entries(steps)) {
  const ok = script(file, args).status === 0;
  console.log(`${name}: ${ok ? 'ok' : 'failed'}`);
  if (!ok) failed++;
}
process.exit(failed > 0 ? 1 : 0);
