/**
 * A cancelled run goes on where it was. What a cancel entails (nodes stopped, ancestors settled, the conclusion) is no
 * fact about the work, so it is not undone node by node: the state from before the cancel is kept, with the outcomes
 * that arrived after it, and `run-resumed` puts it back and takes those outcomes in again. A unit that the cancel itself
 * ended counts as interrupted. All of it follows from the journal alone, which stays as it was written.
 */
import type { RunEvent } from './event.ts';
import type { KeptState, RunState } from './state.ts';

/** Called with each event, before anything follows from it. */
export function keepForReopening(state: RunState, event: RunEvent): void {
  switch (event.type) {
    case 'cancel-requested':
      // Another reason to stop came first: then that is how the run ends, and it is not reopened.
      if (!state.stopping) state.beforeCancel = { kept: structuredClone(keptOf(state)), since: [] };
      return;
    case 'unit-succeeded':
    case 'unit-failed':
    case 'unit-interrupted':
      state.beforeCancel?.since.push(event);
      return;
    default:
  }
}

/** Puts the state back; the result is to be taken in again, in that order. */
export function reopen(state: RunState): readonly RunEvent[] {
  const before = state.beforeCancel;
  if (!before)
    throw new Error('internal: a run that was not cancelled cannot be reopened; please report this');
  const { kept, since } = before;
  refill(state.nodes, kept.nodes);
  refill(state.ready, kept.ready);
  refill(state.variables, kept.variables);
  for (const name of ['running', 'undecided'] as const) {
    state[name].clear();
    for (const id of kept[name]) state[name].add(id);
  }
  state.gates.splice(0, state.gates.length, ...kept.gates);
  state.degraded = kept.degraded;
  state.settlement = kept.settlement;
  state.stopping = undefined;
  state.conclusion = undefined;
  state.beforeCancel = undefined;
  delete state.run.endedAt;
  return since.map((event) =>
    event.type === 'unit-failed' && event.class === 'cancelled'
      ? { seq: event.seq, at: event.at, type: 'unit-interrupted', node: event.node, attempt: event.attempt }
      : event,
  );
}

function keptOf(state: RunState): KeptState {
  const { nodes, ready, running, undecided, variables, gates, degraded, settlement } = state;
  return { nodes, ready, running, undecided, variables, gates, degraded, settlement };
}

function refill<Key, Item>(map: Map<Key, Item>, from: ReadonlyMap<Key, Item>): void {
  map.clear();
  for (const [key, item] of from) map.set(key, item);
}
