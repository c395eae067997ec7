/**
 * 代字 that an office adds to the register: `agencyCodes` in the nearest `.gongwen/lexicon.json` up the tree.
 *
 * Sample: `{ "agencyCodes": [{ "prefix": "临府办发", "organ": "临川市人民政府办公室" }] }`
 */
import { mergeRegisters, type AgencyCode, type AgencyRegister } from './core/agency-register';
import { parentOf, type Host } from './host';
import type { ConfigProblem } from './config';
import type { Args } from './core/messages';
import { nearest } from './core/nearest';
import { parseJson, properties, shown, type JsonNode } from './json';

/** Where the words of an office stand. */
export const LEXICON_FILE = '.gongwen/lexicon.json';

/** Key of the source of an office's own entries. */
export const OFFICE = 'office';

const MOST_CODES = 5_000;
const LONGEST = 60;
const KEY = 'agencyCodes';
/** 代字: Chinese characters, as 临府办发 or 京（临）发; no year and no number. */
const PREFIX = /^[\u3400-\u9fff（）()]{1,20}$/;

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

/** The entries of a lexicon, those left out that are not well-formed. */
export function codesOf(text: string): readonly AgencyCode[] {
  return readCodes(text, parseJson(text).root).codes;
}

/** What stands under `agencyCodes` in a lexicon. An entry that is wrong is left out, and said to be. Never throws. */
export function readCodes(
  text: string,
  root: JsonNode | undefined,
): { readonly codes: readonly AgencyCode[]; readonly problems: readonly ConfigProblem[] } {
  const codes: AgencyCode[] = [];
  const problems: ConfigProblem[] = [];
  const at = ({ offset, length }: JsonNode, message: ConfigProblem['message'], args: Args = {}) =>
    void problems.push({ from: offset, to: offset + length, message, args });
  let given = false;
  for (const [name, list, nameNode] of root ? properties(root) : []) {
    if (name !== KEY) continue;
    if (given) at(nameNode, 'twice', { key: KEY });
    given = true;
    codes.length = 0;
    if (list.type !== 'array') at(list, 'list', { key: KEY });
    for (const [i, entry] of (list.type === 'array' ? (list.children ?? []) : []).entries()) {
      if (i === MOST_CODES) at(entry, 'codesTooMany', { most: MOST_CODES });
      if (i >= MOST_CODES) break;
      const code = readCode(text, entry, at);
      if (code) codes.push(code);
    }
  }
  return { codes, problems };
}

function readCode(
  text: string,
  entry: JsonNode,
  at: (node: JsonNode, message: ConfigProblem['message'], args?: Args) => void,
): AgencyCode | undefined {
  if (entry.type !== 'object') {
    at(entry, 'code');
    return undefined;
  }
  let prefix: JsonNode | undefined;
  let organ: JsonNode | undefined;
  for (const [name, value, nameNode] of properties(entry)) {
    if (name === 'prefix') prefix = value;
    else if (name === 'organ') organ = value;
    else {
      const meant = nearest(name, ['prefix', 'organ']);
      if (meant === undefined) at(nameNode, 'unknownKey', { key: shown(text, nameNode) });
      else at(nameNode, 'unknownKeyMeant', { key: name, meant });
    }
  }
  if (!prefix || !organ) {
    at(entry, 'code');
    return undefined;
  }
  const isPrefix = typeof prefix.value === 'string' && PREFIX.test(prefix.value);
  if (!isPrefix) at(prefix, 'codePrefix', { value: shown(text, prefix) });
  const organs: string[] = [];
  for (const node of organ.type === 'array' ? (organ.children ?? []) : [organ]) {
    const name: unknown = node.value;
    if (typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST) organs.push(name);
    else at(node, 'codeOrgan', { most: LONGEST });
  }
  if (organ.type === 'array' && organ.children?.length === 0) at(organ, 'codeOrgan', { most: LONGEST });
  return isPrefix && organs.length > 0 ? { prefix: prefix.value as string, organs, source: OFFICE } : undefined;
}
