/** The program as it is shipped: its own bundle in a process of its own, with threads, pipes, and the recipes for build servers. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { REPORT } from '../support/texts';
import { FAULTY, Folder } from './support';

const home = path.resolve('.cache/test-cli', String(process.pid));
const cli = path.join(home, 'dist/cli.js');
const DAY = ['--today', '2026-01-20'];

describe('the program', function () {
  this.timeout(60_000);
  let folder: Folder;

  before(async () => {
    const { bundles } = (await import(pathToFileURL(path.resolve('esbuild.mjs')).href)) as { bundles: BuildOptions[] };
    await build({ ...bundles.find((b) => b.outfile === 'dist/cli.js'), sourcemap: false, outfile: cli });
    mkdirSync(path.join(home, 'scripts/lib'), { recursive: true });
    for (const file of ['scripts/cli.mjs', 'scripts/action.sh', 'scripts/lib/setup.mjs']) copyFileSync(file, path.join(home, file));
  });
  after(() => rmSync(home, { recursive: true, force: true }));
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const gongwen = (args: string[], options: { input?: Buffer | string; env?: Record<string, string> } = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...options.env },
      input: options.input ?? '',
    });
    return { code: status, out: stdout, err: stderr };
  };
  const archive = (count: number) => {
    for (let i = 0; i < count; i++) folder.put(`卷${i % 3}/${i}.txt`, i % 2 ? FAULTY.replaceAll('120件', `${120 + i}件`) : REPORT);
    folder.put('坏.txt', Buffer.of(0, 1, 2, 3, 0));
    folder.put('卷0/.gongwen/config.json', '{ "rules": { "figur": "off" } }');
  };

  it('law: on any number of threads the same is said, in the same order', () => {
    archive(23);
    for (const format of ['json', 'text', 'sarif']) {
      const one = gongwen(['lint', ...DAY, '--format', format, '--jobs', '1', '.']);
      assert.equal(one.code, 2);
      assert.equal(one.err.trim().split('\n').length, 2, `said once: ${one.err}`);
      for (const jobs of ['2', '4']) {
        const more = gongwen(['lint', ...DAY, '--format', format, '--jobs', jobs, '.']);
        assert.equal(more.out, one.out);
        assert.deepEqual([more.code, more.err], [one.code, one.err]);
      }
    }
  });

  it('statistics of several threads are added up', () => {
    archive(8);
    const { err } = gongwen(['lint', '--stats', '--jobs', '2', '--locale', 'en', '.']);
    assert.match(err, /9 files in \d+ ms, 2 threads/);
    assert.match(err, /figure\/sum/);
  });

  it('takes the standard input from a pipe and gives it back mended', () => {
    const { out, code } = gongwen(['lint', '-', '--fix', ...DAY], { input: FAULTY });
    assert.equal(out, FAULTY.replace('[2025]', '〔2025〕'));
    assert.equal(code, 1);
  });

  it('reads GB18030 and writes it back as it was', () => {
    const { stdout, status } = spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: FAULTY });
    if (status !== 0) return; // a machine without iconv
    const file = folder.put('国标.txt', stdout);
    assert.match(gongwen(['lint', ...DAY, '国标.txt']).out, /国标\.txt:4:\d+ .*document-number\/malformed/);
    gongwen(['lint', '--fix', ...DAY, '国标.txt']);
    assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(file)), FAULTY.replace('[2025]', '〔2025〕'));
  });

  it('has no colours in a pipe', () => {
    folder.put('a.txt', FAULTY);
    assert.ok(!gongwen(['lint', 'a.txt']).out.includes('\u001b'));
  });

  it('help, version and unknown commands', () => {
    assert.match(gongwen(['--help']).out, /gongwen <命令>/);
    assert.match(gongwen(['--help'], { env: { LANG: 'en_US.UTF-8' } }).out, /gongwen <command>/);
    assert.match(gongwen(['--version']).out, /^\d+\.\d+\.\d+\n$/);
    assert.deepEqual(
      [
        gongwen([]).code,
        gongwen(['lnit']).code,
        gongwen(['lint', '--help']).code,
        gongwen(['explain', 'figure/sum']).code,
        gongwen(['config', 'x.txt']).code,
      ],
      [2, 2, 0, 0, 0],
    );
    assert.equal(gongwen(['help', 'lint']).out, gongwen(['lint', '--help']).out);
    assert.equal(gongwen(['help']).out, gongwen(['--help']).out);
    assert.match(gongwen(['mcp', '--help', '--locale', 'en']).out, /^Usage: gongwen mcp\n/);
    assert.equal(gongwen(['mcp', '--nosuch']).code, 2);
  });

  it('--watch keeps to its part and to the baseline', async () => {
    folder.put('a.txt', FAULTY);
    folder.put('b.txt', REPORT);
    assert.equal(gongwen(['lint', ...DAY, '--write-baseline', '.']).code, 0);
    const child = spawn(
      process.execPath,
      [cli, 'lint', '--watch', '--shard', '1/2', '--baseline', '.gongwen/baseline.json', ...DAY, '--locale', 'en', '.'],
      {
        cwd: folder.path,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const heard = listen(child);
    await heard(/Files: 1; errors: 0, warnings: 0/);
    folder.put('b.txt', FAULTY);
    folder.put('a.txt', FAULTY.replace('药品类50件', '药品类55件'));
    await heard(/a\.txt:7:.*figure\/sum[^]*Files: 1; errors: 0, warnings: 1/);
    child.kill('SIGINT');
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  });

  it('--watch checks again when a file changes, and when the settings do', async () => {
    folder.put('.gongwen/config.json', '{}');
    folder.put('a.txt', REPORT);
    const child = spawn(process.execPath, [cli, 'lint', '--watch', ...DAY, '--locale', 'en', '.'], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = listen(child);
    await heard(/Files: 1; errors: 0, warnings: 0/);
    folder.put('a.txt', FAULTY);
    await heard(/figure\/sum/);
    folder.put('.gongwen/config.json', '{ "rules": { "figure": "off", "document-number": "off", "citation": "off" } }');
    await heard(/Files: 1; errors: 0, warnings: 0/);
    folder.put('b.txt', FAULTY);
    await heard(/Files: 2; errors: 0, warnings: 0/);
    child.kill('SIGINT');
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  });

  it('problem matchers of the manifest read every line of the output', () => {
    folder.put('稿 (1)/a.txt', FAULTY.replace('一、2025', '三、2025'));
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const matchers: {
      name: string;
      severity: string;
      pattern: { regexp: string; file: number; line: number; column: number; message: number; code: number };
    }[] = contributes.problemMatchers;
    for (const locale of ['zh-cn', 'en']) {
      const found = JSON.parse(gongwen(['lint', '--format', 'json', '--locale', locale, ...DAY, '.']).out).files[0].findings;
      const lines = gongwen(['lint', '--locale', locale, ...DAY, '.']).out.split('\n');
      const read = lines.flatMap((line) => {
        const hits = matchers.flatMap(({ severity, pattern }) => {
          const m = new RegExp(pattern.regexp).exec(line);
          return m
            ? [
                {
                  file: m[pattern.file],
                  line: Number(m[pattern.line]) - 1,
                  column: Number(m[pattern.column]) - 1,
                  rule: m[pattern.code],
                  severity,
                },
              ]
            : [];
        });
        assert.ok(hits.length <= 1, line);
        return hits;
      });
      assert.deepEqual(
        read,
        found.map(
          ({ rule, severity, range }: { rule: string; severity: string; range: { start: { line: number; character: number } } }) => ({
            file: './稿 (1)/a.txt',
            line: range.start.line,
            column: range.start.character,
            rule,
            severity: severity === 'hint' ? 'info' : severity,
          }),
        ),
      );
      assert.ok(read.length > 2);
    }
  });

  it('the entry of each pre-commit hook runs on the files it is given', () => {
    const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8');
    const entries = [...hooks.matchAll(/^ {2}entry: (.+)$/gm)].map((m) => m[1].split(' '));
    const pattern = new RegExp(/^ {2}files: (.+)$/m.exec(hooks)![1]);
    assert.ok(pattern.test('稿/a.txt') && pattern.test('a.gongwen') && !pattern.test('a.docx'));
    assert.equal(entries.length, 2);
    const right = folder.put('好.txt', REPORT);
    const wrong = folder.put('错.txt', FAULTY);
    for (const [file, ...args] of entries) {
      const of = (...files: string[]) =>
        spawnSync(process.execPath, [path.join(home, file), ...args, ...files], { cwd: folder.path, encoding: 'utf8' });
      assert.equal(of(right).status, 0);
      assert.equal(of(right, wrong).status, 1);
    }
    assert.ok(readFileSync(wrong, 'utf8').includes('〔2025〕'));
  });

  it('the GitHub Action writes workflow commands and SARIF, whatever a file is called', function () {
    if (spawnSync('bash', ['-c', ':']).status !== 0) return this.skip();
    const action = readFileSync('action.yml', 'utf8');
    const inputs = [...action.matchAll(/^ {8}(GONGWEN_\w+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)];
    for (const [, , input] of inputs) assert.match(action, new RegExp(`^ {2}${input}:$`, 'm'));
    assert.ok(!/run:.*\$\{\{/.test(action), 'no input becomes part of a script');
    folder.put('$(touch x) 稿.txt', FAULTY);
    folder.put('好.txt', REPORT);
    const { status, stdout, stderr } = spawnSync('bash', [path.join(home, 'scripts/action.sh')], {
      cwd: folder.path,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GONGWEN_HOME: home,
        GONGWEN_PATHS: '$(touch x) 稿.txt\n好.txt\n',
        GONGWEN_SARIF: 'out.sarif',
        GONGWEN_MAX_WARNINGS: '0',
        GONGWEN_LOCALE: 'zh-cn',
        GONGWEN_PROFILE: '',
        GONGWEN_BASELINE: '',
      },
    });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^::warning file=\$\(touch x\) 稿\.txt,line=4/m);
    assert.equal(existsSync(path.join(folder.path, 'x')), false);
    assert.equal(JSON.parse(readFileSync(path.join(folder.path, 'out.sarif'), 'utf8')).version, '2.1.0');
  });
});

/** Waits until the program has said something since the last time, on either stream. */
function listen(child: ChildProcessByStdio<null, Readable, Readable>): (wanted: RegExp) => Promise<void> {
  let said = '';
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      look();
    });
  }
  return (wanted) =>
    new Promise((resolve) => {
      look = () => {
        if (!wanted.test(said)) return;
        said = '';
        resolve();
      };
      look();
    });
}
