/** Completion: 应检查a户，实际检查b户; 发现问题a个，已整改b个，整改率p%. What was done is at most what was due. */
import { compare, isBelow, isPoint, meets } from '../../decimal';
import type { Figure } from '../figure';
import {
  type Correction,
  type Reading,
  type Relation,
  type Verdict,
  correct,
  excused,
  isAmount,
  isChange,
  labelOf,
  quantity,
  sameUnit,
  spanOf,
} from '../statement';
import { NO_SHARE, OTHER_RATE, fits, nameOf, quotient } from './quotient';

/** 应检查a户、实际检查b户; 发现问题a个、已整改b个: the second is at most the first, and equal to it at 100 %. */
interface Pair {
  readonly due: RegExp;
  readonly done: RegExp;
  readonly rate: RegExp;
  readonly strict: boolean;
  /** A plan may be surpassed: only its rate is checked. */
  readonly planned?: boolean;
}
const PAIRS: readonly Pair[] = [
  {
    due: /(?<![响供适反相对效])应(?!用|急|对|诉|当|付|届)[一-鿿]{0,8}/,
    done: /^[一-鿿]{0,6}(?<![落核充夯切扎真务])实(?:际|到|检|查|办|缴|报|参|抽|完成|收|种|发|交|训|评|有|签|建|征|回)|^已(?:检|查|办|缴|报|完成)/,
    rate: /./,
    strict: false,
  },
  {
    due: /发现|排查|查出|检出|问题|隐患|限期整改|责令整改|交办|转办|督办|反馈|应整改/,
    done: /^(?:其中|目前|现|均|全部|并)?(?:已|均已|全部|完成|督促|按期|现已)*(?:完成)?(?:整改|销号|整治|办结)|^(?:已|均已)完成$/,
    rate: /整改|完成|销号|整治|办结/,
    strict: true,
  },
  {
    due: /计划|任务/,
    done: /^(?:目前|现|已)*(?:实际)?(?:已)?(?:完成|开展|实施|竣工|开工|建成)|^实际/,
    rate: /完成|执行|开工|竣工|兑现|落实/,
    strict: false,
    planned: true,
  },
];

/** Looks whether the figure at `j` of a sentence says what was done of something due before it. Rates that are judged here go into `used`. */
export function complete(r: Reading, figures: readonly Figure[], j: number, used: Set<Figure>, out: Relation[]): void {
  const done = figures[j];
  if (!isAmount(done)) return;
  const label = labelOf(r, done).trim();
  for (const pair of PAIRS) {
    if (!pair.done.test(label)) continue;
    const next = figures[j + 1];
    const name = next?.kind === 'rate' ? nameOf(r, next) : undefined;
    const rated = name !== undefined && pair.rate.test(name) && !OTHER_RATE.test(name) && !NO_SHARE.test(name) ? next : undefined;
    if (!rated && pair.planned) continue;
    const due = dueOf(r, figures, j, pair, (d) => (rated ? fits(done.stands, d, rated) : !isBelow(d.stands, done.stands)));
    if (!due || isChange(r, done)) continue;
    if (rated) used.add(rated);
    if (rated) {
      out.push(quotient(r, 'completion', done.stands, due, done, rated, 'fails'));
    } else {
      const over = isBelow(due.stands, done.stands);
      const all = /全部|均已/.test(label) && isPoint(due.stands) && isPoint(done.stands) && !meets(due.stands, done.stands);
      const verdict: Verdict =
        !over && !all
          ? 'holds'
          : // 其中一般问题280个，已整改291个: of the whole, which the sentence before may tell.
            excused(r, [due, done]) || /^\s*其中/.test(r.text.slice(done.sentence.from, due.span.from))
            ? 'unknown'
            : (pair.strict && /已|完成|全部|到位/.test(label) && !/办结/.test(label)) || all
              ? 'fails'
              : 'doubtful';
      const corrections =
        verdict === 'holds'
          ? []
          : [correct(r, done, due.value), correct(r, due, done.value)].filter((c): c is Correction => c !== undefined);
      out.push({
        kind: 'completion',
        form: over ? 'more' : 'less',
        span: spanOf(r, [due, done]),
        figures: [due, done],
        verdict,
        formula: `${quantity(r, done)}${over ? '＞' : all ? '≠' : compare(due.value, done.value) === 0 ? '=' : '≤'}${quantity(r, due)}`,
        reached: quantity(r, due),
        corrections,
      });
    }
    return;
  }
}

/**
 * What was due: the figures before, the nearest first. Where a list of kinds stands between (其中重大隐患12处，一般隐患
 * 308处), the one that agrees, or else the whole.
 */
function dueOf(r: Reading, figures: readonly Figure[], j: number, pair: Pair, agrees: (due: Figure) => boolean): Figure | undefined {
  let found: Figure | undefined;
  let skipped = 0;
  for (let i = j - 1; i >= 0 && i >= j - 6; i--) {
    const due = figures[i];
    if (!isAmount(due) || isChange(r, due)) break;
    if (!sameUnit(due, figures[j])) {
      // 发现问题68个，制定措施126条，完成整改66个
      if (found || ++skipped > 1) break;
      continue;
    }
    const label = labelOf(r, due);
    if (pair.due.test(label) && !pair.done.test(label.trim())) {
      found ??= due;
      if (agrees(due)) return due;
    } else if (!found) break;
    if (/其中|一般|较大|较重|重大|重点/.test(label)) found = due;
  }
  return found;
}
