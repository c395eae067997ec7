/** Everything the server can do, in the order in which answers are put together. */
import type { Feature } from '../feature';
import { about } from './about';
import { diagnostics } from './diagnostics';
import { exceptions } from './exceptions';
import { explain } from './explain';
import { fixes } from './fixes';
import { headings } from './headings';
import { sections } from './sections';
import { stamps } from './stamps';
import { structure } from './structure';

/** Makes the features of one server. */
export function makeFeatures(): readonly Feature[] {
  return [diagnostics(), fixes, exceptions, explain, structure(), headings, sections, stamps, about];
}
