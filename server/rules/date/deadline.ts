/** 报送期限：成文日期晚于该文种规定的报送、公布期限，或者网页上的发布日期晚于公布期限。 */
import type { Place } from '../../core/block';
import type { DateFact } from '../../core/facts/date';
import { variantOf } from '../../core/skeleton';
import type { Deadline } from '../../core/profile';
import { defineRule, type Example, type Finding, type OutlineView } from '../../core/rule';

export default defineRule({
  id: 'date/deadline',
  view: 'outline',
  severity: 'info',
  certainty: 'certain',
  basis: 'profile',
  messages: {
    what: {
      'zh-cn': '年度报告应当在次年的期限以前报送、公布，这份报告的日期晚了。',
      en: 'An annual report is due by a day of the next year; the date of this one is later.',
    },
    why: {
      'zh-cn': '报告是否按时，是督察的内容；也可能是日期写错了。',
      en: 'Whether it came in time is looked into; or the date is a slip.',
    },
    todo: {
      'zh-cn': '核对日期；确已逾期的，尽快报送、公布。',
      en: 'Check the date; if it is right, send and publish the report soon.',
    },
    submit: {
      'zh-cn': '成文日期晚于报送期限（{year}年{month}月{day}日前报{to}）',
      en: 'Dated after the day by which it is to be submitted to {to} ({year}-{month}-{day})',
    },
    publish: {
      'zh-cn': '成文日期晚于公布期限（{year}年{month}月{day}日前向社会公布）',
      en: 'Dated after the day by which it is to be published ({year}-{month}-{day})',
    },
    early: {
      'zh-cn': '报告说的是{year}年全年的工作，成文日期却在{year}年，年份可能写错',
      en: 'A report on the whole of {year} is dated in {year}: the year may be a slip',
    },
    published: {
      'zh-cn': '发布日期晚于公布期限（{year}年{month}月{day}日前向社会公布）',
      en: 'Put on the web after the day by which it is to be published ({year}-{month}-{day})',
    },
  },
  *check(view) {
    const { layout } = view;
    const issued = layout.issueDate?.facts.dates[0];
    const late = layout.issueDate && issued ? missed(view, issued, deadlines(view)) : undefined;
    if (layout.issueDate && issued && isEarly(view, issued)) {
      const args = { year: view.traits.reportYear! };
      yield { at: { block: layout.issueDate, span: issued.span }, message: 'early', args, certainty: 'likely', basis: EARLY };
    }
    if (late) yield finding(view, { block: layout.issueDate!, span: issued!.span }, late, late.duty);
    const { published } = layout;
    const shown = published?.block.facts.dates.find(({ span }) => span.from === published.span.from);
    // By the day it was put on the web it was public; when it was submitted that day does not tell.
    if (!published || !shown || late?.duty === 'publish') return;
    const after = missed(
      view,
      shown,
      deadlines(view).filter(({ duty }) => duty === 'publish'),
    );
    if (after) yield finding(view, published, after, 'published');
  },
});

const EARLY = [{ level: 'practice', title: '年度报告在次年年初成文', article: null, confirmed: true }] as const;

/** Whether a report is dated before the year it tells of is nearly over: in January the old year slips in. */
function isEarly({ profile, traits: { reportYear } }: OutlineView, { year, month, day }: DateFact): boolean {
  if (!profile || profile.deadlines.length === 0 || reportYear === null || !year || !month || !day) return false;
  return year === reportYear && month <= 10;
}

/** The deadline that a date has missed: the latest one, which rests on the regulation itself. */
function missed({ traits }: OutlineView, date: DateFact, all: readonly Deadline[]): Deadline | undefined {
  const { reportYear } = traits;
  if (reportYear === null || !date.year || !date.month || !date.day || date.impossible) return undefined;
  // A year or more later is no delay but another document, or another website.
  if (date.year > reportYear + 1) return undefined;
  const written = date.year * 10_000 + date.month * 100 + date.day;
  return all
    .filter(({ before }) => written > (reportYear + 1) * 10_000 + number(before))
    .sort((a, b) => number(b.before) - number(a.before))[0];
}

function finding({ traits }: OutlineView, at: Place, { before, to, basis }: Deadline, message: string): Finding {
  const args = { year: traits.reportYear! + 1, month: Math.floor(number(before) / 100), day: number(before) % 100, to };
  return { at, message, args, basis };
}

/** The deadlines that bind this writer. */
function deadlines({ profile, traits }: OutlineView): readonly Deadline[] {
  const variant = profile ? variantOf(profile, traits.issuer)?.id : undefined;
  return (profile?.deadlines ?? []).filter((d) => d.variant === undefined || d.variant === variant);
}

/** `03-01` → 301. */
function number(before: string): number {
  return Number(before.replace('-', ''));
}

const BODY =
  '临川市司法局关于2025年法治政府建设情况的报告\n一、2025年推进法治政府建设的主要举措和成效\n全年办理案件30件。\n特此报告。\n临川市司法局\n';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { profile: 'fazhi-annual-report', wrong: `${BODY}⟦2026年3月15日⟧` },
  { profile: 'fazhi-annual-report', wrong: `${BODY}⟦2026年5月8日⟧` },
  { profile: 'fazhi-annual-report', wrong: `${BODY}⟦2025年1月20日⟧`, note: '年初成文，年份容易写成上一年。' },
  { profile: 'fazhi-annual-report', right: `${BODY}2025年12月25日` },
  { profile: 'fazhi-annual-report', wrong: `发布日期：⟦2026-04-15⟧　来源：临川市司法局\n${BODY}2026年2月8日` },
  { profile: 'fazhi-annual-report', wrong: `${BODY}2026年2月8日\n【发布时间】⟦2026年4月20日⟧` },
  { profile: 'fazhi-annual-report', right: `发布时间：2026-03-25 10:30:00\n${BODY}2026年2月8日` },
  { profile: 'fazhi-annual-report', right: `发布日期：2028-04-15\n${BODY}2026年2月8日`, note: '网站改版后重新发布的，不作比对。' },
  { profile: 'fazhi-annual-report', right: `${BODY}2026年3月1日` },
  { profile: 'fazhi-annual-report', right: `${BODY}2026年1月20日` },
  {
    right: '临川市司法局关于2025年工作情况的报告\n一、总体情况\n全年办理案件30件。\n临川市司法局\n2026年5月8日',
    note: '没有规定期限的文种不提示。',
  },
])();
