/** 多余空格：句子里的两个汉字之间，或者汉字与前引号之间，多打了一个空格。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'punctuation/space',
  view: 'block',
  reads: ['spaces'],
  severity: 'info',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '公文排印通行做法', article: null, confirmed: true }],
  messages: {
    what: { 'zh-cn': '汉字之间不空格，这里多了一个空格。', en: 'Chinese characters take no space between them; this one is left over.' },
    why: {
      'zh-cn': '多余的空格多由转抄、换行带入，会把一个词断成两截，也使查找落空。',
      en: 'Such spaces come from copying and wrapping; they split a word and make searches fail.',
    },
    todo: { 'zh-cn': '删去空格；如果这里原是漏了标点，补上标点。', en: 'Remove the space, or put the mark that was lost here.' },
    found: { 'zh-cn': '句中有多余空格', en: 'Stray space in a sentence' },
    remove: { 'zh-cn': '删去空格', en: 'Remove the space' },
  },
  *check(block) {
    for (const { span } of block.facts.spaces) {
      yield { at: { block, span }, message: 'found', fixes: [{ message: 'remove', safe: true, edits: [{ block, span, newText: '' }] }] };
    }
  },
});

export const examples: Example[] = [
  { wrong: '执法力量有所不足⟦ ⟧，数字化水平有待提升，还需持续用力。', fixed: '执法力量有所不足，数字化水平有待提升，还需持续用力。' },
  { wrong: '持续推进⟦ ⟧“一件事一次办”改革，新增联办事项16个。', fixed: '持续推进“一件事一次办”改革，新增联办事项16个。' },
  { wrong: '全面落实行政执法公示制度，不断提高行政⟦ ⟧执法规范化水平。', fixed: '全面落实行政执法公示制度，不断提高行政执法规范化水平。' },
  {
    wrong: '各镇街综合行政执法队伍在区司法局的统一⟦\u00a0⟧指导下开展案卷评查，共评查案卷120卷。',
    fixed: '各镇街综合行政执法队伍在区司法局的统一指导下开展案卷评查，共评查案卷120卷。',
    note: '不间断空格看上去与空格一样。',
  },
  { right: '开展“春雷护农 绿剑执法”专项行动，查办案件23件。', note: '引号里的空格隔开口号的两半。' },
  { right: '制定《临川市公共数据管理规范 第2部分：目录》，自印发之日起施行。' },
  { right: '参加会议的有：王 明、李晓东、赵 倩，会议由陈 平主持。', note: '两个字的姓名中间空一格对齐。' },
  { right: '第三条 各单位应当在每年1月15日前报送年度报告，逾期不报的予以通报。' },
  { right: '临川市司法局 临川市财政局 临川市审计局' },
  { right: '咨询电话：工作日 上午，联系人 李老师，地址 市民中心二楼。' },
  { right: '本报讯，云河日报记者 周晓兰，摄影 陈志。' },
  { right: '聚焦企业群众所需，坚持数据多跑路 群众少跑腿，办理时限压减一半。', note: '口号的两半用空格隔开。' },
];
