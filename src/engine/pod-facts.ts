/** A fact about a pod → the state behind it. What cannot follow from the facts before it is an error. */
import type { NodeId } from '../plan/plan.ts';
import type { PodFact, RunEvent } from './event.ts';
import { changePodSpending, changeShares } from './expiry.ts';
import { isAlive, isUndecided, podLife, podScope } from './pods.ts';
import { type PodState, type RunState, unitOf } from './state.ts';

export function takePodFact(state: RunState, event: PodFact & RunEvent): void {
  if (state.run.startedAt === '') throw impossible(event, 'the run has not started');
  if (event.type === 'unit-placed') return place(state, event);
  if (event.type === 'pod-intended') return intend(state, event);
  const pod = state.pods.get(event.pod);
  if (!pod) throw impossible(event, `nobody has meant to make ${event.pod}`);
  const demand = (holds: boolean) => {
    if (!holds) throw impossible(event, `${pod.name} is ${situationOf(pod)}`);
  };
  switch (event.type) {
    case 'pod-refused':
      demand(isUndecided(pod));
      pod.refused = { class: event.class, message: event.message };
      return changePodSpending(state, pod);
    case 'pod-created':
      demand(isUndecided(pod));
      for (const { name, id } of state.pods.values())
        if (id === event.id) throw impossible(event, `${event.id} is ${name}`);
      pod.createdAt = event.at;
      pod.id = event.id;
      pod.price = event.price;
      return changePodSpending(state, pod, (event.price * podLife(pod, state.at)) / 3600);
    case 'pod-ready':
      demand(isAlive(pod) && pod.readyAt === undefined);
      pod.readyAt = event.at;
      pod.readyAfter = event.seconds;
      if (event.gpu !== undefined) pod.gpu = event.gpu;
      return;
    case 'pod-ended':
      // What was not proven may be later. An end may be all that is known of it.
      demand(pod.refused === undefined && pod.proven !== true);
      pod.endedAt ??= event.at;
      pod.why = event.why;
      pod.proven = event.proven;
      pod.seconds = event.seconds;
      pod.dollars = event.dollars;
      return changePodSpending(state, pod);
    case 'pod-billed':
      demand(pod.refused === undefined);
      pod.billed = event.dollars;
  }
}

/** The unit has ended, whatever its outcome. */
export function leavePod(state: RunState, unit: NodeId): void {
  const on = state.placed.get(unit);
  const pod = on === undefined ? undefined : state.pods.get(on);
  if (pod?.shares.delete(unit)) changeShares(state, unit);
}

function intend(state: RunState, event: RunEvent & { type: 'pod-intended' }): void {
  const { pod: name, target, scope, offer, price, lifetime } = event;
  if (state.pods.has(name)) throw impossible(event, `${name} was meant to be made before`);
  podScope(state, scope);
  const pod: PodState = {
    ...{ name, target, scope, offer, quoted: price, price, lifetime },
    intendedAt: event.at,
    units: new Set(),
    shares: new Map(),
  };
  state.pods.set(name, pod);
  changePodSpending(state, pod);
}

function place(state: RunState, event: RunEvent & { type: 'unit-placed' }): void {
  const { node, on, share } = event;
  if (!state.running.has(unitOf(state, node).id)) throw impossible(event, `${node} does not run`);
  const pod = state.pods.get(on);
  if (!pod && !Object.hasOwn(state.plan.targets ?? {}, on)) throw impossible(event, `there is no ${on}`);
  if (pod && !isAlive(pod)) throw impossible(event, `${on} is ${situationOf(pod)}`);
  // Its host may have been lost, and another one has taken it on.
  leavePod(state, node);
  state.placed.set(node, on);
  if (!pod) return;
  pod.units.add(node);
  pod.shares.set(node, share);
  changeShares(state, node);
}

function situationOf({ createdAt, readyAt, endedAt, refused, proven }: PodState): string {
  if (refused) return 'refused';
  if (endedAt !== undefined) return proven ? 'ended' : 'ended without proof';
  return createdAt === undefined ? 'only intended' : readyAt === undefined ? 'created' : 'ready';
}

function impossible({ type, seq }: RunEvent, why: string): Error {
  return new Error(
    `internal: ${type} does not follow from what was before event ${seq}: ${why}; please report this`,
  );
}
