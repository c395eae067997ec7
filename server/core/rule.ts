/**
 * What a rule is, and what it finds.
 *
 * A rule looks at one of four views (a block, a group of facts that speak of the same thing, the outline, the tallies
 * of the whole) and yields findings. A finding may hold fixes. Findings hold no words, no line numbers: message ids and
 * arguments become words, and spans become lines, at the edge.
 */
import type { Block, FactName, Place } from './block';
import type { FactMember } from './fact-index';
import type { Args, Messages } from './messages';
import type { Layout } from './layout';
import type { Alignment } from './alignment';
import type { Basis, Profile } from './profile';
import type { Outline } from './outline';
import type { CounterName } from './tally';
import type { DocumentTraits, TraitName } from './traits';

export type { Basis, BasisLevel } from './profile';

/** 错误、警告、信息、提示. What each means: `docs/write-a-rule.md`. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How sure a finding is: 必错 (provable), 疑似 (probable), 提示 (advice). Shown with the message. */
export type Certainty = 'certain' | 'likely' | 'advice';

/** A replacement inside a block, a new stretch of lines after a block (or at the start), or the removal of a whole block. Rules write `\n`; the edge writes the file's own line end. */
export type Edit =
  | { readonly block: Block; readonly span: Place['span']; readonly newText: string }
  | { readonly after: Block | 'start'; readonly newText: string }
  | { readonly remove: Block };

/** A repair that the editor may apply. */
export interface Fix {
  /** Id of the title among the rule's messages. */
  readonly message: string;
  readonly args?: Args;
  /** The edits, or how to make them when they are costly: asked only when the fix is wanted. */
  readonly edits: readonly Edit[] | (() => readonly Edit[]);
  /** Cannot change what the document says. Only safe fixes are applied together, without a person looking at each. A figure never changes without a person. */
  readonly safe: boolean;
}

/** Another place that belongs to a finding: an operand, the earlier mention. */
export interface Related {
  readonly at: Place;
  readonly message: string;
  readonly args?: Args;
}

/** What a rule yields. */
export interface Finding {
  readonly at: Place;
  /** Id among the rule's messages. */
  readonly message: string;
  readonly args?: Args;
  /** Where this case is milder (or graver) than the rule's own severity. */
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  /** Where this case rests on something else than the rule's own basis. */
  readonly basis?: readonly Basis[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** For something absent: the id of what is absent. Part of the finding's fingerprint. */
  readonly absent?: string;
}

interface RuleBase {
  /** `family/name`; names the defect. */
  readonly id: string;
  /** Former ids. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** On what the rule rests. `'profile'`: on the legal basis of the report's kind. */
  readonly basis: readonly Basis[] | 'profile';
  /** `what` the defect is in general, `why` it matters and `todo` are printed on the rule's page and in hovers; the others are messages and fix titles. */
  readonly messages: Messages & { readonly what: Messages[string]; readonly why: Messages[string]; readonly todo: Messages[string] };
  /** Not shown unless the settings give the rule a level by name. */
  readonly optional?: boolean;
  /** In the final check (送审检查), at least so grave: what must be gone before a report leaves the house. */
  readonly final?: Severity;
  /** Traits of the document that the check reads. When one changes, the rule runs again. */
  readonly needs?: readonly TraitName[];
}

/** Looks at one block, and only at blocks that hold one of the facts named. */
export interface BlockRule extends RuleBase {
  readonly view: 'block';
  readonly reads: readonly FactName[];
  check(block: Block, traits: DocumentTraits): Iterable<Finding>;
}

/** Facts that speak of the same thing, in document order. */
export interface Group {
  readonly key: string;
  readonly members: readonly FactMember[];
}

/** Looks at a group of facts under one key. `keys` is the part of the key before its first colon; several where the rule compares in more than one way. */
export interface GroupRule extends RuleBase {
  readonly view: 'group';
  readonly keys: string | readonly string[];
  check(group: Group, traits: DocumentTraits): Iterable<Finding>;
}

/** What an outline rule sees. */
export interface OutlineView {
  readonly outline: Outline;
  readonly layout: Layout;
  readonly traits: DocumentTraits;
  /** The profile and how its sections stand to the outline; null for a text without mandated sections. */
  readonly profile: Profile | null;
  readonly alignment: Alignment | null;
  /** Where a finding about something absent stands: the title, else the first block. */
  readonly top: Place;
  /** The last block that is not blank. Ask it when a fix is made, not before: text may be added behind it meanwhile. */
  readonly bottom: Block;
}

/** Looks at the sections. Runs again when a heading, a run-in lead or a counter of a section has changed. */
export interface OutlineRule extends RuleBase {
  readonly view: 'outline';
  check(view: OutlineView): Iterable<Finding>;
}

/** What a tally rule sees. */
export interface TallyView {
  readonly traits: DocumentTraits;
  /** Sum of a counter over the document. */
  count(counter: CounterName): number;
  /** The first block with a share of the counter. */
  first(counter: CounterName): Block | undefined;
  /** Every block with a share of the counter, in order. Costs their number: for a fix, not for a check. */
  all(counter: CounterName): Iterable<Block>;
}

/** Looks at sums over the whole document; yields one finding at most, at the first place. */
export interface TallyRule extends RuleBase {
  readonly view: 'tally';
  readonly counters: readonly CounterName[];
  check(view: TallyView): Iterable<Finding>;
}

export type Rule = BlockRule | GroupRule | OutlineRule | TallyRule;

/**
 * A sample: test and manual at once, kept in a second export (`examples`) that no bundle holds.
 *
 * `⟦ ⟧` in `wrong` must be exactly the rule's findings; `fixed` must be the text after the first fix of each, and be
 * silent in turn. `right` must give nothing. Two marks without text between them stand for a finding of no length.
 */
export interface Example {
  /** Kind of report to lint it as; default: `official-document`. */
  readonly profile?: string;
  readonly wrong?: string;
  readonly fixed?: string;
  readonly right?: string;
  /** Report year, where the sample does not say. */
  readonly year?: number;
  /** A word to the reader of the manual. */
  readonly note?: string;
}

/** Gives a rule its type. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
