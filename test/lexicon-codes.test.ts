/** 代字 of an office: what is wrong in them is said in the file itself, and the rest counts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { readLexicon } from '../server/exceptions';
import { codesOf } from '../server/lexicon-codes';
import { TestClient } from './support/client';
import { Folder, run } from './cli/support';
import { REPORT } from './support/texts';

const GOOD = { prefix: '临府办发', organ: '临川市人民政府办公室' };
/** Each faulty list with what is said of it: the message and the words it stands at. */
const FAULTY: [agencyCodes: unknown, said: [string, string][]][] = [
  [{}, [['list', '{}']]],
  [[3], [['code', '3']]],
  [[{ prefix: '临府办发' }], [['code', '{"prefix":"临府办发"}']]],
  [[{ prefix: '临府办发〔2025〕', organ: '甲' }], [['codePrefix', '"临府办发〔2025〕"']]],
  [[{ prefix: 7, organ: '甲' }], [['codePrefix', '7']]],
  [[{ prefix: '临府发', organ: '' }], [['codeOrgan', '""']]],
  [[{ prefix: '临府发', organ: [] }], [['codeOrgan', '[]']]],
  [[{ prefix: '临府发', organ: '长'.repeat(61) }], [['codeOrgan', `"${'长'.repeat(61)}"`]]],
  [
    [{ prefix: 'LF', organ: ['甲', 5] }],
    [
      ['codePrefix', '"LF"'],
      ['codeOrgan', '5'],
    ],
  ],
  [[{ ...GOOD, organs: '甲' }], [['unknownKeyMeant', '"organs"']]],
  [[{ ...GOOD, 备注: '甲' }], [['unknownKey', '"备注"']]],
];

describe('代字 in lexicon.json', () => {
  const text = (agencyCodes: unknown) => JSON.stringify({ agencyCodes });
  const said = (source: string) => readLexicon(source).problems.map(({ message, from, to }) => [message, source.slice(from, to)]);

  it('are read; what is wrong is said at its place, and the rest counts', () => {
    assert.deepEqual(codesOf(text([GOOD])), [{ prefix: '临府办发', organs: ['临川市人民政府办公室'], source: 'office' }]);
    assert.deepEqual(said(text([GOOD, { prefix: '京（临）发', organ: ['甲', '乙'] }])), []);
    for (const [list, wanted] of FAULTY) {
      assert.deepEqual(said(text(list)), wanted);
      if (Array.isArray(list)) assert.equal(codesOf(text([GOOD, ...(list as unknown[])]))[0].prefix, '临府办发');
    }
    assert.deepEqual(codesOf(text([{ prefix: '临府发', organ: ['甲', 5] }]))[0].organs, ['甲'], 'a name that is right counts');
    assert.deepEqual(said('{"agencyCodes": [], "agencyCodes": []}'), [['twice', '"agencyCodes"']]);
    assert.deepEqual(said('{"agencyCode": []}'), [['unknownKeyMeant', '"agencyCode"']]);
    assert.equal(readLexicon('{"agencyCode": []}').problems[0].args.meant, 'agencyCodes');
    const many = text(Array.from({ length: 5002 }, () => GOOD));
    assert.deepEqual(
      said(many).map(([message]) => message),
      ['codesTooMany'],
    );
    assert.equal(codesOf(many).length, 5000);
  });

  it('are read whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => text(value)),
          fc.array(fc.jsonValue()).map(text),
        ),
        (source) => {
          const { problems } = readLexicon(source);
          assert.ok(problems.every(({ from, to }) => from >= 0 && from <= to));
          for (const { prefix, organs } of codesOf(source)) assert.ok(prefix.length > 0 && organs.length > 0);
        },
      ),
    );
  });

  it('the schema finds the same faults', () => {
    const schema = JSON.parse(readFileSync('schemas/lexicon.schema.json', 'utf8')) as object;
    const fits = new Ajv({ strict: false }).compile(schema);
    assert.equal(fits({ words: ['甲'], agencyCodes: [GOOD] }), true);
    for (const [agencyCodes] of FAULTY) assert.equal(fits({ agencyCodes }), false, JSON.stringify(agencyCodes));
  });

  it('the editor and the command line say them in the file', async () => {
    const lexicon = 'file:///w/.gongwen/lexicon.json';
    const client = await TestClient.start({ files: { [lexicon]: text([{ prefix: 'LF', organ: '甲' }]) }, locale: 'en' });
    await client.open('file:///w/a.txt', REPORT);
    await client.until('said', () => client.pushed.get(lexicon)?.length === 1);
    const [{ code, message }] = client.pushed.get(lexicon)!;
    assert.equal(code, 'config/codePrefix');
    assert.match(String(message), /“LF” is no agency code/);
    await client.stop();

    const folder = new Folder();
    folder.put('.gongwen/lexicon.json', text([{ prefix: 'LF', organ: '甲' }]));
    assert.match((await run([folder.put('a.txt', REPORT)])).err, /lexicon\.json:1:27 配置：“LF”不是代字/);
    folder.remove();
  });
});
