/** The grammar's patterns: what they name, and that no line makes them slow. */
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly patterns?: readonly Pattern[];
  readonly captures?: Record<string, Pattern>;
}

const { patterns, repository } = JSON.parse(readFileSync('syntaxes/gongwen.tmLanguage.json', 'utf8')) as {
  readonly patterns: readonly Pattern[];
  readonly repository: Record<string, Pattern>;
};

/** A pattern's source in JavaScript's dialect; `\A` is the start of the line that is the first. */
function js(source: string): string {
  return source.replace('\\A', '^').replace('\\1', '(?:```|~~~)');
}

function* matches(list: readonly Pattern[]): Iterable<Pattern & { match: string }> {
  for (const pattern of list) {
    if (pattern.include) yield* matches([repository[pattern.include.slice(1)]]);
    else if (pattern.match !== undefined) yield { ...pattern, match: pattern.match };
    else if (pattern.patterns) yield* matches(pattern.patterns);
  }
}

/** The scopes of the leftmost match in a line; of several the first listed, as in the editor. */
function first(list: readonly Pattern[], line: string, isFirst = false): string {
  let best: { index: number; scopes: string; text: string } | undefined;
  for (const pattern of matches(list)) {
    if (pattern.match.startsWith('\\A') && !isFirst) continue;
    const found = new RegExp(js(pattern.match)).exec(line);
    if (!found || (best && best.index <= found.index)) continue;
    const scopes = [pattern.name, ...Object.values(pattern.captures ?? {}).map(({ name }) => name)].filter(Boolean).join(' ');
    best = { index: found.index, scopes, text: found[0] };
  }
  return best ? `${best.text} → ${best.scopes}` : '';
}

const top = patterns.filter(({ include }) => include !== '#inline');
const inline = repository.inline.patterns ?? [];

describe('grammar', () => {
  const lines: [string, RegExp][] = [
    ['一、主要举措和成效', /heading\.1/],
    ['　　（一）加强组织领导。今年以来，', /heading\.2/],
    ['(二)完善制度', /heading\.2/],
    ['3.推进执法公示', /heading\.3/],
    ['1. 2024年以来', /heading\.3/],
    ['（4）其他', /heading\.4/],
    ['② 其他', /heading\.5/],
    ['第二部分 存在问题', /heading\.1/],
    ['## 下一步打算', /heading\.gongwen/],
    ['　　附件：1.统计表', /element/],
    ['一是健全机制。二是强化培训。', /lead/],
    ['<!-- gongwen: off figure/sum -- 合计含补报数 -->', /directive/],
    ['% gongwen: profile=official-document', /directive/],
  ];
  for (const [line, scope] of lines) it(`knows ${line}`, () => assert.match(first(top, line), scope));

  it('knows a title, in the first line only', () => {
    const title = '青石县水利局2024年度法治政府建设情况报告';
    assert.match(first(top, title, true), /heading\.title/);
    assert.equal(first(top, title), '');
  });

  it('takes a decimal at the start of a line for a figure', () => {
    assert.doesNotMatch(first(top, '1.5亿元用于补助'), /heading/);
    assert.match(first(inline, '1.5亿元用于补助'), /^1\.5亿元 → constant\.numeric/);
  });

  const marks: [string, RegExp][] = [
    ['青政发〔2024〕15号', /^〔2024〕15号 → constant\.other\.document-number/],
    ['根据《青石县志愿服务办法》', /^《青石县志愿服务办法》 → string/],
    ['截至2024年12月31日', /^2024年12月31日 → constant\.numeric\.date/],
    ['增长12.5个百分点', /^12\.5个百分点 → constant\.numeric/],
    ['共计1,204件', /^1,204件 → constant\.numeric/],
    ['约三百余起，罚款××万元', /^×× → keyword\.other\.placeholder/],
    ['【待补：案例】', /^【待补：案例】 → keyword\.other\.placeholder/],
    ['见https://example.cn/2024/1.html', /→ markup\.underline\.link/],
  ];
  for (const [line, expected] of marks) it(`marks ${line}`, () => assert.match(first(inline, line), expected));

  it('reads hostile lines without delay', function () {
    this.timeout(5000);
    const sources: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (typeof part === 'string' && ['match', 'begin', 'end'].includes(key)) sources.push(part);
        else collect(part);
      }
    };
    collect(repository);
    assert.ok(sources.length > 20);
    const bits = [
      '一',
      '（',
      '《',
      '1,',
      '1',
      '<!--',
      '【',
      ' ',
      '　',
      '报告',
      'http://a',
      ' -- ',
      '×',
      '1万',
      '#',
      'X',
      'a-',
      '〔2024',
      '第一',
    ];
    for (const bit of bits) {
      const line = bit.repeat(50_000);
      for (const source of sources) for (const found of line.matchAll(new RegExp(js(source), 'g'))) if (found.index < 0) assert.fail();
    }
  });
});
