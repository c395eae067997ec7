/** Running the command line in this process, and folders of drafts for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint } from '../../server/cli/lint';
import { REPORT } from '../support/texts';

/** A report with one wrong document number that a safe fix mends, and one sum that no fix may touch. */
export const FAULTY = REPORT.replace('现将我局', '根据《关于加强执法监督的通知》（临政办发[2025]12号），现将我局').replace(
  '其中食品类70件',
  '其中食品类75件',
);

export async function run(args: string[], env: Record<string, string> = {}, stdin?: Buffer) {
  let out = '';
  let err = '';
  let bytes = Buffer.alloc(0);
  const code = await lint(
    args,
    {
      out: (t) => (out += `${t}\n`),
      err: (t) => (err += `${t}\n`),
      bytes: (b) => (bytes = Buffer.concat([bytes, b])),
      stdin: () => stdin ?? Buffer.alloc(0),
      version: '1.2.3',
    },
    env,
  );
  return { code, out, err, bytes };
}

/** A folder that is removed when it is no longer wanted. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), '稿件 (1) '));

  put(name: string, text: string | Uint8Array): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
