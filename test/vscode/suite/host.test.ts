import * as vscode from 'vscode';
describe('host', () => {
  it('runs in a real VS Code', () => {
    console.log(
      `  VS Code ${vscode.version}, ${vscode.env.appName}, host ${vscode.env.appHost}, ${vscode.workspace.workspaceFolders?.map((f) => f.uri.toString(true)).join(' ')}`,
    );
  });
});
