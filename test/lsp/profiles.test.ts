/** An office's own kinds of reports in the editor: found, told of, and taken anew when a file changes. */
import assert from 'node:assert/strict';
import type { ProfileInfo } from '../../server/lsp/protocol';
import { TestClient } from '../support/client';
import { REPORT } from '../support/texts';

const PROFILE = 'file:///w/.gongwen/profiles/fazhi.json';
const URI = 'file:///w/2025/report.gongwen';
const section = (title: string) => ({ id: 'digital', title, required: 'required', aliases: ['数字法治'], template: '【待补】。' });
const overlay = (...sections: object[]) => JSON.stringify({ extends: 'fazhi-annual-report', sections }, null, 2);

describe('language server: kinds of an office', () => {
  let client: TestClient;
  afterEach(async () => client.stop());

  const missing = async () =>
    (await client.pull(URI))?.filter((d) => d.code === 'section/missing').map((d) => [d.severity, /“(.*)”/.exec(String(d.message))![1]]);
  const change = async (text: string | null) => {
    if (text === null) client.host.files.delete(PROFILE);
    else client.host.files.set(PROFILE, text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: PROFILE, type: text === null ? 3 : 2 }],
    });
  };

  it('asks for the sections an office adds, at once when its file changes', async () => {
    client = await TestClient.start({ files: { [PROFILE]: overlay(section('数字法治建设情况')) } });
    await client.open(URI, REPORT);
    assert.deepEqual(await missing(), [[4, '数字法治建设情况']], 'what an office asks for is a hint');
    await change(overlay(section('数字法治工作情况')));
    assert.deepEqual(await missing(), [[4, '数字法治工作情况']]);
    await change(null);
    assert.deepEqual(await missing(), []);
  });

  it('puts in the office’s section by its fix, where the office placed it', async () => {
    client = await TestClient.start({ files: { [PROFILE]: overlay({ id: 'shortcomings' }, section('数字法治建设情况')) } });
    await client.open(URI, REPORT);
    await client.request('workspace/executeCommand', { command: 'gongwen.server.insertSection', arguments: [URI, 'digital'] });
    assert.match(client.text(URI), /仍显薄弱。\n三、数字法治建设情况\n\n【待补】。\n\n四、2025年度党政主要负责人/);
    assert.deepEqual(await missing(), []);
  });

  it('says in a faulty file what is wrong, goes on with the kinds of the product, and takes it back when it is mended', async () => {
    const faulty = overlay({ id: 'shortcomings', aliasses: ['短处'] });
    client = await TestClient.start({ files: { [PROFILE]: faulty } });
    await client.open(URI, REPORT);
    assert.deepEqual(await missing(), []);
    await client.until('told', () => (client.pushed.get(PROFILE)?.length ?? 0) > 0);
    const [{ message, range, code }] = client.pushed.get(PROFILE)!;
    assert.equal(code, 'config/unknownFieldMeant');
    assert.equal(message, '没有“aliasses”这一项，是否指“aliases”？');
    assert.equal(faulty.split('\n')[range.start.line].slice(range.start.character, range.end.character), '"aliasses"');
    await change(overlay({ id: 'shortcomings', aliases: ['短处'] }));
    await client.until('taken back', () => client.pushed.get(PROFILE)!.length === 0);
    await change('{ "extends": ');
    await client.until('broken', () => client.pushed.get(PROFILE)!.length > 0);
    await change(null);
    await client.until('gone', () => client.pushed.get(PROFILE)!.length === 0);
    assert.ok(client.trees.length >= 0 && (await client.request<ProfileInfo[]>('gongwen/profiles', {})).length > 1, 'the server is there');
  });

  it('lists all kinds, with those of the folder, and begins a report of one', async () => {
    const own = {
      id: 'river-report',
      title: { 'zh-cn': '河长制年度报告', en: 'River report' },
      sections: [{ id: 'work', title: '{year}主要工作', required: 'required', aliases: ['主要工作'], template: '【待补】。' }],
      skeleton: { title: '{issuer}{year}河长制工作报告' },
    };
    client = await TestClient.start({ files: { 'file:///w/.gongwen/profiles/river.json': JSON.stringify(own) } });
    const ids = async (params: object) => (await client.request<ProfileInfo[]>('gongwen/profiles', params)).map(({ id }) => id);
    const all = await ids({});
    assert.deepEqual(all.slice().sort(), [
      'disclosure-annual-report',
      'duty-report',
      'enforcement-annual-report',
      'fazhi-annual-report',
      'final-accounts',
      'government-work-report',
      'official-document',
      'reconsideration-report',
    ]);
    assert.deepEqual(
      (await ids({ uri: URI })).filter((id) => !all.includes(id)),
      ['river-report'],
    );
    assert.deepEqual(
      (await ids({ uri: 'file:///w/' })).filter((id) => !all.includes(id)),
      ['river-report'],
    );
    assert.deepEqual(await ids({ uri: 'file:///elsewhere/a.txt' }), all);
    const { text } = await client.request<{ text: string }>('gongwen/newReport', {
      profileId: 'river-report',
      issuer: '青石县水利局',
      year: 2025,
      uri: URI,
    });
    assert.equal(text, '青石县水利局2025年河长制工作报告\n\n一、2025年主要工作\n\n【待补】。\n');
    await assert.rejects(client.request('gongwen/newReport', { profileId: 'river-report', issuer: '', year: 2025 }));
  });

  it('takes a kind of the office where the editor’s settings name it', async () => {
    const own = { id: 'river-report', extends: 'fazhi-annual-report', title: { 'zh-cn': '河长制年度报告', en: 'River report' } };
    client = await TestClient.start({
      files: { 'file:///w/.gongwen/profiles/river.json': JSON.stringify(own) },
      settings: { profile: 'river-report' },
    });
    await client.open(URI, REPORT);
    await client.until('tree', () => client.trees.some(({ profile }) => profile?.id === 'river-report'));
  });
});
