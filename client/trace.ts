/**
 * Where the traffic with the server is written while `gongwen.trace.server` asks for it.
 *
 * The language client traces only while its channel's log level is “trace”, which people do not find. Here the setting
 * alone decides: this channel says “trace” while the setting is on, and writes to the output as information.
 */
import { vscode } from './vscode';

const SETTING = 'gongwen.trace.server';

/** Makes the channel on top of the output. */
export function traceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  let last = level();
  const event = vscode.workspace.onDidChangeConfiguration((e) => {
    if (!e.affectsConfiguration(SETTING) || level() === last) return;
    last = level();
    changed.fire(last);
  });
  const write = (message: string | Error): void => output.info(String(message));
  return {
    name: output.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
    append: (text) => output.append(text),
    appendLine: (text) => output.appendLine(text),
    replace: (text) => output.replace(text),
    clear: () => output.clear(),
    show: () => output.show(),
    hide: () => output.hide(),
    dispose() {
      event.dispose();
      changed.dispose();
    },
  };
}

function level(): vscode.LogLevel {
  const asked = vscode.workspace.getConfiguration().get<string>(SETTING);
  return asked === undefined || asked === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
}
