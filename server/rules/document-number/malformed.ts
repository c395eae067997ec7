/** 发文字号不规范：年份、括号、顺序号的写法不合规定，或者各部分缺失、错位。 */
import type { DocumentNumber, DocumentNumberFault } from '../../core/facts/document-number';
import { defineRule, type Example, type Finding, type Severity } from '../../core/rule';
import type { DocumentTraits } from '../../core/traits';

/** GB/T 9704—2012 came into force in 2012. Square and round brackets were usual in numbers before. */
const BRACKETS_SINCE = 2012;

export default defineRule({
  id: 'document-number/malformed',
  view: 'block',
  reads: ['documentNumbers'],
  needs: ['today', 'reportYear'],
  severity: 'warning',
  certainty: 'certain',
  basis: [
    { level: 'law', title: '《党政机关公文处理工作条例》（中办发〔2012〕14号）', article: '第九条第（五）项', confirmed: true },
    { level: 'standard', title: '《党政机关公文格式》（GB/T 9704—2012）', article: '7.2.5', confirmed: true },
  ],
  messages: {
    what: {
      'zh-cn': '发文字号由发文机关代字、年份、发文顺序号组成，写作“云政办发〔2023〕36号”。本处的写法与此不同。',
      en: 'A document number is made of the agency code, the year and the running number: 云政办发〔2023〕36号. This one is written otherwise.',
    },
    why: {
      'zh-cn': '发文字号是公文的唯一标识，写错一处，读者就查不到所引的文件。年份用六角括号，引用时外面才能再用圆括号。',
      en: 'The number is how a document is found. The year stands in 〔〕 so that the number can be cited inside round brackets.',
    },
    todo: {
      'zh-cn':
        '年份用阿拉伯数字标全称，放在六角括号〔〕内；顺序号不加“第”字，不编虚位（1不写作01），后加“号”字；中间不留空格。改前请核对原文件。',
      en: 'Write the full year in Arabic digits inside 〔〕; the running number without 第 and leading zeros, then 号; no spaces. Check the original document.',
    },
    malformed: { 'zh-cn': '发文字号“{number}”不规范：{faults}', en: 'Document number “{number}” is malformed: {faults}' },
    doubtful: { 'zh-cn': '“{number}”如为发文字号，写法可核对：{faults}', en: 'If “{number}” is a document number, check it: {faults}' },
    house: {
      'zh-cn': '“{number}”的写法与发文字号的通行体例不同：{faults}',
      en: '“{number}” differs from the usual form of a document number: {faults}',
    },
    early: {
      'zh-cn': '“{number}”的年份用了“{bracket}”，2012年以前常见，现行写法是六角括号〔〕',
      en: '“{number}” has {bracket} around the year, usual before 2012; today it is 〔〕',
    },
    fix: { 'zh-cn': '改为“{canonical}”', en: 'Change to “{canonical}”' },
    'bracket-shape': { 'zh-cn': '年份应用六角括号〔〕', en: 'the year needs the brackets 〔〕' },
    'bracket-mismatched': { 'zh-cn': '年份两侧的括号不成对', en: 'the brackets around the year are no pair' },
    'bracket-missing': { 'zh-cn': '年份缺少一侧括号', en: 'a bracket of the year is missing' },
    'bracket-misplaced': { 'zh-cn': '括号没有单独括住年份', en: 'the brackets do not enclose the year alone' },
    'bracket-none': { 'zh-cn': '年份没有放在六角括号〔〕内', en: 'the year does not stand in 〔〕' },
    'two-digit-year': { 'zh-cn': '年份应写全四位', en: 'the year needs four digits' },
    'chinese-year': { 'zh-cn': '年份应用阿拉伯数字', en: 'the year needs Arabic digits' },
    letter: { 'zh-cn': '数字中混入了形近的字母', en: 'a letter stands among the digits' },
    'year-suffix': { 'zh-cn': '括号内不写“年”字', en: 'no 年 inside the brackets' },
    'chinese-sequence': { 'zh-cn': '顺序号应用阿拉伯数字', en: 'the running number needs Arabic digits' },
    'ordinal-word': { 'zh-cn': '顺序号前不加“第”字', en: 'no 第 before the running number' },
    'leading-zero': { 'zh-cn': '顺序号不编虚位', en: 'no leading zeros' },
    'hao-missing': { 'zh-cn': '缺少“号”字', en: '号 is missing' },
    'hao-doubled': { 'zh-cn': '“号”字重复', en: '号 is doubled' },
    'full-width': { 'zh-cn': '数字应用半角', en: 'full-width digits' },
    space: { 'zh-cn': '中间有空格', en: 'spaces inside' },
    order: { 'zh-cn': '应按代字、年份、顺序号的次序', en: 'the order is agency code, year, running number' },
    'code-missing': { 'zh-cn': '缺少发文机关代字', en: 'the agency code is missing' },
  },
  *check(block, traits) {
    for (const number of block.facts.documentNumbers) {
      if (number.placeholder || number.faults.length === 0) continue;
      const severity = severityOf(number, traits);
      yield {
        at: { block, span: number.span },
        ...words(block.text, number, severity),
        severity,
        fixes: fixes(number, traits, severity, (newText) => [{ block, span: number.span, newText }]),
      };
    }
  },
});

const RANK: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** The gravest of the number's faults; a mere resemblance to a number is never more than a hint. */
function severityOf(number: DocumentNumber, traits: DocumentTraits): Severity {
  if (!number.certain) return 'hint';
  return number.faults
    .map((fault) => faultSeverity(number, fault, traits))
    .reduce((a, b) => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b), 'hint');
}

function faultSeverity(number: DocumentNumber, fault: DocumentNumberFault, traits: DocumentTraits): Severity {
  switch (fault) {
    case 'bracket-missing':
    case 'bracket-mismatched':
    case 'bracket-misplaced':
      return 'error';
    case 'bracket-shape':
      return number.year !== undefined && number.year < BRACKETS_SINCE ? 'hint' : 'warning';
    case 'two-digit-year':
      return fullYear(number, traits) === undefined ? 'hint' : 'warning';
    case 'ordinal-word':
    case 'leading-zero':
      return number.series === 'enforcement' ? 'hint' : 'warning';
    case 'bracket-none':
    case 'order':
    case 'code-missing':
      return 'hint';
    default:
      return 'warning';
  }
}

/** The year that two digits stand for, where the report leaves no doubt: one of the last ten years up to its own. */
function fullYear(number: DocumentNumber, traits: DocumentTraits): number | undefined {
  const year = 2000 + Number(number.yearText);
  const last = traits.reportYear === null ? Number(traits.today.slice(0, 4)) : traits.reportYear + 1;
  return year <= last && year > last - 10 ? year : undefined;
}

function words(text: string, number: DocumentNumber, severity: Severity): Pick<Finding, 'message' | 'args' | 'certainty'> {
  const shown = text.slice(number.span.from, number.span.to);
  const early = number.faults.length === 1 && number.faults[0] === 'bracket-shape' && severity === 'hint' && number.certain;
  if (early) return { message: 'early', args: { number: shown, bracket: bracketOf(shown, number.yearText) }, certainty: 'advice' };
  const message = severity !== 'hint' ? 'malformed' : number.certain ? 'house' : 'doubtful';
  return {
    message,
    args: { number: shown, faults: number.faults.map((fault) => ({ message: fault })) },
    certainty: severity === 'hint' ? 'advice' : 'certain',
  };
}

function bracketOf(shown: string, year: string): string {
  const at = shown.indexOf(year);
  return at < 1 ? '' : shown[at - 1] + (shown[at + year.length] ?? '');
}

function fixes(
  number: DocumentNumber,
  traits: DocumentTraits,
  severity: Severity,
  edits: (newText: string) => readonly { block: Finding['at']['block']; span: Finding['at']['span']; newText: string }[],
): Finding['fixes'] {
  const short = number.faults.includes('two-digit-year');
  if (number.canonical === undefined || (short && fullYear(number, traits) === undefined)) return [];
  const early = number.certain && number.faults.length === 1 && number.faults[0] === 'bracket-shape';
  const safe = !short && number.certain && (severity !== 'hint' || early);
  return [{ message: 'fix', args: { canonical: number.canonical }, safe, edits: edits(number.canonical) }];
}

export const examples: Example[] = [
  { wrong: '　　根据⟦云政办发[2023]36号⟧文件要求，各镇街开展自查。', fixed: '　　根据云政办发〔2023〕36号文件要求，各镇街开展自查。' },
  {
    wrong: '　　印发《云河区执法公示办法》（⟦云府发〔202336号⟧），明确公示时限。',
    fixed: '　　印发《云河区执法公示办法》（云府发〔2023〕36号），明确公示时限。',
    note: '右括号丢失，年份与顺序号连在一起。',
  },
  {
    wrong: '　　落实《关于加强执法监督的意见》（⟦临政办函【2022】第008 号⟧）。',
    fixed: '　　落实《关于加强执法监督的意见》（临政办函〔2022〕8号）。',
    note: '一个字号的几处毛病合为一条，一次改好。',
  },
  { wrong: '　　对照⟦国发（2021）7号⟧和⟦云政发〔2O22〕3号⟧逐项整改。', fixed: '　　对照国发〔2021〕7号和云政发〔2022〕3号逐项整改。' },
  { wrong: '　　依据⟦青司发〔2023]12号⟧开展评查。', fixed: '　　依据青司发〔2023〕12号开展评查。' },
  { wrong: '　　区政府转发了⟦云政发〔二〇二三〕十六号⟧。', fixed: '　　区政府转发了云政发〔2023〕16号。' },
  {
    wrong: '　　按⟦国办发(1985)49号⟧文件办理。',
    fixed: '　　按国办发〔1985〕49号文件办理。',
    note: '2012年以前的字号常用圆括号、方括号，只作提示。',
  },
  {
    wrong: '　　处罚决定书（⟦青市监罚字〔2023〕第015号⟧）已送达。',
    fixed: '　　处罚决定书（青市监罚字〔2023〕15号）已送达。',
    note: '执法文书的“第”和虚位有的机关沿用，只作提示。',
  },
  { right: '　　《关于推进法治政府建设的意见》（云政发〔2023〕5号、〔2024〕6号）已经落实。' },
  { right: '　　临川银行令〔2020〕第5号和临川市人民政府公告（2026年第9号）已公布。' },
  { right: '　　中（沪）检函〔2021〕175号、法（研）函〔1987〕32号继续有效。' },
  { right: '　　法院作出（2023）赣01行终123号判决，仲裁委作出临劳人仲案【2022】36号裁决。' },
  { right: '　　文件见https://www.example.gov.cn/云政发[2023]5号.pdf，样式为`云政发[2023]5号`。' },
  { right: '　　全年共2023年36号楼等12处工地，建设路2023号由街道管理。' },
];
