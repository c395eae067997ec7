/** 报送期限：成文日期晚于该文种规定的报送、公布期限。 */
import { variantOf } from '../../core/skeleton';
import type { Deadline } from '../../core/profile';
import { defineRule, type Example, type OutlineView } from '../../core/rule';

export default defineRule({
  id: 'date/deadline',
  view: 'outline',
  severity: 'info',
  certainty: 'certain',
  basis: 'profile',
  messages: {
    what: {
      'zh-cn': '年度报告应当在次年的期限以前报送、公布，这份报告的成文日期晚了。',
      en: 'An annual report is due by a day of the next year; this one is dated later.',
    },
    why: {
      'zh-cn': '报告是否按时，是督察的内容；也可能是日期写错了。',
      en: 'Whether it came in time is looked into; or the date is a slip.',
    },
    todo: {
      'zh-cn': '核对成文日期；确已逾期的，尽快报送、公布。',
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
  },
  *check(view) {
    const { layout, traits, profile } = view;
    const block = layout.issueDate;
    const date = block?.facts.dates[0];
    if (!block || !profile || traits.reportYear === null || !date?.year || !date.month || !date.day || date.impossible) return;
    const written = date.year * 10_000 + date.month * 100 + date.day;
    const missed = deadlines(view).filter(({ before }) => written > (traits.reportYear! + 1) * 10_000 + number(before));
    // The later one binds more: it rests on the regulation itself.
    const worst = missed.sort((a, b) => number(b.before) - number(a.before))[0];
    // A year or more later is no delay but another document.
    if (!worst || date.year > traits.reportYear + 1) return;
    const args = {
      year: traits.reportYear + 1,
      month: Math.floor(number(worst.before) / 100),
      day: number(worst.before) % 100,
      to: worst.to,
    };
    yield { at: { block, span: date.span }, message: worst.duty, args, basis: worst.basis };
  },
});

/** The deadlines that bind this writer. */
function deadlines({ profile, traits }: OutlineView): readonly Deadline[] {
  const variant = variantOf(profile!, traits.issuer)?.id;
  return profile!.deadlines.filter((d) => d.variant === undefined || d.variant === variant);
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
  { profile: 'fazhi-annual-report', right: `${BODY}2026年3月1日` },
  { profile: 'fazhi-annual-report', right: `${BODY}2026年1月20日` },
  {
    right: '临川市司法局关于2025年工作情况的报告\n一、总体情况\n全年办理案件30件。\n临川市司法局\n2026年5月8日',
    note: '没有规定期限的文种不提示。',
  },
])();
