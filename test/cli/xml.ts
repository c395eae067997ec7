/** A strict reader of the XML that the command line writes: no DTD, no CDATA, no namespaces. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Its own text, that of children left out. */
  text: string;
}

/** Reads a document with one root. Throws on anything that is not well-formed. */
export function parseXml(source: string): Element {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(source))
    throw new Error('a character that XML does not know');
  const token = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+/y;
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  while (token.lastIndex < source.length) {
    const from = token.lastIndex;
    const m = token.exec(source);
    if (!m) throw new Error(`not well-formed: ${source.slice(from, from + 60)}`);
    const here = open[open.length - 1];
    if (m[2] === undefined) {
      if (!m[0].startsWith('<?xml')) here.text += unescape(m[0]);
      else if (from !== 0) throw new Error('the declaration is not first');
    } else if (m[1]) {
      if (open.pop()!.name !== m[2]) throw new Error(`</${m[2]}> closes nothing`);
    } else {
      const element: Element = { name: m[2], attributes: attributes(m[3]), children: [], text: '' };
      here.children.push(element);
      if (!m[4]) open.push(element);
    }
  }
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '') throw new Error('there is not one root');
  return top.children[0];
}

function attributes(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/([A-Za-z][\w:.-]*)="([^"]*)"/g)].map((m) => [m[1], unescape(m[2])]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescape(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    if (!(name in ENTITIES)) throw new Error(`no entity ${whole}`);
    return ENTITIES[name];
  });
}
