/** Dates beside other words of time: the day of the week (星期), the two ends of a period, the year a sentence begins with. */
import { skipSpaces } from './characters';
import type { DateFact } from './date';
import type { Span } from '../text';

const DAYS = '日一二三四五六';

/** A date with its day of the week. Sample: `2025年3月6日（星期四）`. */
export interface Weekday {
  readonly date: DateFact;
  /** The year, which may stand with a date before it in the sentence. */
  readonly year: number;
  /** From the date to the day of the week. */
  readonly span: Span;
  /** The character that names the day: 四. */
  readonly day: Span;
  /** The one that belongs there. */
  readonly right: string;
}

/** Dates that name another day of the week than the calendar does. */
export function wrongWeekdays(text: string, dates: readonly DateFact[]): Weekday[] {
  const out: Weekday[] = [];
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i];
    if (date.month === undefined || date.day === undefined || date.impossible) continue;
    let at = skipSpaces(text, date.span.to);
    if (text[at] === '（' || text[at] === '(') at = skipSpaces(text, at + 1);
    const word = text.startsWith('星期', at) || text.startsWith('礼拜', at) ? 2 : text[at] === '周' ? 1 : 0;
    const named = text[at + word];
    if (word === 0 || named === undefined || (!DAYS.includes(named) && named !== '天')) continue;
    // 周一至周五, 周六日, 星期一二: not the day of this date alone. 3月6日周一片区: 周 is a name.
    const next = text[at + word + 1] ?? '';
    if (word === 1 ? !/^(?:$|[）)，,。；;、上下中晚早\s至到—－-])/.test(next) : DAYS.includes(next)) continue;
    const year = date.year ?? yearBefore(text, dates, i);
    if (year === undefined) continue;
    const right = DAYS[new Date(Date.UTC(year, date.month - 1, date.day)).getUTCDay()];
    const same = named === right || (named === '天' && right === '日');
    if (!same)
      out.push({ date, year, span: { from: date.span.from, to: at + word + 1 }, day: { from: at + word, to: at + word + 1 }, right });
  }
  return out;
}

/** The year of the nearest date before in the same sentence. */
function yearBefore(text: string, dates: readonly DateFact[], i: number): number | undefined {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    if (/[。；！？\n]/.test(text.slice(dates[k].span.to, dates[i].span.from))) return undefined;
    if (dates[k].year !== undefined) return dates[k].year;
  }
  return undefined;
}

/** A period whose end lies before its beginning. */
export interface Reversed {
  readonly span: Span;
  /** Both years are told, so that nothing is left to guess. */
  readonly certain: boolean;
}

const JOINER = /^[ \u3000]*(?:起?至|起?到|—{1,2}|－|–|-|~|～|―)[ \u3000]*$/;

/** Periods that end before they begin: `2025年6月30日至2025年1月1日`. */
export function reversedPeriods(text: string, dates: readonly DateFact[]): Reversed[] {
  const out: Reversed[] = [];
  for (let i = 0; i < dates.length; i++) {
    const a = dates[i];
    if (a.impossible) continue;
    const b = dates[i + 1];
    if (b && !b.impossible && b.span.from - a.span.to <= 6 && JOINER.test(text.slice(a.span.to, b.span.from))) {
      const certain = a.year !== undefined && b.year !== undefined;
      if (isBefore(b, a)) out.push({ span: { from: a.span.from, to: b.span.to }, certain });
      continue;
    }
    // 3月16日至8日: the second day has no month of its own.
    if (a.day === undefined || (a.form !== 'full' && a.form !== 'month-day')) continue;
    const m = /^(?:至|到|—{1,2}|－|–|-|~|～)(\d{1,2})日(?!内)/.exec(text.slice(a.span.to, a.span.to + 6));
    if (m && Number(m[1]) < a.day && Number(m[1]) > 0)
      out.push({ span: { from: a.span.from, to: a.span.to + m[0].length }, certain: false });
  }
  return out;
}

/** Whether `b` lies before `a`. What is not told is inherited or leaves the question open: 11月至3月 goes on into the next year. */
function isBefore(b: DateFact, a: DateFact): boolean {
  if (a.year !== undefined && b.year !== undefined) {
    if (a.year !== b.year) return b.year < a.year;
    if (a.month === undefined || b.month === undefined) return false;
    if (a.month !== b.month) return b.month < a.month;
    return a.day !== undefined && b.day !== undefined && b.day < a.day;
  }
  // With the year of one alone, only days of the same month are sure to be of the same year.
  if (b.year !== undefined || a.month === undefined || a.month !== b.month) return false;
  return a.day !== undefined && b.day !== undefined && b.day < a.day;
}

/** A sentence that speaks of what was done in a year: it begins with it. */
export interface YearOpening {
  readonly date: DateFact;
  readonly year: number;
}

/** Words by which another year than the report's is in its place. */
const LICENSED =
  /同比|环比|[较比与].{0,6}(?:19|20)\d\d|相比|对比|以来|至今|以后|之后|之前|以前|去年|上年|上一年|往年|历年|连续|年均|修订|修正|印发|出台|制定|施行|颁布|公布|成立|规划|计划|年度报告|考核|评估|评选|表彰|授予|获评|荣获|结转|遗留|回顾|首次|预算|决算|资金|项目|版|届|将|拟|力争|目标|明年|下一步|整改|反馈|督察|巡视|巡察|审计|命名|入选|确定|列为|启动/;

/** How the year's own work is opened (2024年，在县委的正确领导下，…): whatever goals the sentence speaks of, the year is the report's. */
const STOCK = /^度?[，,]在[^。；，,]{2,40}领导[^。；，,]{0,10}下[，,](?:我|本|全)/;

/** Sentences that begin with a year (2024年，… · 截至2024年底，…) and have nothing that would explain another year than the report's. */
export function yearOpenings(text: string, dates: readonly DateFact[]): YearOpening[] {
  const out: YearOpening[] = [];
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i];
    const { year, span } = date;
    if (year === undefined || date.impossible || (date.form !== 'year' && date.form !== 'year-month' && date.form !== 'full')) continue;
    const before = text.slice(Math.max(0, span.from - 8), span.from);
    const lead = before.replace(/(?:截至|截止|至)$/, '');
    const cutOff = lead.length < before.length;
    // The last line end is white space too, so it is asked for before that is left out.
    const plain = lead.trimEnd();
    if (plain !== '' && !/[。；！？]$/.test(plain) && !/\n[ \t\u3000]{0,8}$/.test(lead)) continue;
    const behind = text.slice(span.to, span.to + 3);
    if (cutOff ? !/^(?:年?底|年?末)?[，,]/.test(behind) : !/^(?:度|全年)?[，,]/.test(behind) || date.form !== 'year') continue;
    const end = text.slice(span.to).search(/[。；！？\n]/);
    const sentence = text.slice(span.to, end < 0 ? text.length : span.to + end);
    if (
      (LICENSED.test(sentence) && !STOCK.test(text.slice(span.to, span.to + 60))) ||
      dates
        .slice(i + 1, i + 9)
        .some((d) => d.year !== undefined && d.year !== year && d.span.from > span.to && d.span.from < span.to + sentence.length)
    )
      continue;
    out.push({ date, year });
  }
  return out;
}
