import assert from 'node:assert';
import { describeDocumentNumber, mergeRegisters, type AgencyRegister } from '../../server/core/agency-register';
import data from '../../server/data/agency-codes.json';

const register: AgencyRegister = data;

function describe1(agencyCode: string, from = register) {
  const { known, organs, prefix } = describeDocumentNumber({ agencyCode, year: 2024, sequence: '1', series: 'general' }, from);
  return `${known} ${prefix} ${organs.join('/')}`;
}

describe('the register of 代字', () => {
  it('decodes', () => {
    assert.deepStrictEqual(describeDocumentNumber({ agencyCode: '国办发', year: 2024, sequence: '1', series: 'general' }, register), {
      agencyCode: '国办发',
      year: 2024,
      sequence: '1',
      series: 'general',
      known: 'known',
      organs: ['国务院办公厅'],
      prefix: '国办发',
      source: register.sources.central,
    });
    assert.strictEqual(describe1('国市监稽'), 'likely 国市监 国家市场监督管理总局');
    assert.strictEqual(describe1('沪府规'), 'known 沪府 上海市人民政府');
    assert.strictEqual(describe1('沪府办规'), 'known 沪府办 上海市人民政府办公厅');
  });

  it('says what it does not know, and what may be several', () => {
    assert.strictEqual(describe1('某某委办发'), 'unknown  ');
    assert.strictEqual(describe1(''), 'unknown  ');
    assert.match(describe1('宁政发'), /^ambiguous 宁政发 .*南京.*宁夏/);
    assert.strictEqual(describe1('公通字').split(' ')[0], 'likely');
    assert.strictEqual(describe1('公').split(' ')[0], 'likely');
  });

  it('is extended by an office', () => {
    const own: AgencyRegister = {
      sources: { own: '本机关' },
      codes: [{ prefix: '云政办发', organs: ['云河区人民政府办公室'], source: 'own' }],
    };
    assert.strictEqual(describe1('云政办发', mergeRegisters(register, own)), 'known 云政办发 云河区人民政府办公室');
    assert.strictEqual(describe1('国办发', mergeRegisters(register, own)), 'known 国办发 国务院办公厅');
  });

  it('is in order: every source is named, no 代字 stands twice', () => {
    assert.strictEqual(new Set(register.codes.map((c) => c.prefix)).size, register.codes.length);
    for (const { prefix, organs, source } of register.codes) assert.ok(prefix && organs.length > 0 && register.sources[source], prefix);
  });
});
