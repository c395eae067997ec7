/** Keys of documents: under which number and under which title a text speaks of the same one. */
import type { BlockContent } from '../block';
import type { KeyedFact } from '../fact-index';
import type { Citation } from './citation';
import type { DocumentNumber } from './document-number';
import type { Span } from '../text';

/** A title and a number that stand together: `《…》（云政办发〔2023〕36号）`. */
export interface Binding {
  readonly title: string;
  readonly titleSpan: Span;
  /** The number in its canonical form. */
  readonly number: string;
  readonly numberSpan: Span;
  readonly agencyCode: string;
  readonly year: number;
  readonly sequence: string;
}

const NONE: readonly KeyedFact[] = [];

/**
 * The keys of one block: `documentNumber:云政办发〔2023〕36号` for every number, `title:…` for every title that is cited with
 * one, `standard:` for every 标准号. The value of the first two is the `Binding`, or undefined for a number that stands alone.
 */
export function documentKeys(content: BlockContent): readonly KeyedFact[] {
  const { documentNumbers, citations, identifiers } = content.facts;
  if (documentNumbers.length === 0 && identifiers.length === 0) return NONE;
  const keys: KeyedFact[] = [];
  if (documentNumbers.length > 0) {
    const bindings = new Map<DocumentNumber, Binding>();
    for (const citation of citations) {
      const number = citation.documentNumber;
      const binding = number && bind(citation, number);
      if (!binding) continue;
      bindings.set(number, binding);
      keys.push({ key: `title:${plainTitle(citation.title)}`, span: citation.span, value: binding });
    }
    for (const number of documentNumbers) {
      if (number.key !== '') keys.push({ key: `documentNumber:${number.key}`, span: number.span, value: bindings.get(number) });
    }
  }
  for (const identifier of identifiers) {
    if (identifier.kind === 'standard') keys.push({ key: 'standard:', span: identifier.span, value: identifier });
  }
  return keys.length === 0 ? NONE : keys;
}

function bind(citation: Citation, number: DocumentNumber): Binding | undefined {
  if (number.key === '' || number.year === undefined) return undefined;
  const { agencyCode, year, sequence } = number;
  return { title: citation.title, titleSpan: citation.span, number: number.key, numberSpan: number.span, agencyCode, year, sequence };
}

/** A title without marks and spaces, so that 《关于〈办法〉的通知》 and 《关于《办法》的通知》 are one. */
function plainTitle(title: string): string {
  return title.replace(/[《》〈〉<>＜＞“”"'‘’（）()\s\u3000]/g, '');
}

/** Words that one mention of a title may have and another not: the paper that issues it, its state, its year. */
const VARIABLE = /印发|转发|批转|的通知|试行|暂行|修订|修正|草案|[12]\d{3}年?版?|关于|的|和|与|及|、|，|,/g;

/**
 * Whether two bindings may well be right beside each other, so that no conflict is seen between them.
 *
 * By title: another issuer, or another year and another running number, is another document with the same name.
 * By number: one title is a short form of the other, or they differ only in 印发, 试行, 修订, a year.
 */
export function sameDocument(a: Binding, b: Binding, byTitle: boolean): boolean {
  if (byTitle) return a.agencyCode !== b.agencyCode || (a.year !== b.year && a.sequence !== b.sequence);
  const one = plainTitle(a.title).replace(VARIABLE, '');
  const other = plainTitle(b.title).replace(VARIABLE, '');
  return one.length < other.length ? isWithin(one, other) : isWithin(other, one);
}

/** Whether the characters of `short` stand in `long` in the same order: how a title is shortened. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}
