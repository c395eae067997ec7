// node scripts/test-editors.mjs : the server in other editors. Neovim where it can be had (on Debian as root it is installed),
// else that is skipped; a client over the real stdio always. Ends with `N passed, N failed, N skipped`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build, bundles } from '../esbuild.mjs';
import { ensureDebianPackages, root, script } from './lib/setup.mjs';

ensureDebianPackages(['neovim']);
if (await build(bundles.filter(({ outfile }) => ['dist/server.js', 'dist/server-launcher.js'].includes(outfile)))) {
  const files = readdirSync(path.join(root, 'test/editors')).filter((f) => f.endsWith('.test.ts'));
  process.exitCode =
    script(
      'scripts/test-fast.mjs',
      files.sort().map((f) => `test/editors/${f}`),
    ).status ?? 1;
} else {
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
