import assert from 'node:assert/strict';
import { Service } from '../../server/service';

const service = new Service({ today: '2025-02-01' });

/** `kind year issuer`; `-` for what is not known. */
function known(text: string, file = '稿.txt', language = file.endsWith('.md') ? 'markdown' : 'plaintext'): string {
  const { profile, reportYear, issuer } = service.open(`file:///${file}`, language, 1, text).document.traits;
  return [profile?.id ?? '-', reportYear ?? '-', issuer ?? '-'].join(' ');
}

describe('recognise', () => {
  it('knows an annual report by its title', () => {
    const titles: [title: string, expected: string][] = [
      ['临川市司法局关于2024年度法治政府建设情况的报告', 'fazhi-annual-report 2024 临川市司法局'],
      ['云河区审计局2023年度法治政府建设情况报告', 'fazhi-annual-report 2023 云河区审计局'],
      ['青石县2022年法治政府建设年度报告', 'fazhi-annual-report 2022 青石县'],
      ['临川市人民政府关于２０２４年法治政府建设工作情况的报告', 'fazhi-annual-report 2024 临川市人民政府'],
      ['云河区统计局二〇二四年度推进法治政府建设情况报告', 'fazhi-annual-report 2024 云河区统计局'],
      ['临川市民政局2024年依法行政暨法治政府建设工作报告（公开稿）', 'fazhi-annual-report 2024 临川市民政局'],
      ['2024年法治政府建设情况及2025年工作安排的报告', 'fazhi-annual-report 2024 -'],
    ];
    for (const [title, expected] of titles) assert.equal(known(`${title}\n\n今年以来，全面推进依法行政。`), expected, title);
  });

  it('knows it by two chapters where there is no title', () => {
    const chapters =
      '一、2024年法治政府建设情况\n评查案卷9卷。\n二、2024年度推进法治建设存在问题\n力量不足。\n三、2025年法治政府建设计划\n补充力量。';
    assert.equal(known(chapters), 'fazhi-annual-report 2024 -');
    assert.equal(known('一、2024年主要工作\n甲。\n二、存在问题\n乙。\n三、2025年工作计划\n丙。'), 'official-document - -');
  });

  it('takes the year that most chapters name, and the plan’s where they do not agree', () => {
    const report = (...years: number[]) =>
      `一、${years[0]}年法治政府建设情况\n甲。\n二、${years[1]}年法治政府建设存在的不足和原因\n乙。\n三、${years[2]}年主要负责人履行法治建设第一责任人职责情况\n丙。\n四、${years[3]}年法治政府建设安排\n丁。`;
    assert.equal(known(report(2024, 2023, 2024, 2025)), 'fazhi-annual-report 2024 -');
    assert.equal(known(report(2023, 2022, 2024, 2025)), 'fazhi-annual-report 2024 -');
    assert.equal(known(report(2021, 2022, 2023, 2030)), 'fazhi-annual-report - -');
    assert.equal(known('临川市法治政府建设情况报告\n' + report(2024, 2024, 2024, 2025)), 'fazhi-annual-report 2024 -');
  });

  it('leaves other papers on the subject alone', () => {
    const titles = [
      '临川市司法局关于报送2024年度法治政府建设年度报告的通知',
      '关于2024年法治政府建设督察整改情况的报告',
      '临川市2025年法治政府建设工作要点',
      '关于开展法治政府建设专项督察情况的报告',
      '法治政府建设实施方案（2021—2025年）',
      '望江镇2024年上半年法治政府建设工作情况报告',
      '云河区五年法治政府建设工作情况的报告',
    ];
    for (const title of titles) {
      const [kind] = known(`${title}\n\n各县区人民政府：\n一、2024年法治政府建设情况\n甲。`).split(' ');
      assert.notEqual(kind, 'fazhi-annual-report', title);
    }
  });

  it('knows the other kinds by their titles', () => {
    const titles: [title: string, expected: string][] = [
      ['云河区2024年度政府信息公开工作年度报告', 'disclosure-annual-report 2024 云河区'],
      ['临川市财政局2024年政府信息公开工作年度报告', 'disclosure-annual-report 2024 临川市财政局'],
      ['青石县水利局2023年度政务公开工作情况报告', 'disclosure-annual-report 2023 青石县水利局'],
      ['临川市农业农村局关于2024年政府信息公开工作情况的报告', 'disclosure-annual-report 2024 临川市农业农村局'],
      ['云河区城市管理局2024年度行政执法年度报告', 'enforcement-annual-report 2024 云河区城市管理局'],
      ['临川市交通运输局2024年行政执法数据公开', 'enforcement-annual-report 2024 临川市交通运输局'],
      ['临川市应急管理局关于2024年行政执法工作情况的报告', 'enforcement-annual-report 2024 临川市应急管理局'],
      ['临川市司法局关于2024年行政复议和行政应诉工作情况的报告', 'reconsideration-report 2024 临川市司法局'],
      ['青石县2024年度行政复议、行政应诉案件情况分析报告', 'reconsideration-report 2024 青石县'],
      ['临川市审计局2023年度部门决算', 'final-accounts 2023 临川市审计局'],
      ['临川市审计局2023年部门决算公开情况说明', 'final-accounts 2023 临川市审计局'],
      ['2025年云河区政府工作报告', 'government-work-report 2024 -'],
      ['二〇二五年青石县人民政府工作报告', 'government-work-report 2024 -'],
      ['2024年度述职述廉述法报告', 'duty-report 2024 -'],
      ['个人2024年述职报告', 'duty-report 2024 个人'],
    ];
    for (const [title, expected] of titles) assert.equal(known(`${title}\n\n一年来，各项工作有序开展。`), expected, title);
  });

  it('knows the other kinds by their chapters, where these can be nothing else', () => {
    const disclosure = '一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n三、收到和处理政府信息公开申请情况\n丙。';
    assert.equal(known(disclosure), 'disclosure-annual-report - -');
    assert.equal(
      known(`政府工作报告\n——2025年1月10日在云河区第九届人民代表大会上\n各位代表：\n一、2024年工作回顾\n甲。\n二、2025年重点工作\n乙。`),
      'government-work-report 2024 -',
    );
    assert.equal(known('一、2024年工作回顾\n甲。\n二、2025年重点工作\n乙。\n三、加强政府自身建设\n丙。'), 'official-document - -');
    assert.equal(known('一、行政复议和行政应诉工作情况\n甲。\n二、存在的问题\n乙。'), 'official-document - -');
    assert.equal(
      known('临川市城市管理局2024年工作总结\n一、行政处罚实施情况\n甲。\n二、行政执法数据说明\n乙。').split(' ')[0],
      'official-document',
    );
  });

  it('leaves papers about such reports alone', () => {
    const titles = [
      '临川市人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知',
      '关于2024年政府信息公开工作年度报告第三方评估情况的报告',
      '临川市2025年政务公开工作要点',
      '关于贯彻落实2025年政府工作报告重点任务分工的意见',
      '云河区人民代表大会关于政府工作报告的决议',
      '临川市人民政府关于批复2023年度部门决算的通知',
      '临川市2023年市级决算草案的报告',
      '关于2024年行政执法监督检查情况的报告',
      '云河区行政执法三项制度落实情况的报告',
      '临川市司法局关于开展2024年度述职述廉述法工作的通知',
      '关于领导干部述职述廉评议情况的报告',
      '关于办理行政复议案件答复工作的规定',
      '临川股份有限公司2024年度信息公开情况报告',
    ];
    for (const title of titles) {
      const [kind] = known(`${title}\n\n各县区人民政府：\n一、总体情况\n甲。\n二、存在问题\n乙。\n三、下一步打算\n丙。`).split(' ');
      assert.equal(kind, 'official-document', title);
    }
  });

  it('takes the year from the text where neither title nor headings name one, and the text is of one mind', () => {
    const report = (...paragraphs: string[]) =>
      known(`法治政府建设年度报告\n一、法治政府建设主要举措和成效\n${paragraphs.join('\n')}\n二、法治政府建设存在的不足和原因\n甲。`);
    assert.equal(report('本报告数据统计期限为2024年1月1日至2024年12月31日。'), 'fazhi-annual-report 2024 -');
    assert.equal(report('统计期限自2024年1月1日起至12月31日止。', '乙。'), 'fazhi-annual-report 2024 -');
    assert.equal(report('2024年，我局坚持依法行政。', '（一）甲。2024年，办理案件30件。'), 'fazhi-annual-report 2024 -');
    assert.equal(report('2024年，我局坚持依法行政。'), 'fazhi-annual-report - -', 'one paragraph is too little');
    assert.equal(report('2024年，我局坚持依法行政。', '2023年，办理案件30件。', '2024年，甲。'), 'fazhi-annual-report - -');
    assert.equal(report('2025年，我局将加强培训。', '2025年，继续推进普法。'), 'fazhi-annual-report - -', 'a plan');
    assert.equal(report('数据为2023年1月1日至2024年12月31日。'), 'fazhi-annual-report - -');
  });

  it('knows other official documents', () => {
    const texts: [text: string, expected: string][] = [
      ['临川市人民政府办公室关于做好防汛工作的通知\n\n各县区人民政府：\n请做好防汛工作。', 'official-document - 临川市人民政府办公室'],
      ['临川市人民政府办公室转发市水利局关于加强河道管理意见的通知', 'official-document - 临川市人民政府办公室'],
      ['关于召开座谈会的函', 'official-document - -'],
      ['政府工作报告\n——2025年1月10日在云河区第九届人民代表大会上\n各位代表：', 'official-document - -'],
      ['临川市户外广告管理办法', 'official-document - -'],
      ['临政办发〔2025〕3号\n\n请抓好落实。', 'official-document - -'],
      ['一、总体情况\n甲。\n二、主动公开情况\n乙。', 'official-document - -'],
    ];
    for (const [text, expected] of texts) assert.equal(known(text), expected, text);
  });

  it('is silent on what is no report', () => {
    const texts: [text: string, file: string][] = [
      ['', '空.txt'],
      ['# 我的项目\n\n## 一、安装\n\n运行 npm ci。\n\n## 二、使用\n\n见下。\n', 'README.md'],
      ['一、安装\n下载。\n二、使用\n运行。', 'README.md'],
      ['# 前端入门\n\n## 一、准备\n\n装好编辑器。\n\n## 二、开始\n\n写代码。\n', '入门.md'],
      ['const 年度 = 2024; // 一、年度\nexport default 年度;\n', 'a.ts'],
      ['第一章 雪夜\n\n那年冬天，雪下得很大。\n\n第二章 重逢\n\n“你回来了？”她问。\n', '小说.txt'],
      ['张三：今天下午开会\n李四：收到\n王五：\n好的，2024年的材料我带上', '群聊.txt'],
      ['亲爱的妈妈：\n\n我在这里一切都好，请您放心。\n', '信.txt'],
      ['2024年新能源汽车市场调研报告\n\n1.行业概况\n销量增长。\n2.竞争格局\n日趋激烈。', '调研.txt'],
      ['实验报告\n\n实验目的：测量重力加速度。\n', '实验.txt'],
      ['1.下载\n2.解压\n3.运行', '说明.txt'],
      ['我认为法治政府建设非常重要，法治建设离不开每一个人。', '随笔.txt'],
    ];
    for (const [text, file] of texts) assert.equal(known(text, file), '- - -', file);
  });

  it('takes a file of the language for an official document, and a chosen kind as it is', () => {
    assert.equal(known('随便写写。', '稿.gongwen'), 'official-document - -');
    assert.equal(known('随便写写。', '稿.gongwen.md', 'markdown'), 'official-document - -');
    assert.equal(known('随便写写。', '稿.txt', 'gongwen'), 'official-document - -');
    assert.equal(known('<!-- gongwen: profile=fazhi-annual-report -->\n一、2024年主要工作\n甲。'), 'fazhi-annual-report 2024 -');
  });
});
