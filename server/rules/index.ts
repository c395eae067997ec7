/** Every rule, by family. Adding a rule is its file and one line here. */
import type { Rule } from '../core/rule';
import dateImpossible from './date/impossible';
import documentNumberConflict from './document-number/conflict';
import documentNumberCourtCase from './document-number/court-case';
import documentNumberCreditCode from './document-number/credit-code';
import documentNumberDecree from './document-number/decree';
import documentNumberOrder from './document-number/order';
import documentNumberPlaceholder from './document-number/placeholder';
import documentNumberStandard from './document-number/standard';
import documentNumberYear from './document-number/year';
import documentNumberMalformed from './document-number/malformed';
import figureCompletion from './figure/completion';
import figureExceedsWhole from './figure/exceeds-whole';
import figureFunnel from './figure/funnel';
import figureRate from './figure/rate';
import figureSum from './figure/sum';
import sectionMissing from './section/missing';
import sectionNotSeparate from './section/not-separate';
import sectionTitle from './section/title';
import sectionEmpty from './section/empty';
import sectionYear from './section/year';
import sectionOrder from './section/order';
import sectionDuplicate from './section/duplicate';
import sectionNoCause from './section/no-cause';
import sectionThematic from './section/thematic';
import formatTitle from './format/title';
import headingMark from './heading/mark';
import headingRunIn from './heading/run-in';
import headingSequence from './heading/sequence';
import punctuationHalfWidth from './punctuation/half-width';
import punctuationMonthDay from './punctuation/month-day';
import punctuationSpace from './punctuation/space';
import punctuationUnbalanced from './punctuation/unbalanced';
import residuePlaceholder from './residue/placeholder';
import residueWebPage from './residue/web-page';
import wordingConfusable from './wording/confusable';

export const rules: readonly Rule[] = [
  dateImpossible,
  documentNumberConflict,
  documentNumberCourtCase,
  documentNumberCreditCode,
  documentNumberDecree,
  documentNumberOrder,
  documentNumberPlaceholder,
  documentNumberStandard,
  documentNumberYear,
  documentNumberMalformed,
  figureCompletion,
  figureExceedsWhole,
  figureFunnel,
  figureRate,
  figureSum,
  sectionMissing,
  sectionNotSeparate,
  sectionTitle,
  sectionEmpty,
  sectionYear,
  sectionOrder,
  sectionDuplicate,
  sectionNoCause,
  sectionThematic,
  formatTitle,
  headingMark,
  headingRunIn,
  headingSequence,
  punctuationHalfWidth,
  punctuationMonthDay,
  punctuationSpace,
  punctuationUnbalanced,
  residuePlaceholder,
  residueWebPage,
  wordingConfusable,
];
