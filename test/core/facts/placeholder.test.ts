import assert from 'node:assert/strict';
import type { DocumentNumber } from '../../../server/core/facts/document-number';
import { readPlaceholders } from '../../../server/core/facts/placeholder';
import { scan } from '../../../server/core/facts/scan';

const read = (text: string, numbers: readonly DocumentNumber[] = []) =>
  readPlaceholders(scan(text), numbers).map(({ span }) => text.slice(span.from, span.to));

describe('facts/placeholder', () => {
  const found: [string, string[]][] = [
    ['××市司法局办理案件××件', ['××', '××']],
    ['20××年，×月×日', ['××', '×', '×']],
    ['20XX年，XX县办理XX件', ['20XX', 'XX', 'XX']],
    ['202X年X月X日', ['202X', 'X', 'X']],
    ['xxx同志', ['xxx']],
    ['组织培训【待补：次数】次', ['【待补：次数】']],
    ['主要做法（请填写本单位数据）。', ['（请填写本单位数据）']],
    ['[此处插入图表]', ['[此处插入图表]']],
    ['三、其他事项（略）', ['（略）']],
    ['办结    件，同比增长    %。', ['    ', '    ']],
    ['2026年  月  日', ['年  月  日']],
    ['　　　　年　月　日', ['　　　　年　月　日']],
    ['共检查____家次', ['____']],
    ['□□市人民政府', ['□□']],
  ];
  for (const [text, expected] of found) it(text, () => assert.deepEqual(read(text), expected));

  const silent = [
    '李××诉云河区人民政府一案',
    '车牌云A×××12，电话138××××5678',
    '规格3×5米、10×20厘米',
    '推广“1+3+X”模式，检查X光机3台，定制XXL号工装',
    '附件：任务清单（略）',
    '任务清单（略）',
    '__加粗__',
    '□是 □否',
    '二○○五年',
    '指标    单位    件数',
    '姓名    人',
    '待遇（待定岗人员）',
    '（待审批事项12项）',
    '【案例一】某公司违法占地案',
  ];
  for (const text of silent) it(`silent: ${text}`, () => assert.deepEqual(read(text), []));

  it('leaves the blank of a document number to its own rule', () => {
    assert.deepEqual(read('云司发〔2025〕××号', [{ span: { from: 0, to: 12 } }] as unknown as DocumentNumber[]), []);
  });

  it('takes long texts in time', () => {
    for (const piece of ['×', 'XX市', '【待', '  ', '年  ', '____', '□', '（略']) read(piece.repeat(99_000 / piece.length));
  });
});
