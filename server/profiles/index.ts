/** The kinds of reports that come with the product, in the order to try and to offer them. Adding one is its JSON file and one line here. */
import { compileProfile } from '../core/compile-profile';
import type { Profile } from '../core/profile';
import disclosureAnnualReport from './disclosure-annual-report.json';
import dutyReport from './duty-report.json';
import enforcementAnnualReport from './enforcement-annual-report.json';
import fazhiAnnualReport from './fazhi-annual-report.json';
import finalAccounts from './final-accounts.json';
import governmentWorkReport from './government-work-report.json';
import officialDocument from './official-document.json';
import reconsiderationReport from './reconsideration-report.json';

export const profiles: readonly Profile[] = [
  fazhiAnnualReport,
  disclosureAnnualReport,
  enforcementAnnualReport,
  reconsiderationReport,
  finalAccounts,
  governmentWorkReport,
  dutyReport,
  officialDocument,
].map((data) => compileProfile(data, true));
