// Runs a suite with the extension as a web extension (web-worker extension host) in the VS Code that get-vscode.mjs installs.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { copyToTemp, VSCodeHost } from './vscode-host.mjs';
import { listen } from './web-suite.mjs';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.map': 'application/json' };

/** @param {{extension: string, tests: string, folder: string}} where the extension's folder, the suite's bundle inside it, the folder to open (copied) */
export async function runWeb({ extension, tests, folder }) {
  const workspace = copyToTemp(folder);
  const host = new VSCodeHost({ testing: true });
  const files = serveFolder(extension);
  try {
    await new Promise((r) => files.listen(0, '127.0.0.1', r));
    const at = (p) => ({ scheme: 'http', authority: `127.0.0.1:${files.address().port}`, path: p });
    const suite = listen(120_000);
    await host.start();
    await host.open({
      place: workspace,
      page: { bypassCSP: true }, // the workbench's own policy lets it fetch from its own origin only
      expose: suite.expose,
      // A web extension may start a worker only from an http address, not from vscode-remote:. So it is named here and served by us.
      configure: (options) => {
        const extensionTestsPath = at(`/extension/${path.relative(extension, tests).replaceAll('\\', '/')}`);
        options.developmentOptions = { ...options.developmentOptions, extensions: [at('/extension')], extensionTestsPath };
      },
    });
    const counts = await suite.end;
    if (counts.failed > 0) console.error(host.console.filter((line) => /gongwen|公文/i.test(line)).join('\n'));
    return counts;
  } catch (e) {
    console.error(host.console.slice(-30).join('\n'));
    throw e;
  } finally {
    files.close();
    await host.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

function serveFolder(folder) {
  return createServer(async (request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/^\/extension/, '');
    const file = path.join(folder, wanted);
    const head = { 'Access-Control-Allow-Origin': '*', 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain' };
    const body = file.startsWith(folder + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
    response.writeHead(body ? 200 : 404, head).end(body);
  });
}
