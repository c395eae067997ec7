/** 列举个数不符：写明的个数，与列出的名称数目对不上。 */
import { FIGURE_MESSAGES, figureFindings } from '../../core/figure-finding';
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'figure/count',
  view: 'block',
  reads: ['disputed'],
  severity: 'warning',
  certainty: 'likely',
  basis: [{ level: 'practice', title: '列举与个数一致', article: null, confirmed: true }],
  messages: {
    ...FIGURE_MESSAGES,
    what: {
      'zh-cn':
        '括号里列全的名称与写明的个数不同，或者“等N项”之前列出的已多于N项，或者“以下N个方面：”后面写的不是N条。“等”之前列出的少于N项不算错。',
      en: 'The names in brackets are more or fewer than the number given, or more are named before 等N项 than N, or 以下N个方面： is followed by another number of points. Fewer names before 等 are no fault.',
    },
    why: {
      'zh-cn': '漏列一项或多写一项，在修改稿中最常见。',
      en: 'An item dropped or added without mending the number is the commonest slip of a revised draft.',
    },
    todo: {
      'zh-cn': '数一遍所列名称，改个数或补名称；没有列全的，加“等”。',
      en: 'Count the names; mend the number or the list, or add 等 if the list is not complete.',
    },
    closed: { 'zh-cn': '列出{reached}个，与写明的“{first}”不符', en: '{reached} are named, but the text says “{first}”' },
    series: { 'zh-cn': '后面写了{reached}条，与“{first}”不符', en: '{reached} points follow, but the text says “{first}”' },
    open: { 'zh-cn': '已列出{reached}个，多于写明的“{first}”', en: '{reached} are named, more than the “{first}” of the text' },
    quoted: {
      'zh-cn': '前面列出{reached}个，与引号内的数目不符（{formula}），请核对',
      en: '{reached} are named before a name of another number ({formula}); check',
    },
    running: { 'zh-cn': '前面列出{reached}个，与“{first}”不符，请核对', en: '{reached} are named before “{first}”; check' },
  },
  *check(block) {
    yield* figureFindings(block, 'count', ({ form }) => ({ fails: form, doubtful: form }));
  },
});

export const examples: Example[] = [
  {
    wrong: '设立基层法治观察点，评出优秀案例⟦6个（东湖、南屏、城关、石桥、青山）⟧。',
    fixed: '设立基层法治观察点，评出优秀案例5个（东湖、南屏、城关、石桥、青山）。',
  },
  {
    wrong: '⟦抽查范围包括学校、医院、商场、车站、旅馆等4类⟧公共场所。',
    fixed: '抽查范围包括学校、医院、商场、车站、旅馆等5类公共场所。',
  },
  {
    wrong: '评出示范单位⟦5个，分别为东湖所、南屏所、石桥所、青山所⟧。',
    fixed: '评出示范单位4个，分别为东湖所、南屏所、石桥所、青山所。',
  },
  { wrong: '⟦落实执法公示、全过程记录、法制审核“四项制度”⟧。' },
  {
    wrong: '下一步，⟦从以下四个方面加以改进：⟧一是压实责任；二是补齐短板；三是强化督查。',
    fixed: '下一步，从以下三个方面加以改进：一是压实责任；二是补齐短板；三是强化督查。',
  },
  { right: '存在以下三个方面问题：一是认识不足；二是力量薄弱。三是保障不够。' },
  { right: '推进以下三个方面工作：一是压实责任；二是补齐短板；同时，加强宣传。', note: '另有一条没有编号。' },
  { right: '督导以下12个县区：一是看制度；二是看落实；三是看成效。' },
  { wrong: '⟦增设（综合组、宣传组、督导组）4个⟧工作组。', fixed: '增设（综合组、宣传组、督导组）3个工作组。' },
  { right: '受理涉企案件5件，分别为合同、劳务案件。', note: '列的是种类，不是逐件。' },
  { right: '抽查范围包括学校、医院、商场等9类公共场所。', note: '“等”表示未列全。' },
  { right: '围绕灯具、灶具（含调压阀）、儿童玩具（拼图、积木）、电动车及电池、插座等五类重点产品开展抽查。', note: '括号内的顿号不分项。' },
  { right: '覆盖全市16个县（市、区）。', note: '括号内是别称，不是列举。' },
  { right: '在云河、青石两个镇开展试点。' },
  { right: '获评示范项目1项（云河灌区）、优秀项目3项（青石水厂、南屏泵站和城关管网）。' },
  { right: '制定安全生产、消防、燃气等8个专项方案，深入落实中央八项规定精神。' },
  { right: '建立公示制度、记录制度、法制审核制度（简称“三项制度”）。' },
  { right: '检查教育、卫生部门管理的学校、医院等2类场所。', note: '列举之中另有列举。' },
];
