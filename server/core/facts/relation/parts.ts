/**
 * The parts of a total (分项): which figures of a sentence are in its list, where the list ends, and whether it says that it
 * is the whole. `办理案件20件，其中甲类7件、乙类13件，罚款3万元`: the parts are 7 and 13.
 */
import { isBelow } from '../../decimal';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import { CUE, type Reading, REACH, firstFrom, hasCue, isAmount, isChange, labelOf, sameUnit, tailOf } from '../statement';

/** Words that begin a new statement rather than one more part of a list. */
export const NEW_STATEMENT =
  /^(?:共|总|累计|全年|今年|同时|另|此外|并|已|先后|组织|开展|检查|抽查|抽检|出动|发放|发出|下发|下达|印发|召开|举办|建成|建设|完成|受理|立案|查处|查办|办理|办结|结案|移送|责令|罚没|罚款|没收|处罚|作出|做出|整改|新增|新建|新设|培训|接待|挽回|为|对|从|通过|将|涉及|覆盖|惠及|带动|拨付|发送|制发|约谈|获|入选|占|列|居|排|发现|制定|出具|提出|调解成功|成功|化解|达成|审结|兑现|修复|治理|改造|提升|打造|引进|培育|实施|推进|改善|种植|栽植|硬化|铺设|安装|拆除|维修|整治|投放|争取|筹集|安置|转移|落实|吸纳|实现|启动|开工|竣工|开通|开设|通过|惠民|促进|推动|支持|补贴)/;
/** Of money, 罚款 and 没收 are parts, not acts. */
const OF_MONEY = /^(?:罚没|罚款|没收|处罚|拨付|获)/;
/** Parts that may overlap: each is only some of the whole. */
const OVERLAP = /涉及|以上|以下|以内|同时|均|曾|既|含$|超过?$|列|获|入选/;
/** Properties that one person or case may have several of, unless they are values of one property (男性、女性). */
const PROPERTY =
  /党员|团员|[男女]|少数民族|本科|大专|研究生|硕士|博士|学历|职称|骨干|持证|青年|岁|专业$|专业人|退役|兼职|专职|网上|线上|线下|全程|即办|当场|自助|掌上|一次|重点|^新[增设建登招]|首次|简易|当年|涉农|小微|普惠|民间|高新技术|专精特新|上市|龙头|失业|困难|毕业生|农民工|残疾|天然林|优质/;
/** Values of one property each: 男 and 女 divide the whole, 女 and 党员 may be the same person. */
const AXES: readonly RegExp[] = [
  /[男女]/,
  /党员|团员|群众/,
  /专职|兼职/,
  /线上|线下|网上|网络|掌上|窗口|现场/,
  /重点|一般|普通/,
  /简易|普通|快速/,
  /即办|承诺/,
  /青年|中年|老年/,
  /本科|大专|研究生|硕士|博士|高中/,
  /^新[增设建登招]|改[造建扩]|扩建|迁建|续建|重建|变更|延续/,
];
/** A verb that is part of a noun: 种植业, 培训类. */
const NOUN = /[业类型级费]$|^作出[一-鿿]{2,6}决定$/;
/** The rest of a whole: closes a list. */
const REST = /^(?:其余|其他|其它|剩余|余下|在办|未|尚未|尚有|尚在|还有|正在|待)/;
const CLOSING = /^[，,：:；\s]*(?:(?:其中)?[，,：:]?分别[为是]|即[：:，,]|即(?![办时将日期])|分为|由)/;
/** Words of the list that stand before its first part. */
const LEADING = /^[\s，,：:]*(?:其中|包括|分别为|分别是|含|包含)?[：:，,]?/;
/** The parts of a total, as far as the sentence tells. */
export interface Parts {
  readonly list: readonly Figure[];
  /** How many of them surely belong to the list: what follows may be a statement of its own. */
  readonly sure: number;
  /** Whether the list goes on to the end of its sentence. */
  readonly whole: boolean;
  readonly overlapping: boolean;
}

const LEVEL = /(?:增加|减少|增|降|减|升|压缩|扩大)[至到为]$/;

/** The parts of a list that begins with the figure at `first`. */
export function collect(r: Reading, first: number, sentence: Figure['sentence']): Parts {
  const list: Figure[] = [];
  const head = r.figures[first];
  const headLabel = labelOf(r, head).replace(LEADING, '');
  const begins = (label: string) => beginsStatement(label, head);
  const verbal = begins(headLabel);
  const colon =
    head.clause.from > 0 &&
    (/[：:]/.test(r.text[head.clause.from - 1]) || /其中[，,]$/.test(r.text.slice(Math.max(0, head.clause.from - 3), head.clause.from)));
  let sure = 0;
  let whole = true;
  let overlapping = verbal;
  let cut = false;
  for (let i = first; i < r.figures.length && i < first + 2 * REACH; i++) {
    const f = r.figures[i];
    if (f.span.from >= sentence.to) {
      // 其中：来信3件；来访5件 — a colon lets the list go on behind a semicolon.
      if (
        !colon ||
        !/[；;]/.test(r.text[sentence.to] ?? '') ||
        f.sentence.from !== sentence.to + 1 ||
        f.label.to - f.label.from > 12 ||
        f.label.from !== f.sentence.from ||
        !sameUnit(f, head)
      )
        break;
      sentence = f.sentence;
    }
    if (f.sentence !== sentence) continue;
    if (i > first && hasCue(r, f, CUE.TOTAL | CUE.REST) && /其中|合计|共计|总计|小计/.test(labelOf(r, f))) {
      if (/小计|合计|共计|总计/.test(labelOf(r, f))) break;
      whole = false;
      break;
    }
    if (!isAmount(f) || !sameUnit(f, head)) {
      if (f.kind === 'rate' || f.kind === 'points' || f.label.from === f.label.to) {
        // 败诉率10.5%: of something else than the list.
        if (f.kind === 'rate' && /率[一-鿿]{0,3}$/.test(labelOf(r, f)) && !/占/.test(labelOf(r, f))) cut = true;
        continue;
      }
      // Behind a comma something else is told, and the list was at its end.
      whole = behindComma(r, f);
      break;
    }
    if (isChange(r, f)) continue;
    const label = labelOf(r, f);
    // 由30件增至45件: the list is over.
    if (i > first && hasCue(r, f, CUE.MOVE) && LEVEL.test(label)) {
      whole = false;
      break;
    }
    // 办理减刑、假释案件12件: the clause begins with the verb.
    const clause = i > first && f.clause !== r.figures[i - 1].clause ? r.text.slice(f.clause.from, f.span.from) : label;
    if (i > first && !cut && (begins(label) || begins(clause)) && !isRest(r, f) && !verbal) {
      if (list.length > 0 && isRest(r, list[list.length - 1]) && behindComma(r, f)) break;
      cut = true;
    }
    if (hasCue(r, f, CUE.OVERLAP) && OVERLAP.test(label)) overlapping = true;
    list.push(f);
    if (!cut) sure = list.length;
  }
  if (!overlapping && list.some((f) => hasCue(r, f, CUE.PROPERTY)) && !onOneAxis(list.map((f) => labelOf(r, f).replace(LEADING, ''))))
    overlapping = true;
  const last = list[list.length - 1];
  if (last && /^[^，。；]*等/.test(r.text.slice(last.span.to, Math.min(sentence.to, last.span.to + 12)))) whole = false;
  return { list, sure, whole: whole && !cut, overlapping };
}

/** How many of the parts surely belong to the total: an item behind a comma that exceeds the total and shares no word with it or the first part is a statement of its own. */
export function related(r: Reading, total: Figure, list: readonly Figure[], sure: number): number {
  // 造林148万亩、其中甲工程43万亩，治理草原517万亩: what 、其中 begins ends at the comma.
  const head = list[0];
  const tight = /、\s*其中/.test(r.text.slice(total.span.to, head.span.from));
  const words = labelOf(r, total) + tailOf(r, total) + labelOf(r, head) + tailOf(r, head);
  for (let k = 1; k < sure; k++) {
    const f = list[k];
    if (behindComma(r, f)) {
      if (tight) return k;
      const label = labelOf(r, f).trim();
      if (isBelow(total.stands, f.stands) && label.length + tailOf(r, f).length >= 6 && !sharesWord(label + tailOf(r, f), words)) return k;
    }
  }
  return sure;
}

/** Whether something else is told between a total and 其中: its number may then be of that. */
export function farOff(r: Reading, total: Figure, head: Figure): boolean {
  for (let i = firstFrom(r, total.span.to); i < r.figures.length && r.figures[i].span.from < head.span.from; i++) {
    const f = r.figures[i];
    if (
      f.sentence === total.sentence &&
      f.clause !== total.clause &&
      f.clause !== head.clause &&
      isAmount(f) &&
      NEW_STATEMENT.test(labelOf(r, f))
    )
      return true;
  }
  return false;
}

/** Whether two stretches of words have two neighbouring characters, or their last one, in common. */
export function sharesWord(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return a !== '' && b.endsWith(a[a.length - 1]);
}

/** Whether a figure is the rest of a whole: 其余, 尚未. */
export function isRest(r: Reading, f: Figure): boolean {
  return hasCue(r, f, CUE.REST) && REST.test(labelOf(r, f));
}

/** Whether a figure's words follow a comma. */
export function behindComma(r: Reading, f: Figure): boolean {
  const before = r.text.charCodeAt(f.label.from - 1);
  return before === 0xff0c || before === 0x2c;
}

/** Whether words begin a statement of their own. */
export function beginsStatement(label: string, like: Figure): boolean {
  return NEW_STATEMENT.test(label) && !NOUN.test(label) && !(like.kind === 'money' && OF_MONEY.test(label));
}

/** Whether parts that name properties are values of one property (男性、女性), and so divide the whole. */
function onOneAxis(names: readonly string[]): boolean {
  if (!names.some((n) => PROPERTY.test(n))) return true;
  if (AXES.some((axis) => names.every((n) => axis.test(n)))) return true;
  // 进校园12场、进社区15场 begin alike, and the property is only a word in them.
  const [first] = names;
  return first.length > 1 && names.every((n) => n[0] === first[0] && !AXES.some((axis) => axis.test(n)));
}

/** The nearest total and those coordinated with it (投诉230件、举报120件): the list may be of all of them together. */
export function coordinated(r: Reading, totals: readonly Figure[]): Figure[] {
  const out = [totals[0]];
  for (let i = 1; i < totals.length; i++) {
    const label = labelOf(r, out[out.length - 1]);
    if (label.length > 10 || NEW_STATEMENT.test(label) || r.text.slice(totals[i].span.to, out[out.length - 1].span.from).length > 14) break;
    out.push(totals[i]);
  }
  return out;
}

/** Figures before a list that may be its total, the nearest first. */
export function totalsBefore(r: Reading, first: number, at: number, part: Figure): Figure[] {
  const out: Figure[] = [];
  const stop = stopBefore(r, at);
  for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
    const f = r.figures[i];
    const bracket = f.setting.bracket;
    if (bracket && (at < bracket.from || at >= bracket.to)) continue;
    if (f.sentence.to < at && f.sentence.to !== stop) break;
    if (f.span.to > at || !sameUnit(f, part) || !isAmount(f) || isChange(r, f)) continue;
    out.push(f);
  }
  return out;
}

/** The full stop before a sentence that begins with 其中: its total stands in the sentence before it. -1 where there is none. */
export function stopBefore({ text }: Reading, at: number): number {
  if (!text.startsWith('其中', at)) return -1;
  let stop = at - 1;
  while (stop > 0 && /\s/.test(text[stop])) stop--;
  return text[stop] === '。' ? stop : -1;
}

/** Whether words say that the parts are the whole, or that they are not (5类，其中第一类…). */
export function closes(r: Reading, total: Figure, parts: Parts): 'closed' | 'partial' | 'open' {
  if (!parts.whole) return 'partial';
  if (parts.list.some((f, i) => i > 0 && isRest(r, f))) return 'closed';
  const between = r.text.slice(total.span.to, parts.list[0].span.from);
  const mark = between.search(/[，,：:（(]/);
  const kinds = /([一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|大)?(?:类|项|种|方面|者|部分|块|档|级)/.exec(between);
  if (kinds) return parseNumeral(kinds[1]) === parts.list.length ? 'closed' : 'partial';
  const closed =
    mark >= 0 && (CLOSING.test(between.slice(mark).replace(/[（(]/, '')) || /按.{1,14}(?:划分|分)[，,：:]|全部[为是]/.test(between));
  return closed ? 'closed' : 'open';
}
