/** 附件与附件说明不符：说明列了而正文后没有，或者名称不一致；文中说见某附件，却没有这个附件。 */
import type { Annex, Layout, PlacedEntry } from '../../core/layout';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'attachment/missing',
  view: 'outline',
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.7', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '附件的序号、标题应当与附件说明一致；这里附件说明列了，正文后没有，或者名称不同，或者文中提到的附件没有列。',
      en: 'Number and title of an attachment agree with the list. Here one is listed but not there, or its title is another, or the text refers to one that is not listed.',
    },
    why: { 'zh-cn': '漏带附件、拿错附件，收文单位无从办理。', en: 'With an attachment lost or mistaken, nobody can act on the paper.' },
    todo: { 'zh-cn': '补上附件，或者改正附件说明。', en: 'Add the attachment, or correct the list.' },
    missing: {
      'zh-cn': '附件说明列有“{name}”，正文后没有附件{ordinal}（附件另行报送的不必理会）',
      en: '“{name}” is listed, but there is no attachment {ordinal} (never mind if it is sent apart)',
    },
    name: {
      'zh-cn': '附件{ordinal}的标题与附件说明不一致：说明为“{name}”，附件为“{title}”',
      en: 'Attachment {ordinal} is listed as “{name}”, but entitled “{title}”',
    },
    unlisted: {
      'zh-cn': '文中提到附件{ordinal}，附件说明只列了{count}个附件',
      en: 'The text refers to attachment {ordinal}; the list names {count}',
    },
    unattached: {
      'zh-cn': '文中提到附件{ordinal}，正文后只有{count}个附件',
      en: 'The text refers to attachment {ordinal}; {count} are attached',
    },
    nowhere: {
      'zh-cn': '文中提到附件{ordinal}，全文没有附件说明，也没有附件（附件另行报送的不必理会）',
      en: 'The text refers to attachment {ordinal}, but there is no list of attachments and none is attached (never mind if they are sent apart)',
    },
    list: { 'zh-cn': '附件说明', en: 'The list' },
    annex: { 'zh-cn': '附件在这里', en: 'The attachment' },
    rename: { 'zh-cn': '附件说明改为“{title}”', en: 'Change the list to “{title}”' },
  },
  *check({ layout }) {
    yield* mentioned(layout);
    const { entries, annexes } = layout;
    // Nothing attached in this file: the attachments are papers of their own.
    if (entries.length === 0 || annexes.length === 0 || entries.some(({ entry }, i) => entries.length > 1 && entry.ordinal !== i + 1))
      return;
    for (const placed of entries) {
      const { block, entry } = placed;
      const ordinal = Math.max(1, entry.ordinal);
      const annex = annexes.find((a) => Math.max(1, a.ordinal) === ordinal);
      const name = block.text.slice(entry.name.from, entry.name.to);
      if (!annex) {
        yield { at: { block, span: entry.name }, message: 'missing', args: { name, ordinal }, severity: 'info' };
        continue;
      }
      const title = differing(placed, annex);
      if (title === undefined) continue;
      const args = { name, ordinal, title };
      yield {
        at: { block, span: entry.name },
        message: 'name',
        args,
        related: [{ at: { block: annex.block, span: { from: 0, to: annex.block.text.length } }, message: 'annex' }],
        fixes: [{ message: 'rename', args, safe: false, edits: [{ block, span: entry.name, newText: title }] }],
      };
    }
  },
});

/** Attachments that the text refers to and that are nowhere. Each is told once. */
function* mentioned({ entries, annexes, mentions, attachments }: Layout): Iterable<Finding> {
  if (entries.some(({ entry }, i) => entries.length > 1 && entry.ordinal !== i + 1)) return;
  const known = new Set([
    ...entries.map(({ entry }) => Math.max(1, entry.ordinal)),
    ...annexes.map(({ ordinal }) => Math.max(1, ordinal)),
    ...mentions.filter(({ mention }) => mention.kind === 'placed').map(({ mention }) => mention.ordinal),
  ]);
  // A list that could not be read, or one on a page that was not copied.
  if (entries.length === 0 && attachments) return;
  const attached = known.size;
  for (const { block, mention } of mentions) {
    const { kind, ordinal, span } = mention;
    if (kind === 'placed' || known.has(ordinal)) continue;
    known.add(ordinal);
    const [first] = entries;
    yield {
      at: { block, span },
      message: first ? 'unlisted' : attached > 0 ? 'unattached' : 'nowhere',
      args: { ordinal, count: first ? entries.length : attached },
      // Without a list nothing says how many there are to be.
      ...(first ? {} : { severity: 'info' as const }),
      related: first ? [{ at: { block: first.block, span: first.entry.name }, message: 'list' }] : [],
    };
  }
}

/** The attachment's title where it is the listed one with a slip; undefined where both agree, or where it cannot be told. */
function differing({ block, entry }: PlacedEntry, { block: first, titles }: Annex): string | undefined {
  const listed = fold(block.text.slice(entry.name.from, entry.name.to));
  const lines = titles.map((b) => (b === first ? b.text.slice(b.facts.form?.title.from ?? 0) : b.text).trim());
  let best: string | undefined;
  for (let from = 0; from < lines.length; from++) {
    for (let to = from + 1; to <= lines.length; to++) {
      const title = lines.slice(from, to).join('');
      const folded = fold(title);
      if (folded === listed || folded.endsWith(listed) || listed.endsWith(folded)) return undefined;
      if (isSlip(folded, listed)) best ??= title;
    }
  }
  return best;
}

/** A name without marks, spaces, and what may follow it in brackets. */
function fold(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]\s*$/, '').replace(/[^\u4e00-\u9fff\da-zA-Z]/g, '');
}

/** Whether two names are the same but for one stretch of two characters: another year, a slip of the pen. A word more or less is how names are shortened. */
function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 5) return false;
  let head = 0;
  while (head < length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail <= 2;
}

const HEAD = '云河区司法局关于2025年行政执法情况的报告\n一、总体情况\n全年办理案件30件。\n';
const CITED = '云河区司法局关于2025年行政执法情况的报告\n一、总体情况\n全年办理案件30件，逐件登记在册';
const FOOT = '\n云河区司法局\n2026年1月20日\n';

export const examples: Example[] = /* @__PURE__ */ (() => [
  {
    wrong: `${HEAD}附件：1.行政执法数据统计表\n　　　2.⟦执法人员名册⟧${FOOT}附件1\n行政执法数据统计表\n共30件。`,
    note: '附件2没有附在后面。',
  },
  {
    wrong: `${HEAD}附件：⟦2024年行政执法数据统计表⟧${FOOT}附件\n2025年行政执法数据统计表\n共30件。`,
    fixed: `${HEAD}附件：2025年行政执法数据统计表${FOOT}附件\n2025年行政执法数据统计表\n共30件。`,
  },
  {
    wrong: `${CITED}（见⟦附件3⟧）。\n附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}`,
    note: '附件说明只列了两个附件。',
  },
  { wrong: `${CITED}（⟦附件2⟧）。\n特此报告。${FOOT}`, note: '全文没有附件，仅作提醒。' },
  { right: `${CITED}（详见附件1、2）。\n附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}` },
  {
    right: `${CITED}。数据口径按照《行政执法统计办法》执行（见附件3）。\n附件：行政执法数据统计表${FOOT}`,
    note: '别的文件的附件，不作比对。',
  },
  { right: `${CITED}，填报格式见该通知附件4。\n附件：行政执法数据统计表${FOOT}`, note: '别的文件的附件，不作比对。' },
  { right: `${CITED}（附件3）。${FOOT}附件1\n统计表\n甲。\n附件2\n名册\n乙。\n附件3-1\n清单\n丙。` },
  {
    right: `${HEAD}附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}附件1\n\n行政执法数据统计表\n\n共30件。\n附件2\n云河区司法局\n执法人员名册（2025年度）\n甲、乙、丙。`,
  },
  { right: `${HEAD}附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}`, note: '附件另成文件，不在本文之后，不作比对。' },
])();
