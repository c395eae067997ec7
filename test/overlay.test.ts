/** An office's own kinds of reports: what they may add, what they may not weaken, and files that are faulty or hostile. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONFIG_MESSAGES, Resolver } from '../server/config';
import { fill } from '../server/core/messages';
import type { Profile } from '../server/core/profile';
import { NO_SETTINGS } from '../server/core/settings';
import { MemoryHost } from '../server/host';
import { readOverlays } from '../server/overlay';
import { profiles as bundled } from '../server/profiles';
import { Service } from '../server/service';

const FAZHI = 'fazhi-annual-report';

/** Reads files given as data or as text; problems as `file: fault «what stands there»`. */
function read(files: Readonly<Record<string, unknown>>): { profiles: readonly Profile[]; problems: string[] } {
  const texts = Object.entries(files).map(([uri, data]) => ({ uri, text: typeof data === 'string' ? data : JSON.stringify(data) }));
  const { profiles, problems } = readOverlays(bundled, texts);
  const said = texts.flatMap(({ uri, text }) =>
    problems.get(uri)!.map(({ from, to, message }) => `${uri}: ${message} «${text.slice(from, to)}»`),
  );
  return { profiles, problems: said };
}

const find = (profiles: readonly Profile[], id: string) => profiles.find((p) => p.id === id)!;
const NEW_SECTION = {
  id: 'digital',
  title: '数字法治建设情况',
  required: 'required',
  aliases: ['数字法治'],
  template: '【待补：数字法治建设情况】。',
};
const OWN = {
  id: 'river-report',
  title: { 'zh-cn': '河长制年度报告', en: 'Annual river report' },
  recognise: { titles: ['河长制……报告$'] },
  sections: [{ id: 'work', title: '{year}主要工作', required: 'required', aliases: ['主要工作'], template: '【待补】。' }],
};

describe('overlay', () => {
  it('adds words, sections and templates to a kind of the product, under its id', () => {
    const { profiles, problems } = read({
      'a.json': {
        extends: FAZHI,
        recognise: { titles: ['依法治县工作……报告$'] },
        sections: [
          { id: 'shortcomings', aliases: ['症结所在'], template: '【待补：症结】。' },
          { ...NEW_SECTION, basis: [{ level: 'practice', title: '临川市的要求', article: null, confirmed: true }] },
        ],
        variants: [{ id: 'bureau', title: { 'zh-cn': '分局', en: 'Branch' }, issuers: ['分局$'], self: '本分局', addressee: '临川市局' }],
      },
    });
    assert.deepEqual(problems, []);
    assert.equal(profiles.length, bundled.length);
    const [was, is] = [find(bundled, FAZHI), find(profiles, FAZHI)];
    assert.deepEqual(
      is.sections.map(({ id, index }) => [id, index]),
      [
        ['measures', 0],
        ['shortcomings', 1],
        ['digital', 2],
        ['leader-duty', 3],
        ['next-plan', 4],
        ['other', 5],
      ],
    );
    assert.ok(is.sections[1].aliases.test('症结所在') && is.sections[1].aliases.test('存在的不足'));
    assert.equal(is.sections[1].template, '【待补：症结】。');
    assert.deepEqual(is.sections[1].basis, was.sections[1].basis);
    assert.ok(is.titles.test('依法治县工作情况报告') && is.titles.test('法治政府建设情况报告'));
    assert.deepEqual(
      is.precedence.map(({ id }) => id),
      ['digital', ...was.precedence.map(({ id }) => id)],
    );
    assert.equal(is.variants[0].id, 'bureau');
    assert.equal(was.sections.length, 5, 'the kind of the product is as it was');
  });

  it('makes a kind of its own, known by its own title and behind those of the product', () => {
    const { profiles, problems } = read({ 'river.json': OWN });
    assert.deepEqual(problems, []);
    const open = (text: string) =>
      new Service({ today: '2026-01-20' }).open('file:///a.txt', 'plaintext', 1, text, { ...NO_SETTINGS, profiles }).document.traits;
    assert.equal(open('青石县2025年河长制工作报告\n一、2025年主要工作\n巡河。').profile?.id, 'river-report');
    assert.equal(open('青石县2025年河长制工作报告\n一、2025年主要工作\n巡河。').reportYear, 2025);
    const greedy = read({ 'a.json': { ...OWN, recognise: { titles: ['报告$'] } } }).profiles;
    const report = new Service({ today: '2026-01-20' }).open(
      'file:///a.txt',
      'plaintext',
      1,
      '青石县2025年法治政府建设情况报告\n一、主要工作\n巡河。',
      { ...NO_SETTINGS, profiles: greedy },
    );
    assert.equal(report.document.traits.profile?.id, FAZHI);
  });

  it('adds to kinds in whatever order the files are called, and to one kind twice', () => {
    const { profiles, problems } = read({
      'a.json': {
        extends: 'river-report',
        id: 'lake-report',
        title: { 'zh-cn': '湖长制年度报告', en: 'Lakes' },
        recognise: { titles: ['湖长制……报告$'] },
      },
      'b.json': OWN,
      'c.json': { extends: FAZHI, sections: [NEW_SECTION] },
      'd.json': { extends: FAZHI, sections: [{ id: 'digital', template: '【待补：另写】。' }] },
    });
    assert.deepEqual(problems, []);
    const ids = profiles.map(({ id }) => id);
    assert.ok(ids.indexOf('lake-report') < ids.indexOf('river-report'));
    assert.ok(ids.indexOf('river-report') < ids.indexOf('official-document'));
    assert.ok(!find(profiles, 'lake-report').titles.test('河长制工作报告'), 'a kind of its own is known by its own words only');
    assert.equal(find(profiles, FAZHI).sections.find(({ id }) => id === 'digital')!.template, '【待补：另写】。');
  });

  it('cannot switch off or weaken what a regulation demands', () => {
    const cases: [part: object, place: string][] = [
      [{ sections: [{ id: 'shortcomings', required: 'optional' }] }, '"optional"'],
      [{ sections: [{ id: 'shortcomings', title: '问题' }] }, '"问题"'],
      [{ sections: [{ id: 'shortcomings', causes: false }] }, 'false'],
      [{ sections: [{ id: 'next-plan', year: 0 }] }, '0'],
      [{ sections: [{ id: 'shortcomings', aliases: ['推进法治'] }] }, '["推进法治"]'],
      [{ sections: [{ id: 'shortcomings', nested: ['主要安排'] }] }, '["主要安排"]'],
      [{ recognise: { except: ['报告'] } }, '["报告"]'],
      [{ titleYear: 1 }, '1'],
    ];
    const was = find(bundled, FAZHI);
    for (const [part, place] of cases) {
      const { profiles, problems } = read({ 'a.json': { extends: FAZHI, ...part } });
      assert.deepEqual(problems, [`a.json: weaker «${place}»`]);
      const is = find(profiles, FAZHI);
      for (const section of was.sections) {
        const same = is.sections[section.index];
        assert.deepEqual(
          [same.title, same.required, same.year, same.causes],
          [section.title, section.required, section.year, section.causes],
        );
        for (const other of was.sections)
          assert.equal(same.aliases.test(other.title), section.aliases.test(other.title), `${place} ${other.id}`);
      }
      assert.equal(is.except, was.except);
      assert.equal(is.titleYear, was.titleYear);
    }
    // What only custom asks for may be let go.
    const custom = read({ 'a.json': { extends: 'duty-report', sections: [{ id: 'problems', required: 'optional' }] } });
    assert.deepEqual(custom.problems, []);
    assert.equal(find(custom.profiles, 'duty-report').sections.find(({ id }) => id === 'problems')!.required, 'optional');
  });

  it('rests on practice, whatever it says', () => {
    const { profiles, problems } = read({
      'a.json': { ...OWN, basis: [{ level: 'law', title: '《临川市的文件》', article: '第三条', confirmed: true }] },
    });
    assert.deepEqual(problems, ['a.json: onlyPractice «"law"»']);
    assert.deepEqual(
      find(profiles, 'river-report').basis.map(({ level }) => level),
      ['practice'],
    );
    const report = new Service({ today: '2026-01-20' }).open(
      'file:///a.txt',
      'plaintext',
      1,
      '青石县2025年河长制工作报告\n一、其他\n巡河。',
      { ...NO_SETTINGS, profiles },
    );
    assert.deepEqual(
      report
        .findings()
        .filter(({ rule }) => rule.id === 'section/missing')
        .map(({ severity }) => severity),
      ['hint'],
    );
  });

  it('says where a file is faulty, leaves it out, and keeps the others', () => {
    const cases: [text: unknown, problem: string][] = [
      ['{ "id": "river-report", ', 'CloseBraceExpected'],
      ['', 'notObject'],
      ['[]', 'notObject «[]»'],
      [{ ...OWN, colour: 'red' }, 'unknownField «"colour"»'],
      [{ ...OWN, sektions: [] }, 'unknownFieldMeant «"sektions"»'],
      [{ ...OWN, sections: [{ ...OWN.sections[0], hue: 1 }] }, 'unknownField «"hue"»'],
      [{ ...OWN, sections: [{ ...OWN.sections[0], aliases: ['工作', '(主要'] }] }, 'patternOpen «"(主要"»'],
      [{ ...OWN, sections: [{ ...OWN.sections[0], template: undefined }] }, 'missingField «{»'],
      [{ ...OWN, id: FAZHI }, `taken «"${FAZHI}"»`],
      [{ extends: 'fazhi-anual-report' }, 'noBaseMeant «"fazhi-anual-report"»'],
      [{ extends: '../../etc/passwd' }, 'noBase «"../../etc/passwd"»'],
      [{ extends: FAZHI, precedence: ['leader'] }, 'noSection «"leader"»'],
      [{ extends: FAZHI, sections: Array.from({ length: 5 }, (_, i) => ({ ...NEW_SECTION, id: `digital-${i}` })) }, 'manySections'],
    ];
    for (const [data, problem] of cases) {
      const { profiles, problems } = read({ 'a.json': data, 'b.json': { ...OWN, id: 'good-report' } });
      assert.ok(problems.length >= 1 && problems.every((p) => p.startsWith('a.json: ')), problems.join());
      if (!problem.endsWith('Expected')) assert.ok(problems[0].startsWith(`a.json: ${problem}`), problems[0]);
      assert.deepEqual(
        profiles.map(({ id }) => id).filter((id) => !bundled.some((p) => p.id === id)),
        ['good-report'],
      );
    }
  });

  it('unties circles', () => {
    const own = (id: string, base: string) => ({ ...OWN, id, extends: base });
    assert.deepEqual(read({ 'a.json': own('a-report', 'b-report'), 'b.json': own('b-report', 'a-report') }).problems, [
      'a.json: circle «"b-report"»',
      'b.json: circle «"a-report"»',
    ]);
    assert.deepEqual(read({ 'a.json': own('a-report', 'a-report') }).problems, ['a.json: noBase «"a-report"»']);
  });

  it('takes hostile data', () => {
    const proto = read({ 'a.json': '{ "__proto__": { "id": "x" }, "id": "river-report" }' });
    assert.deepEqual(proto.problems, ['a.json: unknownField «"__proto__"»']);
    assert.equal(({} as { id?: string }).id, undefined);
    for (const text of [
      '['.repeat(100_000),
      `{"id":${'{"a":'.repeat(50_000)}`,
      `{ "extends": "constructor" }`,
      `{ "extends": "__proto__" }`,
      '\u0000'.repeat(1000),
      `{ "id": "${'a'.repeat(300_000)}" }`,
    ]) {
      const { profiles, problems } = read({ 'a.json': text });
      assert.ok(problems.length > 0);
      assert.equal(profiles, bundled);
    }
    const many = read(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.json`, { ...OWN, id: `own-${i}` }])));
    assert.equal(many.problems.length, 8);
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('sections', 'recognise', 'variants', 'identities', 'skeleton', 'extends', 'basis'),
        (value, field) => {
          read({ 'a.json': { extends: FAZHI, [field]: value } });
        },
      ),
    );
  });

  it('has words for every fault', () => {
    const files = [{ uri: 'a.json', text: JSON.stringify({ extends: 'fazhi-anual-report' }) }];
    const [{ message, args }] = readOverlays(bundled, files).problems.get('a.json')!;
    assert.equal(
      fill(CONFIG_MESSAGES[message], args, 'zh-cn', CONFIG_MESSAGES),
      '没有“fazhi-anual-report”这一文种，是否指“fazhi-annual-report”？',
    );
    assert.match(fill(CONFIG_MESSAGES[message], args, 'en', CONFIG_MESSAGES), /Did you mean/);
  });
});

describe('overlay: where it is looked for', () => {
  const ROOT = 'file:///w';
  const known = { rules: ['section/missing'], profiles: bundled.map(({ id }) => id) };
  const idsAt = async (resolver: Resolver, uri: string) =>
    (await resolver.profilesFor(uri)).filter((p) => !bundled.includes(p)).map(({ id }) => id);

  it('the nearest folder counts, alone; each root has its own', async () => {
    const host = new MemoryHost({
      [`${ROOT}/.gongwen/profiles/river.json`]: JSON.stringify(OWN),
      [`${ROOT}/.gongwen/profiles/notes.txt`]: 'not one of them',
      [`${ROOT}/a/.gongwen/profiles/lake.json`]: JSON.stringify({ ...OWN, id: 'lake-report' }),
      'file:///v/.gongwen/config.json': '{}',
    });
    const resolver = new Resolver(host, known);
    assert.deepEqual(await idsAt(resolver, `${ROOT}/b/c/稿.txt`), ['river-report']);
    assert.deepEqual(await idsAt(resolver, `${ROOT}/a/稿.txt`), ['lake-report']);
    assert.deepEqual(await idsAt(resolver, `${ROOT}/a/`), ['lake-report']);
    assert.deepEqual(await idsAt(resolver, 'file:///v/稿.txt'), []);
    assert.deepEqual(await idsAt(resolver, 'untitled:稿'), []);
    assert.equal((await resolver.resolve('file:///v/稿.txt', NO_SETTINGS)).settings.profiles, undefined);
  });

  it('its kinds may be named in the settings, beside them or by the editor', async () => {
    const said: string[] = [];
    const host = new MemoryHost({
      [`${ROOT}/.gongwen/profiles/river.json`]: JSON.stringify(OWN),
      [`${ROOT}/.gongwen/config.json`]: '{ "profile": "river-report" }',
    });
    const resolver = new Resolver(host, known, (_, __, { problems }) => said.push(...problems.map(({ message }) => message)));
    assert.equal((await resolver.resolve(`${ROOT}/a.txt`, NO_SETTINGS)).settings.profile, 'river-report');
    assert.deepEqual(said, []);
  });

  it('the same files give the same profiles, so that nothing is looked at again', async () => {
    const host = new MemoryHost({ [`${ROOT}/.gongwen/profiles/river.json`]: JSON.stringify(OWN) });
    const resolver = new Resolver(host, known);
    const first = await resolver.profilesFor(`${ROOT}/a.txt`);
    resolver.forget();
    assert.equal(await resolver.profilesFor(`${ROOT}/a.txt`), first);
    host.files.set(`${ROOT}/.gongwen/profiles/river.json`, JSON.stringify({ ...OWN, id: 'lake-report' }));
    assert.equal(await resolver.profilesFor(`${ROOT}/a.txt`), first);
    resolver.forget();
    assert.deepEqual(await idsAt(resolver, `${ROOT}/a.txt`), ['lake-report']);
  });

  it('an entry that is no plain file name is not read', async () => {
    const asked: string[] = [];
    const host = new MemoryHost();
    host.list = () =>
      Promise.resolve(
        ['../evil.json', '..\\evil.json', '.json', '.hidden.json', 'a/b.json', 'ok.json'].map((name) => ({ name, folder: false })),
      );
    host.read = (uri) => (asked.push(uri), Promise.resolve(null));
    await new Resolver(host, known).profilesFor(`${ROOT}/a.txt`);
    assert.deepEqual(
      asked.filter((uri) => uri.includes('profiles')),
      [`${ROOT}/.gongwen/profiles/ok.json`],
    );
  });
});
