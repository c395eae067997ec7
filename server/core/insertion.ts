/** Where a section that is missing belongs, and the text that goes there. */
import type { Alignment } from './alignment';
import type { ReportDocument } from './document';
import type { Edit } from './rule';
import { sectionSkeleton } from './skeleton';

/** The insertion of a section that has no chapter yet; undefined when it has one or the profile knows none of that name. */
export function insertion(document: ReportDocument, alignment: Alignment | null, sectionId: string): Edit | undefined {
  const state = alignment?.states.find(({ section }) => section.id === sectionId);
  if (!alignment || !state || state.heading) return undefined;
  const { traits, blocks, layout } = document;
  const { before, after } = state;
  const number = (after?.ordinal ?? 0) + 1;
  const text = sectionSkeleton(alignment.profile, sectionId, { year: traits.reportYear, number, issuer: traits.issuer });
  if (before) {
    const above = blocks.previous(before.block);
    return { after: above ?? 'start', newText: `${text}\n` };
  }
  // Behind everything but the signature and the date.
  const foot = layout.signature ?? layout.issueDate;
  const last = after?.end ?? foot ?? undefined;
  let at = last ? blocks.previous(last) : blocks.last;
  while (at && at.kind === 'blank' && blocks.previous(at)) at = blocks.previous(at);
  return { after: at ?? 'start', newText: `\n${text}` };
}
