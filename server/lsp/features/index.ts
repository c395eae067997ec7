/** Everything the server can do, in the order in which answers are put together. */
import type { Feature } from '../feature';
import { diagnostics } from './diagnostics';
import { explain } from './explain';
import { fixes } from './fixes';
import { headings } from './headings';
import { sections } from './sections';
import { structure } from './structure';

/** Makes the features of one server. */
export function makeFeatures(): readonly Feature[] {
  return [diagnostics(), fixes, explain, structure(), headings, sections];
}
