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
  const comma = locale === 'zh-cn' ? '，' : ', ';
  switch (found.kind) {
    case 'standard': {
      const kind = STANDARDS.find(([prefix]) => prefix.test(found.prefix))?.[1][locale];
      return {
        title: w('standard'),
        lines: [
          [w('kind'), kind ? `${found.prefix}${comma}${kind}` : found.prefix],
          [w('number'), found.series.slice(found.prefix.length).trim()],
          [w('year'), found.year ?? w('noYear')],
        ],
      };
    }
    case 'court-case':
      return {
        title: w('court'),
        lines: [[w('year'), String(found.year)], ...courtParts(found.canonical).map(([word, value]) => [w(word), value] as const)],
      };
    case 'decree':
    case 'announcement':
      return {
        title: w(found.kind),
        lines: [...(found.organ === '' ? [] : [[w('organ'), found.organ] as const]), [w('number'), String(found.sequence)]],
      };
    case 'credit-code': {
      const { code } = found;
      const department = Object.hasOwn(DEPARTMENTS, code[0]) ? `${code[0]}${comma}${DEPARTMENTS[code[0]][locale]}` : code[0];
      return {
        title: w('credit'),
        lines: [
          [w('department'), department],
          [w('place'), code.slice(2, 8)],
          [w('subject'), code.slice(8, 17)],
          [w('check'), `${code[17]}${comma}${w(found.fault === undefined ? 'right' : 'wrong')}`],
        ],
      };
    }
    default:
      return undefined;
  }
}

/** 法院代字, 类型代字 and 案件编号 of `（2023）渝01行终123号`. Of older forms (…民初字第646号) the number alone is sure. */
function courtParts(canonical: string): [word: 'courtCode' | 'caseType' | 'caseNumber', value: string][] {
  const text = canonical.slice(canonical.indexOf('）') + 1, -1);
  const m = /\d{1,6}(?:-\d{1,3}|之[一二三四五六七八九十\d]{1,3})?$/.exec(text);
  if (!m) return [];
  const head = text.slice(0, m.index);
  const modern =
    /^(最高法|\D{1,2}\d{1,4})(\D{1,10})$/.exec(head) ??
    /^([京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新兵])(\D{1,6})$/.exec(head);
  if (!modern || /字第?$/.test(head)) return [['caseNumber', m[0]]];
  return [
    ['courtCode', modern[1]],
    ['caseType', modern[2]],
    ['caseNumber', m[0]],
  ];
}
