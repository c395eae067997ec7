// Report texts of a wanted length, made from the sample drafts: no line stands twice.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../esbuild.mjs';

const sample = (name) => readFileSync(path.join(root, 'examples', name), 'utf8');

/** Sentences with one fault each, of as many rules: an editor is shown at most a hundred findings of one rule. */
const FAULTS = [
  (n) => `依据临府办发[2025]${n}号办理。`,
  () => '该事项于2025年2月30日办结。',
  () => '办理案件20件，其中甲类17件、乙类13件。',
  () => '抽检产品100批次，合格90批次，合格率95%。',
  () => '立案50件，，结案32件。',
  () => '开展检查（含抽查32次。',
  () => '办案量由50件增至60件，增长30%。',
  () => '重点领域3个（甲类、乙类、丙类、丁类）。',
  () => '发放资料1,23,456份。',
  () => '截止2025年底，建成站点6个。',
  () => '会议于2025年1月1日（星期五）召开。',
  () => '甲、乙、丙分别为3件、5件。',
];

/** What stands between the figures of a report: prose, with a figure here and there. A whole report names one in some fifty characters. */
const PROSE = [
  '深入学习宣传贯彻习近平法治思想，把法治政府建设摆在全局工作的重要位置，与业务工作同部署、同推进、同考核。健全领导干部应知应会法律法规清单，落实会前学法、任前考法、年度述法，推动“关键少数”带头尊法学法守法用法。',
  '严格执行重大行政决策程序规定，把公众参与、专家论证、风险评估、合法性审查和集体讨论决定作为必经程序。对涉及企业和群众切身利益的事项，通过门户网站、座谈走访等方式公开征求意见，对合理建议及时采纳并反馈采纳情况。',
  '完善行政规范性文件制定和监督管理机制，坚持凡文必审、有件必备，起草阶段同步开展公平竞争审查。结合上位法修改情况组织专项清理，对不适应改革要求的文件提出修改、废止意见，清理结果按规定向社会公布。',
  '持续深化“放管服”改革，推进政务服务标准化、规范化、便利化。编制公布行政许可事项清单和办事指南，精简申请材料，压缩办理时限，推行告知承诺、容缺受理和帮办代办，让企业和群众少跑腿、好办事，窗口满意度保持在99%以上。',
  '全面推行包容审慎监管，对初次违法且危害后果轻微并及时改正的，依法不予行政处罚；对不同违法情形，综合运用说服教育、提醒告诫、行政指导等方式，做到宽严相济、法理相融，既守住安全底线，又给企业留足发展空间。',
  '健全行政执法与刑事司法衔接机制，与公安机关、检察机关建立联席会议、信息共享、案情通报、案件移送制度，坚决克服有案不移、以罚代刑。加强执法队伍建设，落实持证上岗和资格管理制度，常态化开展法律知识和执法技能培训。',
  '自觉接受人大监督、民主监督、司法监督和社会监督，认真办理人大代表建议和政协委员提案，及时回应社会关切。尊重并执行人民法院生效裁判，落实行政机关负责人出庭应诉制度，对复议和诉讼中反映的共性问题逐项分析、举一反三。',
  '坚持和发展新时代“枫桥经验”，完善矛盾纠纷多元预防调处化解机制，推动行政调解与人民调解、司法调解有机衔接。畅通群众诉求表达渠道，推进信访工作法治化，努力把矛盾化解在基层、解决在萌芽状态，守住不发生系统性风险的底线。',
  '落实“谁执法谁普法”普法责任制，制定年度普法责任清单，围绕重要时间节点开展进机关、进乡村、进社区、进学校、进企业、进单位活动，把普法融入执法办案全过程，以群众听得懂、看得见、感受得到的方式讲好法治故事。',
];

/**
 * The clean draft, its middle repeated with a different word in each line until it is so long.
 * @param {number} length in UTF-16 code units, without the faults
 * @param {number} faults how many sentences with a fault are strewn over it
 * @param {{ dense?: boolean }} options dense: figures alone, one in sixteen characters, the worst there is
 */
export function report(length, faults = 0, { dense = false } = {}) {
  const text = sample('年度报告.gongwen');
  const cut = text.indexOf('二、2025');
  const head = text.slice(0, cut);
  const body = head
    .slice(head.indexOf('（二）规范'))
    .split('\n')
    .filter((l) => l.startsWith('　　'));
  const parts = [];
  let size = text.length;
  for (let i = 0; size < length; i++) {
    // A word of its own in each paragraph: nothing kept by the text of a line helps.
    const told = dense || i % 5 === 0 ? body[(dense ? i : i / 5) % body.length] : `　　${PROSE[i % PROSE.length]}`;
    const paragraph = told.replace('　　', `　　第${i}号片区：`);
    parts.push(paragraph);
    size += paragraph.length + 1;
  }
  for (let n = 0; n < faults; n++) parts[Math.floor((n * parts.length) / faults)] += FAULTS[n % FAULTS.length](n + 1);
  return `${head}\n${parts.join('\n')}\n\n${text.slice(cut)}`;
}

/** The .txt and .md files of a folder, one behind the other. */
export function folderText(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => /\.(?:txt|md)$/.test(f))
    .sort();
  return files.map((f) => readFileSync(path.join(folder, f), 'utf8')).join('\n');
}

/** A text with one character more in every line, another one in each round: what is kept by the text of a line helps nobody. */
export function vary(text, round) {
  return text
    .split('\n')
    .map((line, i) => {
      const at = line.length >> 1;
      return line === '' ? '' : line.slice(0, at) + String.fromCharCode(0x4e00 + ((round * 131 + i * 7) % 8000)) + line.slice(at);
    })
    .join('\n');
}

/** A text, again and again with other characters in its lines, until it is so long. */
export function stretch(text, length) {
  const parts = [text];
  for (let size = text.length, i = 1; size < length; i++) {
    parts.push(vary(text, 1000 + i));
    size += parts.at(-1).length + 1;
  }
  return parts.join('\n');
}
