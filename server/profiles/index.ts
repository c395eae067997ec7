/** The kinds of reports that come with the product. Adding one is its JSON file and one line here. */
import { compileProfile } from '../core/compile-profile';
import type { Profile } from '../core/profile';
import fazhiAnnualReport from './fazhi-annual-report.json';
import officialDocument from './official-document.json';

export const profiles: readonly Profile[] = [fazhiAnnualReport, officialDocument].map(compileProfile);
