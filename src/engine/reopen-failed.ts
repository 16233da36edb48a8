/**
 * A run that has failed is tried again from the journal of its first try: what the failure entailed is left out, and what it
 * had not touched is kept. The unit that failed is ready again, and units that had succeeded do not run again unless they
 * stand behind it.
 */
import type { NodeId, Plan } from '../plan/plan.ts';
import type { Fact, RunEvent } from './event.ts';
import { evolve, fold } from './evolve.ts';
import { follows } from './follows.ts';
import { nodeState, type RunState, type Settlement } from './state.ts';

/**
 * The events to go on from; those given where nothing has failed, or nothing can be tried again. `top`: a branch of the
 * block that was handed out, instead of the whole run.
 */
export function reopenFailed(plan: Plan, events: readonly RunEvent[], top?: NodeId): readonly RunEvent[] {
  let state = fold(plan, events);
  let journal = events;
  if (state.stopping?.by === 'cancel' && endOf(state, top) !== undefined) {
    const resumed = new Rewriting(plan, events);
    // After its end nobody is there for what the cancel had not ended yet.
    resumed.interruptRunning();
    resumed.add({ type: 'run-resumed' });
    resumed.interruptRunning();
    journal = resumed.events;
    state = resumed.state;
  }
  const culprit = culpritOf(state, journal, top);
  if (culprit === undefined) return journal;
  const again = new Rewriting(plan, journal.slice(0, culprit));
  for (const event of journal.slice(culprit + 1)) if (isKept(state, again.state, event)) again.take(event);
  again.interruptRunning();
  return again.events;
}

/**
 * The events to go on from when this element, and all that stands behind it, is to run again; undefined when the run has not
 * come to it. What runs beside it is kept.
 */
export function reopenFrom(
  plan: Plan,
  events: readonly RunEvent[],
  from: NodeId,
): readonly RunEvent[] | undefined {
  const before = fold(plan, events);
  const isOwn = (event: RunEvent) => 'node' in event && isAround(before, from, event.node);
  const first = events.findIndex(isOwn);
  if (first < 0) return undefined;
  const again = new Rewriting(plan, events.slice(0, first));
  for (const event of events.slice(first))
    if (!isOwn(event) && isKept(before, again.state, event)) again.take(event);
  again.interruptRunning();
  return again.events;
}

/** With a person's decision about what the run waits for. `label`: of the approvals; all of them when absent. `at`: UTC, ISO 8601. */
export function decided(
  plan: Plan,
  events: readonly RunEvent[],
  decision: {
    readonly label?: string;
    readonly approved: boolean;
    readonly by: string;
    readonly at: string;
  },
): { readonly events: readonly RunEvent[]; readonly decided: readonly string[] } {
  const { label, approved, by, at } = decision;
  const again = new Rewriting(plan, events);
  const titles: string[] = [];
  for (const node of [...again.state.asked]) {
    const own = again.state.byId.get(node);
    if (own?.kind !== 'approval' || (label !== undefined && own.label !== label)) continue;
    again.take({ seq: 0, at, type: 'approval-given', node, approved, by });
    titles.push(own.label);
  }
  return { events: again.events, decided: titles };
}

class Rewriting {
  readonly events: RunEvent[];
  readonly state: RunState;

  constructor(plan: Plan, events: readonly RunEvent[]) {
    this.events = [...events];
    this.state = fold(plan, events);
  }

  take(event: RunEvent): void {
    const next = { ...event, seq: this.events.length + 1 };
    this.events.push(next);
    evolve(this.state, next);
  }

  add(fact: Fact): void {
    this.take({ seq: 0, at: this.events.at(-1)?.at ?? '', ...fact });
  }

  interruptRunning(): void {
    for (const node of [...this.state.running])
      this.add({ type: 'unit-interrupted', node, attempt: nodeState(this.state, node).attempt ?? 1 });
  }
}

/** How it has ended, or will when the handlers that are left, in another job it may be, have done their work. */
function endOf(state: RunState, top: NodeId | undefined): Settlement | undefined {
  const settlement = top === undefined ? state.settlement : state.nodes.get(top)?.settlement;
  if (settlement) return settlement;
  // Parents stand before their children.
  for (const { id, kind } of state.plan.nodes) {
    const own = state.nodes.get(id);
    const isHandling = (kind === 'try' || kind === 'handlers') && own && !own.settlement;
    const isFailed = own?.worst !== undefined && own.worst.is !== 'succeeded';
    if (isHandling && isFailed && (top === undefined || isAround(state, top, id))) return own.worst;
  }
  return undefined;
}

/** Where in the journal it stands. */
function culpritOf(
  state: RunState,
  events: readonly RunEvent[],
  top: NodeId | undefined,
): number | undefined {
  const settlement = endOf(state, top);
  if (!settlement || settlement.is === 'succeeded') return undefined;
  if (state.stopping?.by === 'gate-error') return found(events.findIndex(isGateError));
  if (settlement.is === 'not-met')
    return found(
      events.findLastIndex((event) => event.type === 'gate-decided' && event.gate === settlement.gate),
    );
  if (settlement.is === 'stopped') return undefined;
  return found(events.findLastIndex((event) => isFailureOf(state, event, settlement.node)));
}

function found(index: number): number | undefined {
  return index < 0 ? undefined : index;
}

function isGateError(event: RunEvent): boolean {
  return (
    (event.type === 'gate-decided' && event.outcome === 'error') ||
    (event.type === 'case-decided' && event.arm < 0)
  );
}

/** Whether it has made the node fail. */
function isFailureOf(state: RunState, event: RunEvent, node: NodeId): boolean {
  switch (event.type) {
    case 'unit-failed':
    case 'assignment-failed':
    case 'timed-out':
    case 'budget-exceeded':
    case 'gate-decided':
      return event.node === node;
    case 'approval-given':
      return event.node === node && !event.approved;
    case 'cell-lost':
      return isAround(state, event.node, node) || state.byId.get(event.node)?.parent === node;
    default:
      return false;
  }
}

function isAround(state: RunState, outer: NodeId, id: NodeId): boolean {
  for (let at: NodeId | null = id; at !== null; at = state.byId.get(at)?.parent ?? null)
    if (at === outer) return true;
  return false;
}

/** Of what came behind the failure. `before`: as it all ended; `now`: as it is without the failure. */
function isKept(before: RunState, now: RunState, event: RunEvent): boolean {
  if (!follows(now, event)) return false;
  switch (event.type) {
    case 'run-concluded':
    case 'cancel-requested':
    case 'run-resumed':
    case 'cell-lost':
      return false;
    case 'unit-failed':
      // What a stop had ended is to run again, and so is what has failed beside it and nothing took care of.
      return event.class !== 'cancelled' && isHandled(before, event.node, event.attempt);
    case 'timed-out':
    case 'budget-exceeded':
    case 'assignment-failed':
      return before.caught.has(event.node);
    case 'gate-decided':
    case 'case-decided':
      return !isGateError(event);
    default:
      return true;
  }
}

function isHandled(state: RunState, unit: NodeId, attempt: number): boolean {
  const own = state.nodes.get(unit);
  // It has run again since.
  if (own?.failure?.attempt !== attempt) return true;
  return state.caught.has(unit);
}
