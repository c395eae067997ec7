/**
 * 代字 that an office adds to the register: `agencyCodes` in the nearest `.gongwen/lexicon.json` up the tree.
 *
 * Sample: `{ "agencyCodes": [{ "prefix": "临府办发", "organ": "临川市人民政府办公室" }] }`
 */
import { mergeRegisters, type AgencyCode, type AgencyRegister } from './core/agency-register';
import { parentOf, type Host } from './host';
import { parseValue } from './json';

/** Where the words of an office stand. */
export const LEXICON_FILE = '.gongwen/lexicon.json';

/** Key of the source of an office's own entries. */
export const OFFICE = 'office';

const MOST_CODES = 5_000;
const LONGEST = 60;

/** The register with the entries that hold for a file. Never fails: what cannot be read adds nothing. */
export async function readLexiconCodes(host: Host, uri: string, base: AgencyRegister): Promise<AgencyRegister> {
  for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
    const text = await host.read(`${folder}/${LEXICON_FILE}`).catch(() => null);
    if (text === null) continue;
    const codes = codesOf(text);
    return codes.length === 0 ? base : mergeRegisters(base, { sources: { [OFFICE]: LEXICON_FILE }, codes });
  }
  return base;
}

/** The entries of a lexicon. Those that are not well-formed are left out; whoever checks the file says so there. */
export function codesOf(text: string): readonly AgencyCode[] {
  const root = parseValue(text);
  const list = isRecord(root) && Array.isArray(root.agencyCodes) ? (root.agencyCodes as readonly unknown[]) : [];
  return list.slice(0, MOST_CODES).flatMap((entry): AgencyCode[] => {
    if (!isRecord(entry)) return [];
    const { prefix, organ } = entry;
    const organs = (Array.isArray(organ) ? organ : [organ]).filter(
      (o): o is string => typeof o === 'string' && o !== '' && o.length <= LONGEST,
    );
    return typeof prefix === 'string' && /^[\u3400-\u9fff（）()]{1,20}$/.test(prefix) && organs.length > 0
      ? [{ prefix, organs, source: OFFICE }]
      : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
