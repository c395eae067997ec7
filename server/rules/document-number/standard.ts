/** 标准号写法：年份只写两位，或者全文的连接号不统一。 */
import type { Standard } from '../../core/facts/standard';
import { defineRule, type Example, type Finding } from '../../core/rule';
import type { FactMember } from '../../core/fact-index';

/** Years of standards were printed with two digits until about this one. */
const FOUR_DIGITS_SINCE = 95;

export default defineRule({
  id: 'document-number/standard',
  view: 'group',
  keys: 'standard',
  needs: ['today'],
  severity: 'hint',
  certainty: 'advice',
  basis: [{ level: 'standard', title: '《标准化工作导则　第1部分》（GB/T 1.1—2020）', article: null, confirmed: false }],
  messages: {
    what: {
      'zh-cn': '标准号写作“GB/T 9704—2012”：年份用四位，年份前的连接号全文一致。',
      en: 'A standard is written GB/T 9704—2012: a year of four digits, and the same dash throughout.',
    },
    why: {
      'zh-cn': '两位年份容易误认；连接号时长时短，同一标准看上去像两个。',
      en: 'Two digits are ambiguous, and mixed dashes make one standard look like two.',
    },
    todo: { 'zh-cn': '写全年份，统一连接号。', en: 'Write the full year; use one dash.' },
    year: { 'zh-cn': '标准号“{number}”的年份应写全四位', en: 'Standard “{number}” needs a year of four digits' },
    dash: {
      'zh-cn': '标准号“{number}”的连接号与全文多数（{dash}）不一致',
      en: 'The dash in “{number}” differs from that of most others ({dash})',
    },
    fix: { 'zh-cn': '改为“{text}”', en: 'Change to “{text}”' },
  },
  *check({ members }, { today }) {
    const usual = usualDash(members);
    for (const member of members) {
      const standard = standardOf(member);
      const number = member.block.text.slice(member.span.from, member.span.to);
      if (standard.fault && standard.year !== undefined) yield* twoDigits(member, standard, number, Number(today.slice(2, 4)));
      else if (usual !== undefined && standard.dash !== undefined && standard.dash !== usual && standard.yearSpan) {
        const span = { from: standard.yearSpan.from - standard.dash.length, to: standard.yearSpan.from };
        yield {
          at: member,
          message: 'dash',
          args: { number, dash: usual },
          fixes: [
            {
              message: 'fix',
              args: { text: number.replace(standard.dash, usual) },
              safe: true,
              edits: [{ block: member.block, span, newText: usual }],
            },
          ],
        };
      }
    }
  },
});

function* twoDigits(member: FactMember, standard: Standard, number: string, thisYear: number): Generator<Finding> {
  const year = Number(standard.year);
  const century = year <= thisYear ? '20' : year >= FOUR_DIGITS_SINCE ? '19' : undefined;
  if (century === undefined || !standard.yearSpan) return;
  const { block } = member;
  const text = number.slice(0, -2) + century + standard.year;
  yield {
    at: member,
    message: 'year',
    args: { number },
    fixes: [{ message: 'fix', args: { text }, safe: false, edits: [{ block, span: standard.yearSpan, newText: century + standard.year }] }],
  };
}

/** The dash that most standards have, where more than one kind stands in the text and one of them prevails. */
function usualDash(members: readonly FactMember[]): string | undefined {
  const counts = new Map<string, number>();
  for (const member of members) {
    const { dash } = standardOf(member);
    if (dash !== undefined) counts.set(dash, (counts.get(dash) ?? 0) + 1);
  }
  if (counts.size < 2) return undefined;
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first[1] > second[1] ? first[0] : undefined;
}

function standardOf(member: FactMember): Standard {
  return member.value as Standard;
}

export const examples: Example[] = [
  { wrong: '　　执行GB/T 9704—2012、GB 7718—2011和⟦GB/T 15834-2011⟧。', fixed: '　　执行GB/T 9704—2012、GB 7718—2011和GB/T 15834—2011。' },
  { wrong: '　　公文格式按⟦GB/T 9704-12⟧执行。', fixed: '　　公文格式按GB/T 9704-2012执行。' },
  { right: '　　执行GB/T 9704-2012和DB36/T 1234.5-2021，原标准GB 7718-94已废止。' },
  { right: '　　执行GB/T 9704—2012和GB/T 15834-2011。', note: '两种连接号各一处，看不出哪种是通例。' },
];
