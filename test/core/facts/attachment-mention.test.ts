/** Attachments named by number: which words mean one of this document. */
import assert from 'node:assert/strict';
import { readAttachmentMentions } from '../../../server/core/facts/form';
import { scan } from '../../../server/core/facts/scan';

const read = (text: string): string[] =>
  readAttachmentMentions(scan(text)).map(({ ordinal, kind, span }) => `${ordinal} ${kind} ${text.slice(span.from, span.to)}`);

describe('mentions of attachments', () => {
  it('are read behind 见, in brackets, and in lists', () => {
    assert.deepEqual(read('具体情况详见附件3。'), ['3 cited 附件3']);
    assert.deepEqual(read('共办理30件（见附件 2），另有5件（附件三）。'), ['2 cited 附件 2', '3 cited 附件三']);
    assert.deepEqual(read('有关数据见附件1、2和附件4。'), ['1 cited 附件1', '2 cited 2', '4 cited 4']);
    assert.deepEqual(read('名单见附件1至3，口径见本报告附件5'), ['1 cited 附件1', '3 cited 3', '5 cited 附件5']);
    assert.deepEqual(read('建立《执法事项清单》（见附件2）。'), ['2 cited 附件2']);
  });
  it('are not read where another paper’s are meant', () => {
    for (const text of [
      '填报格式见《关于报送数据的通知》附件3。',
      '按照《统计办法》要求填报（见附件3）。',
      '该办法附件2已作规定。',
      '参照省厅通知附件1执行。',
      '依据云司发〔2025〕3号文件（附件2）办理。',
      '附件较多，见附件。',
      '参见附件1.5节',
    ])
      assert.deepEqual(read(text), [], text);
  });
  it('stand at the beginning of a line where an attachment is', () => {
    assert.deepEqual(read('附件2'), ['2 placed 附件2']);
    assert.deepEqual(read('- [附件1-处罚裁量表.doc'), ['1 placed 附件1']);
    assert.deepEqual(read('　　附件3-1'), ['3 placed 附件3']);
  });
  it('are read in linear time', () => {
    const started = Date.now();
    assert.equal(readAttachmentMentions(scan('（附件1、'.repeat(20_000))).length > 0, true);
    readAttachmentMentions(scan('《'.repeat(50_000) + '见附件3'));
    assert.ok(Date.now() - started < 2_000);
  });
});
