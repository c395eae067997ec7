import assert from 'node:assert';
import fc from 'fast-check';
import { creditCheck, looksLikeCitizenNumber } from '../../../server/core/facts/credit-code';
import { insideIdentifier, readIdentifiers } from '../../../server/core/facts/identifier';
import { scan } from '../../../server/core/facts/scan';

/** `kind:text` of every identifier. */
function read(text: string): string[] {
  return readIdentifiers(scan(text)).map((i) => `${i.kind}:${text.slice(i.span.from, i.span.to)}`);
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['请登录http://www.lc.gov.cn/a/2023-05/t1.html查询。', ['url:http://www.lc.gov.cn/a/2023-05/t1.html']],
  ['见https://a.cn/通知/云政发[2023]5号.pdf，共3页', ['url:https://a.cn/通知/云政发[2023]5号.pdf']],
  ['（见http://a.cn/x(1)）', ['url:http://a.cn/x(1)']],
  ['[办法](https://a.cn/2)后', ['url:https://a.cn/2']],
  ['网址www.lc.gov.cn，邮箱zfb2023@lc.gov.cn。', ['url:www.lc.gov.cn', 'email:zfb2023@lc.gov.cn']],
  ['样式为`云政发[2023]5号`。', ['code:`云政发[2023]5号`']],
  ['不成对的`云政发', []],
  ['（2023）渝01行终123号', ['court-case:（2023）渝01行终123号']],
  ['经（2022）最高法知民终1号判决', ['court-case:（2022）最高法知民终1号']],
  ['(2019)浙0105民初77号之一', ['court-case:(2019)浙0105民初77号']],
  [
    '作出（2012）江宁开民初字第646号、（2007）朝民初字第18230号判决',
    ['court-case:（2012）江宁开民初字第646号', 'court-case:（2007）朝民初字第18230号'],
  ],
  ['临川市第十二届人民代表大会常务委员会公告第9号', ['announcement:临川市第十二届人民代表大会常务委员会公告第9号']],
  ['2024年12月18日国务院令第707号', ['decree:国务院令第707号']],
  ['〔2023〕渝0112行初5号', ['court-case:〔2023〕渝0112行初5号']],
  ['深劳人仲案【2022】8836号', ['arbitration:深劳人仲案【2022】8836号']],
  ['云海劳人仲字[2019]第 20462 号', ['arbitration:云海劳人仲字[2019]第 20462 号']],
  ['临川市公安局令 40号', ['decree:临川市公安局令 40号']],
  ['根据国务院令第711号规定', ['decree:国务院令第711号']],
  ['（临川市人民政府令第 31 号）', ['decree:临川市人民政府令第 31 号']],
  ['依据公安部令105号执行、沪府令58号', ['decree:公安部令105号']],
  ['海关总署公告2019年第39号', ['announcement:海关总署公告2019年第39号']],
  ['应急管理部公告（2026年第9号）', ['announcement:应急管理部公告（2026年第9号）']],
  ['民政部公告 2010年 第24号', ['announcement:民政部公告 2010年 第24号']],
  ['2023年第36号', ['announcement:2023年第36号']],
  ['按照GB/T 9704—2012和GB 7718-94编制', ['standard:GB/T 9704—2012', 'standard:GB 7718-94']],
  ['DB36/T 1234.5-2021、T/CAS 12—2020', ['standard:DB36/T 1234.5-2021', 'standard:T/CAS 12—2020']],
  ['代码11320000MB151840XJ。', ['credit-code:11320000MB151840XJ']],
  ['索引号11620300013909010R/2025-48086', ['index:11620300013909010R/2025-48086']],
  ['640221044/2023-00612', ['index:640221044/2023-00612']],
  ['SC10650010500001', ['licence:SC10650010500001']],
  ['国药准字Z20230001', ['drug:国药准字Z20230001']],
  ['合同编号：2023-0045，共2份', ['contract:2023-0045']],
  ['12315热线接听300件，12345件', ['hotline:12315']],
  ['110报警1200起，110起', ['hotline:110']],
  ['电话0791-88886666，手机13800001234', ['phone:0791-88886666', 'phone:13800001234']],
  ['升级为2.0版，增长2.0个百分点', ['version:2.0']],
  ['建设路36号，3号楼', ['address:36号', 'address:3号']],
  ['第三条、第5款、第六届', ['article:第三条', 'article:第5款', 'ordinal:第六']],
  ['“1+7”清单', ['formula:1', 'formula:7']],
  ['PM2.5平均浓度、5G基站、35kV线路', ['designation:PM2.5', 'designation:5G']],
  ['办结案件2954件，罚没12.5万元，3月6日', []],
  ['全市1234户', []],
];

describe('identifiers', () => {
  for (const [text, expected] of table) {
    it(text, () => assert.deepStrictEqual(read(text), expected));
  }

  it('reads the faults of siblings', () => {
    const fault = (text: string) => readIdentifiers(scan(text)).map((i) => ('fault' in i ? i.fault : 'faults' in i ? i.faults : undefined));
    assert.deepStrictEqual(fault('〔2023〕渝0112行初5号'), ['bracket']);
    assert.deepStrictEqual(fault('公安部令105号'), [['ordinal-missing']]);
    assert.deepStrictEqual(fault('公安部令第１２５号'), [['full-width']]);
    assert.deepStrictEqual(fault('统一社会信用代码：91350100M000100Y4Z'), ['letter']);
    assert.deepStrictEqual(fault('统一社会信用代码91350100M000100Y44'), ['check']);
    assert.deepStrictEqual(fault('GB/T 9704-12'), ['two-digit-year']);
  });

  it('computes the check characters of GB 32100', () => {
    for (const code of ['91350100M000100Y43', '11320000MB151840XJ', '11620300013909010R', '11341702486344515H'])
      assert.strictEqual(creditCheck(code), code[17]);
    assert.ok(looksLikeCitizenNumber('110105199001011231') || !looksLikeCitizenNumber('91350100M000100Y43'));
  });

  it('is total, ordered and free of overlaps', () => {
    const piece = fc.constantFrom(
      '国务院令',
      '第',
      '5',
      '2023',
      '号',
      '（',
      '）',
      '〔',
      '〕',
      'GB/T ',
      '-',
      '.',
      '://',
      'a',
      '@',
      '`',
      ' ',
      '渝',
      '民初',
      '\ud800',
      '三',
      '条',
      '编号：',
      '年',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { span } of readIdentifiers(scan(text))) {
          assert.ok(span.from >= at && span.to > span.from && span.to <= text.length, JSON.stringify(text));
          at = span.to;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds whether a place is inside', () => {
    const found = readIdentifiers(scan('第三条甲第四条'));
    assert.deepStrictEqual(
      [insideIdentifier(found, 0, 1), insideIdentifier(found, 3, 4), insideIdentifier(found, 3, 5), insideIdentifier(found, 7, 9)],
      [true, false, true, false],
    );
  });
});
