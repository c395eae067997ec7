/**
 * Semantic tokens: headings, 发文字号, titles in 《》, places left to be filled.
 *
 * A client that can ask for what is on the screen is offered nothing else, so that a keystroke never costs the whole
 * text; the others may ask for all of it.
 */
import type { Range, SemanticTokens } from 'vscode-languageserver';
import type { Block } from '../../core/block';
import { Ruler, type Span } from '../../core/text';
import type { Report } from '../../service';
import type { Feature } from '../feature';
import { SemanticTokensBuilder } from '../wire';

/** Token types, in the order of the legend. They stand in the manifest with the scopes they are coloured by. */
export const TOKEN_TYPES = ['heading', 'documentNumber', 'citation', 'placeholder'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

/** Makes the feature; it remembers which texts were reports when their colours were asked for. */
export function colours(): Feature {
  const coloured = new Map<string, boolean>();
  return {
    capabilities: (client) => ({
      semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, range: true, full: !client.rangeTokens },
    }),
    register(context) {
      const { semanticTokens } = context.connection.languages;
      const ask = async (uri: string, range?: Range): Promise<SemanticTokens> => {
        const report = await context.report(uri);
        if (report) coloured.set(uri, isReport(report));
        return tokensOf(report, range);
      };
      semanticTokens.on(({ textDocument }) => ask(textDocument.uri));
      semanticTokens.onRange(({ textDocument, range }) => ask(textDocument.uri, range));
    },
    /** Other settings may make a report of a text, or none: an editor asks again only when told to. */
    changed({ client, connection }, report) {
      const before = coloured.get(report.uri);
      if (!client.tokensRefresh || before === undefined || before === isReport(report)) return;
      coloured.set(report.uri, isReport(report));
      void connection.languages.semanticTokens.refresh();
    },
    closed: (_context, uri) => void coloured.delete(uri),
  };
}

function isReport(report: Report): boolean {
  return report.document.traits.profile !== null;
}

/** The tokens of the blocks that a range touches. Costs these blocks. */
function tokensOf(report: Report | undefined, range?: Range): SemanticTokens {
  if (!report || !isReport(report)) return { data: [] };
  const { blocks } = report.document;
  const builder = new SemanticTokensBuilder();
  const first = range ? blocks.at(range.start.line) : { block: blocks.first, line: 0 };
  let { line } = first;
  for (const block of blocks.from(first.block)) {
    if (range && line > range.end.line) break;
    push(builder, block, line);
    line += block.content.lineCount;
  }
  return builder.build();
}

function push(builder: SemanticTokensBuilder, block: Block, line: number): void {
  const { heading } = block.content;
  const { documentNumbers, citations, placeholders } = block.facts;
  if (!heading && documentNumbers.length === 0 && citations.length === 0 && placeholders.length === 0) return;
  const tokens: { span: Span; type: TokenType }[] = [
    ...documentNumbers.map(({ span, placeholder }) => ({
      span,
      type: placeholder ? ('placeholder' as const) : ('documentNumber' as const),
    })),
    ...citations.map(({ span }) => ({ span, type: 'citation' as const })),
    ...placeholders.map(({ span }) => ({ span, type: 'placeholder' as const })),
  ].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const ruler = new Ruler(block.text, line);
  const put = (span: Span, type: TokenType): void => {
    for (const { line: at, character, length } of linesOf(block.text, span, ruler))
      builder.push(at, character, length, TOKEN_TYPES.indexOf(type), 0);
  };
  let at = 0;
  // A heading is coloured around what stands in it.
  const end = heading ? Math.max(heading.number.to, heading.title.to) : 0;
  const upTo = (to: number): void => {
    const from = Math.max(at, heading ? Math.min(heading.number.from, heading.title.from) : 0);
    if (from < Math.min(to, end)) put({ from, to: Math.min(to, end) }, 'heading');
  };
  for (const { span, type } of tokens) {
    if (span.from < at || span.from === span.to) continue;
    upTo(span.from);
    put(span, type);
    at = span.to;
  }
  upTo(end);
}

/** The pieces of a span, line by line: protocol tokens do not run over line ends. */
function* linesOf(text: string, span: Span, ruler: Ruler): Generator<{ line: number; character: number; length: number }> {
  for (let from = span.from; from < span.to;) {
    const rest = /[\r\n]/.exec(text.slice(from, span.to));
    const to = rest ? from + rest.index : span.to;
    if (to > from) yield { ...ruler.at(from), length: to - from };
    from = to + 1;
  }
}
