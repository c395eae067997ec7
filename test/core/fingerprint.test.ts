/** Findings and sentences are known again. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprint, hash, normalise, sentenceAt, sentenceFingerprint } from '../../server/core/fingerprint';
import { Service } from '../../server/service';
import { REPORT, textArb } from '../support/texts';

const FAULTY = REPORT.replace('其中食品类70件', '其中食品类75件');

function prints(text: string): Map<string, string> {
  const report = new Service({ today: '2026-01-20' }).open('file:///a.txt', 'plaintext', 1, text);
  return new Map(report.findings().map((f) => [f.rule.id, fingerprint(f)]));
}

describe('fingerprint', () => {
  it('a sentence is found around a span', () => {
    const text = '甲。乙1.5%，丙！丁';
    const at = (from: number, to: number) => sentenceAt(text, { from, to });
    assert.equal(at(0, 1), '甲。');
    assert.equal(at(0, 2), '甲。');
    assert.equal(at(3, 5), '乙1.5%，丙！');
    assert.equal(at(10, 10), '丁');
    assert.equal(at(10, 11), '丁');
    assert.equal(at(0, 11), '甲。乙1.5%，丙！丁');
    assert.equal(sentenceAt('', { from: 0, to: 0 }), '');
  });

  it('any span of any text has a sentence that holds it, apart from white space', () => {
    fc.assert(
      fc.property(textArb(), fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % (text.length + 1);
        const to = from + (b % (text.length - from + 1));
        assert.ok(sentenceAt(text, { from, to }).includes(text.slice(from, to).trim()));
      }),
    );
  });

  it('says the same for other widths and spaces, and something else for another figure', () => {
    const of = (text: string) => sentenceFingerprint(text, { from: 0, to: 1 });
    assert.equal(of('查处案件120件，其中甲类70件。'), of('查处案件 120件,其中甲类70件。'));
    assert.notEqual(of('查处案件120件，其中甲类70件。'), of('查处案件120件，其中甲类71件。'));
    assert.equal(normalise('（甲）　乙'), '(甲)乙');
  });

  it('is a number of 14 digits that does not change between versions', () => {
    assert.equal(hash('查处案件120件。'), '09ab7e5ff81456');
    fc.assert(fc.property(fc.string(), (text) => /^[0-9a-f]{14}$/.test(hash(text))));
    assert.equal(new Set(Array.from({ length: 20_000 }, (_, i) => hash(`查处案件${i}件`))).size, 20_000);
  });

  it('moves with its sentence and expires when the sentence changes', () => {
    const before = prints(FAULTY).get('figure/sum');
    assert.match(before!, /^figure\/sum:[0-9a-f]{14}$/);
    assert.equal(prints(FAULTY.replace('一、2025', '前言。\n一、2025')).get('figure/sum'), before);
    assert.equal(prints(FAULTY.replace('查处案件', '\n另起一行。查处案件')).get('figure/sum'), before);
    assert.notEqual(prints(FAULTY.replace('药品类50件', '药品类51件')).get('figure/sum'), before);
  });

  it('something absent is known by what is absent', () => {
    const found = prints(REPORT.replace('二、2025年度推进法治政府建设存在的不足和原因\n由于人手不足，执法力量仍显薄弱。\n', ''));
    assert.match(found.get('section/missing')!, /^section\/missing#[a-z-]+$/);
  });
});
