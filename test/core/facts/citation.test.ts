import assert from 'node:assert';
import fc from 'fast-check';
import { readCitations } from '../../../server/core/facts/citation';
import { readDocumentNumbers } from '../../../server/core/facts/document-number';
import { readIdentifiers } from '../../../server/core/facts/identifier';
import { scan } from '../../../server/core/facts/scan';

function show(text: string): string[] {
  const s = scan(text);
  const of = (n: { span: { from: number; to: number } } | undefined) => (n ? text.slice(n.span.from, n.span.to) : '');
  return readCitations(s, readDocumentNumbers(s, readIdentifiers(s))).map((c) => {
    assert.strictEqual(text.slice(c.span.from, c.span.to), `《${c.title}》`);
    return `${c.title}|${of(c.documentNumber)}|${of(c.numberBefore)}`;
  });
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['落实《关于甲的意见》（云政发〔2023〕5号）和《乙办法》', ['关于甲的意见|云政发〔2023〕5号|', '乙办法||']],
  ['《关于印发〈甲办法〉的通知》(云政发〔2023〕5号)', ['关于印发〈甲办法〉的通知|云政发〔2023〕5号|']],
  ['《关于印发《甲办法》的通知》（ 云政发[2023]5号）', ['关于印发《甲办法》的通知|云政发[2023]5号|']],
  ['云政发〔2023〕5号《关于甲的意见》', ['关于甲的意见||云政发〔2023〕5号']],
  ['云政发〔2023〕5号文件《关于甲的意见》，云政发〔2023〕6号、《乙办法》', ['关于甲的意见||云政发〔2023〕5号', '乙办法||']],
  ['《甲办法》《乙办法》（试行）（云政发〔2023〕5号）', ['甲办法||', '乙办法||']],
  ['《甲办法，落实《乙办法》和《丙办法》', ['乙办法||', '丙办法||']],
  ['甲办法》落实《乙办法》', ['乙办法||']],
  ['《》', []],
];

describe('citations', () => {
  for (const [text, expected] of table) it(text, () => assert.deepStrictEqual(show(text), expected));

  it('a lost mark costs no more than its own title', () => {
    assert.deepStrictEqual(show(`《甲办法${'，全面落实'.repeat(60)}《乙办法》》`), ['乙办法||']);
  });

  it('is total, ordered and free of overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('《', '》', '〈', '〉', '甲', '（', '）', '云政发〔2023〕5号', '文'), { maxLength: 25 }),
        (pieces) => {
          const s = scan(pieces.join(''));
          let at = 0;
          for (const { span } of readCitations(s, readDocumentNumbers(s, readIdentifiers(s)))) {
            assert.ok(span.from >= at && span.to > span.from + 2);
            at = span.to;
          }
        },
      ),
    );
  });
});
