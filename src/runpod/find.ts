/** A pod that may have been made, looked for by the name that it was to have. */
import type { Pod } from './api.ts';
import type { RunpodClient } from './client.ts';
import { isOwnPod } from './owner.ts';
import type { PodClock } from './pod-clock.ts';

/** Milliseconds for which a fresh pod may be missing in RunPod's answers. */
export const propagation = 60_000;
const firstPause = 250;
const longestPause = 16_000;

/**
 * RunPod made more than one pod for one request. None of them may be kept: which one the others are copies of, nobody
 * knows. All are ours by name and owner, so whoever asked ends them all.
 */
export class SeveralPodsError extends Error {
  readonly pods: readonly Pod[];

  constructor(name: string, pods: readonly Pod[]) {
    super(`RunPod has ${pods.length} pods named ${name}: ${pods.map(({ id }) => id).join(', ')}`);
    this.name = 'SeveralPodsError';
    this.pods = pods;
  }
}

/**
 * Undefined when it has not come up within the time in which RunPod shows new pods, and the last look was a good one.
 * Rejects with a `SeveralPodsError`, or with the error of a list that could not be read: then it may exist.
 */
export async function findByName(
  client: Pick<RunpodClient, 'pods'>,
  { name, owner }: { readonly name: string; readonly owner: string },
  clock: PodClock,
  signal?: AbortSignal,
): Promise<Pod | undefined> {
  const until = clock.now() + propagation;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const isLast = clock.now() >= until;
    const pods = (await client.pods(signal)).filter((pod) => pod.name === name && isOwnPod(pod, owner));
    if (pods.length > 1) throw new SeveralPodsError(name, pods);
    if (pods[0] || isLast) return pods[0];
    await clock.sleep(Math.min(pause, Math.max(0, until - clock.now())), signal);
  }
}
