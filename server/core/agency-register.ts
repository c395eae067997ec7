/**
 * Which organ a 发文机关代字 stands for, as far as a register knows: data, with its sources, that an office may extend. A 代字
 * that no register knows is never a fault.
 */
import type { DocumentNumber, DocumentNumberSeries } from './facts/document-number';

/** One entry. `国办发` stands for 国务院办公厅, and so does every 代字 that begins with it. */
export interface AgencyCode {
  readonly prefix: string;
  /** The organ; several where one 代字 is used by more than one, or where it is a joint one. */
  readonly organs: readonly string[];
  /** Key of the source in the register. */
  readonly source: string;
}

/** A register as it stands in its file, `server/data/agency-codes.json`. */
export interface AgencyRegister {
  readonly sources: Readonly<Record<string, string>>;
  readonly codes: readonly AgencyCode[];
}

/**
 * How well the register knows a 代字.
 *
 * - `known`: it holds the 代字 itself · `likely`: it holds its beginning (国市监 of 国市监稽), and the rest names an office or a series
 * - `ambiguous`: more than one organ uses it · `unknown`
 */
export type AgencyKnowledge = 'known' | 'likely' | 'ambiguous' | 'unknown';

/** A number, decoded for a reader. */
export interface DocumentNumberDescription {
  readonly agencyCode: string;
  readonly year: number | undefined;
  readonly sequence: string;
  readonly series: DocumentNumberSeries;
  readonly known: AgencyKnowledge;
  /** The organs that the 代字 may stand for. */
  readonly organs: readonly string[];
  /** The beginning of the 代字 that the register holds, and where it is from. */
  readonly prefix: string;
  readonly source: string;
}

/** Looks a 代字 up: the longest entry it begins with. */
export function findAgencyCode(agencyCode: string, register: AgencyRegister): AgencyCode | undefined {
  let best: AgencyCode | undefined;
  for (const code of register.codes) {
    if (agencyCode.startsWith(code.prefix) && (best === undefined || code.prefix.length > best.prefix.length)) best = code;
  }
  return best;
}

/** Decodes a number. Sample: `国办发〔2024〕1号` → 国务院办公厅, 2024, 1. */
export function describeDocumentNumber(
  number: Pick<DocumentNumber, 'agencyCode' | 'year' | 'sequence' | 'series'>,
  register: AgencyRegister,
): DocumentNumberDescription {
  const { agencyCode, year, sequence, series } = number;
  const entry = agencyCode === '' ? undefined : findAgencyCode(agencyCode, register);
  const rest = entry ? agencyCode.slice(entry.prefix.length) : '';
  const known: AgencyKnowledge = !entry
    ? 'unknown'
    : entry.organs.length > 1
      ? 'ambiguous'
      : rest === '' || SERIES.test(rest)
        ? 'known'
        : 'likely';
  return {
    agencyCode,
    year,
    sequence,
    series,
    known: known === 'known' && entry!.prefix.length === 1 ? 'likely' : known,
    organs: entry?.organs ?? [],
    prefix: entry?.prefix ?? '',
    source: entry ? (register.sources[entry.source] ?? '') : '',
  };
}

/** What follows an organ's own characters in its series: 沪府发, 沪府规, 沪府函. */
const SERIES = /^(?:发|函|字|规|令|电|明电|文)$/;

/** Two registers as one; entries of the second replace those of the first with the same 代字. */
export function mergeRegisters(base: AgencyRegister, more: AgencyRegister): AgencyRegister {
  const own = new Set(more.codes.map((code) => code.prefix));
  return { sources: { ...base.sources, ...more.sources }, codes: [...base.codes.filter((code) => !own.has(code.prefix)), ...more.codes] };
}
