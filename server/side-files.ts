/**
 * The side files of a file lie in a folder `.gongwen` beside it or in a folder above: settings, exceptions, words of the
 * office, stamps, a baseline. Each is looked for by itself; the nearest one counts, alone.
 */
import { parentOf, type Host } from './host';

/** Where the side files of a folder lie. */
export const SIDE_FOLDER = '.gongwen';

/** Whether a URI is that of a side folder or lies in one. Of a folder that has just been made, some watchers tell no more. */
export function isSide(uri: string): boolean {
  return uri.endsWith(`/${SIDE_FOLDER}`) || uri.includes(`/${SIDE_FOLDER}/`);
}

/** A side file that is there. */
export interface SideFile {
  readonly uri: string;
  /** The folder that holds `.gongwen`: what the file speaks of lies in it or below. */
  readonly folder: string;
  readonly text: string;
}

/** Finds side files and remembers where they are. */
export class SideFiles {
  private readonly found = new Map<string, Promise<SideFile | null>>();
  /** Counts the changes of files. */
  private turn = 0;

  constructor(private readonly host: Host) {}

  /** The nearest side file of this name, seen from a file; null when there is none. The same object until something changes. */
  async find(uri: string, name: string): Promise<SideFile | null> {
    const folder = parentOf(uri);
    if (folder === undefined) return null;
    for (;;) {
      const { turn } = this;
      const found = await this.nearest(folder, name);
      // A file that changed while it was being read is read again: nobody is to go on with what it said before.
      if (turn === this.turn) return found;
    }
  }

  /** Where a side file of this name is, or would be written: beside the settings that hold for the file, else in the file's own folder. Undefined for a file that is in no folder. */
  async placeFor(
    uri: string,
    name: string,
  ): Promise<{ readonly uri: string; readonly folder: string; readonly text: string | null } | undefined> {
    const own = parentOf(uri);
    if (own === undefined) return undefined;
    const there = await this.find(uri, name);
    if (there) return there;
    const folder = (await this.find(uri, 'config.json'))?.folder ?? own;
    return { uri: `${folder}/${SIDE_FOLDER}/${name}`, folder, text: null };
  }

  /** Forgets what was read: a file has changed. */
  forget(): void {
    this.turn++;
    this.found.clear();
  }

  private nearest(folder: string, name: string): Promise<SideFile | null> {
    const key = `${name} ${folder}`;
    let found = this.found.get(key);
    if (!found) this.found.set(key, (found = this.look(folder, name)));
    return found;
  }

  private async look(folder: string, name: string): Promise<SideFile | null> {
    const uri = `${folder}/${SIDE_FOLDER}/${name}`;
    const text = await this.host.read(uri);
    if (text !== null) return { uri, folder, text };
    const parent = parentOf(folder);
    return parent === undefined || parent === folder ? null : this.nearest(parent, name);
  }
}

/** A file's path below a folder, as a person writes it; undefined for a file that lies elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  if (!uri.startsWith(`${folder}/`)) return undefined;
  const path = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
