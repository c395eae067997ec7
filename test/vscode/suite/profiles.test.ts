/** An office's own kinds of reports in `.gongwen/profiles`: taken while a report is open, and told of where they are faulty. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, folder, open, replace, rules, until } from './harness';

const overlay = (field: string) =>
  JSON.stringify(
    {
      extends: 'fazhi-annual-report',
      sections: [
        { id: 'digital', title: '数字法治建设情况', required: 'required', [field]: ['数字法治'], template: '【待补：数字法治建设情况】。' },
      ],
    },
    null,
    2,
  );

describe('kinds of an office', () => {
  const file = () => vscode.Uri.joinPath(folder('other'), '.gongwen', 'profiles', 'office.json');
  const write = (text: string) => vscode.workspace.fs.writeFile(file(), Buffer.from(text, 'utf8'));
  /** The folder of profiles is new, and whoever watches files may be late for the first one in it: then it is saved once more. */
  const save = async (text: string, seen: () => boolean) => {
    for (let n = 0; n < 5 && !seen(); n++) {
      await write(`${text}${'\n'.repeat(n)}`);
      await until('taken', seen, Boolean, 3000).catch(() => undefined);
    }
  };
  const missing = (all: readonly vscode.Diagnostic[]) => rules(all).filter((rule) => rule === 'section/missing').length;

  afterEach(async () => {
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(folder('other'), '.gongwen', 'profiles'), { recursive: true })
      .then(undefined, () => undefined);
    await closeAll();
  });

  it('a section asked for while the report is open is missed at once, and no more when the file is gone', async () => {
    const document = await open(vscode.Uri.joinPath(folder('other'), '年度报告.txt'));
    const seen = () => missing(vscode.languages.getDiagnostics(document.uri)) === 1;
    await save(overlay('aliases'), seen);
    const found = await diagnosticsOf(document, (all) => missing(all) === 1);
    assert.ok(found.some((d) => d.message.includes('数字法治建设情况') && d.severity === vscode.DiagnosticSeverity.Hint));
    await vscode.workspace.fs.delete(file());
    await diagnosticsOf(document, (all) => all.length === 0);
  });

  it('a faulty file says what is wrong at its place, until it is mended and saved', async () => {
    await open(vscode.Uri.joinPath(folder('other'), '年度报告.txt'));
    await save(overlay('aliasses'), () => vscode.languages.getDiagnostics(file()).some((d) => d.source === 'gongwen'));
    const profile = await open(file());
    const [fault] = await diagnosticsOf(profile, (all) => all.length === 1);
    assert.match(fault.message, /aliases/);
    assert.equal(profile.getText(fault.range), '"aliasses"');
    await replace(profile, 'aliasses', 'aliases');
    assert.ok(await profile.save());
    await diagnosticsOf(profile, (all) => all.length === 0);
  });

  it('VS Code itself holds the file against the schema', async () => {
    await write(overlay('aliasses'));
    const profile = await open(file());
    const own = () => vscode.languages.getDiagnostics(profile.uri).filter((d) => d.source !== 'gongwen');
    const found = await until('schema', own, (all) => all.length > 0);
    assert.ok(
      found.some((d) => d.message.includes('aliasses')),
      found.map((d) => d.message).join('\n'),
    );
  });
});
