/** Reading JSON with comments that a person wrote: what is wrong is said at its place, and the rest counts. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A value of the file, with its place (`offset`, `length`, UTF-16). */
export type JsonNode = Node;

/** Where the text is no JSON, and the parser's word for it. */
export interface JsonFault {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** No side file is longer, in UTF-16 code units, nor nests deeper. */
const LONGEST = 4 * 1024 * 1024;
const DEEPEST = 200;

/** Reads a text. Never throws: what is too long, or nests deeper than a person writes, is a fault at its start. */
export function parseJson(text: string): { readonly root: JsonNode | undefined; readonly faults: readonly JsonFault[] } {
  const code = text.length > LONGEST ? 'TooLarge' : isDeep(text) ? 'TooDeep' : undefined;
  if (code !== undefined) return { root: undefined, faults: [{ from: 0, to: 1, code }] };
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return {
      root,
      faults: errors.map((e) => ({ from: e.offset, to: e.offset + Math.max(1, e.length), code: printParseErrorCode(e.error) })),
    };
  } catch {
    return { root: undefined, faults: [{ from: 0, to: 1, code: 'TooDeep' }] };
  }
}

/** Whether brackets nest too deep for those who walk through them. Comments are taken for JSON: they hold no hundreds of brackets. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x5c && quoted) i++;
    else if (code === 0x0a || code === 0x0d) quoted = false;
    else if (quoted) continue;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return false;
}

/** The properties of an object: name, value, and the name's own node. Of a name given twice, both. */
export function properties(node: JsonNode): [name: string, value: JsonNode, nameNode: JsonNode][] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property): [string, JsonNode, JsonNode][] => {
    const [name, value] = property.children ?? [];
    return name && value ? [[String(name.value), value, name]] : [];
  });
}

/** A value as it stands in the file, a text without its quotes, shortened: to be named in a message. */
export function shown(text: string, { type, offset, length }: JsonNode): string {
  const raw = text.slice(offset, offset + Math.min(length, SHOWN));
  const plain = type === 'string' ? raw.replace(/^"|"$/g, '') : raw;
  return length > SHOWN ? `${plain}…` : plain;
}

const SHOWN = 40;
