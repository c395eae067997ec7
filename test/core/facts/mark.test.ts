import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentNumber } from '../../../server/core/facts/document-number';
import { countFullWidth, readHalfWidth } from '../../../server/core/facts/mark';
import { scan } from '../../../server/core/facts/scan';
import { textArb } from '../../support/texts';

/** The text with every mark that was read made full-width. */
function mended(text: string): string {
  let out = '';
  let at = 0;
  for (const { span, full } of readHalfWidth(scan(text), [])) {
    out += text.slice(at, span.from) + full;
    at = span.to;
  }
  return out + text.slice(at);
}

describe('facts/mark', () => {
  const table: [string, string][] = [
    ['今年以来,我局办理案件86件;其中食品类30件.', '今年以来，我局办理案件86件；其中食品类30件.'],
    ['合格率为98.5%,同比上升', '合格率为98.5%，同比上升'],
    ['(一)加强领导', '（一）加强领导'],
    ['(1)建立台账', '（1）建立台账'],
    ['《云河区规划》(草案),征求意见', '《云河区规划》（草案），征求意见'],
    ['办法(2022修订)的通知', '办法（2022修订）的通知'],
    ['甲类(12件),(含3件未结)', '甲类（12件），（含3件未结）'],
    ['办结12件(A类8件,B类4件),均已归档', '办结12件（A类8件，B类4件），均已归档'],
    ['混用（含3件)的括号', '混用（含3件）的括号'],
    ['“一网通办”,“一窗受理”', '“一网通办”，“一窗受理”'],
    ['是否听证?应当听证!', '是否听证？应当听证！'],
    ['网址:https://a.example.cn/x?y=1,2,请查阅', '网址：https://a.example.cn/x?y=1,2，请查阅'],
    ['是否 , 属实', '是否 ， 属实'],
  ];
  for (const [text, expected] of table) it(text, () => assert.equal(mended(text), expected));

  const silent = [
    '时间为9:30至11:30，金额1,234,567元，比例3:1。',
    'Rule of Law (Draft), 2nd ed.; see p. 3!',
    '“Hello, world!”',
    '[办事指南](https://example.cn)',
    '见`查询(编号,年份)`。',
    '1)登记；2)核验；a)归档',
    '代码 f(x, y) 与 g(x)',
    '',
  ];
  for (const text of silent) it(`silent: ${text}`, () => assert.equal(mended(text), text));

  it('leaves the brackets of a document number alone', () => {
    const text = '依据云司发(2025)3号,开展清理';
    const numbers = [{ span: { from: 2, to: 13 } }] as unknown as DocumentNumber[];
    assert.deepEqual(
      readHalfWidth(scan(text), [], numbers).map((m) => m.span.from),
      [13],
    );
  });

  it('counts full-width marks', () => {
    assert.equal(countFullWidth(scan('甲，乙；（丙）、丁。“戊”')), 4);
    assert.equal(countFullWidth(scan('甲乙')), 0);
  });

  it('finds nothing more once mended', () => {
    const pieces = fc.array(fc.constantFrom(...',;:?!()（），、。 “”《》甲乙1A%`:/http://x[]\n'), { maxLength: 40 }).map((p) => p.join(''));
    fc.assert(
      fc.property(fc.oneof(pieces, textArb(60)), (text) => assert.deepEqual(readHalfWidth(scan(mended(text)), []), [])),
      { numRuns: 2000 },
    );
  });

  it('takes any text in time', () => {
    for (const piece of ['(', ')', '(甲', '甲)', '://', '`(', ',', '( ']) readHalfWidth(scan(piece.repeat(99_000 / piece.length)), []);
  });
});
