// node scripts/package.mjs : writes gongwen-report-VERSION.vsix to the repository's root, and looks at what is in it.
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { build, bundles } from '../esbuild.mjs';
import { root } from './lib/setup.mjs';

const MAX_BYTES = 1_000_000;
/** What may be shipped. The allow-list .vscodeignore says the same from the other side: two have to agree. */
const ALLOWED =
  /^(package\.json|package\.nls(\.zh-cn)?\.json|README(\.zh-CN)?\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.txt|dist\/(client(\.browser)?|server(\.browser|-launcher)?)\.js|(l10n|schemas|snippets|syntaxes)\/[\w.-]+\.json|examples\/[^/]+\.(gongwen|txt)|docs\/rules\/[\w./-]+\.md|images\/[\w./-]+|client\/walkthrough\/[\w.-]+\.(md|svg))$/;

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${manifest.name}-${manifest.version}.vsix`);

/** Builds for production and packs. @returns {Promise<string>} path of the .vsix */
export async function pack() {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  if (!(await build(bundles, { production: true }))) throw new Error('the build failed');
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const size = statSync(packagePath).size;
  const files = await listFiles({ cwd: root, dependencies: false });
  const problems = [
    ...(size >= MAX_BYTES ? [`${size} bytes: the limit is ${MAX_BYTES}`] : []),
    ...['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'dist/server.js', 'dist/server-launcher.js']
      .filter((f) => !files.includes(f))
      .map((f) => `must be shipped: ${f}`),
    ...files.filter((f) => !ALLOWED.test(f)).map((f) => `should not be shipped: ${f}`),
    ...[...named(manifest)]
      .filter((f) => !files.some((g) => g === f || g.startsWith(`${f}/`)))
      .map((f) => `named in package.json, not shipped: ${f}`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(`${path.basename(packagePath)}: ${Math.round(size / 1000)} KB, ${files.length} files`);
  return packagePath;
}

/** Files and folders of this project that the manifest names. */
function* named(value, key) {
  if (typeof value === 'string') {
    if (value.startsWith('./') || /^[\w-][\w./-]*\.(json|js|md|svg|png)$/.test(value)) yield value.replace(/^\.\//, '').replace(/\/$/, '');
  } else if (value && typeof value === 'object' && !['fileMatch', 'filenamePatterns', 'filenames', 'scripts', 'bin'].includes(key)) {
    for (const [k, part] of Object.entries(value)) yield* named(part, Array.isArray(value) ? key : k);
  }
}

if (process.argv[1]?.endsWith('package.mjs')) {
  try {
    await pack();
  } catch (e) {
    console.error(String(e.message ?? e));
    process.exitCode = 1;
  }
}
