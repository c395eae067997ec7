import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDocumentNumber, readDocumentNumbers, type DocumentNumber } from '../../../server/core/facts/document-number';
import { readIdentifiers } from '../../../server/core/facts/identifier';
import { scan } from '../../../server/core/facts/scan';
import { joinWrappedNumbers } from '../../../server/core/facts/wrapped-number';

function read(text: string): readonly DocumentNumber[] {
  const s = scan(text);
  return joinWrappedNumbers(s, readDocumentNumbers(s, readIdentifiers(s)));
}

const keys = (text: string): string[] => read(text).map((n) => n.key);

describe('numbers over a line end', () => {
  const whole = [
    '根据国办发\n〔2023〕5号',
    '根据国办发〔2023〕\n5号',
    '根据国办\n发〔2023〕5号',
    '根据国办发〔20\n23〕5号',
    '国办发〔2023〕5\n号文件',
    '国办发〔2023\n〕5号',
    '国办发〔\r\n2023〕5号',
  ];
  for (const text of whole)
    it(JSON.stringify(text), () => {
      assert.deepEqual(keys(text), ['国办发〔2023〕5号']);
      const [{ span, faults, canonical }] = read(text);
      assert.equal(text.slice(span.from, span.to).replace(/[\r\n]/g, ''), '国办发〔2023〕5号');
      assert.deepEqual([faults, canonical], [[], text.slice(span.from, span.to)]);
    });

  it('among others, in order of place', () => {
    assert.deepEqual(keys('国发〔2020〕1号、国办发〔2021〕\n2号、云政发〔2022〕\n3号和国函〔2023〕4号'), [
      '国发〔2020〕1号',
      '国办发〔2021〕2号',
      '云政发〔2022〕3号',
      '国函〔2023〕4号',
    ]);
  });

  const silent = [
    '建议如下\n〔2023〕5号',
    '国办发[2023]\n5号',
    '国办发〔2023〕\n第5号',
    '国办发〔2023〕 \n5号',
    '统一部署\n云政办发〔2023〕5号',
    '临川府\n发〔2023〕5号',
    '（2023）渝01\n行终123号',
  ];
  for (const text of silent)
    it(`nothing is put together in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(read(text), readDocumentNumbers(scan(text), readIdentifiers(scan(text)))));

  it('wherever the line end is behind the 代字, the number is the same', () => {
    const code = fc.constantFrom('国发', '国办发', '云政办发', '青府规发', '临司函', '工信部联企业', '市监罚字');
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1950, max: 2040 }),
        fc.integer({ min: 1, max: 99999 }),
        fc.nat(),
        fc.constantFrom('\n', '\r\n', '\r'),
        (c, y, n, cut, eol) => {
          const number = formatDocumentNumber(c, y, n);
          const at = c.length + 1 + (cut % (number.length - c.length - 1));
          assert.deepEqual(keys(`根据${number.slice(0, at)}${eol}${number.slice(at)}的规定`), [number]);
        },
      ),
    );
  });

  it('costs no more than the text', () => {
    const text = '根据国办发〔2023〕\n5号和有关规定，'.repeat(20_000);
    assert.equal(read(text).length, 20_000);
  });
});
