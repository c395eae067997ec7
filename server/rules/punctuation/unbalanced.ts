/** 标点不配对：括号、引号、书名号缺了另一半，或者用错了方向。 */
import type { BracketFault } from '../../core/facts/bracket';
import { defineRule, type Example, type Fix } from '../../core/rule';

export default defineRule({
  id: 'punctuation/unbalanced',
  view: 'block',
  reads: ['brackets'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《标点符号用法》GB/T 15834—2011', article: '4.8、4.9、4.15', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '括号、引号、书名号应当成对使用，这里只有一半。',
      en: 'Brackets, quotation marks and title marks come in pairs; here one half is missing.',
    },
    why: {
      'zh-cn': '标号不配对，文件名称、引语或者说明的起止就看不出来。',
      en: 'Without its partner a mark does not show where a title, a quotation or a note begins or ends.',
    },
    todo: { 'zh-cn': '补上缺少的一半，或者删去多余的一半。', en: 'Add the missing half or remove the one that is left over.' },
    unopened: { 'zh-cn': '“{mark}”前面缺少与之配对的“{expected}”', en: '‘{mark}’ has no matching ‘{expected}’ before it' },
    unclosed: { 'zh-cn': '“{mark}”后面缺少与之配对的“{expected}”', en: '‘{mark}’ has no matching ‘{expected}’ after it' },
    unopenedQuote: { 'zh-cn': '后引号（{mark}）前面缺少前引号', en: 'The closing quotation mark {mark} has no opening one before it' },
    unclosedQuote: { 'zh-cn': '前引号（{mark}）后面缺少后引号', en: 'The opening quotation mark {mark} has no closing one after it' },
    removeQuote: { 'zh-cn': '删去这个引号', en: 'Remove this quotation mark' },
    straight: { 'zh-cn': '直引号“{mark}”不成对', en: 'The straight quotation mark {mark} has no partner' },
    direction: {
      'zh-cn': '引号“{mark}”方向不对，应为“{expected}”',
      en: 'The quotation mark ‘{mark}’ points the wrong way; it should be ‘{expected}’',
    },
    mismatch: {
      'zh-cn': '“{mark}”与另一半不配对，应为“{expected}”',
      en: '‘{mark}’ does not match its partner; it should be ‘{expected}’',
    },
    insert: { 'zh-cn': '补上“{expected}”', en: 'Insert ‘{expected}’' },
    remove: { 'zh-cn': '删去“{mark}”', en: 'Remove ‘{mark}’' },
    replace: { 'zh-cn': '改为“{expected}”', en: 'Change to ‘{expected}’' },
  },
  *check(block) {
    for (const { span, kind, mark, expected, insert } of block.facts.brackets) {
      const args = { mark, expected };
      const fixes: Fix[] = [];
      if (kind === 'direction' || kind === 'mismatch') {
        fixes.push({ message: 'replace', args, safe: false, edits: [{ block, span, newText: expected }] });
      } else {
        if (insert !== undefined)
          fixes.push({ message: 'insert', args, safe: false, edits: [{ block, span: { from: insert, to: insert }, newText: expected }] });
        fixes.push({ message: QUOTES.includes(mark) ? 'removeQuote' : 'remove', args, safe: false, edits: [{ block, span, newText: '' }] });
      }
      yield { at: { block, span }, message: messageOf(mark, kind), args, fixes };
    }
  },
});

/** In Chinese messages words are quoted by the same marks, so that these are named. */
const QUOTES = '“”‘’"';

function messageOf(mark: string, kind: BracketFault['kind']): string {
  if (mark === '"') return 'straight';
  return QUOTES.includes(mark) && (kind === 'unopened' || kind === 'unclosed') ? `${kind}Quote` : kind;
}

export const examples: Example[] = [
  {
    wrong: '全面压实责任。对照区委依法治区办2025年法治政府建设工作要点⟦》⟧，逐条细化责任清单。',
    fixed: '全面压实责任。对照区委依法治区办《2025年法治政府建设工作要点》，逐条细化责任清单。',
    note: '书名号丢了前一半，多半丢在年份之前。',
  },
  {
    wrong: '严格落实⟦《⟧临川市行政执法监督办法，全年开展监督检查12次。',
    fixed: '严格落实《临川市行政执法监督办法》，全年开展监督检查12次。',
  },
  {
    wrong: '全年共办结行政复议案件86件⟦（⟧含结转7件，按期办结率保持稳定。',
    fixed: '全年共办结行政复议案件86件（含结转7件），按期办结率保持稳定。',
  },
  {
    wrong: '修订工作规程⟦（⟧临司规〔2024〕3号，适用简易程序审理案件140件。',
    fixed: '修订工作规程（临司规〔2024〕3号），适用简易程序审理案件140件。',
    note: '文号后面的括号丢了。',
  },
  { wrong: '一是深化“放管服⟦“⟧改革，压减办理时限。', fixed: '一是深化“放管服”改革，压减办理时限。' },
  { wrong: '按照《青石县政务公开工作规则⟦〉⟧的要求逐项公开。', fixed: '按照《青石县政务公开工作规则》的要求逐项公开。' },
  { wrong: '全年工作扎实推进。深化一网通办⟦”⟧改革，上线事项210项。', fixed: '全年工作扎实推进。深化一网通办改革，上线事项210项。' },
  { wrong: '落实"谁执法谁普法"普法责任制，编印⟦"⟧以案释法手册。', fixed: '落实"谁执法谁普法"普法责任制，编印以案释法手册。' },
  { right: '出台《临川市人民政府办公室关于印发〈临川市重大行政决策程序规定（试行）〉的通知》。' },
  { right: '全年抽检食品1200批次(含学校食堂320批次），合格率稳步提升。', note: '全角、半角括号可以互相配对，半角由另一条规则提示。' },
  { right: '1)建立台账；2)限期整改；a)逐项销号。', note: '列项的右括号不是半个括号。' },
  { right: '会议强调：“要坚持依法行政。要强化监督。\n\n“要压实责任。”', note: '引文分段时，每段只写前引号。' },
  { right: '得分在[60,80)区间的单位3个，在[80,100]区间的单位9个。' },
  { right: '云河区人民政府办公室关于印发《云河区法治政府建设\n实施方案（2026—2030年）》的通知', note: '标题分行，书名号在下一行配对。' },
  { right: '依据《青石县行政规范性文件管理办法》(青政发〔2024〕6号)，清理文件18件。' },
];
