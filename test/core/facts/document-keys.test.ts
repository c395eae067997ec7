import assert from 'node:assert';
import { BlockContent } from '../../../server/core/block';
import { documentKeys, sameDocument, type Binding } from '../../../server/core/facts/document-keys';

const keys = (text: string) => documentKeys(new BlockContent('paragraph', text, '', 1, '', undefined));

describe('keys of documents', () => {
  it('binds titles and numbers', () => {
    const text = '落实《关于印发〈甲办法〉的通知》（云政发[2023]5号）和云政发〔2023〕6号、GB/T 9704—2012';
    assert.deepStrictEqual(
      keys(text).map(({ key, span, value }) => [key, text.slice(span.from, span.to), (value as Binding | undefined)?.title]),
      [
        ['title:关于印发甲办法的通知', '《关于印发〈甲办法〉的通知》', '关于印发〈甲办法〉的通知'],
        ['documentNumber:云政发〔2023〕5号', '云政发[2023]5号', '关于印发〈甲办法〉的通知'],
        ['documentNumber:云政发〔2023〕6号', '云政发〔2023〕6号', undefined],
        ['standard:', 'GB/T 9704—2012', undefined],
      ],
    );
    assert.deepStrictEqual(keys('全年查处案件36件'), []);
  });

  const bound = (title: string, number = '云政发〔2023〕5号') => keys(`《${title}》（${number}）`)[0].value as Binding;

  it('knows when two titles may share a number', () => {
    const same = (a: string, b: string) => sameDocument(bound(a), bound(b), false);
    assert.ok(same('甲办法', '关于印发〈甲办法〉的通知'));
    assert.ok(same('甲办法（试行）', '甲办法'));
    assert.ok(same('法治乡镇建设纲要（2021—2025年）', '法治乡镇建设纲要'));
    assert.ok(same('青石县行政执法监督工作办法', '执法监督办法'));
    assert.ok(!same('执法监督办法', '执法公示办法'));
  });

  it('knows when two numbers may share a title', () => {
    const same = (a: string, b: string) => sameDocument(bound('甲办法', a), bound('甲办法', b), true);
    assert.ok(same('云政发〔2023〕5号', '青政发〔2023〕5号'));
    assert.ok(same('云政发〔2023〕5号', '云政发〔2022〕8号'));
    assert.ok(!same('云政发〔2023〕36号', '云政发〔2023〕63号'));
    assert.ok(!same('云政发〔2023〕36号', '云政发〔2022〕36号'));
  });
});
