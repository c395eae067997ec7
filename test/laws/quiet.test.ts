/** Law 6: clean drafts are silent, and what looks wrong and is right gets nothing at warning or above. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Service, messageOf } from '../../server/service';

const service = new Service({ today: '2026-01-20' });
const findings = (text: string) => service.open('file:///a.gongwen', 'gongwen', 1, text).findings();
const said = (text: string) => findings(text).map((f) => `${f.rule.id} ${f.severity}: ${messageOf(f, 'zh-cn')}`);
const loud = (text: string) =>
  findings(text)
    .filter((f) => f.severity === 'error' || f.severity === 'warning')
    .map((f) => `${f.rule.id}: ${messageOf(f, 'zh-cn')}`);

/** Why it is right → a passage. */
const REGISTER: readonly [string, string][] = [
  ['closed more than taken on: some are from earlier years', '全年立案查处各类案件1764件，办结1821件，罚没款2310万元。'],
  ['gross additions and a net rate', '经营主体达5.6万户，新增0.97万户，增长率15.2%。'],
  ['a rate cut off, not rounded', '审批环节由15个减至5个，减少率66%。'],
  ['two numbers of different reach', '建成区共有经营主体61230个。全县登记在册经营主体3.2万户。'],
  ['different acts of different organs', '全年查处案件412件。全年审核行政处罚案件398件。委托律师协助审核案件205件。'],
  ['a base that is not told', '受理处置消费纠纷1318宗，处理完成1204宗，达成调解协议402宗，调解成功率为68.25%。'],
  ['a wider category', '全年受理投诉举报8.2万件。累计受理投诉举报咨询83915件，办结率100%。'],
  ['equal by chance', '发放宣传手册3000余册，免费办理公章3000余枚，检查门店68家次，下达整改通知68份。'],
  ['an open list', '涉及食品、药品、特种设备、价格、广告等11个领域。'],
  [
    'marks inside brackets of a list',
    '围绕电动自行车、配件（充电器、电池）、燃气灶具（含软管）、儿童玩具（学步车、积木等）、电线电缆五类产品开展抽查。',
  ],
  ['合计 of another unit', '下发联合抽查任务21项合计96户。'],
  ['next year and last year, lawfully', '审核通过2026年度专项资金项目12项，补发2024年度资金18.6万元。'],
  ['labels that are no quantities', '落实“246”工作体系，推行“1+4+N”模式，开展“八五”普法，办好“12345”热线和12315专线。'],
  ['100% without another number', '执法人员持证上岗率100%，行政机关负责人出庭应诉率达100%。'],
  ['ordinals and words', '第五批改革任务、第三类医疗器械、第十四届运动会、一次性告知。'],
  ['an approximate rate', '全市98%以上的事项实现网上办理。'],
  ['visits are no households', '全市有药店215家，共检查药店630家次，发现问题41个，已整改41个。'],
  ['no more than a subset', '检查化妆品经营企业210家次，其中飞行检查19家次。'],
  ['tenths of a total in another unit', '罚没金额418.6万元，万元以上案件52件。'],
  ['a space in a quoted name', '开展“守护青山 亮剑护渔”专项行动，制定《放心消费单元建设规范 餐饮业》。'],
  ['a pause mark that is needed', '推进“双随机、一公开”监管、“互联网+监管”平台和信用监管。'],
  ['series over paragraphs', '一是健全制度。完善工作规则。\n二是强化监督。开展案卷评查。\n三是严格考核。纳入年度考核。'],
  ['a 其次 inside an item', '一是案件量增长较快。主要原因是诉求增多，其次在于告知不够充分。二是人员不足。'],
  ['an item number before a year', '1.2023年制定规则。\n2.2024年以来，局党组高度重视。'],
  ['a decimal at the beginning of a line', '1.5亿元专项资金全部到位。'],
  ['house styles of numbers', '依据中国人民银行令〔2020〕第5号、公告（2026年第9号）、中（沪）自保管〔2021〕175号办理。'],
  ['lawful numbers', '按照国办函〔2021〕30号、厅字〔2019〕28号、沪府〔2025〕20号、国市监稽〔2020〕28号要求办理。'],
  ['court numbers', '（2023）临01行终123号判决维持一审判决。'],
  ['standards', '执行GB/T 9704—2012、GB 2760-2024和DB42/T 168.1—2020。'],
  ['codes, addresses, versions', '统一社会信用代码11620300013909010R，地址建设路128号6栋2单元，系统升级到2.0版本。'],
  ['days that are names, rightly', '围绕“3·15”“4·26”“12·4”开展宣传。'],
  ['a truncated and a rounded percentage', '受理3件，办结2件，办结率66.6%。受理3件，办结2件，办结率66.7%。'],
  ['parts that need not be all', '查处案件326件，其中食品类142件、药品类58件。'],
  ['money in two units', '拨付资金0.26亿元（2600万元）。'],
  ['growth with its base', '受理1200件，上年为1000件，增长20%。'],
  ['零 that is not contradicted', '实现行政诉讼零败诉，行政复议零纠错。'],
];

describe('law: quiet', () => {
  it('the clean draft', () => {
    assert.deepEqual(said(readFileSync('examples/年度报告.gongwen', 'utf8')), []);
  });
  it('the clean draft in half-width marks says so once', () => {
    const text = readFileSync('examples/年度报告.gongwen', 'utf8').replace(
      /[，；：（）]/g,
      (c) => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' })[c]!,
    );
    assert.deepEqual(
      findings(text).map((f) => f.rule.id),
      ['punctuation/half-width'],
    );
  });
  it('the clean draft with CRLF, with empty lines gone, and as Markdown', () => {
    const text = readFileSync('examples/年度报告.gongwen', 'utf8');
    assert.deepEqual(said(text.replace(/\n/g, '\r\n')), []);
    assert.deepEqual(said(text.replace(/\n\n/g, '\n')), []);
    const markdown = `# ${text.replace(/^([一二三四]、)/gm, '## $1').replace(/^（([一二三四])）(?=[^。]*$)/gm, '### （$1）')}`;
    assert.deepEqual(said(markdown), []);
  });
  for (const [why, passage] of REGISTER) {
    for (const [width, text] of [
      ['', passage],
      [' (half-width)', passage.replace(/[，；：（）]/g, (c) => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' })[c]!)],
    ] as const) {
      it(`${why}${width}`, () => assert.deepEqual(loud(`临川市司法局关于2025年度工作情况的报告\n\n一、工作情况\n${text}\n`), []));
    }
  }
});
