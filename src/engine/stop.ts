/**
 * Ending what is open: all of a run, or what a timeout or a budget holds. Nothing of it opens any more, what waits
 * settles as stopped, what runs is ended by the driver and joined. `finally` handlers are shielded: they run in spite of it,
 * unless it is a gate of their own that could not be decided.
 */
import { childrenOf, type NodeId } from '../plan/plan.ts';
import { type NodeState, nodeOf, type RunState, readySet } from './state.ts';

/** Whether nothing more may open below the node. */
export function isStopped(state: RunState, id: NodeId): boolean {
  if (!state.stopping && state.expired.size === 0) return false;
  let outlivesGateError = false;
  for (let at: NodeId | null = id; at !== null; at = nodeOf(state, at).parent) {
    if (state.expired.has(at)) return true;
    const { shield, broken } = state.nodes.get(at) ?? {};
    if (broken) return true;
    if (shield === 'always') return state.stopping?.forced ?? false;
    if (shield === 'gate-error') outlivesGateError = true;
  }
  return state.stopping !== undefined && (state.stopping.cancelled || !outlivesGateError);
}

/** A gate error in a handler ends it as it ends the chain. The result is all handlers that it is in, the innermost first. */
export function breakShields(state: RunState, id: NodeId): NodeId[] {
  const handlers: NodeId[] = [];
  for (let at: NodeId | null = id; at !== null; at = nodeOf(state, at).parent) {
    const own = state.nodes.get(at);
    if (own?.shield === undefined) continue;
    own.broken = true;
    handlers.push(at);
  }
  return handlers;
}

export type StopCause = 'gate-error' | 'expiry' | 'cancel' | 'second-cancel';

/**
 * The leaves of the open part below a node that wait for something, to be settled as stopped. Those that run are marked
 * to be ended; only a gate error lets them finish.
 */
export function stopBelow(state: RunState, top: NodeId, by: StopCause): NodeId[] {
  const waiting: NodeId[] = [];
  const stack: NodeId[] = [top];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const own = state.nodes.get(id);
    if (!own || own.settlement) continue;
    if (id !== top && isShielded(own, by)) continue;
    const node = nodeOf(state, id);
    if (takeWaiting(state, id, node.kind)) waiting.push(id);
    else if (node.kind === 'unit') {
      if (by !== 'gate-error') state.ending.add(id);
    } else if (node.kind === 'sequence') {
      const child = node.children[own.position];
      // The stack gives the last one first: forks were opened before the child that is open now.
      if (child !== undefined) stack.push(child);
      for (const fork of [...(own.forks?.ids ?? [])].reverse()) stack.push(fork);
    } else for (const child of [...childrenOf(node)].reverse()) stack.push(child);
  }
  return waiting;
}

function isShielded({ shield }: NodeState, by: StopCause): boolean {
  return shield === 'always' ? by !== 'second-cancel' : shield === 'gate-error' && by === 'gate-error';
}

/** Takes a node that waits out of where it does; false when it does not. */
function takeWaiting(state: RunState, id: NodeId, kind: string): boolean {
  if (state.undecided.delete(id) || state.sleeping.delete(id) || state.asked.delete(id)) return true;
  return kind === 'unit' && readySet(state, id).delete(id);
}
