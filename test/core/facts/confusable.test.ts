import assert from 'node:assert/strict';
import { readConfusables } from '../../../server/core/facts/confusable';
import { scan } from '../../../server/core/facts/scan';

const read = (text: string) =>
  readConfusables(scan(text)).map(({ span, expected, kind }) => `${text.slice(span.from, span.to)}→${expected} ${kind}`);

describe('facts/confusable', () => {
  const found: [string, string[]][] = [
    ['釆取措施', ['釆→采 character']],
    ['报告如下∶', ['∶→： character']],
    ['完成｡', ['｡→。 character']],
    ['食品､药品', ['､→、 character']],
    ['阿布都•买买提', ['•→· character']],
    ['阿布都・买买提', ['・→· character']],
    ['二○○五年', ['○○→〇〇 zero']],
    ['二〇二○年', ['○→〇 zero']],
    ['⼀是加强领导', ['⼀→一 radical']],
  ];
  for (const [text, expected] of found) it(text, () => assert.deepEqual(read(text), expected));

  const silent = ['采取措施', '比例为1∶500', '• 建立台账', '○○市', '阿布都·买买提', '二〇二五年', '见图○'];
  for (const text of silent) it(`silent: ${text}`, () => assert.deepEqual(read(text), []));
});
