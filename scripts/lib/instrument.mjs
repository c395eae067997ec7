// An esbuild plugin that counts how often each place of the server's sources is reached: at the beginning of every block,
// branch, arrow function and right-hand side of && || ??. The counts stand in globalThis.__hits (a Uint32Array).
//
// They say two things: which inputs reach something new (scripts/fuzz.mjs), and how much work an input makes, the same on
// every machine (test/laws/fuzz.test.ts).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { root, testBundle } from '../../esbuild.mjs';

/** Places are numbered through all files; so many are there room for. */
const ROOM = 1 << 16;

/** Bundles a TypeScript file of the repository, the server's part of it counted. @param {string} entry @param {string} outdir @returns {Promise<string>} path of the bundle */
export async function buildCounted(entry, outdir) {
  const options = testBundle([entry], outdir);
  await esbuild.build({
    ...options,
    banner: { js: `const __hits = (globalThis.__hits ??= new Uint32Array(${ROOM}));` },
    plugins: [counting()],
  });
  return path.join(outdir, path.relative('test', entry).replace(/\.ts$/, '.cjs'));
}

/** @returns {esbuild.Plugin} */
function counting() {
  return {
    name: 'counting',
    setup(build) {
      let next = 0;
      build.onLoad({ filter: /[\\/]server[\\/].*\.ts$/ }, ({ path: file }) => {
        if (!path.relative(root, file).startsWith('server')) return undefined;
        const text = readFileSync(file, 'utf8');
        const places = counted(text, file);
        if (next + places.length > ROOM) throw new Error('more places than there is room for');
        let out = '';
        let at = 0;
        for (const { offset, before, after } of places.flatMap(split).sort((a, b) => a.offset - b.offset || a.order - b.order)) {
          out += text.slice(at, offset) + (before ?? after);
          at = offset;
        }
        return { contents: out + text.slice(at), loader: 'ts' };

        function split({ from, to }) {
          const hit = `__hits[${next++}]++`;
          // Of two that begin at one place, the outer one is met first; of two that end there, the inner one.
          return to === undefined
            ? [{ offset: from, before: `${hit};`, order: 0 }]
            : [
                { offset: from, before: `(${hit},`, order: next },
                { offset: to, after: ')', order: -next },
              ];
        }
      });
    },
  };
}

/** Places to count at: behind the brace of a block, or around an expression (`to`). */
function counted(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const places = [];
  const around = (node) => places.push({ from: node.getStart(source), to: node.getEnd() });
  const visit = (node) => {
    if (ts.isBlock(node)) places.push({ from: node.getStart(source) + 1 });
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) around(node.body);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(around);
    else if (ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind)) around(node.right);
    else if (ts.isCaseOrDefaultClause(node) && node.statements.length > 0) places.push({ from: node.statements[0].getStart(source) });
    else if (ts.isIfStatement(node)) [node.thenStatement, node.elseStatement].forEach(bare);
    else if (ts.isIterationStatement(node, false)) bare(node.statement);
    ts.forEachChild(node, visit);
  };
  // A statement without braces: what it says is counted by the expression in it.
  const bare = (node) => {
    if (!node || ts.isBlock(node)) return;
    const inner = ts.isExpressionStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node) ? node.expression : undefined;
    if (inner) around(inner);
  };
  visit(source);
  return places;
}

const LOGICAL = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]);
