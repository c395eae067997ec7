/**
 * Totals and parts (勾稽关系：总数与分项).
 *
 * `办理案件20件，其中甲类7件、乙类13件`: the parts may not exceed the total. That they fall short of it proves nothing,
 * since a list after 其中 is often not the whole; only words that close it (分别为, 其余, 尚未 …) make a shortfall a fault.
 * `甲类7件、乙类13件，合计20件` is the same the other way round.
 */
import { addIntervals, isBelow, meets, sumIntervals } from '../../decimal';
import type { Figure } from '../figure';
import {
  CUE,
  type Reading,
  type Relation,
  REACH,
  excused,
  firstFrom,
  hasCue,
  isAmount,
  isChange,
  labelOf,
  placesOf,
  sameUnit,
  tailOf,
} from '../statement';
import { NEW_STATEMENT, beginsStatement, behindComma, closes, collect, sharesWord, stopBefore, totalsBefore } from './parts';
import { remainder } from './remainder';
import { judge, relation, slips, subset } from './sum-judgement';

const COMPARED = /^(?:同比|环比|较|比|新增|增|减|累计|不含|不包括|按|占|约合|折合|合|至|截至)/;

const FIRST_OF_WORDS = /其中|[包含由按]|分别[为是]/;
const WORDS = ['其中', '包括', '分别为', '分别是', '含', '包含', '由', '按'];

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
    among(r, i, out);
    bracketed(r, i, out);
    listed(r, i, out);
    apposed(r, i, out);
    toTotal(r, i, out);
    opposite(r, i, out);
    if (i > 1) remainder(r, i, out);
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
  // 。其中，甲类30件: alone, behind a full stop, it may be part of anything.
  if (parts.list.length === 1 && totals[0].sentence !== head.sentence && stopBefore(r, at) >= 0) return;
  judge(r, totals, parts, closes(r, totals[0], parts), out);
  // 301户611人…其中173户349人: the second unit of the first part.
  const beside = figures[first + 1];
  if (beside && beside.label.from === beside.label.to && beside.span.from === head.span.to && isAmount(beside) && !sameUnit(beside, head)) {
    const whole = totalsBefore(r, first, at, beside);
    if (whole.length > 0) subset(r, whole[0], beside, true, out);
  }
}

const AMONG = /^[一-鿿]{0,12}中[，,]/;
const TIDIED = /^[^。；，、,;“”《》（）()]{0,20}清理[，,](?=(?:保留|继续有效|现行有效|拟?废止|宣布失效))/;

/** 审结的320件案件中，维持180件、撤销140件; 对45件文件进行清理，保留40件、废止5件: the same as 其中 in other words. */
function among(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i];
  const head = r.figures[i + 1];
  if (!head || head.sentence !== total.sentence || !sameUnit(total, head) || isChange(r, total)) return;
  const words = r.text.slice(total.span.to, Math.min(head.span.from, total.span.to + 28));
  const m = AMONG.exec(words) ?? TIDIED.exec(words);
  if (!m || isChange(r, head)) return;
  const parts = collect(r, i + 1, head.sentence);
  const kind = closes(r, total, parts);
  // 县区中，3个……，6个……: what is said of some of them need not divide them.
  if (parts.list.length < 2 || (kind !== 'closed' && !TIDIED.test(words))) return;
  judge(r, [total], parts, kind, out);
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
  // 评查案卷120卷，优秀40卷、合格72卷、不合格8卷: what is better than good enough stands before it.
  if (BETTER.test(labelOf(r, total)) && i > 2) {
    const whole = r.figures[i - 3];
    const list = [total, yes, not];
    if (whole.sentence !== not.sentence || !isAmount(whole) || !sameUnit(whole, not) || isChange(r, whole)) return;
    const agrees = meets(sumIntervals(list.map((f) => f.stands)), whole.stands);
    const verdict = agrees ? 'holds' : excused(r, [whole, ...list]) || !slips(r, whole, list, true) ? 'unknown' : 'doubtful';
    out.push(relation(r, whole, list, verdict, agrees ? 'parts' : 'slip', agrees));
    return;
  }
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

/** The grade above 合格. */
const BETTER = /(?:优秀|优良|良好)(?:等次|档次|案卷)?$/;

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
