/** Pods that a driver before this one has made or wished for: taken over where they are ready, ended elsewhere. */
import { isUndecided } from '../../engine/pods.ts';
import type { PodState, RunState } from '../../engine/state.ts';
import { endpointOf, type RunpodClient } from '../../runpod/client.ts';
import type { EndedPod } from '../../runpod/end-on-record.ts';
import { findByName, SeveralPodsError } from '../../runpod/find.ts';
import type { PodClock } from '../../runpod/pod-clock.ts';
import { type PodFile, podFileNames, readPodFiles, removePodFile } from '../../runpod/pod-file.ts';
import type { PodLog } from '../../runpod/pod-log.ts';
import { type ReadyPod, severalEnded, severalWhy } from '../../runpod/provision.ts';
import { touchLease } from '../../runpod/ready.ts';
import { Connection } from '../../ssh/connection.ts';
import { SshError } from '../../ssh/host.ts';

export interface Recovering {
  readonly client: RunpodClient;
  readonly clock: PodClock;
  readonly owner: string;
  /** The variable with the account's key. */
  readonly key: string;
  readonly run: string;
  /** Absolute. */
  readonly runFolder: string;
  /** False when all of them are to end. */
  readonly goesOn: boolean;
  /** Nobody waits for answers any more. */
  readonly hurry: AbortSignal;
  readonly reconnectMilliseconds: number | undefined;
  readonly say: (text: string) => void;
  readonly log: (scope: string) => PodLog;
  readonly end: (pod: EndedPod, why: string) => Promise<void>;
  /** A pod that is ready goes on; false when nobody wants it. */
  readonly takeOver: (pod: ReadyPod) => boolean;
}

const interrupted = 'the run that made it was interrupted';

/** Never rejects: what becomes of each is on record, or said. */
export async function recoverPods(left: readonly PodState[], recovering: Recovering): Promise<void> {
  const { runFolder, run, say } = recovering;
  let files = new Map<string, PodFile>();
  try {
    files = new Map(readPodFiles(runFolder).map((file) => [file.name, file]));
  } catch (error) {
    // By its name and id each can still be ended.
    say(messageOf(error));
  }
  await Promise.all(
    left.map(async (pod) => {
      try {
        await recoverPod(pod, files.get(pod.name), recovering);
      } catch (error) {
        say(
          `${pod.name} may still run and cost money: ${messageOf(error)}; \`ml-workflow reap --run ${run}\` ends it`,
        );
      }
    }),
  );
}

/** Keys that were made for a pod and never used: its request goes out behind its record. */
export function dropUnrecorded(runFolder: string, { pods }: RunState): void {
  for (const name of podFileNames(runFolder)) if (!pods.has(name)) removePodFile(runFolder, name);
}

async function recoverPod(pod: PodState, file: PodFile | undefined, recovering: Recovering): Promise<void> {
  const { client, clock, owner, key, goesOn, hurry, log, end } = recovering;
  const { name, scope, target } = pod;
  // It costs from then on at the latest: an answer may have been long in coming.
  const createdAt = Date.parse(pod.intendedAt);
  let { price } = pod;
  const own: PodFile = file ?? { name, owner, target, scope, key, privateKey: '', hostKey: '', expires: 0 };
  let id = pod.id ?? own.id;
  if (id === undefined) {
    try {
      const found = await findByName(client, { name, owner }, clock, hurry);
      id = found?.id;
      price = found?.cost || price;
    } catch (error) {
      if (!(error instanceof SeveralPodsError)) throw error;
      const several = severalEnded(error, { file: own, price, createdAt }, log(scope));
      await Promise.all(several.map((one) => end(one, severalWhy)));
      return;
    }
    if (id === undefined)
      return log(scope).refused({ pod: name, class: 'provision', message: 'it was never made' });
  }
  const known = { file: { ...own, id }, price, createdAt };
  if (goesOn && pod.readyAt !== undefined && file && (await takenOver(pod, known, recovering))) return;
  try {
    if (isUndecided(pod)) log(scope).created({ pod: name, id, price });
  } finally {
    // Also when it cannot be put on record.
    await end(known, pod.why ?? interrupted);
  }
}

/** Still there, and still the host that it was. */
async function takenOver(
  { name, gpu }: PodState,
  known: EndedPod,
  { client, hurry, say, takeOver, reconnectMilliseconds = 120_000 }: Recovering,
): Promise<boolean> {
  const found = await client.pod(known.file.id, hurry);
  const endpoint = found && endpointOf(found);
  if (!endpoint) return false;
  const { privateKey, hostKey } = known.file;
  const at = (milliseconds: number) =>
    new Connection({ ...endpoint, privateKey, hostKey, giveUpMilliseconds: milliseconds });
  const probe = at(20_000);
  try {
    await probe.exec(touchLease);
  } catch (error) {
    if (error instanceof SshError) return false;
    throw error;
  } finally {
    probe.close();
  }
  const connection = at(reconnectMilliseconds);
  const isTaken = takeOver({ ...known, connection, ...(gpu === undefined ? {} : { gpu }) });
  if (isTaken) say(`${name}: taken over`);
  else connection.close();
  return isTaken;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
