/**
 * Mentions (提法): what a figure says, so that two places which say the same thing can be found. Sample: `办理行政处罚案件`
 * of `2025年，全局共办理行政处罚案件326件`.
 *
 * Two figures are of the same thing only if verb and noun are the same words, and the noun is not one of those (企业,
 * 问题, 培训 …) that mean something else in each section. What belongs to another whole (其中), another time or place, a
 * plan or a comparison, is no mention.
 */
import type { BlockContent } from '../block';
import type { Decimal, Interval } from '../decimal';
import type { KeyedFact } from '../fact-index';
import type { Span } from '../text';
import type { Figure } from './figure';
import { indicatorOf } from './indicator';
import { cellValue, headingOfColumn, labelOfRow, unitInWords } from './table';
import { decimal, exactly, rounded, shift, shiftInterval } from '../decimal';

/** One mention of an indicator. */
export interface Mention {
  /** Verb and noun, or the label of a table's row: as it is shown. */
  readonly indicator: string;
  /** The numeral, for a correction. */
  readonly numeral: Span;
  readonly value: Decimal;
  readonly stands: Interval;
  /** 计量单位; empty where a table does not tell. */
  readonly unit: string;
  /** The multiplier's power of ten: 4 for 万. */
  readonly exponent: number;
  /** The year that the sentence or column names; undefined: the report's. */
  readonly year: number | undefined;
  readonly table: boolean;
  /** The number is only an approximate one (余, 近, 超 …). */
  readonly approximate: boolean;
}

const NONE: readonly KeyedFact[] = [];

/** A figure so far into its sentence says something narrower; and each costs what stands before it. */
const LONGEST = 160;

/** Verbs whose object is counted once a year and told more than once. */
const VERBS =
  '新?收到|受理|办理|办结|审结|审查|审核|查处|查办|立案查处|作出|制定|制发|出台|修订|废止|清理|报备|备案|化解|调解|处理|接收|登记|完成|新增|新设|移送|公开|答复|纠正|撤销|应诉|承办|实施|开展|组织|举办|召开|培训|投入|拨付|安排|有';
const VERB = new RegExp(`^(?:共|累计|合计|总共)?(${VERBS})(?:各类|各级|各项|全部|了)?(.{2,16})$`);
const ANY_VERB = new RegExp(VERBS);
/** Objects that mean something else in each section. */
const GENERIC = new Set(
  '案件 问题 隐患 线索 事项 任务 工作 活动 检查 抽查 巡查 培训 会议 宣传 资料 材料 企业 单位 主体 商户 人员 群众 文件 制度 项目 行动 专项行动 整治 专项整治 执法检查 监督检查 专项检查 执法人员 宣传资料 宣传活动 普法宣传 普法活动 宣传单 培训班 业务培训 专题培训 专题会议 现场会 座谈会 讲座 走访 调研 演练 次数 人数 场次 批次 数据 信息 措施 意见 建议 方案 通知书 责令改正通知书 整改通知书'.split(
    ' ',
  ),
);
const OF_A_KIND = new Set(['违法', '典型', '重大', '重点', '各类', '相关', '涉企']);

/** Whether words mean something else in each section, with or without 重点 and the like before them. */
function isGeneric(words: string): boolean {
  return GENERIC.has(words) || (OF_A_KIND.has(words.slice(0, 2)) && GENERIC.has(words.slice(2)));
}
/** Words by which a text is of a field, a place or a part of the whole. */
const PART =
  /其中|包括|分别|领域|方面|行业|系统内|辖区|街道|[一-鿿]镇|乡镇|社区|片区|大队|中队|支队|基层所|分局|科室|食品|药品|医疗|特种设备|产品质量|计量|广告|价格|消费|知识产权|交通|城管|环保|生态|农业|文化|教育|卫生|医保|劳动|税务|公安|消防|应急|安全生产|住建|水利|林业|自然资源|烟草|旅游|民政|某|例如|试点/;
const CHANGE =
  /同比|环比|[较比]|增长|上升|下降|减少|增加|提高|降低|净增|平均|均|每|占|近[三五两几]年|[三五两]年来|[年月]以来累计|十[三四五]五/;
const PLAN = /力争|计划|拟|目标|确保|预计|将|下一步|明年|到20\d\d年/;
/** A time that is not the whole year. */
const PART_OF_YEAR = /(?:\d|[一二三四五六七八九十])月|季度|上半年|下半年|截至|去年|上年|往年|历年|同期|期间|以来/;
/** As of the end of the year: what there is in all. */
const YEAR_END = /截至(?:(?:19|20)\d\d年)?(?:年底|年末|底|末|12月(?:31日|底|末))[，,]?/g;
const SELF = /^(?:我[局委办厅区县市省镇街院]|本[局委办厅区县市省级院]|全[局系统区县市省镇街]{1,2}|区|县|市)?$/;
const TIME = /(?:(?:19|20)\d\d年(?:度)?|今年以来|今年|本年度?|全年|年内|一年来)/g;

/** The keys of a block's mentions: `figure:办理行政处罚案件` for words, `figure-noun:行政处罚案件` where a table may say the same without the verb. */
export function mentionKeys(content: BlockContent): readonly KeyedFact[] {
  const { figures, tables } = content.facts;
  if (figures.length === 0 && tables.length === 0) return NONE;
  const keys: KeyedFact[] = [];
  if (tables.length > 0) tableMentions(content, keys);
  else for (const f of figures) proseMention(content.text, f, keys);
  return keys.length === 0 ? NONE : keys;
}

function proseMention(text: string, f: Figure, out: KeyedFact[]): void {
  if (
    (f.kind !== 'count' && f.kind !== 'money') ||
    f.malformed ||
    f.least ||
    f.negative ||
    f.setting.bracket ||
    f.label.to === f.label.from
  )
    return;
  if (f.span.from - f.sentence.from > LONGEST) return;
  // The verb stands at the head of the label or of what is left of it; a label without one is no mention.
  if (!ANY_VERB.test(text.slice(f.label.from, f.label.to))) return;
  const told = text.slice(f.sentence.from, f.span.from);
  if (told.includes('其中')) return;
  const before = told.includes('截至') ? told.replace(YEAR_END, '') : told;
  if (CHANGE.test(before) || PLAN.test(before) || PART_OF_YEAR.test(before)) return;
  const plain = plainIndicator(text, f);
  const verb = VERB.exec(plain);
  if (!verb || isGeneric(verb[2])) return;
  if (PART.test(before.replace(verb[2], ''))) return;
  // A lead or heading in the same block makes the sentence one of its field.
  if (f.sentence.from > 0 && PART.test(text.slice(Math.max(0, f.sentence.from - 200), f.sentence.from))) return;
  const years = [...before.matchAll(/((?:19|20)\d\d)年/g)];
  if (years.length > 1) return;
  // What stands before in the sentence is a time, the organ itself, or another figure; else it narrows what is said.
  const clauses = text
    .slice(f.sentence.from, Math.max(f.sentence.from, f.clause.from))
    .replace(YEAR_END, '')
    .split(/[，,]/)
    .filter((c) => c.trim() !== '');
  if (clauses.some((c) => !/\d/.test(c.replace(TIME, '')) && !SELF.test(c.replace(TIME, '').trim()))) return;
  const mention: Mention = {
    indicator: plain.replace(/^有/, ''),
    numeral: { from: f.numeral.from, to: f.numeral.to },
    value: f.value,
    stands: f.stands,
    unit: f.unit === '名' || f.unit === '位' ? '人' : f.unit,
    exponent: f.numeral.exponent,
    year: years.length === 1 ? Number(years[0][1]) : undefined,
    table: false,
    approximate: f.approximate,
  };
  out.push({ key: `figure:${plain}`, span: f.span, value: mention }, { key: `figure-noun:${verb[2]}`, span: f.span, value: mention });
}

/** 指标 without the organ, the time and 共. Sample: `我局全年共受理投诉举报` is `受理投诉举报`. */
export function plainIndicator(text: string, f: Figure): string {
  const words = indicatorOf(text, f).replace(/\s+/g, '').replace(YEAR_END, '').replace(TIME, '');
  let plain = words.replace(
    /^(?:[我本全](?:局系统|系统|街道|[局委厅区县市省镇院级]|办(?!理|结|案)))?(?:共|累计|合计|总共|已|先后|依法|度)*(?:各类|各项)?/,
    '',
  );
  if (plain.includes('各') || plain.includes('了')) plain = plain.replace(/(受理|办理|查处|处理|化解|调解)(?:各类|各项|各种|了)/, '$1');
  plain = plain.replace(/(?:共计?|总数|总量|数量?|等)$/, '');
  return plain[1] === '有' ? plain.replace(/^[现共拥实]/, '') : plain;
}

/** Cells of a table with one column of figures, or with years over its columns. */
function tableMentions({ text, facts }: BlockContent, out: KeyedFact[]): void {
  for (const table of facts.tables) {
    if (table.head === 0) continue;
    const columns = new Set(table.rows.slice(table.head).flatMap((row) => row.filter((c) => c.kind === 'number').map((c) => c.column)));
    const counted = [...columns].filter((c) => !/序号|编号|占比|比例|率|同比|增/.test(headingOfColumn(text, table, c)));
    for (const column of counted) {
      const heading = headingOfColumn(text, table, column);
      const year = /((?:19|20)\d\d)年?/.exec(heading)?.[1];
      if (counted.length > 1 && year === undefined) continue;
      for (const row of table.rows.slice(table.head)) {
        const cell = row[column];
        if (cell?.kind !== 'number' || cell.negative || cell.unit === '%') continue;
        const label = labelOfRow(text, row);
        const unit = cell.unit || unitInWords(label) || unitInWords(heading);
        const noun = label
          .replace(/[（(][^（）()]*[）)]$/, '')
          .replace(/^(?:[一二三四五六七八九十]+、|\d+[.、．]|[（(].{1,3}[）)])/, '')
          .replace(/(?:数量?|总数|总量|件数)$/, '');
        if (noun.length < 4 || isGeneric(noun) || /合计|小计|总计|其他|其中/.test(noun)) continue;
        const extra = unit.startsWith('万') ? 4 : unit.startsWith('亿') ? 8 : 0;
        const numeral = cell.numeral!;
        const exponent = numeral.exponent + extra;
        const mention: Mention = {
          indicator: noun,
          numeral: { from: numeral.from, to: numeral.to },
          value: shift(cellValue(cell), extra),
          stands:
            exponent > 0 || numeral.digits.scale > 0
              ? shiftInterval(rounded(numeral.digits), exponent)
              : exactly(decimal(numeral.digits.mantissa, numeral.digits.scale)),
          unit: extra > 0 ? unit.slice(1) : unit,
          exponent,
          year: year === undefined ? undefined : Number(year),
          table: true,
          approximate: false,
        };
        out.push({ key: VERB.test(noun) ? `figure:${noun}` : `figure-noun:${noun}`, span: cell.span, value: mention });
      }
    }
  }
}
