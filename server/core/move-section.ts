/** Moving a section among its siblings: the number at each place stays, the text moves. */
import type { Block } from './block';
import { writeOrdinal } from './facts/heading';
import type { Section } from './outline';
import { references, type Assigned, type Numbered, type SpanEdit } from './renumber';
import type { Edit } from './rule';

/** The blocks of a section, from its heading to the next section or to the foot of the document (特此报告, 附件说明, 署名). */
export function blocksOfSection({ blocks, layout }: Numbered, section: Section): Block[] {
  const foot = new Set<Block | undefined>([
    layout.closing,
    layout.attachments,
    layout.signature,
    layout.issueDate,
    layout.annexes[0]?.block,
    section.end,
  ]);
  const out: Block[] = [];
  for (let block: Block | undefined = section.block; block && (block === section.block || !foot.has(block)); block = blocks.next(block))
    out.push(block);
  return out;
}

/**
 * The edits that put a section before one of its siblings, or behind the last of them. Numbers and references follow.
 * Empty where nothing would move, or where the two do not belong to the same heading.
 */
export function moveSection(report: Numbered, section: Section, before: Section | undefined): Edit[] {
  const siblings = (section.parent?.children ?? report.outline.roots).filter((s) => s.level === section.level);
  const from = siblings.indexOf(section);
  const to = before ? siblings.indexOf(before) : siblings.length;
  if (from < 0 || to < 0 || to === from || to === from + 1) return [];
  const order = siblings.filter((s) => s !== section);
  order.splice(to > from ? to - 1 : to, 0, section);
  const assigned = order.map((s, i): Assigned => ({
    section: s,
    ordinal: s.ordinal === 0 || siblings[i].ordinal === 0 ? s.ordinal : siblings[i].ordinal,
  }));
  const changes: SpanEdit[] = [];
  for (const { section: s, ordinal } of assigned) {
    const newText = ordinal === s.ordinal ? undefined : writeOrdinal(s.block.text, s.heading, ordinal);
    if (newText !== undefined) changes.push({ block: s.block, span: s.heading.digits, newText });
  }
  changes.push(...references(report, assigned));
  const moved = blocksOfSection(report, section);
  const inside = new Set(moved);
  const text = moved.map((block) => changed(block, changes) + (block.content.eol === '' ? '' : '\n')).join('');
  const outside = changes.filter(({ block }) => !inside.has(block));
  return [...moved.map((remove): Edit => ({ remove })), ...place(report, text, before, siblings, outside)];
}

/** The text at its new place, and the other changes. No two of them begin at one place: editors do not agree which comes first. */
function place(
  report: Numbered,
  text: string,
  before: Section | undefined,
  siblings: readonly Section[],
  changes: readonly SpanEdit[],
): Edit[] {
  if (!before) {
    const last = blocksOfSection(report, siblings[siblings.length - 1]);
    return [...changes, { after: last[last.length - 1], newText: text.replace(/\n$/, '') }];
  }
  const newText = text.endsWith('\n') ? text : `${text}\n`;
  const meets = changes.find(({ block, span }) => block === before.block && span.from === 0);
  const at: Edit = meets ? { ...meets, newText: newText + meets.newText } : { block: before.block, span: { from: 0, to: 0 }, newText };
  return [...changes.filter((change) => change !== meets), at];
}

/** A block's text with its changes made. */
function changed(block: Block, changes: readonly SpanEdit[]): string {
  let out = '';
  let at = 0;
  const own = changes.filter((c) => c.block === block).sort((a, b) => a.span.from - b.span.from);
  for (const { span, newText } of own) {
    out += block.text.slice(at, span.from) + newText;
    at = span.to;
  }
  return (out + block.text.slice(at)).replace(/\r\n?/g, '\n');
}
