/** Ends a pod and proves that it is gone. */
import type { RunpodClient } from './client.ts';
import { RunpodError } from './error.ts';
import { propagation } from './find.ts';
import type { PodClock } from './pod-clock.ts';

export interface EndOptions {
  readonly clock: PodClock;
  /** Aborted: nobody waits for a proof any more. It is asked to end, and looked for once. */
  readonly hurry?: AbortSignal | undefined;
  /** RunPod has shown it before, so that it cannot be one that is not visible yet. */
  readonly seen?: boolean;
  /** Milliseconds for all of it; 3 minutes unless told. */
  readonly most?: number;
}

export interface PodEnd {
  /** RunPod took its deletion, or has known it before, and it stayed away from then on. */
  readonly proven: boolean;
  /** A clause: why there is no proof. */
  readonly problem?: string;
  /** Milliseconds since the epoch: when its deletion was taken, or, if that is later, when RunPod showed it last. */
  readonly at?: number;
}

/** Milliseconds for which a pod must stay away that RunPod has shown or deleted: answers may come from several places. */
const afterDeletion = 5_000;
const firstPause = 250;
const longestPause = 8_000;
/** Milliseconds, where somebody hurries. */
const hurried = 5_000;

type Client = Pick<RunpodClient, 'deletePod' | 'pod' | 'act'>;

/**
 * Never rejects for what RunPod answers. A pod that RunPod does not know is believed to be gone only after the time in
 * which new pods may still come up; when it does come up, it is deleted then.
 */
export async function endPod(
  client: Client,
  { id }: { readonly id: string },
  options: EndOptions,
): Promise<PodEnd> {
  const { clock, hurry, most = 180_000 } = options;
  const ending: Ending = {
    client,
    id,
    clock,
    isTaken: false,
    at: undefined,
    isSeen: options.seen === true,
    problem: undefined,
  };
  if (!hurry?.aborted) {
    const end = await within(clock, most, hurry, (signal) => persist(ending, signal));
    if (end) return end;
    if (!hurry?.aborted) return unproven(ending, `there was no proof of its end within ${most / 1000} s`);
  }
  const end = await within(clock, hurried, undefined, (signal) => once(ending, signal));
  return end ?? unproven(ending, `RunPod did not answer within ${hurried / 1000} s`);
}

interface Ending {
  readonly client: Client;
  readonly id: string;
  readonly clock: PodClock;
  /** RunPod has taken its deletion. */
  isTaken: boolean;
  /** When that was, or when RunPod showed it after that. */
  at: number | undefined;
  isSeen: boolean;
  /** The last one. */
  problem: string | undefined;
}

function proven({ at }: Ending): PodEnd {
  return { proven: true, ...(at === undefined ? {} : { at }) };
}

function unproven({ problem }: Ending, why: string): PodEnd {
  return { proven: false, problem: problem === undefined ? why : `${why}: ${problem}` };
}

/** Undefined when the time was over, or `hurry`, before it had an end. */
async function within(
  clock: PodClock,
  milliseconds: number,
  hurry: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<PodEnd>,
): Promise<PodEnd | undefined> {
  const over = new AbortController();
  const done = new AbortController();
  const stop = () => over.abort();
  hurry?.addEventListener('abort', stop);
  if (hurry?.aborted) stop();
  clock.sleep(milliseconds, done.signal).then(stop, () => undefined);
  try {
    return await work(over.signal);
  } catch (error) {
    if (over.signal.aborted) return undefined;
    throw error;
  } finally {
    done.abort();
    hurry?.removeEventListener('abort', stop);
  }
}

async function persist(ending: Ending, signal: AbortSignal): Promise<PodEnd> {
  const { clock } = ending;
  let absentSince: number | undefined;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    signal.throwIfAborted();
    if (absentSince === undefined) {
      const refused = await ask(ending, signal);
      if (refused) return refused;
    }
    const seen = await look(ending, signal);
    if (typeof seen === 'object') return seen;
    if (seen === 'there') absentSince = undefined;
    if (seen === 'gone') {
      if (absentSince === undefined) pause = firstPause;
      absentSince ??= clock.now();
      const away = clock.now() - absentSince;
      if (away >= (ending.isTaken || ending.isSeen ? afterDeletion : propagation)) return proven(ending);
    }
    await clock.sleep(pause, signal);
  }
}

async function once(ending: Ending, signal: AbortSignal): Promise<PodEnd> {
  const refused = await ask(ending, signal);
  if (refused) return refused;
  const seen = await look(ending, signal);
  if (typeof seen === 'object') return seen;
  if (seen === 'gone' && ending.isTaken) return proven(ending);
  return unproven(ending, 'there was no time to wait for the proof of its end');
}

function taken(ending: Ending): void {
  ending.isTaken = true;
  ending.at ??= ending.clock.now();
}

/** An end when it is of no use to go on. */
async function ask(ending: Ending, signal: AbortSignal): Promise<PodEnd | undefined> {
  const { client, id } = ending;
  try {
    if ((await client.deletePod(id, signal)) === 'deleted') taken(ending);
  } catch (error) {
    if (!(error instanceof RunpodError && error.kind === 'conflict')) return failed(ending, error, signal);
    try {
      await client.act(id, 'terminate', signal);
      taken(ending);
    } catch (second) {
      return failed(ending, second, signal);
    }
  }
  return undefined;
}

async function look(ending: Ending, signal: AbortSignal): Promise<'there' | 'gone' | 'unknown' | PodEnd> {
  try {
    const pod = await ending.client.pod(ending.id, signal);
    if (!pod) return 'gone';
    ending.isSeen = true;
    if (ending.isTaken) ending.at = ending.clock.now();
    ending.problem = `RunPod still shows it as ${pod.status}`;
    return 'there';
  } catch (error) {
    return failed(ending, error, signal) ?? 'unknown';
  }
}

/** A key that is refused will be refused again; all else may pass. */
function failed(ending: Ending, error: unknown, signal: AbortSignal): PodEnd | undefined {
  signal.throwIfAborted();
  if (!(error instanceof RunpodError)) throw error;
  ending.problem = error.message;
  return error.kind === 'auth' || error.kind === 'forbidden'
    ? { proven: false, problem: error.message }
    : undefined;
}
