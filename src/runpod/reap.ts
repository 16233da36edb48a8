/** Ends what is left of our pods, wherever their runs are: the last of the three that see to it that none stays behind. */
import type { Pod } from './api.ts';
import type { RunpodClient } from './client.ts';
import { endPod } from './end.ts';
import { isOwnPod } from './owner.ts';
import type { PodClock } from './pod-clock.ts';

export interface ReapRequest {
  readonly owner: string;
  readonly clock: PodClock;
  /** All pods of this run, whatever their end of life. */
  readonly run?: string | undefined;
  /** All pods of the owner. */
  readonly all?: boolean;
  /** Says what it would do. */
  readonly dryRun?: boolean;
}

export interface ReapedPod {
  readonly name: string;
  readonly id: string;
  readonly run: string;
  readonly status: string;
  /** Dollars an hour, as RunPod says. */
  readonly price?: number;
  readonly outcome: 'ended' | 'would-end' | 'kept' | 'not-ended';
  /** A clause: why it ends, or is kept. */
  readonly why: string;
  /** Of `not-ended`. */
  readonly problem?: string;
}

export interface Reaped {
  readonly owner: string;
  /** Ours, by name. */
  readonly pods: readonly ReapedPod[];
  /** Pods of the account that are not provably ours: not touched, and not described. */
  readonly others: number;
}

/** Seconds: the pod ends itself at its end of life, and clocks differ. */
const margin = 300;
/** Pods that are ended side by side. */
const width = 4;

/** Rejects with a `RunpodError` when the list cannot be read to its end. */
export async function reap(
  client: Pick<RunpodClient, 'pods' | 'pod' | 'deletePod' | 'act'>,
  request: ReapRequest,
  signal?: AbortSignal,
): Promise<Reaped> {
  const all = await client.pods(signal);
  const own = all
    .filter((pod) => isOwnPod(pod, request.owner))
    .sort(
      (left, right) => left.name.localeCompare(right.name, 'en') || left.id.localeCompare(right.id, 'en'),
    );
  // By one list and one time, before any of them ends.
  const judged = own.map((pod) => ({ pod, verdict: verdict(pod, request) }));
  const pods: ReapedPod[] = [];
  const waiting = judged.entries();
  const work = async () => {
    for (const [index, { pod, verdict }] of waiting)
      pods[index] = await handled(client, pod, verdict, request);
  };
  await Promise.all(Array.from({ length: width }, work));
  return { owner: request.owner, pods, others: all.length - own.length };
}

interface Verdict {
  readonly ends: boolean;
  readonly why: string;
}

async function handled(
  client: Parameters<typeof reap>[0],
  pod: Pod,
  { ends, why }: Verdict,
  request: ReapRequest,
): Promise<ReapedPod> {
  const known = {
    name: pod.name,
    id: pod.id,
    run: pod.env.MLW_RUN ?? '',
    status: pod.status,
    ...(typeof pod.cost === 'number' ? { price: pod.cost } : {}),
  };
  if (!ends) return { ...known, outcome: 'kept', why };
  if (request.dryRun) return { ...known, outcome: 'would-end', why };
  const end = await endPod(client, pod, { clock: request.clock, seen: true });
  if (end.proven) return { ...known, outcome: 'ended', why };
  return { ...known, outcome: 'not-ended', why, problem: end.problem ?? 'its end is not proven' };
}

function verdict(pod: Pod, { clock, run, all }: ReapRequest): Verdict {
  if (all) return { ends: true, why: 'all pods of the owner were asked for' };
  if (run !== undefined && pod.env.MLW_RUN === run) return { ends: true, why: `it belongs to ${run}` };
  // None of ours is ever started again: what it waits for is its bill.
  if (pod.status === 'EXITED' || pod.status === 'ERROR') return { ends: true, why: `it is ${pod.status}` };
  const expires = pod.env.MLW_EXPIRES ?? '';
  if (!/^[0-9]{1,12}$/.test(expires)) return { ends: true, why: 'it does not say when its life is over' };
  const over = Math.floor(clock.now() / 1000) - Number(expires);
  if (over > margin) return { ends: true, why: `its life has been over for ${duration(over)}` };
  const left = over >= 0 ? 'its life is just over, it ends itself' : `its life is over in ${duration(-over)}`;
  return { ends: false, why: left };
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
