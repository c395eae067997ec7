/**
 * Everything that is understood in a block, read once, when the block is born.
 *
 * One small reader per thing; text in, facts out. The order is the order of trust: what looks like a number and is none
 * (identifiers) is read first, and the readers after it leave those places alone.
 */
import type { BlockContent } from '../block';
import { readBrackets, type BracketFault } from './bracket';
import { readCauses } from './cause';
import { readCitations, type Citation } from './citation';
import { readConfusables, type Confusable } from './confusable';
import { readCutOffs } from './cut-off';
import { readDates, type DateFact } from './date';
import { readDirective, type Directive } from './directive';
import { readDocumentNumbers, type DocumentNumber } from './document-number';
import { readFigures, type Figure } from './figure';
import { readAttachmentMentions, readForm, readPleas, type AttachmentMention, type FormLine } from './form';
import { isMisshapen, readIdentifiers, type FormalIdentifier, type Identifier } from './identifier';
import { readLastYear, type LastYearMark } from './last-year';
import { readLeads, type Lead } from './lead';
import { readHalfWidth, countFullWidth, type HalfWidthMark } from './mark';
import { readDoubledMarks, readPauseMarks, type DoubledMark } from './mark-fault';
import { readMonthDays, type MonthDay } from './month-day';
import { readPlaceholders, type Placeholder } from './placeholder';
import { readRelations, type Relation } from './relation';
import { readWebResidue, type WebResidue } from './residue';
import { C, scan, type Scan } from './scan';
import { readSpaces, type StraySpace } from './space';
import { readTables, type StatedTable } from './table-sum';
import { joinWrappedNumbers } from './wrapped-number';
import type { Heading } from './heading';
import { overlaps, type Span } from '../text';

/** The facts of one block. Spans are offsets in the block's text. */
export interface Facts {
  /** Names of the facts that are there, as bits (`factBits`). */
  readonly bits: number;
  readonly heading: Heading | undefined;
  /** Run-in leads: 一是、第一、首先. */
  readonly leads: readonly Lead[];
  /** What looks like a quantity or a document number and is neither: 12315, 案号, 标准号, URL … In order of place. */
  readonly identifiers: readonly Identifier[];
  /** Those of the identifiers that have a form of their own and do not keep to it. */
  readonly misshapen: readonly FormalIdentifier[];
  /** 发文字号, well-formed or not. */
  readonly documentNumbers: readonly DocumentNumber[];
  readonly dates: readonly DateFact[];
  /** Titles in 《》. */
  readonly citations: readonly Citation[];
  /** Quantities with their unit and 指标. */
  readonly figures: readonly Figure[];
  /** Those of the figures whose digits are no number (1,23,456). */
  readonly unreadable: readonly Figure[];
  /** How figures of one clause stand to each other: total and parts, rate and operands … */
  readonly relations: readonly Relation[];
  /** Those of the relations that the figures do not bear out, or may not. */
  readonly disputed: readonly Relation[];
  /** The table that the block is, if it is one. */
  readonly tables: readonly StatedTable[];
  readonly brackets: readonly BracketFault[];
  readonly halfWidthMarks: readonly HalfWidthMark[];
  readonly fullWidthMarks: number;
  /** Two marks where one belongs: ，。 */
  readonly doubledMarks: readonly DoubledMark[];
  /** Pause marks between titles or quotations: 《甲》、《乙》. */
  readonly pauseMarks: readonly Span[];
  readonly spaces: readonly StraySpace[];
  readonly monthDays: readonly MonthDay[];
  readonly confusables: readonly Confusable[];
  readonly placeholders: readonly Placeholder[];
  /** What the roll-over of last year's report has left. No other fact lies inside these marks. */
  readonly lastYear: readonly LastYearMark[];
  /** 截止 where 截至 belongs. */
  readonly cutOffs: readonly Span[];
  /** A line of the form: 附件说明, 附件, 抄送 … */
  readonly form: FormLine | undefined;
  /** Attachments named by number: 见附件3. */
  readonly attachmentMentions: readonly AttachmentMention[];
  /** Words that ask for a decision: 请批示. */
  readonly pleas: readonly Span[];
  readonly webResidue: readonly WebResidue[];
  readonly directive: Directive | undefined;
  /** How many words give a cause. */
  readonly causes: number;
  /** How many U+FFFD there are. */
  readonly replacements: number;
  /** How many white-space characters there are. */
  readonly spaceCount: number;
}

/** Facts that a block rule may declare to read. */
export const FACT_NAMES = [
  'heading',
  'leads',
  'identifiers',
  'documentNumbers',
  'dates',
  'citations',
  'figures',
  'relations',
  'brackets',
  'halfWidthMarks',
  'spaces',
  'monthDays',
  'confusables',
  'placeholders',
  'webResidue',
  'directive',
  'tables',
  'lastYear',
  'cutOffs',
  'form',
  'pleas',
  'doubledMarks',
  'unreadable',
  'disputed',
  'misshapen',
] as const satisfies readonly (keyof Facts)[];

export type FactName = (typeof FACT_NAMES)[number];

/** The bits of some names of facts. */
export function factBits(names: readonly FactName[]): number {
  return names.reduce((bits, name) => bits | (1 << FACT_NAMES.indexOf(name)), 0);
}

const NONE: readonly never[] = Object.freeze([]);

const EMPTY: Facts = Object.freeze({
  bits: 0,
  heading: undefined,
  leads: NONE,
  identifiers: NONE,
  misshapen: NONE,
  documentNumbers: NONE,
  dates: NONE,
  citations: NONE,
  figures: NONE,
  unreadable: NONE,
  relations: NONE,
  disputed: NONE,
  tables: NONE,
  brackets: NONE,
  halfWidthMarks: NONE,
  fullWidthMarks: 0,
  doubledMarks: NONE,
  pauseMarks: NONE,
  spaces: NONE,
  monthDays: NONE,
  confusables: NONE,
  placeholders: NONE,
  lastYear: NONE,
  cutOffs: NONE,
  form: undefined,
  attachmentMentions: NONE,
  pleas: NONE,
  webResidue: NONE,
  directive: undefined,
  causes: 0,
  replacements: 0,
  spaceCount: 0,
});

/** Reads a block. Silent kinds (fence, comment, front matter, page number, opaque line) have no facts. */
export function readFacts(content: BlockContent): Facts {
  switch (content.kind) {
    case 'blank':
    case 'fence':
    case 'front-matter':
    case 'comment':
    case 'page':
    case 'opaque':
      return EMPTY;
    case 'directive': {
      const directive = readDirective(content.text);
      return { ...EMPTY, directive, bits: directive ? factBits(['directive']) : 0 };
    }
  }
  let s = scan(content.text);
  const lastYear = readLastYear(s);
  if (lastYear.length > 0) s = scan(masked(content.text, lastYear));
  const webResidue = readWebResidue(s);
  // A line of a web page's furniture is no text of the report: nothing else is read from it.
  if (webResidue.length > 0) return withBits({ ...EMPTY, webResidue });
  const replacements = s.has & C.ODD ? count(s, 0xfffd) : 0;
  // Text opened in the wrong encoding: there is nothing to read.
  if (replacements > 2 && replacements * GARBLED > s.text.length) return { ...EMPTY, replacements };
  const identifiers = readIdentifiers(s);
  const documentNumbers = outside(joinWrappedNumbers(s, readDocumentNumbers(s, identifiers)), lastYear);
  const dates = readDates(s, identifiers);
  const citations = readCitations(s, documentNumbers);
  const figures = readFigures(s, { identifiers, documentNumbers, dates, citations, heading: content.heading });
  const relations = readRelations(s, figures);
  return withBits({
    bits: 0,
    heading: content.heading,
    leads: readLeads(s, content.heading),
    identifiers,
    misshapen: some(identifiers, isMisshapen),
    documentNumbers,
    dates,
    citations,
    figures,
    unreadable: some(figures, isMalformed),
    relations,
    disputed: some(relations, isDisputed),
    tables: content.kind === 'table' ? readTables(s) : NONE,
    brackets: readBrackets(s, documentNumbers),
    halfWidthMarks: readHalfWidth(s, identifiers, documentNumbers),
    fullWidthMarks: countFullWidth(s),
    doubledMarks: readDoubledMarks(s, content.heading),
    pauseMarks: readPauseMarks(s),
    spaces: readSpaces(s, citations),
    monthDays: readMonthDays(s),
    confusables: readConfusables(s),
    placeholders: readPlaceholders(s, documentNumbers),
    lastYear,
    cutOffs: readCutOffs(s.text),
    form: readForm(s),
    attachmentMentions: readAttachmentMentions(s),
    pleas: readPleas(s.text),
    webResidue,
    directive: undefined,
    causes: readCauses(s),
    replacements,
    spaceCount: s.spaces.length,
  });
}

/** Those facts that are such; mostly there are none, and nothing is made. */
function some<T, S extends T>(facts: readonly T[], is: ((fact: T) => fact is S) | ((fact: T) => boolean)): readonly S[] {
  let found: S[] | undefined;
  for (let i = 0; i < facts.length; i++) if (is(facts[i])) (found ??= []).push(facts[i] as S);
  return found ?? NONE;
}

function isMalformed(figure: Figure): boolean {
  return figure.malformed;
}

function isDisputed({ verdict }: Relation): boolean {
  return verdict === 'fails' || verdict === 'doubtful';
}

/** The text with what stands in marks made meaningless, at its length. */
function masked(text: string, marks: readonly LastYearMark[]): string {
  let out = '';
  let at = 0;
  for (const { span } of marks) {
    out += text.slice(at, span.from) + '某'.repeat(span.to - span.from);
    at = span.to;
  }
  return out + text.slice(at);
}

/** With one U+FFFD in so many characters, a text is taken to be in another encoding. */
export const GARBLED = 10;

function count(s: Scan, code: number): number {
  let n = 0;
  for (const at of s.odd) if (s.text.charCodeAt(at) === code) n++;
  return n;
}

/** The facts that touch none of the spans: what a mark of last year's covers is no part of a number. */
function outside<T extends { readonly span: Span }>(facts: readonly T[], covered: readonly { readonly span: Span }[]): readonly T[] {
  return covered.length === 0 ? facts : facts.filter(({ span }) => !covered.some((c) => overlaps(c.span, span)));
}

const BIT = Object.fromEntries(FACT_NAMES.map((name) => [name, factBits([name])])) as Readonly<Record<FactName, number>>;

/** Which facts are there. Written out: asked by name of every block, it took a thirtieth of all the time. */
export function bitsOf(facts: Pick<Facts, FactName>): number {
  return (
    (facts.heading ? BIT.heading : 0) |
    (facts.directive ? BIT.directive : 0) |
    (facts.form ? BIT.form : 0) |
    (facts.leads.length > 0 ? BIT.leads : 0) |
    (facts.identifiers.length > 0 ? BIT.identifiers : 0) |
    (facts.documentNumbers.length > 0 ? BIT.documentNumbers : 0) |
    (facts.dates.length > 0 ? BIT.dates : 0) |
    (facts.citations.length > 0 ? BIT.citations : 0) |
    (facts.figures.length > 0 ? BIT.figures : 0) |
    (facts.relations.length > 0 ? BIT.relations : 0) |
    (facts.brackets.length > 0 ? BIT.brackets : 0) |
    (facts.halfWidthMarks.length > 0 ? BIT.halfWidthMarks : 0) |
    (facts.spaces.length > 0 ? BIT.spaces : 0) |
    (facts.monthDays.length > 0 ? BIT.monthDays : 0) |
    (facts.confusables.length > 0 ? BIT.confusables : 0) |
    (facts.placeholders.length > 0 ? BIT.placeholders : 0) |
    (facts.webResidue.length > 0 ? BIT.webResidue : 0) |
    (facts.tables.length > 0 ? BIT.tables : 0) |
    (facts.lastYear.length > 0 ? BIT.lastYear : 0) |
    (facts.cutOffs.length > 0 ? BIT.cutOffs : 0) |
    (facts.pleas.length > 0 ? BIT.pleas : 0) |
    (facts.doubledMarks.length > 0 ? BIT.doubledMarks : 0) |
    (facts.unreadable.length > 0 ? BIT.unreadable : 0) |
    (facts.disputed.length > 0 ? BIT.disputed : 0) |
    (facts.misshapen.length > 0 ? BIT.misshapen : 0)
  );
}

/** Fills in the bits. The object is this module's own and has not been seen by anybody yet. */
function withBits(facts: { -readonly [K in keyof Facts]: Facts[K] }): Facts {
  facts.bits = bitsOf(facts);
  return facts;
}
