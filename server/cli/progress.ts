/** How far a long run is: one line on a terminal that is wiped when it ends. */
import type { Locale } from '../core/messages';
import { say } from './words';

/** Nothing is shown before a run lasts so long. */
const QUIET_MS = 500;
const BETWEEN_MS = 100;

export class Progress {
  private readonly began = performance.now();
  private shown = 0;

  /** @param write writes to the terminal as it is; undefined where there is none */
  constructor(
    private readonly write: ((text: string) => void) | undefined,
    private readonly files: number,
    private readonly locale: Locale,
  ) {}

  tell(done: number): void {
    const now = performance.now();
    if (!this.write || now - this.began < QUIET_MS || now - this.shown < BETWEEN_MS) return;
    this.shown = now;
    this.write(`\r${say('progress', this.locale, { done, files: this.files })}`);
  }

  end(): void {
    if (this.shown > 0) this.write?.('\r\u001b[K');
  }
}
