/**
 * What is left over (其余): 反馈问题a个，已整改b个，其余c个正在推进. What was done and what is left make the whole.
 */
import { addIntervals, meets, subtract } from '../../decimal';
import type { Figure } from '../figure';
import {
  CUE,
  type Correction,
  type Reading,
  type Relation,
  correct,
  excused,
  hasCue,
  isAmount,
  isChange,
  labelOf,
  printed,
  sameUnit,
  showLike,
  spanOf,
  tailOf,
} from '../statement';

/** What follows 其余2项 when nothing new is named: 正在推进, 已明确时限. */
const GOES_ON = /^(?:$|正|已|尚|均|按|将|未|待|因|顺延|结转|纳入|拟|计划|全部|持续|列入|移交|移送|引导|通过|转|在)/;
const LEFT = /^[，,]?(?:其余|剩余|余下)的?$/;
const DONE =
  /^[，,]?(?:目前|现|截至目前)?已(?:全部)?(?:完成|整改|办结|销号|化解|建成|落实)(?:了|整改|销号|办理|化解)?$|^[，,]?(?:(?:调解|调处|化解)成功|成功(?:调解|调处|化解))$/;

/** The remainder at `index` with what was done before it and the whole before that; a rate may stand between. */
export function remainder(r: Reading, index: number, out: Relation[]): void {
  const left = r.figures[index];
  if (!hasCue(r, left, CUE.REST) || !LEFT.test(labelOf(r, left))) return;
  let at = index - 1;
  if (r.figures[at]?.kind === 'rate') at--;
  const [whole, done] = [r.figures[at - 1], r.figures[at]];
  if (!whole || !done || !DONE.test(labelOf(r, done))) return;
  const figures = [whole, done, left];
  if (figures.some((f) => f.sentence !== left.sentence || !isAmount(f) || f.approximate || !sameUnit(f, left) || isChange(r, f))) return;
  // 已建成12个，其余5个街道: something else is counted.
  const tail = tailOf(r, left);
  if (!GOES_ON.test(tail) && !(labelOf(r, whole) + tailOf(r, whole)).includes(tail.slice(0, 2))) return;
  // 其中重大问题12个: the whole stands further back.
  if (/其中/.test(r.text.slice(left.sentence.from, left.span.from))) return;
  const holds = meets(addIntervals(done.stands, left.stands), whole.stands);
  const value = (a: Figure, b: Figure) => subtract(a.value, b.value);
  const sum = subtract(done.value, { mantissa: -left.value.mantissa, scale: left.value.scale });
  const corrections = [correct(r, done, value(whole, left)), correct(r, left, value(whole, done)), correct(r, whole, sum)];
  const reached = showLike(sum, whole);
  const line = `${printed(r, done)}+${printed(r, left)}`;
  out.push({
    kind: 'sum',
    form: 'parts',
    span: spanOf(r, figures),
    figures,
    verdict: holds ? 'holds' : excused(r, figures) ? 'unknown' : 'fails',
    formula: holds ? `${line}=${printed(r, whole)}` : `${line}=${reached}≠${printed(r, whole)}`,
    reached: reached + whole.unit,
    corrections: holds ? [] : corrections.filter((c): c is Correction => c !== undefined),
  });
}
