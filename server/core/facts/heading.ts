/**
 * Headings: 一、（一）1.（1）① and what stands for them, by number or by Markdown's `#`.
 *
 * The number decides the level; `#` decides it only where there is no number. Standard forms per level: 一、 （一） 1. （1）
 * (GB/T 9704—2012, 7.3.3; GB/T 15834—2011, appendix B).
 */
import { type Span } from '../text';
import { parseNumeral, toChinese } from './numeral';

/** The families of heading numbers, from the highest level to the lowest. */
export type HeadingFamily =
  'part' | 'chapter' | 'section' | 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket' | 'circled' | 'markdown';

/** A heading at the beginning of a block. Sample: `　（一）加强组织领导。今年以来…` */
export interface Heading {
  readonly family: HeadingFamily;
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; for a bare `#` the number of `#`; 0 for 第一部分, 第一章. */
  readonly level: number;
  /** The number's value: 1 for 一. 0 where there is no number (bare `#`). */
  readonly ordinal: number;
  /** The number with its marks: `（一）` in the sample. Empty span where there is none. */
  readonly number: Span;
  /** The digits alone: `一` in the sample. */
  readonly digits: Span;
  /** The mark after the digits that is not as it should be, and what it should be; undefined when all is well. */
  readonly mark?: { readonly span: Span; readonly expected: string };
  /** The number in characters of its own, where it is a single sign: `（一）` for ㈠, `（1）` for ⑴, `1.` for ⒈. */
  readonly spelled?: string;
  /** The title: `加强组织领导` in the sample. */
  readonly title: Span;
  /** Where the text after the title begins: behind `。` in the sample; undefined when the heading stands alone. */
  readonly body?: Span;
  /** How many `#` stand before it. */
  readonly hashes: number;
}

const SPACES = /^[ \t\u00a0\u3000\u2002\u2003]*/;
const HASHES = /^(#{1,6})[ \t\u00a0\u3000]+/;
const CHINESE = /^([〇零一二三四五六七八九十百]{1,5})([ \u00a0\u3000]?)([、，,.．：:])/;
const CHINESE_BRACKET = /^([（(])([ \u00a0\u3000]?[〇零一二三四五六七八九十百]{1,5}[ \u00a0\u3000]?)([）)])([、，,.．：:]{0,3})/;
const ARABIC = /^(\d{1,3}|[０-９]{1,3})([ \u00a0\u3000]?)([.．、])/;
const ARABIC_BRACKET = /^([（(])([ \u00a0\u3000]?\d{1,3}[ \u00a0\u3000]?)([）)])([、，,.．：:]{0,3})/;
const CIRCLED = /^([①-⑳])([、，,.．：:]{0,3})/;
const SINGLE = /^([㈠-㈩⑴-⒇⒈-⒛])([、，,.．：:]{0,3})/;
const PART = /^(第([〇零一二三四五六七八九十百]{1,5}|\d{1,3})(部分|章|节))([ \u00a0\u3000：:]*)/;

/** How running text goes on after 第一部分, 第三章: with a particle or a verb, or as a sentence. */
const RUNNING = /^(?:[的是为由中和与及所将第至到以，。、；,;]|规定|明确|要求|提出|[^，。；,;]{0,40}[，。；,;])/;
/** Rows of the statutory table on requests in a 政府信息公开年报; pasted, they look like chapters. */
const ROW = /^(?:本年新收政府信息公开申请|上年结转政府信息公开申请|本年度办理结果|结转下年度继续办理)/;

/** What follows the first numeral of an abbreviated pair. */
const PAIR = /^[一二三四五六七八九十](?:[、和与及至到—]|[审级类线期季产批档楼层等号年]|次产)/;

/** What begins with a digit and may still stand behind 1. as a title. */
const ITEM = /^(?:(?:19|20)\d\d年|\d+[+＋]|\d[GDA](?![a-zA-Z])|[1-9]\d{4}[\u4e00-\u9fff]|[1-9]\d[05][热报举投急])/;

/** What follows the first of two numbers: 1、2号楼, 3、4季度. */
const LISTED = /^\d{1,3}(?:[、和至—-]|[号级类期批组栋楼季])/;

/** A title that runs into its text ends at the first of these. */
const TITLE_END = /[。！？!?；;]/;
const LONG_TITLE = 50;
/** The same for an item (1. …) that text follows. */
const LONG_ITEM = 30;

/** Reads the heading that a line begins with, if it does. `line` is one line without its end. */
export function readHeading(line: string): Heading | undefined {
  const first = firstInk(line);
  if (first < 0) return undefined;
  const code = line.charCodeAt(first);
  if (code !== 0x23 && !FORMS.has(code)) return undefined;
  let at = first;
  let hashes = 0;
  let rest = line.slice(at);
  const h = code === 0x23 ? HASHES.exec(rest) : null;
  if (h) {
    hashes = h[1].length;
    at += h[0].length;
    rest = line.slice(at);
    const indent = SPACES.exec(rest)![0].length;
    at += indent;
    rest = rest.slice(indent);
  }
  return FORMS.get(rest.charCodeAt(0))?.({ line, at, rest, hashes }) ?? (hashes > 0 ? bare(line, at, hashes) : undefined);
}

function firstInk(line: string): number {
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c !== 0x20 && c !== 0x09 && c !== 0xa0 && c !== 0x3000 && c !== 0x2002 && c !== 0x2003 && c !== 0x0b && c !== 0x0c && c !== 0xfeff)
      return i;
  }
  return -1;
}

function bare(line: string, at: number, hashes: number): Heading | undefined {
  const end = withoutClosing(line, trimmedEnd(line));
  if (end <= at) return undefined;
  return {
    family: 'markdown',
    level: hashes,
    ordinal: 0,
    number: { from: at, to: at },
    digits: { from: at, to: at },
    title: { from: at, to: end },
    hashes,
  };
}

/** Where the title ends when Markdown's closing `##` is left out. */
function withoutClosing(line: string, end: number): number {
  let to = end;
  while (to > 0 && line[to - 1] === '#') to--;
  return to < end && /[ \t]/.test(line[to - 1] ?? '') ? trimmedEnd(line.slice(0, to)) : end;
}

/** The line from its number on, and where that is. */
interface At {
  readonly line: string;
  readonly at: number;
  readonly rest: string;
  readonly hashes: number;
}

/** Reads one form of number; undefined where it is none, or running text. */
type Form = (l: At) => Heading | undefined;

/** 第一部分, 第三章. */
const readPart: Form = ({ line, at, rest, hashes }) => {
  const m = PART.exec(rest);
  // 第一部分 in running text (第一部分是…) is no heading.
  if (!m || (m[4] === '' && m[0].length < rest.length && RUNNING.test(rest.slice(m[0].length)))) return undefined;
  const family = m[3] === '部分' ? 'part' : m[3] === '章' ? 'chapter' : 'section';
  const digits = { from: at + 1, to: at + 1 + m[2].length };
  return finish(line, { family, level: 0, at, length: m[1].length, gap: m[4].length, digits, value: m[2], hashes });
};

/** 一、 */
const readChinese: Form = ({ line, at, rest, hashes }) => {
  const m = CHINESE.exec(rest);
  if (!m) return undefined;
  const after = rest.slice(m[0].length);
  if (ROW.test(after)) return undefined;
  // 一、二审案件, 二、三产业: abbreviated pairs, no numbers of headings.
  // 一，总体情况 is a heading with the wrong mark only if it is all there is: else 一，… is the end of a wrapped word (统一，…).
  if (/[，,：:]/.test(m[3]) && /[，。；：,;]|.{30}/.test(after)) return undefined;
  if (m[3] === '、' && PAIR.test(after.slice(0, 4)) && (parseNumeral(after[0]) ?? 0) > (parseNumeral(m[1]) ?? 0)) return undefined;
  const from = at + m[1].length;
  const mark = m[3] === '、' && m[2] === '' ? undefined : { span: { from, to: from + m[2].length + m[3].length }, expected: '、' };
  return finish(line, {
    family: 'chinese',
    level: 1,
    at,
    length: m[0].length,
    digits: { from: at, to: from },
    value: m[1],
    mark,
    hashes,
  });
};

/** 1. */
const readArabic: Form = ({ line, at, rest, hashes }) => {
  const m = ARABIC.exec(rest);
  if (!m) return undefined;
  // 1.5亿元 is a figure; 2.2024年以来, 3.5G网络, 4.5+2模式 and 5.12345热线 are items.
  const after = rest.slice(m[0].length);
  if (m[3] !== '、' && /^[\d０-９]/.test(after) && !ITEM.test(after)) return undefined;
  // 1、2号楼: two numbers of a list.
  if (m[3] === '、' && LISTED.test(after)) return undefined;
  if (after.trim() === '') return undefined;
  const from = at + m[1].length;
  // 1、50项 cannot become 1.50项.
  const mark =
    (m[3] === '、' || m[2] !== '') && !/^[\d０-９]/.test(after.trimStart())
      ? { span: { from, to: from + m[2].length + 1 }, expected: '.' }
      : undefined;
  return finish(line, {
    family: 'arabic',
    level: 3,
    at,
    length: m[0].length,
    digits: { from: at, to: from },
    value: m[1],
    mark,
    hashes,
  });
};

/** （一） and （1） */
const readBracketed: Form = ({ line, at, rest, hashes }) => {
  const chinese = CHINESE_BRACKET.exec(rest);
  const m = chinese ?? ARABIC_BRACKET.exec(rest);
  if (!m) return undefined;
  return finish(line, {
    family: chinese ? 'chinese-bracket' : 'arabic-bracket',
    level: chinese ? 2 : 4,
    at,
    length: m[0].length,
    digits: { from: at + 1, to: at + 1 + m[2].length },
    value: m[2].trim(),
    mark: extra(at, m[0], m[4]),
    hashes,
  });
};

/** ① */
const readCircled: Form = ({ line, at, rest, hashes }) => {
  const m = CIRCLED.exec(rest)!;
  return finish(line, {
    family: 'circled',
    level: 5,
    at,
    length: m[0].length,
    digits: { from: at, to: at + 1 },
    ordinal: m[1].charCodeAt(0) - 0x245f,
    mark: extra(at, m[0], m[2]),
    hashes,
  });
};

/** ㈠, ⑴ and ⒈: numbers that are a single sign. */
const readSingle: Form = ({ line, at, rest, hashes }) => {
  const m = SINGLE.exec(rest)!;
  const { family, level, base } = singleOf(m[1]);
  // ⒈5亿元 would become 1.5亿元.
  if (family === 'arabic' && /^[\d０-９]/.test(rest.slice(m[0].length))) return undefined;
  const ordinal = m[1].charCodeAt(0) - base;
  const spelled =
    family === 'chinese-bracket' ? `（${toChinese(ordinal)}）` : family === 'arabic-bracket' ? `（${ordinal}）` : `${ordinal}.`;
  return finish(line, { family, level, at, length: m[0].length, digits: { from: at, to: at + 1 }, ordinal, spelled, hashes });
};

/** The first character of a number says which form it may be. */
const FORMS = new Map<number, Form>();
for (const [characters, form] of [
  ['第', readPart],
  ['〇零一二三四五六七八九十百', readChinese],
  ['（(', readBracketed],
  ['0123456789０１２３４５６７８９', readArabic],
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', readCircled],
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', readSingle],
] as const)
  for (const c of characters) FORMS.set(c.charCodeAt(0), form);

/** The family of a number that is a single sign, and the code before its first. */
function singleOf(sign: string): { readonly family: HeadingFamily; readonly level: number; readonly base: number } {
  const code = sign.charCodeAt(0);
  if (code >= 0x3220) return { family: 'chinese-bracket', level: 2, base: 0x321f };
  return code < 0x2488 ? { family: 'arabic-bracket', level: 4, base: 0x2473 } : { family: 'arabic', level: 3, base: 0x2487 };
}

/** Marks at the end of a number, where none belong: （一）、 (GB/T 15834—2011, B.3.4). */
function extra(at: number, number: string, marks: string): Heading['mark'] {
  if (marks === '') return undefined;
  const to = at + number.length;
  return { span: { from: to - marks.length, to }, expected: '' };
}

interface Found {
  family: HeadingFamily;
  level: number;
  at: number;
  length: number;
  /** White space between number and title that belongs to neither. */
  gap?: number;
  digits: Span;
  value?: string;
  ordinal?: number;
  mark?: Heading['mark'];
  spelled?: string;
  hashes: number;
}

function finish(line: string, f: Found): Heading | undefined {
  const ordinal = f.ordinal ?? parseNumeral(f.value ?? '');
  if (ordinal === undefined || ordinal <= 0 || ordinal > 999) return undefined;
  const number = { from: f.at, to: f.at + f.length };
  let from = number.to + (f.gap ?? 0);
  while (from < line.length && /[ \t\u00a0\u3000]/.test(line[from])) from++;
  const end = trimmedEnd(line);
  if (from >= end) {
    if (f.level !== 0) return undefined;
    return { family: f.family, level: f.level, ordinal, number, digits: f.digits, title: { from: end, to: end }, hashes: f.hashes };
  }
  const stop = TITLE_END.exec(line.slice(from, end));
  let titleTo = stop ? from + stop.index : end;
  let body: Span | undefined;
  if (stop && titleTo + 1 < end) body = { from: titleTo + 1, to: end };
  if (titleTo - from > (body && f.level >= 3 ? LONG_ITEM : LONG_TITLE)) {
    // No title but a numbered paragraph: its first clause serves as label.
    const comma = /[，,]/.exec(line.slice(from, titleTo));
    if (comma) {
      body = { from: from + comma.index + 1, to: end };
      titleTo = from + comma.index;
    }
  }
  return {
    family: f.family,
    level: f.level,
    ordinal,
    number,
    digits: f.digits,
    mark: f.mark,
    ...(f.spelled === undefined ? {} : { spelled: f.spelled }),
    title: { from, to: titleTo },
    body,
    hashes: f.hashes,
  };
}

function trimmedEnd(line: string): number {
  let end = line.length;
  while (end > 0 && /[ \t\u00a0\u3000]/.test(line[end - 1])) end--;
  return end;
}

/** Another ordinal in the way a heading's own is written: `二` for `一`, `３` for `２`. Undefined where there is no such sign. */
export function writeOrdinal(text: string, heading: Heading, ordinal: number): string | undefined {
  const { from, to } = heading.digits;
  const digits = text.slice(from, to);
  if (heading.family === 'circled') return ordinal <= 20 ? String.fromCharCode(0x245f + ordinal) : undefined;
  if (heading.spelled !== undefined) {
    const { base } = singleOf(digits);
    return ordinal <= (base === 0x321f ? 10 : 20) ? String.fromCharCode(base + ordinal) : undefined;
  }
  if (/\d/.test(digits)) return String(ordinal);
  if (/[０-９]/.test(digits)) return String(ordinal).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
  return ordinal < 100 ? toChinese(ordinal) : undefined;
}
