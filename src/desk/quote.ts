/** What a plan costs at worst, as whoever starts it is told and limits count it. */
import { estimate } from '../plan/estimate.ts';
import type { Plan } from '../plan/plan.ts';

/** Dollars at worst; the budget where that is less. Undefined where nothing bounds it. */
export function quoteOf(plan: Plan): number | undefined {
  return estimate(plan).dollars.get(plan.root);
}
