/** Tables: what a cell is, and what a table says of its numbers. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockContent } from '../../../server/core/block';
import type { StatedTable, TableStatement } from '../../../server/core/facts/table-sum';
import { textArb } from '../../support/texts';

function read(text: string): StatedTable | undefined {
  return new BlockContent('table', text, '', text.split('\n').length, '', undefined).facts.tables[0];
}
function statements(text: string): readonly TableStatement[] {
  return read(text)?.statements ?? [];
}
/** What fails: form and place. */
function said(text: string): string[] {
  return statements(text)
    .filter((s) => s.verdict === 'fails')
    .map((s) => `${s.form} ${text.slice(s.at.from, s.at.to)}`);
}
const md = (...rows: string[]) =>
  [`|${rows[0]}|`, `|${rows[0].replace(/[^|]+/g, '---')}|`, ...rows.slice(1).map((r) => `|${r}|`)].join('\n');

describe('facts/table', () => {
  it('reads cells with their exact value; a dash, a stroke, a blank and 不适用 are no number', () => {
    const table = read(
      '| 项目 | 数 |\n|:--|--:|\n| 甲 | **1,234.50** |\n| 乙 | — |\n| 丙 |  |\n| 丁 | / |\n| 戊 | 不适用 |\n| 己 | 12.5% |\n| 庚 | 约30 |\n| 辛 | 3.2万元 |\n| 壬 | -5 |',
    )!;
    assert.equal(table.head, 1);
    assert.deepEqual(
      table.rows.slice(1).map((row) => `${row[1].kind}${row[1].unit}`),
      ['number', 'empty', 'empty', 'empty', 'empty', 'number%', 'text', 'number元', 'number'],
    );
    assert.equal(table.rows[1][1].numeral!.digits.mantissa, 123450n);
    assert.ok(table.rows[9][1].negative);
  });

  it('reads tabs as well, CRLF too, and years over columns as a head', () => {
    const table = read('项目\t2023\t2024\r\n收案\t12\t15\r\n结案\t10\t14')!;
    assert.equal(table.head, 1);
    assert.equal(table.rows[2][2].kind, 'number');
  });

  const FAILS: [string, string[]][] = [
    [md('单位|件数', '甲队|12', '乙队|15', '合计|28'), ['column 28']],
    ['单位\t件数\n甲队\t12\n乙队\t15\n合 计\t28', ['column 28']],
    ['单位\t件数\n总计\t28\n甲队\t12\n乙队\t15', ['column 28']],
    [md('片区|单位|件数', '东|甲队|12', '东|乙队|15', '|小计|27', '西|丙队|8', '西|丁队|9', '|小计|18', '|合计|44'), ['column 18']],
    [md('片区|单位|件数', '东|甲队|12', '东|乙队|15', '|小计|27', '西|丙队|8', '西|丁队|9', '|小计|17', '|合计|45'), ['column 45']],
    [md('序号|单位|件数|罚款（万元）', '1|甲队|12|3.25', '2|乙队|15|4.5', '|合计|27|7.85'), ['column 7.85']],
    [md('单位|件数', '甲队|30', '乙队|—', '丙队|15', '合计|28'), ['column 28']],
    [md('单位|食品|药品|合计', '甲队|12|5|17', '乙队|15|6|22', '丙队|7|2|9'), ['row 22']],
    [md('单位|合计|食品|药品', '甲队|17|12|5', '乙队|22|15|6', '合计|38|27|11'), ['cell 22']],
    [md('单位|食品|药品|合计', '甲队|12|5|17', '乙队|15|7|21', '合计|27|11|38'), ['cell 7']],
    [md('类型|件数|占比（%）', '维持|30|60', '撤销|12|24', '终止|8|18', '合计|50|100'), ['share 18']],
    [md('来源|占比', '来信|35%', '来访|25%', '网上|50%', '合计|100%'), ['shares 100%']],
    [md('单位|受理|办结|办结率', '甲|120|114|95%', '乙|80|78|97.5%', '丙|60|57|98%', '合计|260|249|95.8%'), ['rate 98%']],
    [
      md(
        '指标|单位|2024年|2025年|增减（%）',
        '许可|件|80|86|7.5',
        '处罚|件|50|58|61',
        '检查|次|640|592|-7.5',
        '征收|万元|120.00|131.40|9.5',
      ),
      ['rate 61'],
    ],
    [md('指标|2024年|2025年|增长（%）', '收案|100|130|30', '结案|95|128|34.7', '移送|20|15|-25', '听证|8|9|15'), ['rate 15']],
    [md('月份|1月|2月|3月|一季度合计', '受理|12|15|18|45', '办结|10|14|17|42', '未结|2|1|1|4'), ['row 42']],
    [md('项目|罚款（元）', '甲|1200', '乙|2300', '合计|3501'), ['column 3501']],
    [md('单位|办理|', '|件数|办结（%）', '甲|12|95', '乙|15|96', '合计|28|95.6'), ['column 28']],
    [md('单位|案件（件）', '甲|1,200', '乙|2,300', '合计|3,600'), ['column 3,600']],
  ];
  describe('fails', () => {
    for (const [text, wanted] of FAILS) it(text.replace(/\n/g, ' ⏎ '), () => assert.deepEqual(said(text), wanted));
  });

  const SILENT = [
    md('单位|件数', '甲队|12', '乙队|—', '丙队|15', '合计|30'),
    md('单位|金额（万元）', '甲|33.3', '乙|33.3', '丙|33.3', '合计|100'),
    md('单位|资金（万元）', '甲|33', '乙|33', '丙|33', '合计|100'),
    md('单位|件数', '甲队|12', '乙队|约15', '合计|28'),
    md('指标|数值', '受理（件）|12', '罚没（万元）|15', '合计|28'),
    md('单位|办结率|名次', '甲|95%|1', '乙|96%|2', '合计|95.5%|3'),
    md('单位|件数', '行政处罚|86', '其中：简易程序|30', '行政强制|12', '合计|98'),
    md('单位|检查（次）|合计（件）', '甲|120|15', '乙|80|21'),
    md('单位|食品|合计', '甲|12|15', '乙|15|21'),
    '12\t15\n20\t30\n合计\t50',
    '单位\t件数\n甲队\t12\t3\n乙队\t15\n合计\t99',
    md('类型|件数|同比', '维持|30|12%', '撤销|12|5%', '合计|42|9%'),
    md('类型|件数|占比', '维持|30|71%', '撤销|12|28%', '合计|42|100%'),
    md('部门|受理|办结|合计', '甲|5|4|30', '乙|6|6|41'),
    md('单位|受理|办结|办结率', '甲|120|114|95%', '乙|80|78|90%', '丙|60|57|98%'),
    md('单位|受理|满意率', '甲|120|95%', '乙|80|90%', '丙|60|98%'),
    md('项目|2025年决算', '基本支出|33', '项目支出|33', '其他支出|33', '合计|100'),
    md('单位|办理|', '|件数|办结（%）', '甲|12|95', '乙|15|96', '合计|27|95.6'),
    md('单位|案件', '行政处罚|', '甲|12', '乙|15', '合计|27'),
  ];
  describe('is silent', () => {
    for (const text of SILENT) it(text.replace(/\n/g, ' ⏎ '), () => assert.deepEqual(said(text), []));
  });

  it('holds, with its calculation', () => {
    const formulas = (text: string) =>
      statements(text)
        .filter((s) => s.verdict === 'holds')
        .map((s) => s.formula);
    assert.deepEqual(formulas(md('单位|件数', '甲队|12', '乙队|15', '合计|27')), ['12+15=27']);
    assert.deepEqual(formulas(md('单位|万元', '甲|33.3', '乙|33.3', '丙|33.3', '合计|100')), ['33.3+33.3+33.3≈100']);
  });

  it('a table of any numbers with its totals is silent; one number changed is found, and a correction offered restores silence', () => {
    const grid = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
      .chain(([r, c]) =>
        fc.tuple(
          fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
          fc.nat(),
          fc.nat(),
          fc.integer({ min: 1, max: 50 }),
        ),
      );
    fc.assert(
      fc.property(grid, fc.boolean(), ([rows, i, k, change], tabs) => {
        const width = rows[0].length;
        const full = rows.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
        const all = [...full, Array.from({ length: width + 1 }, (_, c) => full.reduce((a, row) => a + row[c], 0))];
        const write = (numbers: number[][]) => {
          const lines = [
            ['单位', ...Array.from({ length: width }, (_, c) => `第${c + 1}项`), '合计'],
            ...numbers.map((row, r) => [r === rows.length ? '合计' : `分队${r}`, ...row.map(String)]),
          ];
          return tabs ? lines.map((l) => l.join('\t')).join('\n') : md(...lines.map((l) => l.join('|')));
        };
        assert.deepEqual(said(write(all)), []);
        const r = i % all.length;
        const c = k % (width + 1);
        const wrong = all.map((row) => [...row]);
        wrong[r][c] += change;
        const text = write(wrong);
        const failing = statements(text).filter((s) => s.verdict === 'fails');
        assert.equal(failing.length, 1, text);
        assert.equal(text.slice(failing[0].at.from, failing[0].at.to), String(wrong[r][c]));
        assert.ok(
          failing[0].corrections.some(
            ({ cell, newText }) => said(text.slice(0, cell.numeral!.from) + newText + text.slice(cell.numeral!.to)).length === 0,
          ),
          text,
        );
      }),
    );
  });

  it('total, spans inside the text', () => {
    fc.assert(
      fc.property(fc.array(textArb(), { maxLength: 5 }), (lines) => {
        const text = lines.map((l) => `|${l}`).join('\n');
        for (const row of read(text)?.rows ?? [])
          for (const { span } of row) assert.ok(span.from >= 0 && span.from <= span.to && span.to <= text.length);
      }),
    );
  });
});
