import * as vscode from 'vscode';
describe('web', () => {
  it('runs in a real VS Code', () => {
    console.log(`  VS Code ${vscode.version}, ${vscode.workspace.workspaceFolders?.map((f) => f.uri.toString(true)).join(' ')}`);
  });
});
