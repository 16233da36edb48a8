/** Doing something again: the attempts of a `retry:`, the iterations of a `repeat:`. */
import { childrenOf, type NodeId, type RepeatNode, type RetryNode } from '../plan/plan.ts';
import { isRetryable } from './failure-class.ts';
import { gateKey, gatesOf } from './gates.ts';
import { nodeOf, nodeState, type RunState, type Settlement } from './state.ts';
import { isStopped } from './stop.ts';
import type { WorkList } from './work-list.ts';

export function openRetry(state: RunState, node: RetryNode, list: WorkList): void {
  nodeState(state, node.id).attempt = 1;
  list.push({ do: 'open', id: node.body });
}

export function retryBodySettled(
  state: RunState,
  node: RetryNode,
  settlement: Settlement,
  list: WorkList,
): void {
  const own = nodeState(state, node.id);
  const isRetried =
    settlement.is === 'failed' &&
    isRetryable(settlement.class) &&
    !isDeclaredFinal(state, settlement) &&
    (own.attempt ?? 1) <= node.retries &&
    !isStopped(state, node.id);
  if (isRetried) {
    // When it is tried again holds chance, so it is decided once and written down.
    own.worst = settlement;
    state.undecided.add(node.id);
  } else list.push({ do: 'settle', id: node.id, settlement });
}

/** The command that failed says of this class that it is `retry: never`. */
function isDeclaredFinal(
  state: RunState,
  { node: id, class: cause }: Settlement & { readonly is: 'failed' },
): boolean {
  const node = nodeOf(state, id);
  const command = node.kind === 'unit' ? state.plan.commands[node.command] : undefined;
  return (
    command?.is === 'run' && command.errors.some(({ name, retry }) => name === cause && retry === 'never')
  );
}

/** The next attempt: what the body holds has not happened, save the branches of a parallel block that succeeded. */
export function startAttempt(state: RunState, node: RetryNode, attempt: number): NodeId {
  const own = nodeState(state, node.id);
  own.attempt = attempt;
  own.ran = true;
  delete own.worst;
  reset(state, node.body, true);
  return node.body;
}

export function openRepeat(state: RunState, node: RepeatNode, list: WorkList): void {
  nodeState(state, node.id).iteration = 1;
  list.push({ do: 'open', id: node.body });
}

export function repeatBodySettled(
  state: RunState,
  node: RepeatNode,
  settlement: Settlement,
  list: WorkList,
): void {
  if (settlement.is === 'succeeded' && !isStopped(state, node.id)) state.undecided.add(node.id);
  else list.push({ do: 'settle', id: node.id, settlement });
}

/** The next iteration; undefined when there is none left. */
export function startIteration(state: RunState, node: RepeatNode): NodeId | undefined {
  const own = nodeState(state, node.id);
  const iteration = (own.iteration ?? 1) + 1;
  if (iteration > node.times) return undefined;
  own.iteration = iteration;
  // An earlier run's result is one time's: it is not taken over again and again.
  own.ran = true;
  reset(state, node.body, false);
  return node.body;
}

/** Forgets what a part of the plan has done, so that it can be opened again. It has settled: nothing of it runs. */
function reset(state: RunState, top: NodeId, keepsSucceeded: boolean): void {
  const parallel = nodeOf(state, top);
  const kept = new Set<NodeId>();
  if (keepsSucceeded && parallel.kind === 'parallel') {
    for (const branch of parallel.branches)
      if (state.nodes.get(branch)?.settlement?.is === 'succeeded') kept.add(branch);
  }
  const stack: NodeId[] = [top];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (kept.has(id) || !state.nodes.delete(id)) continue;
    const node = nodeOf(state, id);
    state.caught.delete(id);
    state.degradedBy.delete(id);
    state.variables.delete(id);
    for (const { arm } of gatesOf(node)) state.decisions.delete(gateKey(id, arm));
    for (const child of childrenOf(node)) stack.push(child);
  }
}
