/**
 * Renames a figure: its value changes wherever the same indicator is told with the same value, each written as it was
 * written there. What is reckoned from it (totals, rates) is shown for confirmation beside it; nothing else changes.
 */
import type { AnnotatedTextEdit, ChangeAnnotation, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { BlockContent, type Block } from '../../core/block';
import { compare, type Decimal } from '../../core/decimal';
import { rangeOf } from '../../core/edits';
import type { Figure } from '../../core/facts/figure';
import { plainIndicator } from '../../core/facts/mention';
import { readArabic, readChinese, valueOf, writeLike, type Numeral } from '../../core/facts/numeral';
import type { Relation } from '../../core/facts/relation';
import { scan } from '../../core/facts/scan';
import { counterIndex } from '../../core/tally';
import type { Span } from '../../core/text';
import type { Report } from '../../service';
import type { Context, Feature } from '../feature';
import { figureAt } from '../figures';
import { LSPErrorCodes, ResponseError } from '../wire';

const WORDS = {
  wrong: { 'zh-cn': '请写一个数，如“326”“1.2万”。', en: 'Write a number, such as “326” or “1.2万”.' },
  unlike: {
    'zh-cn': '这个数不能照原来的写法写出，请直接修改。',
    en: 'This number cannot be written the way it stands here; edit it in place.',
  },
  mentions: { 'zh-cn': '同一指标、同一数值的各处', en: 'Every place with this indicator and this value' },
  dependents: { 'zh-cn': '由它算出的合计、比率（请核对后勾选）', en: 'Totals and rates reckoned from it (check before you tick them)' },
} as const;

interface NewText {
  readonly span: Span;
  readonly newText: string;
}

export const figureRename: Feature = {
  prepareRename(_context, report, position) {
    const found = figureAt(report, { start: position, end: position });
    if (!found || found.figure.malformed || found.figure.least) return null;
    const { numeral } = found.figure;
    return {
      range: rangeOf(report.document, found.block, numeral, found.line),
      placeholder: found.block.text.slice(numeral.from, numeral.to),
    };
  },
  rename,
};

function rename({ client }: Context, report: Report, position: Position, newName: string): WorkspaceEdit | ResponseError | null {
  const { locale } = client.wording;
  const found = figureAt(report, { start: position, end: position });
  if (!found || found.figure.malformed || found.figure.least) return null;
  const value = readValue(newName);
  if (!value) return new ResponseError(LSPErrorCodes.RequestFailed, WORDS.wrong[locale]);
  const indicator = plainIndicator(found.block.text, found.figure);
  const same = (block: Block, f: Figure) =>
    f === found.figure ||
    (indicator !== '' &&
      f.unit === found.figure.unit &&
      !f.approximate &&
      !f.least &&
      compare(f.value, found.figure.value) === 0 &&
      plainIndicator(block.text, f) === indicator);
  const { blocks } = report.document;
  const edits: TextEdit[] = [];
  const dependents: TextEdit[] = [];
  for (const block of blocks.with(counterIndex('ink'))) {
    const changed: NewText[] = [];
    for (const f of block.facts.figures) {
      if (!same(block, f)) continue;
      const newText = f === found.figure ? newName : writeLike(block.text, f.numeral, value);
      if (newText === undefined) return new ResponseError(LSPErrorCodes.RequestFailed, WORDS.unlike[locale]);
      changed.push({ span: { from: f.numeral.from, to: f.numeral.to }, newText });
    }
    if (changed.length === 0) continue;
    const line = blocks.lineOf(block);
    const toEdit = ({ span, newText }: NewText): TextEdit => ({ range: rangeOf(report.document, block, span, line), newText });
    edits.push(...changed.map(toEdit));
    if (client.annotations) dependents.push(...dependentsIn(block, changed).map(toEdit));
  }
  if (!client.annotations) return { changes: { [report.uri]: edits } };
  const annotated = (list: readonly TextEdit[], annotationId: string): AnnotatedTextEdit[] =>
    list.map((edit) => ({ ...edit, annotationId }));
  const changeAnnotations: Record<string, ChangeAnnotation> = { mentions: { label: WORDS.mentions[locale] } };
  // Asked for only where there is something to confirm: else the change is made at once.
  if (dependents.length > 0) changeAnnotations.dependents = { label: WORDS.dependents[locale], needsConfirmation: true };
  const textDocument = { uri: report.uri, version: report.version };
  return {
    documentChanges: [{ textDocument, edits: [...annotated(edits, 'mentions'), ...annotated(dependents, 'dependents')] }],
    changeAnnotations,
  };
}

/** A text that is one number and nothing else, as its value. */
function readValue(text: string): Decimal | undefined {
  const { digits, numerals } = scan(text);
  let numeral: Numeral | undefined;
  if (digits.length > 0 && digits[0] === 0) {
    const read = readArabic(text, digits[0], digits[1]);
    if (!read.malformed) numeral = read.numeral;
  } else if (numerals.length > 0 && numerals[0] === 0) numeral = readChinese(text, numerals[0], numerals[1]);
  return numeral && numeral.to === text.length ? valueOf(numeral) : undefined;
}

/** What the change makes wrong in its block and how that would be put right: the total of a changed part, the rate of a changed operand. */
function dependentsIn(block: Block, changed: readonly NewText[]): NewText[] {
  let text = '';
  let at = 0;
  const places: { readonly from: number; readonly to: number; readonly grown: number }[] = [];
  for (const { span, newText } of changed) {
    text += block.text.slice(at, span.from);
    const from = text.length;
    text += newText;
    at = span.to;
    places.push({ from, to: text.length, grown: newText.length - (span.to - span.from) });
  }
  text += block.text.slice(at);
  const { content } = block;
  const { relations } = new BlockContent(content.kind, text, content.eol, content.lineCount, content.context, content.heading).facts;
  const back = (offset: number) => offset - places.filter((p) => p.to <= offset).reduce((n, p) => n + p.grown, 0);
  const isChanged = (f: Figure) => places.some((p) => f.numeral.from < p.to && p.from < f.numeral.to);
  const out = new Map<number, NewText>();
  for (const relation of relations) {
    if (relation.verdict !== 'fails' || !relation.figures.some(isChanged)) continue;
    const result = resultOf(relation);
    if (!result || isChanged(result)) continue;
    const correction = relation.corrections.find(({ figure }) => figure === result);
    const from = back(result.numeral.from);
    if (correction) out.set(from, { span: { from, to: back(result.numeral.to) }, newText: correction.newText });
  }
  return [...out.values()];
}

/** The figure that is reckoned from the others: the total of a sum, the rate or change of its operands. */
function resultOf({ kind, figures }: Relation): Figure | undefined {
  if (kind === 'sum') return figures.reduce((most, f) => (compare(f.value, most.value) > 0 ? f : most));
  return figures.find((f) => f.kind === 'rate' || f.kind === 'points');
}
