import assert from 'node:assert';
import fc from 'fast-check';
import { formatDocumentNumber, readDocumentNumbers, type DocumentNumber } from '../../../server/core/facts/document-number';
import { readIdentifiers } from '../../../server/core/facts/identifier';
import { scan } from '../../../server/core/facts/scan';

function read(text: string): readonly DocumentNumber[] {
  const s = scan(text);
  return readDocumentNumbers(s, readIdentifiers(s));
}

/** `number → canonical [faults]`, a ? for what is doubtful. */
function show(text: string): string[] {
  return read(text).map((n) => {
    const shown = text.slice(n.span.from, n.span.to);
    if (n.placeholder) return `${shown} blank`;
    return n.faults.length === 0 ? shown : `${shown} → ${n.canonical ?? '–'} [${n.faults.join(' ')}]${n.certain ? '' : '?'}`;
  });
}

const wellFormed: readonly (readonly [string, readonly string[]])[] = [
  ['根据云政办发〔2023〕36号文件', ['云政办发〔2023〕36号']],
  ['按照《关于甲的意见》和国办发〔2018〕118号精神', ['国办发〔2018〕118号']],
  ['现将和政办发〔2018〕3号印发', ['和政办发〔2018〕3号']],
  ['各单位严格执行要求对比国办发〔2018〕3号', ['国办发〔2018〕3号']],
  ['中（沪）检管〔2021〕175号、法（研）函〔1987〕32号', ['中（沪）检管〔2021〕175号', '法（研）函〔1987〕32号']],
  ['《办法》（试行）国发〔2023〕5号', ['国发〔2023〕5号']],
  ['临川银行令〔2020〕第5号、临川证监公告〔2020〕第8号', ['临川银行令〔2020〕第5号', '临川证监公告〔2020〕第8号']],
  ['云府令〔2026〕26号', ['云府令〔2026〕26号']],
  ['云政发〔2023〕5、6、7号和云政发〔2023〕8—10号', ['云政发〔2023〕5、6、7号', '云政发〔2023〕8—10号']],
  ['云政发〔2023〕5-1号、〔2024〕6号', ['云政发〔2023〕5-1号', '〔2024〕6号']],
  ['专题会议纪要〔2023〕5号、专题会议纪要[2023]5号', ['专题会议纪要〔2023〕5号', '专题会议纪要[2023]5号']],
  ['國發〔2023〕5號', ['國發〔2023〕5號']],
];

const malformed: readonly (readonly [string, readonly string[]])[] = [
  ['（云高新办发〔202336号）', ['云高新办发〔202336号 → 云高新办发〔2023〕36号 [bracket-missing]']],
  ['雲辦公開辦函〔202130', ['雲辦公開辦函〔202130 → 雲辦公開辦函〔2021〕30号 [bracket-missing hao-missing]']],
  [
    '云政发[2023]5号、云政发【2023】5号',
    ['云政发[2023]5号 → 云政发〔2023〕5号 [bracket-shape]', '云政发【2023】5号 → 云政发〔2023〕5号 [bracket-shape]'],
  ],
  ['青教语[2018]5号', ['青教语[2018]5号 → 青教语〔2018〕5号 [bracket-shape]']],
  ['教语[2018]5号', ['教语[2018]5号 → 教语〔2018〕5号 [bracket-shape]']],
  ['善语[2018]5号', ['善语[2018]5号 → 善语〔2018〕5号 [bracket-shape]?']],
  [
    '云政发(2023)5号，云政发（2023）5号',
    ['云政发(2023)5号 → 云政发〔2023〕5号 [bracket-shape]', '云政发（2023）5号 → 云政发〔2023〕5号 [bracket-shape]'],
  ],
  [
    '云政发「2023」5号、云政发﹝2023﹞5号、云政发︹2023︺5号、云政发<2023>5号',
    ['「」', '﹝﹞', '︹︺', '<>'].map((b) => `云政发${b[0]}2023${b[1]}5号 → 云政发〔2023〕5号 [bracket-shape]`),
  ],
  [
    '云政发〘2023〙5号、云政发〚2023〛5号、云政发﹙2023﹚5号、云政发⟨2023⟩5号',
    ['〘〙', '〚〛', '﹙﹚', '⟨⟩'].map((b) => `云政发${b[0]}2023${b[1]}5号 → 云政发〔2023〕5号 [bracket-shape]`),
  ],
  ['云政发〔23〕5号', ['云政发〔23〕5号 → 云政发〔2023〕5号 [two-digit-year]']],
  ['云政发〔2023〕第36号', ['云政发〔2023〕第36号 → 云政发〔2023〕36号 [ordinal-word]']],
  ['云政发〔2023〕036号', ['云政发〔2023〕036号 → 云政发〔2023〕36号 [leading-zero]']],
  ['（云政发〔2023〕36）', ['云政发〔2023〕36 → 云政发〔2023〕36号 [hao-missing]']],
  ['见云政发〔2023〕36', ['云政发〔2023〕36 → 云政发〔2023〕36号 [hao-missing]?']],
  ['云政发〔2023〕36', ['云政发〔2023〕36 → 云政发〔2023〕36号 [hao-missing]']],
  ['云政函 〔 2024 〕 40 号', ['云政函 〔 2024 〕 40 号 → 云政函〔2024〕40号 [space]']],
  ['云政发〔２０２３〕３６号', ['云政发〔２０２３〕３６号 → 云政发〔2023〕36号 [full-width]']],
  ['云政发2023〕36号', ['云政发2023〕36号 → 云政发〔2023〕36号 [bracket-missing]']],
  [
    '云政发2023 36号、云办发2024年第12号',
    ['云政发2023 36号 → 云政发〔2023〕36号 [bracket-none]?', '云办发2024年第12号 → 云办发〔2024〕12号 [bracket-none ordinal-word]?'],
  ],
  [
    '云政发〔2023年〕36号、云政发〔2023年度〕6号',
    ['云政发〔2023年〕36号 → 云政发〔2023〕36号 [year-suffix]', '云政发〔2023年度〕6号 → 云政发〔2023〕6号 [year-suffix]'],
  ],
  [
    '36号〔2023〕云政发。〔2023〕云政发36号。云政发36号〔2023〕。',
    ['36号〔2023〕云政发 → – [order]?', '〔2023〕云政发36号 → – [order]?', '云政发36号〔2023〕 → – [order]?'],
  ],
  [
    '雲發〔〕33號、云政发〔X〕11X号、云政发〔2023〕××号、云政发〔2023〕 号、云政发[2011]号',
    ['雲發〔〕33號 blank', '云政发〔X〕11X号 blank', '云政发〔2023〕××号 blank', '云政发〔2023〕 号 blank', '云政发[2011]号 blank'],
  ],
  ['云政发〔二〇二三〕三十六号', ['云政发〔二〇二三〕三十六号 → 云政发〔2023〕36号 [chinese-year chinese-sequence]']],
  ['云政发〔2O23〕5号', ['云政发〔2O23〕5号 → 云政发〔2023〕5号 [letter]']],
  ['云政发〔20l8〕3O号', ['云政发〔20l8〕3O号 → 云政发〔2018〕30号 [letter]']],
  [
    '（〔云政发2023〕36号）、云政发〔202336号〕、云政发[2023年36号]',
    [
      '〔云政发2023〕36号 → 云政发〔2023〕36号 [bracket-misplaced]',
      '云政发〔202336号〕 → 云政发〔2023〕36号 [bracket-misplaced]',
      '云政发[2023年36号] → 云政发〔2023〕36号 [bracket-misplaced]',
    ],
  ],
  ['××发〔20××〕×号', ['××发〔20××〕×号 blank']],
  ['云安许证字〔2019〕040975 ', ['云安许证字〔2019〕040975 → 云安许证字〔2019〕40975号 [leading-zero hao-missing]?']],
  ['云政字〔2019〕第5号', ['云政字〔2019〕第5号 → 云政字〔2019〕5号 [ordinal-word]']],
  ['云政发〔2023〕年36号', ['云政发〔2023〕年36号 → 云政发〔2023〕36号 [year-suffix]']],
  ['善教艺（2023）5号', ['善教艺（2023）5号 → 善教艺〔2023〕5号 [bracket-shape]?']],
  [
    '云政发〔2023]36号、云政发〔2023）36号',
    ['云政发〔2023]36号 → 云政发〔2023〕36号 [bracket-mismatched]', '云政发〔2023）36号 → 云政发〔2023〕36号 [bracket-mismatched]'],
  ],
  ['云政发〔2023〕36号号', ['云政发〔2023〕36号号 → 云政发〔2023〕36号 [hao-doubled]']],
  ['云政发[2023] 第 008 号', ['云政发[2023] 第 008 号 → 云政发〔2023〕8号 [bracket-shape space ordinal-word leading-zero]']],
  ['《公告》（〔2018〕第6号）', ['〔2018〕第6号 → 〔2018〕6号 [code-missing ordinal-word]?']],
  ['云政发〔2023〕5号、[2024]6号', ['云政发〔2023〕5号', '[2024]6号 → 〔2024〕6号 [bracket-shape]']],
  ['临川银行公告（2020）第5号', ['临川银行公告（2020）第5号 → 临川银行公告〔2020〕第5号 [bracket-shape]?']],
];

const none = [
  '（2023）渝01行终123号',
  '〔2023〕渝01行终123号',
  '深劳人仲案【2022】8836号',
  '共2023年36号楼',
  '建设路2023号',
  '2023年第36号',
  '公告2023年第5号',
  '国务院令第711号',
  '建议（2023）5号',
  '通知（2023）5号',
  '规划（2021—2025年）5号',
  '规划（2023）3号地块',
  '云政发〔2023',
  '〕5号',
  '赣（2019）临川市不动产权第0012345号',
  '下发2023年5号文件',
  '转发2023年第5号通报',
  '第十二期（2023）5号',
  '公司（2023）5号',
  '某某工程（2023）5号',
  '- [ ] 第5号任务',
  '[1] 第5号 [2023] 5号',
  '（ ）号',
  '编号（ ）号',
  '[ ]号',
  '发文字号：',
  '第（5）号',
  '（一）5号楼',
  '2023年1号洪水',
  '《2023》',
  '〔2023〕',
];

describe('document numbers', () => {
  for (const [text, expected] of wellFormed)
    it(text, () => {
      assert.deepStrictEqual(show(text), expected);
      for (const n of read(text)) assert.strictEqual(n.canonical, text.slice(n.span.from, n.span.to));
    });
  for (const [text, expected] of malformed) it(text, () => assert.deepStrictEqual(show(text), expected));
  for (const text of none) it(`nothing in ${text}`, () => assert.deepStrictEqual(show(text), []));

  it('names the parts', () => {
    const [n] = read('依据云政办发〔2023〕36号');
    assert.deepStrictEqual(
      [n.agencyCode, n.year, n.sequence, n.key, n.series],
      ['云政办发', 2023, '36', '云政办发〔2023〕36号', 'general'],
    );
    assert.strictEqual(read('云政发〔2023〕5号、〔2024〕6号')[1].key, '云政发〔2024〕6号');
    assert.strictEqual(read('青市监罚字〔2023〕第015号')[0].series, 'enforcement');
  });
});

const code = fc.constantFrom(
  '国发',
  '国办发',
  '云政办发',
  '青府规',
  '临司函',
  '赣财预',
  '教职成',
  '工信部联企业',
  '中办发',
  '市监罚',
  '法（研）发',
  '渝市监处罚',
  '沪自贸临管规范',
  '和政发',
);
const year = fc.integer({ min: 1950, max: 2040 });
const sequence = fc.integer({ min: 1, max: 99999 });
const before = fc.constantFrom('', '　　根据', '落实《关于甲的意见》（', '印发', '。', '，按照', '》和');
const after = fc.constantFrom('', '）', '。', '文件精神', '的通知', '，');

/** Ways to spoil a number; each gives another text than it got. */
const MALFORMATIONS: readonly ((code: string, year: number, sequence: number) => string)[] = [
  (c, y, n) => `${c}[${y}]${n}号`,
  (c, y, n) => `${c}【${y}】${n}号`,
  (c, y, n) => `${c}（${y}）${n}号`,
  (c, y, n) => `${c}(${y})${n}号`,
  (c, y, n) => `${c}［${y}］${n}号`,
  (c, y, n) => `${c}﹝${y}﹞${n}号`,
  (c, y, n) => `${c}〖${y}〗${n}号`,
  (c, y, n) => `${c}〔${y}]${n}号`,
  (c, y, n) => `${c}〔${y}${n}号`,
  (c, y, n) => `${c}${y}〕${n}号`,
  (c, y, n) => `${c}〔${y}年〕${n}号`,
  (c, y, n) => `${c}〔${y}〕第${n}号`,
  (c, y, n) => `${c}〔${y}〕00${n}号`,
  (c, y, n) => `${c}〔${y}〕${n}号号`,
  (c, y, n) => `${c} 〔${y}〕${n}号`,
  (c, y, n) => `${c}〔 ${y} 〕${n}号`,
  (c, y, n) => `${c}〔${y}〕 ${n} 号`,
  (c, y, n) => `${c}〔${wide(y)}〕${wide(n)}号`,
  (c, y, n) => `${c}〔${[...String(y)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('')}〕${n}号`,
  (c, y, n) => `${c}[${y}年] 第0${n} 号`,
  (c, y, n) => `${c}〘${y}〙${n}号`,
  (c, y, n) => `${c}⟨${y}⟩${n}号`,
  (c, y, n) => (y >= 2000 ? `${c}〔${String(y).slice(2)}〕${n}号` : `${c}〔${y}〕第 ${n}号`),
  (c, y, n) => (y >= 2000 ? `${c}〔${String(y).replace('0', 'O')}〕${n}号` : `${c}「${y}」${n}号`),
  (c, y, n) => `〔${c}${y}〕${n}号`,
  (c, y, n) => `${c}〔${y}${n}号〕`,
  (c, y, n) => `${c}〔${y}〕年${n}号`,
];

function wide(n: number): string {
  return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
}

describe('document numbers, properties', () => {
  it('what is written as it should be is read as it was meant, in silence', () => {
    fc.assert(
      fc.property(before, code, year, sequence, after, (b, c, y, n, a) => {
        const number = formatDocumentNumber(c, y, n);
        const [found, ...more] = read(b + number + a);
        assert.ok(found && more.length === 0);
        assert.deepStrictEqual(
          {
            span: found.span,
            code: found.agencyCode,
            year: found.year,
            sequence: found.sequence,
            canonical: found.canonical,
            faults: found.faults,
          },
          { span: { from: b.length, to: b.length + number.length }, code: c, year: y, sequence: String(n), canonical: number, faults: [] },
        );
      }),
    );
  });

  it('every malformation is caught over the whole number, and its repair is the number itself', () => {
    fc.assert(
      fc.property(before, code, year, sequence, after, fc.constantFrom(...MALFORMATIONS), (b, c, y, n, a, spoil) => {
        const bad = spoil(c, y, n);
        const text = b + bad + a;
        const [found, ...more] = read(text);
        assert.ok(found && more.length === 0, text);
        assert.ok(found.faults.length > 0, text);
        assert.strictEqual(found.canonical, formatDocumentNumber(c, y, n), text);
        assert.strictEqual(
          text.slice(0, found.span.from) + found.canonical + text.slice(found.span.to),
          b + formatDocumentNumber(c, y, n) + a,
        );
        assert.deepStrictEqual(read(b + found.canonical + a)[0].faults, []);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves URLs, code and e-mail addresses alone', () => {
    const wrap = fc.constantFrom(
      (n: string) => `http://a.gov.cn/${n}.pdf`,
      (n: string) => `\`${n}\``,
      (n: string) => `https://a.cn/s?q=${n}`,
      (n: string) => `见https://a.cn/x/${n}/y.html。`,
      (n: string) => `https://a.cn/x${n}.pdf`,
      (n: string) => `邮箱：${n}@a.cn`,
    );
    fc.assert(
      fc.property(
        wrap,
        code.filter((c) => !c.includes('（')),
        year,
        sequence,
        fc.constantFrom(...MALFORMATIONS.slice(0, 2), MALFORMATIONS[8]),
        (w, c, y, n, spoil) => assert.deepStrictEqual(show(w(spoil(c, y, n).replace(/[【】]/g, ''))), []),
      ),
    );
  });

  it('is total, ordered and free of overlaps', () => {
    const piece = fc.constantFrom(
      '云政发',
      '〔',
      '〕',
      '[',
      ']',
      '（',
      '）',
      '2023',
      '23',
      '5',
      '号',
      '第',
      ' ',
      '二〇二三',
      '年',
      '、',
      '×',
      '《',
      '》',
      '\ud800',
      '\n',
      '和',
      '令',
      '2O23',
      '〔2023〕',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { span, canonical, faults } of read(text)) {
          assert.ok(span.from >= at && span.to > span.from && span.to <= text.length, JSON.stringify(text));
          if (faults.length === 0 && canonical !== undefined) assert.strictEqual(canonical, text.slice(span.from, span.to));
          at = span.to;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
