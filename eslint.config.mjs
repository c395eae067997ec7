import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '.vscode-test/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    // No input may hang the server: regular expressions that can be slower than linear are errors.
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-empty-alternative': 'error',
      'regexp/no-useless-assertions': 'error',
      'regexp/no-misleading-unicode-character': 'error',
      'regexp/no-obscure-range': ['error', { allowed: 'all' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // indices that the code has just looked at; the alternative hides mistakes
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      eqeqeq: 'error',
      'no-console': 'error', // the language server's stdout belongs to the protocol
      'no-control-regex': 'off', // texts hold control characters; naming them is our business
    },
  },
  {
    // What is slow from every start of a search: an error where texts come from people.
    files: ['server/**/*.ts', 'client/**/*.ts'],
    rules: { 'regexp/no-super-linear-move': ['error', { ignoreSticky: true }] },
  },
  {
    files: ['test/**/*.ts', 'server/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A rule reads facts; the engine's linter knows rules, never the other way round. The whole layering: test/architecture.test.ts.
    files: ['server/rules/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['**/core/linter', 'node:*', 'vscode*'] }] },
  },
);
