/** A report's findings for an assistant in the editor. */
import assert from 'node:assert/strict';
import { ServerCommand, type CheckedReport } from '../../server/lsp/protocol';
import { FAULTY } from '../cli/support';
import { TestClient } from '../support/client';

describe('the checker for assistants', () => {
  it('tells of an open report as it is now, of one on disk, of other texts and of none', async () => {
    const client = await TestClient.start({ files: { 'file:///w/盘.txt': FAULTY, 'file:///w/信.txt': '买菜。\n' } });
    const check = (uri: string) =>
      client.connection.sendRequest<CheckedReport | null>('workspace/executeCommand', {
        command: ServerCommand.checkReport,
        arguments: [uri, 'plaintext'],
      });
    await client.open('file:///w/开.txt', FAULTY.replace('其中食品类75件', '其中食品类70件'), 'plaintext');
    const open = (await check('file:///w/开.txt'))!;
    const disk = (await check('file:///w/%E7%9B%98.txt')) ?? (await check('file:///w/盘.txt'));
    const rules = (report: CheckedReport | null) => report!.findings.map((f) => f.rule);
    assert.ok(rules(open).includes('document-number/malformed') && !rules(open).includes('figure/sum'));
    assert.ok(rules(disk).includes('figure/sum'));
    const found = open.findings.find((f) => f.rule === 'document-number/malformed')!;
    assert.equal(found.text, '临政办发[2025]12号');
    assert.ok(found.basis.length > 0 && found.fixes[0].safe && found.message.length > 10);
    assert.deepEqual(await check('file:///w/信.txt'), { profile: null, reportYear: null, findings: [] });
    assert.equal(await check('file:///w/无.txt'), null);
    await client.stop();
  });
});
