/** Texts by a grammar: what reports are made of, and what careless readers stumble over. */

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

/** A small generator (mulberry32): the same seed gives the same run on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Each name stands for one of the lines below it; `{name}` in a line for one of that name's. A line may be taken apart
 * anywhere else: the fuzzer cuts, doubles and mixes what comes out.
 */
const GRAMMAR: Readonly<Record<string, readonly string[]>> = {
  text: [
    '{report}',
    '{line}\n{text}',
    '{line}\n{line}\n{line}',
    '{line}{eol}{text}',
    '---\ntitle: {words}\n---\n{text}',
    '{wild}{text}',
    '{table}\n{text}',
  ],
  report: [
    '{org}关于{year}年法治政府建设情况的报告\n\n{addressee}：\n　　现将{year}年度情况报告如下。\n{sections}\n{foot}',
    '{org}{year}年法治政府建设年度报告\n{sections}',
    '{org}文件\n\n{number}\n\n{org}关于印发{title}的通知\n\n{addressee}：\n{sections}\n{foot}',
    '{year}年政府信息公开工作年度报告\n{sections}\n{table}\n{sections}',
  ],
  sections: ['{section}', '{section}\n{section}', '{section}\n{section}\n{section}', '{section}{eol}{sections}'],
  section: [
    '{mark1}{heading}\n{body}',
    '{mark1}{heading}\n{mark2}{heading}。{sentences}\n{mark2}{heading}\n{body}',
    '{mark1}{words}{eol}{mark3}{sentences}',
  ],
  heading: [
    '主要举措和成效',
    '存在的不足和原因',
    '{year}年度推进法治建设第一责任人职责情况',
    '下一年度主要安排',
    '{words}',
    '{words}{words}',
    '主要任务（{year}年）',
  ],
  mark1: ['一、', '二、', '三、', '十一、', '一，', '一.', '一 、', '第一部分　', '第{cn}章 ', '# ', '## 一、', '{cn}、', ''],
  mark2: ['（一）', '(二)', '（{cn}）', '（ 三 ）', '㈠', '{cn}是', '（一', '（一））'],
  mark3: ['1.', '2．', '3、', '1）', '（1）', '①', '⑴', '{digits}. ', '{digits}、', '一是', '首先，', '第一，', '1.1', '1.1.1 '],
  body: [
    '{sentences}',
    '{sentences}\n{sentences}',
    '{mark3}{sentences}',
    '{table}',
    '{lead}{lead}{lead}',
    '',
    '{residue}',
    '{directive}\n{sentences}',
  ],
  lead: ['一是{sentence}', '二是{sentence}', '三是{sentence}', '第{cn}，{sentence}', '其{cn}，{sentence}', '{cn}要{sentence}'],
  sentences: ['{sentence}', '{sentence}{sentence}', '{sentence}{sentence}{sentence}'],
  sentence: [
    '{clause}。',
    '{clause}，{clause}。',
    '{clause}，{clause}；{clause}。',
    '{clause}{stop}',
    '{clause}，其中{parts}。',
    '{words}{bracketed}{clause}。',
  ],
  clause: [
    '{act}{figure}',
    '{act}{figure}、{figure}',
    '全年{act}{figure}',
    '{period}{act}{figure}，同比{change}{rate}',
    '比{year}年{change}{figure}',
    '由{figure}{change}到{figure}',
    '{words}率{rate}',
    '{words}占{rate}',
    '占比分别为{rate}、{rate}、{rate}',
    '根据{title}{numbered}',
    '依据{title}第{cn}条',
    '{date}{words}',
    '截止{date}',
    '平均每{unit}{figure}',
    '位居全省第{digits}',
    '其他{figure}',
    '上年结转{figure}，新收{figure}，办结{figure}，未结{figure}',
    '{words}',
    '{identifier}',
    '主要是由于{words}',
    '{cn}个{words}分别为{figure}、{figure}和{figure}',
    '{words}等{cn}项{words}',
  ],
  parts: [
    '{thing}{figure}、{thing}{figure}',
    '{thing}{figure}，{thing}{figure}，{thing}{figure}',
    '{thing}类{figure}',
    '{thing}{figure}（其中{thing}{figure}）',
    '{thing}占{rate}',
  ],
  act: [
    '查处案件',
    '受理行政复议',
    '办结',
    '审结',
    '召开会议',
    '举办培训班',
    '培训',
    '制定规范性文件',
    '投入资金',
    '收到申请',
    '予以公开',
    '不予公开',
    '新增',
    '共',
    '累计',
    '调解成功',
    '检查企业',
    '罚没款',
  ],
  thing: ['食品类', '药品', '刑事', '民事', '男', '女', '一般程序', '简易程序', '城镇', '农村', '本级', '甲', '其他'],
  figure: [
    '{quantity}{unit}',
    '{quantity}{unit}',
    '{quantity}余{unit}',
    '近{quantity}{unit}',
    '约{quantity}{unit}',
    '{quantity}多{unit}',
    '{quantity}',
    '{quantity}—{quantity}{unit}',
    '{quantity}至{quantity}{unit}',
    '{cn}{unit}',
    '{rate}',
    '超过{quantity}{unit}',
    '{quantity} {unit}',
    '{quantity}{unit}{unit}',
    '-{quantity}{unit}',
  ],
  quantity: [
    '{digits}',
    '{digits}',
    '{digits}.{digits}',
    '{digits},{digits}',
    '{digits}，{digits}',
    '{digits}万',
    '{digits}.{digits}亿',
    '{digits}千',
    '{full}',
    '{cn}',
    '{cn}万{cn}千',
    '{digits}.{digits}.{digits}',
    '.{digits}',
    '{digits}.',
    '{digits} {digits}',
    '0{digits}',
    '{digits}百分之{cn}',
    '{digits}/{digits}',
    '{digits}×{digits}',
    '{huge}',
  ],
  digits: [
    '1',
    '2',
    '7',
    '12',
    '35',
    '100',
    '0',
    '2025',
    '326',
    '1234',
    '10000',
    '5',
    '50',
    '70',
    '120',
    '99.9',
    '1,234',
    '00',
    '{digits}{digits}',
  ],
  full: ['１', '１２', '２０２５', '１，２３４', '３．５', '９９％'],
  huge: [
    '99999999999999999999',
    '123456789012345678901234567890.5',
    '9007199254740993',
    '0.00000000000000000001',
    '{huge}{huge}',
    '1e9',
    '{huge}万亿',
  ],
  cn: [
    '一',
    '二',
    '两',
    '三',
    '十',
    '十二',
    '二十余',
    '一百零三',
    '几十',
    '千万',
    '亿',
    '〇',
    '二〇二五',
    '廿',
    '百分之五',
    '零',
    '三四',
    '{cn}{cn}',
  ],
  unit: [
    '件',
    '人',
    '人次',
    '万元',
    '元',
    '起',
    '场次',
    '家',
    '个',
    '份',
    '%',
    '个百分点',
    '次',
    '期',
    '公里',
    '平方米',
    '户',
    '亿元',
    '项',
    '余件',
    '条',
    '名',
    '㎡',
    '万',
  ],
  rate: [
    '{digits}%',
    '{digits}.{digits}%',
    '百分之{cn}',
    '{digits}％',
    '100%',
    '0%',
    '{digits}个百分点',
    '{digits}‰',
    '-{digits}%',
    '{digits}%-{digits}%',
    '101.3%',
  ],
  change: ['增长', '下降', '增加', '减少', '上升', '提高', '持平', '减少了', '增至', '翻一番', '下降到'],
  period: ['{year}年', '上半年', '今年以来', '{year}年1—6月', '“十四五”期间', '同期', '去年', '近三年', '{date}至{date}', '第{cn}季度'],
  year: ['2025', '2024', '2023', '2026', '1999', '二〇二五', '２０２５', '25', '20255', '{digits}', '××××'],
  date: [
    '{year}年{month}月{day}日',
    '{year}年{month}月',
    '{month}月{day}日',
    '{year}-{month}-{day}',
    '{year}.{month}.{day}',
    '{year}年{month}月{day}日（星期{cn}）',
    '二〇二六年一月二十日',
    '{year}年度',
    '{year}年{month}月{day}日至{day}日',
    '{year} 年 {month} 月',
    '{year}／{month}／{day}',
  ],
  month: ['1', '2', '02', '12', '13', '0', '{cn}', '{digits}'],
  day: ['1', '20', '29', '30', '31', '32', '00', '{cn}', '{digits}'],
  numbered: ['（{number}）', '({number})', '〔{number}〕', '（{number}、{number}）', '（{number}', '{number}', '（以下简称{title}）'],
  number: [
    '{agency}{open}{year}{close}{digits}号',
    '{agency}{open}{year}{close}{digits}号',
    '{agency}{open}{year}{close}第{digits}号',
    '{agency}〔{year}{digits}号',
    '{agency}{year}〕{digits}号',
    '〔{year}〕{digits}号',
    '{agency}﹝{year}﹞{digits}－{digits}号',
    '{agency}{open}{year}{close}\n{digits}号',
    '{agency} {open} {year} {close} {digits} 号',
    '{agency}{open}{year}{close}××号',
    '{agency}{open}{year}{close}{digits}、{digits}号',
    '{agency}[{year}]{digits}號',
    '（{year}）{words}行初{digits}号',
    'GB/T {digits}-{year}',
    '令第{digits}号',
  ],
  agency: [
    '国办发',
    '临政办发',
    '云府办函',
    '司发通',
    '临司发',
    '青办字',
    '中发',
    '',
    '临川市人民政府令',
    '甲乙丙丁戊己庚辛',
    '〇',
    'A',
    '临政办发',
    '豫政（字）',
  ],
  open: ['〔', '[', '［', '【', '（', '(', '﹝', '〔〔', '{', '', '<'],
  close: ['〕', ']', '］', '】', '）', ')', '﹞', '〕〕', '}', '', '>'],
  title: [
    '《关于加强执法监督的意见》',
    '《{words}》',
    '《{words}《{words}》{words}》',
    '《{words}',
    '{words}》',
    '〈{words}〉',
    '《》',
    '《{words}（{year}年修订）》',
    '“{words}”',
    '《{words}》《{words}》、《{words}》',
  ],
  bracketed: [
    '（{words}）',
    '({words})',
    '（{words}',
    '{words}）',
    '【{words}】',
    '“{words}”',
    '"{words}"',
    '『{words}』',
    '（（{words}））',
    '（《{words}）》',
    '‘{words}',
    '［{words}]',
    '{bracketed}{bracketed}',
  ],
  identifier: [
    '12345',
    '12315热线',
    'http://www.example.gov.cn/a?b={digits}&c=1',
    'a.b@example.com',
    '（{year}）京0105民初{digits}号',
    '91110000100000{digits}X',
    '0571-8888{digits}',
    '1380000{digits}',
    'GB/T 9704—2012',
    '3·15',
    '“12·4”',
    '1+2+{cn}',
    '110报警',
    'www.{words}.com',
    'A4',
    '“5+2”',
    '7×24小时',
    '{digits}.{digits}.{digits}.{digits}',
    'https://',
    '[{words}](http://x)',
    '110101199003071{digits}',
  ],
  words: [
    '法治',
    '行政执法',
    '规范性文件',
    '临川市',
    '工作',
    '有关情况',
    '依法',
    '甲',
    '的',
    '和',
    '领导小组',
    '人大代表建议',
    '营商环境',
    '{words}{words}',
    '釆取',
    '截止',
    '××',
    '某某',
    'ABC',
    '𠮷',
    '号',
    '等',
    '其中',
    '共计',
    '第',
    '以上',
    '同比',
    '分别',
  ],
  stop: ['。', '；', '！', '？', '.', ';', '，。', '。。', '、', '：', '……', '...', ',', '', ' 。', '”。', '。”'],
  eol: ['\n', '\r\n', '\r', '\n\n', '\r\r\n', '\u2028', '\n\r', '\v', '\f', '\u0085'],
  table: [
    '|{cells}|\n|-|-|-|\n|{row}|\n|{row}|\n|合计|{quantity}|{quantity}|',
    '{cells2}\n{row2}\n{row2}\n合计\t{quantity}\t{quantity}',
    '|{row}|\n|{row}',
    '||||\n|{row}|',
    '|{row}|\n{row2}',
    '表{digits}　{words}情况表\n\n|{cells}|\n|:-:|--|-|\n|{row}|',
  ],
  cells: ['项目|数量|占比', '类别|{year}年|{year}年', '|{words}|{words}', '信息内容|本年制发件数|现行有效件数', '小计|其中|合计|总计'],
  cells2: ['项目\t数量\t占比', '\t\t', '类别\t{unit}\t{unit}'],
  row: [
    '{words}|{quantity}|{quantity}',
    '{words}|{figure}|{rate}',
    '合计|{quantity}|{quantity}',
    '|—|/',
    '{words}\\|{words}|{quantity}',
    '{row}|{quantity}',
    '其中：{words}|{digits}|{digits}',
  ],
  row2: ['{words}\t{quantity}\t{quantity}', '{words}\t\t{figure}', '合计\t{quantity}\t{rate}'],
  directive: [
    '<!-- gongwen: off figure -- {words} -->',
    '<!-- gongwen: off-next -->',
    '<!-- gongwen: year={year} -->',
    '<!-- gongwen: profile={words} -->',
    '% gongwen: on',
    '<!-- gongwen: {words} -->',
    '<!-- gongwen: profile=__proto__ year=99999999999 off constructor -- -->',
    '<!--gongwen:off -->',
    '<!-- gongwen: off figure',
    '% gongwen: off {identifier} --',
  ],
  residue: [
    '返回顶部',
    '首页 政务公开 互动交流',
    '【待更新：{year}年为{figure}】',
    '【上年安排：{sentence}】',
    '【待补】',
    '责任编辑：{words}',
    '字体：大 中 小',
    '— {digits} —',
    '第 {digits} 页 共 {digits} 页',
    '分享到：',
    '（此页无正文）',
    '```\n{sentence}\n```',
    '~~~',
    '<!--',
    '-->',
    '{cn}○{cn}',
    '____年',
    '□□',
    '\ufffd\ufffd\ufffd',
    '⼀⼆',
  ],
  addressee: ['临川市人民政府', '各区县人民政府、市政府各部门', '市委、市政府', '{org}', '{org}：'],
  org: ['临川市司法局', '云河区人民政府办公室', '青石县市场监督管理局', '临川市人民政府', '{words}局', '甲'],
  foot: [
    '{org}\n{date}',
    '特此报告。\n\n{org}\n{date}',
    '附件：1.{words}\n　　　2.{words}\n\n{org}\n{date}\n\n附件1\n\n{table}',
    '（此件公开发布）\n抄送：{org}。\n{org}办公室　{date}印发',
    '联系人：{words}，电话：{identifier}',
    '附件：{words}',
    '附件2：\n附件1：',
  ],
  line: [
    '{sentences}',
    '　　{sentences}',
    '{mark1}{heading}',
    '{mark2}{sentences}',
    '{mark3}{sentence}',
    '{table}',
    '{directive}',
    '{residue}',
    '{number}',
    '{foot}',
    '{wild}',
    '',
    '{title}{numbered}',
    '> {sentence}',
    '- {sentence}',
    '**{mark1}{heading}**',
  ],
  wild: [
    '\u0000',
    '\ud83d',
    '\udc00',
    '\ud842\udfb7',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u00a0',
    '　',
    '   ',
    '\t\t',
    '（（（（',
    '》》》》',
    '{wild}{wild}',
    "''''",
    '${',
    '{words}\u0301',
    '\u001b[31m',
    '=1+1',
    '`',
    '[',
    '](',
  ],
};

/** Names nest so deep; below that, the shortest line is taken. */
const DEEPEST = 14;

/** A text of one of the grammar's names. */
export function sentenceOf(name: string, random: Random, depth = 0): string {
  const lines = GRAMMAR[name];
  const line = depth > DEEPEST ? shortest(lines) : lines[Math.floor(random() * lines.length)];
  return line.replace(/\{(\w+)\}/g, (whole, inner: string) =>
    Object.hasOwn(GRAMMAR, inner) ? sentenceOf(inner, random, depth + 1) : whole,
  );
}

/** The line that names the fewest others. */
function shortest(lines: readonly string[]): string {
  return lines.reduce((best, line) => (names(line) < names(best) ? line : best));
}

function names(line: string): number {
  return line.split('{').length;
}

const NAMES = Object.keys(GRAMMAR);

/** Something of the grammar, whatever it is. */
export function anything(random: Random): string {
  return sentenceOf(NAMES[Math.floor(random() * NAMES.length)], random, 6);
}

/** The other width of what has two. */
const WIDTHS = new Map(
  [...'（(）)：:；;，,？?！!［[］]１1２2０0％%．.'].flatMap(
    (c, i, all) =>
      (i % 2 === 0
        ? [
            [c, all[i + 1]],
            [all[i + 1], c],
          ]
        : []) as [string, string][],
  ),
);

/** A text changed at a few places: cut, doubled, mixed with another, characters put in or taken out. */
export function mutated(text: string, other: string, random: Random): string {
  let out = text;
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--) {
    const at = Math.floor(random() * (out.length + 1));
    const to = Math.min(out.length, at + 1 + Math.floor(random() ** 3 * 40));
    const piece = out.slice(at, to);
    switch (Math.floor(random() * 9)) {
      case 0:
        out = out.slice(0, at) + out.slice(to);
        break;
      case 1:
        out = out.slice(0, to) + piece + out.slice(to);
        break;
      case 2:
      case 3:
        out = out.slice(0, at) + anything(random) + out.slice(at);
        break;
      case 4: {
        const from = Math.floor(random() * other.length);
        out = out.slice(0, at) + other.slice(from, from + 1 + Math.floor(random() * 60)) + out.slice(at);
        break;
      }
      case 5:
        out = out.slice(0, at) + [...piece].map((c) => WIDTHS.get(c) ?? c).join('') + out.slice(to);
        break;
      case 6:
        out = out.slice(0, at) + piece.replace(/\d/g, () => String(Math.floor(random() * 10))) + out.slice(to);
        break;
      case 7:
        out = out.slice(0, at) + anything(random) + out.slice(to);
        break;
      default:
        out = out.slice(0, at) + other.slice(Math.floor(random() * other.length));
    }
  }
  return out;
}
