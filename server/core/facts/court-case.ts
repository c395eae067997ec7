/** 法院案号: （2023）渝01行终123号 (最高人民法院《关于人民法院案件案号的若干规定》). */
import { foldWidth, skipDigits, skipSpaces } from './characters';
import { isHan } from './scan';
import type { Span } from '../text';

/** The number of a case before a court. Sample: `（2023）渝01行终123号` */
export interface CourtCase {
  readonly kind: 'court-case';
  readonly span: Span;
  readonly year: number;
  /** The number with full-width round brackets, without spaces. */
  readonly canonical: string;
  /** `bracket`: the year is not in round brackets, or its brackets are no pair. */
  readonly fault?: 'bracket';
}

const OPEN = '（(〔［[【﹝〖';
const CLOSE = '）)〕］]】﹞〗';
// 法院代字: 最高法 or the character of a province (兵 for 兵团), with the court's own digits. 京, 京0105, 最高法知.
const COURT = '最京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新兵军';
// 类型代字 end in one of these; a few older or special ones stand whole.
const TYPE = /(?:初|终|申|再|监|审|执|异|复|恢|保|破|特|辖|更|督|催|清|赔|惩|制|协|助|调|撤|字第|字|保全|他|督|诉前调书|诉前调确|引调)$/;
/** Before 2016 the court was named in its own words, and 字第 stood before the number: （2012）江宁开民初字第646号. */
const OLD = /^\D{1,8}[民刑行商知执破赔立审监][^\d]{0,3}字第?\d{1,6}(?:-\d{1,3}|之[一二三四五六七八九十])?$/;
const MAX_CODE = 16;

function isModern(raw: string): boolean {
  const m = /^(?:最高法|[^\d最]{1,2})\d{0,4}(\D{1,8}?)\d{1,6}(?:之[一二三四五六七八九十\d]{1,3}|-\d{1,3})?$/.exec(raw);
  return m !== null && TYPE.test(m[1]);
}

/** Reads the case whose year stands from `from` to `to`, between brackets. */
export function readCourtCase(text: string, from: number, to: number, floor: number): CourtCase | undefined {
  const open = from - 1;
  if (open < floor || to - from !== 4 || !OPEN.includes(text[open])) return undefined;
  const year = Number(foldWidth(text.slice(from, to)));
  if (!(year >= 1949 && year <= 2099) || !text[to] || !CLOSE.includes(text[to])) return undefined;
  const start = skipSpaces(text, to + 1);
  if (!isHan(text.charCodeAt(start))) return undefined;
  let at = start;
  let codeEnd = start;
  let digits = 0;
  // Chinese characters and digits in turn, up to 号. The last run of digits is the number of the case.
  while (at < text.length && at - start < MAX_CODE + 12) {
    const next = skipDigits(text, at);
    if (next > at) {
      codeEnd = at;
      digits = next - at;
      at = next;
      continue;
    }
    if (text[at] === '号' || text[at] === '號') break;
    if (text[at] === ' ') {
      at++;
      continue;
    }
    if (!isHan(text.charCodeAt(at)) && !/[-—之]/.test(text[at])) return undefined;
    at++;
  }
  if ((text[at] !== '号' && text[at] !== '號') || digits === 0) return undefined;
  const raw = foldWidth(text.slice(start, at)).replace(/\s/g, '');
  if (codeEnd === start || (!(COURT.includes(text[start]) && isModern(raw)) && !OLD.test(raw))) return undefined;
  const paired = (text[open] === '（' || text[open] === '(') && (text[to] === '）' || text[to] === ')');
  const canonical = `（${year}）${raw}号`;
  return { kind: 'court-case', span: { from: open, to: at + 1 }, year, canonical, ...(paired ? {} : { fault: 'bracket' as const }) };
}
