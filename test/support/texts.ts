/** Random texts and edits in the shape of reports, for property tests. */
import fc from 'fast-check';
import type { TextChange } from '../../server/core/text';

/** Pieces a report is made of, the awkward ones included. */
export const PIECES = [
  '一、',
  '二、',
  '（一）',
  '(二)',
  '1.',
  '2．',
  '（1）',
  '①',
  '第一部分 ',
  '一是',
  '二是',
  '三是',
  '首先，',
  '其次，',
  '再次，',
  '二是',
  '# ',
  '## 一、',
  '临川市司法局关于2025年法治政府建设情况的报告',
  '2025年度推进法治政府建设的主要举措和成效',
  '存在的不足和原因',
  '主要是由于人手不足',
  '2026年主要安排',
  '党政主要负责人履行推进法治建设第一责任人职责情况',
  '查处案件120件，其中食品类70件、药品类50件',
  '受理投诉35件，办结36件',
  '完成率100%',
  '国办发〔2018〕118号',
  '云政办发[2025]12号',
  '〔202536号',
  '《关于加强执法监督的意见》',
  '《',
  '》',
  '“',
  '”',
  '（',
  '）',
  '(',
  ')',
  '"',
  '，',
  '。',
  '；',
  '：',
  ',',
  ';',
  ':',
  '、',
  ' ',
  '　　',
  '\u00a0',
  '\t',
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '|甲|乙|\n|-|-|\n|1|2|',
  '甲\t乙\t丙',
  '```',
  '~~~',
  '<!--',
  '-->',
  '---',
  '<!-- gongwen: off figure -- 试 -->',
  '% gongwen: on',
  '<!-- gongwen: year=2024 -->',
  '目录',
  '附件：',
  '附件：1.执法数据统计表',
  '清单已经建立（见附件2）。',
  '数据详见附件1、3。',
  '附件1',
  '附件2：',
  '抄送：临川市人大常委会办公室。',
  '联系人：李四，电话：1234567',
  '（此页无正文）',
  '妥否，请批示。',
  '特此报告',
  '【待更新：2025年为326件】',
  '截止2025年底',
  '㈠',
  '⑴',
  '2026年1月20日',
  '二〇二六年一月二十日',
  '返回顶部',
  '首页 政务公开 互动交流',
  '××',
  '【待补】',
  '釆取',
  '3.15',
  '“3.15”',
  '𠮷',
  '\ud800',
  '\udc00',
  '\ufffd',
  '\v',
  '\f',
  '— 3 —',
  '12345',
  '近3万',
  '二十余',
  '甲乙丙丁',
  '本局依法行政',
  '依法办理各类事项并及时向社会公开有关情况的同时',
];

/** A text of random pieces. */
export const textArb = (max = 40) => fc.array(fc.constantFrom(...PIECES), { maxLength: max }).map((parts) => parts.join(''));

/** A whole small report, so that the rules have something to look at. */
export const REPORT = [
  '临川市司法局关于2025年度法治政府建设情况的报告',
  '',
  '临川市人民政府：',
  '　　现将我局2025年度法治政府建设情况报告如下。',
  '一、2025年度推进法治政府建设的主要举措和成效',
  '（一）加强组织领导。一是健全机制。全年召开专题会议6次。二是强化培训。举办培训班4期，培训320人次，其中执法人员280人次。',
  '（二）规范执法行为。查处案件120件，其中食品类70件、药品类50件。',
  '二、2025年度推进法治政府建设存在的不足和原因',
  '由于人手不足，执法力量仍显薄弱。',
  '三、2025年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
  '主要负责人切实履行第一责任人职责。',
  '四、2026年度推进法治政府建设的主要安排',
  '继续推进。',
  '',
  '临川市司法局',
  '2026年1月20日',
  '',
].join('\n');

/** Where an edit strikes, as fractions, so that it can be made concrete against any text. */
export interface Strike {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly whole: boolean;
}

export const strikeArb: fc.Arbitrary<Strike> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 2, arbitrary: fc.integer({ min: 4, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 400 }) },
  ),
  text: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: textArb(12) },
    // Whole paragraphs, pasted.
    { weight: 1, arbitrary: fc.constantFrom(...REPORT.split('\n').filter((line) => line.length > 20)).map((line) => `\n${line}\n`) },
  ),
  whole: fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

let made = 0;

/** How many edits this process has made so far. */
export function editsMade(): number {
  return made;
}

/** Makes a strike a change of this text, as an editor would send it. */
export function changeOf(strike: Strike, text: string, positionAt: (offset: number) => { line: number; character: number }): TextChange {
  made++;
  if (strike.whole) return { text: strike.text + text.slice(0, Math.floor(text.length * strike.at)) };
  const from = Math.floor(strike.at * text.length);
  const to = Math.min(text.length, from + strike.length);
  return { range: { start: positionAt(from), end: positionAt(to) }, text: strike.text };
}
