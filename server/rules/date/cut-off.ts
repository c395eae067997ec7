/** 截止和截至：时间词语前面用“截至”，“截止”不带时间宾语。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'date/cut-off',
  view: 'block',
  reads: ['cutOffs'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'practice', title: '公文校对通行做法', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '“截止”是停止的意思，后面不接时间；说“到某时为止”用“截至”。',
      en: '截止 means “to end” and takes no time after it; “up to a time” is 截至.',
    },
    why: {
      'zh-cn': '“截至2025年底”是到年底为止，“截止2025年底”讲不通。',
      en: '截至2025年底 means “up to the end of 2025”; 截止2025年底 says nothing.',
    },
    todo: { 'zh-cn': '改为“截至”。', en: 'Write 截至.' },
    found: { 'zh-cn': '时间前的“截止”应为“截至”', en: '截止 before a time should be 截至' },
    fix: { 'zh-cn': '改为“截至”', en: 'Change to 截至' },
  },
  *check(block) {
    for (const span of block.facts.cutOffs) {
      yield { at: { block, span }, message: 'found', fixes: [{ message: 'fix', safe: true, edits: [{ block, span, newText: '截至' }] }] };
    }
  },
});

export const examples: Example[] = [
  { wrong: '⟦截止⟧2025年底，全市共有持证执法人员860人。', fixed: '截至2025年底，全市共有持证执法人员860人。' },
  {
    wrong: '全年受理投诉35件，⟦截止⟧12月31日，办结33件。⟦截止⟧目前，其余2件正在调查。',
    fixed: '全年受理投诉35件，截至12月31日，办结33件。截至目前，其余2件正在调查。',
  },
  { right: '报名截止日期为2025年5月10日，截止时间前可以补正材料。' },
  { right: '网上报名截止5月10日。', note: '“截止”是“报名”的谓语。' },
  { right: '征求意见已于3月底截止，截止日前共收到意见21条。' },
  { right: '截至2025年底，累计培训320人次。' },
];
