/** 署名：与标题中的发文机关不是同一个机关。 */
import type { Block } from '../../core/block';
import { defineRule, type Example, type Finding } from '../../core/rule';

export default defineRule({
  id: 'format/signature',
  view: 'outline',
  severity: 'hint',
  certainty: 'likely',
  basis: [{ level: 'standard', title: '《党政机关公文格式》GB/T 9704—2012', article: '7.3.5', confirmed: true }],
  messages: {
    what: {
      'zh-cn': '署名是发文机关，应当与标题中的发文机关一致。',
      en: 'The signature is that of the issuing organ, the same as in the title.',
    },
    why: { 'zh-cn': '两处不同，多半是沿用了别的单位的稿子。', en: 'Where they differ, another office’s paper was used as a model.' },
    todo: { 'zh-cn': '核对标题和署名。', en: 'Compare title and signature.' },
    found: { 'zh-cn': '署名“{signature}”与标题中的“{issuer}”不一致', en: 'Signed by “{signature}”, but the title names “{issuer}”' },
    mark: { 'zh-cn': '署名后不加标点', en: 'No mark belongs after the signature' },
    removeMark: { 'zh-cn': '删去标点', en: 'Remove the mark' },
    order: { 'zh-cn': '署名应在成文日期之上', en: 'The signature stands above the date' },
    swap: { 'zh-cn': '两行对调', en: 'Exchange the two lines' },
    fix: { 'zh-cn': '署名改为“{issuer}”', en: 'Change the signature to “{issuer}”' },
  },
  *check({ layout: { signature: block, issueDate, belowDate }, traits: { issuer } }): Iterable<Finding> {
    if (!issuer) return;
    if (!block && issueDate && belowDate?.text.trim() === issuer) {
      const at = (line: Block) => ({ block: line, span: { from: 0, to: line.text.length } });
      const edits = [
        { ...at(issueDate), newText: belowDate.text },
        { ...at(belowDate), newText: issueDate.text },
      ];
      yield { at: at(belowDate), message: 'order', fixes: [{ message: 'swap', safe: false, edits }] };
    }
    if (!block) return;
    const end = block.text.trimEnd().length;
    if (/[。，；]/.test(block.text[end - 1])) {
      const span = { from: end - 1, to: end };
      yield { at: { block, span }, message: 'mark', fixes: [{ message: 'removeMark', safe: true, edits: [{ block, span, newText: '' }] }] };
      return;
    }
    const from = block.text.length - block.text.trimStart().length;
    const span = { from, to: block.text.trimEnd().length };
    const signature = block.text.slice(span.from, span.to);
    if (signature === '' || agree(fold(signature), fold(issuer))) return;
    const args = { signature, issuer };
    yield {
      at: { block, span },
      message: 'found',
      args,
      fixes: [{ message: 'fix', args, safe: false, edits: [{ block, span, newText: issuer }] }],
    };
  },
});

function fold(name: string): string {
  return name.replace(/[^\u4e00-\u9fff]/g, '');
}

/** Both end in the same kind of organ and differ in what stands before it: 临川市司法局, 青石县司法局. Short forms (市司法局) and several organs agree. */
function agree(a: string, b: string): boolean {
  let tail = 0;
  while (tail < a.length && tail < b.length && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  // Another kind of organ altogether: a working group, a leader, an office that signs for another.
  if (tail < 3) return !areSiblings(a, b);
  return !isPlaced(a, tail) || !isPlaced(b, tail);
}

/** Two departments of one place: 云河区水务局, 云河区教育局. */
function areSiblings(a: string, b: string): boolean {
  const place = /^[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]/.exec(a)?.[0];
  return (
    place !== undefined && b.startsWith(place) && [a, b].every((name) => /^[\u4e00-\u9fff]{2,12}[局厅]$/.test(name.slice(place.length)))
  );
}

/** Whether a place’s name stands before the last `tail` characters, or ends with the first of them: 临川市|司法局, 临川|市司法局. */
function isPlaced(name: string, tail: number): boolean {
  const head = name.length - tail;
  return (head >= 3 && PLACES.includes(name[head - 1])) || (head >= 2 && PLACES.includes(name[head]));
}

const PLACES = '省市县区州盟旗乡镇';

const BODY = '\n一、总体情况\n全年办理案件30件。\n';

export const examples: Example[] = /* @__PURE__ */ (() => [
  {
    wrong: `临川市司法局关于2025年法治政府建设情况的报告${BODY}⟦青石县司法局⟧\n2026年1月20日`,
    fixed: `临川市司法局关于2025年法治政府建设情况的报告${BODY}临川市司法局\n2026年1月20日`,
  },
  {
    wrong: `云河区司法局关于2025年法治政府建设情况的报告${BODY}⟦云河区水务局⟧\n2026年1月20日`,
    fixed: `云河区司法局关于2025年法治政府建设情况的报告${BODY}云河区司法局\n2026年1月20日`,
  },
  {
    wrong: `临川市司法局关于2025年法治政府建设情况的报告${BODY}临川市司法局⟦。⟧\n2026年1月20日`,
    fixed: `临川市司法局关于2025年法治政府建设情况的报告${BODY}临川市司法局\n2026年1月20日`,
  },
  {
    wrong: `临川市司法局关于2025年法治政府建设情况的报告${BODY}2026年1月20日\n⟦临川市司法局⟧`,
    fixed: `临川市司法局关于2025年法治政府建设情况的报告${BODY}临川市司法局\n2026年1月20日`,
  },
  { right: `临川市司法局关于2025年法治政府建设情况的报告${BODY}临川市司法局\n2026年1月20日` },
  { right: `临川市司法局关于2025年法治政府建设情况的报告${BODY}市司法局\n2026年1月20日`, note: '简称不算。' },
  { right: `临川市司法局关于2025年法治政府建设情况的报告${BODY}2026年1月20日`, note: '公开发布的文本常略去署名，不作要求。' },
])();
