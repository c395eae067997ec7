/** Reading JSON with comments that a person wrote: what is wrong is said at its place, and the rest counts. */
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** A value of the file, with its place (`offset`, `length`, UTF-16). */
export type JsonNode = Node;

/** Where the text is no JSON, and the parser's word for it. */
export interface JsonFault {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** Reads a text. Never throws: what nests deeper than the machine can follow is a fault at its start. */
export function parseJson(text: string): { readonly root: JsonNode | undefined; readonly faults: readonly JsonFault[] } {
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

/** A text's value, for a reader who asks for no places; undefined for what is none. Never throws. */
export function parseValue(text: string): unknown {
  const { root } = parseJson(text);
  return root && (getNodeValue(root) as unknown);
}

/** The properties of an object: name, value, and the name's own node. Of a name given twice, both. */
export function properties(node: JsonNode): [name: string, value: JsonNode, nameNode: JsonNode][] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property): [string, JsonNode, JsonNode][] => {
    const [name, value] = property.children ?? [];
    return name && value ? [[String(name.value), value, name]] : [];
  });
}

/** A value as it stands in the file, shortened: to be named in a message. */
export function shown(text: string, { offset, length }: JsonNode): string {
  const raw = text.slice(offset, offset + Math.min(length, SHOWN));
  return length > SHOWN ? `${raw}…` : raw;
}

const SHOWN = 40;
