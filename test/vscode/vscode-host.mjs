// Starts VS Code's own server on 127.0.0.1 and opens its workbench in Chromium. Needs what get-vscode.mjs installs.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { installed } from './get-vscode.mjs';

/** A quiet, repeatable workbench: no welcome page, chat, update check, extension look-ups or trust question. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'files.autoSave': 'off',
  'git.enabled': false,
};

/** One VS Code server with a home of its own, which goes when it stops. */
export class VSCodeHost {
  /** @param {{testing?: boolean, settings?: object, locale?: string}} options testing: takes an extension under development and its tests from the page's address, and shows no notifications */
  constructor(options = {}) {
    this.options = options;
    this.dir = mkdtempSync(path.join(tmpdir(), 'vscode-host-'));
    this.logFile = path.join(this.dir, 'server.log');
    this.console = [];
    const user = path.join(this.dir, 'data/User');
    mkdirSync(user, { recursive: true });
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, null, 2));
    this.env = {
      ...process.env,
      HOME: this.dir,
      XDG_CONFIG_HOME: this.dir,
      XDG_DATA_HOME: this.dir,
      XDG_RUNTIME_DIR: this.dir,
      EXTENSIONS_GALLERY: '{}', // no look-ups at the extension marketplace
    };
    delete this.env.NODE_OPTIONS;
  }

  #args(...more) {
    const data = [
      '--server-data-dir',
      this.dir,
      '--user-data-dir',
      path.join(this.dir, 'data'),
      '--extensions-dir',
      path.join(this.dir, 'extensions'),
    ];
    return [installed.serverMain, '--accept-server-license-terms', '--telemetry-level', 'off', ...data, ...more];
  }

  /** Installs a .vsix with VS Code's own command line. */
  installExtension(vsix) {
    const r = spawnSync(installed.node, this.#args('--install-extension', vsix), { env: this.env, encoding: 'utf8', timeout: 120_000 });
    if (r.status !== 0) throw new Error(`install of ${vsix} failed (${r.status}): ${r.stdout}${r.stderr}`);
  }

  /** Starts the server on a port of the system's choice and waits for its own line that says which. */
  async start(timeoutMs = 60_000) {
    const log = openSync(this.logFile, 'a');
    // A built VS Code takes extensionDevelopmentPath and extensionTestsPath from the address only with --enable-smoke-test-driver.
    const testing = this.options.testing ? ['--enable-smoke-test-driver'] : [];
    const web = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust', '--disable-experiments'];
    // Its own process group: stop() ends the whole tree.
    this.server = spawn(installed.node, this.#args(...web, ...testing), { env: this.env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    this.server.on('exit', (code, signal) => {
      this.serverExit = code ?? signal;
    });
    for (const end = Date.now() + timeoutMs; Date.now() < end && this.serverExit === undefined;) {
      const at = /Web UI available at http:\/\/[^\s:]+:(\d+)/.exec(this.log());
      if (at) {
        this.authority = `127.0.0.1:${at[1]}`;
        return;
      }
      await new Promise((r) => setTimeout(r, 50));
    }
    throw new Error(`the VS Code server did not start (exit ${this.serverExit}):\n${this.log()}`);
  }

  /** What the server has printed. */
  log() {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  /** How the window names a file of this machine. */
  remoteUri(file) {
    return `vscode-remote://${this.authority}${pathToFileURL(file).pathname}`;
  }

  /** Address of a window on a folder or a .code-workspace file. `payload`: pairs the workbench reads, e.g. `['openFile', uri]`. */
  address(place, payload = []) {
    const url = new URL(`http://${this.authority}/`);
    if (place) url.searchParams.set(place.endsWith('.code-workspace') ? 'workspace' : 'folder', place);
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  /**
   * Opens a window in Chromium.
   * @param {{place?: string, payload?: string[][], size?: {width: number, height: number}, expose?: Record<string, Function>, configure?: (options: any) => void, page?: object, language?: string}} options
   *   expose: functions given to the page; language: of extensions (VS Code's own words stay English); configure: may change the workbench's construction options, which the server writes into the page
   */
  async open({ place, payload, size = { width: 1280, height: 800 }, expose = {}, configure, language, page: pageOptions = {} }) {
    this.browser ??= await launchChromium();
    const page = await this.browser.newPage({ viewport: size, ...pageOptions });
    page.on('console', (m) => this.console.push(`${m.type()} ${m.text()}`));
    page.on('pageerror', (e) => this.console.push(`pageerror ${e}`));
    for (const [name, f] of Object.entries(expose)) await page.exposeFunction(name, f);
    // What VS Code takes for its language, and tells extensions.
    if (language) await page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
    if (configure)
      await page.route(
        (u) => u.pathname === '/',
        async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace(
            /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
            (_, start, json) => {
              const options = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
              configure(options);
              return `${start}${JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
            },
          );
          await route.fulfill({ response, body });
        },
      );
    await page.goto(this.address(place, payload));
    return page;
  }

  /** Ends browser and server, and removes the server's home. */
  async stop() {
    await this.browser?.close().catch(() => undefined);
    if (this.server && this.serverExit === undefined) {
      const gone = new Promise((r) => this.server.once('exit', r));
      this.#signal('SIGTERM');
      const timer = setTimeout(() => this.#signal('SIGKILL'), 5_000);
      await gone;
      clearTimeout(timer);
      this.#signal('SIGKILL'); // what is left of the group, if anything
    }
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }

  #signal(name) {
    try {
      process.kill(-this.server.pid, name);
    } catch {
      // the group is gone
    }
  }
}

/** A copy of a folder that tests may change. Its name holds what paths in offices hold: Chinese, a space, brackets. */
export function copyToTemp(folder) {
  const to = mkdtempSync(path.join(realpathSync(tmpdir()), '公文 (测试) '));
  cpSync(folder, to, { recursive: true });
  return to;
}
