import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBrackets } from '../../../server/core/facts/bracket';
import type { DocumentNumber } from '../../../server/core/facts/document-number';
import { scan } from '../../../server/core/facts/scan';
import { textArb } from '../../support/texts';

/** The text with the faulty marks in ⟦ ⟧, each with its kind's first letters and what is expected. */
function read(text: string, numbers: readonly DocumentNumber[] = []): string[] {
  return readBrackets(scan(text), numbers).map(
    ({ span, kind, expected, insert }) =>
      `${kind} ${text.slice(span.from, span.to)}@${span.from} ${expected}${insert === undefined ? '' : `+${insert}`}`,
  );
}

const LONG = '各部门按照职责分工抓好落实，定期报送进展情况，及时协调解决工作推进中的困难和问题，';

describe('facts/bracket', () => {
  const faulty: [string, string[]][] = [
    ['责任压实。落实2025年普法工作要点》，逐项推进。', ['unopened 》@18 《+7']],
    ['责任压实。印发普法责任清单》，逐项推进。', ['unopened 》@13 《+7']],
    ['依据《云河区信访工作办法，受理事项30件。', ['unclosed 《@2 》+12']],
    ['依据《云河区信访工作办法（试行），受理事项30件。', ['unclosed 《@2 》+16']],
    ['依据(《云河区信访工作办法》,受理事项30件。', ['unclosed (@2 )+14']],
    ['深化“放管服“改革，压减时限。', ['direction “@6 ”']],
    ['深化”放管服”改革，压减时限。', ['direction ”@2 “']],
    ['深化‘互联网+监管‘改革，压减时限。', ['direction ‘@9 ’']],
    ['办理案件【2025)号卷宗3件。', ['mismatch )@9 】']],
    ['依据《办法〉执行。', ['mismatch 〉@5 》']],
    ['深化"放管服”改革，压减时限。', ['mismatch "@2 “']],
    ['深化“放管服"改革，压减时限。', ['mismatch "@6 ”']],
    ['深化“放管服”改革。推进“一网通办改革。', ['unclosed “@12 ”']],
    ['深化改革。推进一网通办”改革，成效明显。', ['unopened ”@11 “']],
    ['一是落实普法清单》要求。', ['unopened 》@8 《+4']],
    ['　　落实普法清单》要求。', ['unopened 》@8 《+4']],
    [`${LONG}按照清单${LONG}压实责任）抓好整改`, [`unopened ）@${LONG.length * 2 + 8} （`]],
    ['推进"一网通办"改革，深化"一业一证改革。', ['unclosed "@13 "']],
    ['全年开展检查（含暗访抽查，发现问题3个。', ['unclosed （@6 ）+12']],
    ['各单位按照分工推进，各项任务（含年中追加任务均已完成', ['unclosed （@14 ）']],
  ];
  for (const [text, expected] of faulty) it(text.slice(-30), () => assert.deepEqual(read(text), expected));

  const silent = [
    '印发《关于落实〈普法清单〉的通知》（云司发〔2025〕3号）。',
    '他说：“要把‘谁执法谁普法’落到实处。”',
    '全角（半角)混用也成对。',
    '交叉的“（标号”）不在此列。',
    '1)建立台账；2)限期整改；a）复查；一）通报。',
    '会议强调：“要坚持依法行政。要强化监督。',
    '“要压实责任。',
    '要守住底线。”',
    '云河区人民政府关于印发《云河区法治政府建设',
    '实施方案》的通知',
    '各镇街要按照《云河区综合行政执法',
    '得分在[60,80)的3个，在(80,100]的9个。',
    '引进“Don’t Panic”课程，回顾’90年代经验。',
    '屏幕为55"，已安装12台。',
    '见代码`f(x`和`g)`的说明。',
    '欢迎监督:)',
    '（一）各单位要严格执行《云河区行政执法',
  ];
  for (const text of silent) it(`silent: ${text.slice(0, 24)}`, () => assert.deepEqual(read(text), []));

  it('leaves the brackets of a faulty document number to its own rule', () => {
    const text = '依据通知（云司发〔20253号），开展清理。';
    const numbers = [{ span: { from: 5, to: 15 } }] as unknown as DocumentNumber[];
    assert.deepEqual(read(text, numbers), []);
    assert.deepEqual(read(text), ['unclosed 〔@8 〕']);
    const outer = [{ span: { from: 5, to: 16 } }] as unknown as DocumentNumber[];
    assert.deepEqual(read('依据通知（云司发〔2025〕3号，开展清理。', outer), ['unclosed （@4 ）+16']);
  });

  it('sees a title that spans sentences as two faults', () => {
    const text = `依据《云河区信访工作办法，${LONG}受理事项30件。${LONG}落实普法清单》要求。`;
    assert.equal(read(text).length, 2);
  });

  it('reads any text, in time, with marks in order', () => {
    fc.assert(
      fc.property(textArb(60), (text) => {
        const faults = readBrackets(scan(text), []);
        faults.forEach((f, i) => assert.ok(f.span.to <= text.length && (i === 0 || f.span.from > faults[i - 1].span.from)));
      }),
    );
    for (const piece of ['《', '》', '“', '（《', '）”', '"', '`（', '（。'])
      assert.ok(readBrackets(scan(piece.repeat(99_000 / piece.length)), []).length <= 40);
  });
});
