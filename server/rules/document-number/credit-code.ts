/** 统一社会信用代码校验：最后一位与前十七位不符，或者用了不该有的字母。 */
import { defineRule, type Example } from '../../core/rule';

export default defineRule({
  id: 'document-number/credit-code',
  view: 'block',
  reads: ['misshapen'],
  severity: 'warning',
  certainty: 'certain',
  basis: [{ level: 'standard', title: '《法人和其他组织统一社会信用代码编码规则》（GB 32100—2015）', article: null, confirmed: true }],
  messages: {
    what: {
      'zh-cn': '统一社会信用代码共18位，不用字母I、O、Z、S、V，第18位是校验码。',
      en: 'The code has eighteen characters, none of I O Z S V; the last one is a check character.',
    },
    why: {
      'zh-cn': '校验不符，说明至少有一位抄错，按这个代码查不到该单位。',
      en: 'If the check fails, at least one character was miscopied.',
    },
    todo: { 'zh-cn': '对照登记证照逐位核对。', en: 'Compare it with the certificate.' },
    check: { 'zh-cn': '统一社会信用代码“{code}”校验不符', en: 'Credit code “{code}” fails its check' },
    letter: {
      'zh-cn': '统一社会信用代码“{code}”含有不用的字母（I、O、Z、S、V）',
      en: 'Credit code “{code}” has a letter that is never used (I O Z S V)',
    },
  },
  *check(block) {
    for (const identifier of block.facts.misshapen) {
      if (identifier.kind !== 'credit-code' || !identifier.fault) continue;
      const { span, code, labelled, fault } = identifier;
      yield {
        at: { block, span },
        message: fault,
        args: { code },
        ...(labelled ? {} : { severity: 'hint' as const, certainty: 'likely' as const }),
      };
    }
  },
});

export const examples: Example[] = [
  { wrong: '　　当事人统一社会信用代码：⟦91350100M000100Y44⟧。' },
  { wrong: '　　统一社会信用代码⟦91350100M000100Y4Z⟧。' },
  { right: '　　统一社会信用代码：91350100M000100Y43，索引号11320000MB151840XJ/2025-48086。' },
  { right: '　　账号202306011234567890，订单编号202312345678901234。' },
];
