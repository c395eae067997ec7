import assert from 'node:assert/strict';
import fc from 'fast-check';
import { showInterval } from '../../../server/core/decimal';
import { readFigures, type Figure } from '../../../server/core/facts/figure';
import { scan } from '../../../server/core/facts/scan';
import { textArb } from '../../support/texts';

function read(text: string): readonly Figure[] {
  return readFigures(scan(text), { identifiers: [], documentNumbers: [], dates: [], citations: [], heading: undefined });
}
function words(text: string): string[] {
  return read(text).map((f) => text.slice(f.span.from, f.span.to));
}

describe('facts/figure: what is a quantity', () => {
  for (const [text, expected] of [
    ['共受理投诉1.2万余件，办结率达98.5%。', ['1.2万余件', '98.5%']],
    ['出动人员860人次,检查商户 320 家次;', ['860人次', '320 家次']],
    ['罚没255.89万元，减免３０６.５万元', ['255.89万元', '３０６.５万元']],
    ['提高2.3个百分点，增长1.5倍，降低3成', ['2.3个百分点', '1.5倍', '3成']],
    ['建成3～5个站点，占63%～68%', ['3～5个', '63%～68%']],
    ['抽查四个部门、十一个区、八类产品', ['四个', '十一个', '八类']],
    ['三百〇五件、二十余家、两起', ['三百〇五件', '二十余家', '两起']],
    ['百分之九十五的企业', ['百分之九十五']],
    ['浓度31.3微克/立方米', ['31.3微克/立方米']],
    ['甲、乙、丙分别为12、15和18件', ['12', '15', '18件']],
    ['惠及群众33万，其中', ['33万']],
    ['收案321 146件（不含旧存28 802件）', ['321 146件', '28 802件']],
    ['8条次干路、40家次、6场次', ['8条', '40家次', '6场次']],
    ['3亿多元、30余万元、3万多人', ['3亿多元', '30余万元', '3万多人']],
  ] as const)
    it(text, () => assert.deepEqual(words(text), expected));

  for (const text of [
    '2024年1月20日',
    '二〇二四年',
    '第3批、第十二届',
    '“136”行动、“1+7”矩阵',
    '《三年行动计划2.0》',
    '1+3+X模式',
    '拨打12315',
    'V2.0、5G、PM2.5',
    '一批、一项、一种、统一',
    '十分重要',
    '二期、三轮、九次全会',
    '数十家、几百人',
    '城乡收入比2.12:1',
    '〔2024〕3号',
    '千方百计、百家争鸣',
  ])
    it(`none: ${text}`, () => assert.deepEqual(words(text), []));

  it('total and in order, whatever the text', () => {
    fc.assert(
      fc.property(textArb(), (text) => {
        let end = 0;
        for (const f of read(text)) {
          assert.ok(f.span.from >= end && f.span.to <= text.length && f.span.from < f.span.to);
          assert.ok(f.label.from <= f.label.to && f.label.to <= f.span.from);
          assert.ok(f.sentence.from <= f.span.from && f.clause.from <= f.span.from);
          end = f.span.to;
        }
      }),
    );
  });
});

describe('facts/figure: what a printed number stands for', () => {
  for (const [text, expected] of [
    ['324件', '324'],
    ['7.4万户', '[73500, 74500]'],
    ['2.2530万件', '[22529.5, 22530.5]'],
    ['13000余人', '(13000, 14000)'],
    ['10余个', '(10, 20)'],
    ['1.2万余件', '(12000, 13000)'],
    ['30余万元', '(300000, 400000)'],
    ['近200家', '[180, 200)'],
    ['约50人', '[45, 55]'],
    ['50人左右', '[45, 55]'],
    ['超1.5亿元', '(150000000, ∞)'],
    ['突破4000户', '(4000, ∞)'],
    ['100家以上', '[100, ∞)'],
    ['不少于3人', '[3, ∞)'],
    ['不超过5个', '[0, 5]'],
    ['不足20户', '[0, 20)'],
    ['3～5万户', '[30000, 50000]'],
    ['二三十家', '[20, 30]'],
    ['66%', '[65.5, 67)'],
    ['71.59%', '[71.585, 71.60)'],
    ['节约30万元', '[295000, 305000]'],
    ['签约20个', '20'],
    ['附近3家', '3'],
  ] as const)
    it(text, () => assert.equal(showInterval(read(text)[0].stands).replace('71.6)', '71.60)'), expected));
});

describe('facts/figure: where it stands', () => {
  it('brackets have sentences of their own, and the clause goes on behind them', () => {
    const figures = read('检查燃具（含减压阀8只，软管6根；共14件）12家，发现3个问题。');
    assert.equal(figures.length, 5);
    assert.notEqual(figures[0].sentence, figures[3].sentence);
    assert.equal(figures[0].sentence, figures[1].sentence);
    assert.notEqual(figures[1].sentence, figures[2].sentence, '； ends a sentence inside brackets too');
    assert.equal(figures[3].sentence, figures[4].sentence);
    assert.notEqual(figures[3].clause, figures[4].clause);
    assert.equal(figures[3].clause.from, 0);
  });

  it('a mark without its partner divides nothing', () => {
    const [a, b] = read('检查（含抽查8家，整改6家。');
    assert.equal(a.sentence, b.sentence);
    assert.equal(a.setting.bracket, undefined);
  });

  it('separators of thousands are no commas', () => {
    const [a, b] = read('检查12,345家,整改6,789家');
    assert.equal(a.clause.to, 9);
    assert.equal(b.clause.from, 10);
  });
});
