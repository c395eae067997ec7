/** Everything the server can do, in the order in which answers are put together. */
import type { Feature } from '../feature';
import { about } from './about';
import { assistant } from './assistant';
import { colours } from './colours';
import { diagnostics } from './diagnostics';
import { exceptions } from './exceptions';
import { explain } from './explain';
import { figureReferences } from './figure-references';
import { figureRename } from './figure-rename';
import { figures } from './figures';
import { fixes } from './fixes';
import { form } from './form';
import { headings } from './headings';
import { numberCompletion } from './number-completion';
import { numberHover } from './number-hover';
import { numberNavigation } from './number-navigation';
import { numberRename } from './number-rename';
import { numberSymbols } from './number-symbols';
import { phrases } from './phrases';
import { sections } from './sections';
import { selection } from './selection';
import { stamps } from './stamps';
import { structure } from './structure';
import { workspace } from './workspace';

/** Makes the features of one server. */
export function makeFeatures(): readonly Feature[] {
  return [
    diagnostics(),
    fixes,
    exceptions,
    explain,
    structure(),
    headings,
    sections,
    stamps,
    about,
    assistant,
    workspace(),
    numberHover,
    numberCompletion,
    numberNavigation,
    figureRename,
    numberRename,
    numberSymbols,
    colours(),
    figures(),
    figureReferences,
    form,
    phrases,
    selection,
  ];
}
