#!/usr/bin/env node
// Stands in for a desktop VS Code in test runs: takes the arguments that @vscode/test-electron starts it with,
// runs the suite in VS Code's server and a headless Chromium, prints what the extension host prints, exits 0 or 1.
//
// VS Code reports 0 also when the extension host exits or is killed in mid-run: only the result file that a suite
// writes at its end (test-vscode.mjs asks for it) is proof that it passed.
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { VSCodeHost } from './vscode-host.mjs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' }, // taken, not used: each run has its own
    'extensions-dir': { type: 'string' },
  },
});
if (!values.extensionTestsPath) {
  console.error('only test runs (--extensionTestsPath) are supported');
  process.exit(2);
}
const limit = Number(process.env.TEST_LIMIT_MS ?? 300_000);

// Lines the workbench itself logs; all others come from the extension host.
const OWN =
  /^(%c|Resolv|Creating a socket|Updating additional|Ignoring fetching|Loading development|Canceled|\[(AgentHost|AccountPolicy|Service Worker|reconnection|ChatModel|DefaultAccount))/;

const host = new VSCodeHost({ testing: true });
const stop = () => host.stop().then(() => process.exit(1));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
let code = 1;
try {
  await host.start();
  code = await new Promise((done, fail) => {
    setTimeout(() => {
      console.error(`the tests did not end within ${limit} ms`);
      done(1);
    }, limit).unref();
    host
      .open({
        place: positionals[0] && path.resolve(positionals[0]),
        payload: [
          ...(values.extensionDevelopmentPath ?? []).map((p) => ['extensionDevelopmentPath', host.remoteUri(path.resolve(p))]),
          ['extensionTestsPath', host.remoteUri(path.resolve(values.extensionTestsPath))],
          ['skipWelcome', 'true'],
          ['skipReleaseNotes', 'true'],
        ],
        // The workbench calls these two while it runs tests.
        expose: {
          codeAutomationLog: (type, args) => {
            const line = format(...args);
            if (!OWN.test(line)) (type === 'error' ? process.stderr : process.stdout).write(line + '\n');
          },
          codeAutomationExit: (said) => done(said),
        },
      })
      .catch(fail);
  });
} catch (e) {
  console.error(e, host.log().slice(-4000), host.console.slice(-20).join('\n'));
} finally {
  await host.stop();
}
process.exit(code === 0 ? 0 : 1);
