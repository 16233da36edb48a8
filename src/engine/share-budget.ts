/** A leg's part of the money that is left: it cannot see what the others spend beside it. */
import type { NodeId, Plan } from '../plan/plan.ts';
import { spentAt } from './expiry.ts';
import type { RunState } from './state.ts';

/**
 * The plan as one of so many legs reads it: of what every budget around the block has left it gets an equal part. `state`:
 * where they were handed out. What the legs have written down is read with the whole plan again.
 */
export function planForLeg(plan: Plan, state: RunState, legs: number): Plan {
  if (legs <= 1) return plan;
  const around = aroundBlock(state);
  const nodes = plan.nodes.map((node) => {
    const own = state.nodes.get(node.id);
    if (node.kind !== 'budget' || !own?.spending || own.settlement || !around.has(node.id)) return node;
    const spent = spentAt(own.spending, state.at);
    return { ...node, dollars: spent + Math.max(0, node.dollars - spent) / legs };
  });
  return { ...plan, nodes };
}

/** A budget in a branch is that of one leg alone. Nothing else is open beside the block, and no other block is around it. */
function aroundBlock({ plan, nodes, byId }: RunState): ReadonlySet<NodeId> {
  const around = new Set<NodeId>();
  const block = plan.nodes.find(({ id, kind }) => {
    const own = nodes.get(id);
    return kind === 'parallel' && own !== undefined && !own.settlement;
  });
  for (let id = block?.parent ?? null; id !== null; id = byId.get(id)?.parent ?? null) around.add(id);
  return around;
}
