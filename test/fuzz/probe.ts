/** What must hold of any text at all. Everything here throws when it does not. */
import assert from 'node:assert/strict';
import { BlockContent } from '../../server/core/block';
import { applyEdits } from '../../server/core/edits';
import { readFacts, type Facts } from '../../server/core/facts';
import { moveSection } from '../../server/core/move-section';
import { renumber } from '../../server/core/renumber';
import { rollOver } from '../../server/core/rollover';
import { comparePositions, offsetAt, positionAt, type Span } from '../../server/core/text';
import { textEdits, type TextEdit } from '../../server/core/edits';
import { fingerprint } from '../../server/core/fingerprint';
import { reportLedger } from '../../server/figures';
import { toDiagnostics } from '../../server/lsp/convert';
import { safeEdits } from '../../server/safe-edits';
import { Service, messageOf, wordsOf, type Report } from '../../server/service';
import { entryOf } from '../../server/workspace';
import { seen } from '../support/seen';

export const service = new Service({ today: '2026-01-20' });

const LANGUAGES = ['gongwen', 'plaintext', 'markdown'];
/** The kinds a text is taken for: what it is recognised as, or any of these whatever it is. */
const KINDS = [undefined, 'official-document', ...service.profiles.map(({ id }) => id)];

/** How a text is looked at: numbers from 0, taken round. */
export interface Look {
  readonly language: number;
  readonly kind: number;
}

/** A text under a look, opened. */
export function opened(text: string, { language, kind }: Look): Report {
  const profile = KINDS[kind % KINDS.length];
  return service.open('file:///稿件/草稿.txt', LANGUAGES[language % LANGUAGES.length], 1, text, {
    rules: {},
    ...(profile === undefined ? {} : { profile }),
  });
}

/** The readers alone: whatever the kind of block, facts lie inside the text and in order. */
export function probeReaders(text: string): void {
  for (const kind of ['paragraph', 'table', 'directive'] as const)
    checkFacts(readFacts(new BlockContent(kind, text, '', 1, '', undefined)), text);
}

/** The whole service: rules, fixes, words, ledger, work on the whole report. */
export function probe(text: string, look: Look): void {
  const report = opened(text, look);
  const { document } = report;
  assert.equal(document.text, text, 'the blocks make up the text');
  for (const block of document.blocks) checkFacts(block.facts, block.text);
  const findings = report.findings();
  assert.deepEqual(
    [...report.faults].map(([id, { error }]) => `${id}: ${error instanceof Error ? error.stack : String(error)}`),
    [],
    'no rule throws',
  );
  const end = positionAt(text, text.length);
  let tried = 0;
  for (const found of findings) {
    const range = report.rangeOf(found);
    inside(range, end, found.rule.id);
    assert.ok(found.span.to <= found.block.text.length, found.rule.id);
    for (const locale of ['zh-cn', 'en'] as const) {
      const words = messageOf(found, locale);
      assert.ok(words.length > 0 && (text.includes('{') || !/\{\w+\}/.test(words)), `${found.rule.id}: ${words}`);
    }
    fingerprint(found);
    for (const { at } of found.filed.finding.related ?? []) assert.ok(document.blocks.lineOf(at.block) >= 0);
    for (const fix of found.filed.finding.fixes ?? []) {
      wordsOf(found.rule, fix.message, fix.args, 'zh-cn');
      if (tried++ < 12) apply(text, report.editsOf(fix), `fix of ${found.rule.id}`);
    }
  }
  apply(text, safeEdits(report).edits, 'safe fixes');
  toDiagnostics(report, { locale: 'zh-cn', rulePages: 'gongwen-rule:/' });
  const { coverage } = reportLedger(report);
  assert.ok(coverage.read <= coverage.digits, 'no digit is read twice');
  entryOf(document);
  const renumbered = apply(text, textEdits(document, renumber(document)), 'new numbers');
  assert.equal(renumbered.split(/\r\n|[\r\n]/).length, text.split(/\r\n|[\r\n]/).length);
  const { roots } = document.outline;
  if (roots.length > 1) apply(text, textEdits(document, moveSection(document, roots[0], undefined)), 'a section moved');
  rollOver(report, (document.traits.reportYear ?? 2025) + 1);
}

/** One change after the other against a fresh document. */
export function probeEdits(text: string, changes: readonly Edit[], look: Look): void {
  const report = opened(text, look);
  let now = text;
  changes.forEach(({ from, to, newText }, i) => {
    report.update([{ range: { start: positionAt(now, from), end: positionAt(now, to) }, text: newText }], i + 2);
    now = now.slice(0, from) + newText + now.slice(to);
    // Looked at in between: what is kept must not be what is old.
    if (i % 2 === 0) report.findings();
  });
  assert.equal(report.document.text, now);
  assert.deepEqual(seen(report), seen(opened(now, look)));
}

/** A change of a text, by offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** The change that makes one text another, as small as it can be; never between CR and LF, where no position lies. */
export function editBetween(before: string, after: string): Edit {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let end = 0;
  while (end < before.length - from && end < after.length - from && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  let to = before.length - end;
  if (from > 0 && before[from - 1] === '\r') from--;
  if (before[to - 1] === '\r' && before[to] === '\n') to++;
  return { from, to, newText: after.slice(from, after.length - (before.length - to)) };
}

/** What a text becomes: edits lie inside it, in order, and do not overlap. */
function apply(text: string, edits: readonly TextEdit[], what: string): string {
  const end = positionAt(text, text.length);
  edits.forEach(({ range }, i) => {
    inside(range, end, what);
    if (i > 0) assert.ok(comparePositions(edits[i - 1].range.end, range.start) <= 0, `${what}: edits overlap`);
  });
  return applyEdits(text, edits, offsetAt);
}

function inside({ start, end }: TextEdit['range'], last: TextEdit['range']['end'], what: string): void {
  assert.ok(
    comparePositions(start, end) <= 0 && comparePositions(end, last) <= 0 && start.line >= 0 && start.character >= 0,
    `${what}: ${JSON.stringify([start, end])}`,
  );
}

/** Every span of the facts, however deep, lies inside the text; lists are in order of place. */
function checkFacts(facts: Facts, text: string): void {
  const met = new Set<object>();
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null || met.has(value)) return;
    met.add(value);
    if (isSpan(value)) {
      const { from, to } = value;
      assert.ok(
        Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= text.length,
        `${name}: ${from}–${to} of ${text.length}`,
      );
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${name}.${key}`);
  };
  for (const [name, value] of Object.entries(facts) as [string, unknown][]) {
    visit(value, name);
    if (!Array.isArray(value)) continue;
    let last = 0;
    for (const item of value as unknown[]) {
      const span = isSpan(item) ? item : (item as { span?: Span }).span;
      if (!span) break;
      assert.ok(span.from >= last, `${name}: out of order at ${span.from}`);
      last = span.from;
    }
  }
}

function isSpan(value: unknown): value is Span {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Span>).from === 'number' &&
    typeof (value as Partial<Span>).to === 'number'
  );
}
