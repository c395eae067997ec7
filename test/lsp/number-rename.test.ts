/** Renaming inside lists of numbers: every number but the renamed one keeps saying what it said. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ReportDocument } from '../../server/core/document';
import { formatDocumentNumber, readDocumentNumbers } from '../../server/core/facts/document-number';
import { readIdentifiers } from '../../server/core/facts/identifier';
import { scan } from '../../server/core/facts/scan';
import { renamed } from '../../server/lsp/features/number-rename';
import { entryOf } from '../../server/workspace';

const entry = (text: string) =>
  entryOf(new ReportDocument('file:///a.txt', 'plaintext', 1, text, { profiles: [], today: '2026-01-20' }, () => []));

const CODES = ['国发', '国办发', '临府办发'];
const number = fc.record({ code: fc.constantFrom(...CODES), year: fc.constantFrom(2020, 2021), sequence: fc.integer({ min: 1, max: 3 }) });
const item = fc.record({ number, short: fc.boolean() });

describe('renaming in lists', () => {
  it('changes the key it is asked to change, and no other', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.nat(), number, (items, pick, to) => {
        const line = items
          .map(({ number: { code, year, sequence }, short }, i) => formatDocumentNumber(i > 0 && short ? '' : code, year, sequence))
          .join('、');
        const text = `根据${line}办理。\n`;
        const [list] = entry(text).mentions;
        const keys = list.map((m) => m.key);
        assert.equal(keys.length, items.length, text);
        const key = keys[pick % keys.length];
        const newName = formatDocumentNumber(to.code, to.year, to.sequence);
        const s = scan(newName);
        const edits = renamed(list, key, newName, readDocumentNumbers(s, readIdentifiers(s))[0]);
        const after = TextDocument.applyEdits(TextDocument.create('file:///a.txt', '', 1, text), edits);
        assert.deepEqual(
          entry(after)
            .mentions.flat()
            .map((m) => m.key),
          keys.map((k) => (k === key ? newName : k)),
          `${text}→ ${after}`,
        );
      }),
      { numRuns: 500 },
    );
  });
});
