/** The index of reports that are not open: what it reads, what it leaves, what bounds it. */
import assert from 'node:assert/strict';
import { MemoryHost } from '../server/host';
import { profiles } from '../server/profiles';
import { placeOf, WORKSPACE_LIMITS, WorkspaceIndex, type ReportEntry, type WorkspaceLimits } from '../server/workspace';

const notice = (n: number, more = '') => `临府办发〔2025〕${n}号

临川市人民政府办公室关于印发第${n}号执法办法的通知

各县（市、区）人民政府：
${more}
`;

class CountingHost extends MemoryHost {
  reads: string[] = [];
  override read(uri: string): Promise<string | null> {
    this.reads.push(uri.slice('file:///w/'.length));
    return super.read(uri);
  }
}

function index(files: Record<string, string>, limits: Partial<WorkspaceLimits> = {}) {
  const host = new CountingHost(Object.fromEntries(Object.entries(files).map(([name, text]) => [`file:///w/${name}`, text])));
  const made = new WorkspaceIndex(host, { profiles, today: '2026-01-20' }, { ...WORKSPACE_LIMITS, ...limits });
  made.setRoots(['file:///w/']);
  return { host, made };
}

const carried = (entries: Iterable<ReportEntry>): string[] => [...entries].map((e) => e.carries?.key ?? e.title).sort();

describe('workspace index', () => {
  it('reads nothing before the first question, and nothing twice', async () => {
    const { host, made } = index({
      'a.txt': notice(1),
      'b/c.md': notice(2),
      'b/.hidden/d.md': notice(3),
      'node_modules/e.md': notice(4),
      'f.png': notice(5),
    });
    assert.deepEqual([host.reads, [...made.known]], [[], []]);
    const [one, two] = await Promise.all([made.all(), made.all()]);
    assert.deepEqual(carried(one), ['临府办发〔2025〕1号', '临府办发〔2025〕2号']);
    assert.deepEqual(carried(two), carried(one));
    assert.deepEqual(host.reads.sort(), ['a.txt', 'b/c.md']);
  });

  it('reads again what has changed, and forgets what is gone', async () => {
    const { host, made } = index({ 'a.txt': notice(1), 'b/c.md': notice(2), 'b/d.md': notice(3) });
    await made.all();
    host.reads = [];
    host.files.set('file:///w/a.txt', notice(9));
    host.files.delete('file:///w/b/c.md');
    host.files.delete('file:///w/b/d.md');
    made.changed('file:///w/a.txt');
    made.changed('file:///w/b');
    made.changed('file:///w/.git/x.md');
    made.changed('file:///other/x.md');
    assert.deepEqual(carried(await made.all()), ['临府办发〔2025〕9号']);
    assert.deepEqual(host.reads.sort(), ['a.txt', 'b/c.md', 'b/d.md']);
  });

  it('keeps within its bounds and says when one was met', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}/a.txt`, notice(i + 1)]));
    const size = async (limits: Partial<WorkspaceLimits>) => {
      const { made, host } = index(files, limits);
      const all = [...(await made.all())];
      return [all.length, made.complete, host.reads.length];
    };
    assert.deepEqual(await size({}), [20, true, 20]);
    assert.deepEqual(await size({ files: 5 }), [5, false, 5]);
    assert.deepEqual(await size({ folders: 4 }), [3, false, 3]);
    assert.deepEqual(await size({ depth: 0 }), [0, false, 0]);
    assert.deepEqual(await size({ textOfFile: 10 }), [0, false, 20]);
    assert.deepEqual((await size({ text: 100 }))[1], false);
    assert.deepEqual((await size({ mentions: 8 }))[0], 4);
    const { made, host } = index(files);
    await made.all();
    // Saving one file a thousand times does not use the bounds up.
    for (let i = 0; i < 30; i++) {
      made.changed('file:///w/f1/a.txt');
      await made.all();
    }
    assert.deepEqual([made.complete, host.reads.length], [true, 50]);
  });

  it('reads the numbers of a report, but not those in code, and none of a text that is no report', async () => {
    const { made } = index({
      'a.md': notice(1, '根据国办发〔2018〕118号、〔2019〕2号。\n\n```\n国发〔2020〕1号\n```\n'),
      'b.txt': '便条：下午取国发〔2020〕1号。',
    });
    const [entry, ...more] = await made.all();
    assert.deepEqual(more, []);
    assert.deepEqual(
      entry.mentions.flat().map((m) => [m.key, m.inherited, m.range.start.line]),
      [
        ['临府办发〔2025〕1号', false, 0],
        ['国办发〔2018〕118号', false, 5],
        ['国办发〔2019〕2号', true, 5],
      ],
    );
    assert.deepEqual([entry.title, entry.titleRange.start.line], ['临川市人民政府办公室关于印发第1号执法办法的通知', 2]);
  });

  it('finds the number in the head, however it is set', async () => {
    const heads = [
      '**临府办发〔2025〕7号**',
      '（临府办发〔2025〕7号）',
      '| 发文字号 | 临府办发〔2025〕7号 |',
      '文　　号：临府办发〔2025〕7号',
      '临府办发〔2025〕7号　　签发人：王某',
    ];
    for (const head of heads) {
      const { made } = index({ 'a.md': `临川市人民政府办公室关于印发执法办法的通知\n\n${head}\n\n各县（市、区）人民政府：\n` });
      assert.deepEqual(carried(await made.all()), ['临府办发〔2025〕7号'], head);
    }
    const { made } = index({
      'a.md': '临川市人民政府办公室关于印发执法办法的通知\n\n各县（市、区）人民政府：\n\n根据临府办发〔2025〕7号，现予印发。\n',
    });
    assert.deepEqual(
      [...(await made.all())].map((e) => e.carries),
      [undefined],
    );
  });

  it('knows one place under two spellings of its URI', () => {
    assert.equal(placeOf('file:///c%3A/%E5%AD%97/a%20b.md'), placeOf('file:///C:/字/a b.md'));
    assert.equal(placeOf('file:///100%'), 'file:///100%');
  });
});
