/** The kinds of reports that `--profile` may name: those of the product, and those of the offices whose files are named. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NodeHost } from '../node/host';
import { ProfileFiles } from '../overlay';
import { profiles as bundled } from '../profiles';

/** Their ids. Options among the arguments are passed over; what is wrong in a file is said when it is read for a report. */
export async function kindIds(args: readonly string[]): Promise<string[]> {
  const files = new ProfileFiles(new NodeHost(), bundled, () => undefined);
  const folders = ['.', ...args.filter((arg) => !arg.startsWith('-'))].map((arg) => pathToFileURL(path.resolve(arg)).href);
  const known = await Promise.all(folders.map((folder) => files.in(folder)));
  return [...new Set([...bundled, ...known.flat()].map(({ id }) => id))];
}
