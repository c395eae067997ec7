// Rules and kinds of reports, read from their sources: bundled on the fly, the examples with them.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { root } from './setup.mjs';

/** Files of rules, as `family/name`. */
export function ruleFiles() {
  const folder = path.join(root, 'server/rules');
  return readdirSync(folder, { withFileTypes: true })
    .filter((family) => family.isDirectory())
    .flatMap((family) => readdirSync(path.join(folder, family.name)).map((f) => `${family.name}/${f}`))
    .filter((f) => f.endsWith('.ts'))
    .map((f) => f.replace(/\.ts$/, ''))
    .sort();
}

/**
 * Every rule with its Chinese name (the doc comment's first words) and examples, and the kinds of reports.
 * Throws when a file and its id, or the files and index.ts, do not agree.
 */
export async function readRules() {
  const files = ruleFiles();
  const source = [
    "export { rules } from './server/rules';",
    "export { profiles } from './server/profiles';",
    ...files.map((f, i) => `export * as rule${i} from './server/rules/${f}';`),
  ].join('\n');
  const module = await load(source);
  const rules = files.map((file, i) => {
    const { default: rule, examples } = module[`rule${i}`];
    if (rule?.id !== file) throw new Error(`server/rules/${file}.ts defines ${rule?.id ?? 'no rule'}`);
    if (!module.rules.includes(rule)) throw new Error(`server/rules/index.ts does not name ${file}`);
    if (!examples?.length) throw new Error(`server/rules/${file}.ts has no examples`);
    return { rule, examples, name: nameOf(file) };
  });
  if (module.rules.length !== rules.length) throw new Error('server/rules/index.ts names a rule twice or one that has no file');
  return { rules, profiles: module.profiles };
}

async function load(contents) {
  const outfile = path.join(root, `.cache/rules-${process.pid}.mjs`);
  try {
    await esbuild.build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'neutral',
      charset: 'utf8',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** `/** 必备章节缺失：…` → 必备章节缺失 */
function nameOf(file) {
  const source = readFileSync(path.join(root, `server/rules/${file}.ts`), 'utf8');
  for (const [, comment] of source.matchAll(/\/\*\*([^：:]+)[：:]/g)) {
    const name = comment.replaceAll('*', '').trim();
    if (/[\u4e00-\u9fff]/.test(name) && !name.includes('\n')) return name;
  }
  throw new Error(`server/rules/${file}.ts: no doc comment with the rule's Chinese name (“/** 名称：一句话。 */”)`);
}
