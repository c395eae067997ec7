/** 附件说明：“附件：1.名称”，序号后用下脚点，名称后不加标点；只有一个附件的不编号。 */
import type { Block } from '../../core/block';
import type { PlacedEntry } from '../../core/layout';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'attachment/list',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.4', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '附件说明写作“附件：1.名称”，序号用阿拉伯数字加下脚点，附件名称后不加标点符号。',
      en: 'Attachments are listed as 附件：1.名称: an Arabic numeral with a full stop, and no mark after the name.',
    },
    why: { 'zh-cn': '这是国家标准规定的写法。', en: 'The standard says so.' },
    todo: { 'zh-cn': '按“附件：1.名称”改写。', en: 'Write it as 附件：1.名称.' },
    tail: { 'zh-cn': '附件名称后不加标点', en: 'No mark belongs after the name of an attachment' },
    mark: { 'zh-cn': '附件序号后用下脚点“.”，不用“{mark}”', en: 'A full stop belongs after the number of an attachment, not “{mark}”' },
    form: {
      'zh-cn': '附件序号用阿拉伯数字，“{number}”应写作“{expected}”',
      en: 'Attachments bear Arabic numbers: “{expected}” instead of “{number}”',
    },
    gap: {
      'zh-cn': '附件{previous}之后是附件{ordinal}，序号不连续',
      en: 'Attachment {ordinal} follows attachment {previous}: the numbers have a gap',
    },
    single: { 'zh-cn': '只有一个附件，不必编号', en: 'A single attachment needs no number' },
    removeTail: { 'zh-cn': '删去标点', en: 'Remove the mark' },
    fixForm: { 'zh-cn': '改为“{expected}”', en: 'Change to “{expected}”' },
    fixMark: { 'zh-cn': '改为“.”', en: 'Change to a full stop' },
    removeNumber: { 'zh-cn': '删去序号', en: 'Remove the number' },
  },
  *check({ layout: { entries, repeated } }) {
    yield* onEachLine(repeated);
    yield* numbers(entries);
    for (const { block, entry } of entries) {
      const { mark, tail } = entry;
      if (mark && block.text.slice(mark.from, mark.to) === '、') {
        yield {
          at: { block, span: mark },
          message: 'mark',
          args: { mark: '、' },
          fixes: [{ message: 'fixMark', safe: true, edits: [{ block, span: mark, newText: '.' }] }],
        };
      }
      if (tail.from < tail.to)
        yield {
          at: { block, span: tail },
          message: 'tail',
          // A comma or pause mark may also mean that something is still to come.
          fixes: [
            {
              message: 'removeTail',
              safe: ENDS.has(block.text.slice(tail.from, tail.to)) && !OPENING.some((mark) => block.text.includes(mark)),
              edits: [{ block, span: tail, newText: '' }],
            },
          ],
        };
    }
    const [only] = entries;
    if (entries.length !== 1 || !only.entry.mark || only.entry.ordinal !== 1) return;
    const { block, entry } = only;
    const span = entry.number!;
    yield {
      at: { block, span },
      message: 'single',
      severity: 'hint',
      certainty: 'advice',
      fixes: [{ message: 'removeNumber', safe: true, edits: [{ block, span, newText: '' }] }],
    };
  },
});

/** 附件1：…, 附件2：… */
function* onEachLine(repeated: readonly Block[]): Iterable<Finding> {
  const [block] = repeated;
  if (!block) return;
  const edits = repeated.map((line, i) => {
    const { span, title } = line.facts.form!;
    return { block: line, span: { from: span.from, to: title.from }, newText: i === 0 ? '附件：1.' : `　　　${i + 1}.` };
  });
  yield { at: { block, span: edits[0].span }, message: 'each', fixes: [{ message: 'fixEach', safe: false, edits }] };
}

/** Numbers in another form than the standard's, and numbers left out. */
function* numbers(entries: readonly PlacedEntry[]): Iterable<Finding> {
  for (const [i, { block, entry }] of entries.entries()) {
    const { mark, number, ordinal } = entry;
    if (!number) continue;
    const at = { block, span: number };
    // A single name may begin so: 附件：（一）…
    if (!mark && entries.length > 1) {
      const args = { number: block.text.slice(number.from, number.to), expected: `${ordinal}.` };
      yield { at, message: 'form', args, fixes: [{ message: 'fixForm', args, safe: true, edits: [{ ...at, newText: args.expected }] }] };
    }
    const previous = entries[i - 1]?.entry.ordinal ?? 0;
    if (previous > 0 && ordinal === previous + 2) yield { at, message: 'gap', args: { previous, ordinal } };
  }
}

/** Behind one of these the end of the line may also be the end of what it opens. */
const OPENING = ['（', '(', '“', '《', '〔', '【', '['];
const ENDS = new Set(['。', '；', ';']);

const HEAD = '云河区司法局关于2025年行政执法情况的报告\n一、总体情况\n全年办理案件30件。\n';
const FOOT = '\n云河区司法局\n2026年1月20日';

export const examples: Example[] = /* @__PURE__ */ (() => [
  { wrong: `${HEAD}附件：行政执法数据统计表⟦。⟧${FOOT}`, fixed: `${HEAD}附件：行政执法数据统计表${FOOT}` },
  {
    wrong: `${HEAD}附件：1⟦、⟧行政执法数据统计表⟦；⟧\n　　　2⟦、⟧执法人员名册${FOOT}`,
    fixed: `${HEAD}附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}`,
  },
  {
    wrong: `${HEAD}附件：⟦1.⟧行政执法数据统计表${FOOT}`,
    fixed: `${HEAD}附件：行政执法数据统计表${FOOT}`,
    note: '只有一个附件，编号多余，仅作提示。',
  },
  {
    wrong: `${HEAD}附件：⟦一、⟧行政执法数据统计表\n　　　⟦二、⟧执法人员名册${FOOT}`,
    fixed: `${HEAD}附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}`,
  },
  { wrong: `${HEAD}附件：1.行政执法数据统计表\n　　　⟦3.⟧执法人员名册${FOOT}`, note: '缺号，漏了一个附件还是编错了，由人决定。' },
  {
    wrong: `${HEAD}⟦附件1：⟧行政执法数据统计表\n附件2：执法人员名册${FOOT}`,
    fixed: `${HEAD}附件：1.行政执法数据统计表\n　　　2.执法人员名册${FOOT}`,
  },
  { right: `${HEAD}特此报告。${FOOT}\n附件1：行政执法数据统计表.xls\n附件2：执法人员名册.xls`, note: '网页文末的下载链接不是附件说明。' },
  { right: `${HEAD}附件：1.行政执法数据统计表\n　　　2.《执法案卷评查办法（试行）》${FOOT}` },
  { right: `${HEAD}附件：行政执法数据统计表（略）${FOOT}` },
])();
