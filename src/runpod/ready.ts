/** A pod that was made → one that answers over SSH as the host it must be, with GPUs that work; or why not. */
import { Connection } from '../ssh/connection.ts';
import { SshError } from '../ssh/host.ts';
import { checkGpu } from '../ssh/load.ts';
import type { Pod } from './api.ts';
import { endpointOf, type RunpodClient } from './client.ts';
import { RunpodError } from './error.ts';
import { plain } from './plain.ts';
import type { PodClock } from './pod-clock.ts';
import type { PodFile } from './pod-file.ts';
import { shortPodName } from './pod-name.ts';
import { PullProgress } from './pull-progress.ts';

/** Seconds. The defaults are what images of many GB need on a host that does not have them. */
export interface Readiness {
  /** In all. */
  readonly most: number;
  /** Without an address, while neither the host's log nor RunPod tells anything new. */
  readonly silent: number;
  /** For which a fresh pod may be unknown to the API. */
  readonly unknown: number;
  /** For which a host that answers may still refuse our key, while it boots. */
  readonly refused: number;
  /** Between two looks; later ones are further apart. */
  readonly poll: number;
  /** For one attempt to connect. Of real time, whatever the clock says. */
  readonly handshake: number;
}

const usual: Readiness = { most: 900, silent: 360, unknown: 90, refused: 60, poll: 2, handshake: 20 };
/** Answers come from several places: one that knows it and one that does not may take turns. Seconds. */
const goneAfter = 20;
/** Most pods that have their image are ready by then; behind it RunPod's quota counts for more. Seconds. */
const quickFor = 40;

/** Letters of what a host says of itself. */
const mostWords = 400;

export interface Reached {
  readonly connection: Connection;
  readonly gpu?: string;
}

export interface ReadyRequest {
  readonly client: RunpodClient;
  readonly file: PodFile & { readonly id: string };
  /** That must work. */
  readonly gpus: number;
  readonly clock: PodClock;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
  readonly readiness?: Partial<Readiness>;
  /** So many ask RunPod with the same key at the same time; 1 unless told. */
  readonly processes?: number | undefined;
  /** How long a host that has been reached may be away before it counts as lost. */
  readonly reconnectMilliseconds?: number | undefined;
  /** A silent host is asked so often whether it is there. */
  readonly keepaliveMilliseconds?: number | undefined;
}

export type Readied =
  | ({ readonly is: 'ready' } & Reached)
  | {
      readonly is: 'failed';
      readonly why: string;
      /** Another host would fail in the same way. */
      readonly isOfTarget?: boolean;
    };

/** The path is the watchdog's too. */
export const touchLease = 'mkdir -p ~/.ml-workflow && touch ~/.ml-workflow/lease';

/** Rejects with the reason of `signal`, or with a `RunpodError` when the key is refused. */
export async function untilReady(request: ReadyRequest): Promise<Readied> {
  const { client, clock, file, say, signal } = request;
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  const progress = new PullProgress();
  const news = { at: clock.now() };
  const log = client
    .systemLog(file.id, {
      tail: 100,
      signal: over.signal,
      onLine: ({ text }) => {
        news.at = clock.now();
        const told = progress.add(text);
        if (told !== undefined) say(`${shortPodName(file.name)}: ${told}`);
      },
    })
    // Without it the pod's state alone tells.
    .catch(() => undefined);
  try {
    return await poll(request, progress, news);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await log;
  }
}

/** `news.at`: milliseconds since the epoch, of the last that was heard of it. */
async function poll(request: ReadyRequest, progress: PullProgress, news: { at: number }): Promise<Readied> {
  const { client, clock, file, signal, processes = 1 } = request;
  const readiness = { ...usual, ...request.readiness };
  const began = clock.now();
  const since = (then: number) => (clock.now() - then) / 1000;
  let status: string | undefined;
  let knownAt: number | undefined;
  let refusedAt: number | undefined;
  let last = 'it has no address yet';
  for (;;) {
    signal.throwIfAborted();
    const pod = await look(client, file.id, signal);
    if (pod instanceof RunpodError) last = pod.message;
    else if (pod) {
      knownAt = clock.now();
      if (pod.status !== status) news.at = knownAt;
      status = pod.status;
    } else if (since(knownAt ?? began) > (knownAt === undefined ? readiness.unknown : goneAfter))
      return {
        is: 'failed',
        why: knownAt === undefined ? 'RunPod does not know it' : 'it was ended by someone else',
      };
    const { hopeless } = progress;
    const how = hopeless === undefined ? '' : `: ${hopeless.why}`;
    const target = hopeless?.isOfTarget ? { isOfTarget: true } : {};
    if (status !== undefined && ['EXITED', 'ERROR', 'TERMINATED'].includes(status))
      return { is: 'failed', why: `it was ${status} before it was ready${how}`, ...target };
    if (hopeless) return { is: 'failed', why: hopeless.why, ...target };

    const endpoint = pod && !(pod instanceof RunpodError) ? endpointOf(pod) : undefined;
    if (endpoint) {
      const tried = await reach(request, endpoint, readiness.handshake * 1000);
      if (tried.is !== 'not-yet') return tried;
      last = tried.why;
      if (!tried.isRefused) refusedAt = undefined;
      else refusedAt ??= clock.now();
      if (refusedAt !== undefined && since(refusedAt) > readiness.refused)
        return { is: 'failed', why: tried.why };
    } else if (since(news.at) > readiness.silent)
      return {
        is: 'failed',
        why: `nothing was heard of it for ${minutes(readiness.silent)} (RunPod shows it as ${status ?? 'unknown'}, without an address)`,
      };
    if (since(began) > readiness.most)
      return { is: 'failed', why: `it was not ready after ${minutes(readiness.most)}: ${last}` };
    const own = since(began) < quickFor ? readiness.poll : 3 * readiness.poll;
    const shared = processes > 1 ? client.secondsBetween(processes) : 0;
    await clock.sleep(Math.max(own, shared) * 1000, signal);
  }
}

function minutes(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

async function look(
  client: RunpodClient,
  id: string,
  signal: AbortSignal,
): Promise<Pod | RunpodError | undefined> {
  try {
    return await client.pod(id, signal);
  } catch (error) {
    // That the API does not answer says nothing of the pod.
    if (error instanceof RunpodError && error.kind !== 'auth') return error;
    throw error;
  }
}

type Tried = Readied | { readonly is: 'not-yet'; readonly why: string; readonly isRefused: boolean };

async function reach(
  { file, gpus, signal, reconnectMilliseconds: patience = 120_000, keepaliveMilliseconds }: ReadyRequest,
  endpoint: { readonly host: string; readonly port: number; readonly user: string },
  milliseconds: number,
): Promise<Tried> {
  const { privateKey, hostKey } = file;
  const within = { connectMilliseconds: milliseconds, giveUpMilliseconds: milliseconds };
  const probe = new Connection({ ...endpoint, privateKey, hostKey, ...within });
  // The one that stays is more patient than the one that asks whether it is ready.
  const lasting = () =>
    new Connection({ ...endpoint, privateKey, hostKey, giveUpMilliseconds: patience, keepaliveMilliseconds });
  try {
    const first = await probe.exec(touchLease, { signal });
    if (first.code !== 0) throw new Error(first.stderr.trim() || `exit code ${first.code}`);
    if (gpus === 0) return { is: 'ready', connection: lasting() };
    const gpu = await checkGpu(probe, signal);
    if (!gpu.ok) return { is: 'failed', why: plain(gpu.message, mostWords) };
    if (gpu.count < gpus)
      return { is: 'failed', why: `${probe.name} has ${gpu.count} of ${gpus} GPUs that are paid for` };
    const called = plain(gpu.name, mostWords);
    const name = gpu.count > 1 ? `${gpu.count} × ${called}` : called;
    return { is: 'ready', connection: lasting(), gpu: name };
  } catch (error) {
    signal.throwIfAborted();
    const why = plain(error instanceof Error ? error.message : String(error), mostWords);
    // Somebody else answers in its place, or it was not given our key: nothing is ever sent there.
    if (error instanceof SshError && error.kind === 'host-key') return { is: 'failed', why };
    return { is: 'not-yet', why, isRefused: error instanceof SshError && error.kind === 'auth' };
  } finally {
    probe.close();
  }
}
