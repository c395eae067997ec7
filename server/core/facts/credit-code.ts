/** 统一社会信用代码, the eighteen characters that name an organisation (GB 32100—2015). */
import { isAsciiLetter } from './characters';
import type { Span } from '../text';

/** A 统一社会信用代码 or what stands in its place. Sample: `91350100M000100Y43` */
export interface CreditCode {
  readonly kind: 'credit-code';
  readonly span: Span;
  readonly code: string;
  /** Whether 统一社会信用代码 or its like stands directly before it. */
  readonly labelled: boolean;
  /** `letter`: a letter that the standard leaves out (I O Z S V); `check`: the last character does not fit the others. */
  readonly fault?: 'letter' | 'check';
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/;
/** 登记管理部门 and 机构类别 as the standard lists them; in a code without a label the beginning must be one of these. */
const BEGINNINGS = /^(?:1[1-59]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1-39]|Y1)/;
const LABEL = /信用代码(?:证?号)?[）)]?\s*(?:[为是：:]\s*)?$/;

/** The check character that belongs to the first seventeen, or undefined where one of them is not in the alphabet. `91350100M000100Y4` → `3` */
export function creditCheck(code: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(code[i]);
    if (value < 0 || code[i] === undefined) return undefined;
    sum += value * WEIGHTS[i];
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether eighteen characters have the form of a citizen's number (公民身份号码, GB 11643): a birthday inside, and the right check digit or at least no other reading. */
export function looksLikeCitizenNumber(code: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]$/.test(code)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(code[i]) * ID_WEIGHTS[i];
  return '10X98765432'[sum % 11] === code[17].toUpperCase() || creditCheck(code) !== code[17];
}

/**
 * Reads an eighteen-character token of ASCII letters and digits.
 *
 * Without a label it must have a letter and a known beginning: any eighteen digits in a row may be an account or an order.
 */
export function readCreditCode(text: string, from: number, to: number): CreditCode | undefined {
  if (to - from !== 18) return undefined;
  const code = text.slice(from, to);
  if (!SHAPE.test(code) || looksLikeCitizenNumber(code)) return undefined;
  const labelled = LABEL.test(text.slice(Math.max(0, from - 16), from));
  const check = creditCheck(code);
  const span = { from, to };
  if (check === code[17]) return BEGINNINGS.test(code) || labelled ? { kind: 'credit-code', span, code, labelled } : undefined;
  if (!labelled && !(BEGINNINGS.test(code) && hasLetter(code))) return undefined;
  return { kind: 'credit-code', span, code, labelled, fault: /[IOZSV]/.test(code) ? 'letter' : 'check' };
}

function hasLetter(code: string): boolean {
  for (let i = 0; i < code.length; i++) if (isAsciiLetter(code.charCodeAt(i))) return true;
  return false;
}
