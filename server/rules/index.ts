/** Every rule, by family. Adding a rule is its file and one line here. */
import type { Rule } from '../core/rule';
import attachmentList from './attachment/list';
import attachmentMissing from './attachment/missing';
import attachmentUnreferenced from './attachment/unreferenced';
import citationUntitled from './citation/untitled';
import dateCutOff from './date/cut-off';
import dateDeadline from './date/deadline';
import dateForm from './date/form';
import dateImpossible from './date/impossible';
import dateYear from './date/year';
import dateWeekday from './date/weekday';
import dateRange from './date/range';
import documentNumberConflict from './document-number/conflict';
import documentNumberCourtCase from './document-number/court-case';
import documentNumberCreditCode from './document-number/credit-code';
import documentNumberDecree from './document-number/decree';
import documentNumberOrder from './document-number/order';
import documentNumberPlaceholder from './document-number/placeholder';
import documentNumberStandard from './document-number/standard';
import documentNumberYear from './document-number/year';
import documentNumberMalformed from './document-number/malformed';
import exceptionUnused from './exception/unused';
import figureArity from './figure/arity';
import figureAverage from './figure/average';
import figureCompletion from './figure/completion';
import figureContradiction from './figure/contradiction';
import figureCount from './figure/count';
import figureExceedsWhole from './figure/exceeds-whole';
import figureFlow from './figure/flow';
import figureFunnel from './figure/funnel';
import figureGrowth from './figure/growth';
import figureIdentity from './figure/identity';
import figureRank from './figure/rank';
import figureRate from './figure/rate';
import figureRateFeasible from './figure/rate-feasible';
import figureRestatement from './figure/restatement';
import figureSum from './figure/sum';
import figureTable from './figure/table';
import figureUnit from './figure/unit';
import figureUnreadable from './figure/unreadable';
import sectionMissing from './section/missing';
import sectionNotSeparate from './section/not-separate';
import sectionTitle from './section/title';
import sectionEmpty from './section/empty';
import sectionYear from './section/year';
import sectionOrder from './section/order';
import sectionDuplicate from './section/duplicate';
import sectionNoCause from './section/no-cause';
import sectionThematic from './section/thematic';
import formatAddressee from './format/addressee';
import formatClosing from './format/closing';
import formatEncoding from './format/encoding';
import formatLongLine from './format/long-line';
import formatNote from './format/note';
import formatSignature from './format/signature';
import formatTitle from './format/title';
import headingLevel from './heading/level';
import headingMark from './heading/mark';
import headingMixed from './heading/mixed';
import headingRunIn from './heading/run-in';
import headingSequence from './heading/sequence';
import punctuationDoubled from './punctuation/doubled';
import punctuationHalfWidth from './punctuation/half-width';
import punctuationMonthDay from './punctuation/month-day';
import punctuationPauseMark from './punctuation/pause-mark';
import punctuationSpace from './punctuation/space';
import punctuationUnbalanced from './punctuation/unbalanced';
import residueLastYear from './residue/last-year';
import residuePlaceholder from './residue/placeholder';
import residueWebPage from './residue/web-page';
import wordingConfusable from './wording/confusable';

export const rules: readonly Rule[] = [
  attachmentList,
  attachmentMissing,
  attachmentUnreferenced,
  citationUntitled,
  dateCutOff,
  dateDeadline,
  dateForm,
  dateImpossible,
  dateYear,
  dateWeekday,
  dateRange,
  documentNumberConflict,
  documentNumberCourtCase,
  documentNumberCreditCode,
  documentNumberDecree,
  documentNumberOrder,
  documentNumberPlaceholder,
  documentNumberStandard,
  documentNumberYear,
  documentNumberMalformed,
  exceptionUnused,
  figureArity,
  figureAverage,
  figureCompletion,
  figureContradiction,
  figureCount,
  figureExceedsWhole,
  figureFlow,
  figureFunnel,
  figureGrowth,
  figureIdentity,
  figureRank,
  figureRate,
  figureRateFeasible,
  figureRestatement,
  figureSum,
  figureTable,
  figureUnit,
  figureUnreadable,
  sectionMissing,
  sectionNotSeparate,
  sectionTitle,
  sectionEmpty,
  sectionYear,
  sectionOrder,
  sectionDuplicate,
  sectionNoCause,
  sectionThematic,
  formatAddressee,
  formatClosing,
  formatEncoding,
  formatLongLine,
  formatNote,
  formatSignature,
  formatTitle,
  headingLevel,
  headingMark,
  headingMixed,
  headingRunIn,
  headingSequence,
  punctuationDoubled,
  punctuationHalfWidth,
  punctuationMonthDay,
  punctuationPauseMark,
  punctuationSpace,
  punctuationUnbalanced,
  residueLastYear,
  residuePlaceholder,
  residueWebPage,
  wordingConfusable,
];
