/** Positions: the only arithmetic, held against the reference implementation. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetAt, overlaps, positionAt, span, splitLines, withoutBom } from '../../server/core/text';
import { textArb } from '../support/texts';

describe('text', () => {
  it('cuts lines at LF, CRLF and CR and at nothing else', () => {
    const lines = (t: string) => splitLines(t).map((l) => l.text + (l.eol ? `|${l.eol.replace('\r', 'R').replace('\n', 'N')}` : ''));
    assert.deepEqual(lines('甲\n乙\r\n丙\r丁'), ['甲|N', '乙|RN', '丙|R', '丁']);
    assert.deepEqual(lines(''), ['']);
    assert.deepEqual(lines('甲\n'), ['甲|N', '']);
    assert.deepEqual(lines('甲\v乙\f丙\u2028丁\u0085戊'), ['甲\v乙\f丙\u2028丁\u0085戊']);
  });

  it('agrees with vscode-languageserver-textdocument', () => {
    fc.assert(
      fc.property(textArb(), fc.nat(400), fc.nat(40), fc.nat(40), (text, offset, line, character) => {
        const reference = TextDocument.create('file:///a', 'plaintext', 1, text);
        assert.equal(splitLines(text).length, reference.lineCount);
        assert.deepEqual(positionAt(text, Math.min(offset, text.length)), reference.positionAt(offset));
        assert.equal(offsetAt(text, { line, character }), reference.offsetAt({ line, character }));
      }),
    );
  });

  it('knows overlap and the byte order mark', () => {
    assert.ok(overlaps(span(1, 3), span(2, 5)));
    assert.ok(!overlaps(span(1, 3), span(3, 5)));
    assert.ok(overlaps(span(3, 3), span(3, 5)));
    assert.equal(withoutBom('\ufeff甲'), '甲');
  });
});
