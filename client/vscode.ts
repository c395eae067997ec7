/**
 * VS Code's own names, taken once: a bundle copies all of them for each file that imports the module itself, and that is
 * felt when the extension starts.
 */
import * as vscode from 'vscode';

export { vscode };
