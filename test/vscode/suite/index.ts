// Loaded by the extension host of VS Code, which calls run() and ends with code 0, or 1 if it rejects.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension';
import { EXTENSION } from './harness';

/** Runs every suite bundled beside this file; leaves the counts in the file $SUITE_RESULT, which is the proof that it came to its end. */
export async function run(): Promise<void> {
  await timeActivation();
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  if (process.env.SUITE_GREP) mocha.grep(process.env.SUITE_GREP);
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve()) // the reporter's lines reach the runner through the console
      .on('pass', () => counts.passed++)
      .on('pending', () => counts.skipped++)
      .on('fail', () => counts.failed++);
  });
  if (process.env.SUITE_RESULT) writeFileSync(process.env.SUITE_RESULT, JSON.stringify(counts));
  if (counts.failed > 0 || counts.passed === 0) throw new Error(`${counts.failed} tests failed, ${counts.passed} passed`);
}

/** How long the client takes to be there, and then its server; for docs/performance.md. */
async function timeActivation(): Promise<void> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION);
  if (!extension) throw new Error('the extension is not there');
  const early = extension.isActive;
  const from = performance.now();
  const { ready } = await extension.activate();
  const active = performance.now();
  await ready();
  const ms = (n: number) => `${n.toFixed(0)} ms`;
  console.log(
    `client ${early ? 'active before the suite' : `activated in ${ms(active - from)}`}, server ready in ${ms(performance.now() - active)}`,
  );
}
