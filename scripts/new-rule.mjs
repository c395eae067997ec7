// npm run new-rule -- family/name : a rule's file from a template, and its line in server/rules/index.ts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/setup.mjs';

const id = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id)) fail('usage: npm run new-rule -- family/name   (lower case, words joined by -)');
const file = path.join(root, `server/rules/${id}.ts`);
if (existsSync(file)) fail(`server/rules/${id}.ts is there already`);

const index = path.join(root, 'server/rules/index.ts');
writeFileSync(index, named(readFileSync(index, 'utf8')));
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, template());
console.log(`server/rules/${id}.ts is written and named in server/rules/index.ts.`);
console.log('Next: write the examples, run `npm run test:fast`, write the check, then `npm run gen`. The manual: docs/write-a-rule.md.');

/** The index with an import and an entry more, both in the order of ids. */
function named(source) {
  const name = id.replace(/[-/]([a-z])/g, (_, letter) => letter.toUpperCase());
  const imports = `import ${name} from './${id}';`;
  const lines = source.split('\n');
  const isRule = (line) => /^import \w+ from '\.\/[\w-]+\/[\w-]+';$/.test(line);
  const pathOf = (line) => /'\.\/(.+)'/.exec(line)[1];
  let at = lines.findIndex((line) => isRule(line) && pathOf(line) > id);
  if (at < 0) at = lines.findLastIndex((line) => line.startsWith('import ')) + 1;
  lines.splice(at, 0, imports);

  const order = lines.filter(isRule).map((line) => /^import (\w+)/.exec(line)[1]);
  const list = /(export const rules\b[^=]*= \[)([^\]]*)(\])/;
  const text = lines.join('\n');
  if (!list.test(text)) fail('server/rules/index.ts: no list `export const rules … = [ … ]`');
  return text.replace(list, (_, head, body, tail) => {
    const entries = body.split(/[\s,]+/).filter((e) => order.includes(e));
    entries.push(name);
    entries.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return `${head}\n${entries.map((e) => `  ${e},\n`).join('')}${tail}`;
  });
}

function template() {
  return `/** 规则名称：用一句话说明缺陷是什么。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: '${id}',
  view: 'block',
  // The facts without which the check is not called; see server/core/facts/index.ts.
  reads: ['documentNumbers'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'practice', title: '依据的名称', article: null, confirmed: false }],
  messages: {
    what: { 'zh-cn': '缺陷是什么。', en: 'What the defect is.' },
    why: { 'zh-cn': '为什么要紧。', en: 'Why it matters.' },
    todo: { 'zh-cn': '应当怎么办。', en: 'What to do.' },
    found: { 'zh-cn': '此处有问题', en: 'Something is wrong here' },
  },
  *check(block) {
    for (const fact of block.facts.documentNumbers) {
      const wrong = false; // what the facts say
      if (wrong) yield { at: { block, span: fact.span }, message: 'found' };
    }
  },
});

// Tests and manual at once. \`wrong\`: ⟦ ⟧ are exactly the findings, \`fixed\` the text after the fix; \`right\` gives nothing.
export const examples: readonly Example[] = [{ right: '临川市人民政府办公室关于印发《临川市行政执法监督办法》的通知' }];
`;
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
