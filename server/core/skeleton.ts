/** Empty reports: a profile's templates as text. Lines end with `\n`. */
import type { Profile } from './profile';

/** Who writes about which year; what is not known becomes a placeholder. */
export interface SkeletonOptions {
  readonly issuer: string | null;
  readonly year: number | null;
}

/** The text of an empty report, from title to date; ends with a line end. */
export function reportSkeleton(profile: Profile, options: SkeletonOptions): string {
  void [profile, options];
  throw new Error('in work');
}

/** Heading and template of one section, without a line end at its end. `label` replaces `二、`. */
export function sectionSkeleton(profile: Profile, sectionId: string, options: { readonly year: number | null; readonly number: number; readonly label?: string; readonly issuer?: string | null }): string {
  void [profile, sectionId, options];
  throw new Error('in work');
}
