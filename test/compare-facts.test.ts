/** Two versions of a text: which facts are others. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalise } from '../server/core/fingerprint';
import { compareFacts, mentionsOf } from '../server/compare-facts';
import { Service } from '../server/service';
import { REPORT, textArb } from './support/texts';

const service = new Service({ today: '2026-01-20' });
const open = (text: string) => service.open('file:///a.txt', 'plaintext', 1, text);
const changes = (before: string, after: string) =>
  compareFacts(open(before), open(after)).map(({ sort, before: was, after: is }) => [sort, was?.value, is?.value]);

describe('compareFacts', () => {
  it('finds each sort of fact, changed, gone and new', () => {
    const text = '根据《关于加强监督的通知》（临政办发〔2025〕12号），2025年3月5日起查处案件120件。另有热线12345。';
    for (const [from, to, wanted] of [
      ['120件', '121件', ['number', '120件', '121件']],
      ['12号', '13号', ['documentNumber', '临政办发〔2025〕12号', '临政办发〔2025〕13号']],
      ['3月5日', '3月6日', ['date', '2025年3月5日', '2025年3月6日']],
      ['监督的', '执法的', ['title', '《关于加强监督的通知》', '《关于加强执法的通知》']],
      ['12345', '12346', ['number', '12345', '12346']],
      ['另有热线12345。', '', ['number', '12345', undefined]],
      ['案件120件', '案件', ['number', '120件', undefined]],
    ] as const) {
      assert.deepEqual(changes(text, text.replace(from, to)), [wanted], from);
      const [sort, was, is] = wanted;
      assert.deepEqual(changes(text.replace(from, to), text), [[sort, is, was]], `${from}, the other way`);
    }
  });

  it('the names of the form', () => {
    assert.deepEqual(changes(REPORT, REPORT.replace('临川市人民政府：', '临川市委：')), [['form', '临川市人民政府：', '临川市委：']]);
  });

  it('wording, order, widths and white space are no facts', () => {
    assert.deepEqual(changes(REPORT, REPORT.replace('加强组织领导', '强化组织领导').replace('一是健全机制。', '')), []);
    assert.deepEqual(changes('查处案件 120件。\n培训4期。', '培训4期。\n\n共查处案件120 件。'), []);
  });

  it('law: a text has the facts of itself, and changes turn round with the versions', () => {
    fc.assert(
      fc.property(textArb(), textArb(), (a, b) => {
        assert.deepEqual(changes(a, a), []);
        const sides = (list: ReturnType<typeof changes>, side: 1 | 2) =>
          list.flatMap((change) => (change[side] === undefined ? [] : [`${change[0]} ${normalise(change[side])}`])).sort();
        const there = changes(a, b);
        const back = changes(b, a);
        assert.deepEqual(sides(there, 1), sides(back, 2));
        assert.deepEqual(sides(there, 2), sides(back, 1));
      }),
    );
  });

  it('every digit of a text is in a mention', () => {
    fc.assert(
      fc.property(textArb(), (text) => {
        const digits = (s: string) => s.replace(/\D/g, '').length;
        const found = mentionsOf(open(text)).filter(({ sort }) => sort !== 'title' && sort !== 'form');
        assert.ok(digits(found.map((m) => m.value).join('')) === digits(text), text);
      }),
    );
  });
});
