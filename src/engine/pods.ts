/** The pods of a run: which of them exist, and what they have cost. */
import type { PodScope, Seconds } from '../plan/plan.ts';
import type { PodState, RunState } from './state.ts';

/** Those that exist and cost money, in the order of their intents. One whose end was not proven is not among them. */
export function alivePods(state: RunState): PodState[] {
  return [...state.pods.values()].filter(isAlive);
}

export function isAlive({ createdAt, endedAt }: PodState): boolean {
  return createdAt !== undefined && endedAt === undefined;
}

/** Whether the one request for it may have been answered or not: nobody knows yet. */
export function isUndecided({ createdAt, endedAt, refused }: PodState): boolean {
  return createdAt === undefined && endedAt === undefined && refused === undefined;
}

/** It exists, or nobody has proven that it does not. */
export function mayCost(pod: PodState): boolean {
  return isAlive(pod) || isUndecided(pod) || pod.proven === false;
}

export function costsOn(state: RunState): boolean {
  return [...state.pods.values()].some(mayCost);
}

/**
 * From its intent on, because the request for it follows at once, and when it began to cost is not known any better. 0 for
 * one that was never made. `now`: milliseconds since the epoch.
 */
export function podLife(pod: PodState, now: number): Seconds {
  if (pod.seconds !== undefined) return pod.seconds;
  return isAlive(pod) ? Math.max(0, now - Date.parse(pod.intendedAt)) / 1000 : 0;
}

/** What it has cost by its price. */
export function podDollars(pod: PodState, now: number): number {
  return pod.dollars ?? (pod.price * podLife(pod, now)) / 3600;
}

/** What all pods of the run have cost by their prices. */
export function runDollars(state: RunState, now: number): number {
  return [...state.pods.values()].reduce((sum, pod) => sum + podDollars(pod, now), 0);
}

export function podScope(state: RunState, id: string): PodScope {
  const scope = state.plan.pods?.find((one) => one.id === id);
  if (!scope)
    throw new Error(`internal: the journal names the scope ${id}, which the plan lacks; please report this`);
  return scope;
}

/** Why a pod ends when all goes well. */
export const scopeIsOver = 'its scope is over';
