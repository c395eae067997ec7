// Other linters of prose, from a folder of the measurer's own choice whose node_modules holds them: for comparison in the
// same run, never a dependency. Packages: zhlint, autocorrect-node, @textlint/kernel with @textlint/textlint-plugin-text
// and textlint-rule-preset-ja-spacing, markdownlint.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Those of them that the folder has. @param {string} dir @returns {Promise<{name: string, lint: (text: string) => unknown}[]>} */
export async function peers(dir) {
  const require = createRequire(path.resolve(dir, 'package.json'));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const makers = {
    zhlint: async () => {
      const { run } = await load('zhlint');
      const logger = { log() {}, warn() {}, error() {}, info() {}, debug() {} };
      return (t) => run(t, { rules: { preset: 'default' }, logger }).validations.length;
    },
    'autocorrect-node': async () => {
      const { lintFor } = require('autocorrect-node');
      return (t) => lintFor(t, 'doc.txt').lines.length;
    },
    'textlint (spacing rules)': async () => {
      const { TextlintKernel } = require('@textlint/kernel');
      const plugin = require('@textlint/textlint-plugin-text');
      const preset = require('textlint-rule-preset-ja-spacing');
      const { rules, rulesConfig } = preset.default ?? preset;
      const kernel = new TextlintKernel();
      const options = {
        ext: '.txt',
        filePath: 'doc.txt',
        plugins: [{ pluginId: 'text', plugin: plugin.default ?? plugin, options: {} }],
        rules: Object.entries(rules)
          .filter(([id]) => rulesConfig?.[id] !== false)
          .map(([ruleId, rule]) => ({ ruleId, rule: rule.default ?? rule, options: rulesConfig?.[ruleId] ?? {} })),
      };
      return async (t) => (await kernel.lintText(t, options)).messages.length;
    },
    markdownlint: async () => {
      const { lint } = await load('markdownlint/sync');
      return (t) => lint({ strings: { d: t }, config: { default: true } }).d.length;
    },
  };
  const found = [];
  for (const [name, make] of Object.entries(makers)) {
    try {
      found.push({ name, lint: await make() });
    } catch (error) {
      console.error(`${name}: not measured (${error.message.split('\n')[0]})`);
    }
  }
  return found;
}
