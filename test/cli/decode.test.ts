/** Encodings: recognised by what the bytes show, and written back only without loss. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encode } from '../../server/cli/decode';
import { REPORT, textArb } from '../support/texts';

/** REPORT's first line and a paragraph in GB18030, made with another encoder. */
const GB = Buffer.from('c1d9b4a8cad0cbbeb7a8bed6b9d8d3da323032350ae4afb2bfc9e7b1a3a1a3'.replace('e4afb2bf', 'b2bf'), 'hex');

describe('decode', () => {
  it('UTF-8, with and without byte order mark', () => {
    for (const bom of [false, true]) {
      const bytes = Buffer.from((bom ? '\ufeff' : '') + REPORT);
      assert.deepEqual(decode(bytes), { text: REPORT, encoding: 'utf-8', bom });
      assert.deepEqual(encode(REPORT, decode(bytes)!, bytes), bytes);
    }
  });

  it('UTF-16, with and without byte order mark', () => {
    for (const bom of [false, true]) {
      const little = Buffer.from((bom ? '\ufeff' : '') + REPORT, 'utf16le');
      const big = Buffer.from(little).swap16();
      assert.deepEqual(decode(little), { text: REPORT, encoding: 'utf-16le', bom });
      assert.deepEqual(decode(big), { text: REPORT, encoding: 'utf-16be', bom });
      for (const bytes of [little, big]) assert.deepEqual(encode(REPORT, decode(bytes)!, bytes), bytes);
    }
  });

  it('GB18030, written back byte for byte', () => {
    const read = decode(GB)!;
    assert.deepEqual(read, { text: '临川市司法局关于2025\n部社保。', encoding: 'gb18030', bom: false });
    assert.deepEqual(encode(read.text, read, GB), GB);
    assert.equal(encode(read.text.replace('局', '厅'), read, GB)!.toString('hex'), GB.toString('hex').replace('bed6', 'ccfc'));
    // What two bytes cannot say is not written.
    assert.equal(encode(`${read.text}𠮷`, read, GB), null);
  });

  it('UTF-8 with a broken place is UTF-8, and is not written back', () => {
    const bytes = Buffer.from(REPORT);
    const broken = Buffer.concat([bytes.subarray(0, 40), Buffer.of(0xe4), bytes.subarray(42)]);
    const read = decode(broken)!;
    assert.equal(read.encoding, 'utf-8?');
    assert.ok(read.text.includes('\ufffd') && read.text.includes('法治政府建设'));
    assert.equal(encode(read.text, read, broken), null);
  });

  it('what is no text is none', () => {
    assert.equal(decode(Buffer.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)), null);
    assert.equal(decode(Buffer.from('%PDF-1.7\n\0\0\0\0ab')), null);
    assert.deepEqual(decode(Buffer.alloc(0)), { text: '', encoding: 'utf-8', bom: false });
  });

  it('any text in any encoding that holds it comes back byte for byte', () => {
    fc.assert(
      fc.property(textArb(), fc.constantFrom('utf8', 'utf16le'), (text, as) => {
        const bytes = Buffer.from(`\ufeff${text}`, as as BufferEncoding);
        const read = decode(bytes)!;
        assert.deepEqual(encode(read.text, read, bytes), bytes);
      }),
    );
  });

  it('any bytes are read or declined', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = decode(Buffer.from(bytes));
        if (read) assert.equal(typeof read.text, 'string');
      }),
    );
  });
});
