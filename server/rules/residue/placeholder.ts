/** 待填内容：稿子里留着××、【待补】、空格等还没有填写的地方。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'residue/placeholder',
  view: 'block',
  reads: ['placeholders'],
  severity: 'info',
  final: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '公文校对通行做法', article: null, confirmed: true }],
  messages: {
    what: { 'zh-cn': '这里还留着待填的空。', en: 'A place that is still to be filled.' },
    why: { 'zh-cn': '报送、印发前应当填写完整。', en: 'It should be filled before the report is sent.' },
    todo: { 'zh-cn': '填写内容；确不需要的，删去。', en: 'Fill it in, or remove it where nothing belongs.' },
    found: { 'zh-cn': '“{text}”有待填写', en: 'To be filled in: {text}' },
    gap: { 'zh-cn': '此处留有空白，有待填写', en: 'A blank is still to be filled in' },
    omitted: { 'zh-cn': '“{text}”处的内容省略了，请核对是否需要补上', en: 'Text was left out here ({text}); check whether it belongs' },
  },
  *check(block) {
    for (const { span, kind } of block.facts.placeholders) {
      const text = block.text.slice(span.from, Math.min(span.to, span.from + 20));
      const message = kind === 'gap' || kind === 'omitted' ? kind : 'found';
      // A note says itself that something is to be filled in; crosses and boxes may mean something else.
      yield { at: { block, span }, message, args: { text }, ...(kind === 'note' ? { certainty: 'certain' as const } : {}) };
    }
  },
});

export const examples: Example[] = [
  { wrong: '⟦××⟧市司法局全年办理案件⟦××⟧件，同比增长⟦XX⟧%。', note: '没有修复：填什么由人决定。' },
  { wrong: '⟦20XX⟧年，⟦××⟧县开展执法监督⟦【待补：次数】⟧次。' },
  { wrong: '全年受理投诉⟦    ⟧件，办结⟦____⟧件。' },
  { wrong: '2026⟦年  月  日⟧' },
  { wrong: '三、其他需要报告的情况。⟦（略）⟧' },
  { wrong: '（一）主要成效⟦（请填写本单位数据）⟧' },
  { right: '当事人张××于2025年3月提出申请，车牌号为云A××××2，联系电话138××××5678。', note: '隐去姓名、号码，不是待填。' },
  { right: '附件：1.任务分解表（略）' },
  { right: '展板尺寸为3×5米，拍摄X光片40张，推广“1+3+X”模式。' },
  { right: '__重点任务__' },
  { right: '□是　□否' },
  { right: '出台《云河区关于推进“双随机、一公开”监管的意见》（云政办发〔〕号）。', note: '文号留空由文号规则提示。' },
];
