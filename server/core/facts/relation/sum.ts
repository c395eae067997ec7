/**
 * Totals and parts (勾稽关系：总数与分项).
 *
 * `办理案件20件，其中甲类7件、乙类13件`: the parts may not exceed the total. That they fall short of it proves nothing,
 * since a list after 其中 is often not the whole; only words that close it (分别为, 其余, 尚未 …) make a shortfall a fault.
 * `甲类7件、乙类13件，合计20件` is the same the other way round.
 */
import { addIntervals, isBelow, isPoint, meets, subtract, sumIntervals, type Decimal, type Interval } from '../../decimal';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import {
  CUE,
  type Correction,
  type Reading,
  type Relation,
  type Verdict,
  REACH,
  correct,
  excused,
  firstFrom,
  hasCue,
  isAmount,
  isChange,
  labelOf,
  multiplierOf,
  oneDigitApart,
  placesOf,
  printed,
  quantity,
  sameUnit,
  showIntervalLike,
  spanOf,
  tailOf,
} from '../statement';

/** Words that begin a new statement rather than one more part of a list. */
const NEW_STATEMENT =
  /^(?:共|总|累计|全年|今年|同时|另|此外|并|已|先后|组织|开展|检查|抽查|抽检|出动|发放|发出|下发|下达|印发|召开|举办|建成|建设|完成|受理|立案|查处|查办|办理|办结|结案|移送|责令|罚没|罚款|没收|处罚|作出|做出|整改|新增|新建|新设|培训|接待|挽回|为|对|从|通过|将|涉及|覆盖|惠及|带动|拨付|发送|制发|约谈|获|入选|占|列|居|排|发现|制定|出具|提出|调解成功|成功|化解|达成|审结|兑现|修复|治理|改造|提升|打造|引进|培育|实施|推进|改善|种植|栽植|硬化|铺设|安装|拆除|维修|整治|投放|争取|筹集|安置|转移|落实|吸纳|实现|启动|开工|竣工|开通|开设|通过|惠民|促进|推动|支持|补贴)/;
/** Of money, 罚款 and 没收 are parts, not acts. */
const OF_MONEY = /^(?:罚没|罚款|没收|处罚|拨付|获)/;
/** Parts that may overlap: each is only some of the whole. */
const OVERLAP = /涉及|以上|以下|以内|同时|均|曾|既|含$|超过?$|列|获|入选/;
/** Properties that one person or case may have several of, unless they are values of one property (男性、女性). */
const PROPERTY =
  /党员|团员|[男女]|少数民族|本科|大专|研究生|硕士|博士|学历|职称|骨干|持证|青年|岁|专业$|专业人|退役|兼职|专职|网上|线上|线下|全程|即办|当场|自助|掌上|一次|重点|^新[增设建登招]|首次|简易|当年/;
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
const COMPARED = /^(?:同比|环比|较|比|新增|增|减|累计|不含|不包括|按|占|约合|折合|合|至|截至)/;

const FIRST_OF_WORDS = /其中|[包含由按]|分别[为是]/;
const WORDS = ['其中', '包括', '分别为', '分别是', '含', '包含', '由', '按'];
/** Words of the list that stand before its first part. */
const LEADING = /^[\s，,：:]*(?:其中|包括|分别为|分别是|含|包含)?[：:，,]?/;

/** Finds totals with their parts. */
export function findSums(r: Reading, out: Relation[]): void {
  const { text, figures } = r;
  // A word of a list stands between its total and its parts.
  const start = figures[0].span.to;
  const between = text.slice(start, figures[figures.length - 1].span.from);
  if (FIRST_OF_WORDS.test(between)) {
    for (const word of WORDS) {
      for (const place of placesOf(between, word)) {
        const at = start + place;
        if (word === '由' && (!/[，,：:（(]/.test(text[at - 1] ?? '') || !/组成|构成/.test(text.slice(at, at + 200).split(/[。；;]/)[0])))
          continue;
        if (word === '按' && !/^按[一-鿿]{0,14}(?:划分|区分|分类|分)[，,：:为]/.test(text.slice(at, at + 22))) continue;
        if (word === '含' && !/[（(，,、]/.test(text[at - 1] ?? '')) continue;
        if (word === '分别为' || word === '分别是') {
          if (!/[，,：:（(]\s*$|其中$/.test(text.slice(Math.max(0, at - 3), at))) continue;
        }
        fromTotal(r, at, at + word.length, out);
      }
    }
  }
  for (let i = 0; i < figures.length; i++) {
    const f = figures[i];
    if (!isAmount(f)) continue;
    bracketed(r, i, out);
    listed(r, i, out);
    apposed(r, i, out);
    toTotal(r, i, out);
    opposite(r, i, out);
  }
}

/** A list that follows its total: the parts begin at `from`, the word that says so at `at`. */
function fromTotal(r: Reading, at: number, from: number, out: Relation[]): void {
  const { figures } = r;
  let first = firstFrom(r, from);
  // 其中35岁以下12名: the age is a word of the part.
  if (first + 1 < figures.length && figures[first].kind === 'duration' && figures[first + 1].clause === figures[first].clause) first++;
  if (first === figures.length) return;
  const head = figures[first];
  // （含减压阀）12家: what is in the brackets has no number.
  if (/[）)]/.test(r.text.slice(from, head.span.from)) && !/[（(]/.test(r.text.slice(from, head.span.from))) return;
  if (!isAmount(head) || head.sentence.from > at || head.sentence.to < at) return;
  const parts = collect(r, first, head.sentence);
  if (parts.list.length === 0) return;
  const totals = totalsBefore(r, first, at, parts.list[0]);
  if (totals.length === 0) return;
  judge(r, totals, parts, closes(r, totals[0], parts), out);
  // 301户611人…其中173户349人: the second unit of the first part.
  const beside = figures[first + 1];
  if (beside && beside.label.from === beside.label.to && beside.span.from === head.span.to && isAmount(beside) && !sameUnit(beside, head)) {
    const whole = totalsBefore(r, first, at, beside);
    if (whole.length > 0) subset(r, whole[0], beside, true, out);
  }
}

/** Parts in brackets directly behind their total: `问题30个（食品12个、药品18个）`. */
function bracketed(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i];
  const head = r.figures[i + 1];
  const bracket = head?.setting.bracket;
  if (!bracket || total.setting.bracket === bracket || !isAmount(head) || !sameUnit(total, head)) return;
  if (
    bracket.from - total.span.to > 16 ||
    /[，。；：、,;:!?！？]/.test(r.text.slice(total.span.to, bracket.from)) ||
    bracket.from < total.span.to
  )
    return;
  const inside = r.text.slice(bracket.from + 1, head.span.from).trim();
  if (/其中|含|包括/.test(inside) || COMPARED.test(inside) || inside === '') return;
  const parts = collect(r, i + 1, head.sentence);
  const last = parts.list[parts.list.length - 1];
  // Nothing but the list in the brackets: it is most likely the whole.
  if (parts.list.length >= 2) judge(r, [total], parts, last.clause.to === bracket.to - 1 && parts.whole ? 'listed' : 'open', out);
}

/** A list behind a colon: `860件：民事案件720件、刑事案件140件`. */
function listed(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i];
  const head = r.figures[i + 1];
  if (!head || !isAmount(head) || !sameUnit(total, head) || head.sentence !== total.sentence) return;
  const mark = total.clause.to;
  if (
    mark - total.span.to > 8 ||
    (r.text[mark] !== '：' && r.text[mark] !== ':') ||
    head.clause.from !== mark + 1 ||
    /其中|包括/.test(labelOf(r, head))
  )
    return;
  const parts = collect(r, i + 1, head.sentence);
  if (parts.list.length >= 2) judge(r, [total], parts, parts.whole ? 'listed' : 'open', out);
}

/** 风险点48个，高风险6个、中风险15个、低风险27个: kinds of it by their names. Only a slip of a digit is told. */
function apposed(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i];
  const head = r.figures[i + 1];
  // A list has three parts at least, and 、 between them.
  if (r.text[(r.figures[i + 2]?.label.from ?? 0) - 1] !== '、') return;
  if (
    head.sentence !== total.sentence ||
    !sameUnit(total, head) ||
    !behindComma(r, head) ||
    head.label.from !== total.clause.to + 1 ||
    isChange(r, total)
  )
    return;
  const list = [head];
  for (let k = i + 2; k < r.figures.length && k < i + REACH; k++) {
    const f = r.figures[k];
    if (f.sentence !== head.sentence || !sameUnit(f, head) || r.text[f.label.from - 1] !== '、') break;
    list.push(f);
  }
  if (list.length < 3 || isChange(r, head)) return;
  const words = labelOf(r, total) + tailOf(r, total);
  const labels = list.map((f) => labelOf(r, f).trim() + tailOf(r, f));
  if (labels.some((label) => label.length < 2 || label.length > 8 || NEW_STATEMENT.test(label) || !sharesWord(label, words))) return;
  const holds = meets(sumIntervals(list.map((f) => f.stands)), total.stands);
  if (holds || slips(r, total, list, true))
    out.push(relation(r, total, list, holds ? 'holds' : 'doubtful', holds ? 'parts' : 'slip', holds));
}

/** 合格589批次，不合格11批次 of 抽检600批次: a word and its opposite make the whole. */
function opposite(r: Reading, i: number, out: Relation[]): void {
  const not = r.figures[i];
  if (!hasCue(r, not, CUE.NOT)) return;
  const yes = r.figures[i - 1];
  const total = r.figures[i - 2];
  if (!total || total.sentence !== not.sentence) return;
  const word = /[不未]([一-鿿]{2,4})$/.exec(labelOf(r, not))?.[1];
  if (!word || !yes || !total || total.sentence !== not.sentence || yes.sentence !== not.sentence) return;
  if (![yes, total].every((f) => isAmount(f) && sameUnit(f, not) && !isChange(r, f))) return;
  const label = labelOf(r, yes);
  if (!label.endsWith(word) || /[不未]$/.test(label.slice(0, -word.length))) return;
  const sum = addIntervals(yes.stands, not.stands);
  const holds = meets(sum, total.stands);
  const over = isBelow(total.stands, sum);
  // 案卷90件，其中优秀32件，合格50件，不合格8件: the whole stands further back.
  if (!holds)
    for (let k = i - 3; k >= 0 && k > i - REACH && r.figures[k].sentence === total.sentence; k--)
      if (sameUnit(r.figures[k], total) && isAmount(r.figures[k]) && !isBelow(r.figures[k].stands, sum)) return;
  // 执结90件，未执结8件: cases of earlier years are among them.
  const open = /未[一-鿿]{0,3}结$/.test(labelOf(r, not)) && (over || CARRIED.test(r.text.slice(total.sentence.from, total.sentence.to)));
  if (!holds && open && CARRIED.test(r.text.slice(total.sentence.from, total.sentence.to))) return;
  out.push(
    relation(
      r,
      total,
      [yes, not],
      holds
        ? 'holds'
        : excused(r, [total, yes, not])
          ? 'unknown'
          : open
            ? 'doubtful'
            : over
              ? 'fails'
              : /合格|通过|达标|符合/.test(word)
                ? 'doubtful'
                : 'unknown',
      over ? 'over' : 'slip',
      holds,
    ),
  );
}

/** Where the sentence speaks of what was there before, more may be closed than came in. */
const CARRIED = /结转|旧存|原有|往年|积存|存量|历年|年初/;

const SURELY = /^(?:以上|上述|全年|全部)?(?:[两二三四五六七八九]?[项者类])?(?:合计|共计|总计)(?:为|达|有)?$/;

/** A list that its total follows: `甲12件、乙15件，合计27件`. */
function toTotal(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i];
  if (!hasCue(r, total, CUE.TOTAL)) return;
  const label = labelOf(r, total).trim();
  const plain = /^(?:全年|年内)?共(?:有|计)?([一-鿿]{0,3})$/.exec(label);
  // 三类单位合计: the number of the items stands before it.
  const items = r.figures[i - 1];
  const counted = items !== undefined && items.numeral.chinese && items.span.to === total.label.from && items.label.from === items.label.to;
  const surely = SURELY.test(label) || (counted && /^[一-鿿]{0,4}(?:合计|共计|总计)$/.test(label));
  const weakly = /^(?:总数|总量|累计)(?:为|达|达到)?$/.test(label);
  if (!surely && !plain && !weakly) return;
  const list: Figure[] = [];
  for (let k = i - 1; k >= 0 && k >= i - REACH; k--) {
    const f = r.figures[k];
    if (f.sentence !== total.sentence) {
      if (f.setting.bracket && f.setting.bracket !== total.setting.bracket) continue;
      break;
    }
    if (k === i - 1 && counted) continue;
    if (!sameUnit(f, total) || isChange(r, f) || !isAmount(f)) break;
    list.unshift(f);
  }
  if (list.length < 2) return;
  // 6个县、3个区，共有26个乡镇: a total of other things.
  const named = tailOf(r, total);
  if (!surely && named.length > 1 && !list.some((f) => sharesWord(labelOf(r, f) + tailOf(r, f), named))) return;
  // 共 is often no sum: only behind a plain list or with its verb, and not smaller than one of its members.
  const tight = list.slice(1).every((f) => r.text[f.label.from - 1] === '、' || /^[和及与]/.test(labelOf(r, f))) && behindComma(r, total);
  if (
    !surely &&
    ((!tight && (weakly || (!labelOf(r, list[0]).endsWith(plain![1]) && !labelOf(r, list[0]).startsWith(plain![1])))) ||
      (list.some((f) => !isBelow(f.stands, total.stands)) && !(tight && slips(r, total, list, false))))
  )
    return;
  for (let k = list.length - 2; k >= 0; k--) {
    const tail = list.slice(k);
    if (meets(sumIntervals(tail.map((f) => f.stands)), total.stands)) {
      out.push(relation(r, total, tail, 'holds', 'total', true));
      return;
    }
  }
  const statement = list.slice(1).some((f) => beginsStatement(labelOf(r, f), total));
  const open = list.some((f) => /^等/.test(tailOf(r, f))) || (weakly && !slips(r, total, list, true));
  out.push(
    relation(r, total, list, statement || open || excused(r, [...list, total]) ? 'unknown' : surely ? 'fails' : 'doubtful', 'total', false),
  );
}
interface Parts {
  readonly list: readonly Figure[];
  /** How many of them surely belong to the list: what follows may be a statement of its own. */
  readonly sure: number;
  /** Whether the list goes on to the end of its sentence. */
  readonly whole: boolean;
  readonly overlapping: boolean;
}

const LEVEL = /(?:增加|减少|增|降|减|升|压缩|扩大)[至到为]$/;

/** The parts of a list that begins with the figure at `first`. */
function collect(r: Reading, first: number, sentence: Figure['sentence']): Parts {
  const list: Figure[] = [];
  const head = r.figures[first];
  const headLabel = labelOf(r, head).replace(LEADING, '');
  const begins = (label: string) => beginsStatement(label, head);
  const verbal = begins(headLabel);
  const colon = head.clause.from > 0 && (r.text[head.clause.from - 1] === '：' || r.text[head.clause.from - 1] === ':');
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
function related(r: Reading, total: Figure, list: readonly Figure[], sure: number): number {
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
function farOff(r: Reading, total: Figure, head: Figure): boolean {
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
function sharesWord(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return a !== '' && b.endsWith(a[a.length - 1]);
}

/** Whether a figure is the rest of a whole: 其余, 尚未. */
function isRest(r: Reading, f: Figure): boolean {
  return hasCue(r, f, CUE.REST) && REST.test(labelOf(r, f));
}

/** Whether a figure's words follow a comma. */
function behindComma(r: Reading, f: Figure): boolean {
  const before = r.text.charCodeAt(f.label.from - 1);
  return before === 0xff0c || before === 0x2c;
}

/** Whether words begin a statement of their own. */
function beginsStatement(label: string, like: Figure): boolean {
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
function coordinated(r: Reading, totals: readonly Figure[]): Figure[] {
  const out = [totals[0]];
  for (let i = 1; i < totals.length; i++) {
    const label = labelOf(r, out[out.length - 1]);
    if (label.length > 10 || NEW_STATEMENT.test(label) || r.text.slice(totals[i].span.to, out[out.length - 1].span.from).length > 14) break;
    out.push(totals[i]);
  }
  return out;
}

/** Figures before a list that may be its total, the nearest first. */
function totalsBefore(r: Reading, first: number, at: number, part: Figure): Figure[] {
  const out: Figure[] = [];
  for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
    const f = r.figures[i];
    if (f.sentence.to < at) break;
    const bracket = f.setting.bracket;
    if (bracket && (at < bracket.from || at >= bracket.to)) continue;
    if (f.span.to > at || !sameUnit(f, part) || !isAmount(f) || isChange(r, f)) continue;
    out.push(f);
  }
  return out;
}

/** Whether words say that the parts are the whole, or that they are not (5类，其中第一类…). */
function closes(r: Reading, total: Figure, parts: Parts): 'closed' | 'partial' | 'open' {
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

function judge(r: Reading, totals: readonly Figure[], parts: Parts, kind: 'closed' | 'listed' | 'partial' | 'open', out: Relation[]): void {
  const closed = kind === 'closed';
  const [total] = totals;
  const { list } = parts;
  const together = coordinated(r, totals);
  const all = together.length > 1 ? sumIntervals(together.map((f) => f.stands)) : undefined;
  if (list.length === 1) {
    if (all && isBelow(total.stands, list[0].stands) && !isBelow(all, list[0].stands)) return;
    subset(r, total, list[0], totals.length === 1, out);
    return;
  }
  let sum = list[0].stands;
  for (let k = 1; k < list.length; k++) {
    sum = addIntervals(sum, list[k].stands);
    if (all && bounded(sum) && bounded(all) && meets(sum, all)) {
      const figures = [...together, ...list.slice(0, k + 1)];
      const line = (fs: readonly Figure[]) => fs.map((f) => printed(r, f)).join('+');
      out.push({
        kind: 'sum',
        form: 'parts',
        span: spanOf(r, figures),
        figures,
        verdict: 'holds',
        formula: `${line(list.slice(0, k + 1))}=${line([...together].reverse())}`,
        reached: '',
        corrections: [],
      });
      return;
    }
    if (bounded(sum) && bounded(total.stands) && meets(sum, total.stands)) {
      out.push(relation(r, total, list.slice(0, k + 1), 'holds', 'parts', true));
      return;
    }
  }
  const sure = list.slice(0, related(r, total, list, parts.sure));
  const big = sure.find((f) => isBelow(total.stands, f.stands));
  if (big) {
    if (all && !isBelow(all, big.stands)) return;
    subset(r, total, big, totals.length === 1, out);
    return;
  }
  if (sure.length < 2) return;
  const reached = sumIntervals(sure.map((f) => f.stands));
  if (isBelow(total.stands, reached)) {
    // With several figures of the unit before it, the list may be of all of them.
    if (all && !isBelow(all, reached)) return;
    const alone = totals.length === 1 || isBelow(sumIntervals(totals.map((f) => f.stands)), reached);
    const silent = (parts.overlapping && !closed) || excused(r, [total, ...sure]);
    const verdict: Verdict = silent ? 'unknown' : closed || alone ? 'fails' : 'doubtful';
    out.push(relation(r, total, sure, verdict, closed ? 'parts' : 'over', false));
    return;
  }
  if (!isBelow(reached, total.stands)) return;
  if (closed && totals.length === 1) {
    out.push(relation(r, total, list, excused(r, [total, ...list]) ? 'unknown' : 'fails', 'parts', false));
    return;
  }
  const plain = sure.length === list.length && !parts.overlapping && totals.length === 1 && !excused(r, [total, ...sure]);
  const slip =
    plain &&
    (kind === 'listed'
      ? list.every((f) => !f.approximate) && !total.approximate
      : kind === 'open' && slips(r, total, sure, sure.length >= 3));
  out.push(relation(r, total, sure, slip ? 'doubtful' : 'unknown', 'slip', false));
}

/** Whether an interval has both ends: what is only 超过 agrees with anything and proves nothing. */
function bounded(i: Interval): boolean {
  return i.lo !== undefined && i.hi !== undefined;
}

/** One part and its whole. */
function subset(r: Reading, whole: Figure, part: Figure, alone: boolean, out: Relation[]): void {
  const figures = [whole, part];
  const fails = isBelow(whole.stands, part.stands);
  const corrections: Correction[] = [];
  out.push({
    kind: 'subset',
    form: 'exceeds',
    span: spanOf(r, figures),
    figures,
    verdict: !fails
      ? whole.stands.hi
        ? 'holds'
        : 'unknown'
      : excused(r, figures)
        ? 'unknown'
        : alone && !farOff(r, whole, part)
          ? 'fails'
          : 'doubtful',
    formula: `${quantity(r, part)}${fails ? '＞' : '≤'}${quantity(r, whole)}`,
    reached: quantity(r, part),
    corrections,
  });
}

/** Whether one number with two digits in each other's place, or one wrong digit, would explain the difference. */
function slips(r: Reading, total: Figure, parts: readonly Figure[], oneDigit: boolean): boolean {
  return corrections(r, total, parts).some(
    (c) => swapped(c.newText, printed(r, c.figure)) || (oneDigit && oneDigitApart(c.newText, printed(r, c.figure))),
  );
}

/** Whether two numbers differ by two neighbouring digits in each other's place (236, 263). */
function swapped(a: string, b: string): boolean {
  const x = a.replace('.', '');
  const y = b.replace('.', '');
  if (x.length !== y.length || a.indexOf('.') !== b.indexOf('.')) return false;
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  return i + 1 < x.length && x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2);
}

/** What would make the sum true: another total, or one other part. Those that differ in one digit come first. */
function corrections(r: Reading, total: Figure, parts: readonly Figure[]): Correction[] {
  if (parts.some((f) => f.approximate) || total.approximate) return [];
  const sum = parts.reduce<Decimal>((acc, f) => subtract(acc, { mantissa: -f.value.mantissa, scale: f.value.scale }), {
    mantissa: 0n,
    scale: 0,
  });
  const missing = subtract(total.value, sum);
  const found: Correction[] = [];
  const t = correct(r, total, sum);
  if (t) found.push(t);
  for (const f of parts) {
    const c = correct(r, f, subtract(f.value, { mantissa: -missing.mantissa, scale: missing.scale }));
    if (c && c.newText !== '0') found.push(c);
  }
  const slips = found.filter((c) => oneDigitApart(c.newText, printed(r, c.figure)));
  return [...slips, ...found.filter((c) => !slips.includes(c))].slice(0, 6);
}

function relation(r: Reading, total: Figure, parts: readonly Figure[], verdict: Verdict, form: string, holds: boolean): Relation {
  const sum = sumIntervals(parts.map((f) => f.stands));
  const exact = parts.reduce<Decimal>((acc, f) => subtract(acc, { mantissa: -f.value.mantissa, scale: f.value.scale }), {
    mantissa: 0n,
    scale: 0,
  });
  const reached =
    isPoint(sum) || parts.every((f) => !f.approximate)
      ? showIntervalLike({ lo: exact, hi: exact, loOpen: false, hiOpen: false }, total) + multiplierOf(total)
      : showIntervalLike(sum, total) + multiplierOf(total);
  const terms = parts.map((f) => printed(r, f)).join('+');
  const figures = [total, ...parts];
  return {
    kind: 'sum',
    form,
    span: spanOf(r, figures),
    figures,
    verdict,
    formula: holds ? `${terms}=${printed(r, total)}` : `${terms}=${reached}≠${printed(r, total)}`,
    reached: reached + total.unit,
    corrections: verdict === 'fails' || verdict === 'doubtful' ? corrections(r, total, parts) : [],
  };
}
