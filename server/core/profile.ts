/** Kinds of reports. (in work) */
export type BasisLevel = 'law' | 'standard' | 'practice';
/** On what something rests. */
export interface Basis {
  readonly level: BasisLevel;
  readonly title: string;
  readonly article: string | null;
  /** Whether a source was read that says so. What is not confirmed is at most a hint. */
  readonly confirmed: boolean;
}
export interface Profile { readonly id: string }
export interface Alignment { readonly profile: Profile }
