/**
 * Fingerprints: how a finding, or a sentence, is known again in a later version of the text.
 *
 * A finding is known by its rule and the sentence it stands in, whatever the line; when the sentence changes, it is
 * another finding. Something absent stands in no sentence: it is known by its rule and by what is absent. A finding about
 * the whole text (a tally) is known by its rule alone. Baseline, exceptions and 已核 stamps rest on this.
 */
import type { Filed } from './linter';
import type { Block } from './block';
import type { Span } from './text';

/** What a fingerprint is made of; a `Reported` has it all. */
export interface Fingerprinted {
  readonly block: Block;
  readonly span: Span;
  readonly filed: Filed;
}

/** `rule:hash` for a finding in a sentence, `rule#id` for something absent, `rule#document` for the whole text. The same on every machine. */
export function fingerprint({ block, span, filed }: Fingerprinted): string {
  const { rule, finding } = filed;
  if (finding.absent !== undefined) return `${rule.id}#${finding.absent}`;
  if (rule.view === 'tally') return `${rule.id}#document`;
  return `${rule.id}:${hash(normalise(sentenceAt(block.text, span)))}`;
}

/** The fingerprint of the sentence around a span of a block's text: for marks that belong to a place and to no rule. */
export function sentenceFingerprint(text: string, span: Span): string {
  return hash(normalise(sentenceAt(text, span)));
}

/** The sentence around a span: from behind the last 。！？ or line end to the next one, that mark included. A span over several sentences has them all. */
export function sentenceAt(text: string, span: Span): string {
  const { from, to } = sentenceSpan(text, span);
  return text.slice(from, to);
}

/** Where {@link sentenceAt} stands, white space around it left out. */
export function sentenceSpan(text: string, { from, to }: Span): Span {
  let start = Math.min(from, text.length);
  while (start > 0 && !endsSentence(text.charCodeAt(start - 1))) start--;
  // The mark itself may be the last thing in the span.
  let end = Math.max(start, to > from ? to - 1 : to);
  while (end < text.length && !endsSentence(text.charCodeAt(end))) end++;
  end = Math.min(text.length, end + 1);
  const ink = text.slice(start, end);
  const lead = ink.length - ink.trimStart().length;
  return lead === ink.length ? { from: start, to: start } : { from: start + lead, to: start + ink.trimEnd().length };
}

/** 。！？ and line ends. Half-width ! and ? count as their wide forms; a point may be a decimal one. */
function endsSentence(c: number): boolean {
  return c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 0x21 || c === 0x3f || c === 10 || c === 13;
}

/** Two sentences that differ in white space or in the width of their marks say the same: `甲， 乙` and `甲,乙`. */
export function normalise(sentence: string): string {
  return sentence.normalize('NFKC').replace(/\s+/g, '');
}

/** 53 bits of a text, in 14 hexadecimal digits (cyrb53). Not against an enemy: against coincidence. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
