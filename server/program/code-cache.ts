/** Compiled code of a program, kept from one session to the next in a folder of its own. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { putFile } from '../node/write';

/** A digest has so many bytes; it stands before the code. */
const DIGEST = 32;
const EXTENSION = '.code';
/** Smaller gains are not worth a file. */
const WORTH = 1.05;

export class CodeCache {
  private readonly file: string;

  /**
   * @param folder where the file lies; made when something is written. Other `.code` files in it are of other versions, and go.
   * @param program the program's bytes; the code is that of these under this Node, and of no other
   */
  constructor(
    private readonly folder: string,
    program: Uint8Array,
  ) {
    const name = createHash('sha256').update(program).update(`${process.version} ${process.arch}`).digest('hex').slice(0, 32);
    this.file = path.join(folder, name + EXTENSION);
  }

  /** What was kept; nothing where there is none or the file is not whole: V8 itself looks at the version alone. */
  read(): Buffer | undefined {
    try {
      const bytes = readFileSync(this.file);
      const code = bytes.subarray(DIGEST);
      return digest(code).equals(bytes.subarray(0, DIGEST)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps code, if it is more than the `taken` bytes that this session began with. A folder that takes no file costs nothing but time. */
  write(code: Buffer, taken: number): void {
    if (code.length < taken * WORTH) return;
    try {
      mkdirSync(this.folder, { recursive: true });
      putFile(this.file, Buffer.concat([digest(code), code]));
      for (const name of readdirSync(this.folder))
        if (name.endsWith(EXTENSION) && name !== path.basename(this.file)) rmSync(path.join(this.folder, name), { force: true });
    } catch {
      // The next start compiles again.
    }
  }
}

function digest(code: Uint8Array): Buffer {
  return createHash('sha256').update(code).digest();
}
