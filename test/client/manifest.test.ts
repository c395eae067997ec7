/** What the manifest promises is there, and begins with our name. */
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

interface Item {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean }; readonly virtualWorkspaces: boolean };
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[] }[];
    readonly configuration: { readonly properties: Record<string, unknown> };
    readonly configurationDefaults: Record<string, unknown>;
    readonly commands: readonly Item[];
    readonly menus: Record<string, readonly Item[]>;
    readonly views: Record<string, readonly { readonly id: string }[]>;
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly snippets: readonly { readonly language: string }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const { contributes, activationEvents, capabilities } = JSON.parse(text) as Manifest;
const words = readFileSync('package.nls.json', 'utf8');
const handlers = readFileSync('client/commands.ts', 'utf8');
const commands = contributes.commands.map(({ command }) => command);

describe('manifest', () => {
  it('declares exactly the commands that the client carries out', () => {
    const registered = [...handlers.matchAll(/^ {4}'(gongwen\.\w+)':/gm)].map(([, id]) => id);
    assert.ok(registered.length > 5);
    assert.deepEqual([...registered].sort(), [...commands].sort());
  });

  it('names only declared commands in menus and texts', () => {
    const known = [...commands, ...Object.values(contributes.views).flatMap((views) => views.map(({ id }) => `${id}.focus`))];
    for (const items of Object.values(contributes.menus)) for (const { command } of items) assert.ok(known.includes(command), command);
    for (const [, command] of words.matchAll(/command:(gongwen\.[\w.]+)/g)) assert.ok(known.includes(command), command);
  });

  it('begins every name with gongwen', () => {
    const names = [
      ...commands,
      ...Object.keys(contributes.configuration.properties),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
    ];
    for (const name of names) assert.match(name, /^gongwen\./);
  });

  it('touches the settings and the snippets of its own language only', () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults), ['[gongwen]']);
    for (const { language } of contributes.snippets) assert.equal(language, 'gongwen');
    assert.deepEqual(contributes.languages[0].extensions, ['.gongwen', '.gongwen.txt']);
  });

  it('names only files that are there', () => {
    const files = [...text.matchAll(/"(?:\.\/)?((?:client|images|l10n|schemas|snippets|syntaxes)(?:\/[\w.-]+)*)"/g)].map(
      ([, file]) => file,
    );
    assert.ok(files.length > 8);
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('wakes up for texts alone, and runs where nothing is trusted', () => {
    assert.ok(!activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
    assert.equal(capabilities.untrustedWorkspaces.supported, true);
    assert.equal(capabilities.virtualWorkspaces, true);
  });
});
