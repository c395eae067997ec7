// A Chromium to look at pages with: the machine's own, none is downloaded.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A page that playwright rewrites (host.open with `configure`) counts as another network for its WebSocket.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/** Path of Chromium: $CHROMIUM, or the first found on $PATH; undefined where there is none. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const dirs = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    for (const dir of dirs) if (existsSync(path.join(dir, name))) return path.join(dir, name);
  return undefined;
}

/** Starts it, headless. Where none is on the path, an installed Chrome or Edge is tried. */
export async function launchChromium() {
  const executablePath = chromiumPath();
  if (executablePath) return chromium.launch({ executablePath, args: ARGS });
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ channel, args: ARGS });
    } catch {
      // the next one
    }
  }
  throw new Error('no Chromium found: install it (Debian: apt-get install chromium), or name it in $CHROMIUM');
}
