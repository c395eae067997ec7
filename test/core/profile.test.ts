import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { BlockContent } from '../../server/core/block';
import { readHeading } from '../../server/core/facts/heading';
import { compileProfile } from '../../server/core/compile-profile';
import { ProfileError } from '../../server/core/data-node';
import { cueSpan, foldTitle, readYears, sectionCues, yearsIn, type ProfileData } from '../../server/core/profile';
import { YEAR } from '../../server/core/pattern';
import { profiles } from '../../server/profiles';
import { faults } from '../support/json-schema';

const fazhi = profiles.find(({ id }) => id === 'fazhi-annual-report')!;

const DATA: ProfileData = {
  id: 'river-report',
  title: { 'zh-cn': '河长制年度报告', en: 'Annual river report' },
  sections: [
    {
      id: 'work',
      title: '{year}主要工作',
      required: 'required',
      aliases: ['主要工作'],
      essential: ['工作'],
      template: '【待补：主要工作】',
    },
    { id: 'plan', title: '{year}工作打算', required: 'required', year: 1, aliases: ['打算'], template: '【待补：打算】' },
  ],
};

/** The data with one value changed: `change('sections.0.id', 5)`. */
function change(path: string, value: unknown): unknown {
  const copy = structuredClone(DATA) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, keys[keys.length - 1]);
  else at[keys[keys.length - 1]] = value;
  return copy;
}

function paragraph(text: string): BlockContent {
  const heading = readHeading(text);
  return new BlockContent(heading ? 'heading' : 'paragraph', text, '\n', 1, '', heading);
}

/** The ids of the sections that a paragraph speaks of. */
function spokenOf(text: string): string {
  const bits = sectionCues(fazhi, paragraph(text));
  return fazhi.sections
    .filter(({ index }) => bits & (1 << index))
    .map(({ id }) => id)
    .join(' ');
}

describe('profile', () => {
  it('compiles data', () => {
    const profile = compileProfile(DATA);
    assert.deepEqual(
      profile.sections.map(({ id, year, required }) => [id, year, required]),
      [
        ['work', 0, 'required'],
        ['plan', 1, 'required'],
      ],
    );
    assert.equal(profile.skeleton, undefined);
  });

  it('says where faulty data is at fault', () => {
    const cases: [path: string, value: unknown, fault: string][] = [
      ['id', undefined, 'id'],
      ['id', 'River Report', 'id'],
      ['title.en', '', 'title.en'],
      ['colour', 'red', ''],
      ['sections', {}, 'sections'],
      ['sections.0.aliases', undefined, 'sections[0].aliases'],
      ['sections.0.aliases', ['(主要'], 'sections[0].aliases[0]'],
      ['sections.0.aliases', ['打算'], 'sections[0].aliases'],
      ['sections.0.except', ['工作'], 'sections[0].aliases'],
      ['sections.0.essential', ['工作', '成效'], 'sections[0].essential[1]'],
      ['sections.0.required', 'maybe', 'sections[0].required'],
      ['sections.1.year', 2, 'sections[1].year'],
      ['sections.1.id', 'work', 'sections[1].id'],
      ['sections.1.template', undefined, 'sections[1].template'],
      ['precedence', ['harvest'], 'precedence[0]'],
      ['basis', [{ level: 'law', title: '《河湖管理办法》', article: '第三条', confirmed: false }], 'basis[0].article'],
      ['deadlines', [{ duty: 'submit', before: '13-01' }], 'deadlines[0].before'],
      ['sections', Array.from({ length: 9 }, (_, i) => ({ ...DATA.sections![0], id: `work-${i}` })), 'sections'],
    ];
    for (const [path, value, fault] of cases) {
      assert.throws(
        () => compileProfile(change(path, value)),
        (error) => error instanceof ProfileError && error.path === fault,
        path,
      );
    }
  });

  it('throws nothing but its own error, whatever the data', () => {
    const keys = ['id', 'title', 'zh-cn', 'en', 'sections', 'aliases', 'template', 'recognise', 'basis', '__proto__', 'length'];
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('', '甲|', 'a', 1, true, null, undefined),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    const attempt = (data: unknown) => {
      try {
        compileProfile(data);
      } catch (error) {
        assert.ok(error instanceof ProfileError, String(error));
      }
    };
    fc.assert(fc.property(tree, attempt));
    fc.assert(
      fc.property(
        fc.constantFrom(
          'id',
          'title',
          'sections.0',
          'sections.0.aliases',
          'sections.1.year',
          'recognise',
          'skeleton',
          'variants',
          'nextYear',
        ),
        tree,
        (path, value) => attempt(change(path, value)),
      ),
    );
  });

  it('agrees with the schema that editors use', () => {
    const schema: unknown = JSON.parse(readFileSync('schemas/profile.schema.json', 'utf8'));
    for (const name of readdirSync('server/profiles').filter((n) => n.endsWith('.json'))) {
      assert.deepEqual(faults(schema, JSON.parse(readFileSync(`server/profiles/${name}`, 'utf8'))), [], name);
    }
    assert.deepEqual(faults(schema, DATA), []);
    const office = {
      extends: 'fazhi-annual-report',
      sections: [{ id: 'shortcomings', aliases: ['症结所在'] }],
      skeleton: { after: ['特此报告。'] },
    };
    assert.deepEqual(faults(schema, office), []);
    assert.notDeepEqual(faults(schema, { ...office, sections: [{ aliases: ['症结所在'] }] }), []);
    assert.notDeepEqual(faults(schema, { ...office, sections: [{ id: 'shortcomings', aliasses: [] }] }), []);
    for (const [path, value] of [
      ['id', 5],
      ['colour', 'red'],
      ['sections.0.aliases', undefined],
      ['sections.1.year', 2],
      ['title.en', ''],
      ['sections.0.hue', 1],
      ['deadlines', [{ duty: 'submit', before: '13-01' }]],
    ] as const) {
      assert.notDeepEqual(faults(schema, change(path, value)), [], path);
    }
  });

  it('folds titles', () => {
    const cases: [title: string, folded: string][] = [
      ['2023年推进法治建设（法治政府建设）存在的不足', `${YEAR}推进法治建设法治政府建设存在的不足`],
      ['２０２３ 年度　工作打算', `${YEAR}工作打算`],
      ['二〇二五年“第一责任人”职责,落实情况', `${YEAR}第一责任人职责落实情况`],
      ['12345热线工作', '12345热线工作'],
    ];
    for (const [title, folded] of cases) assert.equal(foldTitle(title), folded);
  });

  it('reads the years of a title', () => {
    assert.deepEqual(readYears('二、2024年度不足'), [{ year: 2024, span: { from: 2, to: 6 }, arabic: true, unit: '年度' }]);
    assert.deepEqual(yearsIn('2024年工作情况和2025年工作打算'), [2024, 2025]);
    assert.deepEqual(yearsIn('二〇二四年情况'), [2024]);
    assert.deepEqual(yearsIn('二○二五年情况'), [2025]);
    assert.deepEqual(yearsIn('２０２４年情况'), [2024]);
    assert.deepEqual(yearsIn('“十四五”以来'), []);
    assert.deepEqual(yearsIn('12024年'), []);
  });

  it('hears sentences that speak of a section', () => {
    const cases: [text: string, sections: string][] = [
      ['一年来取得了一定成绩，但与群众的期盼相比仍存在不少差距。', 'shortcomings'],
      ['我县仍然存在执法力量不足的问题。', 'shortcomings'],
      ['检查发现12家企业存在安全隐患，均已整改。', ''],
      ['下一步，我局将加大普法力度。', 'next-plan'],
      ['会议研究了下一步工作。', ''],
      ['局主要负责人认真履行推进法治建设第一责任人职责。', 'leader-duty'],
      ['根据《党政主要负责人履行推进法治建设第一责任人职责规定》，制定本办法。', ''],
      ['督促企业落实食品安全第一责任人责任。', ''],
      ['（一）提高站位。明年，我局将组织轮训。', 'next-plan'],
      ['（一）下一步我局将组织轮训', ''],
    ];
    for (const [text, sections] of cases) assert.equal(spokenOf(text), sections, text);
  });

  it('gives the sentence that speaks', () => {
    const content = paragraph('（一）提高站位。成效明显。下一步，我局将组织轮训；其余照旧。');
    const span = cueSpan(
      fazhi.sections.find(({ id }) => id === 'next-plan')!,
      content,
    )!;
    assert.equal(content.text.slice(span.from, span.to), '下一步，我局将组织轮训');
  });
});
