import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestIncreasing, type Alignment } from '../../server/core/alignment';
import { Service } from '../../server/service';

const service = new Service({ today: '2025-02-01' });
const TITLE = '云河区水利局关于2024年度法治政府建设情况的报告';

interface Chapter {
  readonly title: string;
  readonly text: readonly string[];
}
const MEASURES: Chapter = {
  title: '2024年推进法治政府建设的主要举措和成效',
  text: ['（一）规范执法', '评查案卷9卷。', '（二）加强普法', '开展宣讲4场。'],
};
const SHORTCOMINGS: Chapter = { title: '2024年推进法治政府建设存在的不足和原因', text: ['执法力量偏弱，原因是编制少。'] };
const LEADER: Chapter = {
  title: '2024年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
  text: ['局长主持学习3次。'],
};
const PLAN: Chapter = { title: '2025年推进法治政府建设的主要安排', text: ['开展案卷评查。'] };
const WHOLE = [MEASURES, SHORTCOMINGS, LEADER, PLAN];

function text(chapters: readonly Chapter[], title = TITLE): string {
  return [title, ...chapters.flatMap((chapter, i) => [`${'一二三四五六七八九'[i]}、${chapter.title}`, ...chapter.text])].join('\n');
}

function aligned(source: string): Alignment {
  return service.open('file:///稿.txt', 'plaintext', 1, source, { rules: {}, profile: 'fazhi-annual-report' }).alignment!;
}

/** `measures present 2024年…` for each section, required ones first. */
function states(source: string): Record<string, string> {
  return Object.fromEntries(aligned(source).states.map(({ section, state }) => [section.id, state]));
}

const ALL = { measures: 'present', shortcomings: 'present', 'leader-duty': 'present', 'next-plan': 'present', other: 'missing' };

describe('alignment', () => {
  it('finds every chapter', () => {
    assert.deepEqual(states(text(WHOLE)), ALL);
    assert.equal(aligned(text(WHOLE)).thematic, false);
  });

  it('is not shifted by strange headings', () => {
    const strange = fc.constantFrom('坚持党建引领', '群众工作', '……', '（一）', '特别说明', '队伍建设 2019年');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), strange), { maxLength: 4 }), (insertions) => {
        const chapters = [...WHOLE];
        for (const [at, title] of insertions) chapters.splice(at, 0, { title, text: ['正文。'] });
        const { states: found } = aligned(text(chapters));
        assert.deepEqual(
          found.slice(0, 4).map(({ heading, state }) => [state, heading?.title]),
          WHOLE.map(({ title }) => ['present', title]),
        );
      }),
    );
  });

  it('misses what is left out, and says where it belongs', () => {
    WHOLE.forEach((chapter, i) => {
      const rest = WHOLE.filter((c) => c !== chapter);
      const state = aligned(text(rest)).states[i];
      assert.equal(state.state, 'missing');
      assert.equal(state.at, undefined);
      assert.equal(state.after?.title, WHOLE[i - 1]?.title);
      assert.equal(state.before?.title, WHOLE[i + 1]?.title);
    });
  });

  it('looks inside other chapters', () => {
    const nested = { ...MEASURES, text: [...MEASURES.text, '（三）主要负责人履行法治建设第一责任人职责', '局长带头学法。'] };
    const leader = aligned(text([nested, SHORTCOMINGS, PLAN])).states[2];
    assert.equal(leader.state, 'nested');
    assert.equal(leader.heading?.title, '主要负责人履行法治建设第一责任人职责');
    const lead = { ...MEASURES, text: ['一是健全机制。制度9项。二是扛牢法治建设第一责任人职责。局长带头学法。'] };
    const runIn = aligned(text([lead, SHORTCOMINGS, PLAN])).states[2];
    assert.equal(runIn.state, 'run-in');
    assert.equal(runIn.at!.block.text.slice(runIn.at!.span.from, runIn.at!.span.to), '二是扛牢法治建设第一责任人职责');
    const body = { ...SHORTCOMINGS, text: ['执法力量偏弱，原因是编制少。下一步，我局将补充力量。'] };
    const plan = aligned(text([MEASURES, body, LEADER])).states[3];
    assert.equal(plan.state, 'body');
    assert.equal(plan.at!.block.text.slice(plan.at!.span.from, plan.at!.span.to), '下一步，我局将补充力量');
  });

  it('does not take the plan for this year’s duties', () => {
    const plan = { ...PLAN, text: ['（一）压实第一责任人职责', '推动主要负责人履行法治建设第一责任人职责。'] };
    assert.equal(states(text([MEASURES, SHORTCOMINGS, plan]))['leader-duty'], 'missing');
    const elsewhere = { ...MEASURES, text: ['局主要负责人履行法治建设第一责任人职责。'] };
    assert.equal(states(text([plan, elsewhere, SHORTCOMINGS]))['leader-duty'], 'body');
  });

  it('lets one chapter serve two sections', () => {
    const both = { title: '存在问题及下一步打算', text: ['执法力量偏弱，原因是编制少；2025年将补充。'] };
    const alignment = aligned(text([MEASURES, LEADER, both]));
    assert.deepEqual(
      alignment.chapters.map((chapter) => alignment.roles.get(chapter)),
      [['measures'], ['leader-duty'], ['shortcomings', 'next-plan']],
    );
    const apart = aligned(text([MEASURES, both, LEADER, PLAN]));
    assert.deepEqual(
      apart.states.slice(0, 4).map((s) => s.state),
      ['present', 'present', 'present', 'present'],
    );
    assert.deepEqual([alignment.states[1].state, alignment.states[3].state], ['combined', 'combined']);
    assert.ok(alignment.states.every(({ misplaced }) => !misplaced));
  });

  it('takes chapters by theme for the measures', () => {
    const themes = [
      { title: '坚持党的领导', text: ['学习6次。'] },
      { title: '规范公正执法', text: ['评查案卷9卷。'] },
    ];
    const mixed = aligned(text([...themes, SHORTCOMINGS, LEADER, PLAN]));
    assert.equal(mixed.thematic, false);
    assert.deepEqual([mixed.states[0].state, mixed.states[0].named, mixed.states[0].headings.length], ['present', false, 2]);
    assert.equal(aligned(text([...themes, SHORTCOMINGS])).thematic, true);
    assert.equal(states(text([themes[0], SHORTCOMINGS, LEADER, PLAN])).measures, 'missing');
  });

  it('sees through parts and a heading that repeats the title', () => {
    const parts = [
      '第一部分 基本情况',
      '一、2024年主要举措和成效',
      '甲。',
      '二、存在的不足和原因',
      '由于乙。',
      '第二部分 其他',
      '一、主要负责人履行法治建设第一责任人职责情况',
      '丙。',
      '二、2025年工作安排',
      '丁。',
    ];
    assert.deepEqual(states([TITLE, ...parts].join('\n')), ALL);
  });

  it('names the earliest chapter that breaks the order', () => {
    const misplaced = (...chapters: Chapter[]) =>
      aligned(text(chapters))
        .states.filter((s) => s.misplaced)
        .map(({ section }) => section.id);
    assert.deepEqual(misplaced(...WHOLE), []);
    assert.deepEqual(misplaced(MEASURES, LEADER, SHORTCOMINGS, PLAN), ['leader-duty']);
    assert.deepEqual(misplaced(PLAN, MEASURES, SHORTCOMINGS, LEADER), ['next-plan']);
    assert.deepEqual(misplaced(LEADER, MEASURES, PLAN), []);
  });
});

describe('longestIncreasing', () => {
  it('is a longest increasing subsequence that leaves out what comes earliest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 7 }), (values) => {
        const chosen = [...longestIncreasing(values)].sort((a, b) => a - b);
        const subsets = Array.from({ length: 2 ** values.length }, (_, bits) => values.map((_v, i) => i).filter((i) => bits & (2 ** i)));
        const increasing = subsets.filter((places) => places.every((p, i) => i === 0 || values[p] > values[places[i - 1]]));
        const longest = Math.max(...increasing.map((places) => places.length));
        const latest = increasing.filter((places) => places.length === longest).sort((a, b) => compare(b, a))[0];
        assert.deepEqual(chosen, latest);
      }),
    );
  });
});

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
