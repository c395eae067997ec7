// What pictures are taken of: a VS Code with the packed extension installed as a user would, in a light theme, over a folder of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { ensureDebianPackages } from '../../scripts/lib/setup.mjs';
import { getVSCode } from './get-vscode.mjs';
import { VSCodeHost } from './vscode-host.mjs';

/** Packs the extension and makes the folder. */
export async function pictureStage() {
  ensureDebianPackages(['chromium', 'fonts-noto-cjk']);
  getVSCode();
  const vsix = await pack();
  const scratch = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  const folder = path.join(scratch, '法治政府建设年度报告');
  mkdirSync(folder);
  const host = new VSCodeHost({
    settings: {
      'gongwen.language': 'zh-cn',
      'workbench.colorTheme': 'Default Light Modern',
      'editor.fontFamily': "'Noto Sans Mono CJK SC'",
      'editor.fontSize': 15,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'editor.lineHeight': 1.6,
      'workbench.editor.empty.hint': 'hidden',
    },
  });
  return {
    folder,
    host,
    /** Starts VS Code with a file of the folder open. @param {string} file its name @param {number} scale pixels of the picture for one of the page */
    async open(file, scale) {
      host.installExtension(vsix);
      await host.start();
      return host.open({
        place: folder,
        payload: [['openFile', host.remoteUri(path.join(folder, file))]],
        size: { width: 1280, height: 800 },
        page: { deviceScaleFactor: scale },
        language: 'zh-cn',
      });
    },
    async end() {
      await host.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
