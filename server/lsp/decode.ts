/** What the numbers that are no 发文字号 say of themselves: 标准号, 法院案号, 令和公告, 统一社会信用代码. */
import type { Identifier } from '../core/facts/identifier';
import type { Locale } from '../core/messages';

/** A number's parts, by name. */
export interface Decoded {
  readonly title: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
}

const WORDS = {
  standard: { 'zh-cn': '标准号', en: 'Standard' },
  kind: { 'zh-cn': '类别', en: 'Kind' },
  number: { 'zh-cn': '顺序号', en: 'Number' },
  year: { 'zh-cn': '年份', en: 'Year' },
  noYear: { 'zh-cn': '没有写年份，指现行版本', en: 'none: the edition in force' },
  court: { 'zh-cn': '法院案号', en: 'Court case number' },
  courtCode: { 'zh-cn': '法院代字', en: 'Court' },
  caseType: { 'zh-cn': '案件类型代字', en: 'Kind of case' },
  caseNumber: { 'zh-cn': '案件编号', en: 'Case' },
  decree: { 'zh-cn': '令号', en: 'Decree' },
  announcement: { 'zh-cn': '公告号', en: 'Announcement' },
  organ: { 'zh-cn': '发布机关', en: 'Issuing organ' },
  credit: { 'zh-cn': '统一社会信用代码', en: 'Unified social credit code' },
  department: { 'zh-cn': '登记管理部门', en: 'Registered by' },
  place: { 'zh-cn': '登记管理机关行政区划码', en: 'Place of registration' },
  subject: { 'zh-cn': '主体标识码', en: 'Organisation' },
  check: { 'zh-cn': '校验码', en: 'Check character' },
  right: { 'zh-cn': '相符', en: 'fits' },
  wrong: { 'zh-cn': '不符', en: 'does not fit' },
} as const;

type Words = Readonly<Record<Locale, string>>;

const STANDARDS: readonly (readonly [RegExp, Words])[] = [
  [/^GBZ/, { 'zh-cn': '国家职业卫生标准', en: 'national standard of occupational health' }],
  [/^GB\/T$/, { 'zh-cn': '推荐性国家标准', en: 'national standard, voluntary' }],
  [/^GB\/Z$/, { 'zh-cn': '国家标准化指导性技术文件', en: 'national guiding document' }],
  [/^GBJ?$/, { 'zh-cn': '强制性国家标准', en: 'national standard, mandatory' }],
  [/^DB.*\/T$/, { 'zh-cn': '地方标准（推荐性）', en: 'local standard, voluntary' }],
  [/^DB/, { 'zh-cn': '地方标准', en: 'local standard' }],
  [/^T\//, { 'zh-cn': '团体标准', en: 'standard of an association' }],
  [/^Q\//, { 'zh-cn': '企业标准', en: 'standard of an enterprise' }],
  [/^(?:ISO|IEC|ASTM|EN)/, { 'zh-cn': '国际或国外标准', en: 'international or foreign standard' }],
  [/\/T$/, { 'zh-cn': '推荐性行业标准', en: 'trade standard, voluntary' }],
  [/^[A-Z]{2}$/, { 'zh-cn': '行业标准', en: 'trade standard' }],
];

/** 登记管理部门代码 (GB 32100—2015, table 1), the common ones. */
const DEPARTMENTS: Readonly<Record<string, Words>> = {
  1: { 'zh-cn': '机构编制', en: 'office of institutional establishments' },
  3: { 'zh-cn': '司法行政', en: 'administration of justice' },
  5: { 'zh-cn': '民政', en: 'civil affairs' },
  9: { 'zh-cn': '工商（市场监管）', en: 'market regulation' },
  N: { 'zh-cn': '农业', en: 'agriculture' },
};

/** Takes a number apart; undefined for kinds that have no parts worth telling. */
export function decodeIdentifier(found: Identifier, locale: Locale): Decoded | undefined {
  const w = (word: keyof typeof WORDS): string => WORDS[word][locale];
  switch (found.kind) {
    case 'standard': {
      const kind = STANDARDS.find(([prefix]) => prefix.test(found.prefix))?.[1][locale];
      return {
        title: w('standard'),
        lines: [[w('kind'), kind ? `${found.prefix}，${kind}` : found.prefix], [w('number'), found.series.slice(found.prefix.length).trim()], [w('year'), found.year ?? w('noYear')]],
      };
    }
    case 'court-case': {
      // （2023）渝01行终123号: 法院代字 has its own digits, and the type follows.
      const m = /^（\d{4}）([^\d最]|最高法|[^\d]{1,2}(?=\d))(\d*)([^\d]*)(\d.*)号$/.exec(found.canonical);
      const parts: [string, string][] = m ? [[w('courtCode'), m[1] + m[2]], [w('caseType'), m[3]], [w('caseNumber'), m[4]]] : [];
      return { title: w('court'), lines: [[w('year'), String(found.year)], ...parts.filter(([, value]) => value !== '')] };
    }
    case 'decree':
    case 'announcement':
      return { title: w(found.kind), lines: [...(found.organ === '' ? [] : [[w('organ'), found.organ] as const]), [w('number'), String(found.sequence)]] };
    case 'credit-code': {
      const { code } = found;
      const department = Object.hasOwn(DEPARTMENTS, code[0]) ? `${code[0]}，${DEPARTMENTS[code[0]][locale]}` : code[0];
      return {
        title: w('credit'),
        lines: [
          [w('department'), department],
          [w('place'), code.slice(2, 8)],
          [w('subject'), code.slice(8, 17)],
          [w('check'), `${code[17]}，${w(found.fault === undefined ? 'right' : 'wrong')}`],
        ],
      };
    }
    default:
      return undefined;
  }
}
