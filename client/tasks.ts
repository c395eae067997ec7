/**
 * The task type `gongwen`: the command line over a folder, in a terminal of VS Code, its lines read by the problem matchers
 * of the manifest. On the desktop and in remote windows; the web has no processes.
 */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { locale } from './locale';
import { vscode } from './vscode';

/** As in the manifest. */
const TYPE = 'gongwen';
const MATCHERS = ['error', 'warning', 'info'].map((level) => `$gongwen-${level}`);

/** A task in `tasks.json`. */
interface Definition extends vscode.TaskDefinition {
  /** What follows `gongwen lint`: files, folders, patterns and options. Left out: the whole folder. */
  readonly args?: unknown;
  /** Where it runs. Left out: in the folder of the task. */
  readonly cwd?: unknown;
}

/** Offers the check of each folder, and carries out what stands in `tasks.json`. */
export function provideTasks(extensionUri: vscode.Uri): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  const make = (definition: Definition, folder: vscode.WorkspaceFolder, name: string): vscode.Task => {
    // Variables as ${workspaceFolder} have their values in what is handed over here.
    const execution = new vscode.CustomExecution((resolved: Definition) => {
      const cwd = typeof resolved.cwd === 'string' ? path.resolve(folder.uri.fsPath, resolved.cwd) : folder.uri.fsPath;
      return Promise.resolve(new Run(program, ['lint', '--locale', locale(), ...argsOf(resolved)], cwd));
    });
    const task = new vscode.Task(definition, folder, name, TYPE, execution, MATCHERS);
    task.group = vscode.TaskGroup.Test;
    return task;
  };
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder, _, all) => {
        if (folder.uri.scheme !== 'file') return [];
        // VS Code takes tasks with equal definitions for one task, in whichever folder they are.
        const where = all.length > 1 ? { cwd: `\${workspaceFolder:${folder.name}}` } : {};
        return [make({ type: TYPE, args: ['.'], ...where }, folder, vscode.l10n.t('Check all reports'))];
      }),
    resolveTask: (task) => {
      const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      // The definition must be the very one that was asked for.
      return folder?.uri.scheme === 'file' ? make(task.definition as Definition, folder, task.name) : undefined;
    },
  });
}

function argsOf({ args }: Definition): readonly string[] {
  const words = Array.isArray(args) ? args.filter((arg): arg is string => typeof arg === 'string') : [];
  return words.length > 0 ? words : ['.'];
}

/** One run of the command line, shown in a terminal. It runs on VS Code's own Node, as the server does: no other need be there. */
class Run implements vscode.Pseudoterminal {
  private readonly written = new vscode.EventEmitter<string>();
  private readonly ended = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.ended.event;
  private child: ChildProcess | undefined;

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly cwd: string,
  ) {}

  open(): void {
    const child = fork(this.program, this.args, { cwd: this.cwd, silent: true, execArgv: [] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.written.fire(text.replace(/\r?\n/g, '\r\n')));
    child.on('error', (error) => this.written.fire(`${error.message}\r\n`));
    // A process that could not be started, or was stopped, has no exit code.
    child.on('close', (code) => this.ended.fire(code ?? 2));
  }

  close(): void {
    this.child?.kill();
  }
}
