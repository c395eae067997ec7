/** 主送机关：顶格写在正文之前，末尾用全角冒号。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'format/addressee',
  view: 'outline',
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.2', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '主送机关写在正文之前，最后一个机关名称后标全角冒号。',
      en: 'The organs addressed stand above the text; a full-width colon follows the last of them.',
    },
    why: {
      'zh-cn': '冒号表示下文是对主送机关说的；用句号、逗号就断开了。',
      en: 'The colon says that what follows is spoken to them; another mark cuts it off.',
    },
    todo: { 'zh-cn': '末尾改为“：”。', en: 'End it with “：”.' },
    found: { 'zh-cn': '主送机关后应为“：”，不用“{mark}”', en: '“：” belongs after the organs addressed, not “{mark}”' },
    bare: { 'zh-cn': '这里如果是主送机关，后面应有“：”', en: 'If this is the organ addressed, “：” belongs after it' },
    add: { 'zh-cn': '加上“：”', en: 'Add “：”' },
    fix: { 'zh-cn': '改为“：”', en: 'Change to “：”' },
  },
  *check({ layout: { unaddressed: block }, traits: { issuer } }) {
    if (!block) return;
    const to = block.text.trimEnd().length;
    const words = block.text.slice(0, to).trimStart();
    if (!/[。，；、,;]$/.test(words)) {
      // The organ of the title, or a part of its name, is the 署名.
      if (!issuer || issuer.includes(words) || words.includes(issuer) || issuer.endsWith(words.slice(-3))) return;
      yield {
        at: { block, span: { from: to - words.length, to } },
        message: 'bare',
        severity: 'hint',
        certainty: 'likely',
        fixes: [{ message: 'add', safe: false, edits: [{ block, span: { from: to, to }, newText: '：' }] }],
      };
      return;
    }
    const span = { from: to - 1, to };
    yield {
      at: { block, span },
      message: 'found',
      args: { mark: block.text[to - 1] },
      fixes: [{ message: 'fix', safe: true, edits: [{ block, span, newText: '：' }] }],
    };
  },
});

export const examples: Example[] = [
  {
    wrong: '临川市司法局关于2025年法治政府建设情况的报告\n临川市委、临川市人民政府⟦。⟧\n现将有关情况报告如下。\n一、总体情况',
    fixed: '临川市司法局关于2025年法治政府建设情况的报告\n临川市委、临川市人民政府：\n现将有关情况报告如下。\n一、总体情况',
  },
  {
    wrong: '云河区人民政府办公室关于做好防汛工作的通知\n各镇人民政府、街道办事处，区政府各部门⟦；⟧\n现将有关事项通知如下：\n一、总体要求',
    fixed: '云河区人民政府办公室关于做好防汛工作的通知\n各镇人民政府、街道办事处，区政府各部门：\n现将有关事项通知如下：\n一、总体要求',
  },
  {
    wrong: '临川市司法局关于2025年法治政府建设情况的报告\n⟦临川市人民政府⟧\n现将有关情况报告如下。\n一、总体情况',
    fixed: '临川市司法局关于2025年法治政府建设情况的报告\n临川市人民政府：\n现将有关情况报告如下。\n一、总体情况',
    note: '没有标点的，仅作提示。',
  },
  { right: '临川市司法局关于2025年法治政府建设情况的报告\n临川市人民政府：\n现将有关情况报告如下。\n一、总体情况' },
  {
    right: '临川市司法局关于2025年法治政府建设情况的报告\n临川市司法局\n现将有关情况报告如下。\n一、总体情况',
    note: '标题下的机关名称，也可能是署名。',
  },
  {
    right: '临川市司法局关于2025年法治政府建设情况的报告\n现将有关情况报告如下。\n一、总体情况',
    note: '公开发布的文本常略去主送机关，不作要求。',
  },
];
