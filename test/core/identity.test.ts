/** Fixed tables: the identities of a kind of report, looked up by the words of rows and columns. */
import assert from 'node:assert/strict';
import { BlockContent } from '../../server/core/block';
import { identitiesIn } from '../../server/core/identity';
import { profiles } from '../../server/profiles';

const disclosure = profiles.find((p) => p.id === 'disclosure-annual-report')!;
function said(rows: string[][]): string[] {
  const text = rows.map((r) => r.join('\t')).join('\n');
  const [table] = new BlockContent('table', text, '', rows.length, '', undefined).facts.tables;
  return identitiesIn(text, table, disclosure.identities).map(
    (f) => `${f.identity.id} ${f.holds ? 'holds' : 'fails'} ${f.where} ${f.formula}`,
  );
}

/** The table of applications, one column: rows (1) to (6) with their subitems, the total, what is carried over. */
function applications(numbers: Partial<Record<string, string>> = {}): string[][] {
  const n = (name: string, usual: string) => numbers[name] ?? usual;
  return [
    ['申请情况', '', '', '自然人'],
    ['一、本年新收政府信息公开申请数量', '', '', n('new', '20')],
    ['二、上年结转政府信息公开申请数量', '', '', n('carried', '1')],
    ['三、本年度办理结果', '（一）予以公开', '', n('1', '6')],
    ['', '（二）部分公开', '', n('2', '2')],
    ['', '（三）不予公开', '1.属于国家秘密', n('3.1', '1')],
    ['', '', '2.其他法律行政法规禁止公开', n('3.2', '2')],
    ['', '（四）无法提供', '1.本机关不掌握相关政府信息', n('4.1', '5')],
    ['', '', '2.没有现成信息需要另行制作', n('4.2', '0')],
    ['', '（五）不予处理', '1.信访举报投诉类申请', n('5.1', '3')],
    ['', '（六）其他处理', '1.其他', n('6.1', '0')],
    ['', '（七）总计', '', n('total', '19')],
    ['四、结转下年度继续办理', '', '', n('over', '2')],
  ];
}

describe('core/identity', () => {
  it('holds, groups counted by their rows', () => {
    assert.deepEqual(said(applications()), [
      'applications-results holds 自然人 6+2+1+2+5+0+3+0=19=19',
      'applications-flow holds 自然人 20+1=21=21=19+2',
    ]);
  });
  it('one number changed: the identities that hold it fail, with what would mend them', () => {
    assert.deepEqual(
      said(applications({ '3.2': '3' })).filter((s) => s.includes('fails')),
      ['applications-results fails 自然人 6+2+1+3+5+0+3+0=20≠19'],
    );
    assert.deepEqual(
      said(applications({ over: '3' })).filter((s) => s.includes('fails')),
      ['applications-flow fails 自然人 20+1=21≠22=19+3'],
    );
  });
  it('leaves open what is blank, missing or told twice', () => {
    assert.deepEqual(said(applications({ total: '—' })), []);
    const rows = applications();
    assert.deepEqual(
      said(rows.filter(([a]) => !a.startsWith('四'))).map((s) => s.split(' ')[0]),
      ['applications-results'],
    );
    assert.deepEqual(
      said([...rows, ['四、结转下年度继续办理', '', '', '9']]).map((s) => s.split(' ')[0]),
      ['applications-results'],
    );
  });
  it('trusts no table whose merged cells were lost', () => {
    const rows = applications({ total: '99' });
    rows[4] = ['（二）部分公开', '2'];
    assert.deepEqual(said(rows), []);
  });
});
