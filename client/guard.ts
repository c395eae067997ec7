/** A server that ends by itself is started again; one that keeps ending is left alone, with one message and a way on. */
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult } from 'vscode-languageclient';
import { vscode } from './vscode';

/** So often within {@link WINDOW_MS} it is started again. */
const RESTARTS = 4;
const WINDOW_MS = 3 * 60 * 1000;

/** What is done about it. */
export interface GuardActions {
  /** Starts the server again, once what was under way has come to its end. */
  revive(): void;
  restart(): void;
  showOutput(): void;
  /** The server is given up. */
  gaveUp(): void;
}

/** The error handler of the language client. */
export class Guard implements ErrorHandler {
  readonly #actions: GuardActions;
  #ends: number[] = [];
  #asking = false;

  constructor(actions: GuardActions) {
    this.#actions = actions;
  }

  /** A message that could not be written or read. Where the channel is broken it closes next, and `closed` sees to it; a client shut down from here is told of no close, and nobody would start it again. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WINDOW_MS), now];
    if (this.#ends.length <= RESTARTS) this.#actions.revive();
    else this.giveUp();
    // Never by the library: its own restart crosses a start that is still failing, and then it cannot start at all.
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** A new chance: the count starts anew. */
  forgive(): void {
    this.#ends = [];
  }

  /** Says once that checking has stopped. */
  giveUp(): void {
    this.#actions.gaveUp();
    if (this.#asking) return;
    this.#asking = true;
    const restart = vscode.l10n.t('Restart');
    const output = vscode.l10n.t('Show Output');
    const text = vscode.l10n.t('Gongwen Report has stopped checking: its server ended several times. Your text is not affected.');
    void vscode.window.showErrorMessage(text, restart, output).then((answer) => {
      this.#asking = false;
      if (answer === restart) this.#actions.restart();
      else if (answer === output) this.#actions.showOutput();
    });
  }
}
