/**
 * Stray spaces between Chinese characters, or between one and an opening quotation mark.
 *
 * A space may also set names in columns, part a number from its title (第一条　为了…), part the halves of a slogan, or
 * stand for a lost comma. So a space is stray only in a sentence, alone in its clause, and outside quotation marks,
 * titles and brackets.
 */
import type { Span } from '../text';
import type { Citation } from './citation';
import { C, classOf, isHan, type Scan } from './scan';

/** A space that should go. Sample: `持续抓好 “一件事”改革，…` */
export interface StraySpace {
  readonly span: Span;
}

const NONE: readonly StraySpace[] = Object.freeze([]);

/** A sentence is at least this long. */
const SENTENCE = 16;

/** Reads the stray spaces of a block, in order. */
export function readSpaces(s: Scan, _citations: readonly Citation[]): readonly StraySpace[] {
  if (!(s.has & C.SPACE) || s.marks.length === 0 || s.text.length < SENTENCE || !isProse(s)) return NONE;
  const { text } = s;
  const candidates: Clause[] = [];
  let m = 0;
  let b = 0;
  let depth = 0;
  let straight = false;
  let clauseFrom = 0;
  for (const at of s.spaces) {
    for (; m < s.marks.length && s.marks[m] < at; m++) clauseFrom = s.marks[m] + 1;
    for (; b < s.brackets.length && s.brackets[b] < at; b++) {
      const code = text.charCodeAt(s.brackets[b]);
      if (code === 0x22) straight = !straight;
      else depth = step(depth, code);
    }
    if (depth > 0 || straight || !isStray(text, at)) continue;
    candidates.push({ at, from: clauseFrom, to: m < s.marks.length ? s.marks[m] : text.length });
  }
  const found = candidates.filter((c, i) => {
    // Two spaces in one clause set columns or names.
    if (candidates[i - 1]?.from === c.from || candidates[i + 1]?.from === c.from) return false;
    return isPlain(text, c);
  });
  return found.length === 0 ? NONE : found.map(({ at }) => ({ span: { from: at, to: at + 1 } }));
}

/** A space and the clause (from one mark to the next) it stands in. */
interface Clause {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const STOPS = new Set([...'，。；,;'].map((c) => c.charCodeAt(0)));

function isProse(s: Scan): boolean {
  return s.marks.some((at) => STOPS.has(s.text.charCodeAt(at)));
}

const OPENING = new Set([...'“‘《〈（(【〔[「『'].map((c) => c.charCodeAt(0)));
const CLOSING = new Set([...'”’》〉）)】〕]」』'].map((c) => c.charCodeAt(0)));

function step(depth: number, code: number): number {
  if (OPENING.has(code)) return depth + 1;
  return CLOSING.has(code) ? Math.max(0, depth - 1) : depth;
}

/** Marks that nothing stands before but a word. */
const FULL_STOPS = new Set([...'，。；：、'].map((c) => c.charCodeAt(0)));

const MARKS = new Set([...'，。；：、,;:'].map((c) => c.charCodeAt(0)));

/** One space or U+00A0 between two Chinese characters, or between one and an opening quotation mark or a full-width mark. */
function isStray(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x20 && code !== 0xa0) return false;
  if (!isHan(text.charCodeAt(at - 1))) return false;
  const after = text.charCodeAt(at + 1);
  return (
    isHan(after) || after === 0x201c || after === 0x300a || after === 0x22 || (FULL_STOPS.has(after) && !MARKS.has(text.charCodeAt(at + 2)))
  );
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
/** After these a name is set off: 记者 李明. */
const BYLINE = /(?:记者|摄影|通讯员|作者|编辑|同志|主任|局长|厅长|书记|校对|撰稿|供稿)$/;
const BEFORE_NAME = /[长任员记授师者官士由经请与和同、：:，,。；;\s\u3000]/;
/** 第一百二十条 and the like are set off from their text. */
const ARTICLE = /第[〇零一二三四五六七八九十百千\d]{1,9}[条章节款项编](?:之[一二三四五])?$/;
/** What follows a number or a lead, and is set off from it on purpose. */
const SET_OFF =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,6}[号期届次条章节款项部编]|[一二三四五六七八九十]{1,3}[是要、]|其[一二三四次]|[\u4e00-\u9fff]{2,6}[:：])/;

/** Whether the clause around the space is running text. */
function isPlain(text: string, { at, from, to }: Clause): boolean {
  // Other spaces of the clause tell of a layout; beside figures a space may be what keeps two of them apart.
  const first = firstInk(text, from);
  for (let i = first; i < to; i++) if (i !== at && classOf(text.charCodeAt(i)) & (C.SPACE | C.DIGIT | C.PERCENT)) return false;
  const left = hanRun(text, at - 1, -1);
  const right = hanRun(text, at + 1, 1);
  const quoted = right === 0;
  if (left < 2 || (right < 2 && !quoted) || (left + right < 6 && !quoted)) return false;
  if (ARTICLE.test(text.slice(Math.max(0, at - 12), at))) return false;
  if (SET_OFF.test(text.slice(at + 1, at + 12))) return false;
  // A name of two characters is set to the width of three: 王 明.
  if (BYLINE.test(text.slice(Math.max(0, at - 3), at))) return false;
  if (right > 0 && SURNAMES.includes(text[at - 1]) && (left === 1 || BEFORE_NAME.test(text[at - 2] ?? ' '))) return false;
  // What is short and stands first is a label: 地址 市民中心.
  if (at - first < (quoted ? 3 : from === 0 ? 6 : 4)) return false;
  return !isSlogan(text, at, left, to - at - 1 === right ? right : 0) && !(at - first === left && to - at - 1 === right && left === right);
}

/** 数据多跑路 群众少跑腿: two halves of one length with a character in common at one place. */
function isSlogan(text: string, at: number, left: number, right: number): boolean {
  if (right < 3 || left < right) return false;
  for (let i = 0; i < right; i++) if (text[at - right + i] === text[at + 1 + i]) return true;
  return false;
}

function firstInk(text: string, from: number): number {
  let i = from;
  while (i < text.length && classOf(text.charCodeAt(i)) & C.SPACE) i++;
  return i;
}

/** How many Chinese characters stand in a row from a place, at most 20. */
function hanRun(text: string, from: number, by: 1 | -1): number {
  let n = 0;
  while (n < 20 && isHan(text.charCodeAt(from + n * by))) n++;
  return n;
}
