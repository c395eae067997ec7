/** Cutting lines into blocks, and what the first and last few of them are. */
import assert from 'node:assert/strict';
import { OPAQUE_LENGTH } from '../../server/core/block';
import { Service } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
const open = (text: string, language = 'gongwen') => service.open('file:///a.gongwen', language, 1, text).document;
const kinds = (text: string) => [...open(text).blocks].map((b) => `${b.kind} ${b.text.replace(/\n/g, '⏎')}`);

describe('segment', () => {
  it('one line, one paragraph', () => {
    assert.deepEqual(kinds('甲局依法行政。\n乙局依法行政。'), ['paragraph 甲局依法行政。', 'paragraph 乙局依法行政。']);
  });
  it('joins lines that a page or a mail has wrapped', () => {
    assert.deepEqual(kinds('　　全年共开展执法检查一千二百余次，覆盖全部乡镇街道\n和重点园区，发现问题均已整改到位。\n　　下一段。'), [
      'paragraph 　　全年共开展执法检查一千二百余次，覆盖全部乡镇街道⏎和重点园区，发现问题均已整改到位。',
      'paragraph 　　下一段。',
    ]);
  });
  it('joins a number that is cut in two, in a line without a mark too', () => {
    assert.deepEqual(kinds('本年度一般公共预算财政拨款基本支出合计28\n70.15万元，其中人员经费2531.02万元。'), [
      'paragraph 本年度一般公共预算财政拨款基本支出合计28⏎70.15万元，其中人员经费2531.02万元。',
    ]);
  });
  it('does not join a title, a heading, a list or an indented line to what stands above', () => {
    const title = '临川市市场监督管理局关于2025年度法治政府建设情况的报告';
    assert.deepEqual(kinds(`${title}\n2025年，我局依法行政。`), [`paragraph ${title}`, 'paragraph 2025年，我局依法行政。']);
    assert.deepEqual(kinds('全年共开展执法检查一千二百余次，覆盖全部乡镇街道\n（一）加强领导'), [
      'paragraph 全年共开展执法检查一千二百余次，覆盖全部乡镇街道',
      'heading （一）加强领导',
    ]);
    assert.deepEqual(kinds('全年共开展执法检查一千二百余次，覆盖全部乡镇街道\n- 甲'), [
      'paragraph 全年共开展执法检查一千二百余次，覆盖全部乡镇街道',
      'paragraph - 甲',
    ]);
  });
  it('tables, fences, comments, directives, page numbers', () => {
    assert.deepEqual(kinds('|甲|乙|\n|-|-|\n|1|2|'), ['table |甲|乙|⏎|-|-|⏎|1|2|']);
    assert.deepEqual(kinds('项目\t件数\n处罚\t12'), ['table 项目\t件数⏎处罚\t12']);
    assert.deepEqual(kinds('项目\t自然人\t总计\n（一）予以公开\t12\t15'), ['table 项目\t自然人\t总计⏎（一）予以公开\t12\t15']);
    assert.deepEqual(kinds('一、总体情况\t3\n（一）基本情况\t4'), ['heading 一、总体情况\t3', 'heading （一）基本情况\t4']);
    assert.deepEqual(kinds('三、本年度办理结果\n四、结转下年度继续办理\t5\t2'), [
      'paragraph 三、本年度办理结果',
      'table 四、结转下年度继续办理\t5\t2',
    ]);
    assert.deepEqual(kinds('```\n一、代码\n```\n一、正文'), ['fence ```', 'fence 一、代码', 'fence ```', 'heading 一、正文']);
    assert.deepEqual(kinds('<!-- 备注\n一、不算\n-->\n一、正文'), [
      'comment <!-- 备注',
      'comment 一、不算',
      'comment -->',
      'heading 一、正文',
    ]);
    assert.deepEqual(kinds('% gongwen: off figure -- 试'), ['directive % gongwen: off figure -- 试']);
    assert.deepEqual(kinds('— 3 —\n-12-\n第 3 页 共 10 页\n2025'), ['page — 3 —', 'page -12-', 'page 第 3 页 共 10 页', 'paragraph 2025']);
  });
  it('front matter only at the top, and only when it is closed', () => {
    assert.deepEqual(kinds('---\ntitle: 甲\n---\n一、正文'), [
      'front-matter ---',
      'front-matter title: 甲',
      'front-matter ---',
      'heading 一、正文',
    ]);
    assert.deepEqual(kinds('---\n一、正文'), ['paragraph ---', 'heading 一、正文']);
  });
  it('a line that is no line is opaque', () => {
    assert.equal([...open('甲'.repeat(OPAQUE_LENGTH + 1)).blocks][0].kind, 'opaque');
  });
});

const layout = (text: string) => {
  const { layout: l } = open(text);
  return {
    title: l.titleText,
    number: l.documentNumber?.text.trim(),
    addressee: l.addressee?.text.trim(),
    signature: l.signature?.text.trim(),
    date: l.issueDate?.text.trim(),
    attachments: l.attachments?.text.trim(),
  };
};

describe('layout', () => {
  it('finds the elements of a letterhead document', () => {
    assert.deepEqual(
      layout(
        '云河区人民政府文件\n云政发〔2025〕12号\n\n云河区人民政府\n关于进一步加强行政执法监督工作的意见\n\n各镇人民政府、各街道办事处，区直各部门：\n　　为加强监督，提出如下意见。\n\n附件：1.任务清单\n\n云河区人民政府\n2025年3月6日\n',
      ),
      {
        title: '云河区人民政府关于进一步加强行政执法监督工作的意见',
        number: '云政发〔2025〕12号',
        addressee: '各镇人民政府、各街道办事处，区直各部门：',
        signature: '云河区人民政府',
        date: '2025年3月6日',
        attachments: '附件：1.任务清单',
      },
    );
  });
  const titles: [string, string, string][] = [
    ['one line', '临川市司法局关于2025年法治政府建设情况的报告\n\n一、主要举措', '临川市司法局关于2025年法治政府建设情况的报告'],
    [
      'three lines',
      '青石县农业农村局\n关于2025年度\n法治政府建设情况的报告\n一、主要举措',
      '青石县农业农村局关于2025年度法治政府建设情况的报告',
    ],
    ['Markdown', '# 青石县2025年法治政府建设年度报告\n\n## 一、主要举措', '青石县2025年法治政府建设年度报告'],
    [
      'a web page above',
      '首页 政务公开 互动交流 办事服务\n当前位置：首页 > 政务公开 > 年度报告\n临川市司法局2025年度法治政府建设情况报告\n一、主要举措',
      '临川市司法局2025年度法治政府建设情况报告',
    ],
    [
      'broken behind 关于',
      '云河区人民政府办公室关于深入开展\n户外广告设施安全隐患排查整治和\n长效管理的通知\n云政办发〔2025〕9号\n各镇人民政府：',
      '云河区人民政府办公室关于深入开展户外广告设施安全隐患排查整治和长效管理的通知',
    ],
    ['set wide', '政 府 工 作 报 告\n\n——2026年1月12日在临川市第八届人民代表大会上\n一、过去一年工作回顾', '政府工作报告'],
    ['none', '2025年，我局依法行政。\n一、主要举措', ''],
    ['an abstract that ends with 报告', '现将有关情况报告如下：\n一、主要举措', ''],
  ];
  for (const [name, text, title] of titles) it(`title: ${name}`, () => assert.equal(layout(text).title, title));
});

describe('outline', () => {
  const outline = (text: string) => open(text).outline.sections.map((s) => `${s.level} ${s.ordinal} ${s.title}`);
  it('the number decides the level, # where there is none', () => {
    assert.deepEqual(outline('# 年度报告\n## 一、举措\n### （一）领导\n# 二、不足'), ['1 1 举措', '2 1 领导', '1 2 不足']);
    assert.deepEqual(outline('# 青石县2025年年度报告\n## 举措\n### 领导\n## 不足'), ['1 0 举措', '2 0 领导', '1 0 不足']);
  });
  it('leaves out the 目录, which repeats every heading', () => {
    assert.deepEqual(outline('青石县年度报告\n目　录\n一、举措……1\n二、不足……5\n\n一、举措\n正文。\n二、不足\n正文。'), [
      '1 1 举措',
      '1 2 不足',
    ]);
  });
  it('spaces of every kind before a heading', () => {
    assert.deepEqual(outline('　　一、举措\n\u00a0\u00a0（一）领导\n\t1.学习\n\f二、不足'), [
      '1 1 举措',
      '2 1 领导',
      '3 1 学习',
      '1 2 不足',
    ]);
  });
  it('a decimal at the start of a line is no heading; a year after an item number is', () => {
    assert.deepEqual(outline('一、举措\n1.5亿元投入到位。\n2.2024年以来，局党委高度重视。'), [
      '1 1 举措',
      '3 2 2024年以来，局党委高度重视',
    ]);
  });
});
