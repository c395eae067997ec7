/**
 * Where a 发文机关代字, or the name of an organ before 令 and 公告, begins: prose stands glued to it (根据国办发〔2023〕5号),
 * and nothing but the words themselves shows the seam.
 *
 * No 代字 is ever held against a list: every county has its own. Lists here only name what is *not* part of one.
 */
import { isDigit } from './characters';
import { isHan } from './scan';

/** Words after which a number or an organ begins. The longer ones first, so that 以及 is not read as 及. */
const SEAMS = [
  '贯彻落实',
  '以下简称',
  '按照',
  '根据',
  '依照',
  '依据',
  '遵照',
  '参照',
  '对照',
  '落实',
  '贯彻',
  '执行',
  '印发',
  '转发',
  '批转',
  '下发',
  '制发',
  '发布',
  '公布',
  '颁布',
  '出台',
  '制定',
  '修订',
  '废止',
  '引用',
  '违反',
  '适用',
  '详见',
  '参见',
  '附见',
  '关于',
  '通过',
  '符合',
  '结合',
  '包括',
  '分别',
  '以及',
  '及其',
  '同意',
  '由于',
  '收到',
  '来文',
  '通知',
  '文件',
  '文号',
  '字号',
  '意见',
  '规定',
  '办法',
  '方案',
  '批复',
  '决定',
  '出具',
  '作出',
  '下达',
  '报送',
  '报来',
  '上报',
  '编号',
  '明确',
  '要求',
  '施行',
  '实施',
  '原文',
  '全文',
  '其中',
  '现将',
  '之前',
  '以前',
  '此前',
  '并以',
  '现以',
  '曾以',
  '称为',
  '简称',
  '即以',
  '已经',
  '经由',
  '列入',
  '纳入',
  '因此',
  '例如',
  '譬如',
  '比如',
  '属于',
  '来自',
  '替代',
  '代替',
  '取代',
  '补充',
  '重申',
  '对应',
  '有关',
  '相关',
  '上述',
  '下列',
  '本文',
  '该文',
  '一是',
  '二是',
  '三是',
];
/** Single characters that no 代字 and no organ has inside. */
const SEAM_CHARACTERS = '的与及是在被了把或且也又这该其此';
/** Characters that begin prose only at the start of the run or behind a seam: 见 and 按 always, 和 not where it is 和平区. */
const STARTERS = '和见按据依由经以将为至从凭持含如原文号等并即';
/** What follows one of them when it is a preposition and not the name of a county (如皋, 即墨, 和县, 将乐, 经信). */
const NATIONAL = ['国', '中发', '中办', '厅字', '省', '法释', '财', '人社', '发改', '环', '银', '教', '建'];
/** Series of the Party's centre and of the State Council. Nothing stands before them in a 代字. */
const WHOLE = [
  '国办发明电',
  '国发明电',
  '国办公开办函',
  '国办秘函',
  '国办发',
  '国办函',
  '国办秘',
  '国发',
  '国函',
  '中办发',
  '中发',
  '法释',
];

/** The longest 代字 that is looked for, and the longest name of an organ. */
export const MAX_AGENCY_CODE = 20;
const MAX_ORGAN = 36;

/** Words in brackets that belong to the title before them, not to a 代字. */
const TITLE_TAIL = /^(?:试行|暂行|草案|修订|修正|以下|节选|摘要|全文|一|二|三|四|五|六|七|八|九|十)/;

/**
 * Where the 代字 that ends at `to` begins; `to` itself where there is none. It may hold one bracketed word:
 * 法（研）发, 中（沪）自保管. Sample: in `根据国办发〔2023〕5号` with `to` at 〔 it is the offset of 国.
 */
export function agencyCodeStart(text: string, to: number, floor: number): number {
  let from = to;
  let inner = -1;
  while (from > floor && to - from < MAX_AGENCY_CODE) {
    const c = text.charCodeAt(from - 1);
    if (isHan(c)) {
      from--;
      continue;
    }
    if (inner >= 0 || (c !== 0xff09 && c !== 0x29)) break;
    const open = bracketedWord(text, from - 1, floor);
    if (open < 0) break;
    inner = from;
    from = open;
  }
  let start = from + seam(text, from, to);
  // The head of a 代字 with a bracketed word is short (法（研）发); a long one is prose before a bracket of its own.
  if (inner >= 0 && start < inner) {
    const open = bracketedWord(text, inner - 1, floor);
    if (open - start > 5 || open <= start) start = inner + seam(text, inner, to);
  }
  if (to - start === 1 && !SINGLE.includes(text[start])) return to;
  for (const whole of WHOLE) {
    if (to - whole.length > start && text.startsWith(whole, to - whole.length)) return to - whole.length;
  }
  return start;
}

/** Where the name of the organ that ends at `to` (with 令 or 公告) begins. */
export function organStart(text: string, to: number, floor: number): number {
  let from = to;
  while (from > floor && to - from < MAX_ORGAN && isHan(text.charCodeAt(from - 1))) from--;
  // 2018年12月18日国务院令: the organ begins behind the date.
  if (from < to && '日号'.includes(text[from]) && isDigit(text.charCodeAt(from - 1))) from++;
  return from + seam(text, from, to);
}

/** Where the bracket opens that closes at `close`, if it holds one to three Chinese characters and follows one; else -1. */
function bracketedWord(text: string, close: number, floor: number): number {
  for (let i = close - 1; i > floor && close - i <= 4; i--) {
    const c = text.charCodeAt(i);
    if (c === 0xff08 || c === 0x28) {
      if (close - i < 2 || !isHan(text.charCodeAt(i - 1))) return -1;
      return TITLE_TAIL.test(text.slice(i + 1, close)) ? -1 : i;
    }
    if (!isHan(c)) return -1;
  }
  return -1;
}

/** How many characters at the beginning of a run of prose and 代字 are prose. */
function seam(text: string, from: number, to: number): number {
  const run = text.slice(from, to);
  let cut = 0;
  for (let i = run.length - 1; i >= 0 && cut === 0; i--) cut = seamAt(run, i);
  for (; cut < run.length && STARTERS.includes(run[cut]); cut++) {
    const joined = run[cut] === '和' && cut === 0 && from > 0 && '》〉）)号'.includes(text[from - 1]);
    if (!joined && !'见按据'.includes(run[cut]) && !NATIONAL.some((n) => run.startsWith(n, cut + 1))) break;
  }
  return cut;
}

/** The end of the seam word that begins at `i`, or 0. */
function seamAt(run: string, i: number): number {
  if (SEAM_CHARACTERS.includes(run[i])) return i + 1;
  for (const word of SEAMS) if (run.startsWith(word, i)) return i + word.length;
  return 0;
}

/** Words in which the series of an organ end: 发, 函, 字 … (rules of practice; nobody must use one of them). */
const FORM_WORD = /[发函字办规令电文呈报请复批决通议纪任督党组联政府委释秘罚發辦]$|许可$|公告$|通告$/;
/** The first characters of the series of central organs and their local branches. */
const CENTRAL =
  /^(?:国|中|办|全国|财|发改|计|工信|人社|劳|教|科|民|公|司|自然资|环|建|交|水|农|商|文|卫|退役|应急|安监|银|审|署|税|工商|质检|食药|市监|药监|证监|保监|金|广电|体|统|医保|能|林|粮|邮|铁|汇|网信|法|高检|气|妇|总工|矿安|消防|民航|海关)/;
/** The characters of the provinces. */
const PROVINCE = /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新兵]/;

/** Names of papers, which stand before a number of another sort: 提案（2023）5号, 简报[2023]5号. */
const PAPER = /(?:建议|提案|议案|通报|简报|专报|月报|周报|快报|公报|申请|项目|合同|文件|计划|规划|方案|信息)$/;
/** Series of one character that central organs have; any other single character before a bracket is prose. */
const SINGLE = '法财公教民司建计科商卫环银审税农水外劳人国中新发署交邮林';

/** Whether a 代字 ends in one of the usual form words. */
export function takesFormWord(code: string): boolean {
  return code.length >= 2 && FORM_WORD.test(code);
}

/**
 * Whether some characters are surely a 代字: they end in a form word, or begin as those of a central organ or of a province
 * do. Others may be one just as well, so this decides how loud a doubt is voiced, and never whether a number is right.
 */
export function looksLikeAgencyCode(code: string): boolean {
  if (PAPER.test(code)) return false;
  return FORM_WORD.test(code) || (code.length >= 2 && (CENTRAL.test(code) || PROVINCE.test(code)));
}

/** Beginnings that nothing but the series of a central organ has; CENTRAL also begins 公司, 科室, 农场. */
export const SURELY_CENTRAL =
  /^(?:国[^家]|中[办发组宣纪央]|财[税会预建库综行社金农教资办]|发改|工信|人社|劳社|自然资|国土资|应急|安监|银[发办监保]|证监|税总|工商|质检|食药|环[发办函]|卫[医办疾]|法[释发办函研]|高检|教[职高基办发政督技语]|公[通治交信]|司[发办]|民[发办航]|交[办发运]|农[发办]|商[办资]|建[市质标城房办金]|文[旅物])/;
const SURE_FORM = /[发函字办规令电文發辦]$|政府?$/;

/** Whether characters are a 代字 even where a round bracket follows, which encloses many other things: 公司（2023）5号 need not be one. */
export function isSurelyAgencyCode(code: string): boolean {
  return !PAPER.test(code) && (SURE_FORM.test(code) || SURELY_CENTRAL.test(code) || (code.length >= 3 && PROVINCE.test(code)));
}

/** Nouns that are counted or numbered, and so stand before a bracket with a year and a number of their own. */
const COUNTED = /[期楼路街栋幢区号项程件类批版次届页图表卷册章节条款段站线段组室厅池年月日等]$/;

/** Whether characters before a round bracket may be a 代字 of a place that no list names: 善教艺（2023）5号. Only a doubt is voiced of such. */
export function mayBeAgencyCode(code: string): boolean {
  return code.length >= 3 && code.length <= 10 && !PAPER.test(code) && !COUNTED.test(code);
}
