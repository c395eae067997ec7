/**
 * 发文字号 that a line end cuts in two: text from a PDF or an old mail is wrapped by hand, wherever the line is full.
 *
 * Only what is surely one well-formed number is put together; of everything else nothing is said.
 */
import { isSurelyAgencyCode, looksLikeAgencyCode, SURELY_CENTRAL } from './agency-code';
import { readDocumentNumbers, type DocumentNumber } from './document-number';
import { readIdentifiers } from './identifier';
import { C, scan, type Scan } from './scan';

/** So far before and behind a line end the two halves of a number are looked for. */
const BEFORE = 48;
const BEHIND = 40;

/** The numbers of a block with those that run over a line end, in order of place. */
export function joinWrappedNumbers(s: Scan, numbers: readonly DocumentNumber[]): readonly DocumentNumber[] {
  if (!(s.has & C.EOL) || s.hao.length === 0 || !s.text.includes('〕')) return numbers;
  const { text } = s;
  const all: DocumentNumber[] = [];
  let changed = false;
  let n = 0;
  let lineStart = 0;
  for (let end = nextEnd(text, 0); end < text.length;) {
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    const nextLineEnd = nextEnd(text, next);
    const found = across(text, Math.max(lineStart, end - BEFORE), end, next, Math.min(nextLineEnd, next + BEHIND));
    if (found) {
      while (n < numbers.length && numbers[n].span.to <= found.span.from) all.push(numbers[n++]);
      const met = n < numbers.length && numbers[n].span.from < found.span.to ? numbers[n] : undefined;
      const free = all.length === 0 || all[all.length - 1].span.to <= found.span.from;
      if (free && (met === undefined || isPart(met, found))) {
        all.push(found);
        changed = true;
        if (met) n++;
      }
    }
    lineStart = next;
    end = nextLineEnd;
  }
  return changed ? [...all, ...numbers.slice(n)] : numbers;
}

/** The number that begins before the line end (`end`, the next line at `next`) and ends behind it. */
function across(text: string, from: number, end: number, next: number, to: number): DocumentNumber | undefined {
  const head = text.slice(from, end);
  const tail = text.slice(next, to);
  // One half holds a bracket of the year, or ends just before it.
  if (!/[〔〕]/.test(head.slice(-24) + tail.slice(0, 24)) || !tail.slice(0, 24).includes('号')) return undefined;
  const window = scan(head + tail);
  const seam = head.length;
  const number = readDocumentNumbers(window, readIdentifiers(window)).find(({ span }) => span.from < seam && span.to > seam);
  if (!number || number.faults.length > 0 || number.key === '' || !number.certain) return undefined;
  const { codeSpan, agencyCode } = number;
  // A seam inside the 代字 hides where it begins: only the series of the centre are known well enough.
  const sure =
    codeSpan.from < seam && codeSpan.to > seam
      ? SURELY_CENTRAL.test(agencyCode) && agencyCode.length <= 5
      : codeSpan.to === seam
        ? isSurelyAgencyCode(agencyCode)
        : looksLikeAgencyCode(agencyCode);
  if (codeSpan.from === codeSpan.to || !sure) return undefined;
  const place = (offset: number, isEnd: boolean): number =>
    offset < seam || (isEnd && offset === seam) ? from + offset : next + offset - seam;
  const span = { from: place(number.span.from, false), to: place(number.span.to, true) };
  return {
    ...number,
    span,
    codeSpan: { from: place(codeSpan.from, false), to: place(codeSpan.to, true) },
    canonical: text.slice(span.from, span.to),
  };
}

function nextEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Whether what was read on one line alone is but the end of the whole number: 〔2023〕5号, 发〔2023〕5号. */
function isPart(part: DocumentNumber, whole: DocumentNumber): boolean {
  return part.span.from >= whole.span.from && part.span.to === whole.span.to && part.agencyCode.length <= 1;
}
