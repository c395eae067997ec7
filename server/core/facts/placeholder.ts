/**
 * Places left to be filled: ××, XX年, 【待补】, （略）, ____, a gap before a unit.
 *
 * The blank of a document number (〔　〕号) is the document number's own matter. × also masks names (张××) and plates, and
 * multiplies (3×5); those are none.
 */
import type { Span } from '../text';
import type { DocumentNumber } from './document-number';
import { C, classOf, isHan, type Scan } from './scan';

/** A place to be filled. Sample: `××市`, `共办结　　件` */
export interface Placeholder {
  readonly span: Span;
  readonly kind: 'cross' | 'note' | 'line' | 'box' | 'gap' | 'omitted';
}

const NONE: readonly Placeholder[] = Object.freeze([]);

/** Reads the places to be filled, in order. */
export function readPlaceholders(s: Scan, numbers: readonly DocumentNumber[]): readonly Placeholder[] {
  if (!(s.has & (C.BLANK | C.BRACKET | C.SPACE | C.LATIN))) return NONE;
  const { text } = s;
  const found: Placeholder[] = [];
  if (s.has & C.BLANK) readMarks(s, found);
  if (s.has & C.LATIN) readLetters(text, found);
  if (s.has & C.BRACKET) readNotes(s, found);
  if (s.has & C.SPACE) readGaps(s, found);
  if (found.length === 0) return NONE;
  found.sort((a, b) => a.span.from - b.span.from);
  const kept: Placeholder[] = [];
  let end = 0;
  let n = 0;
  for (const placeholder of found) {
    const { span } = placeholder;
    while (n < numbers.length && numbers[n].span.to <= span.from) n++;
    if (span.from < end || (n < numbers.length && numbers[n].span.from < span.to)) continue;
    kept.push(placeholder);
    end = span.to;
  }
  return kept.length === 0 ? NONE : kept;
}

const MULTIPLY = 0xd7;
const BOX = 0x25a1;
const CIRCLE = 0x25cb;
const CROSSES = new Set([MULTIPLY, 0xff38]);
const LINES = new Set([0x5f, 0xff3f]);

/** Runs of ×, _, □, ○. */
function readMarks(s: Scan, found: Placeholder[]): void {
  const { text, odd } = s;
  for (let i = 0; i < odd.length;) {
    const from = odd[i];
    const code = text.charCodeAt(from);
    let to = from;
    while (i < odd.length && odd[i] === to && text.charCodeAt(to) === code) {
      i++;
      to++;
    }
    if (to === from) {
      i++;
      continue;
    }
    const span = { from, to };
    if (CROSSES.has(code)) {
      if (isBlankCross(text, from, to)) found.push({ span, kind: 'cross' });
    } else if (LINES.has(code)) {
      if (to - from >= 3 && (isHan(text.charCodeAt(from - 1)) || isHan(text.charCodeAt(to)))) found.push({ span, kind: 'line' });
    } else if (code === BOX || code === CIRCLE) {
      if (
        to - from >= 2 &&
        /[省市县区州旗镇乡局厅委办院部处科所站年月日号元件人次项个家]/.test(text[to] ?? '') &&
        !(classOf(text.charCodeAt(from - 1)) & C.NUMERAL)
      )
        found.push({ span, kind: 'box' });
    }
  }
}

const UNIT = /^[年月日号时分元件人次项个户家起宗名条份期批台套万亿%％]/;
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文某';

/** Whether a run of × stands for words to come: ××市, 20××年, ×月×日. */
function isBlankCross(text: string, from: number, to: number): boolean {
  const before = text.charCodeAt(from - 1);
  const after = text.slice(to, to + 2);
  const digitBefore = (classOf(before) & C.DIGIT) !== 0;
  if (digitBefore) return /(?:^|\D)(?:19|20)\d?$/.test(text.slice(Math.max(0, from - 4), from)) && after[0] === '年';
  if (/^[\da-zA-Z]/.test(after)) return false;
  if (to - from === 1) return /^[年月日号]/.test(after) && !(classOf(before) & C.LATIN);
  // 张××: a name that is masked.
  if (to - from <= 2 && SURNAMES.includes(text[from - 1] ?? '\0') && !UNIT.test(after)) return false;
  return isHan(before) || isHan(text.charCodeAt(to)) || before === 0x300a || to - from >= 3;
}

const LETTERS = /(?<![a-zA-Z0-9Ａ-Ｚ\-_/.])(?:20[Xx]{2}(?=年)|202[Xx](?=年)|[Xx]{2,}(?![a-zA-Z0-9])|[Xx](?=[年月日]))/g;

/** XX市, 20XX年, X月X日. */
function readLetters(text: string, found: Placeholder[]): void {
  if (text.indexOf('X') < 0 && text.indexOf('x') < 0) return;
  for (const m of text.matchAll(LETTERS)) {
    const to = m.index + m[0].length;
    if (isHan(text.charCodeAt(to)) || isHan(text.charCodeAt(m.index - 1))) found.push({ span: { from: m.index, to }, kind: 'cross' });
  }
}

const NOTE =
  /[【［[（(〔〈<][\s\u3000]*(?:(?:待|尚待|有待)(?:补充?|定|填写?|核实?|核对|完善|确认|续|插入|更新)(?=[：:，,；;\s】］\]）)〕〉>]|数据|内容|材料|情况|具体)|请(?:填写?|补充?|在此|说明|写明|简述|概述|列出|核对|删除|据实)|此处(?:填写?|补充?|插入|写|列|说明|待)|填写|补充说明|TODO|todo|TBD)[^】］\]）)〕〉>。]{0,80}[】］\]）)〕〉>]/y;
const OMITTED = /[（(][\s\u3000]*(?:以下|下|内容)?略[\s\u3000]*[）)]/y;

/** 【待补】, （请填写数据）, （略）. */
function readNotes(s: Scan, found: Placeholder[]): void {
  const { text } = s;
  const attachment = /^[\s\u3000]*附[件表图录]/.test(text);
  for (const from of s.brackets) {
    NOTE.lastIndex = from;
    let m = NOTE.exec(text);
    if (m) {
      found.push({ span: { from, to: from + m[0].length }, kind: 'note' });
      continue;
    }
    OMITTED.lastIndex = from;
    m = OMITTED.exec(text);
    // 附件（略）, 名单（略）: the attachment is left out of what is published.
    if (m && !attachment && !/[件表图单录文案][》”]?$/.test(text.slice(Math.max(0, from - 2), from)))
      found.push({ span: { from, to: from + m[0].length }, kind: 'omitted' });
  }
}

const DATE_GAP = /[ \u00a0\u3000]*年[ \u00a0\u3000]+月[ \u00a0\u3000]+日/y;
const UNIT_GAP =
  /[ \u00a0\u3000]{2,}(?=(?:件|人次|个|项|户|起|宗|元|万元|亿元|份|期|家|条|场次?|名|人|%|％|批次|年|月|日)[，。；、,;）)])/y;

/** `2024年  月  日`, `共办结    件，`. */
function readGaps(s: Scan, found: Placeholder[]): void {
  const { text, spaces } = s;
  for (let i = 0; i < spaces.length; i++) {
    const from = spaces[i];
    if (i > 0 && spaces[i - 1] === from - 1) continue;
    const anchor = text[from - 1] === '年' ? from - 1 : from;
    DATE_GAP.lastIndex = anchor;
    let m = DATE_GAP.exec(text);
    if (m) {
      found.push({ span: { from: anchor, to: anchor + m[0].length }, kind: 'gap' });
      i += 1;
      continue;
    }
    if (spaces[i + 1] !== from + 1 || !isHan(text.charCodeAt(from - 1))) continue;
    UNIT_GAP.lastIndex = from;
    m = UNIT_GAP.exec(text);
    if (m) found.push({ span: { from, to: from + m[0].length }, kind: 'gap' });
  }
}
