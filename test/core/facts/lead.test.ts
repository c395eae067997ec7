import assert from 'node:assert/strict';
import { readHeading } from '../../../server/core/facts/heading';
import { readLeads } from '../../../server/core/facts/lead';
import { scan } from '../../../server/core/facts/scan';

const leads = (text: string) => readLeads(scan(text), readHeading(text));
const read = (text: string) =>
  leads(text).map(({ span, title }) => `${text.slice(span.from, span.to)}|${text.slice(title.from, title.to)}`);
const words = (text: string) =>
  leads(text)
    .map(({ span }) => text.slice(span.from, span.to))
    .join(' ');

describe('facts/lead', () => {
  it('reads leads and what they introduce', () => {
    assert.deepEqual(read('　　一是健全机制。全年开会6次。二是强化培训，举办4期；三是严格考核'), [
      '一是|健全机制',
      '二是|强化培训',
      '三是|严格考核',
    ]);
    assert.deepEqual(read('（一）规范执法。一是修订基准。二是评查案卷。'), ['一是|修订基准', '二是|评查案卷']);
    assert.deepEqual(read('第一，健全机制。第二，强化培训。'), ['第一，|健全机制', '第二，|强化培训']);
    assert.deepEqual(read('首先，健全机制。其次，强化培训。最后，严格考核。'), ['首先|', '其次|', '最后|']);
  });

  const table: [string, string][] = [
    ['主要表现在，一是力量不足，二是经费不足', '一是 二是'],
    ['主要体现在一是力量不足；二是经费不足', '一是 二是'],
    ['一是力量不足二是经费不足；三是装备不足', '一是 二是 三是'],
    ['一是修订规则，其中一是清理，二是废止。二是强化监督', '一是 一是 二是 二是'],
    ['一是逐一是否核对；二是归档', '一是 二是'],
    ['坚持一是一、二是二', ''],
    ['十一是法定节日', '十一是'],
    ['唯一是短板的是力量', ''],
    ['第一，就业是民生之本，第二产业占比提升', '第一，'],
    ['力争位次，第一，是目标', ''],
    ['第一、健全机制；第二，强化培训', '第一、 第二，'],
    ['本年。第一、第二产业占比提升', ''],
    ['一是健全机制。二\n是强化培训。', '一是 二\n是'],
    ['全年无此事项', ''],
  ];
  for (const [text, expected] of table) it(text, () => assert.equal(words(text), expected));

  it('knows a 一是 that another word answers', () => {
    assert.equal(leads('一是坚持领导。另一方面，强化监督。')[0].answered, true);
    assert.equal(leads('一是坚持领导，其次在于监督。')[0].answered, true);
    assert.equal(leads('一是坚持领导。全年开会6次。')[0].answered, undefined);
    assert.equal(leads('一是坚持领导。二是强化监督，其次是考核。')[0].answered, undefined);
  });

  it('takes long texts in time', () => {
    for (const piece of ['一是', '甲一是', '。二是', '一是。', '首先', '第一，']) words(piece.repeat(99_000 / piece.length));
  });
});
