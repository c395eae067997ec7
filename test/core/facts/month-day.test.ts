import assert from 'node:assert/strict';
import { readMonthDays } from '../../../server/core/facts/month-day';
import { scan } from '../../../server/core/facts/scan';

const read = (text: string) => readMonthDays(scan(text)).map(({ whole }) => text.slice(whole.from, whole.to));

describe('facts/month-day', () => {
  const found: [string, string[]][] = [
    ['结合“3.15”国际消费者权益日', ['3.15']],
    ['结合"3.15"开展宣传', ['3.15']],
    ['“3.15消费者权益日”“5.20世界计量日”', ['3.15', '5.20']],
    ['“4.26”、“12.4”等重要节点', ['4.26', '12.4']],
    ['“3．15”晚会曝光问题', ['3．15']],
    ['“3•15”晚会曝光问题', ['3•15']],
    ['妥善处置“4.20”较大道路交通事故', ['4.20']],
    ['侦破“6.18”专案', ['6.18']],
    ['开展12.4国家宪法日宣传', ['12.4']],
    ['组织6.26国际禁毒日活动', ['6.26']],
  ];
  for (const [text, expected] of found) it(text, () => assert.deepEqual(read(text), expected));

  const silent = [
    '“3·15”国际消费者权益日',
    '“2.0”版本上线宣传',
    '“1.5小时”应急圈',
    '“13.5”活动',
    '“2.30”活动',
    '升级至“5.1”，运行平稳',
    '投入4.5亿元用于活动',
    '震级3.5级的地震',
    '参加5.6公里健步走活动',
    '日均2.5日次',
    '12.4国家宪法日活动安排',
    'v3.12国际版宣传',
    '合格率3.15%，开展宣传',
    '2025.3.15国际消费者权益日',
  ];
  for (const text of silent) it(`silent: ${text}`, () => assert.deepEqual(read(text), []));

  it('takes long texts in time', () => {
    for (const piece of ['“3.15', '“3.15”、', '3.15国际', '1.1']) read(piece.repeat(99_000 / piece.length));
  });
});
