/** A leg's part of the money that is left: it cannot see what the others spend beside it. */
import type { Plan } from '../plan/plan.ts';
import { spentAt } from './expiry.ts';
import type { RunState } from './state.ts';

/**
 * The plan as one of so many legs reads it: of what every open budget has left it gets an equal part. `state`: where they
 * were handed out. What the legs have written down is read with the whole plan again.
 */
export function planForLeg(plan: Plan, state: RunState, legs: number): Plan {
  if (legs <= 1) return plan;
  const nodes = plan.nodes.map((node) => {
    const own = state.nodes.get(node.id);
    if (node.kind !== 'budget' || !own?.spending || own.settlement) return node;
    const spent = spentAt(own.spending, state.at);
    return { ...node, dollars: spent + Math.max(0, node.dollars - spent) / legs };
  });
  return { ...plan, nodes };
}
