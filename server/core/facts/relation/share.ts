/** Shares: `其中小微企业200户，占40%`, of the figure that the part belongs to. */
import { HUNDRED, addIntervals, exactly, isBelow, meets, multiplyIntervals } from '../../decimal';
import type { Figure } from '../figure';
import { type Reading, type Relation, type Verdict, REACH, isAmount, isChange, labelOf, sameUnit } from '../statement';
import { fits, quotient } from './quotient';

const SHARE_NAME = /占(?:比|[一-鿿]{0,8}总(?:数|量|额|人数|面积)的?|全部[一-鿿]{0,6}的?)?(?:为|达到?|约)?$/;

/** 占p%: the share of the figure before it in the one it is part of. */
export function share(r: Reading, index: number, out: Relation[]): void {
  const f = r.figures[index];
  if (f.malformed || f.least) return;
  const label = labelOf(r, f);
  if (/^的(?:比例为?)?$/.test(label) && index > 1) {
    // 560项，占全部事项700项的80%.
    const [a, d] = [r.figures[index - 2], r.figures[index - 1]];
    if (
      isAmount(a) &&
      isAmount(d) &&
      sameUnit(a, d) &&
      a.sentence === d.sentence &&
      !isChange(r, a) &&
      !isBelow(d.stands, a.stands) &&
      /占[一-鿿]{0,10}$/.test(labelOf(r, d)) &&
      d.span.to === f.label.from
    ) {
      let other = false;
      for (let i = index - 3; i >= 0 && i >= index - 8 && r.figures[i].sentence === a.sentence; i--) {
        const w = r.figures[i];
        if (!isAmount(w) || !sameUnit(w, d)) continue;
        if (fits(w.stands, d, f)) return;
        other = true;
      }
      out.push(quotient(r, 'rate', a.stands, d, a, f, other || /计划|任务|目标/.test(labelOf(r, d)) ? 'doubtful' : 'fails'));
    }
    return;
  }
  if (!label.includes('占') || !SHARE_NAME.test(label)) return;
  const part = r.figures[index - 1];
  if (!isAmount(part) || f.span.from - part.span.to > 16 || isChange(r, part)) return;
  if (/[。；;]/.test(r.text.slice(part.span.to, f.span.from))) return;
  const wholes: Figure[] = [];
  for (let i = index - 2; i >= 0 && i >= index - REACH; i--) {
    const w = r.figures[i];
    if (w.sentence.to < part.span.from) break;
    if (w.setting.bracket && w.setting.bracket !== part.setting.bracket) continue;
    if (isAmount(w) && sameUnit(w, part) && !isChange(r, w)) wholes.push(w);
  }
  if (wholes.length === 0) {
    chained(r, index, part, out);
    return;
  }
  const fitting = wholes.find((w) => fits(part.stands, w, f));
  const whole = fitting ?? wholes[0];
  const alone = wholes.length === 1 && !isBelow(whole.stands, part.stands);
  const tied = wholes.length === 1 && /其中/.test(r.text.slice(whole.span.to, part.span.from));
  // 审查合同420份，修改294份，占审查总数的70%: the share names its whole.
  const total = /占([一-鿿]{2})[一-鿿]{0,6}总/.exec(label)?.[1];
  const near = r.figures[index - 2] === whole && whole.sentence === part.sentence;
  const verdict: Verdict = fitting
    ? 'holds'
    : tied || (alone && total !== undefined && labelOf(r, whole).includes(total))
      ? 'fails'
      : alone && near && (label.endsWith('占') || label.endsWith('占比'))
        ? 'doubtful'
        : 'unknown';
  out.push(quotient(r, 'rate', part.stands, whole, part, f, verdict));
}

/**
 * 收入1200万元，其中：财政拨款900万元，占75%；事业收入300万元，占25%: one item behind the other, each a share of the same
 * whole. Known only where the share before it is one; the last digit may have been evened out so that all make 100.
 */
function chained(r: Reading, index: number, part: Figure, out: Relation[]): void {
  const f = r.figures[index];
  const before = r.figures[index - 2];
  if (!before || before.kind !== 'rate' || part.sentence === before.sentence || f.approximate || part.approximate) return;
  if (part.sentence.from !== before.sentence.to + 1 || !/[；;]/.test(r.text[before.sentence.to] ?? '') || !labelOf(r, f).endsWith('占'))
    return;
  if (part.label.from !== part.sentence.from || r.text.slice(before.span.to, before.sentence.to).trim() !== '') return;
  const sibling = out.find(
    ({ kind, verdict, figures }) => kind === 'rate' && verdict === 'holds' && figures.length === 3 && figures[2] === before,
  );
  const whole = sibling?.figures[0];
  if (!whole || !sameUnit(whole, part) || isBelow(whole.stands, part.stands)) return;
  const unit = { mantissa: 1n, scale: f.value.scale };
  const wide = addIntervals(f.stands, { lo: { ...unit, mantissa: -1n }, hi: unit, loOpen: false, hiOpen: false });
  const near = meets(multiplyIntervals(part.stands, exactly(HUNDRED)), multiplyIntervals(whole.stands, wide));
  out.push(quotient(r, 'rate', part.stands, whole, part, f, near ? 'unknown' : 'fails'));
}
