/** Lines of the form, 截止 before a time, and the marks of a roll-over: what is read, and what is not. */
import assert from 'node:assert/strict';
import { readCutOffs } from '../../../server/core/facts/cut-off';
import { readForm, readPleas } from '../../../server/core/facts/form';
import { readLastYear } from '../../../server/core/facts/last-year';
import { scan } from '../../../server/core/facts/scan';

const kind = (text: string) => readForm(scan(text))?.kind;

describe('lines of the form', () => {
  it('are told by how they begin', () => {
    assert.deepEqual(
      [
        '附件：统计表',
        '　　附件:1.统计表',
        '附件：',
        '附件1',
        '附件 2',
        '附件',
        '附件2：',
        '附件三',
        '附件1：统计表',
        '抄送：市财政局。',
        '临川市司法局办公室　2026年1月21日印发',
        '（此页无正文）',
        '联系人：李明，电话：12345678',
      ].map(kind),
      [
        'attachments',
        'attachments',
        'attachments',
        'attachment',
        'attachment',
        'attachment',
        'attachment',
        'attachment',
        'attachment',
        'copies',
        'printing',
        'blank-page',
        'contact',
      ],
    );
  });
  it('are no sentences', () => {
    for (const text of [
      '附件中列出了统计表。',
      '附件1所列的30个项目均已完工。',
      '抄送市财政局。',
      '（联系人：李明，电话：12345678）',
      '此页无正文时应当调整行距。',
      '联系人：由各单位指定',
      '《办法》由市政府印发',
      '附件2024年',
    ])
      assert.equal(kind(text), undefined, text);
  });
});

describe('words that ask for a decision', () => {
  const pleas = (text: string) => readPleas(text).map(({ from, to }) => text.slice(from, to));
  it('end a sentence', () => {
    assert.deepEqual(pleas('以上报告妥否，请批示。'), ['妥否', '请批示']);
    assert.deepEqual(pleas('当否，请予批准'), ['当否', '请予批准']);
    for (const text of ['经申请批准后实施。', '请批准机关予以说明。', '以上报告，请审阅。', '稳妥否定了方案。', '提请批准预算方案的议案'])
      assert.deepEqual(pleas(text), [], text);
  });
});

describe('截止 before a time', () => {
  it('is read at the start of a clause only', () => {
    const found = (text: string) => readCutOffs(text).map(({ from }) => from);
    assert.deepEqual(found('截止2025年底，截止目前；截止12月31日'), [0, 9, 14]);
    for (const text of ['截止日期为5月10日', '报名截止5月10日', '截止时间', '截止日前', '已截止。', '截至2025年底'])
      assert.deepEqual(found(text), [], text);
  });
});

describe('marks of a roll-over', () => {
  it('are read whole, with what they hold', () => {
    const text = '查处【待更新：2025年为326件】案件【上年安排：一是培训（120人次）。】，【待补：数据】';
    assert.deepEqual(
      readLastYear(scan(text)).map(({ kind: k, span }) => [k, text.slice(span.from, span.to)]),
      [
        ['figure', '【待更新：2025年为326件】'],
        ['plan', '【上年安排：一是培训（120人次）。】'],
      ],
    );
    assert.deepEqual(readLastYear(scan('【待更新：没有结尾')), []);
  });
});
