/** 段内序号：“一是……二是……”缺号、重号，或者只有“一是”没有“二是”。 */
import { leadWord, readSeries, renumberSeries, type Series } from '../../core/lead-series';
import type { PlacedLead, Section } from '../../core/outline';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'heading/run-in',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [
    { level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '附录B.3.7', confirmed: true },
    { level: 'practice', title: '公文校对通行做法', article: null, confirmed: true },
  ],
  messages: {
    what: {
      'zh-cn': '“一是……二是……三是……”应当连续，并且至少有两项。',
      en: 'A series 一是… 二是… 三是… runs without a gap and has two members at least.',
    },
    why: {
      'zh-cn': '缺号说明漏了内容或者删改后没有顺过来；只有“一是”，读者会等下文。',
      en: 'A gap shows that something was lost; after a lone 一是 the reader waits for more.',
    },
    todo: {
      'zh-cn': '补上缺少的一项，或者改正序号；只有一项的，删去“一是”。',
      en: 'Add what is missing or correct the number; a lone 一是 is removed.',
    },
    gap: { 'zh-cn': '“{previous}”之后是“{lead}”，缺少“{expected}”', en: '“{lead}” follows “{previous}”; “{expected}” is missing' },
    duplicate: { 'zh-cn': '“{lead}”重复，应为“{expected}”', en: '“{lead}” is used twice; “{expected}” was expected' },
    restart: {
      'zh-cn': '“{previous}”之后又是“{lead}”，而后文接着往下数，应为“{expected}”',
      en: '“{previous}” is followed by “{lead}” again, but what comes after counts on; “{expected}” was expected',
    },
    lone: { 'zh-cn': '只有“{lead}”，没有下文“{expected}”', en: '“{lead}” stands alone; no “{expected}” follows' },
    mixed: {
      'zh-cn': '“{previous}”之后是“{lead}”，两套序数混用，宜写“{expected}”',
      en: '“{lead}” follows “{previous}”: two kinds of ordinals are mixed; “{expected}” is usual',
    },
    earlier: { 'zh-cn': '前一项', en: 'The member before' },
    renumber: { 'zh-cn': '改为“{expected}”', en: 'Change to “{expected}”' },
    series: { 'zh-cn': '这一系列从“{first}”起依次重编', en: 'Number this series anew from “{first}” on' },
    remove: { 'zh-cn': '删去“{lead}”', en: 'Remove “{lead}”' },
  },
  *check({ outline }) {
    yield* ofLeads(outline.leads, undefined);
    yield* readMixed(outline.leads);
    for (const section of outline.sections)
      if (section.leads.length > 0) {
        yield* ofLeads(section.leads, section);
        yield* readMixed(section.leads);
      }
  },
});

/** Checks the leads under one heading. */
function* ofLeads(leads: readonly PlacedLead[], section: Section | undefined): Iterable<Finding> {
  for (const series of readSeries(leads)) {
    yield* faults(series);
    if (series.closed || !goesOnBelow(series, section)) yield* lone(series);
  }
}

function* faults(series: Series): Iterable<Finding> {
  const { family } = series.members[0].lead;
  const anew = renumberSeries(series);
  for (const { kind, placed, previous } of series.faults) {
    const { block, lead } = placed;
    const expected = leadWord(family, previous.lead.ordinal + 1);
    const args = { lead: textOf(placed), previous: textOf(previous), expected, first: textOf(series.members[0]) };
    yield {
      at: { block, span: lead.span },
      message: kind,
      args,
      // 首先、其次 count less strictly than numbers.
      ...(family === 'shouxian' ? { severity: 'hint' as const, certainty: 'likely' as const } : {}),
      related: [{ at: { block: previous.block, span: previous.lead.span }, message: 'earlier' }],
      fixes: [
        anew.length > 0
          ? { message: 'series', args, safe: false, edits: anew }
          : { message: 'renumber', args, safe: false, edits: [{ block, span: lead.span, newText: expected }] },
      ],
    };
  }
}

/** 首先…其次…第三: sets of ordinals that do not mix (GB/T 15834—2011, B.3.1). */
function* readMixed(leads: readonly PlacedLead[]): Iterable<Finding> {
  for (let i = 2; i < leads.length; i++) {
    const [first, previous, placed] = leads.slice(i - 2, i + 1);
    const { family, ordinal } = placed.lead;
    if (family !== 'di' || ordinal !== 3 || previous.block !== placed.block || first.block !== placed.block) continue;
    if (first.lead.family !== 'shouxian' || first.lead.ordinal !== 1 || previous.lead.family !== 'shouxian' || previous.lead.ordinal !== 2)
      continue;
    const args = { previous: textOf(previous), lead: textOf(placed).replace(/[，,]$/, ''), expected: '再次' };
    const span = { from: placed.lead.span.from, to: placed.lead.span.from + 2 };
    yield {
      at: { block: placed.block, span },
      message: 'mixed',
      args,
      severity: 'hint',
      certainty: 'likely',
      basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '附录B.3.1', confirmed: true }],
      related: [{ at: { block: previous.block, span: previous.lead.span }, message: 'earlier' }],
      fixes: [{ message: 'renumber', args, safe: false, edits: [{ block: placed.block, span, newText: '再次' }] }],
    };
  }
}

function* lone({ members }: Series): Iterable<Finding> {
  const [first] = members;
  const { block, lead } = first;
  if (members.length > 1 || lead.family !== 'shi' || lead.answered) return;
  const args = { lead: textOf(first), expected: leadWord('shi', 2) };
  yield {
    at: { block, span: lead.span },
    message: 'lone',
    args,
    severity: 'hint',
    certainty: 'likely',
    fixes: [{ message: 'remove', args, safe: false, edits: [{ block, span: lead.span, newText: '' }] }],
  };
}

/** Whether 二是 stands under one of the section's own subheadings. */
function goesOnBelow(series: Series, section: Section | undefined): boolean {
  const { members } = series;
  if (members.length > 1 || !section) return false;
  return section.children.some(
    (child) => child.leads.find(({ lead }) => lead.family === members[0].lead.family)?.lead.ordinal === 2 || goesOnBelow(series, child),
  );
}

function textOf({ block, lead }: PlacedLead): string {
  return block.text.slice(lead.span.from, lead.span.to);
}

export const examples: Example[] = [
  {
    wrong: '一、主要做法\n一是健全机制。二是强化培训。⟦四是⟧严格考核。',
    fixed: '一、主要做法\n一是健全机制。二是强化培训。三是严格考核。',
  },
  {
    wrong: '（一）规范执法\n一是完善裁量基准；二是统一文书格式；⟦二是⟧加强案卷评查。',
    fixed: '（一）规范执法\n一是完善裁量基准；二是统一文书格式；三是加强案卷评查。',
  },
  {
    wrong: '一、主要做法\n一是健全机制。二是强化培训。⟦四是⟧严格考核。五是强化宣传。',
    fixed: '一、主要做法\n一是健全机制。二是强化培训。三是严格考核。四是强化宣传。',
    note: '整个系列一次重编。',
  },
  {
    wrong: '一、主要做法\n一是健全机制。二是强化培训。⟦四是⟧严格考核。四是强化宣传。',
    fixed: '一、主要做法\n一是健全机制。二是强化培训。三是严格考核。四是强化宣传。',
    note: '只错一处，只说一处。',
  },
  {
    wrong: '一、主要做法\n一是健全机制。二是强化培训。⟦一是⟧严格考核。四是强化宣传。',
    fixed: '一、主要做法\n一是健全机制。二是强化培训。三是严格考核。四是强化宣传。',
  },
  {
    wrong: '二、存在问题\n第一，人员不足。⟦第三，⟧经费紧张。第四，设备老化。',
    fixed: '二、存在问题\n第一，人员不足。第二，经费紧张。第三，设备老化。',
  },
  {
    wrong: '二、存在问题\n首先，人员不足。其次，经费紧张。⟦其次⟧，设备老化。最后，制度不全。',
    fixed: '二、存在问题\n首先，人员不足。其次，经费紧张。再次，设备老化。最后，制度不全。',
    note: '“首先、其次”重复，仅作提示。',
  },
  {
    wrong: '1.加强食堂监管。⟦一是⟧压实主体责任，开展检查120家次。',
    fixed: '1.加强食堂监管。压实主体责任，开展检查120家次。',
    note: '只有“一是”，提示而不告警。',
  },
  {
    wrong: '二、存在问题\n首先，人员不足。其次，经费紧张。⟦第三⟧，设备老化。',
    fixed: '二、存在问题\n首先，人员不足。其次，经费紧张。再次，设备老化。',
    note: '“首先、其次”与“第一、第二”各成一套，仅作提示。',
  },
  { right: '一、主要做法\n一是健全机制。全年开会6次。\n\n二是强化培训。举办培训班4期。\n\n三是严格考核。', note: '一系列可以分在几段里。' },
  { right: '二、存在问题\n一是案件增长较快，其原因首先是维权意识增强，其次在于部分企业合规不足。二是队伍力量薄弱。' },
  { right: '一、主要做法\n一是健全机制。二是强化培训。\n同时，一是加强宣传；二是加强督查。', note: '新的“一是”另起一个系列。' },
  { right: '一、主要做法\n一是完善制度，其中一是修订规则，二是清理文件。二是强化监督。' },
  {
    right: '一、主要做法\n一是完善制度，主要包括一是修订规则，二是清理文件。\n二是强化监督。\n三是严格考核。',
    note: '大系列里套着小系列。',
  },
  { right: '问题主要体现在一是力量不足；二是经费不足；三是装备不足。', note: '“一是”前面没有标点，也算在内。' },
  { right: '一是坚持党的领导。另一方面，注重发挥群众作用。' },
  { right: '一、主要做法\n首先，健全机制。其次，强化培训。再次，严格考核。再次，加强宣传。最后，抓好落实。' },
  { right: '一、主要做法\n一是落实三项制度。二是开展自查。三是三项指标全部达标。' },
  { right: '二、存在问题\n一是岗位空缺较多.全局缺编9人.二是经费紧张.三是设备老化.', note: '句号误作半角的点，由另一条规则提示。' },
  { right: '办事讲究一是一、二是二，不打折扣。' },
];
