/**
 * Law 5 again, on texts nobody thought of: everything that once broke (`test/fixtures/regressions.json`), and a short run
 * of the fuzzer. `npm run fuzz` runs it for minutes.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Fuzz from '../fuzz/fuzz';
import { anything, randomOf } from '../fuzz/grammar';
import { probe, probeEdits, probeReaders, type Edit, type Look } from '../fuzz/probe';

/** One text that once broke something. */
interface Regression {
  readonly what: string;
  readonly text: string;
  readonly look?: Look;
  readonly edits?: readonly Edit[];
  readonly repeated?: boolean;
}

const regressions = JSON.parse(readFileSync('test/fixtures/regressions.json', 'utf8')) as readonly Regression[];
const outdir = path.resolve('.cache/test-fuzz', String(process.pid));
const LOOKS: readonly Look[] = [0, 1, 2].flatMap((language) => [0, 1].map((kind) => ({ language, kind })));

describe('law: texts nobody thought of', function () {
  this.timeout(60_000);
  let counted: typeof Fuzz;
  before(async () => {
    const { buildCounted } = (await import(pathToFileURL(path.resolve('scripts/lib/instrument.mjs')).href)) as {
      buildCounted(entry: string, outdir: string): Promise<string>;
    };
    const bundle = await buildCounted('test/fuzz/fuzz.ts', outdir);
    counted = createRequire(path.resolve('package.json'))(bundle) as typeof Fuzz;
  });
  after(() => rmSync(outdir, { recursive: true, force: true }));

  for (const { what, text, look, edits, repeated } of regressions) {
    it(`what once broke: ${what}`, () => {
      for (const one of look ? [look] : LOOKS) {
        probeReaders(text);
        probe(text, one);
        if (edits) probeEdits(text, edits, one);
      }
      if (repeated) counted.probeGrowth(text, look ?? { language: 0, kind: 1 });
    });
  }

  it('the work of a text is counted: nothing of it is lost, and it is the same each time', () => {
    const look = { language: 0, kind: 0 };
    const text = '临川市司法局关于2025年工作的报告\n一、情况\n查处案件120件，其中食品类70件、药品类60件。\n';
    counted.workOf(text, look); // what is made once, at the first question
    const work = counted.workOf(text, look);
    assert.ok(work > 1_000);
    assert.equal(counted.workOf(text, look), work);
    // What is quadratic is seen to be: pairs of all lines.
    assert.throws(() => counted.checkGrowth((n) => 200_000 * n * n), /steep/);
    counted.checkGrowth((n) => 200_000 * n);
  });

  it('what the grammar makes covers its own words', () => {
    const random = randomOf(7);
    const all = Array.from({ length: 3_000 }, () => anything(random)).join('\n');
    for (const word of ['〔', '号', '%', '\t', '|', '\r\n', '\u0000', '\ud83d', 'gongwen:', '一是', '其中', '《', '分别', '附件', 'http'])
      assert.ok(all.includes(word), word);
    assert.doesNotMatch(all, /\{(?:digits|words|figure|cn)\}/);
  });

  it('a short run finds nothing', () => {
    const state = counted.fuzz({ seed: 20260120, inputs: 250, growth: 30, corpus: regressions.map((r) => r.text) });
    assert.deepEqual(
      state.failures.map((f) => JSON.stringify(f)),
      [],
    );
    assert.ok(state.reached > 5_000 && state.kept > 50, JSON.stringify(state));
    console.log(`    ${state.inputs} inputs, ${state.edits} edits, ${state.reached} places reached`);
  });
});
