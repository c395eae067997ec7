/** The task type `gongwen`: offered for each folder, run by VS Code itself, its lines read into the Problems panel. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, open, rules, until } from './harness';

const report = () => vscode.Uri.joinPath(folder('reports'), '年度报告.txt');
const found = () => vscode.languages.getDiagnostics(report()).filter((d) => d.source === undefined && d.code !== undefined);

/** Runs a task to its end; its exit code. */
async function ended(task: vscode.Task): Promise<number | undefined> {
  let listener: vscode.Disposable | undefined;
  const end = new Promise<number | undefined>((resolve) => {
    listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === task.name) resolve(exitCode);
    });
  });
  try {
    await vscode.tasks.executeTask(task);
    return await end;
  } finally {
    listener?.dispose();
  }
}

describe('the task', () => {
  afterEach(closeAll);

  it('is offered for each folder, and runs: exit code and problems', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'gongwen' });
    assert.deepEqual(tasks.map((t) => (t.scope as vscode.WorkspaceFolder).name).sort(), ['other', 'reports']);
    assert.equal(await ended(tasks.find((t) => (t.scope as vscode.WorkspaceFolder).name === 'reports')!), 1);
    const problems = await until('problems', found, (all) => all.length > 0);
    assert.deepEqual(rules(problems), ['document-number/malformed']);
    assert.equal(problems[0].severity, vscode.DiagnosticSeverity.Warning);
    const { start } = problems[0].range;
    assert.equal((await open(report())).getText(new vscode.Range(start, start.translate(0, 4))), '临政发[');
    assert.equal(await ended(tasks.find((t) => (t.scope as vscode.WorkspaceFolder).name === 'other')!), 0);
  });

  it('takes what stands in tasks.json: files, options, folder', async () => {
    const file = vscode.Uri.joinPath(folder('reports'), '.vscode', 'tasks.json');
    const tasks = [
      { label: 'no such option', type: 'gongwen', args: ['--nosuch'], problemMatcher: [] },
      { label: 'the other folder', type: 'gongwen', cwd: '${workspaceFolder}/../other', problemMatcher: [] },
      { label: 'a note', type: 'gongwen', args: ['便笺.txt'], problemMatcher: [] },
    ];
    try {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ version: '2.0.0', tasks })));
      const configured = await until(
        'tasks of the file',
        async () => (await vscode.tasks.fetchTasks({ type: 'gongwen' })).filter(({ name }) => tasks.some(({ label }) => label === name)),
        (all) => all.length === tasks.length,
      );
      const codes = [];
      for (const { label } of tasks) codes.push(await ended(configured.find(({ name }) => name === label)!));
      assert.deepEqual(codes, [2, 0, 0]);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder('reports'), '.vscode'), { recursive: true });
    }
  });
});
