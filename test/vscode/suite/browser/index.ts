// The web-worker extension host has no Node: mocha's browser build, no file system, results only through the console and the exit code.
import 'mocha/mocha.js';

interface BrowserMocha {
  readonly suite: { emit(event: string, ...args: unknown[]): void };
  run(done: () => void): { on(event: string, f: (test: { fullTitle(): string }, error?: Error) => void): unknown };
}
declare const Mocha: new (options: object) => BrowserMocha;

/** Called by the extension host. The last line, SUITE_RESULT, is read by the runner. */
export async function run(): Promise<void> {
  // Not the ready-made global `mocha`: its run() reads location.search, and this worker has no location.
  const mocha = new Mocha({ ui: 'bdd', reporter: class {}, timeout: 30_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./web.test');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      counts.passed++;
      console.log(`  ok ${test.fullTitle()}`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      console.log(`  skipped ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error) => {
      counts.failed++;
      console.log(`  FAILED ${test.fullTitle()}: ${error?.stack ?? String(error)}`);
    });
  });
  console.log(`SUITE_RESULT ${JSON.stringify(counts)}`);
  if (counts.failed > 0 || counts.passed === 0) throw new Error(`${counts.failed} tests failed, ${counts.passed} passed`);
}
