/**
 * A cancelled run goes on where it was. What a cancel entails (nodes stopped, ancestors settled, `finally` handlers, the
 * conclusion) is no fact about the work, so it is not undone node by node: the state from before the cancel is kept, with
 * the outcomes that arrived after it of units that ran then, and `run-resumed` puts it back and takes those outcomes in
 * again, each at its time: what ran until then has cost its time and its money. So are all facts about pods, which a cancel
 * neither makes nor undoes. A unit that the cancel itself ended counts
 * as interrupted. All of it follows from the journal alone, which stays as it was written.
 */
import type { NodeId } from '../plan/plan.ts';
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
      // What a `finally` handler did after the cancel is not part of it, such as to start a unit once more.
      if (state.beforeCancel && isStillRunning(state.beforeCancel.kept, event))
        state.beforeCancel.since.push(event);
      return;
    case 'unit-placed':
      if (state.beforeCancel?.kept.running.has(event.node) && state.running.has(event.node))
        state.beforeCancel.since.push(event);
      return;
    case 'pod-intended':
    case 'pod-refused':
    case 'pod-created':
    case 'pod-ready':
    case 'pod-ended':
    case 'pod-billed':
    case 'results-offered':
      state.beforeCancel?.since.push(event);
      return;
    default:
  }
}

function isStillRunning(
  { running, nodes }: KeptState,
  { node, attempt }: RunEvent & { readonly node: NodeId; readonly attempt: number },
): boolean {
  return running.has(node) && nodes.get(node)?.attempt === attempt;
}

/** Puts the state back; the result is to be taken in again, in that order. */
export function reopen(state: RunState): readonly RunEvent[] {
  const before = state.beforeCancel;
  if (!before)
    throw new Error('internal: a run that was not cancelled cannot be reopened; please report this');
  const { kept, since } = before;
  Object.assign(state, kept);
  state.stopping = undefined;
  state.conclusion = undefined;
  state.beforeCancel = undefined;
  delete state.run.endedAt;
  return since.map(
    (event): RunEvent =>
      event.type === 'unit-failed' && event.class === 'cancelled'
        ? { seq: event.seq, at: event.at, type: 'unit-interrupted', node: event.node, attempt: event.attempt }
        : event,
  );
}

function keptOf(state: RunState): KeptState {
  const { nodes, ready, running, ending, undecided, sleeping, asked, timers, pods, placed } = state;
  const { variables, decisions, caught, expired, degradedBy, settlement, at } = state;
  return {
    ...{ nodes, ready, running, ending, undecided, sleeping, asked, timers, pods, placed },
    ...{ variables, decisions, caught, expired, degradedBy, settlement, at },
  };
}
