/**
 * A cancelled run goes on where it was. What a cancel entails (nodes stopped, ancestors settled, `finally` handlers, the
 * conclusion) is no fact about the work, so it is not undone node by node: the state from before the cancel is kept, with
 * the outcomes that arrived after it of units that ran then, and `run-resumed` puts it back and takes those outcomes in
 * again. A unit that the cancel itself ended counts as interrupted. All of it follows from the journal alone, which stays
 * as it was written.
 */
import type { RunEvent } from './event.ts';
import type { KeptState, RunState } from './state.ts';

/** Called with each event, before anything follows from it. `at`: the time of the event before. */
export function keepForReopening(state: RunState, event: RunEvent, at: number): void {
  switch (event.type) {
    case 'cancel-requested':
      // Another reason to stop came first: then that is how the run ends, and it is not reopened.
      if (!state.stopping)
        state.beforeCancel = { kept: structuredClone({ ...keptOf(state), at }), since: [] };
      return;
    case 'unit-succeeded':
    case 'unit-failed':
    case 'unit-interrupted':
      // What a `finally` handler did after the cancel is not part of it.
      if (state.beforeCancel?.kept.running.has(event.node)) state.beforeCancel.since.push(event);
      return;
    default:
  }
}

/** Puts the state back. `past` is to be taken in again, in that order; `kept` is the time it was of. */
export function reopen(state: RunState): { readonly kept: number; readonly past: readonly RunEvent[] } {
  const before = state.beforeCancel;
  if (!before)
    throw new Error('internal: a run that was not cancelled cannot be reopened; please report this');
  const { kept, since } = before;
  Object.assign(state, kept);
  state.stopping = undefined;
  state.conclusion = undefined;
  state.beforeCancel = undefined;
  delete state.run.endedAt;
  const past = since.map(
    (event): RunEvent =>
      event.type === 'unit-failed' && event.class === 'cancelled'
        ? { seq: event.seq, at: event.at, type: 'unit-interrupted', node: event.node, attempt: event.attempt }
        : event,
  );
  return { kept: kept.at, past };
}

function keptOf(state: RunState): KeptState {
  const { nodes, ready, running, ending, undecided, sleeping, asked, timers } = state;
  const { variables, decisions, caught, expired, degraded, settlement, at } = state;
  return {
    ...{ nodes, ready, running, ending, undecided, sleeping, asked, timers },
    ...{ variables, decisions, caught, expired, degraded, settlement, at },
  };
}
