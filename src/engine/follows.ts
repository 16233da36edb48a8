/** Whether an event can come next: what `evolve` would take for an error, asked before anything is changed. */
import type { NodeId } from '../plan/plan.ts';
import { openBlock, openBranch } from './cells-out.ts';
import type { RunEvent } from './event.ts';
import { gateKey, gatesOf } from './gates.ts';
import { isAlive, isUndecided } from './pods.ts';
import { nodeState, type RunState, readySet } from './state.ts';

/** Of an event that is written down again, false: a node leaves once where it waits. */
export function follows(state: RunState, event: RunEvent): boolean {
  const { nodes, running, undecided, sleeping, asked, starts } = state;
  switch (event.type) {
    case 'run-started':
      return state.run.startedAt === '';
    case 'unit-started':
      return isReady(state, event.node) && event.attempt > (starts.get(event.node) ?? 0);
    case 'unit-reused':
      return isReady(state, event.node);
    case 'unit-failed':
      if (isReady(state, event.node)) return event.attempt > (starts.get(event.node) ?? 0);
      return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
    case 'unit-succeeded':
    case 'unit-interrupted':
      return running.has(event.node) && nodes.get(event.node)?.attempt === event.attempt;
    case 'gate-decided':
      return undecided.has(event.node) && isAsked(state, event);
    case 'case-decided':
      return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'case';
    case 'variable-set':
    case 'assignment-failed':
      return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'assignment';
    case 'retry-scheduled':
      return undecided.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
    case 'retry-started':
      return sleeping.has(event.node) && event.attempt === (nodes.get(event.node)?.attempt ?? 1) + 1;
    case 'waited':
      return sleeping.has(event.node) && state.byId.get(event.node)?.kind === 'wait';
    case 'approval-requested':
      return undecided.has(event.node) && state.byId.get(event.node)?.kind === 'approval';
    case 'approval-given':
      return asked.has(event.node);
    case 'timed-out':
    case 'budget-exceeded': {
      const own = nodes.get(event.node);
      return own !== undefined && !own.settlement && own.fired !== true;
    }
    case 'cells-dispatched':
      return openBlock(state, event.node) !== undefined;
    case 'cell-lost':
      return openBranch(state, event.node);
    case 'unit-placed': {
      const pod = state.pods.get(event.on);
      const isThere = pod ? isAlive(pod) : Object.hasOwn(state.plan.targets ?? {}, event.on);
      return running.has(event.node) && isThere;
    }
    case 'pod-intended':
      return (
        !state.pods.has(event.pod) && (state.plan.pods?.some((scope) => scope.id === event.scope) ?? false)
      );
    case 'pod-refused':
    case 'pod-created':
    case 'pod-ready':
    case 'pod-ended':
    case 'pod-billed':
      return podFollows(state, event);
    case 'run-concluded':
      return state.conclusion === undefined;
    case 'results-offered':
    case 'cancel-requested':
    case 'run-resumed':
      return true;
  }
}

function isReady(state: RunState, id: NodeId): boolean {
  return state.byId.get(id)?.kind === 'unit' && readySet(state, id).has(id);
}

function isAsked(state: RunState, event: RunEvent & { type: 'gate-decided' }): boolean {
  const node = state.byId.get(event.node);
  if (!node || gatesOf(node).every(({ arm }) => gateKey(node.id, arm) !== gateKey(node.id, event.arm)))
    return false;
  return node.kind !== 'branch' || nodeState(state, node.id).position === event.arm;
}

function podFollows(
  state: RunState,
  event: RunEvent & { type: 'pod-refused' | 'pod-created' | 'pod-ready' | 'pod-ended' | 'pod-billed' },
): boolean {
  const pod = state.pods.get(event.pod);
  if (!pod) return false;
  switch (event.type) {
    case 'pod-refused':
      return isUndecided(pod);
    case 'pod-created':
      return isUndecided(pod) && [...state.pods.values()].every(({ id }) => id !== event.id);
    case 'pod-ready':
      return isAlive(pod) && pod.readyAt === undefined;
    case 'pod-ended':
      return (
        pod.refused === undefined && pod.proven !== true && !(pod.endedAt !== undefined && !event.proven)
      );
    case 'pod-billed':
      return pod.refused === undefined && pod.billed !== event.dollars;
  }
}
