import assert from 'node:assert/strict';
import { scan } from '../../../server/core/facts/scan';
import { readSpaces } from '../../../server/core/facts/space';

const read = (text: string) => readSpaces(scan(text), []).map(({ span }) => span.from);

describe('facts/space', () => {
  const found: [string, number[]][] = [
    ['扎实推进 “一件事一次办”改革，新增事项16个。', [4]],
    ['扎实推进 "一件事一次办"改革,新增事项16个。', [4]],
    ['认真学习贯彻 《云河区信访工作办法》，受理事项30件。', [6]],
    ['不断提高行政\u00a0执法规范化水平，全年组织培训6期。', [6]],
    ['各项任务全面完成，群众满意 度持续提升。', [13]],
    ['一是压实责任。各级各部门 认真履行法定职责，二是强化监督。', [12]],
  ];
  for (const [text, at] of found) it(text, () => assert.deepEqual(read(text), at));

  const silent = [
    '打击“夏季治安 百日行动”期间各类违法行为，成效明显。',
    '打击"夏季治安 百日行动"期间各类违法行为，成效明显。',
    '执行《政务服务规范 第1部分：通则》，压减办理时限。',
    '（联系人：李明 电话：12345678，地址：市民中心，邮编：000000）',
    '第八条 行政机关应当在五日内作出决定，并书面告知申请人。',
    '第三章 执法监督',
    '临川市司法局 临川市财政局',
    '参会人员：张 伟，李 娜，王 芳，会议由局长赵 强主持。',
    '经办人员包括王小明 李小红 张小刚 赵小丽，均已持证上岗。',
    '首页 政务公开 互动交流，欢迎访问。',
    '国务院令 第707号公布了这部行政法规，自公布之日起施行。',
    '本次公布的事项已经审核，云河日报记者 盛晓采写。',
    '全 年 办 理 案 件 三 十 件，均 已 办 结。',
    '办公时间：工作日，地点 市民中心三楼大厅，欢迎前来咨询。',
    '践行承诺，坚持群众少跑腿 数据多跑路，压减时限。',
    '查处案件 2024 年度共计30件，办结 28 件。',
    '甲　乙　丙，以上单位　按时报送年度报告材料。',
  ];
  for (const text of silent) it(`silent: ${text}`, () => assert.deepEqual(read(text), []));

  it('takes long texts in time', () => {
    for (const piece of [' ', '甲乙 ', '甲乙丙丁，戊己庚辛 壬癸', '　甲']) read(`，${piece.repeat(99_000 / piece.length)}`);
  });
});
