/** What recognition reads of a document: its headings, its directives and its first paragraphs. */
import type { BlockList } from './block-list';
import { GARBLED } from './facts';
import { LAYOUT_REACH, type Layout } from './layout';
import type { Profile } from './profile';
import { identify, recognise, type HeadHeading, type Recognition, type ReportHead } from './recognise';

/** Recognition looks at so many lines. */
export const HEAD_LINES = 300;

/** A document, as far as recognition looks at it. */
export interface Recognisable {
  readonly uri: string;
  readonly languageId: string;
  readonly blocks: BlockList;
  readonly layout: Layout;
}

/**
 * Which of some kinds a text is.
 *
 * @param chosen the kind to take it for, whatever its head says; a directive of the text counts only where nobody chose
 */
export function recogniseIn(document: Recognisable, profiles: readonly Profile[], chosen?: string): Recognition | null {
  const headings: HeadHeading[] = [];
  let directiveProfile: string | undefined;
  let directiveYear: number | undefined;
  let lines = 0;
  for (const block of document.blocks) {
    if (lines >= HEAD_LINES) break;
    lines += block.content.lineCount;
    const { heading } = block.content;
    if (heading) {
      const { level, family, ordinal, hashes } = heading;
      headings.push({ title: block.text.slice(heading.title.from, heading.title.to), level, family, ordinal, hashes });
    }
    if (block.kind === 'directive') {
      const { directive } = block.facts;
      if (directive?.action === 'profile') directiveProfile = directive.value;
      if (directive?.action === 'year' && /^\d{4}$/.test(directive.value)) directiveYear = Number(directive.value);
    }
  }
  const { layout, uri, languageId } = document;
  const head: ReportHead = {
    title: layout.titleText,
    headings,
    hasAddressee: layout.addressee !== undefined,
    hasDocumentNumberLine: layout.documentNumber !== undefined,
    paragraphs: () => firstParagraphs(document.blocks),
    languageId,
    fileName: decoded(uri.slice(uri.lastIndexOf('/') + 1)),
  };
  const forced = chosen ?? directiveProfile;
  const profile = forced === undefined ? undefined : profiles.find((p) => p.id === forced);
  const found = (profile ? identify(profile, head) : recognise(profiles, head)) ?? garbled(document.blocks, profiles, head);
  return found && directiveYear !== undefined ? { ...found, year: directiveYear } : found;
}

/** As many as the layout looks at: a change among them is always followed by another look. */
function* firstParagraphs(blocks: BlockList): Generator<string> {
  let n = 0;
  for (const { kind, content, text } of blocks) {
    if (++n > LAYOUT_REACH) return;
    if (kind === 'paragraph') yield text;
    else if (content.heading?.body) yield text.slice(content.heading.body.from);
  }
}

/** A text in the wrong encoding shows no mark of its kind; it is taken for a 公文 so that somebody says so. */
function garbled(blocks: BlockList, profiles: readonly Profile[], head: ReportHead): Recognition | null {
  let odd = 0;
  let length = 0;
  let lines = 0;
  for (const block of blocks) {
    if (lines >= HEAD_LINES) break;
    lines += block.content.lineCount;
    if (block.text.includes('\ufffd')) odd += block.facts.replacements;
    length += block.text.length;
  }
  const official = profiles.find(({ sections }) => sections.length === 0);
  return official && odd >= 20 && odd * GARBLED > length ? identify(official, head) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
