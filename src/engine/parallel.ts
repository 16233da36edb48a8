/** Branches side by side, at most so many at once. The block settles when each of them has, whatever their outcomes. */
import type { ForkNode, NodeId, ParallelNode } from '../plan/plan.ts';
import { nodeState, type RunState, type Settlement, succeeded, worse } from './state.ts';
import { isStopped } from './stop.ts';
import { handOver } from './variables.ts';
import type { WorkList } from './work-list.ts';

export function openParallel(state: RunState, node: ParallelNode | ForkNode, list: WorkList): void {
  const own = nodeState(state, node.id);
  const wanted: NodeId[] = [];
  while (own.position < node.branches.length && own.open < (node.max ?? Number.POSITIVE_INFINITY)) {
    const branch = node.branches[own.position];
    own.position += 1;
    if (branch === undefined) continue;
    if (state.nodes.has(branch)) {
      // A retry keeps the branches that have succeeded before.
      own.succeeded += 1;
      continue;
    }
    wanted.push(branch);
    own.open += 1;
  }
  // The list is a stack: pushed in reverse, branches open in the order of the chain.
  for (const id of wanted.reverse()) list.push({ do: 'open', id });
  if (own.open === 0) end(state, node, list);
}

export function parallelBranchSettled(
  state: RunState,
  parent: ParallelNode | ForkNode,
  settlement: Settlement,
  list: WorkList,
): void {
  const own = nodeState(state, parent.id);
  own.open -= 1;
  if (settlement.is === 'succeeded') own.succeeded += 1;
  else own.worst = worse(own.worst, settlement);
  if (isStopped(state, parent.id)) {
    own.position = parent.branches.length;
    if (own.succeeded < parent.branches.length) own.worst ??= { is: 'stopped' };
    if (own.open === 0) end(state, parent, list);
  } else openParallel(state, parent, list);
}

function end(state: RunState, node: ParallelNode | ForkNode, list: WorkList): void {
  list.push({ do: 'settle', id: node.id, settlement: outcome(state, node) });
}

function outcome(state: RunState, node: ParallelNode | ForkNode): Settlement {
  const own = nodeState(state, node.id);
  const total = node.branches.length;
  if (node.kind === 'fork') return own.succeeded === total ? succeeded : (own.worst ?? { is: 'stopped' });
  for (const branch of node.branches) handOver(state, branch);
  if (own.succeeded === total) return succeeded;
  if (own.succeeded < node.min || isStopped(state, node.id)) return own.worst ?? { is: 'stopped' };
  if (!node.minWritten)
    state.degradedBy.set(
      node.id,
      `only ${own.succeeded} of ${total} branches succeeded (no \`min=\` was written)`,
    );
  return succeeded;
}
