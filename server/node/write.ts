/** Writing files so that nothing is ever half-written, whatever happens between: a full disk, a killed process. */
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A name beside a file that nobody can foresee: nothing lies there, no link either. */
function beside(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Writes a text beside a file first, then renames it over the file. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const made = beside(file);
  try {
    await writeFile(made, text, { encoding: 'utf8', flag: 'wx' });
    await rename(made, file);
  } catch (error) {
    await rm(made, { force: true });
    throw error;
  }
}

/** The same for bytes, before the process goes on; for what a process leaves behind at its end. */
export function putFile(file: string, bytes: Uint8Array, mode?: number): void {
  const made = beside(file);
  try {
    writeFileSync(made, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(made, mode);
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
}

/** The same for a file that is there: it keeps its mode, and a link stays a link. */
export function replaceFile(name: string, bytes: Uint8Array): void {
  const file = realpathSync(name);
  putFile(file, bytes, statSync(file).mode);
}

/** Makes a file with its folders. Throws EEXIST where there is one; a file that cannot be written whole is taken away again. */
export function createFile(file: string, text: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const handle = openSync(file, 'wx');
  try {
    writeFileSync(handle, text, 'utf8');
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}
