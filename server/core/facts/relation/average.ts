/** Averages with both operands: 发放补贴600万元，惠及300户，户均2万元; 人均办案10件，30人共办案300件. */
import { divide, meets, multiplyIntervals, roundedOrCut, show } from '../../decimal';
import type { Figure } from '../figure';
import {
  CUE,
  type Reading,
  type Relation,
  REACH,
  correct,
  hasCue,
  isAmount,
  isChange,
  labelOf,
  printed,
  quantity,
  spanOf,
  tailOf,
} from '../statement';

/** 平均每户, 户均, 每期平均; what is averaged may follow (人均办案). Of 平均每村 and 平均每个乡镇 the number has the unit 个. */
const AVERAGE =
  /(?:平均每个(乡镇|街道|社区|单位|部门|项目|企业|家庭|[村镇县区校站所])?|平均每([户人家件起宗名所次期场批村镇县区校站])|([户人件家次期场村镇县所])均|每([户人家件名所次期场批])平均)([一-鿿]{0,4}?)(?:为|达到?|约)?$/;

/** Finds averages whose total and number the sentence gives. */
export function findAverages(r: Reading, out: Relation[]): void {
  for (const figures of r.sentences)
    for (let k = 0; k < figures.length; k++) if (hasCue(r, figures[k], CUE.AVERAGE)) average(r, figures, k, out);
}

function average(r: Reading, figures: readonly Figure[], k: number, out: Relation[]): void {
  const c = figures[k];
  if (figures.length < 3 || !(isAmount(c) || c.kind === 'duration') || c.approximate) return;
  const label = labelOf(r, c);
  const m = AVERAGE.exec(label);
  if (!m) return;
  const named = m[2] ?? m[3] ?? m[4];
  const places = named !== undefined && '村镇县区校站'.includes(named);
  const per = places ? undefined : (named ?? (m[1] === undefined ? '个' : undefined));
  const noun = places ? named : (m[1] ?? '');
  const act = m[5];
  // The average first: its two numbers follow at once.
  const others = k >= 2 ? figures.slice(Math.max(0, k - REACH), k) : k === 0 ? figures.slice(1, 3) : [];
  const tops = others.filter((f) => !f.malformed && f.kind === c.kind && f.unit === c.unit && !isChange(r, f) && !of(r, f, per, noun));
  const bottoms = others.filter((f) => isAmount(f) && of(r, f, per, noun) && !isChange(r, f));
  if (tops.length !== 1 || bottoms.length !== 1 || tops[0].approximate || bottoms[0].approximate || bottoms[0].value.mantissa === 0n)
    return;
  const [a] = tops;
  const [b] = bottoms;
  // 户均增收 is another 指标 than 发放补贴.
  if (act !== '' && !Array.from(act.slice(-2)).every((c) => labelOf(r, a).includes(c))) return;
  const spread = c.numeral.exponent > 0 ? c.stands : roundedOrCut(c.value);
  const holds = meets(a.stands, multiplyIntervals(b.stands, spread));
  const digits = Math.max(0, c.numeral.digits.scale);
  const value = divide(a.value, b.value, digits - c.numeral.exponent < 0 ? 2 : Math.max(2, digits + c.numeral.exponent))!;
  const shown = show({ mantissa: value.mantissa, scale: value.scale + c.numeral.exponent });
  const right = correct(r, c, divide(a.value, b.value, Math.max(0, digits - c.numeral.exponent))!);
  out.push({
    kind: 'average',
    form: 'average',
    span: spanOf(r, [a, b, c]),
    figures: [a, b, c],
    verdict: holds ? 'holds' : 'fails',
    formula: `${quantity(r, a)}÷${quantity(r, b)}=${holds ? quantity(r, c) : `${shown}≠${printed(r, c)}`}`,
    reached: shown,
    corrections: holds || !right ? [] : [right],
  });
}

/** Whether a figure counts what the average is taken over. */
function of(r: Reading, f: Figure, per: string | undefined, noun: string): boolean {
  if (noun !== '') return (f.unit === '个' && tailOf(r, f).startsWith(noun)) || f.unit === noun;
  return per !== undefined && (f.unit === per || (per === '人' && (f.unit === '名' || f.unit === '位')));
}
