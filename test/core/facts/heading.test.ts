import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHeading, writeOrdinal } from '../../../server/core/facts/heading';
import { textArb } from '../../support/texts';

/** Family, ordinal, the number, the title, the body; and the mark that should be another. */
function read(line: string): string | undefined {
  const h = readHeading(line);
  if (!h) return undefined;
  const at = (s: { from: number; to: number }) => line.slice(s.from, s.to);
  return `${h.family} ${h.ordinal} ${at(h.number)}|${at(h.title)}${h.body ? `|${at(h.body)}` : ''}${h.mark ? ` “${at(h.mark.span)}”→“${h.mark.expected}”` : ''}`;
}

describe('facts/heading', () => {
  const table: [string, string][] = [
    ['一、总体情况', 'chinese 1 一、|总体情况'],
    ['　　十二、附则', 'chinese 12 十二、|附则'],
    ['\u00a0二、主要做法 ', 'chinese 2 二、|主要做法'],
    ['（一）加强领导。成立专班。', 'chinese-bracket 1 （一）|加强领导|成立专班。'],
    ['(十一) 加强领导', 'chinese-bracket 11 (十一)|加强领导'],
    ['1.规范执法', 'arabic 1 1.|规范执法'],
    ['１．规范执法', 'arabic 1 １．|规范执法'],
    ['2.2024年以来，案件下降。', 'arabic 2 2.|2024年以来，案件下降'],
    ['3.5G网络建设', 'arabic 3 3.|5G网络建设'],
    ['4.5+2就业服务模式', 'arabic 4 4.|5+2就业服务模式'],
    ['5.12345热线办理情况', 'arabic 5 5.|12345热线办理情况'],
    ['（1）建立台账', 'arabic-bracket 1 （1）|建立台账'],
    ['①建立台账', 'circled 1 ①|建立台账'],
    ['第一部分 总体情况', 'part 1 第一部分|总体情况'],
    ['第三章　法律责任', 'chapter 3 第三章|法律责任'],
    ['# 法治政府建设报告', 'markdown 0 |法治政府建设报告'],
    ['## 一、总体情况', 'chinese 1 一、|总体情况'],
    ['### 概况 ###', 'markdown 0 |概况'],
    ['（一）、加强领导', 'chinese-bracket 1 （一）、|加强领导 “、”→“”'],
    ['(1).建立台账', 'arabic-bracket 1 (1).|建立台账 “.”→“”'],
    ['一.总体情况', 'chinese 1 一.|总体情况 “.”→“、”'],
    ['一，总体情况', 'chinese 1 一，|总体情况 “，”→“、”'],
    ['1、规范执法', 'arabic 1 1、|规范执法 “、”→“.”'],
    ['①、建立台账', 'circled 1 ①、|建立台账 “、”→“”'],
    ['1、5月底前完成', 'arabic 1 1、|5月底前完成'],
    ['1、50项任务全部办结', 'arabic 1 1、|50项任务全部办结'],
  ];
  for (const [line, expected] of table) it(line, () => assert.equal(read(line), expected));

  const none = [
    '1.5亿元资金到位',
    '2.0版本上线',
    '1、2号楼改造完成',
    '3、4季度经济运行情况',
    '12.5%的企业参与',
    '一、二审案件30件',
    '二、三产业占比提升',
    '一，深入推进政务公开，提升服务水平。',
    '第一部分是总体情况',
    '第三章规定了法律责任。',
    '第一章第二节所列事项，另行规定。',
    '2024年以来',
    '1.',
    '（此件公开发布）',
    '（2024）云01行初3号',
    '#不是标题',
    '',
    '　　',
  ];
  for (const line of none) it(`none: ${line}`, () => assert.equal(read(line), undefined));

  it('ends the title of a numbered paragraph at its first clause', () => {
    const line = `1.我局领导班子成员带头学法用法，${'认真落实各项制度'.repeat(8)}。`;
    assert.equal(read(line)?.split('|')[1], '我局领导班子成员带头学法用法');
  });

  it('writes another ordinal the way a heading has its own', () => {
    const write = (line: string, n: number) => writeOrdinal(line, readHeading(line)!, n);
    assert.equal(write('一、总体情况', 12), '十二');
    assert.equal(write('１．规范执法', 12), '１２');
    assert.equal(write('(1)台账', 3), '3');
    assert.equal(write('①台账', 3), '③');
    assert.equal(write('①台账', 21), undefined);
    assert.equal(write('第一章 总则', 3), '三');
  });

  it('reads numbers that are a single sign, and spells them', () => {
    const spelled = (line: string) => {
      const h = readHeading(line);
      return h && [h.family, h.level, h.ordinal, h.spelled];
    };
    assert.deepEqual(spelled('㈡规范执法'), ['chinese-bracket', 2, 2, '（二）']);
    assert.deepEqual(spelled('⒊完善制度'), ['arabic', 3, 3, '3.']);
    assert.deepEqual(spelled('⑴建立台账'), ['arabic-bracket', 4, 1, '（1）']);
    assert.equal(spelled('⒈5亿元'), undefined);
    assert.equal(writeOrdinal('㈡规范执法', readHeading('㈡规范执法')!, 3), '㈢');
    assert.equal(writeOrdinal('㈡规范执法', readHeading('㈡规范执法')!, 11), undefined);
  });

  it('tells a heading that begins with the same numeral from a pair of them', () => {
    assert.equal(readHeading('一、一年来的主要工作')?.ordinal, 1);
    assert.equal(readHeading('二、三产业稳步增长'), undefined);
    assert.equal(readHeading('一、二审案件均已办结'), undefined);
  });

  it('reads any line, its spans in order', () => {
    fc.assert(
      fc.property(textArb(12), (text) => {
        const line = text.split(/\r\n|\r|\n/)[0];
        const h = readHeading(line);
        if (!h) return;
        assert.ok(h.number.from <= h.number.to && h.number.to <= h.title.from && h.title.from <= h.title.to && h.title.to <= line.length);
        assert.ok(!h.body || (h.body.from >= h.title.to && h.body.to <= line.length));
      }),
    );
  });
});
