/** 格式要素: what the head and the foot of a document are, with and without attachments behind it. */
import assert from 'node:assert/strict';
import { Service } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
const layoutOf = (text: string) =>
  service.open('file:///a.gongwen', 'gongwen', 1, text, { rules: {}, profile: 'official-document' }).document.layout;
const HEAD = '临川市司法局关于2025年工作情况的报告\n临川市人民政府：\n一、总体情况\n全年办理案件30件。\n';
const FOOT = '临川市司法局\n2026年1月20日\n';

describe('layout', () => {
  it('finds the foot before the attachments, however long they are', () => {
    const pages = (what: string) => Array.from({ length: 80 }, (_, i) => `${what}${i}。`).join('\n');
    const layout = layoutOf(
      `${HEAD}${pages('正文')}\n附件：1.统计表\n　　　2.人员名册\n${FOOT}附件1\n\n统计表\n${pages('数据')}\n附件2\n云河区司法局\n人员名册\n${pages('人员')}`,
    );
    assert.equal(layout.signature?.text, '临川市司法局');
    assert.equal(layout.issueDate?.text, '2026年1月20日');
    assert.deepEqual(
      layout.entries.map(({ block, entry }) => [entry.ordinal, block.text.slice(entry.name.from, entry.name.to)]),
      [
        [1, '统计表'],
        [2, '人员名册'],
      ],
    );
    assert.deepEqual(
      layout.annexes.map(({ ordinal, titles }) => [ordinal, titles[0]?.text]),
      [
        [1, '统计表'],
        [2, '云河区司法局'],
      ],
    );
  });

  it('takes no heading of the list of attachments into the outline', () => {
    const { document } = service.open('file:///a.gongwen', 'gongwen', 1, `${HEAD}附件：1.统计表\n　　　2.人员名册\n${FOOT}`, {
      rules: {},
      profile: 'official-document',
    });
    assert.deepEqual(
      document.outline.sections.map((s) => s.title),
      ['总体情况'],
    );
  });

  it('reads several attachments on one line, and wrong marks', () => {
    const { entries } = layoutOf(`${HEAD}附件：1、统计表；　2、人员名册。\n${FOOT}`);
    assert.deepEqual(
      entries.map(({ block, entry }) => [
        block.text.slice(entry.name.from, entry.name.to),
        block.text.slice(entry.tail.from, entry.tail.to),
      ]),
      [
        ['统计表', '；'],
        ['人员名册', '。'],
      ],
    );
  });

  it('takes 附件1 with its title on the same line for an attachment only behind a list', () => {
    assert.equal(layoutOf(`${HEAD}${FOOT}附件1：统计表\n附件2：人员名册\n`).annexes.length, 0);
    assert.equal(layoutOf(`${HEAD}附件：统计表\n${FOOT}附件1：统计表\n共30件。`).annexes.length, 1);
  });

  it('knows the foot: 附注, 抄送, 此页无正文, words that ask', () => {
    const layout = layoutOf(
      `${HEAD}妥否，请批示。\n（此页无正文）\n${FOOT}联系人：李明，电话：12345678\n抄送：临川市财政局\n临川市司法局办公室　2026年1月21日印发`,
    );
    assert.ok(layout.contact && layout.copies && layout.blankPage);
    assert.deepEqual(
      layout.pleas.map((b) => b.text),
      ['妥否，请批示。'],
    );
    assert.equal(layoutOf(`${HEAD}${FOOT}抄送：临川市财政局，\n临川市审计局。`).copies, undefined);
  });

  it('knows a 主送机关 that ends with another mark, and no sentence for one', () => {
    assert.equal(
      layoutOf('临川市司法局关于2025年工作情况的报告\n临川市委、临川市人民政府。\n一、总体情况').unaddressed?.text,
      '临川市委、临川市人民政府。',
    );
    for (const line of ['现将有关情况报告市政府。', '各单位要高度重视，报送有关部门。'])
      assert.equal(layoutOf(`临川市司法局关于2025年工作情况的报告\n${line}\n一、总体情况`).unaddressed, undefined, line);
  });
});
