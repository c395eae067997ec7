/** The disk: full, read-only, with pipes, devices and links where files should be. Nothing hangs, nothing is half-written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFile, replaceFile } from '../../server/node/write';
import { ExceptionFiles } from '../../server/exceptions';
import { MemoryHost } from '../../server/host';
import { NodeHost } from '../../server/node/host';
import { SideFiles } from '../../server/side-files';
import { run, FAULTY } from '../cli/support';

const CONFIG = '{ "rules": { "figure/sum": "off" } }\n';

describe('faults of the disk', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'disk-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const uri = (...names: string[]) => pathToFileURL(path.join(dir, ...names)).href;

  /** What can be mounted only by the system's owner, where the system lets him; else the reason is printed and the test skipped. */
  const mounted = (context: Mocha.Context, options: string, folder: string, use: () => Promise<void>): Promise<void> => {
    const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
    if (status !== 0) {
      console.log(`    no mount: ${error ? error.message : stderr.trim()}`);
      context.skip();
    }
    return use().finally(() => spawnSync('umount', [folder]));
  };

  it('on a full disk side files, reports and new files stay whole, and it is said', async function () {
    const disk = path.join(dir, 'full');
    mkdirSync(disk);
    await mounted(this, 'size=64k', disk, async () => {
      mkdirSync(path.join(disk, '.gongwen'));
      writeFileSync(path.join(disk, '.gongwen', 'exceptions.json'), '{ "exceptions": [] }\n');
      writeFileSync(path.join(disk, '报告.txt'), FAULTY);
      // Fills what is left, to the last page.
      try {
        for (let i = 0; i < 100; i++) writeFileSync(path.join(disk, `fill${i}`), Buffer.alloc(4096));
      } catch (error) {
        assert.match(String(error), /ENOSPC/);
      }
      const before = readdirSync(disk).sort();
      const host = new NodeHost();
      await assert.rejects(host.write(uri('full', '.gongwen', 'config.json'), '{}'.padEnd(9000)), /ENOSPC/);
      const files = new ExceptionFiles(host);
      await assert.rejects(
        files.exempt(uri('full', '报告.txt'), { rule: 'figure/sum', fingerprint: 'x', reason: '甲'.repeat(3000) }),
        /ENOSPC/,
      );
      assert.throws(() => replaceFile(path.join(disk, '报告.txt'), Buffer.from(FAULTY.repeat(9))), /ENOSPC/);
      assert.throws(() => createFile(path.join(disk, '新.txt'), FAULTY.repeat(9)), /ENOSPC/);
      const { code, err } = await run(['--fix', '--today', '2026-01-20', path.join(disk, '报告.txt')]);
      assert.equal(code, 2);
      assert.match(err, /磁盘已满/);
      assert.equal(readFileSync(path.join(disk, '报告.txt'), 'utf8'), FAULTY);
      assert.equal(readFileSync(path.join(disk, '.gongwen', 'exceptions.json'), 'utf8'), '{ "exceptions": [] }\n');
      assert.deepEqual(readdirSync(disk).sort(), before, 'nothing half-written is left');
      assert.deepEqual(readdirSync(path.join(disk, '.gongwen')), ['exceptions.json']);
    });
  });

  it('in a read-only folder nothing is written, and it is said', async function () {
    const disk = path.join(dir, 'read-only');
    mkdirSync(disk);
    await mounted(this, 'size=64k', disk, async () => {
      writeFileSync(path.join(disk, '报告.txt'), FAULTY);
      assert.equal(spawnSync('mount', ['-o', 'remount,ro', disk]).status, 0);
      await assert.rejects(new NodeHost().write(uri('read-only', '.gongwen', 'config.json'), '{}'), /EROFS/);
      const { code, err } = await run(['--fix', '--today', '2026-01-20', path.join(disk, '报告.txt')]);
      assert.equal(code, 2);
      assert.match(err, /只读/);
      assert.deepEqual(readdirSync(disk), ['报告.txt']);
    });
  });

  it('a write that fails half-way leaves the side file as it was, and the next one counts', async () => {
    class Failing extends MemoryHost {
      fails = true;
      override write(at: string, text: string): Promise<void> {
        return this.fails ? Promise.reject(new Error('ENOSPC: no space left on device')) : super.write(at, text);
      }
    }
    const host = new Failing();
    const files = new ExceptionFiles(host);
    const exemption = { rule: 'figure/sum', fingerprint: 'figure/sum:1', reason: '试' };
    await assert.rejects(files.exempt('file:///w/a.txt', exemption), /ENOSPC/);
    assert.equal(host.files.size, 0);
    host.fails = false;
    assert.equal(await files.exempt('file:///w/a.txt', exemption), true);
    assert.ok(host.files.get('file:///w/.gongwen/exceptions.json')?.includes('figure/sum:1'));
  });

  it('pipes, devices, folders and what has no end are no side files: nothing waits for them', async function () {
    const folder = path.join(dir, '.gongwen');
    mkdirSync(path.join(folder, 'lexicon.json'), { recursive: true });
    if (spawnSync('mkfifo', [path.join(folder, 'config.json')]).status !== 0) this.skip();
    symlinkSync('/dev/zero', path.join(folder, 'exceptions.json'));
    symlinkSync('/dev/tty', path.join(folder, 'stamps.json'));
    symlinkSync('baseline.json', path.join(folder, 'baseline.json'));
    const host = new NodeHost();
    for (const name of readdirSync(folder)) assert.equal(await host.read(uri('.gongwen', name)), null, name);
    // More of them than there are threads to wait in.
    mkdirSync(path.join(folder, 'profiles'));
    for (let i = 0; i < 12; i++) assert.equal(spawnSync('mkfifo', [path.join(folder, 'profiles', `${i}.json`)]).status, 0);
    writeFileSync(path.join(dir, '报告.txt'), FAULTY);
    const { code, out } = await run(['--format', 'json', '--today', '2026-01-20', path.join(dir, '报告.txt')]);
    assert.equal(code, 1, out);
  });

  it('a side file without end is not read', async () => {
    mkdirSync(path.join(dir, '.gongwen'));
    const file = path.join(dir, '.gongwen', 'config.json');
    writeFileSync(file, CONFIG);
    truncateSync(file, 100 * 1024 * 1024);
    assert.equal(await new NodeHost().read(uri('.gongwen', 'config.json')), null);
  });

  it('what lies where the half-written file would be is not written through', async () => {
    mkdirSync(path.join(dir, '.gongwen'));
    const victim = path.join(dir, 'victim');
    writeFileSync(victim, 'whole');
    // Names that were once foreseeable.
    for (const name of [`config.json.${process.pid}.tmp`, 'config.json.new', 'config.json.tmp'])
      symlinkSync(victim, path.join(dir, '.gongwen', name));
    await new NodeHost().write(uri('.gongwen', 'config.json'), CONFIG);
    assert.equal(readFileSync(victim, 'utf8'), 'whole');
    assert.equal(readFileSync(path.join(dir, '.gongwen', 'config.json'), 'utf8'), CONFIG);
  });

  it('a side file that is a link to elsewhere becomes a file: nothing elsewhere is written', async () => {
    mkdirSync(path.join(dir, '.gongwen'));
    const elsewhere = path.join(dir, 'elsewhere.json');
    writeFileSync(elsewhere, '{ "words": [] }');
    symlinkSync(elsewhere, path.join(dir, '.gongwen', 'lexicon.json'));
    assert.equal(await new ExceptionFiles(new NodeHost()).addWord(uri('a.txt'), '釆取'), true);
    assert.equal(readFileSync(elsewhere, 'utf8'), '{ "words": [] }');
    assert.ok(readFileSync(path.join(dir, '.gongwen', 'lexicon.json'), 'utf8').includes('釆取'));
  });

  it('links that lead in circles end', async () => {
    symlinkSync('.gongwen', path.join(dir, '.gongwen'));
    mkdirSync(path.join(dir, '甲'));
    symlinkSync('..', path.join(dir, '甲', '上'));
    writeFileSync(path.join(dir, '甲', 'a.txt'), FAULTY);
    const deep = uri('甲', ...Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? '上' : '甲')), '甲', 'a.txt');
    assert.equal(await new SideFiles(new NodeHost()).find(deep, 'config.json'), null);
    const { code } = await run(['--today', '2026-01-20', dir]);
    assert.equal(code, 1);
  });

  it('a new file that cannot be written whole is taken away, and one that is there is left', () => {
    const file = path.join(dir, '甲', '新.txt');
    createFile(file, '一');
    assert.throws(() => createFile(file, '二'), /EEXIST/);
    assert.equal(readFileSync(file, 'utf8'), '一');
    assert.ok(existsSync(file));
  });
});
