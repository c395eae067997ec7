/**
 * Stock and flow: 原有a，新增b，减少c，现有d; 上年结转a，新收b，办结c，结转d; 新收a，上年结转b，共计c. And what came this year is
 * at most what there is: 新增b（累计D）.
 */
import { addIntervals, meets, subtract, subtractIntervals, type Decimal } from '../../decimal';
import type { Figure } from '../figure';
import {
  CUE,
  type Correction,
  type Reading,
  type Relation,
  REACH,
  atMost,
  correct,
  hasCue,
  isAmount,
  labelOf,
  multiplierOf,
  printed,
  sameUnit,
  showLike,
  spanOf,
  tailOf,
} from '../statement';

const OPENING =
  /(?:^|[^现])(?:原有|原共有|上年结转|上年度结转|去年结转|上期结转|旧存|年初(?:共?有|结存|存量|在册|实有)?|上年末(?:在册|结存|实有)?|期初)[一-鿿]{0,8}$/;
const IN =
  /(?:新增|新建|新收|收到|新受理|新接收|本年新收|本年收到|增加|新设|新登记|新成立|新购|购入|购置|接收|转入|调入|入库)[一-鿿]{0,8}$/;
const OUT = /(?:减少|关闭|撤销|撤并|注销|退出|取消|拆除|办结|审结|执结|结案|调出|转出|关停|退库|出库|化解|解除|淘汰|报废)[一-鿿]{0,8}$/;
const CLOSING =
  /(?:现有|现共有|现在册|实有|现存|年末(?:共?有|结存|存量|在册|实有)?|年底(?:共?有|在册|实有)|期末|结转下年|结转下年度|结转至下年度?|(?:尚)?未[一-鿿]?结|结存|在办)[一-鿿]{0,8}$/;

/** Finds stocks and flows. */
export function findFlows(r: Reading, out: Relation[]): void {
  const opens = (f: Figure) => hasCue(r, f, CUE.OPENING) && OPENING.test(labelOf(r, f));
  for (const figures of r.sentences) {
    for (let i = 0; i + 3 < figures.length; i++) {
      if (!opens(figures[i])) continue;
      const [a, b, c, d] = figures.slice(i, i + 4);
      if (![a, b, c, d].every((f) => isAmount(f) && sameUnit(f, a) && !f.approximate) || !CLOSING.test(labelOf(r, d))) continue;
      if (IN.test(labelOf(r, c)) && OUT.test(labelOf(r, b))) flow(r, a, c, b, d, out);
      else if (IN.test(labelOf(r, b)) && OUT.test(labelOf(r, c))) flow(r, a, b, c, d, out);
    }
  }
  for (const figures of r.sentences)
    for (let i = 0; i < figures.length; i++) {
      if (!opens(figures[i])) continue;
      if (i + 2 < figures.length) three(r, figures[i], figures[i + 1], figures[i + 2], out);
      throughput(r, figures, i, out);
    }
  for (let i = 0; i + 1 < r.figures.length; i++) {
    stock(r, i, out);
    if (hasCue(r, r.figures[i + 1], CUE.SOFAR)) sofar(r, r.figures[i], r.figures[i + 1], out);
  }
}

function flow(r: Reading, a: Figure, b: Figure, c: Figure, d: Figure, out: Relation[]): void {
  const left = subtractIntervals(addIntervals(a.stands, b.stands), c.stands);
  const holds = meets(left, d.stands);
  const value = subtract(plus(a.value, b.value), c.value);
  const terms = `${printed(r, a)}+${printed(r, b)}-${printed(r, c)}`;
  const reached = `${showLike(value, d)}${multiplierOf(d)}`;
  const missing = subtract(d.value, value);
  const corrections = holds
    ? []
    : [
        correct(r, d, value),
        correct(r, b, plus(b.value, missing)),
        correct(r, c, subtract(c.value, missing)),
        correct(r, a, plus(a.value, missing)),
      ].filter((x): x is Correction => x !== undefined);
  const figures = [a, b, c, d];
  out.push({
    kind: 'flow',
    form: 'balance',
    span: spanOf(r, figures),
    figures,
    verdict: holds ? 'holds' : 'fails',
    formula: holds ? `${terms}=${printed(r, d)}` : `${terms}=${reached}≠${printed(r, d)}`,
    reached: reached + d.unit,
    corrections,
  });
}

function plus(a: Decimal, b: Decimal): Decimal {
  return subtract(a, { mantissa: -b.mantissa, scale: b.scale });
}

const LEFT = /(?:保留|剩余|还剩|尚余|余)[一-鿿]{0,4}$/;
const NOW = /(?:现有|现共有|总数达|增至|达到?)[一-鿿]{0,4}$/;

/** 原有86项，取消25项，保留61项; 原有12个，新增3个，现有15个: what went out or came in may be left unsaid, so it is only asked. */
function three(r: Reading, a: Figure, b: Figure, c: Figure, out: Relation[]): void {
  if (![a, b, c].every((f) => isAmount(f) && sameUnit(f, a) && !f.approximate)) return;
  const less = OUT.test(labelOf(r, b)) && LEFT.test(labelOf(r, c));
  if (!less && !(IN.test(labelOf(r, b)) && NOW.test(labelOf(r, c)))) return;
  const left = less ? subtractIntervals(a.stands, b.stands) : addIntervals(a.stands, b.stands);
  const holds = meets(left, c.stands);
  const value = less ? subtract(a.value, b.value) : plus(a.value, b.value);
  const terms = `${printed(r, a)}${less ? '-' : '+'}${printed(r, b)}`;
  const reached = `${showLike(value, c)}${multiplierOf(c)}`;
  const right = holds ? undefined : correct(r, c, value);
  const figures = [a, b, c];
  out.push({
    kind: 'flow',
    form: 'balance',
    span: spanOf(r, figures),
    figures,
    verdict: holds ? 'holds' : 'doubtful',
    formula: holds ? `${terms}=${printed(r, c)}` : `${terms}=${reached}≠${printed(r, c)}`,
    reached: reached + c.unit,
    corrections: right ? [right] : [],
  });
}

const IN_ALL = /^(?:全年)?(?:合计|共计|共)(?:有|办理|受理)?(?:[一-鿿]{0,6}案件)?$/;

/** 新收127件，上年结转9件，共计136件，审结124件，结转下年12件: what there was to be done, and what became of it. */
function throughput(r: Reading, figures: readonly Figure[], i: number, out: Relation[]): void {
  const opening = figures[i];
  const t = [i + 1, i + 2].find(
    (k) => k < figures.length && hasCue(r, figures[k], CUE.TOTAL) && IN_ALL.test(labelOf(r, figures[k]).trim()),
  );
  if (t === undefined) return;
  const whole = figures[t];
  const plain = (f: Figure | undefined): f is Figure => f !== undefined && isAmount(f) && sameUnit(f, whole) && !f.approximate;
  if (!plain(opening) || !plain(whole)) return;
  const income = t === i + 2 ? figures[i + 1] : figures[i - 1];
  // Where the total is wrong, what became of it cannot fit either: told once.
  if (plain(income) && IN.test(labelOf(r, income)) && !made(r, whole, [income, opening], true, out)) return;
  const [done, left] = [figures[t + 1], figures[t + 2]];
  if (plain(done) && plain(left) && OUT.test(labelOf(r, done)) && CLOSING.test(labelOf(r, left))) made(r, whole, [done, left], false, out);
}

/** Whether two numbers make the third. Where they need not be all of it (`complete` is false), more than it is a fault all the same. */
function made(r: Reading, whole: Figure, [a, b]: readonly [Figure, Figure], complete: boolean, out: Relation[]): boolean {
  const sum = addIntervals(a.stands, b.stands);
  const holds = meets(sum, whole.stands);
  const value = plus(a.value, b.value);
  const missing = subtract(whole.value, value);
  const line = `${printed(r, a)}+${printed(r, b)}`;
  const reached = `${showLike(value, whole)}${multiplierOf(whole)}`;
  const figures = [whole, a, b];
  const corrections = [correct(r, whole, value), correct(r, a, plus(a.value, missing)), correct(r, b, plus(b.value, missing))];
  out.push({
    kind: 'flow',
    form: 'balance',
    span: spanOf(r, figures),
    figures,
    verdict: holds ? 'holds' : complete || missing.mantissa < 0n ? 'fails' : 'doubtful',
    formula: holds ? `${line}=${printed(r, whole)}` : `${line}=${reached}≠${printed(r, whole)}`,
    reached: reached + whole.unit,
    corrections: holds ? [] : corrections.filter((x): x is Correction => x !== undefined),
  });
  return holds;
}

/** 新建法治公园6个，累计建成18个: what is new is part of what there is. */
function sofar(r: Reading, part: Figure, whole: Figure, out: Relation[]): void {
  if (part.sentence !== whole.sentence || !isAmount(part) || !isAmount(whole) || !sameUnit(part, whole)) return;
  if (!/^[，,]?(?:目前|现)?(?:累计|总数)(?:建成|创建|培育|认定|拥有|达到?|有|已达)?$/.test(labelOf(r, whole)) || tailOf(r, whole) !== '')
    return;
  if (!/新增|新建|新认定|新培育|新登记|新设|新创建/.test(labelOf(r, part))) return;
  out.push(atMost(r, part, whole, { kind: 'flow', form: 'stock', wrong: 'fails' }));
}

/** 今年新增b（累计D）: with several of each, those of one unit. */
function stock(r: Reading, i: number, out: Relation[]): void {
  const total = r.figures[i + 1];
  const bracket = total.setting.bracket;
  if (!bracket || r.figures[i].setting.bracket === bracket || !isAmount(total)) return;
  if (!/^(?:累计|总量|总数|共有|现有)/.test(r.text.slice(bracket.from + 1, total.span.from).trim())) return;
  for (let t = i + 1; t < r.figures.length && t < i + REACH && r.figures[t].setting.bracket === bracket; t++) {
    const whole = r.figures[t];
    if (!isAmount(whole)) continue;
    for (let k = i; k >= 0 && k > i - REACH && r.figures[k].sentence.to >= bracket.from; k--) {
      const part = r.figures[k];
      if (!isAmount(part) || !sameUnit(part, whole) || part.setting.bracket) continue;
      if (!/新增|新建|新认定|新培育|新登记|新设/.test(r.text.slice(Math.max(part.clause.from, part.span.from - 60), part.span.from))) break;
      out.push(atMost(r, part, whole, { kind: 'flow', form: 'stock', wrong: 'fails' }));
      break;
    }
  }
}
