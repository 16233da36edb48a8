/**
 * Elements one after the other. A sequence that is a block also holds what its forks have started: it does not settle
 * before they have, and a barrier in it waits for them.
 */
import type { BarrierNode, ForkNode, NodeId, SequenceNode } from '../plan/plan.ts';
import { openParallel } from './parallel.ts';
import { nodeState, type RunState, type Settlement, succeeded, worse } from './state.ts';
import { isStopped } from './stop.ts';
import { handOver, setVariable } from './variables.ts';
import type { WorkList } from './work-list.ts';

export function openSequence(_state: RunState, node: SequenceNode, list: WorkList): void {
  const [child] = node.children;
  list.push(child ? { do: 'open', id: child } : { do: 'settle', id: node.id, settlement: succeeded });
}

export function childSettled(
  state: RunState,
  parent: SequenceNode,
  settlement: Settlement,
  list: WorkList,
): void {
  const own = nodeState(state, parent.id);
  const isOver = isStopped(state, parent.id);
  const gate = isOver ? undefined : gateOfStretch(parent, own.position, settlement);
  if (gate !== undefined && settlement.is === 'failed') {
    own.skippedTo = [...(own.skippedTo ?? []), gate];
    const id = parent.children[gate];
    if (id === undefined) throw new Error(`internal: ${parent.id} has no child ${gate}; please report this`);
    state.caught.set(settlement.node, { by: id, class: settlement.class });
    own.position = gate;
    list.push({ do: 'open', id });
    return;
  }
  if (settlement.is !== 'succeeded') own.worst = worse(own.worst, settlement);
  for (own.position += 1; own.position < parent.children.length; own.position += 1) {
    const next = parent.children[own.position];
    if (next === undefined || isOver) break;
    if (settlement.is === 'succeeded' || state.always.has(next)) {
      list.push({ do: 'open', id: next });
      return;
    }
  }
  endSequence(state, parent.id, own.worst ?? succeeded, list);
}

/** The gate that a failure here skips to. A gate that could not be decided is never skipped over. */
function gateOfStretch(
  { guards }: SequenceNode,
  position: number,
  settlement: Settlement,
): number | undefined {
  if (guards === undefined || settlement.is !== 'failed' || settlement.class === 'gate-error')
    return undefined;
  return guards.find(({ from, gate }) => from <= position && position < gate)?.gate;
}

/** Settles it, or waits for its forks. */
function endSequence(state: RunState, id: NodeId, settlement: Settlement, list: WorkList): void {
  const { forks } = nodeState(state, id);
  if (!forks) {
    list.push({ do: 'settle', id, settlement });
    return;
  }
  forks.end = settlement;
  if (forks.open === 0) joinForks(state, id, list);
}

export function openFork(state: RunState, node: ForkNode, list: WorkList): void {
  const block = nodeState(state, node.block);
  block.forks ??= { ids: [], open: 0 };
  block.forks.ids.push(node.id);
  block.forks.open += 1;
  // The list is a stack: the branches open first, then the chain goes on.
  list.push({ do: 'pass', id: node.id });
  openParallel(state, node, list);
}

export function openBarrier(state: RunState, node: BarrierNode, list: WorkList): void {
  const block = nodeState(state, node.block);
  block.forks ??= { ids: [], open: 0 };
  block.forks.barrier = node.id;
  if (block.forks.open === 0) joinForks(state, node.block, list);
}

/** All branches of a fork have settled. */
export function forkSettled(state: RunState, node: ForkNode, settlement: Settlement, list: WorkList): void {
  const { forks } = nodeState(state, node.block);
  if (!forks) throw new Error(`internal: ${node.block} has no forks; please report this`);
  forks.open -= 1;
  if (settlement.is !== 'succeeded') forks.worst = worse(forks.worst, settlement);
  if (forks.open === 0) joinForks(state, node.block, list);
}

/** At a barrier, or at the end of the block; neither may be there yet. */
function joinForks(state: RunState, block: NodeId, list: WorkList): void {
  const own = nodeState(state, block);
  const { forks } = own;
  if (!forks || (forks.barrier === undefined && forks.end === undefined)) return;
  for (const fork of forks.ids) {
    const node = state.byId.get(fork);
    if (node?.kind === 'fork') for (const branch of node.branches) handOver(state, branch);
  }
  const { worst, barrier, end } = forks;
  delete own.forks;
  if (barrier === undefined) {
    const settlement = worst === undefined ? end : end?.is === 'succeeded' ? worst : worse(end, worst);
    list.push({ do: 'settle', id: block, settlement: settlement ?? succeeded });
    return;
  }
  const node = state.byId.get(barrier);
  if (node?.kind === 'barrier' && node.variable !== null)
    setVariable(state, barrier, node.variable, worst === undefined);
  list.push({ do: 'settle', id: barrier, settlement: worst ?? succeeded });
}
