/** 同一指标前后不一：同一事项、同一时期、同一口径的数字，在两处写得不一样。 */
import { compare, meets, multiply, decimal, show, type Decimal } from '../../core/decimal';
import type { FactMember } from '../../core/fact-index';
import type { Mention } from '../../core/facts/mention';
import { defineRule, type Example, type Finding, type Fix } from '../../core/rule';

interface Told {
  readonly member: FactMember;
  readonly mention: Mention;
}

export default defineRule({
  id: 'figure/restatement',
  view: 'group',
  keys: ['figure', 'figure-noun'],
  needs: ['reportYear'],
  severity: 'hint',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '同一指标前后一致', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '同一指标（动词、名词、单位、年份都相同）在文中两处的数不一样，或者正文与表格不一样。',
      en: 'One indicator (same verb, noun, unit and year) has two values in two places, or in the text and in a table.',
    },
    why: {
      'zh-cn': '改了一处、漏了另一处，是数据出错最常见的原因；前后不一也最易被追问。',
      en: 'A figure corrected in one place and left in another is the commonest slip, and the first that readers ask about.',
    },
    todo: {
      'zh-cn': '核对两处口径：口径相同的，统一为核实后的数；口径不同的，把口径写明。',
      en: 'Compare the scopes: if they are the same, give one value; if not, say how they differ.',
    },
    other: { 'zh-cn': '“{indicator}”此处为{here}，别处为{there}，请核对', en: '“{indicator}” is {here} here and {there} elsewhere; check' },
    elsewhere: { 'zh-cn': '别处为“{text}”', en: 'Elsewhere: “{text}”' },
    adoptThere: {
      'zh-cn': '把别处改为“{to}”，与此处一致（须与底数核对）',
      en: 'Change the other place to “{to}”, as here (check against the source)',
    },
    adopt: { 'zh-cn': '改为“{to}”，与别处一致（须与底数核对）', en: 'Change to “{to}”, as elsewhere (check against the source)' },
  },
  *check({ key, members }, { reportYear }) {
    if (members.length < 2) return;
    const told = members.map((member): Told => ({ member, mention: member.value as Mention }));
    const years = new Map<number | null, Told[]>();
    for (const t of told) {
      const year = t.mention.year ?? reportYear;
      const list = years.get(year);
      if (list) list.push(t);
      else years.set(year, [t]);
    }
    const byNoun = key.startsWith('figure-noun:');
    for (const list of years.values()) {
      const finding = list.length > 1 ? compared(list, byNoun) : undefined;
      if (finding) yield finding;
    }
  },
});

/** Two values, and no third: one of them may be a slip. More of them are figures of something that has parts. */
function compared(list: readonly Told[], byNoun: boolean): Finding | undefined {
  const unit = list.find((t) => t.mention.unit !== '')?.mention.unit ?? '';
  if (list.some((t) => t.mention.unit !== '' && t.mention.unit !== unit)) return undefined;
  // A noun alone says too little in prose: verbs differ. A table has none.
  if (byNoun && new Set(list.map((t) => t.mention.table)).size !== 2) return undefined;
  const classes: Told[][] = [];
  for (const t of list) {
    const same = classes.find(([first]) => meets(first.mention.stands, t.mention.stands));
    if (same) same.push(t);
    else classes.push([t]);
  }
  if (classes.length !== 2) return undefined;
  const [a, b] = classes;
  if (byNoun && new Set(a.map((t) => t.mention.table)).size === 2) return undefined;
  if (byNoun && new Set(b.map((t) => t.mention.table)).size === 2) return undefined;
  const odd = a.length < b.length ? a : b;
  const usual = odd === a ? b : a;
  if (odd.length > 1 && usual.length > 1 && !byNoun) return undefined;
  // The later mention is told of, the earlier one shown beside it.
  const [there, here] = [odd[0], usual[0]].sort((x, y) => list.indexOf(x) - list.indexOf(y));
  if (here.member.block === there.member.block || !alike(here.mention, there.mention)) return undefined;
  const text = ({ member, mention }: Told) =>
    member.block.text.slice(member.span.from, member.span.to) +
    (mention.table && mention.unit !== '' && !member.block.text.slice(member.span.from, member.span.to).endsWith(mention.unit)
      ? mention.unit
      : '');
  const adopt = (wrong: Told, right: Told): Fix => {
    const newText = right.member.block.text.slice(right.mention.numeral.from, right.mention.numeral.to);
    return {
      message: wrong === here ? 'adopt' : 'adoptThere',
      args: { to: newText },
      edits: [{ block: wrong.member.block, span: wrong.mention.numeral, newText }],
      safe: false,
    };
  };
  const exact = !here.mention.approximate && !there.mention.approximate && here.mention.table === there.mention.table;
  return {
    at: { block: here.member.block, span: here.member.span },
    message: 'other',
    args: { indicator: here.mention.indicator, here: text(here), there: text(there) },
    related: [{ at: { block: there.member.block, span: there.member.span }, message: 'elsewhere', args: { text: text(there) } }],
    fixes: exact ? (odd.includes(here) ? [adopt(here, there), adopt(there, here)] : [adopt(there, here), adopt(here, there)]) : [],
  };
}

const TWO = decimal(2);
const THREE = decimal(3);

/** Whether one number may be a slip for the other: near it, or with the same digits, or with one other digit. What is far away is something else. */
function alike(a: Mention, b: Mention): boolean {
  const near = (x: Decimal, y: Decimal) => compare(multiply(x, THREE), multiply(y, TWO)) >= 0;
  if (near(a.value, b.value) && near(b.value, a.value)) return true;
  const [x, y] = [show(a.value), show(b.value)];
  if (x.length !== y.length) return false;
  const sorted = (s: string) => [...s].sort().join('');
  return sorted(x) === sorted(y) || [...x].filter((c, i) => c !== y[i]).length === 1;
}

export const examples: Example[] = [
  {
    year: 2025,
    wrong: '　　2025年，全局共办理行政处罚案件326件，无一败诉。\n　　严格规范公正执法。全年办理行政处罚案件⟦362件⟧，罚没款85万元。',
    fixed: '　　2025年，全局共办理行政处罚案件326件，无一败诉。\n　　严格规范公正执法。全年办理行政处罚案件326件，罚没款85万元。',
  },
  {
    year: 2025,
    wrong: '　　全年受理行政复议申请148件。\n\n| 指标 | 数量（件） |\n|---|---|\n| 受理行政复议申请 | ⟦184⟧ |\n| 审结 | 120 |',
    note: '正文与表格。',
  },
  { year: 2025, right: '　　2025年，共受理投诉举报8960件。\n　　全年受理投诉举报近9000件，办结率99%。', note: '约数与实数相合。' },
  {
    year: 2025,
    right: '　　全年立案查处违法案件324件，结案323件。\n　　审核行政处罚案件314件，协助审核行政处罚案件194件。',
    note: '动作不同。',
  },
  { year: 2025, right: '　　全年受理投诉举报10.6万件。\n　　累计受理投诉举报咨询107328件。', note: '后者范围更宽。' },
  { year: 2025, right: '　　2025年办理行政复议案件36件。\n　　2024年办理行政复议案件39件。', note: '年份不同。' },
  { year: 2025, right: '　　组织开展执法检查120次。\n　　食品安全方面，组织开展执法检查126次。', note: '“执法检查”各章各指。' },
  {
    year: 2025,
    right: '　　全年办理行政处罚案件326件。\n　　在交通运输领域，办理行政处罚案件262件，其中简易程序36件。',
    note: '范围不同。',
  },
  { year: 2025, right: '　　上半年办理行政复议案件36件。\n　　全年办理行政复议案件63件。' },
  { year: 2025, right: '　　东湖街道化解矛盾纠纷120件。\n　　南屏街道化解矛盾纠纷126件。\n　　全年化解矛盾纠纷980件。' },
];
