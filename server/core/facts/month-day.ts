/**
 * Days that are names: “3·15”, “4·26”世界知识产权日. Month and day are parted by a middle dot (GB/T 15834—2011, 4.14.3.5).
 *
 * `3.15` is also a version, an amount, a heading's number. So what follows must speak of a day, a campaign or a case.
 */
import type { Span } from '../text';
import { C, classOf, type Scan } from './scan';

/** A month and day joined by the wrong dot. Sample: the `.` of `“3.15”国际消费者权益日` */
export interface MonthDay {
  /** The dot. */
  readonly span: Span;
  /** Month and day with the dot. */
  readonly whole: Span;
}

const NONE: readonly MonthDay[] = Object.freeze([]);

const DOTS = new Set([...'.．•‧・∙﹒'].map((c) => c.charCodeAt(0)));
const QUOTES = new Set([...'“"”'].map((c) => c.charCodeAt(0)));

/** Reads the days with a wrong dot, in order. */
export function readMonthDays(s: Scan): readonly MonthDay[] {
  if (!(s.has & C.DIGIT) || !(s.has & (C.JOINER | C.ODD))) return NONE;
  const { text, digits } = s;
  let found: MonthDay[] | undefined;
  for (let i = 0; i + 2 < digits.length; i += 2) {
    const dot = digits[i + 1];
    if (digits[i + 2] !== dot + 1 || !DOTS.has(text.charCodeAt(dot))) continue;
    const from = digits[i];
    const to = digits[i + 3];
    if (!isDay(text.slice(from, dot), text.slice(dot + 1, to))) continue;
    const quoted = QUOTES.has(text.charCodeAt(from - 1));
    if (quoted ? !namesDay(text, to) : !isBare(text, from) || !BARE.test(text.slice(to, to + 20))) continue;
    (found ??= []).push({ span: { from: dot, to: dot + 1 }, whole: { from, to } });
  }
  return found ?? NONE;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(month: string, day: string): boolean {
  if (month.length > 2 || day.length > 2) return false;
  const m = Number(month);
  const d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= DAYS[m - 1];
}

/** Further days and what joins them: `”“4.26”、“12.4”等`. */
const MORE = /^[”"]?(?:[、和及与，,\s]?[“"]?\d{1,2}[.．·•‧・]\d{1,2}[”"]?){0,12}/;
const NAMES =
  /^[”"]?(?:[^\d，。；、！？,;!?“”"]{0,16}?)(?:(?<![当近昨今即节假每整单])日(?![均常前夜产志程益子])|宣传|活动|普法|消费者|消费维权|晚会|纪念|节点|专项|特大|重大|较大|专案|案|事故|地震|火灾|爆炸|暴雨|洪灾|讲话|行动)/;

/** Whether what follows a quoted day speaks of a day, a campaign or a case. */
function namesDay(text: string, to: number): boolean {
  const after = text.slice(to, to + 120);
  return NAMES.test(after.slice(MORE.exec(after)![0].length, 120)) || NAMES.test(after);
}

/** Without quotation marks: not a heading's number, a version or a part of a longer number. */
function isBare(text: string, from: number): boolean {
  const before = text.charCodeAt(from - 1);
  if (from === 0 || text.slice(0, from).trim() === '') return false;
  return (classOf(before) & (C.LATIN | C.JOINER | C.DIGIT | C.PERCENT)) === 0 && before !== 0x7b2c;
}

const BARE =
  /^(?:国际|世界|国家|全国|全民|中国|消费者|知识产权|计量|宪法|法治|法制|禁毒|消防|学雷锋|植树|税收|诚信|质量|读书|地球|环境|防灾|反诈)[^\d，。；、！？,;!?]{0,12}?(?:日(?![均常前夜产志程益子])|宣传|晚会|纪念)|^(?:宣传日|宣传周|宣传月|宣传活动|普法|晚会)/;
