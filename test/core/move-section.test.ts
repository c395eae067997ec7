/** Moving a section: its text goes, the numbers at each place stay, references follow. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, textEdits } from '../../server/core/edits';
import { moveSection } from '../../server/core/move-section';
import { offsetAt } from '../../server/core/text';
import { Service } from '../../server/service';
import { textArb } from '../support/texts';

const service = new Service({ today: '2026-01-20' });
const open = (text: string) => service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'official-document' }).document;

/** Moves the section with one title before the one with another. */
function moved(text: string, title: string, before?: string): string {
  const document = open(text);
  const find = (name: string) => document.outline.sections.find((s) => s.title === name)!;
  return applyEdits(
    text,
    textEdits(document, moveSection(document, find(title), before === undefined ? undefined : find(before))),
    offsetAt,
  );
}

const TEXT = `临川市司法局关于2025年工作情况的报告

一、甲

甲文，见第三部分。

二、乙

（一）子

（二）丑

三、丙

丙文。

特此报告。

临川市司法局
2026年1月20日
`;

describe('moving a section', () => {
  it('moves it up with all that stands under it', () => {
    assert.equal(
      moved(TEXT, '丙', '甲'),
      TEXT.replace(/一、甲[^]*丙文。\n\n/, '一、丙\n\n丙文。\n\n二、甲\n\n甲文，见第一部分。\n\n三、乙\n\n（一）子\n\n（二）丑\n\n'),
    );
  });
  it('moves it behind the last, before the foot of the report', () => {
    assert.equal(
      moved(TEXT, '甲'),
      TEXT.replace(/一、甲[^]*丙文。\n\n/, '一、乙\n\n（一）子\n\n（二）丑\n\n二、丙\n\n丙文。\n\n三、甲\n\n甲文，见第二部分。\n\n'),
    );
  });
  it('moves below a heading, and not across', () => {
    assert.equal(moved(TEXT, '丑', '子'), TEXT.replace('（一）子\n\n（二）丑', '（一）丑\n\n（二）子'));
    assert.equal(moved(TEXT, '丑', '甲'), TEXT);
    assert.equal(moved(TEXT, '甲', '乙'), TEXT, 'it is there already');
  });
  it('keeps line ends, and ends that have none', () => {
    const crlf = TEXT.replace(/\n/g, '\r\n');
    assert.ok(!/[^\r]\n/.test(moved(crlf, '丙', '甲')));
    assert.equal(moved('某局工作报告\n一、甲\n二、乙', '乙', '甲'), '某局工作报告\n一、乙\n二、甲');
  });

  it('loses and adds nothing', () => {
    const inked = (text: string) =>
      text
        .replace(/[〇零一二三四五六七八九十百\d０-９①-⑳㈠-㈩⑴-⒇⒈-⒛]+/g, '#')
        .split(/\r\n|\n|\r/)
        .filter((line) => line.trim() !== '')
        .sort();
    fc.assert(
      fc.property(textArb(), fc.nat(), fc.nat(), (body, a, b) => {
        const text = `临川市司法局关于2025年工作情况的报告\n${body}\n`;
        const document = open(text);
        const { sections } = document.outline;
        if (sections.length === 0) return;
        const section = sections[a % sections.length];
        const siblings = section.parent?.children ?? document.outline.roots;
        const edits = textEdits(document, moveSection(document, section, siblings[b % (siblings.length + 1)]));
        assert.deepEqual(inked(applyEdits(text, edits, offsetAt)), inked(text));
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 300) },
    );
  });
});
