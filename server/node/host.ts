/** Files and the clock on Node. */
import { constants } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutBom } from '../core/text';
import type { Host, HostEntry } from '../host';
import { writeWhole } from './write';

/** Larger files are as if they were not there: no report and no side file is so large. */
const LARGEST = 64 * 1024 * 1024;

/** The machine's own files. Only `file:` URIs are known; any other is as if it were not there. */
export class NodeHost implements Host {
  constructor(private readonly date?: string) {}

  async read(uri: string): Promise<string | null> {
    const file = pathOf(uri);
    if (file === undefined) return null;
    try {
      // Who opens a pipe without this waits until somebody writes into it.
      const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const stat = await handle.stat();
        // A device has no end, and what the system makes up (/proc) no size.
        if (!stat.isFile() || stat.size > LARGEST) return null;
        return stat.size === 0 ? '' : withoutBom(await handle.readFile('utf8'));
      } finally {
        await handle.close();
      }
    } catch {
      return null;
    }
  }

  async list(uri: string): Promise<readonly HostEntry[] | null> {
    const folder = pathOf(uri);
    if (folder === undefined) return null;
    try {
      return (await readdir(folder, { withFileTypes: true })).map((e) => ({ name: e.name, folder: e.isDirectory() }));
    } catch {
      return null;
    }
  }

  async write(uri: string, text: string): Promise<void> {
    const file = pathOf(uri);
    if (file === undefined) throw new Error(uri);
    const folder = path.dirname(file);
    // With `recursive`, a folder that may not be made is told to be missing: asked without, the system says why.
    await mkdir(folder, { recursive: true }).catch(() => mkdir(folder));
    await writeWhole(file, text);
  }

  today(): string {
    if (this.date !== undefined) return this.date;
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
