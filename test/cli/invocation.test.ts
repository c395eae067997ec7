/** What the command line says to someone who uses it for the first time: every command, in both languages. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { config } from '../../server/cli/config';
import { explain } from '../../server/cli/explain';
import { figures } from '../../server/cli/figures';
import { lint } from '../../server/cli/lint';
import { newReport } from '../../server/cli/new';
import { unknownCommand } from '../../server/cli/parse';
import { roll } from '../../server/cli/roll';
import { profiles } from '../../server/profiles';
import { REPORT } from '../support/texts';
import { FAULTY, Folder, run } from './support';

type Env = Record<string, string>;
type Streams = { out(text: string): void; err(text: string): void };
const COMMANDS: Record<string, (args: string[], streams: Streams, env: Env) => Promise<number> | number> = {
  lint,
  config,
  figures,
  new: newReport,
  roll,
  explain: (args, streams, env) => explain(args, streams, env, undefined),
};
const LOCALES = ['zh-cn', 'en'] as const;

async function said(command: string, args: string[], env: Env = {}) {
  let out = '';
  let err = '';
  const code = await COMMANDS[command](args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, env);
  return { code, out, err };
}

describe('a wrong invocation', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it('of any command is answered in the language asked for, with what to write and where to look', async () => {
    for (const command of Object.keys(COMMANDS)) {
      const options = /--\w+/.exec((await said(command, ['--help'])).out) ? ['--locale'] : [];
      for (const locale of LOCALES) {
        for (const [args, words] of [
          [['--nosuchthing'], ['没有 --nosuchthing 这个选项', 'There is no option --nosuchthing']],
          [
            ['--lcale', 'en'],
            ['没有 --lcale 这个选项，是否指 --locale？', 'There is no option --lcale. Did you mean --locale?'],
          ],
          [options, ['--locale 后面要写值', '--locale wants a value']],
          [
            ['--locale', 'fr'],
            ['没有“fr”这种语言', 'There is no language “fr”'],
          ],
          [['--help=yes'], ['--help 后面不写值', '--help takes no value']],
        ] as const) {
          const { code, out, err } = await said(command, [...args], { LANG: locale === 'en' ? 'en_GB.UTF-8' : 'zh_CN.UTF-8' });
          const name = `${command} ${args.join(' ')}`;
          assert.equal(code, 2, name);
          assert.equal(out, '', name);
          assert.ok(err.includes(words[locale === 'en' ? 1 : 0]), `${name}: ${err}`);
          // A word of the parser's own, or of another command, helps nobody.
          assert.doesNotMatch(err, /\\x0a|argument|positional/, name);
          for (const [, other] of err.matchAll(/gongwen (\w+) --help/g)) assert.equal(other, command);
          assert.equal(/[\u4e00-\u9fff]/.test(err), locale === 'zh-cn', err);
        }
      }
    }
  });

  it('--help of every command stands in both languages, with the kinds where one may be named', async () => {
    for (const command of Object.keys(COMMANDS))
      for (const locale of LOCALES) {
        const { code, out } = await said(command, ['--help', '--locale', locale]);
        assert.equal(code, 0);
        assert.match(out, locale === 'en' ? /^Usage: gongwen / : /^用法：gongwen /);
        assert.doesNotMatch(out, /\{\w+\}|\\x0a/, 'nothing is left to be filled');
        if (command === 'lint' || command === 'figures')
          for (const { id, title } of profiles) assert.ok(out.includes(`  ${id.padEnd(28)}${title[locale]}\n`), id);
      }
  });

  it('files that are not there, folders, files that nobody may write: the reason in words', async () => {
    mkdirSync(`${folder.path}/夹`);
    for (const [command, args, zh, en] of [
      ['lint', ['无.txt'], '无.txt：读不出来（没有这个文件或文件夹）', '无.txt: cannot be read (there is no such file or folder)'],
      ['figures', ['无.txt'], '没有这个文件或文件夹', 'there is no such file or folder'],
      ['figures', [`${folder.path}/夹`], '是文件夹，不是文件', 'it is a folder, not a file'],
      ['roll', ['无.txt'], '没有这个文件或文件夹', 'there is no such file or folder'],
      ['new', ['duty-report', '--profile', 'duty-report'], '“duty-report”是多余的', '“duty-report” is one too many'],
      ['explain', ['figure/sum', 'figure/rate'], '“figure/rate”是多余的', '“figure/rate” is one too many'],
    ] as const)
      for (const locale of LOCALES) {
        const { code, out, err } = await said(command, [...args, '--locale', locale]);
        assert.equal(code, 2, command);
        assert.equal(out, '', `${command}: where nothing was looked at, there is nothing to add up`);
        assert.ok(err.includes(locale === 'en' ? en : zh), err);
        assert.doesNotMatch(err, /ENOENT|EISDIR/);
      }
    const { code, err } = await run(['--write-baseline', '--baseline', folder.put('a.txt', REPORT) + '/b.json', folder.path]);
    assert.equal(code, 2);
    assert.match(err, /留底文件写不了（/);
  });

  it('of no command at all: the nearest one, or that the command comes first', () => {
    const file = folder.put('稿.txt', REPORT);
    assert.equal(unknownCommand('lnt', 'zh-cn'), '没有“lnt”这个命令，是否指 lint？');
    assert.equal(unknownCommand('figure', 'en'), 'There is no command “figure”. Did you mean figures?');
    assert.match(unknownCommand('quatsch', 'en'), /no command “quatsch”.*gongwen --help/);
    assert.match(unknownCommand('--fix', 'zh-cn'), /没有 --fix 这个选项。先写命令/);
    assert.equal(unknownCommand(file, 'zh-cn'), `先写命令。要检查“${file}”，请写：gongwen lint ${file}`);
    assert.match(unknownCommand('-', 'en'), /gongwen lint -$/);
  });

  it('an empty standard input, and an empty file, are no report and no fault', async () => {
    const { code, out } = await run(['-'], {}, Buffer.alloc(0));
    assert.equal(code, 0);
    assert.match(out, /未识别为公文/);
    assert.equal((await run([folder.put('空.txt', '')])).code, 0);
  });

  it('--shard with --baseline: each part writes its own files, and all are known afterwards', async () => {
    const names = ['a', 'b', 'c'].map((name) => folder.put(`${name}.txt`, FAULTY));
    const baseline = `${folder.path}/.gongwen/baseline.json`;
    for (const part of ['1/2', '2/2'])
      assert.equal((await run(['--write-baseline', '--baseline', baseline, '--shard', part, folder.path])).code, 0);
    assert.deepEqual(Object.keys((JSON.parse(readFileSync(baseline, 'utf8')) as { files: object }).files).sort(), [
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
    assert.equal((await run(['--baseline', baseline, ...names])).code, 0);
    assert.equal((await run([folder.path])).code, 0, 'found of itself');
  });
});
