// Which desktop VS Code can be had: one try, 20 seconds.
import { spawnSync } from 'node:child_process';
import { canShowWindows, root } from './setup.mjs';

/** Path of a desktop VS Code that @vscode/test-electron has or can download, or why there is none. @returns {{executable?: string, why?: string}} */
export function desktopVSCode() {
  if (!canShowWindows()) return { why: process.getuid?.() === 0 ? 'running as root' : 'no display' };
  const load = `import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
    console.log(await downloadAndUnzipVSCode({ version: 'stable', reporter: new SilentReporter(), timeout: 20_000 }));`;
  const r = spawnSync(process.execPath, ['--input-type=module', '-e', load], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  const executable = r.status === 0 ? r.stdout.trim().split('\n').at(-1) : undefined;
  return executable ? { executable } : { why: 'it could not be downloaded within 20 seconds' };
}
