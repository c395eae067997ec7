/** The kinds of reports that come with the product. */
import type { Profile } from '../core/profile';

export const profiles: readonly Profile[] = [];
