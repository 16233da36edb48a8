/**
 * Candidates → one pod that is ready, or the reason why there is none. Each pod is on record before its one request, and
 * whatever goes wrong behind it, it is ended: nothing that this makes is left without an owner.
 */
import type { RunpodTarget } from '../plan/plan.ts';
import { hostsPerUnit } from '../plan/pods.ts';
import { newKeyPair } from '../ssh/keys.ts';
import type { Pod } from './api.ts';
import type { Breaker } from './breaker.ts';
import { type Candidate, elsewhere, placementOf } from './candidates.ts';
import type { RunpodClient } from './client.ts';
import type { EndedPod } from './end-on-record.ts';
import { isCapacity, RunpodError, whatWasMeant } from './error.ts';
import { findByName, SeveralPodsError } from './find.ts';
import { leaseSeconds, podBody } from './pod-body.ts';
import type { PodClock } from './pod-clock.ts';
import { type PodFile, removePodFile, writePodFile } from './pod-file.ts';
import type { PodLog } from './pod-log.ts';
import { newPodName, shortPodName } from './pod-name.ts';
import { type ProvisionClass, ProvisionError } from './provision-error.ts';
import { type Reached, type Readiness, untilReady } from './ready.ts';

export interface ProvisionRequest {
  readonly client: RunpodClient;
  readonly target: RunpodTarget;
  readonly targetName: string;
  readonly scope: string;
  readonly owner: string;
  readonly run: string;
  /** Absolute. */
  readonly runFolder: string;
  readonly candidates: readonly Candidate[];
  /** Data centers in which a host was given up: others are asked first. What fails here is added. */
  readonly avoided: Set<string>;
  /** Of all pods of the run: what fails here is counted. */
  readonly breaker: Breaker;
  /** Where the pod itself finds RunPod, if that is another place than usual. */
  readonly apiBase?: string | undefined;
  /** Seconds for which a pod of that price can be paid. Throws a `ProvisionError` when that is none. */
  readonly affords: (price: number) => number;
  readonly log: PodLog;
  /** Takes a pod over that is of no use, and ends it. The proof of that takes time for which nobody here waits. */
  readonly end: (pod: EndedPod, why: string) => void;
  readonly say: (text: string) => void;
  readonly clock: PodClock;
  readonly readiness?: Partial<Readiness>;
  /** So many ask RunPod with the same key at the same time; 1 unless told. */
  readonly processes?: number;
  readonly reconnectMilliseconds?: number | undefined;
  readonly keepaliveMilliseconds?: number | undefined;
  readonly signal: AbortSignal;
  /** Nobody waits for proofs any more. */
  readonly hurry: AbortSignal;
}

/** Milliseconds: RunPod itself has failed. */
const afterFailure = 15_000;

export interface ReadyPod extends Reached, EndedPod {}

/** Rejects with a `ProvisionError`, or with the reason of `signal`. All that it has made is handed to `end` then. */
export async function provision(request: ProvisionRequest): Promise<ReadyPod> {
  try {
    return await firstReady(request);
  } catch (error) {
    // A pod that was made and failed is counted where it fails.
    if (error instanceof ProvisionError && error.class !== 'provision') request.breaker.failed(error.class);
    throw error;
  }
}

async function firstReady(request: ProvisionRequest): Promise<ReadyPod> {
  const { avoided, breaker, clock, say, scope, signal } = request;
  const refusals: RunpodError[] = [];
  const failures: string[] = [];
  const offers = [...request.candidates];
  for (let offered = offers.shift(); offered; offered = offers.shift()) {
    signal.throwIfAborted();
    demand(breaker, failures);
    const candidate = (avoided.size > 0 && elsewhere(offered, avoided)) || offered;
    const made = await make(request, candidate);
    if (made.is === 'refused') {
      refusals.push(made.error);
      continue;
    }
    const ready = made.is === 'failed' ? made : await settleIn(request, candidate, made);
    if (ready.is === 'ready') return ready.pod;
    breaker.failed('provision');
    failures.push(`${candidate.offer}: ${ready.why}`);
    const what = made.is === 'made' ? shortPodName(made.pod.file.name) : scope;
    say(`${what}: ${candidate.offer} is given up: ${ready.why}`);
    if (failures.length >= hostsPerUnit) break;
    if (ready.is === 'dear') continue;
    if (made.is === 'made' && made.dataCenter !== undefined) avoided.add(made.dataCenter);
    if (ready.is === 'failed') await clock.sleep(afterFailure, signal);
    // The same is wanted before the next best, from another place if there is one.
    if (ready.is === 'bad-host' && elsewhere(offered, avoided)) offers.unshift(offered);
    else if (offers.length === 0) offers.push(offered);
  }
  signal.throwIfAborted();
  if (failures.length > 0) throw new ProvisionError('provision', notReady(failures));
  const meant = whatWasMeant(refusals);
  const told = {
    capacity: 'no offer has a free host',
    usage: 'RunPod refuses the pod',
    auth: 'the key may use none of the offers',
  };
  const help =
    meant.is === 'auth' ? '; give the key the right to create pods at RunPod, or use another key' : '';
  throw new ProvisionError(meant.is, `${told[meant.is]}: ${meant.detail}${help}`);
}

/** What this one has tried tells more than the number of all. */
function demand(breaker: Breaker, failures: readonly string[]): void {
  try {
    breaker.demand();
  } catch (error) {
    if (!(error instanceof ProvisionError) || failures.length === 0) throw error;
    throw new ProvisionError(error.class, `${notReady(failures)}; ${error.message}`);
  }
}

function notReady(failures: readonly string[]): string {
  return `no pod became ready: ${failures.join('; ')}`;
}

type Made =
  | {
      readonly is: 'made';
      readonly pod: EndedPod;
      /** Seconds. */
      readonly lifetime: number;
      readonly dataCenter: string | undefined;
    }
  /** There is none, and another offer may be granted. */
  | { readonly is: 'refused'; readonly error: RunpodError }
  /** There is none, and that says nothing of the offer. */
  | { readonly is: 'failed'; readonly why: string };

/** One intent, one request. What cannot be known from its answer is looked up by name. */
async function make(request: ProvisionRequest, candidate: Candidate): Promise<Made> {
  const { client, target, owner, run, runFolder, clock, log } = request;
  const lifetime = Math.floor(request.affords(candidate.price));
  const name = newPodName(owner, run, Math.floor(clock.now() / 1000));
  const ours = newKeyPair(name);
  const its = newKeyPair(name);
  const expires = Math.floor(clock.now() / 1000) + lifetime;
  const file: PodFile = {
    ...{ name, owner, target: request.targetName, scope: request.scope },
    ...{ privateKey: ours.privateKey, hostKey: its.publicKey, expires, key: target.key },
  };
  const body = podBody({
    ...{ name, owner, run, target, placement: placementOf(candidate, target) },
    ...{ publicKey: ours.publicKey, hostPrivateKey: its.privateKey, expires, lease: leaseSeconds },
    ...(request.apiBase === undefined ? {} : { apiBase: request.apiBase }),
  });
  writePodFile(runFolder, file);
  log.intended({ pod: name, offer: candidate.offer, price: candidate.price, lifetime });
  const createdAt = clock.now();
  // Not to be called off once it is sent: whether it has worked must be known.
  const answer = await client.createPod(body, undefined, request.signal).catch((error: unknown) => {
    if (error instanceof RunpodError) return error;
    log.refused({ pod: name, class: 'cancelled', message: 'nobody wanted it before it was asked for' });
    removePodFile(runFolder, name);
    throw error;
  });
  const found =
    answer instanceof RunpodError ? await lookFor(request, file, candidate, createdAt, answer) : answer;
  if (found instanceof RunpodError) {
    const failure = classOf(found);
    log.refused({ pod: name, class: failure, message: found.message });
    removePodFile(runFolder, name);
    if (isOfOffer(found)) return { is: 'refused', error: found };
    if (found.kind === 'server' || found.kind === 'network') return { is: 'failed', why: found.message };
    throw new ProvisionError(failure, found.message);
  }
  // What costs nothing is not what it will cost.
  const pod: EndedPod = { file: { ...file, id: found.id }, price: found.cost || candidate.price, createdAt };
  try {
    log.created({ pod: name, id: found.id, price: pod.price });
    writePodFile(runFolder, pod.file);
  } catch (error) {
    // A full disk, perhaps: it is ended all the same.
    request.end(pod, 'it could not be put on record');
    throw error;
  }
  return { is: 'made', pod, lifetime, dataCenter: found.dataCenterId };
}

/** Behind a request whose answer says nothing: the pod that it made after all, or the error, when it has made none. */
async function lookFor(
  request: ProvisionRequest,
  file: PodFile,
  { price }: Candidate,
  createdAt: number,
  error: RunpodError,
): Promise<Pod | RunpodError> {
  if (error.created !== 'unknown') return error;
  const { client, clock, owner, hurry, say, log } = request;
  say(
    `${file.scope}: RunPod did not say whether a pod was made (${error.message}); looking for ${file.name}`,
  );
  try {
    return (await findByName(client, { name: file.name, owner }, clock, hurry)) ?? error;
  } catch (second) {
    if (second instanceof SeveralPodsError) {
      for (const pod of severalEnded(second, { file, price, createdAt }, log)) request.end(pod, severalWhy);
      throw new ProvisionError('provision', second.message);
    }
    const why = second instanceof Error ? second.message : String(second);
    // It stays on record as undecided: whoever ends the run looks for it once more.
    throw new ProvisionError(
      'provision',
      `${file.name} may have been made, and RunPod cannot be asked: ${why}`,
    );
  }
}

export const severalWhy = 'there were several of its name';

/**
 * Nobody can tell which of them the one request has made: none is used. On record they are one, at the price of all.
 * `quoted.price`: of one that does not say what it costs.
 */
export function severalEnded(
  { pods }: SeveralPodsError,
  quoted: { readonly file: PodFile; readonly price: number; readonly createdAt: number },
  log: Pick<PodLog, 'created'>,
): readonly EndedPod[] {
  const { file, createdAt } = quoted;
  const price = pods.reduce((sum, { cost }) => sum + (cost || quoted.price), 0);
  return pods.map(({ id }, index) => {
    if (index === 0) log.created({ pod: file.name, id, price });
    return { file: { ...file, id }, price, createdAt, ...(index === 0 ? {} : { isCopy: true }) };
  });
}

function classOf(error: RunpodError): ProvisionClass {
  switch (error.kind) {
    case 'refused':
      return isCapacity(error) ? 'capacity' : 'usage';
    case 'auth':
    case 'forbidden':
      return 'auth';
    case 'balance':
      return 'budget';
    case 'contract':
    case 'absent':
      return 'usage';
    default:
      return 'provision';
  }
}

/** Another offer may be granted. A rule that is broken shows when all of them refuse it in the same words. */
function isOfOffer({ kind }: RunpodError): boolean {
  return kind === 'refused' || kind === 'forbidden';
}

type Settled =
  | { readonly is: 'ready'; readonly pod: ReadyPod }
  | { readonly is: 'bad-host' | 'dear'; readonly why: string };

/** The pod is there: from here on it becomes ready or is ended. */
async function settleIn(
  request: ProvisionRequest,
  candidate: Candidate,
  { pod, lifetime }: Made & { readonly is: 'made' },
): Promise<Settled> {
  const { target, log, clock } = request;
  const { file, price, createdAt } = pod;
  const given = (is: 'bad-host' | 'dear', why: string): Settled => {
    request.end(pod, why);
    return { is, why };
  };
  try {
    if (price > target.maxPrice + 1e-9)
      return given('dear', `dearer than asked for: $${price}/h, and \`max-price\` is $${target.maxPrice}`);
    if (price > candidate.price + 1e-9) {
      if (request.affords(price) < lifetime)
        return given(
          'dear',
          `dearer than the catalogue's $${candidate.price}/h: the budget has no $${price}/h`,
        );
      request.say(
        `${shortPodName(file.name)}: it costs $${price}/h, where the catalogue has $${candidate.price}`,
      );
    }
    const reached = await untilReady({ ...request, file, gpus: target.gpus.length > 0 ? target.count : 0 });
    if (reached.is === 'failed' && reached.isOfTarget) throw new ProvisionError('usage', reached.why);
    if (reached.is === 'failed') return given('bad-host', reached.why);
    const { connection, gpu } = reached;
    try {
      const seconds = (clock.now() - createdAt) / 1000;
      log.ready({ pod: file.name, seconds, ...(gpu === undefined ? {} : { gpu }) });
    } catch (error) {
      connection.close();
      throw error;
    }
    return { is: 'ready', pod: { ...pod, connection, ...(gpu === undefined ? {} : { gpu }) } };
  } catch (error) {
    const why = request.signal.aborted
      ? 'nobody needs it any more'
      : error instanceof ProvisionError
        ? error.message
        : 'it could not be made ready';
    request.end(pod, why);
    // The key is refused, and will be.
    if (error instanceof RunpodError && !request.signal.aborted)
      throw new ProvisionError(classOf(error), error.message);
    throw error;
  }
}
