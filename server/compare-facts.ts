/**
 * What two versions of a text say differently in fact: numbers, dates, document numbers, titles in 《》, and the names of
 * the form (title, 主送机关, 署名). For whoever lets somebody else, or a machine, polish a text: wording may change, facts
 * may not.
 */
import type { Block } from './core/block';
import { normalise, sentenceAt } from './core/fingerprint';
import type { Span } from './core/text';
import type { Report } from './service';

/** Sorts of facts. */
export type FactSort = 'number' | 'date' | 'documentNumber' | 'title' | 'form';

/** One mention of a fact. */
export interface Mention {
  readonly sort: FactSort;
  /** As it is written. */
  readonly value: string;
  /** From 0. */
  readonly line: number;
  readonly sentence: string;
}

/** A fact that is not what it was. `before` without `after`: gone; `after` without `before`: new. */
export interface FactChange {
  readonly sort: FactSort;
  readonly before?: Mention;
  readonly after?: Mention;
}

/** The facts of one version that the other does not have, those of like sentences side by side. A fact that only moved is none. */
export function compareFacts(before: Report, after: Report): FactChange[] {
  const gone = mentionsOf(before);
  const come: Mention[] = [];
  const left = new Map<string, Mention[]>();
  for (const mention of gone) push(left, keyOf(mention), mention);
  for (const mention of mentionsOf(after)) if (!left.get(keyOf(mention))?.pop()) come.push(mention);
  const lost = gone.filter((mention) => left.get(keyOf(mention))?.includes(mention));
  const partners = new Map<string, Mention[]>();
  for (const mention of come) push(partners, frameOf(mention), mention);
  const paired = new Set<Mention>();
  const changes = lost.map((mention): FactChange => {
    const partner = partners.get(frameOf(mention))?.shift();
    if (partner) paired.add(partner);
    return { sort: mention.sort, before: mention, ...(partner ? { after: partner } : {}) };
  });
  return [
    ...changes,
    ...come.filter((mention) => !paired.has(mention)).map((mention): FactChange => ({ sort: mention.sort, after: mention })),
  ];
}

/** Every mention of a fact, in order. No stretch of text is counted twice. */
export function mentionsOf({ document }: Report): Mention[] {
  const { blocks, layout } = document;
  const out: Mention[] = [];
  let line = 0;
  for (const block of blocks) {
    const { text } = block;
    const { citations, documentNumbers, dates, figures } = block.facts;
    const taken: Span[] = [];
    const add = (sort: FactSort, span: Span, value = text.slice(span.from, span.to)) => {
      if (span.to <= span.from || taken.some((t) => span.from < t.to && t.from < span.to)) return;
      taken.push(span);
      out.push({ sort, value, line: line + lineBreaks(text, span.from), sentence: sentenceAt(text, span) });
    };
    for (const { span } of documentNumbers) add('documentNumber', span);
    for (const { span } of dates) add('date', span);
    for (const { span } of figures) add('number', span);
    // Numbers that nobody understood are facts, too.
    for (const { from, to } of between(taken, text.length))
      for (const m of text.slice(from, to).matchAll(/\d[\d.,%‰]*/g))
        add('number', { from: from + m.index, to: from + m.index + m[0].length });
    for (const { span, title } of citations)
      out.push({ sort: 'title', value: `《${title}》`, line: line + lineBreaks(text, span.from), sentence: sentenceAt(text, span) });
    if (isNamed(block, [...layout.title, layout.addressee, layout.signature]))
      out.push({ sort: 'form', value: text.trim(), line, sentence: text.trim() });
    line += block.content.lineCount;
  }
  return out;
}

/** What lies between spans that do not overlap. */
function between(spans: readonly Span[], end: number): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  return [...sorted, { from: end, to: end }].map(({ from }, i) => ({ from: i === 0 ? 0 : sorted[i - 1].to, to: from }));
}

function isNamed(block: Block, named: readonly (Block | undefined)[]): boolean {
  return named.includes(block);
}

function lineBreaks(text: string, to: number): number {
  let count = 0;
  for (let i = 0; i < to; i++) if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) count++;
  return count;
}

/** Two mentions with the same key say the same. */
function keyOf({ sort, value }: Mention): string {
  return `${sort} ${normalise(value)}`;
}

/** Two mentions with the same frame stand in the same place of the same sentence, as far as words show. */
function frameOf({ sort, sentence }: Mention): string {
  return `${sort} ${
    sort === 'form'
      ? ''
      : normalise(sentence)
          .replace(/《[^《》]*》/g, '《》')
          .replace(/\d[\d.,]*/g, '#')
  }`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
