/** Which files are meant, fixing, baselines, thresholds, and what is said of a wrong invocation. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { config } from '../../server/cli/config';
import { explain } from '../../server/cli/explain';
import { rules } from '../../server/rules';
import { REPORT } from '../support/texts';
import { FAULTY, Folder, run } from './support';

const DAY = ['--today', '2026-01-20'];
const paths = (out: string) => JSON.parse(out).files.map((f: { path: string }) => f.path);
const ids = (out: string) => JSON.parse(out).files.flatMap((f: { findings: { rule: string }[] }) => f.findings.map((x) => x.rule));

describe('gongwen lint, its options', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it('patterns, with the prefix as written', async () => {
    const [a, b, c] = ['甲/a.txt', '甲/乙/b.md', '甲/乙/c.txt'].map((name) => folder.put(name, REPORT));
    folder.put('甲/乙/d.docx', 'x');
    folder.put('甲/node_modules/e.txt', REPORT);
    const found = async (...args: string[]) => paths((await run(['--format', 'json', ...args])).out);
    const at = (pattern: string) => `${folder.path}/${pattern}`;
    assert.deepEqual(await found(at('**/*.txt')), [c, a].sort());
    assert.deepEqual(await found(at('甲/*.txt')), [a]);
    assert.deepEqual(await found(at('甲/{乙,丙}/?.md')), [b]);
    assert.deepEqual(await found(at('**/*')), [a, b, c].sort());
    const cwd = process.cwd();
    process.chdir(folder.path);
    try {
      assert.deepEqual(await found('甲/**/c.*'), ['甲/乙/c.txt']);
      assert.equal((await run(['*.txt'])).code, 2, 'none in this folder itself');
    } finally {
      process.chdir(cwd);
    }
    const none = await run([at('*.gongwen')]);
    assert.equal(none.code, 2);
    assert.match(none.err, /\*\.gongwen/);
  });

  it('a file whose name looks like a pattern is that file', async () => {
    const file = folder.put('稿{1,2}?.txt', REPORT);
    assert.deepEqual(paths((await run(['--format', 'json', file])).out), [file]);
  });

  it('what the settings leave alone is looked at when it is named', async () => {
    folder.put('.gongwen/config.json', '{ "files": { "exclude": ["旧稿"] } }');
    const old = folder.put('旧稿/a.txt', FAULTY);
    const now = folder.put('新稿/b.txt', FAULTY);
    assert.deepEqual(paths((await run(['--format', 'json', folder.path])).out), [now]);
    const named = (await run(['--format', 'json', ...DAY, old])).out;
    assert.ok(ids(named).includes('figure/sum'));
  });

  it('shards share out all files, each once', async () => {
    const all = Array.from({ length: 7 }, (_, i) => folder.put(`${i}.txt`, REPORT));
    const parts = await Promise.all(
      [1, 2, 3].map(async (i) => paths((await run(['--format', 'json', '--shard', `${i}/3`, folder.path])).out)),
    );
    assert.deepEqual(parts.flat().sort(), all);
    assert.ok(parts.every((part) => part.length >= 2));
  });

  it('the standard input, under the name it is given', async () => {
    folder.put('.gongwen/config.json', '{ "rules": { "figure": "off" } }');
    const name = path.join(folder.path, '稿.gongwen');
    const { out, code } = await run(['--format', 'json', ...DAY, '-', '--stdin-filename', name], {}, Buffer.from(FAULTY));
    assert.equal(code, 1);
    assert.deepEqual(paths(out), [name]);
    assert.deepEqual(
      ids(out).filter((id: string) => !id.startsWith('document-number/')),
      [],
    );
    assert.equal((await run(['-', ...DAY], {}, Buffer.from(REPORT))).code, 0);
  });

  it('reads GB18030 and UTF-16, and says the same', async () => {
    const one = folder.put('a.txt', FAULTY);
    const two = folder.put('b.txt', Buffer.from(`\ufeff${FAULTY}`, 'utf16le'));
    const { out } = await run(['--format', 'json', ...DAY, one, two]);
    const [a, b] = JSON.parse(out).files;
    assert.deepEqual(b.findings, a.findings);
    assert.deepEqual([a.encoding, b.encoding], ['utf-8', 'utf-16le']);
  });

  describe('--fix', () => {
    it('makes safe fixes only and keeps encoding, mark, line ends and mode', async () => {
      for (const [text, as] of [
        [`\ufeff${FAULTY.replace(/\n/g, '\r\n')}`, 'utf8'],
        [`\ufeff${FAULTY}`, 'utf16le'],
      ] as const) {
        const file = folder.put('稿.txt', Buffer.from(text, as));
        chmodSync(file, 0o640);
        const { code, out, err } = await run(['--fix', '--format', 'json', ...DAY, file]);
        assert.equal(code, 1, 'a wrong sum is left to a person');
        assert.ok(!ids(out).includes('document-number/malformed'));
        assert.ok(ids(out).includes('figure/sum'));
        assert.match(err, /1/);
        assert.equal(readFileSync(file).toString(as), text.replace('临政办发[2025]12号', '临政办发〔2025〕12号'));
        assert.equal(statSync(file).mode & 0o777, 0o640);
      }
    });

    it('leaves a link a link, and a clean file untouched', async () => {
      const file = folder.put('稿.txt', FAULTY);
      const link = path.join(folder.path, '链.txt');
      symlinkSync(file, link);
      await run(['--fix', ...DAY, link]);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.ok(readFileSync(file, 'utf8').includes('〔2025〕12号'));
      const clean = folder.put('好.txt', REPORT);
      const before = statSync(clean).mtimeMs;
      assert.equal((await run(['--fix', ...DAY, clean])).code, 0);
      assert.equal(statSync(clean).mtimeMs, before);
    });

    it('--dry-run shows a diff and writes nothing', async () => {
      const file = folder.put('稿.txt', FAULTY);
      const { out, code } = await run(['--fix', '--dry-run', ...DAY, file]);
      assert.equal(code, 1);
      const rows = out.split('\n');
      assert.equal(rows[0], `--- a/${file}`);
      assert.equal(rows.filter((r) => /^\+[^+]/.test(r)).length, 1);
      assert.ok(rows.some((r) => r.startsWith('+') && r.includes('〔2025〕12号')));
      assert.equal(readFileSync(file, 'utf8'), FAULTY);
    });

    it('does not write what it could not write back as it was', async () => {
      const broken = Buffer.concat([Buffer.from(FAULTY), Buffer.of(0xe4, 0xb8)]);
      const file = folder.put('坏.txt', broken);
      const { code, err } = await run(['--fix', ...DAY, file]);
      assert.equal(code, 2);
      assert.match(err, /坏\.txt.*没有改动.*UTF-8/);
      assert.deepEqual(readFileSync(file), broken);
    });

    it('leaves alone what the settings want done one at a time, and still reports it', async () => {
      folder.put('.gongwen/config.json', '{ "fixes": { "document-number": false } }');
      const file = folder.put('稿.txt', FAULTY);
      const { out, err, code } = await run(['--fix', '--format', 'json', ...DAY, file]);
      assert.equal(code, 1);
      assert.match(err, /已作 0 处/);
      assert.equal(readFileSync(file, 'utf8'), FAULTY);
      const [found] = JSON.parse(out).files[0].findings.filter((f: { rule: string }) => f.rule === 'document-number/malformed');
      assert.equal(found.fixes.length, 1);
      assert.equal(found.fixes[0].safe, false);
      folder.put('.gongwen/config.json', '{ "fixes": { "document-number": false, "document-number/malformed": true } }');
      await run(['--fix', ...DAY, file]);
      assert.ok(readFileSync(file, 'utf8').includes('〔2025〕12号'));
    });

    it('a text from the standard input comes out mended', async () => {
      const { bytes, err, out } = await run(['--fix', ...DAY, '-'], {}, Buffer.from(FAULTY));
      assert.equal(bytes.toString(), FAULTY.replace('[2025]', '〔2025〕'));
      assert.equal(out, '');
      assert.match(err, /figure\/sum/);
      const clean = await run(['--fix', ...DAY, '-'], {}, Buffer.from(REPORT));
      assert.equal(clean.bytes.toString(), REPORT);
    });
  });

  it('a baseline: only what is new is shown, wherever the old has moved', async () => {
    const file = folder.put('档案/a.txt', FAULTY);
    const other = folder.put('档案/b.txt', REPORT);
    const baseline = path.join(folder.path, '.gongwen/baseline.json');
    const written = await run(['--write-baseline', '--baseline', baseline, ...DAY, folder.path]);
    assert.equal(written.code, 0);
    const { files } = JSON.parse(readFileSync(baseline, 'utf8'));
    assert.deepEqual(Object.keys(files), ['档案/a.txt']);
    for (const args of [['--baseline', baseline], []]) {
      const { code, out } = await run([...args, ...DAY, file, other]);
      assert.equal(code, 0, 'beside the settings it is found without being named');
      assert.match(out, /另有 \d+ 处已在留底文件中/);
    }
    folder.put(
      '档案/a.txt',
      FAULTY.replace('一、2025', '前言。\n一、2025').replace(
        '继续推进。',
        '继续推进。培训300人次，其中甲类100人次、乙类100人次、其余50人次。',
      ),
    );
    const later = JSON.parse((await run(['--format', 'json', ...DAY, file])).out).files[0];
    assert.deepEqual(
      later.findings.map((f: { rule: string }) => f.rule),
      ['figure/sum'],
    );
    assert.equal(later.known > 0, true);
    // Writing it again takes all in, the old too.
    await run(['--write-baseline', '--baseline', baseline, ...DAY, folder.path]);
    assert.equal((await run([...DAY, file])).code, 0);
  });

  it('a baseline written for one file keeps what it knew of the others that are still there', async () => {
    const [a, b] = ['a.txt', 'b.txt'].map((name) => folder.put(name, FAULTY));
    const baseline = path.join(folder.path, '.gongwen/baseline.json');
    const known = () => Object.keys(JSON.parse(readFileSync(baseline, 'utf8')).files);
    await run(['--write-baseline', '--baseline', baseline, ...DAY, a, b]);
    await run(['--write-baseline', '--baseline', baseline, ...DAY, a]);
    assert.deepEqual(known(), ['a.txt', 'b.txt']);
    rmSync(b);
    await run(['--write-baseline', '--baseline', baseline, ...DAY, a]);
    assert.deepEqual(known(), ['a.txt']);
  });

  it('a baseline that is not there or is none says what to do', async () => {
    const file = folder.put('a.txt', REPORT);
    const missing = await run(['--baseline', path.join(folder.path, 'x.json'), file]);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /--write-baseline/);
    for (const text of ['{', '[]', '{"version":1,"files":{"a.txt":{"x":0}}}', '{"version":2,"files":{}}']) {
      const bad = await run(['--baseline', folder.put('b.json', text), file]);
      assert.equal(bad.code, 2, text);
      assert.match(bad.err, /--write-baseline/);
    }
  });

  it('--max-warnings bears so many, and no error', async () => {
    const file = folder.put('a.txt', FAULTY);
    const { out } = await run(['--format', 'json', ...DAY, file]);
    const warnings = JSON.parse(out).files[0].findings.filter((f: { severity: string }) => f.severity === 'warning').length;
    assert.ok(warnings >= 2);
    assert.equal((await run(['--max-warnings', String(warnings), ...DAY, file])).code, 0);
    assert.equal((await run(['--max-warnings', String(warnings - 1), ...DAY, file])).code, 1);
    folder.put('.gongwen/config.json', '{ "rules": { "figure/sum": "error" } }');
    assert.equal((await run(['--max-warnings', '99', ...DAY, file])).code, 1);
  });

  it('--stats: time per phase and per rule, beside the output', async () => {
    const file = folder.put('a.txt', FAULTY);
    const { out, err } = await run(['--stats', '--format', 'json', ...DAY, file]);
    assert.equal(JSON.parse(out).files.length, 1);
    assert.match(err, /分段、识读、检查/);
    assert.match(err, /ms {2}figure\/sum/);
  });

  it('a wrong invocation says what to do, in both languages', async () => {
    const file = folder.put('a.txt', REPORT);
    for (const [args, zh, en] of [
      [['--fromat', 'json', file], '是否指 --format', 'mean --format'],
      [['--format', 'xml', file], 'sarif', 'sarif'],
      [['--dry-run', file], '--fix --dry-run', '--fix --dry-run'],
      [['--stdin-filename', 'x', file], '<', '<'],
      [['--shard', '3/2', file], '2/5', '2/5'],
      [['--jobs', '0', file], '--jobs', '--jobs'],
      [['--max-warnings', '-1', file], '--max-warnings', '--max-warnings'],
      [['--watch', '-'], '--watch', '--watch'],
      [['--today', '2026-02-30', file], '2026-01-20', '2026-01-20'],
      [['--format'], '--help', '--help'],
    ] as const) {
      for (const [locale, wanted] of [
        ['zh-cn', zh],
        ['en', en],
      ]) {
        const { code, err, out } = await run(['--locale', locale, ...args]);
        assert.equal(code, 2, args.join(' '));
        assert.ok(err.includes(wanted), `${args.join(' ')}: ${err}`);
        assert.equal(out, '');
        assert.equal(/[\u4e00-\u9fff]/.test(err), locale === 'zh-cn', err);
      }
    }
  });

  it('--help in both languages names every option', async () => {
    for (const locale of ['zh-cn', 'en']) {
      const { out, code } = await run(['--help', '--locale', locale]);
      assert.equal(code, 0);
      for (const option of [
        '--format',
        '--profile',
        '--locale',
        '--today',
        '--fix',
        '--dry-run',
        '--stdin-filename',
        '--baseline',
        '--write-baseline',
        '--max-warnings',
        '--stats',
        '--watch',
        '--jobs',
        '--shard',
      ])
        assert.ok(out.includes(option), option);
    }
  });
});

describe('gongwen config', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());
  const of = async (...args: string[]) => {
    let out = '';
    let err = '';
    const code = await config(args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, {});
    return { code, out, err };
  };

  it('says what holds and where it comes from', async () => {
    const settings = folder.put('.gongwen/config.json', '{ "rules": { "figure": "error", "figure/sum": "off" } }');
    const file = folder.put('甲/a.txt', REPORT);
    const read = JSON.parse((await of('--format', 'json', file)).out);
    assert.equal(read.from, settings);
    assert.equal(read.profile.id, 'fazhi-annual-report');
    assert.deepEqual([read.rules['figure/sum'], read.origins['figure/sum']], ['off', 'byRule']);
    assert.deepEqual([read.rules['figure/rate'], read.origins['figure/rate']], ['error', 'byFamily']);
    assert.deepEqual([read.rules['section/missing'], read.origins['section/missing']], ['warning', 'byDefault']);
    const text = (await of(file)).out;
    assert.ok(text.includes(settings));
    assert.match(text, /\* figure\/sum {2}关闭 {2}配置：此规则/);
    assert.match((await of('--locale', 'en', file)).out, /\* figure\/rate {2}error {2}settings: this family/);
  });

  it('says whose fixes are offered one at a time only', async () => {
    folder.put('.gongwen/config.json', '{ "fixes": { "punctuation/half-width": false } }');
    const file = folder.put('a.txt', REPORT);
    assert.deepEqual(JSON.parse((await of('--format', 'json', file)).out).oneAtATime, ['punctuation/half-width']);
    assert.match((await of(file)).out, / {2}punctuation\/half-width .+ {2}修正只逐处提供\n/);
    assert.match((await of('--locale', 'en', file)).out, / {2}punctuation\/half-width .+ {2}fixes one at a time\n/);
  });

  it('2 for a wrong invocation; faults of the settings are said', async () => {
    assert.equal((await of()).code, 2);
    assert.equal((await of('--format', 'xml', 'a')).code, 2);
    folder.put('.gongwen/config.json', '{ "ruls": {} }');
    assert.match((await of(folder.put('a.txt', REPORT))).err, /config\.json:1:3 .*rules/);
  });
});

describe('gongwen explain', () => {
  const of = (args: string[], manual?: string) => {
    let out = '';
    let err = '';
    const code = explain(args, { out: (t) => (out += `${t}\n`), err: (t) => (err += `${t}\n`) }, {}, manual);
    return { code, out, err };
  };

  it('prints the page of a rule, or its words', () => {
    assert.equal(of(['figure/sum'], 'docs/rules').out, readFileSync('docs/rules/zh-cn/figure/sum.md', 'utf8').trimEnd() + '\n');
    assert.equal(
      of(['figure/sum', '--locale', 'en'], 'docs/rules').out,
      readFileSync('docs/rules/en/figure/sum.md', 'utf8').trimEnd() + '\n',
    );
    assert.match(of(['figure/sum']).out, /figure\/sum · 级别：警告 · 把握：必错\n是什么：.+\n为什么：.+\n怎么办：.+\n依据：.+\n/);
  });

  it('lists all rules, and helps with a mistyped one', () => {
    assert.equal(of([]).out.trim().split('\n').length, rules.length);
    const wrong = of(['figure/summ']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /是否指 figure\/sum/);
  });
});
