/**
 * Budget and outcome (预算执行): 年初预算为a，支出决算为b，完成年初预算的p%, the sentence every 部门决算 is written in.
 */
import type { Figure } from '../figure';
import { type Reading, type Relation, REACH, isAmount, isChange, labelOf, sameUnit } from '../statement';
import { fits, quotient } from './quotient';

const DONE = /^[，,]?(?:为|占|完成)(?:了)?(?:年初|全年|年度|当年|调整)?预算(?:数)?的$/;
const BUDGET = /预算(?:数|安排|批复)?(?:为|是)?$/;
const OUTCOME = /(?:决算|执行)(?:数)?(?:为|是)?$/;

/** 完成预算的p%: the share of the outcome before it in the budget before that. */
export function execution(r: Reading, index: number, out: Relation[]): void {
  const rate = r.figures[index];
  const outcome = r.figures[index - 1];
  if (!outcome || rate.malformed || rate.least || rate.approximate || outcome.sentence !== rate.sentence) return;
  if (!DONE.test(labelOf(r, rate)) || !isAmount(outcome) || outcome.kind !== 'money' || !OUTCOME.test(labelOf(r, outcome))) return;
  const budgets: Figure[] = [];
  for (let i = index - 2; i >= 0 && i >= index - REACH && r.figures[i].sentence === rate.sentence; i--) {
    const f = r.figures[i];
    if (isAmount(f) && sameUnit(f, outcome) && !isChange(r, f)) budgets.push(f);
  }
  const fitting = budgets.find((f) => fits(outcome.stands, f, rate));
  const budget = fitting ?? budgets[0];
  if (!budget) return;
  // 年初预算、调整预算: which one is meant is not known.
  const sure = budgets.length === 1 && BUDGET.test(labelOf(r, budget)) && !outcome.approximate && !budget.approximate;
  out.push(quotient(r, 'rate', outcome.stands, budget, outcome, rate, fitting ? 'holds' : sure ? 'fails' : 'unknown'));
}
