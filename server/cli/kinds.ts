/** The kinds of reports that `--profile` may name: those of the product, and those of the offices whose files are named. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../core/messages';
import type { Profile } from '../core/profile';
import { NodeHost } from '../node/host';
import { ProfileFiles } from '../overlay';
import { profiles as bundled } from '../profiles';
import { visible } from './visible';

/** Each once. Options among the arguments are passed over; what is wrong in a file is said when it is read for a report. */
export async function kindsFor(args: readonly string[]): Promise<Profile[]> {
  const files = new ProfileFiles(new NodeHost(), bundled, () => undefined);
  const folders = ['.', ...args.filter((arg) => !arg.startsWith('-'))].map((arg) => pathToFileURL(path.resolve(arg)).href);
  const known = await Promise.all(folders.map((folder) => files.in(folder)));
  return [...new Map([...bundled, ...known.flat()].map((kind) => [kind.id, kind])).values()];
}

/** Their ids. */
export async function kindIds(args: readonly string[]): Promise<string[]> {
  return (await kindsFor(args)).map(({ id }) => id);
}

/** A list of kinds, for `--help`. */
export function kindLines(kinds: readonly Profile[], locale: Locale): string {
  return kinds.map(({ id, title }) => `  ${id.padEnd(28)}${visible(title[locale])}`).join('\n');
}
