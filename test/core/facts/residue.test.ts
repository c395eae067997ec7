import assert from 'node:assert/strict';
import { readWebResidue } from '../../../server/core/facts/residue';
import { scan } from '../../../server/core/facts/scan';

const read = (text: string) => readWebResidue(scan(text)).map(({ kind, exact }) => `${kind}${exact ? '!' : ''}`)[0];

describe('facts/residue', () => {
  const found: [string, string][] = [
    ['首页 政务公开 办事服务 互动交流', 'navigation'],
    ['网站首页 | 走进云河 | 政务公开 | 专题专栏', 'navigation'],
    ['新闻中心　政务公开　政务服务　互动交流　走进云河', 'navigation'],
    ['当前位置：首页 > 政务公开 > 年度报告', 'breadcrumb'],
    ['您现在的位置: 首页>>信息公开', 'breadcrumb'],
    ['首页 > 政务公开 > 年报', 'breadcrumb'],
    ['返回顶部', 'control!'],
    ['　　返回顶部', 'control!'],
    ['字体：', 'control!'],
    ['【字体：大 中 小】', 'control!'],
    ['[大] [中] [小]', 'control!'],
    ['字号 大 中 小', 'control!'],
    ['打印本页 关闭窗口', 'control!'],
    ['[打印] [关闭]', 'control!'],
    ['分享到：微信 微博', 'control!'],
    ['扫一扫在手机打开当前页', 'control!'],
    ['上一篇：青石县教育局工作总结', 'control'],
    ['下一条: 青石县教育局工作总结', 'control'],
    ['浏览次数：1024次', 'control'],
    ['版权所有：云河区人民政府', 'control'],
    ['云ICP备00000000号', 'control'],
  ];
  for (const [text, expected] of found) it(text, () => assert.equal(read(text), expected));

  const silent = [
    '来源：云河区司法局　发布日期：2026-01-20',
    '目录',
    '总体情况 主要做法 存在问题 下一步安排',
    '临川市司法局 临川市财政局 临川市审计局',
    '单位 大 中 小 合计',
    '大 中 小',
    '| 大 | 中 | 小 |',
    '| 打印 | 复印 |',
    '大\t中\t小',
    '字体：仿宋',
    '大',
    '中',
    '返回',
    '打造首页、政务公开、互动交流一体化平台',
    '完善首页政务公开栏目',
    '扫一扫，评价就在指尖',
    '扫一扫评价率达到98%，群众满意度持续提升',
    '位置：云河大道12号',
    '政务公开 督查督办 绩效考核',
    '分享经验',
    '关闭“小散乱污”企业12家',
    '上一篇文章讲到执法规范化',
    '第一章 总则',
    '一、打印店专项整治',
    '',
  ];
  for (const text of silent) it(`silent: ${text}`, () => assert.equal(read(text), undefined));

  it('takes long lines in time', () => {
    for (const piece of ['大', '返回 ', '首页 ', '> ', '[', '扫一扫'])
      for (const length of [150, 320, 99_000]) read(piece.repeat(length / piece.length));
  });
});
