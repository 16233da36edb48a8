/** Ends a pod of a run, proves it, and puts both on record. */
import type { RunpodClient } from './client.ts';
import { endPod, type PodEnd } from './end.ts';
import type { PodClock } from './pod-clock.ts';
import { type PodFile, removePodFile } from './pod-file.ts';
import type { PodLog } from './pod-log.ts';

/** All that has to be known of a pod to end it. */
export interface EndedPod {
  readonly file: PodFile & { readonly id: string };
  /** Dollars an hour, as it is billed. */
  readonly price: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** RunPod has made it besides the one that is on record under its name. */
  readonly isCopy?: boolean;
}

export interface Ending {
  readonly client: RunpodClient;
  readonly clock: PodClock;
  readonly log: Pick<PodLog, 'ended'>;
  readonly say: (text: string) => void;
  /** Absolute. */
  readonly runFolder: string;
  /** Nobody waits for proofs any more. */
  readonly hurry: AbortSignal;
}

/** Rejects only when the record cannot be written. What could not be ended is said loudly. */
export async function endOnRecord(
  { client, clock, log, say, runFolder, hurry }: Ending,
  { file: { name, id }, price, createdAt, isCopy = false }: EndedPod,
  why: string,
): Promise<void> {
  const end = await endPod(client, { id }, { clock, hurry }).catch(
    (error: unknown): PodEnd => ({
      proven: false,
      problem: error instanceof Error ? error.message : String(error),
    }),
  );
  const seconds = Math.max(0, ((end.at ?? clock.now()) - createdAt) / 1000);
  if (!end.proven)
    say(
      `the pod ${name} (${id}) may still run and cost $${price}/h: ${end.problem ?? 'its end is not proven'}; look with \`ml-workflow reap\``,
    );
  if (isCopy) return;
  const dollars = Number(((price * seconds) / 3600).toFixed(6));
  log.ended({ pod: name, why, proven: end.proven, seconds: Number(seconds.toFixed(3)), dollars });
  if (end.proven) removePodFile(runFolder, name);
}
