// node scripts/licences.mjs : writes THIRD-PARTY-NOTICES.txt, the licences of the packages whose code is in the bundles.
// node scripts/licences.mjs --check : says whether it is stale, and exits with 1; and whether a licence binds who uses the bundles.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { bundles, root } from '../esbuild.mjs';

const FILE = 'THIRD-PARTY-NOTICES.txt';
/** Licences that ask for their text and the author's name, and for nothing else. */
const PERMISSIVE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD', 'Apache-2.0']);

/** Packages by name, each with the bundles that hold code of it. */
const packages = new Map();
for (const bundle of bundles) {
  const { metafile } = await esbuild.build({ ...bundle, sourcemap: false, metafile: true, write: false });
  for (const output of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const at = file.lastIndexOf('node_modules/');
      if (at < 0 || bytesInOutput === 0) continue;
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(file.slice(at + 'node_modules/'.length))[0];
      const folder = file.slice(0, at) + `node_modules/${name}`;
      const known = packages.get(folder) ?? { name, bundles: new Set() };
      known.bundles.add(bundle.outfile);
      packages.set(folder, known);
    }
}

const problems = [];
const entries = [...packages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([folder, { name, bundles: used }]) => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const texts = readdirSync(path.join(root, folder))
      .filter((file) => /^(?:licen[cs]e|copying|notice|third-?party)/i.test(file))
      .sort()
      .map((file) =>
        readFileSync(path.join(root, folder, file), 'utf8')
          .replace(/\r\n/g, '\n')
          .trim(),
      );
    if (!PERMISSIVE.has(manifest.license)) problems.push(`${name}: ${manifest.license}`);
    if (texts.length === 0) problems.push(`${name}: no licence text`);
    return [
      '='.repeat(78),
      `${name} ${manifest.version} (${manifest.license})`,
      `In ${[...used].sort().join(', ')}`,
      '',
      ...texts,
      '',
    ].join('\n');
  });
const text = `The bundles of this project hold code of the packages below, under their licences.\n本项目的程序文件中含有下列软件包的代码，各依其许可证使用。\n\n${entries.join('\n')}`;

const file = path.join(root, FILE);
if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) problems.push(`${FILE} is stale: \`npm run licences\` writes it anew`);
} else {
  writeFileSync(file, text);
  console.log(`${FILE}: ${entries.length} packages`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
