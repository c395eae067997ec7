/** The arrows of docs/architecture.md, held by reading the imports. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `server/core` in reading order: a file imports only from files above it. Type-only imports are free inside core. */
const CORE = [
  'text.ts',
  'messages.ts',
  'decimal.ts',
  'pattern.ts',
  'facts/',
  'agency-register.ts',
  'tally.ts',
  'block.ts',
  'block-list.ts',
  'segment.ts',
  'layout.ts',
  'outline.ts',
  'nearest.ts',
  'data-node.ts',
  'profile.ts',
  'identity.ts',
  'compile-profile.ts',
  'section-title.ts',
  'alignment.ts',
  'recognise.ts',
  'fact-index.ts',
  'traits.ts',
  'head.ts',
  'document.ts',
  'ledger.ts',
  'skeleton.ts',
  'insertion.ts',
  'lead-series.ts',
  'mixed-numbers.ts',
  'renumber.ts',
  'move-section.ts',
  'rollover.ts',
  'rule.ts',
  'figure-finding.ts',
  'settings.ts',
  'linter.ts',
  'edits.ts',
  'fingerprint.ts',
];

/** Packages that run wherever a language does. */
const PURE_PACKAGES = ['jsonc-parser'];

interface Import {
  readonly from: string;
  /** As written, or, when relative, the file it leads to. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = [...typescript('server'), ...typescript('client')];
const imports = sources.flatMap(importsOf);

describe('architecture', () => {
  it('sees the imports', () => {
    assert.ok(sources.length > 50, `${sources.length} files`);
    assert.ok(imports.length > 100, `${imports.length} imports`);
    assert.deepEqual(
      parse(
        "import { a } from 'x';\nimport type { b,\n c } from './y';\nexport * from '../z';\nexport type { d } from 'w';\nimport 'v';\nconst m = import('u');",
      ),
      [
        ['x', false],
        ['./y', true],
        ['../z', false],
        ['w', true],
        ['v', false],
        ['u', false],
      ],
    );
  });

  it('every file of core has its place in the reading order', () => {
    const without = sources.filter((f) => f.startsWith('server/core/') && rank(f) < 0);
    assert.deepEqual(without, [], 'add them to CORE above and to docs/architecture.md');
  });

  it('a file of core imports only from files above it', () => {
    const core = imports.filter((i) => i.from.startsWith('server/core/') && !i.typeOnly);
    violations(core, ({ from, to }) => (isFacts(from) === isFacts(to) && isFacts(from) ? true : rank(to) >= 0 && rank(to) < rank(from)));
  });

  it('no files import each other in a circle', () => {
    assert.deepEqual(circles(imports.filter((i) => !i.typeOnly)), []);
  });

  it('core imports from core only', () => {
    violations(within('server/core/'), ({ to }) => to.startsWith('server/core/'));
  });

  it('a rule imports from core only, and never the linter', () => {
    const rules = within('server/rules/').filter((i) => i.from !== 'server/rules/index.ts');
    violations(rules, ({ to }) => to.startsWith('server/core/') && to !== 'server/core/linter.ts');
    violations(within('server/rules/index.ts'), ({ to }) => to.startsWith('server/rules/') || to.startsWith('server/core/'));
  });

  it('profiles are data and import from core only', () => {
    violations(within('server/profiles/'), ({ to }) => to.startsWith('server/profiles/') || to.startsWith('server/core/'));
  });

  it('what editor and command line share knows neither of them', () => {
    const shared = imports.filter((i) => /^server\/[^/]+$/.test(i.from));
    violations(shared, ({ to }) => (to.startsWith('server/') ? !/^server\/(lsp|cli|node|program)\//.test(to) : PURE_PACKAGES.includes(to)));
    violations(within('server/node/'), ({ to }) => !/^server\/(lsp|cli)\//.test(to) && !to.startsWith('vscode'));
  });

  it('the command line does not know the language server', () => {
    violations(within('server/cli/'), ({ to }) => !to.startsWith('server/lsp/') && !to.startsWith('client/') && !to.startsWith('vscode'));
  });

  it('the server for assistants stands on the command line, and knows no language server', () => {
    violations(within('server/mcp/'), ({ to }) => !to.startsWith('server/lsp/') && !to.startsWith('client/') && !to.startsWith('vscode'));
  });

  it('the language server knows no VS Code', () => {
    violations(within('server/lsp/'), ({ to }) => to !== 'vscode' && !to.startsWith('client/') && !to.startsWith('vscode-languageclient'));
  });

  it('the part of the language server that also runs in a worker imports nothing of Node', () => {
    const shared = within('server/lsp/').filter((i) => i.from !== 'server/lsp/node.ts');
    violations(
      shared,
      ({ to }) => !to.startsWith('node:') && !to.endsWith('/node') && !to.startsWith('server/node/') && to !== 'server/lsp/node.ts',
    );
  });

  it('values of the protocol’s library are taken in one place', () => {
    const values = within('server/lsp/').filter(({ to, typeOnly }) => to === 'vscode-languageserver' && !typeOnly);
    violations(values, ({ from }) => from === 'server/lsp/wire.ts');
  });

  it('so are those of VS Code', () => {
    const values = within('client/').filter(({ to, typeOnly }) => to === 'vscode' && !typeOnly);
    violations(values, ({ from }) => from === 'client/vscode.ts');
  });

  it('the client imports from the server its protocol, and types of core', () => {
    const server = within('client/').filter(({ to }) => to.startsWith('server/'));
    violations(server, ({ to, typeOnly }) => to === 'server/lsp/protocol.ts' || (typeOnly && to.startsWith('server/core/')));
    violations(within('server/lsp/protocol.ts'), ({ typeOnly }) => typeOnly);
  });
});

function within(folder: string): Import[] {
  return imports.filter((i) => i.from.startsWith(folder));
}

function violations(all: readonly Import[], allowed: (i: Import) => boolean): void {
  assert.deepEqual(
    all.filter((i) => !allowed(i)).map(({ from, to }) => `${from} → ${to}`),
    [],
  );
}

function isFacts(file: string): boolean {
  return file.startsWith('server/core/facts/');
}

function rank(file: string): number {
  const name = file.slice('server/core/'.length);
  return CORE.findIndex((entry) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry));
}

/** Circles of imports, each once, as `a → b → a`. */
function circles(all: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

function typescript(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((f) => `${folder}/${String(f).replaceAll('\\', '/')}`)
    .filter((f) => f.endsWith('.ts'))
    .sort();
}

function importsOf(from: string): Import[] {
  return parse(readFileSync(from, 'utf8')).map(([name, typeOnly]) => ({
    from,
    to: name.startsWith('.') ? target(from, name) : name,
    typeOnly,
  }));
}

function target(from: string, name: string): string {
  const file = path.posix.join(path.posix.dirname(from), name);
  return [file, `${file}.ts`, `${file}/index.ts`].find((f) => sources.includes(f)) ?? file;
}

/** Import and export statements of a source: what they name, and whether they name types only. */
function parse(source: string): [name: string, typeOnly: boolean][] {
  const statement = /^(?:import|export)\b( type\b)?[^'"`;]*? ?from '([^'\n]+)'|^import '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm;
  return [...source.matchAll(statement)].map((m) => [m[2] ?? m[3] ?? m[4], m[1] !== undefined]);
}
