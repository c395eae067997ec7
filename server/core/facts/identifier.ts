/**
 * What looks like a quantity or a 发文字号 and is neither: URLs, 案号, 令, 标准号, 统一社会信用代码, 许可证号, telephone
 * numbers, 12315, 第三条, 36号楼, PM2.5 …
 *
 * Read before everything else; the readers of numbers, dates and figures leave these places alone.
 */
import { isAsciiLetter, isDigit, isSpace, skipDigits, skipSpaces } from './characters';
import { readCourtCase, type CourtCase } from './court-case';
import { readCreditCode, type CreditCode } from './credit-code';
import { readDecree, type Decree } from './decree';
import { readLinks, type Link } from './link';
import { C, isHan, type Scan } from './scan';
import { readStandard, type Standard } from './standard';
import type { Span } from '../text';

/**
 * Identifiers that no rule asks more of than their place.
 *
 * - `arbitration` 深劳人仲案【2022】8836号 · `minutes` 第5期 · `licence` SC10650010500001, 营业执照 … · `drug` 国药准字Z20230001, 械注准
 * - `index` 索引号 640221044/2023-00612 · `contract` what follows 编号： · `citizen` 公民身份号码 · `hotline` 12315热线 · `phone`
 * - `version` 2.0版 · `address` 建设路36号, 3号楼 · `article` 第三条 · `ordinal` 第5批 · `formula` 1+7 · `designation` PM2.5, G20, 5G
 */
export type PlainKind =
  | 'arbitration'
  | 'minutes'
  | 'licence'
  | 'drug'
  | 'index'
  | 'contract'
  | 'citizen'
  | 'hotline'
  | 'phone'
  | 'version'
  | 'address'
  | 'article'
  | 'ordinal'
  | 'formula'
  | 'designation';

export interface PlainIdentifier {
  readonly kind: PlainKind;
  readonly span: Span;
}

export type Identifier = PlainIdentifier | Link | CourtCase | Decree | Standard | CreditCode;
export type IdentifierKind = Identifier['kind'];

/** An identifier that has a form of its own, which rules look at. */
export type FormalIdentifier = CourtCase | CreditCode | Decree;

/** Whether an identifier has a form of its own and does not keep to it. */
export function isMisshapen(identifier: Identifier): identifier is FormalIdentifier {
  switch (identifier.kind) {
    case 'court-case':
    case 'credit-code':
      return identifier.fault !== undefined;
    case 'decree':
    case 'announcement':
      return identifier.faults.length > 0;
    default:
      return false;
  }
}

const NONE: readonly Identifier[] = [];

/** Reads the identifiers of a block, in order of place. They do not overlap. */
export function readIdentifiers(s: Scan): readonly Identifier[] {
  if (!(s.has & (C.DIGIT | C.NUMERAL | C.LATIN)) && !s.text.includes('`')) return NONE;
  const links = readLinks(s);
  if (s.digits.length === 0 && s.numerals.length === 0) return links;
  const found: Identifier[] = [];
  const { text, digits, numerals } = s;
  let link = 0;
  /** Behind the last identifier; and behind the last one that is no mere ordinal. */
  let floor = 0;
  let hard = 0;
  let d = 0;
  let n = 0;
  while (d < digits.length || n < numerals.length) {
    const arabic = n >= numerals.length || (d < digits.length && digits[d] < numerals[n]);
    const from = arabic ? digits[d] : numerals[n];
    const to = arabic ? digits[d + 1] : numerals[n + 1];
    if (arabic) d += 2;
    else n += 2;
    while (link < links.length && links[link].span.from <= from) {
      found.push(links[link]);
      floor = hard = links[link++].span.to;
    }
    if (from < floor) continue;
    const limit = link < links.length ? links[link].span.from : text.length;
    const one = arabic ? readArabic(text, from, to, hard) : readOrdinal(text, from, to, floor);
    if (!one || one.span.to > limit) continue;
    // 临川市第十二届人大常委会公告第9号: the ordinal belongs to the name of the organ.
    while (found.length > 0 && found[found.length - 1].kind === 'ordinal' && found[found.length - 1].span.from >= one.span.from)
      found.pop();
    if (found.length > 0 && found[found.length - 1].span.to > one.span.from) continue;
    found.push(one);
    floor = one.span.to;
    if (one.kind !== 'ordinal') hard = floor;
  }
  while (link < links.length) found.push(links[link++]);
  return found.length === 0 ? NONE : found;
}

/** Whether a span shares a place with one of the identifiers, which are in order. Logarithmic. */
export function insideIdentifier(identifiers: readonly Identifier[], from: number, to: number): boolean {
  let low = 0;
  let high = identifiers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (identifiers[middle].span.to <= from) low = middle + 1;
    else high = middle;
  }
  return low < identifiers.length && identifiers[low].span.from < to;
}

function readArabic(text: string, from: number, to: number, floor: number): Identifier | undefined {
  const before = from > floor ? text.charCodeAt(from - 1) : 0;
  const after = text.charCodeAt(to);
  const length = to - from;
  if (touchesLatin(before) || isAsciiLetter(after)) {
    const token = readToken(text, from, to, floor);
    if (token) return token;
  } else if (isSpace(before) && from - 1 > floor && isAsciiLetter(text.charCodeAt(from - 2))) {
    const standard = readStandard(text, from, to, floor);
    if (standard) return standard;
  }
  if (length === 4 && isYearBracket(before)) {
    const courtCase = readCourtCase(text, from, to, floor);
    if (courtCase) return courtCase;
    const arbitration = readArbitration(text, from, to, floor);
    if (arbitration) return arbitration;
  }
  const decree = mayBeDecree(text, from, to) ? readDecree(text, from, to, floor) : undefined;
  if (decree) return decree;
  if (length === 4 && after === YEAR) {
    // 2019年第39号: the announcement begins at its year; reading starts at its running number.
    const di = skipSpaces(text, '）)'.includes(text[to + 1] ?? ' ') ? to + 2 : to + 1);
    if (text[di] === '第') {
      const number = skipSpaces(text, di + 1);
      const end = skipDigits(text, number);
      const announcement = end > number ? readDecree(text, number, end, floor) : undefined;
      if (announcement) return announcement;
    }
  }
  if (length === 18) {
    const code = readCreditCode(text, from, to);
    if (code) return code;
  }
  return readOrdinal(text, from, to, floor) ?? readPlain(text, from, to, floor, before);
}

const YEAR = 0x5e74;

/** A cheap look before the reader of decrees is called: 号 must follow, and 第, 令, a bracket or a space stand before. */
function mayBeDecree(text: string, from: number, to: number): boolean {
  const after = text[to];
  if (after !== '号' && after !== '號' && after !== ' ' && after !== '\u00a0' && after !== '\u3000') return false;
  const before = text[from - 1];
  return before === '第' || before === '令' || before === ' ' || before === '\u00a0' || before === '\u3000';
}

function touchesLatin(code: number): boolean {
  return isAsciiLetter(code) || code === 0x2f || code === 0xff0f || code === 0x2215 || code === 0x2d || code === 0x2e;
}

function isYearBracket(code: number): boolean {
  return (
    code === 0xff08 ||
    code === 0x28 ||
    code === 0x3014 ||
    code === 0x5b ||
    code === 0xff3b ||
    code === 0x3010 ||
    code === 0xfe5d ||
    code === 0x3016
  );
}

/** A run of ASCII letters, digits and joiners around some digits: 91350100M000100Y43, GB/T 9704—2012, HT-2023-001, PM2.5. */
function readToken(text: string, from: number, to: number, floor: number): Identifier | undefined {
  let start = from;
  while (start > floor && isWord(text.charCodeAt(start - 1))) start--;
  let end = to;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  const code = readCreditCode(text, start, end);
  if (code) {
    // An 索引号 is a credit code, a slash and more.
    const m = text[end] === '/' ? INDEX_TAIL.exec(text.slice(end, end + 20)) : null;
    return m ? { kind: 'index', span: { from: start, to: end + m[0].length } } : code;
  }
  const standard = readStandard(text, from, to, floor);
  if (standard) return standard;
  if (end - start === 18 && looksLikeCitizen(text.slice(start, end))) return { kind: 'citizen', span: { from: start, to: end } };
  const letters = text.slice(start, from);
  if (/^(?:SC|JY)$/.test(letters) && to - from === 14) return { kind: 'licence', span: { from: start, to: end } };
  if (/^[A-Z]$/.test(letters) && start - 4 >= floor && /准字$/.test(text.slice(start - 4, start)))
    return { kind: 'drug', span: { from: start - 4, to: end } };
  if (letters === 'DB' && to - from <= 6) {
    // The digits of a local standard's prefix: DB36/T 1234—2021. Its number is the next run.
    const number = skipSpaces(text, text[to] === '/' ? to + 2 : to);
    const last = skipDigits(text, number);
    return last > number ? readStandard(text, number, last, floor) : undefined;
  }
  if (letters !== '' && isAsciiLetter(letters.charCodeAt(letters.length - 1))) {
    // Letters before the digits make a name: PM2.5, G20, A4, COVID-19. V2.0 is a version.
    let tail = end;
    while (/[.\-_/]/.test(text[tail] ?? '') && isWord(text.charCodeAt(tail + 1))) {
      tail++;
      while (tail < text.length && isWord(text.charCodeAt(tail))) tail++;
    }
    return { kind: /^[Vv]$/.test(letters) ? 'version' : 'designation', span: { from: start, to: tail } };
  }
  if (text[from - 1] === '-' && from - 2 >= floor && isAsciiLetter(text.charCodeAt(from - 2))) {
    let name = from - 1;
    while (name > floor && (isWord(text.charCodeAt(name - 1)) || text[name - 1] === '-')) name--;
    while (end < text.length && (isWord(text.charCodeAt(end)) || (text[end] === '-' && isWord(text.charCodeAt(end + 1))))) end++;
    return { kind: 'designation', span: { from: name, to: end } };
  }
  // 5G, 4K, 3D: generations and formats. Letters after other digits are units: 35kV, 500MW.
  if (start === from && /^[2-6]G$|^[48]K$|^[23]D$/.test(text.slice(from, end))) return { kind: 'designation', span: { from, to: end } };
  return undefined;
}

const INDEX_TAIL = /^\/\d{4,6}-\d{5}(?!\d)/;

function looksLikeCitizen(code: string): boolean {
  return /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(code);
}

function isWord(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0x30 && code <= 0x39);
}

/** 劳动人事仲裁: 深劳人仲案【2022】8836号. Any bracket is usual there. */
function readArbitration(text: string, from: number, to: number, floor: number): PlainIdentifier | undefined {
  let start = from - 1;
  while (start > floor && from - start < 14 && isHan(text.charCodeAt(start - 1))) start--;
  const code = text.slice(start, from - 1);
  const m = /(?:劳|人|仲委|农|仲裁)[^的]{0,3}仲?(?:案|裁|字|仲|决字){0,6}$/.exec(code);
  if (!m || !/仲/.test(m[0])) return undefined;
  let at = skipSpaces(text, to + 1);
  if (text[at] === '第') at = skipSpaces(text, at + 1);
  const end = skipDigits(text, at);
  if (end === at) return undefined;
  let tail = end;
  if (text[tail] === '-' && isDigit(text.charCodeAt(tail + 1))) tail = skipDigits(text, tail + 1);
  tail = skipSpaces(text, tail);
  if (text[tail] !== '号') return undefined;
  return { kind: 'arbitration', span: { from: start, to: tail + 1 } };
}

/** 第 before a numeral of either kind: 第三条 is an article, 第5期 of a 纪要 its number, everything else an ordinal. The span begins at 第 and ends with the numeral, or with 条, 款, 项 … */
function readOrdinal(text: string, from: number, to: number, floor: number): PlainIdentifier | undefined {
  let at = from;
  if (at - 1 > floor && isSpace(text.charCodeAt(at - 1))) at--;
  if (at - 1 < floor || text[at - 1] !== '第') return undefined;
  const after = isSpace(text.charCodeAt(to)) ? to + 1 : to;
  const word = text[after] ?? '';
  if (word !== '' && '条款项章节编目'.includes(word)) return { kind: 'article', span: { from: at - 1, to: after + 1 } };
  if (word === '期' || (word === '次' && text.startsWith('纪要', after + 1)))
    return { kind: 'minutes', span: { from: at - 1, to: after + 1 } };
  return { kind: 'ordinal', span: { from: at - 1, to } };
}

const UNITS = '号件起宗个人家户次万亿元吨亩条份项批名张篇台套所处场%％.余多公千百米';
const LABELS = ['编号', '证号', '代码', '账号', '帐号', '号码', '批号', '索引号', '备案号', '流水号', '订单号', '单号', '案号', '登记号'];
const ROADS = '路街巷道弄里村庄同段园';
const AFTER_HAO = '楼院门线厅室馆幢栋井矿机炉台车站桥仓库地岗柜窗工文信';

function readPlain(text: string, from: number, to: number, floor: number, before: number): PlainIdentifier | undefined {
  const length = to - from;
  const next = text[to] ?? '';
  if (next === '号' || next === '號') {
    const house = from > floor && ROADS.includes(text[from - 1]);
    const thing = text[to + 1] ?? '';
    if (house || (thing !== '' && AFTER_HAO.includes(thing) && thing !== '文')) return { kind: 'address', span: { from, to: to + 1 } };
    return undefined;
  }
  if (next === '+' || next === '＋' || before === 0x2b || before === 0xff0b) return { kind: 'formula', span: { from, to } };
  if (before === 0x3a || before === 0xff1a || before === 0x4e3a || isHan(before)) {
    const label = labelEnd(text, from, floor);
    if (label) {
      let end = to;
      while (end < text.length && (isWord(text.charCodeAt(end)) || (/[-/_—]/.test(text[end]) && isWord(text.charCodeAt(end + 1))))) end++;
      return { kind: 'contract', span: { from, to: end } };
    }
  }
  if (length === 9 && next === '/') {
    const m = INDEX_TAIL.exec(text.slice(to, to + 20));
    if (m) return { kind: 'index', span: { from, to: to + m[0].length } };
  }
  if (length === 11 && /^注[准进许]$|^备$/.test(text.slice(Math.max(floor, from - 2), from))) return { kind: 'drug', span: { from, to } };
  if (length === 18 && looksLikeCitizen(text.slice(from, to))) return { kind: 'citizen', span: { from, to } };
  return readVersion(text, from, to) ?? readPhone(text, from, to, next) ?? readHotline(text, from, to, floor);
}

/** Whether 编号, 证号 and their like stand directly before, with or without a colon. */
function labelEnd(text: string, from: number, floor: number): boolean {
  let at = from;
  if (at > floor && '：:为是'.includes(text[at - 1])) at--;
  // Every label ends with 号 or 码.
  if (at <= floor || (text[at - 1] !== '号' && text[at - 1] !== '码')) return false;
  return LABELS.some((label) => at - label.length >= floor && text.startsWith(label, at - label.length));
}

/** 2.0版, “…2.0”, 《…3.0》, and anything with two dots that is no date. */
function readVersion(text: string, from: number, to: number): PlainIdentifier | undefined {
  if (text[to] !== '.' || !isDigit(text.charCodeAt(to + 1))) return undefined;
  const end = skipDigits(text, to + 1);
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    return to - from < 3 && end - to - 1 < 4 ? { kind: 'version', span: { from, to: skipDigits(text, end + 1) } } : undefined;
  }
  if (text.slice(to, end) !== '.0' || to - from > 2) return undefined;
  return /^(?:版|”|》|’|」|时代|系统|平台|升级|方案|行动|模式|工程)/.test(text.slice(end, end + 2))
    ? { kind: 'version', span: { from, to: end } }
    : undefined;
}

function readPhone(text: string, from: number, to: number, next: string): PlainIdentifier | undefined {
  const length = to - from;
  const first = text[from];
  if (length === 11 && first === '1' && /[3-9]/.test(text[from + 1]))
    return UNITS.includes(next) && next !== '' ? undefined : { kind: 'phone', span: { from, to } };
  const dash = next === '-' || next === '—' || next === '－' || next === '）' || next === ')';
  if (!dash) return undefined;
  const end = skipDigits(text, to + 1);
  if (first === '0' && (length === 3 || length === 4) && (end - to - 1 === 7 || end - to - 1 === 8))
    return { kind: 'phone', span: { from, to: end } };
  if (length === 3 && (first === '4' || first === '8') && text.slice(from + 1, to) === '00' && text[end] === '-') {
    const last = skipDigits(text, end + 1);
    if (last - end - 1 >= 3) return { kind: 'phone', span: { from, to: last } };
  }
  return undefined;
}

const EMERGENCY = /^(?:110|114|119|120|122)$/;
const LINES = /^(?:123\d\d|12122|10000|10010|10086|95\d{3,4}|96\d{3,4})$/;
const CALL =
  /^(?:热线|电话|报警|指挥|平台|急救|接处警|接警|联动|服务|投诉|举报|客服|政务|便民|消费|市民|价格|环保|妇女|税务|社保|”|’|、|，|,|等|和|与|及|专线|系统)/;
const DIAL = /(?:热线|电话|拨打|致电|平台|“|‘|、|通过|和|与)$/;

function readHotline(text: string, from: number, to: number, floor: number): PlainIdentifier | undefined {
  const length = to - from;
  if (length < 3 || length > 6) return undefined;
  const first = text.charCodeAt(from);
  if (first !== 0x31 && first !== 0x39) return undefined;
  const number = text.slice(from, to);
  const emergency = EMERGENCY.test(number);
  if (!emergency && !LINES.test(number)) return undefined;
  const unit = text[skipSpaces(text, to)] ?? '';
  if (unit !== '' && UNITS.includes(unit)) return undefined;
  const tail = text.slice(to, to + 3);
  if (!emergency && number.startsWith('123'))
    return /^[,，]\d{3}/.test(text.slice(to, to + 4)) ? undefined : { kind: 'hotline', span: { from, to } };
  return CALL.test(tail) && (!/^[、，,等和与及]/.test(tail) || DIAL.test(text.slice(Math.max(floor, from - 2), from)))
    ? { kind: 'hotline', span: { from, to } }
    : undefined;
}
