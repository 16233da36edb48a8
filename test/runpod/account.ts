/** An account on the emulator as our code sees it: a client and a clock that leaps whenever nothing else is under way. */

import type { RunpodTarget } from '../../src/plan/plan.ts';
import type { CreatePodBody } from '../../src/runpod/api.ts';
import { type Candidate, placementOf } from '../../src/runpod/candidates.ts';
import { RunpodClient } from '../../src/runpod/client.ts';
import { graceSeconds, leaseSeconds, podBody } from '../../src/runpod/pod-body.ts';
import type { PodClock } from '../../src/runpod/pod-clock.ts';
import { newPodName } from '../../src/runpod/pod-name.ts';
import { type KeyPair, newKeyPair } from '../../src/ssh/keys.ts';
import { type RigRunpod, type RunpodOptions, startRunpod } from '../rig/runpod.ts';

export const owner = 'github:1234567';

export interface Account extends AsyncDisposable {
  readonly rig: RigRunpod;
  readonly client: RunpodClient;
  /** For answers that never come: it waits 300 ms of real time. */
  readonly impatient: RunpodClient;
  readonly clock: PodClock;
}

/** With a clock that stands still but for what our code sleeps. */
export async function openAccount(options: RunpodOptions = {}): Promise<Account> {
  const rig = await startRunpod({ virtualTime: true, ...options });
  const time = new LeapingTime(rig);
  const { fetch, now, sleep } = time;
  const wired = { key: rig.key, base: rig.url, fetch, now, sleep };
  const client = new RunpodClient(wired);
  const impatient = new RunpodClient({ ...wired, timeoutMilliseconds: 300 });
  return { rig, client, impatient, clock: time, [Symbol.asyncDispose]: () => rig.stop() };
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

class LeapingTime implements PodClock {
  readonly #rig: RigRunpod;
  readonly #sleepers = new Set<Sleeper>();
  #requests = 0;

  constructor(rig: RigRunpod) {
    this.#rig = rig;
  }

  readonly now = (): number => this.#rig.clock.now() * 1000;

  readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = {
        until: this.now() + milliseconds,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop);
      this.#sleepers.add(sleeper);
      this.#leap();
    });

  readonly fetch: typeof fetch = async (...words) => {
    this.#requests += 1;
    try {
      const response = await fetch(...words);
      const text = await response.text();
      const body = [204, 205, 304].includes(response.status) ? null : text;
      return new Response(body, { status: response.status, headers: response.headers });
    } finally {
      this.#requests -= 1;
      this.#leap();
    }
  };

  /** Behind everything that is ready to run: to the time at which the first one wakes. */
  #leap(): void {
    setTimeout(() => {
      if (this.#requests > 0) return;
      const [first] = [...this.#sleepers].sort((left, right) => left.until - right.until);
      if (!first) return;
      this.#rig.clock.advance(Math.max(0, (first.until - this.now()) / 1000));
      first.wake();
      this.#leap();
    }, 1);
  }
}

export function targetOn(rig: RigRunpod, given: Partial<RunpodTarget> = {}): RunpodTarget {
  return {
    ...{ kind: 'runpod', slots: 1, workspace: '~/workspace', environment: {} },
    image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
    ...{ gpus: ['NVIDIA GeForce RTX 4090'], count: 1, clouds: ['SECURE'], dataCenters: [], disk: 40 },
    ...{ maxPrice: 1, pods: 1, lifetime: 7200, key: 'RUNPOD_API_KEY', start: rig.start },
    ...given,
  };
}

export interface Order {
  readonly name: string;
  readonly body: CreatePodBody;
  /** Ours. */
  readonly client: KeyPair;
  readonly host: KeyPair;
}

const candidate: Candidate = {
  ...{ offer: 'RTX 4090, secure, EU-RO-1', gpu: 'NVIDIA GeForce RTX 4090', count: 1, cloud: 'SECURE' },
  ...{ dataCenters: ['EU-RO-1'], offeredIn: ['EU-RO-1'], price: 0.74, stock: 'HIGH' },
};

/** What a run would send for one pod. */
export function order(
  rig: RigRunpod,
  given: {
    readonly owner?: string;
    readonly run?: string;
    readonly lifetime?: number;
    readonly target?: Partial<RunpodTarget>;
    readonly lease?: number;
    readonly grace?: number;
  } = {},
): Order {
  const epoch = Math.floor(rig.clock.now());
  const run = given.run ?? '20261121-101500-sweep-3f9a';
  const name = newPodName(given.owner ?? owner, run, epoch);
  const [client, host] = [newKeyPair(), newKeyPair()];
  const target = targetOn(rig, given.target);
  const body = podBody({
    ...{ name, owner: given.owner ?? owner, run, target, publicKey: client.publicKey },
    placement: placementOf(candidate, target),
    ...{ hostPrivateKey: host.privateKey, expires: epoch + (given.lifetime ?? 7200), apiBase: rig.url },
    ...{ lease: given.lease ?? leaseSeconds, grace: given.grace ?? graceSeconds },
  });
  return { name, body, client, host };
}

/** Until it is so, for at most 30 s of real time. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > limit) throw new Error(`it did not come to it: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
