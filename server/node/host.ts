/** Files and the clock on Node. */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutBom } from '../core/text';
import type { Host, HostEntry } from '../host';

/** The machine's own files. Only `file:` URIs are known; any other is as if it were not there. */
export class NodeHost implements Host {
  constructor(private readonly date?: string) {}

  async read(uri: string): Promise<string | null> {
    const file = pathOf(uri);
    if (file === undefined) return null;
    try {
      return withoutBom(await readFile(file, 'utf8'));
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
    await mkdir(path.dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.tmp`;
    try {
      await writeFile(beside, text, 'utf8');
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
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
